"""Search: from words to one's own records, the days among the words taken as days."""

from collections.abc import Sequence

from assistant.facts import Meeting, Person, Span
from assistant.ids import MeetingId, PersonId
from assistant.ledger import Ledger
from assistant.phrases import dates
from assistant.phrases.words import readable
from assistant.recall.look import ROOM, Look, What
from assistant.recall.noted import everything, told
from assistant.reply import Noted, RecordsFound, Subject
from assistant.search.find import Found, search
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


def finds_all(look: Look, least: int, by: Speaker, ledger: Ledger) -> bool:
    """Whether some record has all the words, which are at least so many."""
    if len(telling(look.words)) < least:
        return False
    found = search(look.words, by.person.id, look.span, everything(by.person, ledger))
    return bool(found.records) and not found.missing


def found(look: Look, reader: Person, ledger: Ledger) -> RecordsFound:
    """One page of what is found, best first."""
    hits = search(look.words, reader.id, look.span, everything(reader, ledger))
    records = _records(hits, reader, ledger)
    page = min(look.page, max(1, -(-len(records) // ON_A_PAGE)))
    shown = records[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    more = look.next().written(ROOM) if page * ON_A_PAGE < len(records) else ""
    return RecordsFound(
        look.words, look.span, tuple(shown), len(records), page, more, hits.more, hits.near, hits.missing
    )


def _records(hits: Found, reader: Person, ledger: Ledger) -> Sequence[Meeting | Person | Noted]:
    numbers = [MeetingId(one.id) for one in hits.records if one.subject is Subject.MEETING]
    meetings = ledger.meetings.several(reader.id, numbers) if numbers else {}
    contacts = [PersonId(one.id) for one in hits.records if one.subject is Subject.CONTACT]
    people = ledger.people.by_ids(contacts)
    found: list[Meeting | Person | Noted | None] = []
    for one in hits.records:
        match one.subject:
            case Subject.MEETING:
                found.append(meetings.get(MeetingId(one.id)))
            case Subject.CONTACT:
                found.append(people.get(PersonId(one.id)))
            case _:
                found.append(told(one, reader, ledger))
    return [one for one in found if one]
