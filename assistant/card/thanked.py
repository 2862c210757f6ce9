"""What of thanks stands on a card: those the reader gave this person, and those they were told of."""

from assistant.clock import today
from assistant.facts import Person
from assistant.ledger import Ledger
from assistant.reply import Line, Section, Typed
from assistant.thanks.sides import part_of

SHOWN = 5


def thanks(person: Person, reader: Person, ledger: Ledger) -> Section | None:
    """The latest between the two, both ways."""
    lines: list[Line] = []
    for one in ledger.thanks.between(reader.id, person.id, SHOWN):
        mine = one.giver == reader.id
        part = part_of(one, person if mine else reader, reader, ledger)
        whom: Line = (" for the introduction to ", part.other) if part and part.other else ()
        words: Line = (": ", Typed(one.words)) if one.words else ()
        who: Line = ("You thanked them",) if mine else (person, " thanked you")
        lines.append((*who, " on ", today(one.at, reader.zone), *whom, *words, "."))
    return Section("Thanks", tuple(lines)) if lines else None
