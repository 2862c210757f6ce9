"""What is asked of the memory about forgetting for good, and about handing out all that it holds of somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.erasing import Counts, Erasing
from assistant.export.copy import Copy, Restored
from assistant.ids import NudgeId, PersonId
from assistant.ledger.delivery import Post


@dataclass(frozen=True, slots=True)
class Erased:
    """What was said of what is gone."""

    posts: Sequence[Post]  # where messages about nothing else stood until now
    batches: Sequence[tuple[PersonId, NudgeId]]  # nudges to whom, and in which message, that go on without some


class Kept(Protocol):
    """Everything that is kept of somebody, whatever its kind; store/kept/tables.py is the one list of the kinds."""

    def count(self, erasing: Erasing) -> Counts:
        """How much would go, without changing anything."""
        ...

    def stays(self, erasing: Erasing) -> Counts:
        """How much stays of what members are told of, since another one confirmed it."""
        ...

    def copy(self, member: PersonId) -> Copy:
        """All that is the member's own, and of what is others' as well as much as they may see."""
        ...

    def put_back(self, member: PersonId, copy: Copy, write: bool) -> Restored:
        """Write for the member what of the copy is not there yet; without `write` only count it. Raises NotACopy."""
        ...

    def take_out(self, member: PersonId) -> Sequence[int] | None:
        """Delete what came with the file that was put back last; the contacts that came with it, to be dropped when
        ties have followed. None if there is no such file.
        """
        ...

    def drop_contacts(self, member: PersonId, contacts: Sequence[int]) -> int:
        """Delete those of these contacts whom nothing names any more; how many they were."""
        ...

    def erase(self, erasing: Erasing) -> Erased:
        """Delete the rows themselves, and jobs that speak of them; what was said that is not so any more."""
        ...
