"""What is asked of the memory about who knows whom."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from assistant.ids import (
    PersonId,
)
from assistant.network.paths import Known, Tie


class Ties(Protocol):
    """Who knows whom, as far as anybody told; the viewer sees their own ties, and what others show."""

    def weigh(self, owner: PersonId, others: Iterable[PersonId], shared: bool) -> None:
        """Something between the owner and each of them has changed: their ties are what stands between them now."""
        ...

    def share(self, owner: PersonId, shown: bool) -> None:
        """All of the owner's ties are shown to others, or to nobody."""
        ...

    def of(self, person: PersonId, limit: int, viewer: PersonId) -> Sequence[Tie]:
        """Whom the person knows and who knows them, the warmest first."""
        ...

    def of_each(self, people: Iterable[PersonId], limit: int, viewer: PersonId) -> Sequence[Known]:
        """Whoever knows one of the people, or is known by them: the warmest `limit` of each."""
        ...

    def among(
        self, people: Iterable[PersonId], others: Iterable[PersonId], viewer: PersonId
    ) -> Iterable[tuple[PersonId, PersonId, float]]:
        """Ties between one of the people and one of the others, with their kept numbers."""
        ...
