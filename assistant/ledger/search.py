"""What is asked of the memory about finding records by their words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.facts import Span
from assistant.ids import PersonId
from assistant.reply import Matter


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as it is found: its words field by field, the weightiest first (names, places, topics, notes)."""

    record: Matter
    day: date | None  # None for what has no day, such as a contact
    fields: tuple[tuple[str, ...], ...]


class Search(Protocol):
    """The words of every record that stands, each owner's apart. The memory keeps them as it writes the records."""

    def times(self, owner: PersonId, words: Iterable[str]) -> Mapping[str, int]:
        """In how many of the owner's records each word stands; those in none are left out."""
        ...

    def like(self, owner: PersonId, word: str) -> Mapping[str, int]:
        """Words of the owner's records that begin alike or sound alike, with how many records each stands in."""
        ...

    def with_all(self, owner: PersonId, groups: Sequence[Mapping[str, int]], span: Span, limit: int) -> Sequence[Entry]:
        """Records that have a word of each group, the latest first; those without a day before them.

        Each word comes with its number of records, as `times` and `like` gave it; with a span, only records of it.
        """
        ...
