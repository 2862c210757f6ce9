"""What goes into understanding, and what comes out of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.ids import PersonId
from assistant.phrases.frame import Frame
from assistant.said import Surface


@dataclass(frozen=True, slots=True)
class Thread:
    """What the thread is about in which somebody spoke: one of Wellmet's own cards, a request for an introduction."""

    requester: PersonId | None = None
    target: str = ""  # a name as the request says it
    seeking: str = ""  # a kind of person


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence with all that its reading may depend on."""

    words: str  # as Slack sends them
    surface: Surface
    now: datetime  # the speaker's own wall clock, without a zone
    day_first: bool = True  # whether the speaker reads 3/4 as the third of April
    command: str = ""  # "/met", for Surface.COMMAND
    speaker: PersonId | None = None  # never meant by a name; sees their own contacts
    thread: Thread | None = None  # for Surface.THREAD

    @property
    def about(self) -> str:
        """What the thread's request is for, as the models are told it: a "target", "seeking", or "" for no thread."""
        return "" if self.thread is None else "target" if self.thread.target else "seeking"


class Surety(StrEnum):
    """What the reading is good for."""

    ACT = "act"  # do it; it can be undone
    CONFIRM = "confirm"  # say what was understood, and do it at a tap
    HELP = "help"  # not understood: keep the words, show what works
    SILENT = "silent"  # not addressed to Wellmet


@dataclass(frozen=True, slots=True)
class Understood:
    """A sentence, read."""

    frame: Frame
    surety: Surety
    second: Frame | None = None  # the next best reading, to be offered beside the first
    reasons: tuple[str, ...] = ()  # the strongest, for `wellmet explain`; never shown to members
    lacking: Frame | None = None  # what was not understood only because nobody is known by a name in it
