"""Sections of a card from introductions, so far as the reader may see them (introductions/sides.py decides)."""

from collections.abc import Sequence

from assistant.facts import Grain, Person, When
from assistant.introductions.moves import MADE, OPEN
from assistant.introductions.sides import seen_by
from assistant.ledger import Ledger
from assistant.reply import IntroductionShown, Line, Section, Typed

SHOWN = 5


def made(person: Person, reader: Person, ledger: Ledger) -> Sequence[IntroductionShown]:
    """Introductions by which the two were brought together, the newest first."""
    between = (one for one in ledger.introductions.between(reader.id, person.id) if one.stage in MADE)
    return tuple(filter(None, (seen_by(one, reader, ledger) for one in between)))


def through(person: Person, reader: Person, ledger: Ledger) -> Sequence[IntroductionShown]:
    """Introductions that this person made for the reader, the newest first."""
    theirs = (one for one in ledger.introductions.through(person.id, reader.id) if one.stage in MADE)
    return tuple(shown for shown in (seen_by(one, reader, ledger) for one in theirs) if shown and shown.connector)


def other(shown: IntroductionShown, reader: Person) -> Person | None:
    """Whom the reader was brought together with."""
    return shown.target if shown.requester.id == reader.id else shown.requester


def brought_together(person: Person, reader: Person, ledger: Ledger) -> Section | None:
    """Who brought the two together; and whom this person brought together with the reader."""
    lines: list[Line] = []
    for shown in made(person, reader, ledger)[:SHOWN]:
        if shown.connector:
            lines.append((shown.connector, " introduced you", *_day(shown), *_why(shown), "."))
        else:
            lines.append(("You were introduced", *_day(shown), *_why(shown), "."))
    for shown in through(person, reader, ledger)[:SHOWN]:
        whom = other(shown, reader)
        if whom:
            lines.append((person, " introduced you to ", whom, *_day(shown), *_why(shown), "."))
    return Section("Introductions", tuple(lines)) if lines else None


def still_open(person: Person, reader: Person, ledger: Ledger) -> Section | None:
    """Introductions of the reader that this person has a visible side in, and that are not made yet."""
    if person.id == reader.id:
        return None
    lines: list[Line] = []
    for one in ledger.introductions.of(reader.id):
        shown = seen_by(one, reader, ledger)
        if shown is None or shown.introduction.seems not in OPEN:
            continue
        if person.id in {side.id for side in (shown.requester, shown.target, shown.connector) if side}:
            lines.append((*_asks(shown, reader), *_why(shown), ". It is still open."))
    return Section("Open requests", tuple(lines[:SHOWN])) if lines else None


def _asks(shown: IntroductionShown, reader: Person) -> Line:
    whom: Line = (shown.target,) if shown.target else ("somebody",)
    if shown.requester.id == reader.id:
        return ("You asked for an introduction to ", *whom)
    if shown.target and shown.target.id == reader.id:
        return (shown.requester, " would like to meet you")
    return (shown.requester, " would like to meet ", *whom)


def _why(shown: IntroductionShown) -> Line:
    return (", about ", Typed(shown.introduction.why)) if shown.introduction.why else ()


def _day(shown: IntroductionShown) -> Line:
    """When they were brought together; where nobody said so, nothing."""
    return (" ", When(Grain.DAY, shown.made_on)) if shown.made_on else ()
