"""Search: from words to one's own records, the days among the words taken as days."""

from collections.abc import Sequence

from assistant import showing
from assistant.facts import Meeting, Person, Span
from assistant.ids import MeetingId, PersonId
from assistant.ledger import Ledger
from assistant.phrases import dates
from assistant.phrases.words import readable
from assistant.recall.look import ROOM, Look, What
from assistant.reply import Matter, Noted, RecordsFound, Refusal, Subject
from assistant.search.find import search
from assistant.search.words import telling
from assistant.speaker import Speaker

ON_A_PAGE = 6  # records in one message
LONGEST = 300  # characters of a question that are looked for


def look_for(words: str, by: Speaker) -> Look:
    """What to look for in the words; a day or span among them says when it was."""
    said = readable(words)[:LONGEST]
    span = Span()
    for found in dates.find(said, dates.Now(by.clock, by.day_first))[:1]:
        span = Span.of(found.when)
        said = f"{said[: found.start]} {said[found.end :]}" if span else said
    return Look(What.SEARCH, None, span, words=" ".join(said.split()))


def finds_all(look: Look, least: int, by: Speaker, ledger: Ledger, as_spelt: bool = False) -> bool:
    """Whether some record has all the words, which are at least so many; `as_spelt`: those very words."""
    if len(telling(look.words)) < least:
        return False
    found = search(look.words, by.person.id, look.span, ledger.search)
    return bool(found.records) and not found.missing and not (as_spelt and found.near)


def finds_any(look: Look, by: Speaker, ledger: Ledger) -> bool:
    """Whether some record has any of the words."""
    return bool(search(look.words, by.person.id, look.span, ledger.search).records)


def found(look: Look, reader: Person, ledger: Ledger) -> RecordsFound:
    """One page of what is found, best first."""
    hits = search(look.words, reader.id, look.span, ledger.search)
    total = len(hits.records)
    page = min(look.page, max(1, -(-total // ON_A_PAGE)))
    shown = records_of(hits.records[(page - 1) * ON_A_PAGE : page * ON_A_PAGE], reader, ledger)
    more = look.on(page + 1).written(ROOM) if page * ON_A_PAGE < total else ""
    before = look.on(page - 1).written(ROOM) if page > 1 else ""
    return RecordsFound(look.words, look.span, shown, total, page, more, hits.more, hits.near, hits.missing, before)


def records_of(of: Sequence[Matter], reader: Person, ledger: Ledger) -> tuple[Meeting | Person | Noted, ...]:
    """These records as lists show them; one that is gone is left out."""
    meetings = ledger.meetings.several(reader.id, [MeetingId(one.id) for one in of if one.subject is Subject.MEETING])
    people = ledger.people.by_ids(PersonId(one.id) for one in of if one.subject is Subject.CONTACT)
    found: list[Meeting | Person | Noted | None] = []
    for one in of:
        match one.subject:
            case Subject.MEETING:
                found.append(meetings.get(MeetingId(one.id)))
            case Subject.CONTACT:
                found.append(people.get(PersonId(one.id)))
            case _:
                found.append(_noted(one, reader, ledger))
    return tuple(one for one in found if one)


def _noted(record: Matter, reader: Person, ledger: Ledger) -> Noted | None:
    message, *_ = showing.told(showing.own(record, reader), reader, ledger)
    return None if isinstance(message, Refusal) else Noted(record, message)
