"""What is asked of the memory about the order in which members wrote things down."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from assistant.ids import PersonId
from assistant.reply import Matter, Subject


@dataclass(frozen=True, slots=True)
class Written:
    """A record, and when its author wrote it down."""

    record: Matter
    at: datetime  # UTC


class Journal(Protocol):
    """The records that members wrote down, whatever their kind; "undo that" means the last of them."""

    def wrote(self, author: PersonId, record: Matter, at: datetime) -> None:
        """The author has written that record down."""
        ...

    def written(self, author: PersonId, record: Matter) -> datetime | None:
        """When the author wrote that record down; None for what a file brought back."""
        ...

    def took_back(self, author: PersonId, record: Matter, at: datetime) -> None:
        """The author has taken that record back, whichever message about it they said it in, and even where a file had
        brought it.
        """
        ...

    def put_back(self, author: PersonId, record: Matter) -> None:
        """It stands again, and nothing is in its place."""
        ...

    def replaced(self, author: PersonId, old: Matter, new: Matter) -> None:
        """The author has taken the old record back for the new one in its place."""
        ...

    def in_place_of(self, author: PersonId, record: Matter) -> Matter | None:
        """What took the place of a record that was taken back for it."""
        ...

    def last_taken_back(self, author: PersonId, since_written: bool = False) -> Matter | None:
        """What the author took back last; with `since_written` only if they have written nothing down since, in its
        place or besides.
        """
        ...

    def standing(self, owner: PersonId, kinds: Collection[Subject], most: int, skip: int = 0) -> Sequence[Matter]:
        """Records of these kinds that stand and that the owner wrote, or may read and agreed to; the last written
        first. Of changes of settings the last one alone.
        """
        ...

    def latest(self, author: PersonId, limit: int) -> Sequence[Matter]:
        """What the author wrote down, the last first, whether it still stands or not."""
        ...

    def everything(self, author: PersonId) -> Sequence[Written]:
        """Every record of the author's, of whatever kind, the last written first: those that stand, those that were
        taken back, and those that a file brought back, which nobody wrote down here.
        """
        ...
