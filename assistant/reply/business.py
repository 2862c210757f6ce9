"""Replies about referrals and partnerships, their forms, and what two people gave and received."""

from dataclasses import dataclass
from datetime import date

from assistant.business.given import Exchange
from assistant.business.record import Partnership, Referral
from assistant.business.totals import Tally, Totals
from assistant.facts import Person, Span


@dataclass(frozen=True, slots=True)
class ReferralShown:
    """A referral, as one of the two sees it."""

    referral: Referral
    reader: Person
    other: Person
    again: bool = False


@dataclass(frozen=True, slots=True)
class PartnershipShown:
    """A partnership, as one of the two sees it."""

    partnership: Partnership
    reader: Person
    other: Person | None  # None: with an organisation
    again: bool = False


@dataclass(frozen=True, slots=True)
class Partnerships:
    """All that a member may see, running ones first."""

    partnerships: tuple[PartnershipShown, ...]
    of: int  # how many there are, shown or not


@dataclass(frozen=True, slots=True)
class BusinessAtHome:
    """What of it stands on Home."""

    referrals: tuple[ReferralShown, ...] = ()  # that wait for the member's word
    partnerships: tuple[PartnershipShown, ...] = ()  # the same
    ending: tuple[PartnershipShown, ...] = ()  # on paper, and soon at their end


NOTHING_AT_HOME = BusinessAtHome()


@dataclass(frozen=True, slots=True)
class ReferralForm:
    """A new referral, or one as it stands."""

    today: date  # in the member's own zone
    currency: str  # the workspace's, "" when it has none
    referral: Referral | None = None


@dataclass(frozen=True, slots=True)
class PartnershipForm:
    """A new partnership, or one as it stands."""

    partnership: Partnership | None = None


@dataclass(frozen=True, slots=True)
class WithWhomForm:
    """With whom: whose giving and receiving to look at."""


@dataclass(frozen=True, slots=True)
class ExchangeWindow:
    """What the reader and somebody gave one another and received; a window to read, with nothing to fill in."""

    exchange: Exchange


@dataclass(frozen=True, slots=True)
class TotalsWindow:
    """What the reader sent and received in a year, in a window."""

    totals: Totals


@dataclass(frozen=True, slots=True)
class ReferralsBetween:
    """What the reader and one person sent one another in some days."""

    reader: Person
    other: Person
    span: Span
    referrals: tuple[Referral, ...]  # the latest first
    received: Tally
    sent: Tally
