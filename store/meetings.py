"""Meetings as they are written down, and the words they are found by; facts in, rows out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from assistant.clock import today
from assistant.errors import Gone
from assistant.facts import Meeting, MeetingDraft, When
from assistant.ids import MeetingId, PersonId, WorkspaceId
from assistant.reply import Matter, Subject
from store.batches import batched
from store.index import SqlIndex
from store.meetings_read import MINE, WITH, MeetingsRead
from store.people import SqlPeople
from store.tables import meeting_people, meetings

_ADD = insert(meetings).returning(meetings.c.id)
_MET = insert(meeting_people)
_CHANGE = update(meetings).where(MINE, meetings.c.id == bindparam("meeting")).values(version=meetings.c.version + 1)
_ABOUT = (
    select(meetings.c.id)
    .where(
        MINE,
        meetings.c.id.in_(
            select(meeting_people.c.meeting).where(meeting_people.c.person.in_(bindparam("people", expanding=True)))
        ),
    )
    .order_by(meetings.c.id.desc())
    .limit(bindparam("most"))
)
_NAMING = (
    select(meetings.c.owner, meetings.c.id)
    .distinct()
    .join(meeting_people, meeting_people.c.meeting == meetings.c.id)
    .where(
        meetings.c.workspace == bindparam("here"),
        meetings.c.undone_at.is_(None),
        meeting_people.c.person.in_(bindparam("people", expanding=True)),
    )
    .order_by(meetings.c.owner, meetings.c.id)
)
_AT_ONCE = 500  # meetings read together


class SqlMeetings(MeetingsRead):
    """`assistant.ledger.Meetings` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, people: SqlPeople) -> None:
        super().__init__(connection, workspace, people)
        self._words = SqlIndex(connection, workspace)

    def add(self, owner: PersonId, draft: MeetingDraft, at: datetime) -> Meeting:
        self._words.beside()
        row = {
            "workspace": self._workspace, "owner": owner, "written_at": at, "version": 1, **_columns(draft),
            "sort_day": _sort_day(draft.when, at),
        }  # fmt: skip
        meeting = MeetingId(self._connection.execute(_ADD, row).scalar_one())
        self._name(meeting, draft.people)
        return self._index(self._own(owner, meeting))

    def amend(self, owner: PersonId, meeting: MeetingId, draft: MeetingDraft, at: datetime) -> Meeting:
        self._words.beside()
        self._change(owner, meeting, edited_at=at, sort_day=_sort_day(draft.when, at), **_columns(draft))
        stood = list(self._connection.execute(WITH, {"meetings": [meeting]}))
        known = self._people.by_ids(person for _, person in stood)
        # Who stays keeps the row they stand by, so that a merge can be undone after an edit as well.
        rows: dict[PersonId, list[PersonId]] = defaultdict(list)
        for _, person in stood:
            rows[known[person].id].append(person)
        self._connection.execute(delete(meeting_people).where(meeting_people.c.meeting == meeting))
        self._name(
            meeting, list(dict.fromkeys(row for person in draft.people for row in rows.get(person) or (person,)))
        )
        return self._index(self._own(owner, meeting))

    def undo(self, owner: PersonId, meeting: MeetingId, at: datetime) -> Meeting:
        self._words.beside()
        present = self._own(owner, meeting)
        if present.undone_at is None:
            self._change(owner, meeting, undone_at=at)
        self._words.drop(owner, Matter(Subject.MEETING, meeting))
        return self._own(owner, meeting)

    def restore(self, owner: PersonId, meeting: MeetingId, at: datetime) -> Meeting:
        self._words.beside()
        present = self._own(owner, meeting)
        if present.undone_at is not None:
            self._change(owner, meeting, undone_at=None)
        return self._index(self._own(owner, meeting))

    def show_anew(self, owner: PersonId, person: PersonId, limit: int) -> Sequence[MeetingId]:
        rows = self._people.rows_of(owner, person)
        latest = self._connection.execute(_ABOUT, {**self._mine(owner), "people": rows, "most": limit})
        found = [MeetingId(row.id) for row in latest]
        for meeting in found:
            self._change(owner, meeting)
        return found

    def describe_anew(self, people: Iterable[PersonId]) -> None:
        """What is known of these people has changed: every owner's meetings with them are found by the new words."""
        self._words.alone()
        wanted = {"here": self._workspace, "people": list(people)}
        named: dict[PersonId, list[MeetingId]] = defaultdict(list)
        for owner, meeting in self._connection.execute(_NAMING, wanted):
            named[PersonId(owner)].append(MeetingId(meeting))
        for owner, numbers in named.items():
            self.index(owner, numbers)

    def index(self, owner: PersonId, numbers: Iterable[MeetingId]) -> None:
        """Those of the owner's meetings that stand are found by the words that they have now."""
        self._words.beside()
        for some in batched(numbers, _AT_ONCE):
            for meeting in self.several(owner, some).values():
                self._index(meeting)

    def _index(self, meeting: Meeting) -> Meeting:
        """The meeting is found by the words that it has now."""
        if meeting.undone_at:
            self._words.drop(meeting.owner, Matter(Subject.MEETING, meeting.id))
        else:
            self._words.put(meeting.owner, *found_as(meeting))
        return meeting

    def _own(self, owner: PersonId, meeting: MeetingId) -> Meeting:
        found = self.get(owner, meeting)
        if found is None:
            raise Gone("That meeting isn't there any more.")
        return found

    def _change(self, owner: PersonId, meeting: MeetingId, **columns: object) -> None:
        wanted = {**self._mine(owner), "meeting": meeting}
        if not self._connection.execute(_CHANGE.values(**columns).returning(meetings.c.id), wanted).first():
            raise Gone("That meeting isn't there any more.")

    def _name(self, meeting: MeetingId, people: Sequence[PersonId]) -> None:
        rows = [{"meeting": meeting, "place": place, "person": person} for place, person in enumerate(people)]
        self._connection.execute(_MET, rows)


def found_as(meeting: Meeting) -> tuple[Matter, date, tuple[str, ...]]:
    """What finds the meeting: whom it was with (their work too), where it was, what about, its notes; and its day."""
    who = " ".join(f"{one.name} {one.display_name} {one.title} {one.organisation}" for one in meeting.people)
    day = _sort_day(meeting.when, meeting.edited_at or meeting.written_at)
    return Matter(Subject.MEETING, meeting.id), day, (who, meeting.place, meeting.topic, meeting.notes)


def _columns(draft: MeetingDraft) -> dict[str, Any]:
    when = draft.when
    return {
        "grain": when.grain, "day": when.start, "until": when.end, "at": when.at, "part": when.part,
        "place": draft.place, "topic": draft.topic, "notes": draft.notes, "assumed": ",".join(sorted(draft.assumed)),
    }  # fmt: skip


def _sort_day(when: When, at: datetime) -> date:
    return when.start or when.end or today(at, "UTC")
