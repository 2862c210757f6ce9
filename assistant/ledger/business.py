"""What is asked of the memory about referrals and partnerships."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from assistant.business.record import Partnership, Referral
from assistant.ids import PartnershipId, PersonId, ReferralId


class Referrals(Protocol):
    """Business that members sent to one another."""

    def add(self, referral: Referral) -> Referral:
        """Write it down; it comes back with its id."""
        ...

    def get(self, referral: ReferralId) -> Referral | None: ...

    def hold(self, referral: ReferralId) -> Referral | None:
        """The referral; until the transaction ends nobody else changes it."""
        ...

    def save(self, referral: Referral) -> Referral:
        """Write down what changed; the version grows. Only after `hold`."""
        ...

    def of(self, person: PersonId, since: date, until: date) -> Sequence[Referral]:
        """Those of these days that the person may see, the newest first; not those taken back."""
        ...

    def between(self, person: PersonId, other: PersonId) -> Sequence[Referral]:
        """Those of the two that `person` may see, the newest first; not those taken back."""
        ...

    def waiting_on(self, person: PersonId, limit: int) -> Sequence[Referral]:
        """Those that wait for the person's word, the oldest first."""
        ...


class Partnerships(Protocol):
    """Who teamed up with whom."""

    def add(self, partnership: Partnership) -> Partnership:
        """Write it down; it comes back with its id."""
        ...

    def get(self, partnership: PartnershipId) -> Partnership | None: ...

    def hold(self, partnership: PartnershipId) -> Partnership | None:
        """The partnership; until the transaction ends nobody else changes it."""
        ...

    def save(self, partnership: Partnership) -> Partnership:
        """Write down what changed; the version grows. Only after `hold`."""
        ...

    def of(self, person: PersonId) -> Sequence[Partnership]:
        """Those that the person may see, ended ones too, the newest first; not those taken back."""
        ...

    def between(self, person: PersonId, other: PersonId) -> Sequence[Partnership]:
        """Those of the two that `person` may see, the newest first; not those taken back."""
        ...

    def waiting_on(self, person: PersonId, limit: int) -> Sequence[Partnership]:
        """Those that wait for the person's word, the oldest first."""
        ...
