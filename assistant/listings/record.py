"""An offer or a need, and who may fit a need."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from assistant.ids import FitId, ListingId, PersonId

WORDS = 300  # characters of an offer or need, and of whom it is for
# What somebody offers changes with their work, and people stay in a trade for years; a need is over in weeks. After
# that they are asked whether it is still so. Both are our own choice: twice a year is seldom enough to bother nobody.
OFFER_LASTS, NEED_LASTS = timedelta(days=180), timedelta(days=60)
AFTER_ITS_DAY = timedelta(days=1)  # a need "by Friday" is asked about once Friday is over
TO_ANSWER = timedelta(
    days=30
)  # who does not answer within it whether it is still so has it removed; it can be put back


class ListingKind(StrEnum):
    """Whether a member does something for others, or looks for it."""

    OFFER = "offer"
    NEED = "need"


@dataclass(frozen=True, slots=True)
class ListingDraft:
    """An offer or need as it is about to be written down."""

    kind: ListingKind
    words: str  # never empty
    audience: str = ""  # whom an offer is for: "couples", "small restaurants"
    until: date | None = None  # the day by which a need is wanted, in the member's own calendar


@dataclass(frozen=True, slots=True)
class Listing:
    """What a member offers or needs. Everybody in the workspace may read it while it stands."""

    id: ListingId
    owner: PersonId
    kind: ListingKind
    words: str
    audience: str
    until: date | None
    written_at: datetime  # UTC
    confirmed_at: datetime  # UTC; when its owner last said so, by writing, editing or keeping it
    ended_at: datetime | None  # UTC; removed, or never said to be still so; may be put back
    version: int  # grows with every change of it or of those who may fit it

    @property
    def asked_at(self) -> datetime:
        """When its owner is asked whether it is still so (UTC)."""
        if self.until is None:
            return self.confirmed_at + (OFFER_LASTS if self.kind is ListingKind.OFFER else NEED_LASTS)
        over = datetime.combine(self.until, time(), UTC) + timedelta(days=1)
        return max(over, self.confirmed_at) + AFTER_ITS_DAY

    @property
    def stands(self) -> bool:
        """Whether others see it."""
        return self.ended_at is None


class Taken(StrEnum):
    """What the one who needs did about a suggestion."""

    WRITES = "writes"  # they write to them themselves
    NOT_THIS = "not_this"


@dataclass(frozen=True, slots=True)
class Fit:
    """Somebody who may be what a member needs: suggested to the one who needs, once, and to nobody else.

    Why they may be is looked up whenever it is shown (search.py), and so it is always as things stand.
    """

    id: FitId
    need: ListingId
    person: PersonId
    taken: Taken | None = None
