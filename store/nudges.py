"""Nudges: statements about what is, or was, to be said unasked."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, Unpack

from sqlalchemy import Connection, Row, Select, bindparam, func, select, update

from assistant.ids import NudgeId, PersonId, WorkspaceId
from assistant.ledger.nudges import Changed
from assistant.nudges.policy import Sent
from assistant.nudges.record import ASKED_FOR, Deed, Ending, Nudge, State
from store.dialect import upsert
from store.tables import nudges

_HERE = nudges.c.workspace == bindparam("here")
_ONE = select(nudges).where(_HERE, nudges.c.id == bindparam("of_one"))
_FIND = select(nudges).where(
    _HERE,
    nudges.c.person == bindparam("of"),
    nudges.c.deed == bindparam("done"),
    nudges.c.about == bindparam("record"),
)
_ABOUT = select(nudges).where(_HERE, nudges.c.about == bindparam("record")).order_by(nudges.c.id)
_ABOUT_ANY = select(nudges).where(_HERE, nudges.c.about.in_(bindparam("records", expanding=True))).order_by(nudges.c.id)
_DUE = (
    select(nudges)
    .where(_HERE, nudges.c.person == bindparam("of"), nudges.c.state == State.PLANNED, nudges.c.due <= bindparam("now"))
    .order_by(nudges.c.due, nudges.c.id)
)
_BATCH = select(nudges).where(_HERE, nudges.c.batch == bindparam("in_batch")).order_by(nudges.c.id)
_TOLD_LAST = (
    select(nudges)
    .where(
        _HERE,
        nudges.c.person == bindparam("of"),
        nudges.c.sent_at > bindparam("since"),
        nudges.c.deed.in_(bindparam("deeds", expanding=True)),
    )
    .order_by(nudges.c.sent_at.desc(), nudges.c.id.desc())
    .limit(1)
)
_SENT = (
    select(
        func.max(nudges.c.sent_at).label("at"),
        func.count().label("nudges"),
        func.count().filter(nudges.c.state == State.SETTLED).label("settled"),
        func.count().filter(nudges.c.state == State.SENT).label("open"),
    )
    .where(
        _HERE,
        nudges.c.person == bindparam("of"),
        nudges.c.sent_at.is_not(None),
        nudges.c.deed.not_in(sorted(ASKED_FOR)),
    )
    .group_by(nudges.c.batch)
    .order_by(func.max(nudges.c.sent_at).desc())
)
_SINCE = _SENT.having(func.max(nudges.c.sent_at) > bindparam("since"))
_LAST = _SENT.limit(bindparam("most"))
_OPEN = (
    select(nudges)
    .where(
        _HERE,
        nudges.c.person == bindparam("of"),
        nudges.c.deed == bindparam("done"),
        nudges.c.state.in_((State.PLANNED, State.SENT)),
    )
    .order_by(nudges.c.id)
)
# Always in this order, so that no two wait for each other.
_HOLD = (
    select(nudges)
    .where(_HERE, nudges.c.id.in_(bindparam("some", expanding=True)))
    .order_by(nudges.c.id)
    .with_for_update()
)
_SAVE = update(nudges).where(_HERE, nudges.c.id == bindparam("of_one")).returning(nudges)


@cache
def _adding(dialect: str) -> Any:
    new = upsert(dialect, nudges)
    return new.on_conflict_do_nothing(
        index_elements=[nudges.c.workspace, nudges.c.person, nudges.c.deed, nudges.c.about]
    ).returning(nudges)


class SqlNudges:
    """`assistant.ledger.Nudges` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId) -> None:
        self._connection, self._workspace = connection, workspace

    def add(
        self, person: PersonId, deed: Deed, about: str, earliest: datetime, due: datetime, sharp: bool
    ) -> Nudge | None:
        row = {
            "workspace": self._workspace, "person": person, "deed": deed, "about": about, "earliest": earliest,
            "due": due, "sharp": sharp, "state": State.PLANNED, "version": 1,
        }  # fmt: skip
        found = self._connection.execute(_adding(self._connection.dialect.name), row).first()
        return _as_nudge(found) if found else None

    def get(self, nudge: NudgeId) -> Nudge | None:
        return next(iter(self._read(_ONE, of_one=nudge)), None)

    def find(self, person: PersonId, deed: Deed, about: str) -> Nudge | None:
        return next(iter(self._read(_FIND, of=person, done=deed, record=about)), None)

    def about(self, about: str) -> Sequence[Nudge]:
        return self._read(_ABOUT, record=about)

    def about_any(self, about: Sequence[str]) -> Sequence[Nudge]:
        return self._read(_ABOUT_ANY, records=about)

    def due(self, person: PersonId, now: datetime) -> Sequence[Nudge]:
        return self._read(_DUE, of=person, now=now)

    def of_batch(self, batch: NudgeId) -> Sequence[Nudge]:
        return self._read(_BATCH, in_batch=batch)

    def open_of(self, person: PersonId, deed: Deed) -> Sequence[Nudge]:
        return self._read(_OPEN, of=person, done=deed)

    def hold(self, nudges: Iterable[NudgeId]) -> Sequence[Nudge]:
        return self._read(_HOLD, some=sorted(set(nudges)))

    def told_last(self, person: PersonId, since: datetime, deeds: Sequence[Deed]) -> Nudge | None:
        return next(iter(self._read(_TOLD_LAST, of=person, since=since, deeds=list(deeds))), None)

    def sent(self, person: PersonId, since: datetime, at_least: int) -> Sequence[Sent]:
        here = {"here": self._workspace, "of": person}
        rows = self._connection.execute(_SINCE, {**here, "since": since}).all()
        if len(rows) < at_least:
            rows = self._connection.execute(_LAST, {**here, "most": at_least}).all()
        return [Sent(row.at, row.nudges, row.settled > 0 or row.open == 0) for row in rows]

    def save(self, nudge: Nudge, silently: bool = False, **changed: Unpack[Changed]) -> Nudge:
        wanted = {"here": self._workspace, "of_one": nudge.id}
        grown = nudges.c.version + (0 if silently else 1)
        saved = self._connection.execute(_SAVE.values(**changed, version=grown), wanted).first()
        return _as_nudge(saved) if saved else nudge  # it may have been erased meanwhile

    def _read(self, statement: Select[Any], **wanted: object) -> list[Nudge]:
        rows = self._connection.execute(statement, {"here": self._workspace, **wanted})
        return [_as_nudge(row) for row in rows]


def _as_nudge(row: Row[Any]) -> Nudge:
    return Nudge(
        id=NudgeId(row.id),
        person=PersonId(row.person),
        deed=Deed(row.deed),
        about=row.about,
        earliest=row.earliest,
        due=row.due,
        sharp=row.sharp,
        state=State(row.state),
        sent_at=row.sent_at,
        ended_at=row.ended_at,
        how=Ending(row.how) if row.how else None,
        batch=NudgeId(row.batch) if row.batch else None,
        version=row.version,
    )
