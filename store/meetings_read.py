"""Meetings as they are looked up: rows in, facts out; every statement is about one owner's own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, distinct, func, select

from assistant.facts import Grain, Meeting, Person, Slot, Span, When
from assistant.ids import MeetingId, PersonId, WorkspaceId
from store.people import SqlPeople
from store.tables import meeting_people, meetings

MINE = (meetings.c.workspace == bindparam("here")) & (meetings.c.owner == bindparam("of"))
_STANDING = meetings.c.undone_at.is_(None)
_ONE = select(meetings).where(MINE, meetings.c.id == bindparam("meeting"))
_LATEST = (
    select(meetings)
    .where(MINE, _STANDING)
    .order_by(meetings.c.sort_day.desc(), meetings.c.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)
_LAST = select(meetings).where(MINE, _STANDING).order_by(meetings.c.id.desc()).limit(1)
_COUNT = select(func.count()).select_from(meetings).where(MINE, _STANDING)
WITH = (
    select(meeting_people.c.meeting, meeting_people.c.person)
    .where(meeting_people.c.meeting.in_(bindparam("meetings", expanding=True)))
    .order_by(meeting_people.c.meeting, meeting_people.c.place)
)
_TIMES = (
    select(meeting_people.c.person, func.count(), func.max(meetings.c.day))
    .join(meetings, meetings.c.id == meeting_people.c.meeting)
    .where(MINE, _STANDING, meeting_people.c.person.in_(bindparam("people", expanding=True)))
    .group_by(meeting_people.c.person)
)
_DAYS = (
    select(meeting_people.c.meeting, meeting_people.c.person, meetings.c.day)
    .join(meetings, meetings.c.id == meeting_people.c.meeting)
    .where(MINE, _STANDING, meeting_people.c.person.in_(bindparam("people", expanding=True)))
)
_TILL = func.coalesce(meetings.c.until, meetings.c.sort_day)  # a week's meeting counts for each of its days
_WITHIN = (meetings.c.sort_day <= bindparam("last")) & (bindparam("first") <= _TILL)
_WITH_ANY = meetings.c.id.in_(
    select(meeting_people.c.meeting).where(meeting_people.c.person.in_(bindparam("people", expanding=True)))
)
_ANYBODY = select(meetings).where(MINE, _STANDING, _WITHIN)
_SOME = (
    _ANYBODY.order_by(meetings.c.sort_day.desc(), meetings.c.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)
_SOME_WITH = _SOME.where(_WITH_ANY)
_HOW_MANY = select(func.count()).select_from(meetings).where(MINE, _STANDING, _WITHIN)
_HOW_MANY_WITH = _HOW_MANY.where(_WITH_ANY)
_FIRST = select(meetings).where(MINE, _STANDING, _WITH_ANY).order_by(meetings.c.sort_day, meetings.c.id).limit(1)
_PLACES = select(func.count(), func.count(distinct(func.nullif(func.lower(meetings.c.place), "")))).where(
    MINE, _STANDING, _WITHIN
)
_MET_WITHIN = (
    select(meeting_people.c.person)
    .distinct()
    .join(meetings, meetings.c.id == meeting_people.c.meeting)
    .where(MINE, _STANDING, _WITHIN)
)
_SEVERAL = select(meetings).where(MINE, _STANDING, meetings.c.id.in_(bindparam("meetings", expanding=True)))


class MeetingsRead:
    """What `assistant.ledger.Meetings` tells, on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, people: SqlPeople) -> None:
        self._connection, self._workspace, self._people = connection, workspace, people

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

    def several(self, owner: PersonId, numbers: Iterable[MeetingId]) -> Mapping[MeetingId, Meeting]:
        found = self._read(_SEVERAL, owner, meetings=list(numbers))
        return {meeting.id: meeting for meeting in found}

    def _mine(self, owner: PersonId) -> dict[str, Any]:
        return {"here": self._workspace, "of": owner}

    def _rows(self, owner: PersonId, people: Iterable[PersonId]) -> list[PersonId]:
        return [row for person in people for row in self._people.rows_of(owner, person)]

    def _read(self, statement: Select[Any], owner: PersonId, **wanted: object) -> list[Meeting]:
        rows = self._connection.execute(statement, {**self._mine(owner), **wanted}).all()
        if not rows:
            return []
        met: dict[int, list[PersonId]] = defaultdict(list)
        for meeting, person in self._connection.execute(WITH, {"meetings": [row.id for row in rows]}):
            met[meeting].append(PersonId(person))
        known = self._people.by_ids({person for people in met.values() for person in people})
        return [_as_meeting(row, tuple(dict.fromkeys(known[person] for person in met[row.id]))) for row in rows]


def _ends(span: Span) -> dict[str, Any]:
    return {"first": span.first or date.min, "last": span.last or date.max}


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
