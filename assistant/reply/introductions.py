"""Replies about introductions, and their forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.facts import Person
from assistant.ids import IntroductionId, PersonId, QuestionId
from assistant.introductions.record import Answer, Introduction, Side
from assistant.listings.found import Found
from assistant.phrases.frame import Frame
from assistant.reply.matter import Matter
from assistant.reply.questions import Candidate


@dataclass(frozen=True, slots=True)
class WhyAsked:
    """A request for an introduction needs a line of why."""

    question: QuestionId
    said: Frame


@dataclass(frozen=True, slots=True)
class Way:
    """Who brought whom together, where the reader and the one they are asked about were both in it."""

    connector: Person | None
    requester: Person
    target: Person


@dataclass(frozen=True, slots=True)
class IntroductionShown:
    """An introduction, as far as its reader may see it; whom they may not know of is left out."""

    introduction: Introduction
    reader: Side | None  # None: the card that everybody reads
    requester: Person
    target: Person | None = None
    connector: Person | None = None
    answer: Answer | None = None  # of the reader, if they were asked
    knows: Candidate | None = None  # how the reader knows the one they are asked about
    connectors: int = 0  # for the requester: how many may be asked
    channel: str = ""  # for the requester: where a card could stand
    card: bool = False  # for the requester: a card stands there
    me: PersonId | None = None  # the reader, if they were asked
    ways: tuple[Way, ...] = ()  # introductions in which the reader and the one they are asked about stood together
    apart: bool = False  # the reader has said that they want no introduction with them ever
    forward: bool = False  # on the card: somebody has come forward by it
    noted: bool = False  # the reader's own notes say that the two met, and nobody else knows
    thanked: bool = False  # the reader has thanked for it
    doing: tuple[Found, ...] = ()  # for the requester of a kind of person: who says openly that they do it
    made_on: date | None = None  # when the two were brought together, in the reader's calendar
    again: bool = False  # shown once more: a reminder, or asked for twice


@dataclass(frozen=True, slots=True)
class IntroducedTogether:
    """The introduction itself, read by both and the connector."""

    introduction: Introduction
    requester: Person
    target: Person
    connector: Person | None


@dataclass(frozen=True, slots=True)
class PassedOn:
    """Somebody asks, or answers, about an introduction."""

    introduction: IntroductionId
    sender: Person
    words: str


SHOWN = 5  # requests of each kind that are shown at once; a view holds a hundred blocks in all


@dataclass(frozen=True, slots=True)
class Requests:
    """A member's open requests, and those that wait for them; at most `SHOWN` of each."""

    mine: tuple[IntroductionShown, ...]
    waiting: tuple[IntroductionShown, ...]


@dataclass(frozen=True, slots=True)
class RequestForm:
    """An empty form for a request, one with what is known already, or one that nobody was asked about yet."""

    target: Person | None = None
    why: str = ""
    before: Matter | None = None  # the member's own request, to be set right
    version: int = 0
    seeking: str = ""  # what it asks for, where that is no person


@dataclass(frozen=True, slots=True)
class LoggedForm:
    """One that was made elsewhere, as its author noted it; they themselves are not among its people here."""

    before: Matter
    version: int
    people: Mapping[Side, Person | None]
    made_on: date | None
    why: str


@dataclass(frozen=True, slots=True)
class WhyForm:
    """One line of why, for a request that lacks it."""

    question: QuestionId


@dataclass(frozen=True, slots=True)
class WhomForm:
    """Whom the connector has in mind, for a request that names nobody."""

    introduction: Introduction
    requester: Person


@dataclass(frozen=True, slots=True)
class AskForm:
    """Words to pass on to somebody about an introduction."""

    introduction: IntroductionId
    to: Person
