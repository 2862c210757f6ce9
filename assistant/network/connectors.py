"""Who could make an introduction: those who know the one wanted, ranked by how warm the whole way is."""

from datetime import datetime

from assistant.facts import Person
from assistant.ids import PersonId
from assistant.introductions.record import Wanted
from assistant.ledger import Ledger
from assistant.listings.search import found
from assistant.network.matches import things
from assistant.network.paths import MOST, Connector, ways
from assistant.people.spelling import words

TARGETS = 200  # people who may be meant by an organisation or a kind of person


def connectors_for(requester: PersonId, wanted: Wanted, ledger: Ledger, now: datetime) -> list[Connector]:
    """Those who know somebody wanted, the warmest way first, each once; never the requester, never the target."""
    targets = [wanted.target] if wanted.target else [person.id for person in matching(wanted, requester, ledger)]
    best: dict[PersonId, Connector] = {}
    for connector in ways(requester, [one for one in targets if one != requester], ledger.ties, now):
        present = best.get(connector.person)
        if present is None or connector.strength > present.strength:
            best[connector.person] = connector
    people = ledger.people.by_ids(best)
    apart = ledger.blocks.apart_from(requester)
    able = [one for one in best.values() if people[one.person].may_keep_notes and one.person not in apart]
    return sorted(able, key=lambda one: (-one.strength, one.person))[:MOST]


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
