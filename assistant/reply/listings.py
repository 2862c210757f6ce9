"""Replies about offers and needs, and their forms."""

from dataclasses import dataclass
from datetime import date

from assistant.facts import Person
from assistant.listings.found import Found, Source
from assistant.listings.record import Fit, Listing, ListingKind


@dataclass(frozen=True, slots=True)
class ListingNoted:
    """What a member offers or needs, as it stands; with those who may fit a need, for its owner's eyes."""

    listing: Listing
    suggested: tuple[tuple[Fit, Found], ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class ListingRemoved:
    """It is removed, and can be put back."""

    listing: Listing


@dataclass(frozen=True, slots=True)
class Listings:
    """A member's own offers or needs, the latest first, and those of others."""

    kind: ListingKind
    mine: tuple[Listing, ...]
    others: tuple[tuple[Listing, Person], ...]
    more: int = 0  # of others, that are not among these


@dataclass(frozen=True, slots=True)
class WhoDoes:
    """Who does what is sought, the best fit first."""

    sought: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class WhoNeeds:
    """Who needs what is offered, the best fit first."""

    offered: str
    needs: tuple[tuple[Listing, Person], ...]


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody of another trade with the reader's clients, and the reason."""

    found: Found
    mine: str  # the reader's own offer or title that it comes from
    mine_is: Source
    clients: str  # whom both serve
    said: bool  # both say so; else their trades are known to meet there


@dataclass(frozen=True, slots=True)
class Audience:
    """Who shares the reader's clients."""

    known: bool  # something is known of what the reader does
    companions: tuple[Companion, ...]


@dataclass(frozen=True, slots=True)
class StillSo:
    """Unasked: whether an offer or need still stands as it was said."""

    listing: Listing
    answered: bool = False


@dataclass(frozen=True, slots=True)
class FitFound:
    """Unasked: somebody new who may be what the reader needs."""

    need: Listing
    fit: Fit
    found: Found


@dataclass(frozen=True, slots=True)
class ListingForm:
    """An empty form, or one that holds an offer or need."""

    kind: ListingKind
    today: date  # in the member's own zone
    listing: Listing | None = None
