"""What is asked of the memory about recommendations."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from assistant.ids import PersonId, RecommendationId
from assistant.recommendations.record import Recommendation


class Recommendations(Protocol):
    """Who speaks well of whom. Which of them a reader may see is for the asker to heed."""

    def add(self, author: PersonId, person: PersonId, topic: str, at: datetime) -> Recommendation: ...

    def get(self, recommendation: RecommendationId) -> Recommendation | None: ...

    def save(self, recommendation: Recommendation) -> None:
        """Write down what was agreed to, or taken back."""
        ...

    def by(self, author: PersonId, limit: int) -> Sequence[Recommendation]:
        """The author's own that stand, shown or not, the latest first."""
        ...

    def of(self, person: PersonId, limit: int) -> Sequence[Recommendation]:
        """Those of the person that everybody sees, the latest first."""
        ...

    def shown(self, limit: int) -> Sequence[Recommendation]:
        """All that everybody sees, the latest first."""
        ...
