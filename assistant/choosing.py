"""The lists that grow while a name is typed into a form: people who may be meant, or one's own contacts."""

from collections.abc import Sequence

from assistant.buttons import Field
from assistant.facts import ContactSlot, Person, PersonSaid
from assistant.ledger import Ledger
from assistant.people.resolve import Sure, Unknown, Unsure, resolve
from assistant.people.spelling import plain, words
from assistant.reply import PersonChoice

OFFERED = 20  # names in the list below a field; Slack shows 100, nobody reads more than a screen


def choices(field: str, typed: str, of: str, person: Person, ledger: Ledger) -> Sequence[PersonChoice]:
    """People for what the person typed so far, best first; for a meeting, then the words as a new contact."""
    match field:
        case ContactSlot.CONTACT:
            return _lines(_contacts(typed, person, ledger))
        case ContactSlot.SAME_AS:
            return _lines([one for one in _fitting(typed, person, ledger) if str(one.id) != of])
        case Field.ABOUT:
            return _lines(_fitting(typed, person, ledger))
        case _:
            return _met(typed, person, ledger)


def _met(typed: str, person: Person, ledger: Ledger) -> Sequence[PersonChoice]:
    found = _fitting(typed, person, ledger)
    lines = _lines(found)
    name = " ".join(typed.split())
    if words(typed) and not any(plain(one.name) == plain(name) for one in found):
        lines.append(PersonChoice(None, name, "new contact"))
    return lines


def _contacts(typed: str, person: Person, ledger: Ledger) -> list[Person]:
    """Their own contacts with all the words, by name; all of them while nothing is typed."""
    wanted = words(typed)
    return [one for one in ledger.contacts.all_of(person.id) if _has_all(wanted, f"{one.name} {one.organisation}")]


def _fitting(typed: str, person: Person, ledger: Ledger) -> list[Person]:
    """Whose name fits or begins with what was typed."""
    wanted = words(typed)
    if not wanted:
        return []
    directory = ledger.people.directory()
    nearest: tuple[Person, ...] = ()
    match resolve(PersonSaid(typed), directory, person.id):
        case Sure(sure):
            fitting = [sure]
        case Unsure(people):
            fitting = list(people)
        case Unknown(near):
            fitting, nearest = [], near
    beginning = directory.with_beginning(wanted[-1], person.id, 10 * OFFERED)
    growing = [one for one in beginning if _has_all(wanted, one.name)]
    return list(dict.fromkeys([*fitting, *growing])) or list(nearest)


def _has_all(wanted: Sequence[str], text: str) -> bool:
    """A word of the text begins with each of the words."""
    own = words(text)
    return all(any(word.startswith(one) for word in own) for one in wanted)


def _lines(people: Sequence[Person]) -> list[PersonChoice]:
    return [
        PersonChoice(one.id, one.name, ", ".join(filter(None, (one.title, one.organisation))))
        for one in people[:OFFERED]
    ]
