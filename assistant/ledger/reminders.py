"""What is asked of the memory about reminders."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from assistant.ids import PersonId, ReminderId
from assistant.reminders.record import Reminder, ReminderDraft


class Reminders(Protocol):
    """What members asked to be reminded of. Every statement is about one owner's own."""

    def add(self, owner: PersonId, draft: ReminderDraft, at: datetime) -> Reminder: ...

    def get(self, owner: PersonId, reminder: ReminderId) -> Reminder | None:
        """The reminder, open or not; None also when it is somebody else's."""
        ...

    def open_of(self, owner: PersonId, limit: int) -> Sequence[Reminder]:
        """Those still to come, the next one first."""
        ...

    def open_about(self, owner: PersonId, person: PersonId, limit: int) -> Sequence[Reminder]:
        """Those still to come that are about that person, the next one first."""
        ...

    def rhythms_with(self, owner: PersonId, people: Iterable[PersonId]) -> Sequence[Reminder]:
        """Open rhythms with any of them."""
        ...

    def save(self, reminder: Reminder) -> Reminder:
        """Write down what changed; the version grows."""
        ...
