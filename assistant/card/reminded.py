"""What the reader has asked to be reminded of about somebody."""

from assistant.facts import Person
from assistant.ledger import Ledger
from assistant.reply import Line, Section, Typed

SHOWN = 5


def reminders(person: Person, reader: Person, ledger: Ledger) -> Section | None:
    """Those still to come, the next one first."""
    lines: list[Line] = []
    for one in ledger.reminders.open_about(reader.id, person.id, SHOWN):
        about: Line = (": ", Typed(one.topic)) if one.topic else ()
        again: Line = (", ", one.every) if one.every else ()
        lines.append(("On ", one.day, *again, *about, "."))
    return Section("Reminders", tuple(lines)) if lines else None
