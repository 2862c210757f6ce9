"""Reading a correction of several things at once, all of them or none: "it was Friday, with Tom, at the fair"."""

from dataclasses import replace
from typing import Any

from assistant.facts import PersonSaid
from assistant.ledger import Ledger
from assistant.people.resolve import Unknown, resolve
from assistant.phrases import dates
from assistant.phrases.dates import Now
from assistant.phrases.en.joining_in import names_of
from assistant.phrases.en.setting_right import Clear, SetRight, name_in
from assistant.phrases.en.several import Part, apart, begins_anew
from assistant.phrases.frame import Frame, Intent, Record, Role
from assistant.plainly import person_said
from assistant.reading_slots import loses, said_slots
from assistant.reading_values import Filled, filled, moment
from assistant.reply import Matter
from assistant.speaker import Speaker

_WORDS = ("topic", "client", "audience")  # slots that hold any words


def several_or_one(
    frame: Frame, new: SetRight, kind: Record, record: Matter | None, by: Speaker, ledger: Ledger
) -> Filled | None:
    """The frame with all that was said in it; None where it is not understood, or a part of it has no place there.

    Raises Refused for a day that is in no calendar.
    """
    read = several(frame, new, kind, by, ledger) or _one(new.value, frame, new, kind, by, ledger)
    return None if read is None or loses(read.frame, kind, record, by, ledger) else read


def several(frame: Frame, new: SetRight, record: Record, by: Speaker, ledger: Ledger) -> Filled | None:
    """The frame with each of the things in it; None where it is one thing, or one of them is not understood.

    Raises Refused for a day that is in no calendar.
    """
    whole = [(one.start, one.end) for one in dates.find(new.value, Now(by.clock, by.day_first))]
    parts = () if new.slot else apart(new.value, whole)
    if len(parts) < 2:
        return None
    takes = Clear.NOT
    said: dict[str, Any] = {}
    for part, after in zip(parts, (*parts[1:], None), strict=True):
        read = _one(part.text, Frame(Intent.CORRECT, kind=frame.kind), new, record, by, ledger)
        slots = said_slots(read.frame) if read else {}
        if read is None or not slots or said.keys() & slots.keys():
            return None
        dated = after is not None and moment(after.text, record, by) is not None
        if after and not dated and _may_hold(slots, part, after):
            return None
        said |= slots | ({"notes": read.frame.notes} if read.frame.notes else {})
        words = dated and not part.marked and not slots.keys().isdisjoint(_WORDS)  # "about the talk on Friday"
        takes = max(takes, read.takes, Clear.ANY if words else Clear.NOT)
    return Filled(replace(frame, **said), takes)


def _may_hold(slots: dict[str, Any], part: Part, after: Part) -> bool:
    """Whether what follows may belong to the words before: "the talk at the fair", "the museum on the hill"."""
    if part.marked:
        return False
    return not slots.keys().isdisjoint(_WORDS) or ("place" in slots and not begins_anew(after.text))


def people_in(names: tuple[str, ...], by: Speaker, ledger: Ledger) -> tuple[PersonSaid, ...]:
    """Those whom the names mean; () where one of them is nobody known."""
    said = tuple(map(person_said, names))
    directory = ledger.people.directory()
    unknown = any(isinstance(resolve(one, directory, by.person.id), Unknown) for one in said)
    return () if unknown else said


def _one(value: str, frame: Frame, new: SetRight, record: Record, by: Speaker, ledger: Ledger) -> Filled | None:
    """The frame with one of the things in it. Who was met is left to the models, where nothing else is said."""
    met = people_in(names_of(name_in(value)), by, ledger) if record is Record.MEETING else ()
    if met and (new.against or value != new.value):
        return Filled(replace(frame, people={Role.WITH: met}), Clear.PERSON)
    return filled(frame, replace(new, value=value), record, by, ledger)
