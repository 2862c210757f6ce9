"""A frame in the form of the contract (training/README.md): names with the ids that they may mean."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from assistant.facts import PersonSaid, When
from assistant.ids import PersonId
from assistant.people.index import Directory
from assistant.people.resolve import Sure, Unsure, resolve
from assistant.phrases.frame import Frame, Intent

_TEXTS = ("place", "topic", "organisation", "seeking", "client")
_ENUMERATED = ("ask", "formality", "subject", "setting", "kind")


def told(frame: Frame, names: Directory, speaker: PersonId, id_of: Callable[[PersonId], str]) -> dict[str, Any]:
    """The frame as an object of JSON; ids come from the resolver."""
    if frame.intent is Intent.NONE:
        return {"intent": "none"}
    made: dict[str, Any] = {"intent": str(frame.intent)}
    people = {
        str(role): [_person(one, names, speaker, id_of) for one in said] for role, said in frame.people.items() if said
    }
    if people:
        made["people"] = people
    if frame.when:
        made["when"] = when_told(frame.when)
    made |= {slot: getattr(frame, slot) for slot in _TEXTS if getattr(frame, slot)}
    made |= {slot: str(getattr(frame, slot)) for slot in _ENUMERATED if getattr(frame, slot)}
    if frame.amount:
        made["amount"] = {"value": frame.amount.value, "currency": frame.amount.currency or None}
    if frame.every:
        made["every"] = {"n": frame.every.n, "unit": frame.every.unit}
    return made


def _person(one: PersonSaid, names: Directory, speaker: PersonId, id_of: Callable[[PersonId], str]) -> dict[str, Any]:
    if one.speaker:
        return {"text": "me", "ids": ["ME"]}
    meant = PersonSaid(one.means) if one.means else one
    match resolve(meant, names, speaker):
        case Sure(person):
            return {"text": one.text, "ids": [id_of(person.id)]}
        case Unsure(people):
            return {"text": one.text, "ids": [id_of(person.id) for person in people]}
        case _:
            return {"text": one.text, "ids": []}


def when_told(when: When) -> dict[str, str | None]:
    """Start and end as local dates, or minutes where a clock time was said; None where there is none."""
    last = when.end or (when.start if when.until else None)
    return {"start": _moment(when.start, when.at), "end": _moment(last, when.until), "grain": str(when.grain)}


def _moment(day: date | None, at: time | None) -> str | None:
    if day is None:
        return None
    return datetime.combine(day, at).isoformat(timespec="minutes") if at else day.isoformat()
