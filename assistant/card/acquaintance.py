"""Sections of a card from the reader's own meetings: how often, what about, what was noted; and whom both know."""

from assistant.facts import ALWAYS, Meeting, Person
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.reply import Line, Part, Section, Typed

LATEST = 5  # meetings whose topics and notes stand on a card; all of them are a button away
MUTUAL = 5  # people both know that are named
TIES = 100  # of either person, the warmest, among which those of both are found


def met(person: Person, reader: Person, ledger: Ledger) -> Section | None:
    """How often they met, when first and last, and where."""
    times, _ = ledger.meetings.met(reader.id, [person.id]).get(person.id, (0, None))
    first = ledger.meetings.first_with(reader.id, person.id)
    if not times or first is None:
        return None
    last = ledger.meetings.about(reader.id, [person.id], ALWAYS, 1)[0]
    if times == 1:
        return Section("How you know them", (("You met once", *_where(last), "."),))
    often = "twice" if times == 2 else f"{times} times"
    lines: tuple[Line, ...] = (
        (f"You met {often}, the last time", *_where(last), "."), ("The first time was", *_where(first), "."),
    )  # fmt: skip
    return Section("How you know them", lines)


def talked_about(person: Person, reader: Person, ledger: Ledger) -> Section | None:
    """The topics of the latest meetings."""
    latest = ledger.meetings.about(reader.id, [person.id], ALWAYS, LATEST)
    lines = tuple((Typed(one.topic), " – ", one.when) for one in latest if one.topic)
    return Section("What about", lines) if lines else None


def notes(person: Person, reader: Person, ledger: Ledger) -> Section | None:
    """What the reader noted in the latest meetings."""
    latest = ledger.meetings.about(reader.id, [person.id], ALWAYS, LATEST)
    lines = tuple((Typed(one.notes), " – ", one.when) for one in latest if one.notes)
    return Section("Your notes", lines) if lines else None


def mutual(person: Person, reader: Person, ledger: Ledger) -> Section | None:
    """People whom both know, so far as their ties are shown; the reader's own contacts count as well."""
    if person.id == reader.id:
        return None
    theirs = {tie.other: tie.kept for tie in ledger.ties.of(person.id, TIES, reader.id)}
    mine = {tie.other: tie.kept for tie in ledger.ties.of(reader.id, TIES, reader.id)}
    both = sorted(theirs.keys() & mine.keys(), key=lambda one: -(theirs[one] + mine[one]))
    known = ledger.people.by_ids(both)
    people = list(dict.fromkeys(known[one] for one in both if one in known and _may_name(known[one], person, reader)))
    if not people:
        return None
    parts: list[Part] = []
    for nth, one in enumerate(people[:MUTUAL]):
        if nth:
            parts.append(" and " if nth == len(people) - 1 else ", ")
        parts.append(one)
    beyond = len(people) - MUTUAL
    more = f" and {beyond} more" if beyond > 0 else ""
    return Section("Whom you both know", ((*parts, f"{more}."),))


def _may_name(one: Person, person: Person, reader: Person) -> bool:
    return one.owner in (None, reader.id) and one.id not in (PersonId(person.id), reader.id) and one.can_be_met


def _where(meeting: Meeting) -> Line:
    """ " at the Young Gallery on Mon 23 Nov 2026"."""
    place: Line = (" at ", Typed(meeting.place)) if meeting.place else ()
    return (*place, " ", meeting.when)
