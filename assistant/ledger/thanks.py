"""What is asked of the memory about thanks."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from assistant.ids import IntroductionId, PersonId, ThanksId
from assistant.thanks.record import Thanks, ThanksDraft


class ThanksGiven(Protocol):
    """Who thanked whom, for what."""

    def add(self, draft: ThanksDraft, at: datetime) -> Thanks: ...

    def get(self, thanks: ThanksId) -> Thanks | None:
        """The thanks, taken back or not, whoever gave them."""
        ...

    def hold(self, thanks: ThanksId) -> Thanks | None:
        """The same; until the transaction ends nobody else changes them."""
        ...

    def save(self, thanks: ThanksId, undone_at: datetime | None) -> Thanks:
        """They are taken back, or stand again; the version grows. Only after `hold`."""
        ...

    def reword(self, thanks: ThanksId, words: str) -> Thanks:
        """They are said in other words; the version grows. Only after `hold`."""
        ...

    def last_for(self, giver: PersonId, introductions: Iterable[IntroductionId]) -> Mapping[IntroductionId, datetime]:
        """When the giver last thanked for each of these; those never thanked for are left out."""
        ...

    def last_to(self, giver: PersonId, receiver: PersonId) -> datetime | None:
        """When the giver last thanked that person, for whatever; None for never."""
        ...

    def stand_for(self, introduction: IntroductionId) -> bool:
        """Whether anybody's thanks for it stand."""
        ...

    def between(self, viewer: PersonId, other: PersonId, limit: int) -> Sequence[Thanks]:
        """Standing thanks that the viewer gave the other, or was told by them; the newest first."""
        ...
