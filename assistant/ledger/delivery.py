"""What is asked of the memory about what came in, what stands where, and what is still to be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from assistant.ids import (
    DeliveryId,
    PersonId,
)
from assistant.jobs import Job
from assistant.reply import Matter


class Seen(Protocol):
    """What came in already."""

    def first(self, delivery: DeliveryId) -> bool:
        """True the first time, and never again. Rolled back with the transaction."""
        ...

    def forget(self, delivery: DeliveryId) -> None:
        """Nothing was done about it: it may come once more."""
        ...

    def repeated(self, speaker: PersonId, words: str, at: datetime, within: timedelta) -> str | None:
        """The note left by the same words of the same speaker less than `within` ago; None if there is none."""
        ...

    def remember(self, speaker: PersonId, words: str, at: datetime, note: str) -> None:
        """Leave a note (what came of these words) for `repeated` to find."""
        ...


@dataclass(frozen=True, slots=True)
class Post:
    """A message of Wellmet's that stands somewhere."""

    matter: str  # Matter.key; "" where it was just sent, and is about no record
    conversation: str
    message: str
    shown: int  # the version of the record that it shows


class Posts(Protocol):
    """Where messages about records stand, so that they can be kept up to date."""

    def about(self, matter: Matter) -> Sequence[Post]: ...
    def at(self, conversation: str, message: str) -> Matter | None:
        """What the message there is about, if it is one of ours."""
        ...

    def record(self, post: Post) -> None:
        """The message stands there and shows that version; again is an update of what is shown."""
        ...

    def hand_over(self, old: Matter, new: Matter) -> None:
        """Messages about `old` are about `new` from now on, and show nothing of it yet (version 0)."""
        ...


class Outbox(Protocol):
    """What is to be sent, or looked at later; committed together with the reason for it."""

    def put(self, job: Job, key: str, lane: str, due: datetime, replace: bool = False) -> None:
        """Add a job. A key that is there already: nothing happens, or with `replace` the old job gives way.

        Jobs of a lane are done in order; `replace` makes a job that is being done at this moment be done again.
        """
        ...

    def cancel(self, key: str) -> None:
        """Not to be done any more; nothing happens if there is no such job."""
        ...

    def tidy(self, before: datetime) -> int:
        """Forget jobs done and deliveries seen before that moment; how many."""
        ...
