"""What a member was asked: who is meant by a name in what they said, or whether it was understood at all."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.facts import When
from assistant.ids import PersonId, QuestionId
from assistant.phrases.frame import Frame


class Asking(StrEnum):
    """What a question is about."""

    WHO = "who"  # a name fits several people, or nobody
    WHY = "why"  # a request for an introduction without a reason
    WHEN = "when"  # a reminder without a moment
    RECORD = "record"  # several records fit what is to be set right or taken back
    MEANING = "meaning"  # the sentence may mean this, or that


class Ending(StrEnum):
    """How a question came to its end."""

    ANSWERED = "answered"
    DROPPED = "dropped"  # "never mind"
    REFUSED = "refused"  # understood, and it cannot be done; the member is told why
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """A question as it is about to be asked."""

    asker: PersonId  # the member who is asked, because they said it
    asking: Asking
    said: Frame
    said_at: datetime  # UTC; the day that "yesterday" counts from
    conversation: str  # where it was asked; a typed answer is looked for there
    expires_at: datetime  # UTC
    second: Frame | None = None  # for a meaning: the next best reading
    name: str = ""  # for a name: the words asked about now, one of the references in `said`
    candidates: tuple[PersonId, ...] = ()  # who was offered for them, in the order shown; "the second" counts in it
    fits: bool = True  # the candidates fit the name; else they are only spelt nearly so


@dataclass(frozen=True, slots=True)
class Question:
    """A question to a member. Open until it has an ending; the sentence waits for it."""

    id: QuestionId
    asker: PersonId
    asking: Asking
    said: Frame
    said_at: datetime
    conversation: str
    expires_at: datetime
    second: Frame | None = None
    name: str = ""
    candidates: tuple[PersonId, ...] = ()
    fits: bool = True
    settled: tuple[tuple[str, PersonId], ...] = ()  # names answered already, with whom they mean
    ending: Ending | None = None
    came_to: str = ""  # what became of it, as Matter.key
    in_words: bool = False  # answered by typing: the new record stands below, not in the question's place

    @property
    def version(self) -> int:
        """Differs whenever its message does: with each name settled, each turn to something else, and at its end."""
        turn = (Asking.MEANING, Asking.WHO, Asking.WHY, Asking.WHEN, Asking.RECORD).index(self.asking)
        return 10 * len(self.settled) + 2 * turn + (self.ending is not None) + 1


@dataclass(frozen=True, slots=True)
class NewContact:
    """Nobody known is meant."""


@dataclass(frozen=True, slots=True)
class NeverMind:
    """The sentence is dropped."""


@dataclass(frozen=True, slots=True)
class Meant:
    """This reading is right."""

    reading: Frame


@dataclass(frozen=True, slots=True)
class Why:
    """The line of why that a request lacked."""

    words: str


@dataclass(frozen=True, slots=True)
class At:
    """The moment that a reminder lacked."""

    when: When


@dataclass(frozen=True, slots=True)
class This:
    """The record that is meant, as Matter.key."""

    record: str


Answer = PersonId | NewContact | NeverMind | Meant | Why | At | This
"""What may be answered: who is meant, that nobody known is, that it was not meant at all, and so on."""
