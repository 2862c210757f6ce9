"""A recommendation: who speaks well of whom, for what, and whether it may be shown."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.ids import PersonId, RecommendationId

TOPIC = 300  # characters


class Consent(StrEnum):
    """What the person recommended said to its being shown."""

    SHOW = "show"
    NO = "no"  # to their author this reads as if nothing had been answered


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Somebody is recommended, perhaps for something."""

    id: RecommendationId
    author: PersonId
    person: PersonId
    topic: str  # "" when it was not said for what
    written_at: datetime  # UTC
    consent: Consent | None = None
    ended_at: datetime | None = None  # UTC; taken back by its author, and may be put back

    @property
    def stands(self) -> bool:
        """Whether its author still says so."""
        return self.ended_at is None

    @property
    def is_shown(self) -> bool:
        """Whether others see it."""
        return self.stands and self.consent is Consent.SHOW
