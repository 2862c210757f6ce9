"""What two people gave one another and received, as values."""

from dataclasses import dataclass
from datetime import date

from assistant.business.totals import Tally
from assistant.facts import Person


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that one did for the other: whom they were introduced to, what they were thanked for."""

    day: date
    words: str  # typed by people, or a name


@dataclass(frozen=True, slots=True)
class Deeds:
    """Things of one kind, in both directions, the newest first."""

    kind: str  # "introductions", "thanks", "recommendations"
    given: tuple[Deed, ...]  # by the reader
    received: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What the reader and the other gave one another and received."""

    other: Person
    met: int  # times, by the reader's own notes
    deeds: tuple[Deeds, ...]
    referrals_received: Tally
    referrals_sent: Tally
    partnerships: int  # that go on
