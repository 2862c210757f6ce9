"""Reminders: statements about what one owner asked to be reminded of; rows in, facts out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, insert, select, update

from assistant.facts import Person
from assistant.ids import PersonId, ReminderId, WorkspaceId
from assistant.phrases.frame import Every
from assistant.reminders.record import Assumed, Reminder, ReminderDraft
from assistant.reply import Subject
from store.noted import SqlNoted
from store.people import SqlPeople
from store.tables import reminder_people, reminders

_MINE = (reminders.c.workspace == bindparam("here")) & (reminders.c.owner == bindparam("of"))
_STILL = reminders.c.done_at.is_(None) & reminders.c.undone_at.is_(None)
_ONE = select(reminders).where(_MINE, reminders.c.id == bindparam("of_one"))
_OPEN = select(reminders).where(_MINE, _STILL).order_by(reminders.c.day, reminders.c.at, reminders.c.id)
_NEXT = _OPEN.limit(bindparam("most"))
_ABOUT = reminders.c.id.in_(
    select(reminder_people.c.reminder).where(reminder_people.c.person.in_(bindparam("people", expanding=True)))
)
_OPEN_ABOUT = _NEXT.where(_ABOUT)
_RHYTHMS = _OPEN.where(reminders.c.every_n.is_not(None), _ABOUT)
_ADD = insert(reminders).returning(reminders.c.id)
_SAVE = update(reminders).where(_MINE, reminders.c.id == bindparam("of_one"))
_NAME = insert(reminder_people)
_CLEAR = delete(reminder_people).where(reminder_people.c.reminder == bindparam("of_one"))
_PEOPLE = (
    select(reminder_people.c.reminder, reminder_people.c.person)
    .where(reminder_people.c.reminder.in_(bindparam("of_these", expanding=True)))
    .order_by(reminder_people.c.reminder, reminder_people.c.place)
)


class SqlReminders:
    """`assistant.ledger.Reminders` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, people: SqlPeople, noted: SqlNoted) -> None:
        self._connection, self._workspace, self._people, self._noted = connection, workspace, people, noted

    def add(self, owner: PersonId, draft: ReminderDraft, at: datetime) -> Reminder:
        known = self._people.by_ids(draft.people)
        people = tuple(dict.fromkeys(known[one] for one in draft.people))
        written = Reminder(
            ReminderId(0), owner, people, draft.topic, draft.day, draft.at, draft.every, draft.since, draft.words,
            draft.assumed, at,
        )  # fmt: skip
        row = {"workspace": self._workspace, "owner": owner, "written_at": at, **_columns(written)}
        number = ReminderId(self._connection.execute(_ADD, row).scalar_one())
        self._name(number, people)
        self._noted.follow(Subject.REMINDER, number)
        return replace(written, id=number)

    def get(self, owner: PersonId, reminder: ReminderId) -> Reminder | None:
        return next(iter(self._read(_ONE, owner, of_one=reminder)), None)

    def open_of(self, owner: PersonId, limit: int) -> Sequence[Reminder]:
        return self._read(_NEXT, owner, most=limit)

    def open_about(self, owner: PersonId, person: PersonId, limit: int) -> Sequence[Reminder]:
        return self._read(_OPEN_ABOUT, owner, most=limit, people=self._people.rows_of(owner, person))

    def rhythms_with(self, owner: PersonId, people: Iterable[PersonId]) -> Sequence[Reminder]:
        rows = [row for person in people for row in self._people.rows_of(owner, person)]
        return self._read(_RHYTHMS, owner, people=rows) if rows else []

    def save(self, reminder: Reminder) -> Reminder:
        saved = replace(reminder, version=reminder.version + 1)
        before = self.get(reminder.owner, reminder.id)
        wanted = {"here": self._workspace, "of": reminder.owner, "of_one": reminder.id}
        self._connection.execute(_SAVE.values(**_columns(saved)), wanted)
        if before and before.people != saved.people:
            self._connection.execute(_CLEAR, {"of_one": reminder.id})
            self._name(reminder.id, saved.people)
        self._noted.follow(Subject.REMINDER, reminder.id)
        return saved

    def _name(self, reminder: ReminderId, people: Sequence[Person]) -> None:
        rows = [{"reminder": reminder, "place": place, "person": one.id} for place, one in enumerate(people)]
        if rows:
            self._connection.execute(_NAME, rows)

    def _read(self, statement: Select[Any], owner: PersonId, **wanted: object) -> list[Reminder]:
        rows = self._connection.execute(statement, {"here": self._workspace, "of": owner, **wanted}).all()
        about: dict[int, list[PersonId]] = defaultdict(list)
        named = self._connection.execute(_PEOPLE, {"of_these": [row.id for row in rows]}).all() if rows else ()
        for reminder, person in named:
            about[reminder].append(PersonId(person))
        known = self._people.by_ids({person for people in about.values() for person in people})
        return [_as_reminder(row, tuple(dict.fromkeys(known[one] for one in about[row.id]))) for row in rows]


def _columns(reminder: Reminder) -> dict[str, Any]:
    every = reminder.every
    return {
        "topic": reminder.topic, "words": reminder.words, "day": reminder.day, "at": reminder.at,
        "every_n": every.n if every else None, "every_unit": every.unit if every else None, "since": reminder.since,
        "assumed": ",".join(sorted(reminder.assumed)), "round": reminder.round, "done_at": reminder.done_at,
        "undone_at": reminder.undone_at, "version": reminder.version,
    }  # fmt: skip


def _as_reminder(row: Row[Any], people: tuple[Person, ...]) -> Reminder:
    return Reminder(
        id=ReminderId(row.id),
        owner=PersonId(row.owner),
        people=people,
        topic=row.topic,
        day=row.day,
        at=row.at,
        every=Every(row.every_n, row.every_unit) if row.every_n else None,
        since=row.since,
        words=row.words,
        assumed=frozenset(Assumed(one) for one in row.assumed.split(",") if one),
        written_at=row.written_at,
        round=row.round,
        done_at=row.done_at,
        undone_at=row.undone_at,
        version=row.version,
    )
