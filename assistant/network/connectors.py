"""Who could make an introduction: those who know the one wanted, ranked by how warm the whole way is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from assistant.facts import Person
from assistant.ids import PersonId
from assistant.introductions.record import Wanted
from assistant.ledger import Ledger
from assistant.listings.search import found
from assistant.network.matches import things
from assistant.network.paths import best_paths
from assistant.people.spelling import words

MOST = 50  # connectors that are counted; more would say nothing more
TARGETS = 200  # people who may be meant by an organisation or a kind of person
STRANGER = 0.05  # how warm the way to a connector counts to whom no tie of the requester leads


@dataclass(frozen=True, slots=True)
class Connector:
    """Somebody who knows the one wanted."""

    person: PersonId
    target: PersonId
    strength: float  # of the whole way from the requester, 0 to 1


def connectors_for(requester: PersonId, wanted: Wanted, ledger: Ledger, now: datetime) -> list[Connector]:
    """Those who know somebody wanted, the warmest way first, each once; never the requester, never the target."""
    targets = [wanted.target] if wanted.target else [person.id for person in matching(wanted, requester, ledger)]
    ways: dict[PersonId, Connector] = {}
    for target in targets[:TARGETS]:
        if target == requester:
            continue
        for connector in _knowing(requester, target, ledger, now):
            present = ways.get(connector.person)
            if present is None or connector.strength > present.strength:
                ways[connector.person] = connector
    people = ledger.people.by_ids(ways)
    apart = ledger.blocks.apart_from(requester)
    able = [one for one in ways.values() if people[one.person].may_keep_notes and one.person not in apart]
    return sorted(able, key=lambda one: (-one.strength, one.person))[:MOST]


def _knowing(requester: PersonId, target: PersonId, ledger: Ledger, now: datetime) -> Iterable[Connector]:
    """By the best paths; then those who know the target, though nothing is known between them and the requester."""
    ways: dict[PersonId, float] = {}
    for path in best_paths(requester, target, ledger.ties, now):
        if len(path.people) > 2:
            ways.setdefault(path.people[-2], path.strength)
    for tie in ledger.ties.of(target, MOST, requester):
        if tie.other != requester:
            ways.setdefault(tie.other, tie.strength(now) * STRANGER)
    return [Connector(person, target, strength) for person, strength in ways.items()]


def matching(wanted: Wanted, requester: PersonId, ledger: Ledger) -> list[Person]:
    """People at the organisation, or whose title holds every word of what is sought; then those who do it.

    Who does it is known by their offers, by recommendations, and by titles in other words.
    """
    at, sought = words(wanted.organisation), tuple(one for one in words(wanted.seeking) if one not in _SMALL)
    if not at and not sought:
        return []
    described, apart = ledger.people.described(at, sought, TARGETS), ledger.blocks.apart_from(requester)
    doing = [] if at else [one.person for one in found(things(wanted.seeking), requester, ledger, TARGETS)]
    people = {person.id: person for person in (*described, *doing)}
    others = (person for person in people.values() if person.id != requester and person.id not in apart)
    return [person for person in others if _may_be_found(person, requester, ledger)]


def _may_be_found(person: Person, requester: PersonId, ledger: Ledger) -> bool:
    """Members; own contacts; other people's contacts only if their owner left that on."""
    if not person.can_be_met or person.merged_into is not None:
        return False
    return person.owner in (None, requester) or ledger.preferences.of(person.owner).shows_contacts


_SMALL = frozenset(("a", "an", "the", "some", "any", "of", "for", "in", "at", "and", "who", "with", "good", "someone"))
