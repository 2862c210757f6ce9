"""Somebody who does what is sought."""

from dataclasses import dataclass
from enum import IntEnum

from assistant.facts import Person


class Source(IntEnum):
    """How somebody was found; the most telling first."""

    OFFER = 1
    RECOMMENDATION = 2
    TITLE = 3


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who does what is sought, and how that is known."""

    person: Person
    source: Source
    words: str  # the offer, what they are recommended for, or their title
    score: float  # how well it fits, 0 to 1
    by: Person | None = None  # who recommends them
    met: bool = False  # by the one who asks, who needs no introduction to them
