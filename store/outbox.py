"""The outbox of one transaction: what it puts, cancels and finishes takes effect together, at its end.

Lanes are locked in the order of their names, and before the jobs in them, whatever a transaction does: two of them can
wait for one another, but never in a circle.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import get_args

from sqlalchemy import Connection, Insert, and_, bindparam, case, delete, exists, func, select, update

from assistant.clock import Clock
from assistant.ids import WorkspaceId
from assistant.jobs import Job
from store.codec import decode, encode
from store.dialect import upsert
from store.errors import LostLease
from store.tables import lanes, outbox, seen

KINDS: dict[str, type[Job]] = {kind.__name__: kind for kind in get_args(Job)}
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)  # free since ever

_LANE = and_(lanes.c.workspace == bindparam("here"), lanes.c.lane == bindparam("in_lane"))
_OPEN = and_(outbox.c.workspace == bindparam("here"), outbox.c.done_at.is_(None))
_HOLD = select(lanes.c.lane).where(_LANE).with_for_update()
_HELD = select(outbox.c.id).where(outbox.c.id == bindparam("job"), outbox.c.lease == bindparam("token"))
_FINISH = (
    update(outbox)
    .where(outbox.c.id == bindparam("job"), outbox.c.lease == bindparam("token"))
    .values(done_at=bindparam("at"), lease=None, outcome=bindparam("came_to"), payload="")
    .returning(outbox.c.id)
)
_FIRST_DUE = select(func.min(outbox.c.due)).where(_OPEN, outbox.c.lane == bindparam("in_lane"))
_FREE = (
    update(lanes)
    .where(_LANE, lanes.c.lease == bindparam("token"))
    .values(free_at=bindparam("free"), next_at=bindparam("next"), lease=None)
)
_CANCEL = (
    update(outbox)
    .where(_OPEN, outbox.c.key == bindparam("of"))
    .values(done_at=bindparam("at"), lease=None, outcome="cancelled", payload="")
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job in hand, until its lease ends."""

    id: int
    workspace: WorkspaceId
    key: str
    lane: str
    job: Job
    lease: str  # what fences it: whoever holds another one cannot finish it
    tries: int  # this one included; more than one means that an earlier try may have gone through


@dataclass(frozen=True, slots=True)
class _Put:
    job: Job
    key: str
    lane: str
    due: datetime
    replace: bool


@cache
def _waking(dialect: str) -> Insert:
    """The lane has something to do by then, unless it is resting or busy for longer."""
    new = upsert(dialect, lanes)
    sooner = case((lanes.c.next_at < new.excluded.next_at, lanes.c.next_at), else_=new.excluded.next_at)
    return new.on_conflict_do_update(
        index_elements=[lanes.c.workspace, lanes.c.lane],
        set_={"next_at": case((lanes.c.free_at > sooner, lanes.c.free_at), else_=sooner)},
    )


@cache
def _adding(dialect: str, replace: bool) -> Insert:
    """A job whose key is there already gives way, or with `replace` takes its place as if it had never been tried."""
    new = upsert(dialect, outbox)
    if not replace:
        return new.on_conflict_do_nothing()
    fresh = {"lease": None, "tries": 0, "done_at": None, "outcome": ""}
    anew = {name: new.excluded[name] for name in ("lane", "kind", "payload", "due")}
    return new.on_conflict_do_update(index_elements=[outbox.c.workspace, outbox.c.key], set_={**anew, **fresh})


class SqlOutbox:
    """`assistant.ledger.Outbox` on a connection; `flush` is called by the ledger before it commits."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, clock: Clock) -> None:
        self._connection, self._workspace, self._clock = connection, workspace, clock
        self._dialect = connection.dialect.name
        self._puts: list[_Put] = []
        self._cancelled: list[str] = []
        self._finished: tuple[Claimed, timedelta] | None = None

    @property
    def waiting(self) -> bool:
        """Whether this transaction put anything that a worker should look at."""
        return bool(self._puts)

    def put(self, job: Job, key: str, lane: str, due: datetime, replace: bool = False) -> None:
        self._puts.append(_Put(job, key, lane, due, replace))

    def cancel(self, key: str) -> None:
        self._cancelled.append(key)

    def finish(self, claimed: Claimed, pace: timedelta) -> bool:
        """The job is done with this transaction; its lane rests for `pace`. False if the lease is lost already.

        A lease that is lost before the end of the transaction raises LostLease there, and nothing is written.
        """
        held = self._connection.execute(_HELD, {"job": claimed.id, "token": claimed.lease}).first()
        if held:
            self._finished = claimed, pace
        return held is not None

    def tidy(self, before: datetime) -> int:
        gone = self._connection.execute(
            delete(outbox)
            .where(outbox.c.workspace == self._workspace, outbox.c.done_at < before)
            .returning(outbox.c.id)
        ).all()
        old = self._connection.execute(
            delete(seen).where(seen.c.workspace == self._workspace, seen.c.at < before).returning(seen.c.key)
        ).all()
        self._connection.execute(
            delete(lanes).where(
                lanes.c.workspace == self._workspace,
                lanes.c.next_at.is_(None),
                lanes.c.free_at < before,
                ~exists().where(outbox.c.workspace == lanes.c.workspace, outbox.c.lane == lanes.c.lane),
            )
        )
        return len(gone) + len(old)

    def flush(self) -> None:
        """Carry out all of it. Raises LostLease."""
        if not (self._puts or self._cancelled or self._finished):
            return
        now = self._clock.now()
        dues: dict[str, datetime] = {}
        for put in self._puts:
            dues[put.lane] = min(put.due, dues.get(put.lane, put.due))
        held = self._finished[0].lane if self._finished else None
        for lane in sorted({*dues, held} - {None}, key=str):
            if lane in dues:
                self._wake(str(lane), dues[lane])
            else:
                self._connection.execute(_HOLD, {"here": self._workspace, "in_lane": lane})
        for put in self._puts:
            self._insert(put)
        for key in self._cancelled:
            self._connection.execute(_CANCEL, {"here": self._workspace, "of": key, "at": now})
        if self._finished:
            self._end(*self._finished, now)

    def _wake(self, lane: str, due: datetime) -> None:
        row = {"workspace": self._workspace, "lane": lane, "free_at": ALWAYS, "next_at": due, "lease": None}
        self._connection.execute(_waking(self._dialect), row)

    def _insert(self, put: _Put) -> None:
        row = {
            "workspace": self._workspace, "key": put.key, "lane": put.lane, "kind": type(put.job).__name__,
            "payload": encode(put.job), "due": put.due,
        }  # fmt: skip
        self._connection.execute(_adding(self._dialect, put.replace), row)

    def _end(self, claimed: Claimed, pace: timedelta, now: datetime) -> None:
        end = {"job": claimed.id, "token": claimed.lease, "at": now, "came_to": "done"}
        # A job that this very transaction put again, or cancelled, has no lease any more; that is as it should be.
        ours = claimed.key in self._cancelled or any(put.replace and put.key == claimed.key for put in self._puts)
        if not self._connection.execute(_FINISH, end).first() and not ours:
            raise LostLease(claimed.key)
        free_lane(self._connection, claimed, now + pace)


def free_lane(connection: Connection, claimed: Claimed, free_at: datetime) -> None:
    """The lane is not in our hand any more, and rests until then; its row is locked by us already."""
    where = {"here": claimed.workspace, "in_lane": claimed.lane}
    first = connection.execute(_FIRST_DUE, where).scalar()
    next_at = max(first, free_at) if first else None
    connection.execute(_FREE, {**where, "token": claimed.lease, "free": free_at, "next": next_at})


def as_job(kind: str, payload: str) -> Job:
    """The job that a row holds."""
    return decode(KINDS[kind], payload)
