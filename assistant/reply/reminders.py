"""Replies about reminders and rhythms, and their form."""

from dataclasses import dataclass
from datetime import date

from assistant.ids import QuestionId
from assistant.phrases.frame import Frame
from assistant.reminders.record import Reminder
from assistant.reply.questions import Candidate


@dataclass(frozen=True, slots=True)
class ReminderNoted:
    """Read back what was understood, or how it stands now."""

    reminder: Reminder
    known: tuple[Candidate, ...]  # whom it is about, and how the owner knows them
    again: bool = False


@dataclass(frozen=True, slots=True)
class ReminderDue:
    """Its time has come; with what is known of those it is about."""

    reminder: Reminder
    known: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Reminders:
    """What is still to come, the next one first."""

    open: tuple[Reminder, ...] = ()
    more: bool = False  # there are others after these


@dataclass(frozen=True, slots=True)
class WhenAsked:
    """A reminder needs a moment."""

    question: QuestionId
    said: Frame


@dataclass(frozen=True, slots=True)
class ReminderForm:
    """An empty form, or one that holds a reminder."""

    today: date  # in the member's own zone
    reminder: Reminder | None = None
