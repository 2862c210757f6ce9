"""What is asked of the memory about a member's records beside meetings and contacts, whatever their kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.ids import PersonId
from assistant.reply import Matter, Subject


@dataclass(frozen=True, slots=True)
class Told:
    """What a record says, in words."""

    record: Matter
    day: date  # of its owner's calendar
    people: tuple[PersonId, ...]  # named in it, without its owner
    topic: str
    notes: str


class NotedRecords(Protocol):
    """Offers, needs, reminders, recommendations, thanks, referrals, partnerships, introductions."""

    def of(self, owner: PersonId, subject: Subject, most: int) -> Sequence[Told]:
        """Those of that kind that stand and that the owner wrote, or may read and agreed to, the last written first."""
        ...
