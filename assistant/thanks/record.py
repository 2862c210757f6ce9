"""Thanks as they are remembered: who thanks whom, for what, in which words, and what was told with them."""

from dataclasses import dataclass
from datetime import date, datetime

from assistant.ids import IntroductionId, PersonId, ThanksId

WORDS = 600  # characters of thanks: a few lines, read on a phone


@dataclass(frozen=True, slots=True)
class Thanked:
    """One of those who are thanked."""

    receiver: PersonId
    introduction: IntroductionId | None = None  # of theirs, by which they helped
    told: bool = False  # Wellmet tells them; not somebody without an account, nor what was said elsewhere
    met_on: date | None = None  # when those whom they introduced met, as far as the giver knows; told with the thanks


@dataclass(frozen=True, slots=True)
class ThanksDraft:
    """Thanks as they are about to be written down."""

    giver: PersonId
    to: tuple[Thanked, ...]  # at least one
    words: str = ""
    business: bool = False  # business came of it; told with the thanks, never with a sum
    referral: int | None = None  # the business they are for


@dataclass(frozen=True, slots=True)
class Thanks:
    """Thanks that somebody gave. What was told with them is kept with them: later notes of the giver add nothing."""

    id: ThanksId
    giver: PersonId
    to: tuple[Thanked, ...]
    words: str
    business: bool
    referral: int | None
    at: datetime  # UTC
    undone_at: datetime | None = None
    version: int = 1

    def given_to(self, person: PersonId) -> Thanked | None:
        """What that person is thanked for; None when they are not."""
        return next((one for one in self.to if one.receiver == person), None)
