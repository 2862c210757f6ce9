"""What has a place in a record of each kind: of a correction that says more than that, nothing is done unasked."""

from dataclasses import fields
from typing import Any

from assistant.ids import IntroductionId
from assistant.introductions.record import Origin
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Record
from assistant.reminders.moments import is_time_alone
from assistant.reply import Matter, Subject
from assistant.speaker import Speaker

TAKES = {
    Record.MEETING: frozenset(("people", "when", "place", "topic")),
    Record.INTRODUCTION: frozenset(("people", "topic")),
    Record.REMINDER: frozenset(("people", "when", "topic", "every")),
    Record.OFFER: frozenset(("topic", "audience")),
    Record.NEED: frozenset(("topic", "when")),
    Record.THANKS: frozenset(("people", "topic")),
    Record.REFERRAL: frozenset(("people", "when", "topic", "client", "amount", "outcome")),
    Record.PARTNERSHIP: frozenset(("people", "when", "topic", "organisation", "formality")),
    Record.RECOMMENDATION: frozenset(("people", "topic")),
    Record.SETTINGS: frozenset(("when", "every")),
}
"""The slots of a frame that each kind of record takes; an introduction that was made elsewhere has a day as well."""
_HAS_AN_HOUR = (Record.MEETING, Record.REMINDER, Record.REFERRAL, Record.SETTINGS)
_NOT_OF_RECORDS = frozenset(("intent", "kind", "which", "notes", "ask", "subject", "setting", "seeking"))
NOT_ALL = (
    "Nothing was changed, since not all of that has a place in it. Say one thing at a time, like “no, it was Linn”; or "
    "press Edit or Change on it."
)


def said_slots(frame: Frame) -> dict[str, Any]:
    """What was said that may stand in a record, by the name of its slot."""
    told = ((slot.name, getattr(frame, slot.name)) for slot in fields(frame) if slot.name not in _NOT_OF_RECORDS)
    return {name: value for name, value in told if value}


def loses(frame: Frame, kind: Record, record: Matter | None, by: Speaker, ledger: Ledger) -> bool:
    """Whether a part of what was said has no place in the record, or is an hour that it does not keep.

    What has no place as a whole is refused in the record's own words, once it is to be set right. `record` is it, where
    that is known already.
    """
    takes = TAKES[kind] | ({"when"} if record and _was_made(record, ledger) else set())
    hour = kind not in _HAS_AN_HOUR and "when" in takes and is_time_alone(frame, by)
    said = said_slots(frame).keys()
    return hour or (not said.isdisjoint(takes) and not said <= takes)


def _was_made(record: Matter, ledger: Ledger) -> bool:
    """Whether it is an introduction that was made elsewhere, on some day; a request has none."""
    if record.subject is not Subject.INTRODUCTION:
        return False
    introduction = ledger.introductions.get(IntroductionId(record.id))
    return introduction is not None and introduction.origin is Origin.LOGGED
