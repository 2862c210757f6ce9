"""What a member is asked, so that nothing is guessed."""

from dataclasses import dataclass
from datetime import date

from assistant.asked import Ending
from assistant.facts import Person
from assistant.ids import QuestionId
from assistant.phrases.frame import Frame


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be meant, and how the asker knows them."""

    person: Person
    times_met: int = 0
    last_met: date | None = None


@dataclass(frozen=True, slots=True)
class WhichPerson:
    """A name fits several people. Nothing is written before the answer."""

    question: QuestionId
    name: str
    candidates: tuple[Candidate, ...]  # best first, at most 5
    said: Frame


@dataclass(frozen=True, slots=True)
class WhoIsThis:
    """A name fits nobody: a new contact, or one of those spelt nearly so."""

    question: QuestionId
    name: str
    nearest: tuple[Candidate, ...]  # best first, at most 5; may be empty
    said: Frame


@dataclass(frozen=True, slots=True)
class IsThatIt:
    """It may mean this, or that. Nothing is done before the answer."""

    question: QuestionId
    said: Frame
    second: Frame | None = None


@dataclass(frozen=True, slots=True)
class QuestionClosed:
    """The question stands no longer; where a record came of it, that record has its own message."""

    ending: Ending
    name: str  # the words that were asked about; "" when the question was what the sentence means
    meant: Person | None = None
