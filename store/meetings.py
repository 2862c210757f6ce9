"""Meetings: statements about one owner's own notes; rows in, facts out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, distinct, func, insert, select, update

from assistant.clock import today
from assistant.errors import Gone
from assistant.facts import Grain, Meeting, MeetingDraft, Person, Slot, Span, When
from assistant.ids import MeetingId, PersonId, WorkspaceId
from assistant.reply import Matter, Subject
from store.batches import batched
from store.people import SqlPeople
from store.search import SqlSearch
from store.tables import meeting_people, meetings

_MINE = (meetings.c.workspace == bindparam("here")) & (meetings.c.owner == bindparam("of"))
_STANDING = meetings.c.undone_at.is_(None)
_ONE = select(meetings).where(_MINE, meetings.c.id == bindparam("meeting"))
_LATEST = (
    select(meetings)
    .where(_MINE, _STANDING)
    .order_by(meetings.c.sort_day.desc(), meetings.c.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)
_LAST = select(meetings).where(_MINE, _STANDING).order_by(meetings.c.id.desc()).limit(1)
_COUNT = select(func.count()).select_from(meetings).where(_MINE, _STANDING)
_ADD = insert(meetings).returning(meetings.c.id)
_MET = insert(meeting_people)
_CHANGE = update(meetings).where(_MINE, meetings.c.id == bindparam("meeting")).values(version=meetings.c.version + 1)
_WITH = (
    select(meeting_people.c.meeting, meeting_people.c.person)
    .where(meeting_people.c.meeting.in_(bindparam("meetings", expanding=True)))
    .order_by(meeting_people.c.meeting, meeting_people.c.place)
)
_TIMES = (
    select(meeting_people.c.person, func.count(), func.max(meetings.c.day))
    .join(meetings, meetings.c.id == meeting_people.c.meeting)
    .where(_MINE, _STANDING, meeting_people.c.person.in_(bindparam("people", expanding=True)))
    .group_by(meeting_people.c.person)
)


_DAYS = (
    select(meeting_people.c.meeting, meeting_people.c.person, meetings.c.day)
    .join(meetings, meetings.c.id == meeting_people.c.meeting)
    .where(_MINE, _STANDING, meeting_people.c.person.in_(bindparam("people", expanding=True)))
)
_ABOUT = (
    select(meetings.c.id)
    .where(
        _MINE,
        meetings.c.id.in_(
            select(meeting_people.c.meeting).where(meeting_people.c.person.in_(bindparam("people", expanding=True)))
        ),
    )
    .order_by(meetings.c.id.desc())
    .limit(bindparam("most"))
)


_TILL = func.coalesce(meetings.c.until, meetings.c.sort_day)  # a week's meeting counts for each of its days
_WITHIN = (meetings.c.sort_day <= bindparam("last")) & (bindparam("first") <= _TILL)
_WITH_ANY = meetings.c.id.in_(
    select(meeting_people.c.meeting).where(meeting_people.c.person.in_(bindparam("people", expanding=True)))
)
_ANYBODY = select(meetings).where(_MINE, _STANDING, _WITHIN)
_SOME = (
    _ANYBODY.order_by(meetings.c.sort_day.desc(), meetings.c.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)
_SOME_WITH = _SOME.where(_WITH_ANY)
_HOW_MANY = select(func.count()).select_from(meetings).where(_MINE, _STANDING, _WITHIN)
_HOW_MANY_WITH = _HOW_MANY.where(_WITH_ANY)
_FIRST = select(meetings).where(_MINE, _STANDING, _WITH_ANY).order_by(meetings.c.sort_day, meetings.c.id).limit(1)
_PLACES = select(func.count(), func.count(distinct(func.nullif(func.lower(meetings.c.place), "")))).where(
    _MINE, _STANDING, _WITHIN
)
_MET_WITHIN = (
    select(meeting_people.c.person)
    .distinct()
    .join(meetings, meetings.c.id == meeting_people.c.meeting)
    .where(_MINE, _STANDING, _WITHIN)
)


_SEVERAL = select(meetings).where(_MINE, _STANDING, meetings.c.id.in_(bindparam("meetings", expanding=True)))
_NAMING = (
    select(meetings.c.owner, meetings.c.id)
    .distinct()
    .join(meeting_people, meeting_people.c.meeting == meetings.c.id)
    .where(
        meetings.c.workspace == bindparam("here"),
        _STANDING,
        meeting_people.c.person.in_(bindparam("people", expanding=True)),
    )
    .order_by(meetings.c.owner, meetings.c.id)
)


_AT_ONCE = 500  # meetings read together


class SqlMeetings:
    """`assistant.ledger.Meetings` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, people: SqlPeople) -> None:
        self._connection, self._workspace, self._people = connection, workspace, people
        self._search = SqlSearch(connection, workspace)

    def add(self, owner: PersonId, draft: MeetingDraft, at: datetime) -> Meeting:
        row = {
            "workspace": self._workspace, "owner": owner, "written_at": at, "version": 1, **_columns(draft),
            "sort_day": _sort_day(draft.when, at),
        }  # fmt: skip
        meeting = MeetingId(self._connection.execute(_ADD, row).scalar_one())
        self._name(meeting, draft.people)
        written = Meeting(
            meeting,
            owner,
            self._met(draft.people),
            draft.when,
            draft.place,
            draft.topic,
            draft.notes,
            draft.assumed,
            at,
        )
        self._index(written)
        return written

    def get(self, owner: PersonId, meeting: MeetingId) -> Meeting | None:
        found = self._read(_ONE, owner, meeting=meeting)
        return found[0] if found else None

    def latest(self, owner: PersonId, limit: int, offset: int = 0) -> Sequence[Meeting]:
        return self._read(_LATEST, owner, most=limit, skip=offset)

    def last_written(self, owner: PersonId) -> Meeting | None:
        found = self._read(_LAST, owner)
        return found[0] if found else None

    def count(self, owner: PersonId) -> int:
        return int(self._connection.execute(_COUNT, self._mine(owner)).scalar_one())

    def amend(self, owner: PersonId, meeting: MeetingId, draft: MeetingDraft, at: datetime) -> Meeting:
        self._change(owner, meeting, edited_at=at, sort_day=_sort_day(draft.when, at), **_columns(draft))
        stood = list(self._connection.execute(_WITH, {"meetings": [meeting]}))
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
        present = self._own(owner, meeting)
        if present.undone_at is None:
            self._change(owner, meeting, undone_at=at)
        self._search.drop(owner, Matter(Subject.MEETING, meeting))
        return self._own(owner, meeting)

    def restore(self, owner: PersonId, meeting: MeetingId, at: datetime) -> Meeting:
        present = self._own(owner, meeting)
        if present.undone_at is not None:
            self._change(owner, meeting, undone_at=None)
        return self._index(self._own(owner, meeting))

    def met(self, owner: PersonId, people: Iterable[PersonId]) -> Mapping[PersonId, tuple[int, date | None]]:
        wanted = set(people)
        if not wanted:
            return {}
        meant = {one: person for one, person in self._people.merged(owner).items() if person in wanted}
        if not meant:
            rows = self._connection.execute(_TIMES, {**self._mine(owner), "people": list(wanted)})
            return {PersonId(person): (times, last) for person, times, last in rows}
        days: dict[PersonId, dict[int, date | None]] = defaultdict(dict)
        for meeting, person, day in self._connection.execute(_DAYS, {**self._mine(owner), "people": [*wanted, *meant]}):
            days[meant.get(person, person)][meeting] = day
        return {person: (len(met), max(filter(None, met.values()), default=None)) for person, met in days.items()}

    def about(
        self, owner: PersonId, people: Sequence[PersonId] | None, span: Span, limit: int, offset: int = 0
    ) -> Sequence[Meeting]:
        asked = {**_ends(span), "most": limit, "skip": offset}
        if people is None:
            return self._read(_SOME, owner, **asked)
        return self._read(_SOME_WITH, owner, **asked, people=self._rows(owner, people))

    def count_about(self, owner: PersonId, people: Sequence[PersonId] | None, span: Span) -> int:
        asked = {**self._mine(owner), **_ends(span)}
        if people is None:
            return int(self._connection.execute(_HOW_MANY, asked).scalar_one())
        asked["people"] = self._rows(owner, people)
        return int(self._connection.execute(_HOW_MANY_WITH, asked).scalar_one())

    def first_with(self, owner: PersonId, person: PersonId) -> Meeting | None:
        found = self._read(_FIRST, owner, people=self._rows(owner, [person]))
        return found[0] if found else None

    def totals(self, owner: PersonId, span: Span) -> tuple[int, int, int]:
        asked = {**self._mine(owner), **_ends(span)}
        count, places = self._connection.execute(_PLACES, asked).one()
        merged = self._people.merged(owner)
        met = {merged.get(one, one) for one in self._connection.execute(_MET_WITHIN, asked).scalars()}
        return int(count), len(met), int(places)

    def show_anew(self, owner: PersonId, person: PersonId, limit: int) -> Sequence[MeetingId]:
        rows = self._people.rows_of(owner, person)
        latest = self._connection.execute(_ABOUT, {**self._mine(owner), "people": rows, "most": limit})
        found = [MeetingId(row.id) for row in latest]
        for meeting in found:
            self._change(owner, meeting)
        return found

    def several(self, owner: PersonId, numbers: Iterable[MeetingId]) -> Mapping[MeetingId, Meeting]:
        found = self._read(_SEVERAL, owner, meetings=list(numbers))
        return {meeting.id: meeting for meeting in found}

    def describe_anew(self, people: Iterable[PersonId]) -> None:
        """What is known of these people has changed: every owner's meetings with them are found by the new words."""
        wanted = {"here": self._workspace, "people": list(people)}
        named: dict[PersonId, list[MeetingId]] = defaultdict(list)
        for owner, meeting in self._connection.execute(_NAMING, wanted):
            named[PersonId(owner)].append(MeetingId(meeting))
        for owner, numbers in named.items():
            self.index(owner, numbers)

    def index(self, owner: PersonId, numbers: Iterable[MeetingId]) -> None:
        """Those of the owner's meetings that stand are found by the words that they have now."""
        for some in batched(numbers, _AT_ONCE):
            for meeting in self.several(owner, some).values():
                self._index(meeting)

    def _index(self, meeting: Meeting) -> Meeting:
        """The meeting is found by the words that it has now."""
        if meeting.undone_at:
            self._search.drop(meeting.owner, Matter(Subject.MEETING, meeting.id))
        else:
            self._search.put(meeting.owner, *found_as(meeting))
        return meeting

    def _mine(self, owner: PersonId) -> dict[str, Any]:
        return {"here": self._workspace, "of": owner}

    def _rows(self, owner: PersonId, people: Iterable[PersonId]) -> list[PersonId]:
        return [row for person in people for row in self._people.rows_of(owner, person)]

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

    def _met(self, people: Sequence[PersonId]) -> tuple[Person, ...]:
        known = self._people.by_ids(people)
        return tuple(dict.fromkeys(known[person] for person in people))

    def _read(self, statement: Select[Any], owner: PersonId, **wanted: object) -> list[Meeting]:
        rows = self._connection.execute(statement, {**self._mine(owner), **wanted}).all()
        if not rows:
            return []
        met: dict[int, list[PersonId]] = defaultdict(list)
        for meeting, person in self._connection.execute(_WITH, {"meetings": [row.id for row in rows]}):
            met[meeting].append(PersonId(person))
        known = self._people.by_ids({person for people in met.values() for person in people})
        return [_as_meeting(row, tuple(dict.fromkeys(known[person] for person in met[row.id]))) for row in rows]


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


def _ends(span: Span) -> dict[str, Any]:
    return {"first": span.first or date.min, "last": span.last or date.max}


def _sort_day(when: When, at: datetime) -> date:
    return when.start or when.end or today(at, "UTC")


def _as_meeting(row: Row[Any], people: tuple[Person, ...]) -> Meeting:
    return Meeting(
        id=MeetingId(row.id),
        owner=PersonId(row.owner),
        people=people,
        when=When(Grain(row.grain), row.day, row.until, row.at, row.part),
        place=row.place,
        topic=row.topic,
        notes=row.notes,
        assumed=frozenset(Slot(slot) for slot in row.assumed.split(",") if slot),
        written_at=row.written_at,
        edited_at=row.edited_at,
        undone_at=row.undone_at,
        version=row.version,
    )
