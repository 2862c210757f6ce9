"""Reading a correction of several things at once, all of them or none: "it was Friday, with Tom, at the fair"."""

from dataclasses import fields, replace
from typing import Any

from assistant.facts import PersonSaid
from assistant.ids import AccountId
from assistant.ledger import Ledger
from assistant.people.resolve import Unknown, resolve
from assistant.phrases import dates
from assistant.phrases.dates import Now
from assistant.phrases.en.joining_in import names_of
from assistant.phrases.en.setting_right import Clear, SetRight, name_in
from assistant.phrases.en.several import Part, apart, begins_anew
from assistant.phrases.frame import Frame, Intent, Record, Role
from assistant.phrases.words import MENTION
from assistant.reading_values import Filled, filled, moment
from assistant.speaker import Speaker

_WORDS = ("topic", "client", "audience")  # slots that hold any words


def several_or_one(frame: Frame, new: SetRight, record: Record, by: Speaker, ledger: Ledger) -> Filled | None:
    """The frame with several things in it, if each of them is read; else with one. Raises Refused."""
    return several(frame, new, record, by, ledger) or filled(frame, new, record, by, ledger)


def several(frame: Frame, new: SetRight, record: Record, by: Speaker, ledger: Ledger) -> Filled | None:
    """The frame with each of the things in its place; None where it is one thing, or not all of them are read.

    Raises Refused for a day that is in no calendar.
    """
    whole = [(one.start, one.end) for one in dates.find(new.value, Now(by.clock, by.day_first))]
    parts = () if new.slot else apart(new.value, whole)
    if len(parts) < 2:
        return None
    takes = Clear.NOT
    said: dict[str, Any] = {}
    for part, after in zip(parts, (*parts[1:], None), strict=True):
        read = _part(part, frame, new, record, by, ledger)
        slots = _slots(read.frame) if read else {}
        if read is None or not slots or said.keys() & slots.keys():
            return None
        dated = after is not None and moment(after.text, record, by) is not None
        if after and not dated and _may_hold(slots, part, after):
            return None
        said |= slots
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
    said = [
        PersonSaid(name, AccountId(found.group(1)) if (found := MENTION.fullmatch(name)) else None) for name in names
    ]
    directory = ledger.people.directory()
    unknown = any(isinstance(resolve(one, directory, by.person.id), Unknown) for one in said)
    return () if unknown else tuple(said)


def _part(part: Part, frame: Frame, new: SetRight, record: Record, by: Speaker, ledger: Ledger) -> Filled | None:
    blank = Frame(Intent.CORRECT, kind=frame.kind)
    met = people_in(names_of(name_in(part.text)), by, ledger) if record is Record.MEETING else ()
    if met:
        return Filled(replace(blank, people={Role.WITH: met}), Clear.PERSON)
    return filled(blank, replace(new, value=part.text), record, by, ledger)


def _slots(frame: Frame) -> dict[str, Any]:
    """What was said, by the name of its slot."""
    blank = Frame(Intent.CORRECT, kind=frame.kind)
    told = ((slot.name, getattr(frame, slot.name)) for slot in fields(frame))
    return {name: value for name, value in told if value != getattr(blank, name)}
