"""Replies that tell back what was noted: a person's card, meetings, who brought whom together, own numbers."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assistant.business.totals import Totals
from assistant.facts import Meeting, Person, Span, When
from assistant.phrases.frame import Every
from assistant.reply.introductions import IntroductionShown
from assistant.reply.matter import Matter, Subject

if TYPE_CHECKING:
    from assistant.reply import Message


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that somebody typed; shown as text, cut where a card has no room for more."""

    text: str


Part = str | Person | When | date | Every | Typed
"""A piece of a sentence: our own words, or a fact that the view puts into words."""

Line = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One thing that is known of somebody: a heading, and a few sentences."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PersonCard:
    """All that the reader has noted of somebody, and what others let them see."""

    person: Person
    sections: tuple[Section, ...]
    times_met: int
    may_ask: bool = False  # the reader does not know them yet, and may ask for an introduction


@dataclass(frozen=True, slots=True)
class MeetingsFound:
    """The reader's meetings that were asked for, the newest first, some at a time."""

    asked: str  # a value of recall.look.What: last, meetings, notes
    person: Person | None
    organisation: str  # asked about instead of a person, as typed
    span: Span
    meetings: tuple[Meeting, ...]
    total: int
    page: int = 1
    more: str = ""  # the next page, as a button carries it, or after the last meeting all of them; "" where that is all
    nearest: Meeting | None = None  # where nothing was found: the last one outside the span
    newer: str = ""  # the page before, as a button carries it


@dataclass(frozen=True, slots=True)
class Noted:
    """A record that is neither a meeting nor a contact, and the message about it as it stands."""

    record: Matter
    message: "Message"


@dataclass(frozen=True, slots=True)
class AllNoted:
    """All that the reader noted and may count on, whatever its kind, what was written down last first; a page of it."""

    records: tuple[Meeting | Person | Noted, ...]
    kind: Subject | None = None  # the only one listed
    page: int = 1
    newer: str = ""  # the page before, as a button carries it; "" on the first one
    older: str = ""  # the page after


@dataclass(frozen=True, slots=True)
class RecordsFound:
    """The reader's own records with the words looked for, best first, some at a time."""

    words: str  # as typed
    span: Span
    records: tuple[Meeting | Person | Noted, ...]
    total: int
    page: int = 1
    more: str = ""  # the next page, as a button carries it
    beyond: bool = False  # there are older ones that were not weighed
    near: tuple[str, ...] = ()  # words of the question found only spelt nearly so
    missing: tuple[str, ...] = ()  # words that these records do not have
    before: str = ""  # the page before, as a button carries it


@dataclass(frozen=True, slots=True)
class HowKnown:
    """How the reader came to know somebody, and whom that person brought them together with."""

    person: Person
    asked: str  # a value of recall.look.What: introduced, how
    introductions: tuple[IntroductionShown, ...]  # by which the two were brought together
    through: tuple[IntroductionShown, ...]  # those that this person made for the reader
    first: Meeting | None


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody the reader knows: how often they met, and when last."""

    person: Person
    times: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Network:
    """Whom the reader knows best, and with whom they have lost touch."""

    best: tuple[Known, ...]
    fading: tuple[Known, ...]
    people: int  # all whom they have met
    there: str = ""  # the organisation asked about: only its people, all of them the best
    long_ago: bool = False  # only those not met for the longest were asked for


@dataclass(frozen=True, slots=True)
class Numbers:
    """The reader's own totals; nobody is compared with anybody."""

    span: Span
    meetings: int
    people: int
    places: int
    business: Totals | None = None  # what they sent and received, where there is any


@dataclass(frozen=True, slots=True)
class WhoForm:
    """A form to choose somebody whose card is to be shown."""


@dataclass(frozen=True, slots=True)
class SearchForm:
    """A form for words that are looked for in one's own records."""


@dataclass(frozen=True, slots=True)
class Window:
    """A message in a window of its own, where no message can stand."""

    message: "Message"
    of: Matter | None = None  # what it is about: the window is shown anew when something was done in it or above it
    in_place: bool = False  # it takes the place of the topmost window, as its next page or how it stands now
