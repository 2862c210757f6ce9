"""What is asked of the memory about the words of a member's records beside meetings and contacts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.ids import PersonId
from assistant.reply import Matter


@dataclass(frozen=True, slots=True)
class Words:
    """The words that find a record."""

    record: Matter
    day: date
    people: tuple[PersonId, ...]  # named in it, without its reader
    topic: str
    notes: str


class NotedWords(Protocol):
    """Offers, needs, reminders, recommendations, thanks, referrals, partnerships, introductions."""

    def of(self, owner: PersonId, zone: str, most: int) -> Sequence[Words]:
        """Those that stand and that the owner wrote, or may read and agreed to; of each kind at most so many rows, the
        latest. Days are those of the zone's calendar.
        """
        ...
