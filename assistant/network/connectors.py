"""Who could make an introduction: those who know the one wanted, ranked by how warm the whole way is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest

from assistant.facts import Person
from assistant.ids import PersonId
from assistant.introductions.record import Wanted
from assistant.ledger import Ledger, Ties
from assistant.listings.search import found
from assistant.network.matches import things
from assistant.network.paths import MIDDLE, NEIGHBOURS
from assistant.network.ties import strength
from assistant.people.spelling import words

MOST = 50  # connectors that are counted; more would say nothing more
TARGETS = 200  # people who may be meant by an organisation or a kind of person
KNOWING = 150  # of those who know one of the targets, the warmest to whom a way over one more is looked for
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
    for connector in _knowing(requester, [one for one in targets if one != requester], ledger.ties, now):
        present = ways.get(connector.person)
        if present is None or connector.strength > present.strength:
            ways[connector.person] = connector
    people = ledger.people.by_ids(ways)
    apart = ledger.blocks.apart_from(requester)
    able = [one for one in ways.values() if people[one.person].may_keep_notes and one.person not in apart]
    return sorted(able, key=lambda one: (-one.strength, one.person))[:MOST]


def _knowing(requester: PersonId, targets: Sequence[PersonId], ties: Ties, now: datetime) -> Iterable[Connector]:
    """Everybody who knows one of the targets, with the warmest way over them: from the requester directly, over one
    more, or as from a stranger. Three statements, however many the targets are.
    """
    near = {tie.other: tie.strength(now) for tie in ties.of(requester, NEIGHBOURS, requester)}
    knowing = [one for one in ties.of_each(targets, MOST, requester) if one.person != requester]
    ways = dict(near)
    warmest = nlargest(MIDDLE, near, key=lambda one: near[one])
    known = nlargest(KNOWING, {one.person: one.kept for one in knowing}.items(), key=lambda one: one[1])
    if warmest and known:
        for middle, person, kept in ties.among(warmest, [one for one, _ in known], requester):
            if middle != person:
                ways[person] = max(ways.get(person, 0.0), near[middle] * strength(kept, now))
    for one in knowing:
        yield Connector(one.person, one.other, ways.get(one.person, STRANGER) * strength(one.kept, now))


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
    able = [person for person in others if person.can_be_met and person.merged_into is None][:TARGETS]
    # Members; own contacts; other people's contacts only if their owner left that on.
    owners = {person.owner for person in able if person.owner not in (None, requester)}
    chosen = ledger.preferences.of_each(filter(None, owners))
    return [one for one in able if one.owner in (None, requester) or chosen[one.owner].shows_contacts]


_SMALL = frozenset(("a", "an", "the", "some", "any", "of", "for", "in", "at", "and", "who", "with", "good", "someone"))
