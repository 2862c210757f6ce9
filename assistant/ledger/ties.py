"""What is asked of the memory about who knows whom."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from assistant.ids import (
    PersonId,
)
from assistant.network.paths import Tie


class Ties(Protocol):
    """Who knows whom, as far as anybody told; the viewer sees their own ties, and what others show."""

    def met(self, owner: PersonId, others: Iterable[PersonId], shared: bool) -> None:
        """The owner's meetings with them have changed: their ties are what the standing ones come to."""
        ...

    def share(self, owner: PersonId, shown: bool) -> None:
        """All of the owner's ties are shown to others, or to nobody."""
        ...

    def of(self, person: PersonId, limit: int, viewer: PersonId) -> Sequence[Tie]:
        """Whom the person knows and who knows them, the warmest first."""
        ...

    def among(
        self, people: Iterable[PersonId], others: Iterable[PersonId], viewer: PersonId
    ) -> Iterable[tuple[PersonId, PersonId, float]]:
        """Ties between one of the people and one of the others, with their kept numbers."""
        ...
