"""What is asked of the memory about nudges."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypedDict, Unpack

from assistant.ids import NudgeId, PersonId
from assistant.nudges.policy import Sent
from assistant.nudges.record import Deed, Ending, Nudge, State


class Changed(TypedDict, total=False):
    """What may change in the life of a nudge."""

    earliest: datetime
    due: datetime
    sharp: bool
    state: State
    sent_at: datetime | None
    ended_at: datetime | None
    how: Ending | None
    batch: NudgeId | None


class Nudges(Protocol):
    """What is, or was, to be said unasked."""

    def add(
        self, person: PersonId, deed: Deed, about: str, earliest: datetime, due: datetime, sharp: bool
    ) -> Nudge | None:
        """A new one; None if there ever was one for this person, deed and record."""
        ...

    def get(self, nudge: NudgeId) -> Nudge | None: ...

    def find(self, person: PersonId, deed: Deed, about: str) -> Nudge | None:
        """The one for this person, deed and record."""
        ...

    def about(self, about: str) -> Sequence[Nudge]:
        """Those about a record, whoever is to be told, the first one first."""
        ...

    def about_any(self, about: Sequence[str]) -> Sequence[Nudge]:
        """Those about any of these records, or rounds of one, the first one first."""
        ...

    def due(self, person: PersonId, now: datetime) -> Sequence[Nudge]:
        """Planned for that person, and due by now."""
        ...

    def of_batch(self, batch: NudgeId) -> Sequence[Nudge]:
        """Those that stand in one message."""
        ...

    def told_last(self, person: PersonId, since: datetime, deeds: Sequence[Deed]) -> Nudge | None:
        """The one of these deeds that the person was told last, since then."""
        ...

    def sent(self, person: PersonId, since: datetime, at_least: int) -> Sequence[Sent]:
        """The messages with nudges of our own idea since then, or at least so many of the last; the latest first."""
        ...

    def open_of(self, person: PersonId, deed: Deed) -> Sequence[Nudge]:
        """Those of that deed that are neither settled nor dropped, the first one first."""
        ...

    def hold(self, nudges: Iterable[NudgeId]) -> Sequence[Nudge]:
        """Those as they are now, in the order of their ids; until the transaction ends nobody else changes them."""
        ...

    def save(self, nudge: Nudge, silently: bool = False, **changed: Unpack[Changed]) -> Nudge:
        """Write down what changed, and only that: others may have changed the rest since `nudge` was read.

        The version grows, unless `silently`: nothing that is shown has changed. Gives the nudge as it is now.
        """
        ...
