"""Replies about meetings, and their forms."""

from dataclasses import dataclass
from datetime import date

from assistant.facts import Meeting, Person


@dataclass(frozen=True, slots=True)
class MeetingNoted:
    """Read back what was understood, or the present state of it."""

    meeting: Meeting
    again: bool = False


@dataclass(frozen=True, slots=True)
class MeetingUndone:
    """It is taken back, and can be put back."""

    meeting: Meeting


@dataclass(frozen=True, slots=True)
class MeetingForm:
    """An empty form, or one that holds a meeting."""

    today: date  # in the member's own zone
    meeting: Meeting | None = None
    person: Person | None = None  # whom it is likely about, in an empty one


@dataclass(frozen=True, slots=True)
class NoteForm:
    """A small form for more notes."""

    meeting: Meeting
