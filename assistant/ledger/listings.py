"""What is asked of the memory about offers and needs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from assistant.ids import FitId, ListingId, PersonId
from assistant.listings.record import Fit, Listing, ListingDraft, ListingKind, Taken


class Listings(Protocol):
    """Offers and needs of everybody in the workspace, and who was suggested for a need."""

    def add(self, owner: PersonId, draft: ListingDraft, at: datetime) -> Listing: ...

    def get(self, listing: ListingId) -> Listing | None: ...

    def of(self, owner: PersonId, kind: ListingKind) -> Sequence[Listing]:
        """What the member offers or needs and has not removed, the latest first."""
        ...

    def standing(self, kind: ListingKind, limit: int) -> Sequence[Listing]:
        """Everybody's that are not removed, those confirmed last first."""
        ...

    def save(self, listing: Listing) -> Listing:
        """Write down what changed; the version grows."""
        ...

    def suggest(self, need: ListingId, person: PersonId) -> FitId | None:
        """The person may fit the need; None if they were suggested for it before."""
        ...

    def fit(self, fit: FitId) -> Fit | None: ...

    def fits(self, need: ListingId) -> Sequence[Fit]:
        """Who was suggested for the need, in that order."""
        ...

    def take(self, fit: FitId, taken: Taken) -> None:
        """What the one who needs did about it; the need's version grows."""
        ...
