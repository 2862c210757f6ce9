"""Replies about thanks, and their form."""

from dataclasses import dataclass
from datetime import date

from assistant.facts import Person
from assistant.ids import IntroductionId, NudgeId, QuestionId, ReferralId
from assistant.reply.matter import Matter
from assistant.reply.questions import Candidate
from assistant.thanks.record import Thanks


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody who is thanked, and by which introduction they helped."""

    person: Person
    told: bool
    other: Person | None  # whom they introduced the giver to
    made_on: date | None
    met_on: date | None
    draft: str  # words to send oneself, for who cannot be told


@dataclass(frozen=True, slots=True)
class ThanksNoted:
    """To the giver: whom they thanked, for what, and what is told."""

    thanks: Thanks
    to: tuple[Receiver, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class ThanksReceived:
    """To whoever is thanked."""

    thanks: Thanks
    giver: Person
    other: Person | None
    made_on: date | None
    met_on: date | None


@dataclass(frozen=True, slots=True)
class WhichIntroduction:
    """The same person made several introductions: which one is meant? Nothing is written before the answer."""

    question: QuestionId
    candidates: tuple[Candidate, ...]  # those whom the asker was introduced to


@dataclass(frozen=True, slots=True)
class Owed:
    """An introduction that its member has not thanked for."""

    introduction: IntroductionId
    connector: Person
    other: Person
    made_on: date
    met_on: date | None = None


@dataclass(frozen=True, slots=True)
class ThanksOwed:
    """All of them, the newest first."""

    owed: tuple[Owed, ...]


@dataclass(frozen=True, slots=True)
class ThanksDue:
    """A reminder to thank: for what, the last door opened first, and a draft that has the facts."""

    owed: tuple[Owed, ...]  # at least one, or a sender
    draft: str
    business: bool = False  # business came of it
    sender: Person | None = None  # who sent it, unless they are thanked for an introduction as well
    referral: ReferralId | None = None


@dataclass(frozen=True, slots=True)
class ThanksForm:
    """Thanks for an introduction, with a draft; or an empty form; or thanks that were given, to be set right."""

    owed: Owed | None = None
    draft: str = ""
    nudge: NudgeId | None = None  # the reminder that it answers
    to: tuple[Person, ...] = ()  # all who are thanked, if it answers one, or as they were thanked
    before: Matter | None = None  # those that were given
    version: int = 0
