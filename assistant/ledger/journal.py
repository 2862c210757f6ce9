"""What is asked of the memory about the order in which members wrote things down."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from assistant.ids import PersonId
from assistant.reply import Matter


class Journal(Protocol):
    """The records that members wrote down, whatever their kind; "undo that" means the last of them."""

    def wrote(self, author: PersonId, record: Matter, at: datetime) -> None:
        """The author has written that record down."""
        ...

    def latest(self, author: PersonId, limit: int) -> Sequence[Matter]:
        """What the author wrote down, the last first, whether it still stands or not."""
        ...
