"""What is asked of the memory about all that a member noted: in which order, and by which words it is found."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.ids import PersonId
from assistant.reply import Matter, Subject


@dataclass(frozen=True, slots=True)
class Words:
    """The words that find a record."""

    record: Matter
    day: date
    people: tuple[PersonId, ...]  # named in it, without its reader
    topic: str
    notes: str


class NotedRecords(Protocol):
    """Those that stand and that the owner wrote, or may read and agreed to."""

    def latest(self, owner: PersonId, kinds: Collection[Subject], most: int, skip: int = 0) -> Sequence[Matter]:
        """Those of these kinds, what was written down last first; of changes of settings the last one alone."""
        ...

    def of(self, owner: PersonId, zone: str, most: int) -> Sequence[Words]:
        """Offers, needs, reminders, recommendations, thanks, referrals, partnerships and introductions, with their
        words; of each kind at most so many rows, the latest. Days are those of the zone's calendar.
        """
        ...
