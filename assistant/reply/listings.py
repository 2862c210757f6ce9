"""Replies about offers and needs, and their forms."""

from dataclasses import dataclass
from datetime import date

from assistant.facts import Person
from assistant.listings.found import Found
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
class ListingForm:
    """An empty form, or one that holds an offer or need."""

    kind: ListingKind
    today: date  # in the member's own zone
    listing: Listing | None = None
