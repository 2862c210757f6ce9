"""What was looked up, answered from the reader's own records at the moment when it is shown."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from assistant import card
from assistant.business.exchange import exchange
from assistant.business.shown import between, totals
from assistant.card import introduced
from assistant.errors import Gone
from assistant.facts import ALWAYS, Person
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.people.spelling import words
from assistant.recall import searching, written
from assistant.recall.look import MOST_PEOPLE, Look, What
from assistant.reply import HowKnown, Known, Matter, MeetingsFound, Message, Network, Numbers, Refusal

ON_A_PAGE = 8  # meetings in one message, each with its notes
OF_ONE = 3  # notes read out where somebody asks what was talked about
BEST = 8  # people of a network that are named, on either side
FADING_AFTER = timedelta(days=120)  # not met for so long; two thirds of the half-life of a tie (network/ties.py)
_THE = re.compile(r"^\s*the\s+", re.IGNORECASE)
TIES = 200  # the warmest of a reader's, among which the best and the fading are found
GONE = "I can't find what that was about any more. Ask me again in a sentence."


def told(matter: Matter, reader: Person, ledger: Ledger) -> Message:
    """The answer to what the matter asks."""
    look = Look.of(matter)
    try:
        return answer(look, reader, ledger) if look else Refusal(GONE)
    except Gone as gone:
        return Refusal(str(gone))


def answer(look: Look, reader: Person, ledger: Ledger) -> Message:
    """The answer to a look. Raises Gone for a person whom the reader may not know of."""
    person = card.person_of(look.person, reader, ledger) if look.person else None
    match look.what:
        case What.NETWORK if look.words:
            return _known_at(look.words, reader, ledger)
        case What.NETWORK:
            return _network(reader, look.span.last, ledger)
        case What.LONG_AGO:
            known = [one for one in _known(reader, ledger) if one.last]
            longest = sorted(known, key=lambda one: one.last or date.max)[:BEST]
            return Network((), tuple(longest), len(known), long_ago=True)
        case What.NUMBERS:
            sent = totals(reader, look.span, ledger)
            return Numbers(look.span, *ledger.meetings.totals(reader.id, look.span), sent if sent.people else None)
        case What.SEARCH:
            return searching.found(look, reader, ledger)
        case What.NOTED:
            return written.page(look, reader, ledger)
        case What.BETWEEN if person:
            return between(reader, person, look.span, ledger)
        case What.EXCHANGE if person:
            return exchange(reader, person, ledger, look.span.last or date.max)
        case What.CARD if person:
            return card.card(person, reader, ledger)
        case What.INTRODUCED | What.HOW if person:
            return HowKnown(
                person,
                look.what,
                tuple(introduced.made(person, reader, ledger)),
                tuple(introduced.through(person, reader, ledger)),
                ledger.meetings.first_with(reader.id, person.id),
            )
        case _:
            return _meetings(look, person, reader, ledger)


def _meetings(look: Look, person: Person | None, reader: Person, ledger: Ledger) -> MeetingsFound:
    people = [person.id] if person else people_of(look.words, reader, ledger) if look.words else None
    total = ledger.meetings.count_about(reader.id, people, look.span)
    size = {What.LAST: 1, What.NOTES: OF_ONE}.get(look.what, ON_A_PAGE)
    page = min(look.page, max(1, -(-total // size)))
    found = ledger.meetings.about(reader.id, people, look.span, size, (page - 1) * size)
    older = replace(look, what=What.MEETINGS) if look.what is What.LAST else look.on(page + 1)
    more = older.written() if page * size < total else ""
    newer = look.on(page - 1).written() if page > 1 else ""
    outside = ledger.meetings.about(reader.id, people, ALWAYS, 1) if not found and look.span else ()
    nearest = next(iter(outside), None)
    return MeetingsFound(look.what, person, look.words, look.span, tuple(found), total, page, more, nearest, newer)


def people_of(organisation: str, reader: Person, ledger: Ledger) -> Sequence[PersonId]:
    """The people of an organisation whom the reader may know of."""
    there = ledger.people.described(words(_THE.sub("", organisation)), (), MOST_PEOPLE)
    return [one.id for one in there if one.owner in (None, reader.id)]


def _network(reader: Person, today: date | None, ledger: Ledger) -> Network:
    """Whom the reader met, the warmest first; and those of them not met for long, the warmest of those first."""
    known = _known(reader, ledger)
    since = today - FADING_AFTER if today else date.min
    fading = [one for one in known if one.last and one.last < since]
    best = [one for one in known if one not in fading]
    _, people_met, _ = ledger.meetings.totals(reader.id, ALWAYS)
    return Network(tuple(best[:BEST]), tuple(fading[:BEST]), people_met)


def _known(reader: Person, ledger: Ledger) -> list[Known]:
    """Whom the reader met, the warmest first."""
    mine = [tie.other for tie in ledger.ties.of(reader.id, TIES, reader.id)]
    people = ledger.people.by_ids(mine)
    met = ledger.meetings.met(reader.id, [person.id for person in people.values()])
    known = [Known(people[one], *met[people[one].id]) for one in mine if one in people and people[one].id in met]
    return [one for one in dict.fromkeys(known) if one.person.can_be_met]


def _known_at(house: str, reader: Person, ledger: Ledger) -> Network:
    """Whom the reader met of that house, and whom they keep as a contact, those met last first."""
    there = ledger.people.by_ids(people_of(house, reader, ledger))
    met = ledger.meetings.met(reader.id, [one.id for one in there.values()])
    theirs = [one for one in dict.fromkeys(there.values()) if one.id in met or one.owner == reader.id]
    known = [Known(one, *met.get(one.id, (0, None))) for one in theirs if one.id != reader.id]
    known.sort(key=lambda one: one.last or date.min, reverse=True)
    return Network(tuple(known[:BEST]), (), len(known), there=house)
