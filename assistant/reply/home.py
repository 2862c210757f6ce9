"""A member's own page."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from assistant.facts import Meeting, Person
from assistant.listings.record import Listing
from assistant.reply.business import NOTHING_AT_HOME, BusinessAtHome
from assistant.reply.introductions import IntroductionShown
from assistant.reply.recall import Noted
from assistant.reply.reminders import Reminders
from assistant.reply.thanks import Owed

if TYPE_CHECKING:
    from assistant.reply import Message


@dataclass(frozen=True, slots=True)
class Muted:
    """Nothing comes of itself: stopped, or paused until a day, or since the last nudges were ignored."""

    stopped: bool = False
    paused_until: date | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """A member's own page."""

    person: Person
    meetings: tuple[Meeting, ...]  # of this page, newest first
    page: int  # counted from 1
    pages: int  # at least 1
    total: int
    contacts: int = 0  # how many they keep
    waiting: tuple[IntroductionShown, ...] = ()  # that wait for the member's answer
    offers: tuple[Listing, ...] = ()  # their own, the latest first
    needs: tuple[Listing, ...] = ()
    muted: Muted | None = None
    reminders: Reminders = field(default_factory=Reminders)  # still to come, the next few
    requests: tuple[IntroductionShown, ...] = ()  # that the member waits for
    undone: "Message | None" = None  # what they took back last, if they have noted nothing since
    owed: tuple[Owed, ...] = ()  # introductions not thanked for
    business: BusinessAtHome = NOTHING_AT_HOME
    noted: tuple[Noted, ...] = ()  # the latest of the kinds that have no other place here
    everything: str = ""  # the way to all that they noted, as a button carries it; "" where meetings are all of it
