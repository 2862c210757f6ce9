"""A reminder, as it is remembered: what a member wants to be told of, and when. A rhythm is one that comes again."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from assistant.facts import Person
from assistant.ids import PersonId, ReminderId
from assistant.phrases.frame import Every


class Assumed(StrEnum):
    """What was not said."""

    DAY = "day"  # the first day of what was said: "next month"
    TIME = "time"  # the hour of "this afternoon", or "today" without one
    EVERY = "every"  # how often


@dataclass(frozen=True, slots=True)
class ReminderDraft:
    """A reminder as it is about to be written down."""

    people: tuple[PersonId, ...]  # whom it is about; may be nobody
    topic: str
    day: date  # when it comes next, in the owner's own calendar
    at: time | None = None  # a clock time that was said; else a decent hour of that day
    every: Every | None = None  # for a rhythm
    since: date | None = None  # for a rhythm: it counts from there where no meeting is later
    words: str = ""  # as the member said it
    assumed: frozenset[Assumed] = frozenset()


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder."""

    id: ReminderId
    owner: PersonId
    people: tuple[Person, ...]
    topic: str
    day: date
    at: time | None
    every: Every | None
    since: date | None
    words: str
    assumed: frozenset[Assumed]
    written_at: datetime  # UTC
    round: int = 1  # grows whenever it is set to come anew: each round is told once
    done_at: datetime | None = None  # UTC
    undone_at: datetime | None = None  # UTC
    version: int = 1

    @property
    def is_open(self) -> bool:
        """Still to come, or to come again."""
        return self.done_at is None and self.undone_at is None
