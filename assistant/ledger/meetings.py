"""What is asked of the memory about meetings."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from assistant.facts import Meeting, MeetingDraft, Span
from assistant.ids import (
    MeetingId,
    PersonId,
)


class Meetings(Protocol):
    """What members noted. Every statement is about one owner's own."""

    def add(self, owner: PersonId, draft: MeetingDraft, at: datetime) -> Meeting: ...

    def get(self, owner: PersonId, meeting: MeetingId) -> Meeting | None:
        """The meeting, undone or not; None also when it is somebody else's."""
        ...

    def latest(self, owner: PersonId, limit: int, offset: int = 0) -> Sequence[Meeting]:
        """Not undone, newest first: by the day, then by when it was written down."""
        ...

    def last_written(self, owner: PersonId) -> Meeting | None:
        """The one written down last that is not undone."""
        ...

    def count(self, owner: PersonId) -> int:
        """How many are not undone."""
        ...

    def amend(self, owner: PersonId, meeting: MeetingId, draft: MeetingDraft, at: datetime) -> Meeting:
        """Replace all that was noted. Raises Gone if it is not there or not theirs."""
        ...

    def undo(self, owner: PersonId, meeting: MeetingId, at: datetime) -> Meeting:
        """Take it back; again is the same. Raises Gone."""
        ...

    def restore(self, owner: PersonId, meeting: MeetingId, at: datetime) -> Meeting:
        """Put it back; again is the same. Raises Gone."""
        ...

    def met(self, owner: PersonId, people: Iterable[PersonId]) -> Mapping[PersonId, tuple[int, date | None]]:
        """How often the owner met each of them, and when last; those never met are left out.

        Meetings with a contact that turned out to be somebody are meetings with them.
        """
        ...

    def about(
        self, owner: PersonId, people: Sequence[PersonId] | None, span: Span, limit: int, offset: int = 0
    ) -> Sequence[Meeting]:
        """Not undone, with any of the people (None: whoever it was) within the span; the newest first."""
        ...

    def count_about(self, owner: PersonId, people: Sequence[PersonId] | None, span: Span) -> int:
        """How many those are."""
        ...

    def first_with(self, owner: PersonId, person: PersonId) -> Meeting | None:
        """The oldest that is not undone."""
        ...

    def totals(self, owner: PersonId, span: Span) -> tuple[int, int, int]:
        """How many meetings within the span, with how many people, at how many places."""
        ...

    def several(self, owner: PersonId, numbers: Iterable[MeetingId]) -> Mapping[MeetingId, Meeting]:
        """Those of them that stand."""
        ...

    def show_anew(self, owner: PersonId, person: PersonId, limit: int) -> Sequence[MeetingId]:
        """Something about the person changed: the meetings with them written down last get a new version."""
        ...
