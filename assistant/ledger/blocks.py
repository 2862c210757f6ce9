"""What is asked of the memory about who wants no introduction to whom."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from assistant.ids import PersonId


class Blocks(Protocol):
    """Who wants to be introduced to somebody no more; known to nobody but whoever said so."""

    def put(self, person: PersonId, other: PersonId, at: datetime) -> None:
        """The person wants no introduction to the other; again is the same."""
        ...

    def lift(self, person: PersonId, others: Iterable[PersonId]) -> None:
        """The person takes it back; what is not there does not matter."""
        ...

    def by(self, person: PersonId) -> Sequence[PersonId]:
        """To whom the person wants no introduction, the latest first."""
        ...

    def apart_from(self, person: PersonId) -> frozenset[PersonId]:
        """Everybody whom the person is kept apart from, whichever of the two said so."""
        ...

    def among(self, people: Iterable[PersonId | None]) -> bool:
        """Whether any two of them are kept apart."""
        ...
