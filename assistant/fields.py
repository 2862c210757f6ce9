"""What the fields of a form, and the ids on buttons and forms, hold. Nothing that came in is trusted."""

from datetime import date

from assistant.buttons import Field
from assistant.errors import Gone, Refused
from assistant.facts import Person
from assistant.ids import PersonId
from assistant.ledger import Ledger
from assistant.said import FormSubmission
from assistant.speaker import Speaker

_NEW, _KNOWN = "new:", "p:"


def number(of: str, gone: str) -> int:
    """An id as our buttons and forms carry it. Raises Gone, in those words, for anything else, however it got there."""
    if not (of.isascii() and of.isdecimal() and len(of) <= 18):
        raise Gone(gone)
    return int(of)


def of_record(form: FormSubmission, gone: str) -> int:
    """The id of the record that a form is about, where it carries its Matter.key. Raises Gone, in those words."""
    _, _, rest = form.of.partition(":")
    return number(rest.partition(":")[0], gone)


def refuse_meanwhile(form: FormSubmission, version: int) -> None:
    """Raises Refused where what the form shows was changed since it was opened."""
    if form.version != version:
        raise Refused("This was changed while the form was open. Close it and open it again.")


def line(form: FormSubmission, field: Field) -> str:
    """What was typed, or the one choice made, in one line; "" for none."""
    value = form.fields.get(field, "")
    return " ".join(value.split()) if isinstance(value, str) else ""


def day(form: FormSubmission, field: Field) -> date | None:
    """The day chosen."""
    try:
        return date.fromisoformat(line(form, field))
    except ValueError:
        return None


def person(form: FormSubmission, field: Field, by: Speaker, ledger: Ledger) -> Person | None:
    """Somebody chosen from those known, the speaker too; ids that are not theirs to use fall away."""
    value = line(form, field).removeprefix(_KNOWN)
    if not line(form, field).startswith(_KNOWN) or not (value.isascii() and value.isdecimal() and len(value) <= 18):
        return None
    found = ledger.people.by_ids([PersonId(int(value))]).get(PersonId(int(value)))
    return found if found and found.owner in (None, by.person.id) else None


def new_name(form: FormSubmission, field: Field) -> str:
    """The words of a new name that were kept; "" where somebody known was chosen, or nobody."""
    value = line(form, field)
    return value.removeprefix(_NEW).strip() if value.startswith(_NEW) else ""


def person_or_new(form: FormSubmission, field: Field, by: Speaker, ledger: Ledger) -> Person | None:
    """The same; a new name becomes a contact."""
    name = new_name(form, field)
    return ledger.people.add_contact(by.person.id, name) if name else person(form, field, by, ledger)
