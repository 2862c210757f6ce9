"""What is asked of the memory about introductions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from assistant.ids import (
    IntroductionId,
    PersonId,
)
from assistant.introductions.record import Answer, Asked, Introduction, IntroductionDraft, Moved


class Introductions(Protocol):
    """Introductions, with everybody who was asked and every move."""

    def add(self, draft: IntroductionDraft, moved: Moved) -> Introduction: ...

    def get(self, introduction: IntroductionId) -> Introduction | None: ...

    def hold(self, introduction: IntroductionId) -> Introduction | None:
        """The introduction; until the transaction ends nobody else moves it."""
        ...

    def save(self, introduction: Introduction, moved: Moved | None = None) -> Introduction:
        """Write down what changed; the version grows. Only after `hold`."""
        ...

    def ask(self, asked: Asked) -> bool:
        """Somebody is asked; False if they were asked about it before."""
        ...

    def answer(self, introduction: IntroductionId, person: PersonId, answer: Answer) -> None:
        """What they answered."""
        ...

    def asked_about(self, introductions: Iterable[IntroductionId]) -> Mapping[IntroductionId, frozenset[PersonId]]:
        """Who was asked about each of them."""
        ...

    def asked(self, introduction: IntroductionId) -> Sequence[Asked]:
        """Everybody who was asked, the first one first."""
        ...

    def asked_since(self, people: Iterable[PersonId], since: datetime) -> Mapping[PersonId, Sequence[datetime]]:
        """When each of them was asked as connector since then; coming forward is not being asked."""
        ...

    def waiting_on(self, person: PersonId) -> Sequence[Introduction]:
        """Those that wait for that person's answer, the oldest first."""
        ...

    def of_requester(self, person: PersonId, limit: int) -> Sequence[Introduction]:
        """Those that the person asked for, the newest first."""
        ...

    def made_for(self, person: PersonId, limit: int) -> Sequence[Introduction]:
        """Those made that brought the person together with somebody, the newest first; also logs of somebody else's."""
        ...

    def between(self, one: PersonId, other: PersonId) -> Sequence[Introduction]:
        """Those by which the two were, or may be, brought together, the newest first."""
        ...

    def through(self, connector: PersonId, person: PersonId) -> Sequence[Introduction]:
        """Those by which the connector brought, or may bring, the person to somebody, the newest first."""
        ...

    def made_with(self, person: PersonId, other: PersonId, limit: int) -> Sequence[Introduction]:
        """Those made with both among their three, as far as the person knows of them, the newest first."""
        ...

    def of(self, person: PersonId) -> Sequence[Introduction]:
        """Those in which the person has a side, open ones only; for when they leave."""
        ...
