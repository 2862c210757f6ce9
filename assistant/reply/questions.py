"""What a member is asked, so that nothing is guessed."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assistant.asked import Ending
from assistant.facts import Meeting, Person
from assistant.ids import QuestionId
from assistant.phrases.frame import Correction, Frame

if TYPE_CHECKING:
    from assistant.reply.recall import Noted


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
    record: "Meeting | Person | Noted | None" = None  # what would be set right


@dataclass(frozen=True, slots=True)
class WhichRecord:
    """Several of the reader's records fit what is to be set right or taken back. Nothing is done before the answer."""

    question: QuestionId
    kind: Correction
    records: tuple["Meeting | Person | Noted", ...]  # in the order in which they are counted


@dataclass(frozen=True, slots=True)
class QuestionClosed:
    """The question stands no longer; where a record came of it, that record has its own message."""

    ending: Ending
    name: str  # the words that were asked about; "" when the question was what the sentence means
    meant: Person | None = None
