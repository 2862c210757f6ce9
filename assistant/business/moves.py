"""Who may do what about a referral or a partnership, and where that leads. docs/business.md is printed from these
tables, and every cell of them has a test.
"""

from datetime import timedelta
from enum import StrEnum

from assistant.business.record import Life, Shared, State, Word
from assistant.ids import PersonId


class Side(StrEnum):
    """What somebody is to a record."""

    WRITER = "writer"  # who of the two said it as it stands
    OTHER = "other"


class Verb(StrEnum):
    """What somebody does about what the record says."""

    CONFIRM = "confirm"
    CHANGE = "change"
    REFUSE = "refuse"  # "not mine"


class Step(StrEnum):
    """What somebody tells of a referral."""

    CONTACT = "contact"
    WIN = "win"
    LOSE = "lose"
    REOPEN = "reopen"  # it was told too early: back to the beginning


class Turn(StrEnum):
    """What somebody does about a partnership."""

    END = "end"
    RENEW = "renew"


WORDS: dict[tuple[Word, Verb, Side], Word] = {
    (Word.ASKED, Verb.CONFIRM, Side.OTHER): Word.CONFIRMED,
    (Word.ASKED, Verb.REFUSE, Side.OTHER): Word.REFUSED,
    (Word.ASKED, Verb.CHANGE, Side.OTHER): Word.ASKED,  # of the other one of the two
    (Word.ASKED, Verb.CHANGE, Side.WRITER): Word.ASKED,
    (Word.CONFIRMED, Verb.CONFIRM, Side.WRITER): Word.CONFIRMED,  # both at once, or pressed twice
    (Word.CONFIRMED, Verb.CONFIRM, Side.OTHER): Word.CONFIRMED,
    (Word.CONFIRMED, Verb.CHANGE, Side.WRITER): Word.ASKED,
    (Word.CONFIRMED, Verb.CHANGE, Side.OTHER): Word.ASKED,
    # Who said that it is not theirs may think again; the author is free to keep a note of their own, and asks no more.
    (Word.REFUSED, Verb.CONFIRM, Side.OTHER): Word.CONFIRMED,
    (Word.REFUSED, Verb.REFUSE, Side.OTHER): Word.REFUSED,
    (Word.REFUSED, Verb.CHANGE, Side.WRITER): Word.REFUSED,
    (Word.OWN, Verb.CHANGE, Side.WRITER): Word.OWN,
}

STEPS: dict[tuple[State, Step], State] = {
    (State.SENT, Step.CONTACT): State.CONTACTED,
    (State.SENT, Step.WIN): State.WON,
    (State.SENT, Step.LOSE): State.LOST,
    (State.CONTACTED, Step.WIN): State.WON,
    (State.CONTACTED, Step.LOSE): State.LOST,
    (State.CONTACTED, Step.REOPEN): State.SENT,
    (State.WON, Step.CONTACT): State.CONTACTED,
    (State.WON, Step.LOSE): State.LOST,  # it fell through
    (State.WON, Step.REOPEN): State.SENT,
    (State.LOST, Step.CONTACT): State.CONTACTED,
    (State.LOST, Step.WIN): State.WON,  # it came after all
    (State.LOST, Step.REOPEN): State.SENT,
}

TURNS: dict[tuple[Life, Turn], Life] = {
    (Life.RUNNING, Turn.END): Life.ENDED,
    (Life.RUNNING, Turn.RENEW): Life.RUNNING,
    (Life.PAST, Turn.END): Life.ENDED,
    (Life.PAST, Turn.RENEW): Life.RUNNING,
    (Life.ENDED, Turn.RENEW): Life.RUNNING,
}

BEFORE_END = timedelta(weeks=3)  # both are reminded of what stands on paper; enough for a notice of two weeks


def side_of(person: PersonId, record: Shared) -> Side:
    """What that person is to the record as it stands."""
    return Side.WRITER if person == record.writer else Side.OTHER


def may_tell(person: PersonId, record: Shared) -> bool:
    """Whether that person may say what became of it: not before they have said whether it is theirs at all."""
    return record.word is Word.CONFIRMED or person in (record.author, record.writer)
