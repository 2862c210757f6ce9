"""The outbox of one transaction: what it puts, cancels and finishes takes effect together, at its end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import get_args

from sqlalchemy import Connection, Insert, and_, bindparam, case, delete, exists, select, update

from assistant.clock import Clock
from assistant.ids import WorkspaceId
from assistant.jobs import Job, Rank, rank_of
from store import lanes as of_lanes
from store.codec import decode, encode
from store.dialect import upsert
from store.errors import LostLease
from store.tables import lanes, outbox, seen

KINDS: dict[str, type[Job]] = {kind.__name__: kind for kind in get_args(Job)}
AT_ONCE = 500  # ids a statement

_HELD = select(outbox.c.id).where(outbox.c.id == bindparam("job"), outbox.c.lease == bindparam("token"))
_FINISH = (
    update(outbox)
    .where(outbox.c.id == bindparam("job"), outbox.c.lease == bindparam("token"))
    .values(done_at=bindparam("at"), lease=None, outcome=bindparam("came_to"), payload="")
    .returning(outbox.c.id)
)
_CANCEL = (
    update(outbox)
    .where(outbox.c.workspace == bindparam("here"), outbox.c.done_at.is_(None), outbox.c.key == bindparam("of"))
    .values(done_at=bindparam("at"), lease=None, outcome="cancelled", payload="")
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job in hand, until its lease ends."""

    id: int
    workspace: WorkspaceId
    key: str
    lane: str
    rank: Rank
    job: Job
    lease: str  # what fences it: whoever holds another one cannot finish it
    tries: int  # this one included; more than one means that an earlier try may have gone through
    silent_until: datetime | None = None  # when it is said at a pace: its workspace hears nothing else unasked before


@dataclass(frozen=True, slots=True)
class _Put:
    job: Job
    key: str
    lane: str
    due: datetime
    replace: bool


Mark = tuple[tuple[_Put, ...], tuple[str, ...], tuple[int, ...]]


@cache
def _adding(dialect: str, replace: bool) -> Insert:
    """A job whose key is there already gives way, or with `replace` takes its place as if it had never been tried."""
    new = upsert(dialect, outbox)
    if not replace:
        return new.on_conflict_do_nothing()
    fresh = {"lease": None, "tries": 0, "done_at": None, "outcome": ""}
    anew = {name: new.excluded[name] for name in ("lane", "kind", "payload", "due")}
    waited_for = and_(outbox.c.done_at.is_(None), outbox.c.rank < new.excluded.rank)  # and is still
    rank = case((waited_for, outbox.c.rank), else_=new.excluded.rank)
    return new.on_conflict_do_update(
        index_elements=[outbox.c.workspace, outbox.c.key], set_={**anew, **fresh, "rank": rank}
    )


class SqlOutbox:
    """`assistant.ledger.Outbox` on a connection; `flush` is called by the ledger before it commits."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, clock: Clock) -> None:
        self._connection, self._workspace, self._clock = connection, workspace, clock
        self._dialect = connection.dialect.name
        self._puts: list[_Put] = []
        self._cancelled: list[str] = []
        self._dropped: list[int] = []
        self._finished: tuple[Claimed, timedelta] | None = None

    @property
    def waiting(self) -> bool:
        """Whether this transaction put anything that a worker should look at."""
        return bool(self._puts)

    def put(self, job: Job, key: str, lane: str, due: datetime, replace: bool = False) -> None:
        if replace:
            self._cancelled = [one for one in self._cancelled if one != key]  # what was said last counts
        self._puts.append(_Put(job, key, lane, due, replace))

    def cancel(self, key: str) -> None:
        self._puts = [put for put in self._puts if put.key != key]
        self._cancelled.append(key)

    def drop(self, numbers: Iterable[int]) -> None:
        """Those rows go altogether, done or not: what they are about was erased.

        A job in hand is left to end: it loses its words then, and what it brings is brought up to date.
        """
        self._dropped += numbers

    def mark(self) -> Mark:
        """What there is to carry out by now; for `back_to`."""
        return tuple(self._puts), tuple(self._cancelled), tuple(self._dropped)

    def back_to(self, mark: Mark) -> None:
        """Carry out what there was then, whatever was put, cancelled and dropped since."""
        puts, cancelled, dropped = mark
        self._puts, self._cancelled, self._dropped = list(puts), list(cancelled), list(dropped)

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
                *(at.is_(None) for at in of_lanes.AT.values()),
                lanes.c.free_at < before,
                ~exists().where(outbox.c.workspace == lanes.c.workspace, outbox.c.lane == lanes.c.lane),
            )
        )
        return len(gone) + len(old)

    def flush(self) -> None:
        """Carry out all of it. Raises LostLease."""
        if not (self._puts or self._cancelled or self._dropped or self._finished):
            return
        now = self._clock.now()
        dues: dict[str, dict[Rank, datetime]] = {self._finished[0].lane: {}} if self._finished else {}
        for put in self._puts:
            of_lane, rank = dues.setdefault(put.lane, {}), self._rank(put.job)
            of_lane[rank] = min(put.due, of_lane.get(rank, put.due))
        for lane, of_lane in sorted(dues.items()):
            if of_lane:
                of_lanes.wake(self._connection, self._workspace, lane, of_lane)
            else:
                of_lanes.hold(self._connection, self._workspace, lane)
        for start in range(0, len(self._dropped), AT_ONCE):
            some = outbox.c.id.in_(self._dropped[start : start + AT_ONCE])
            self._connection.execute(delete(outbox).where(some, outbox.c.lease.is_(None)))
        for put in self._puts:
            self._insert(put)
        for key in self._cancelled:
            self._connection.execute(_CANCEL, {"here": self._workspace, "of": key, "at": now})
        if self._finished:
            self._end(*self._finished, now)

    def _rank(self, job: Job) -> Rank:
        return rank_of(job, self._finished[0].rank if self._finished else Rank.ANSWER)

    def _insert(self, put: _Put) -> None:
        row = {
            "workspace": self._workspace, "key": put.key, "lane": put.lane, "kind": type(put.job).__name__,
            "rank": self._rank(put.job), "payload": encode(put.job), "due": put.due,
        }  # fmt: skip
        self._connection.execute(_adding(self._dialect, put.replace), row)

    def _end(self, claimed: Claimed, pace: timedelta, now: datetime) -> None:
        end = {"job": claimed.id, "token": claimed.lease, "at": now, "came_to": "done"}
        # A job that this very transaction put again, or cancelled, has no lease any more; that is as it should be.
        ours = claimed.key in self._cancelled or any(put.replace and put.key == claimed.key for put in self._puts)
        if not self._connection.execute(_FINISH, end).first() and not ours:
            raise LostLease(claimed.key)
        of_lanes.free(self._connection, claimed.workspace, claimed.lane, claimed.lease, now + pace)


def as_job(kind: str, payload: str) -> Job:
    """The job that a row holds."""
    return decode(KINDS[kind], payload)
