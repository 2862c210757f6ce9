"""Lanes: when each has something to do next, kept for each rank on its own, so that a look at what is due is a look at
the first entry of an index, however many rows wait behind it.

Locked are the workspace first, then lanes in the order of their names, then the jobs in them, whatever a transaction
does: two of them can wait for one another, but never in a circle.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Case, ColumnElement, Connection, Insert, and_, bindparam, case, func, select, tuple_, update

from assistant.ids import WorkspaceId
from assistant.jobs import Rank
from store.columns import Instant
from store.dialect import upsert
from store.tables import lanes, outbox

ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)  # free since ever
AT = {Rank.ANSWER: lanes.c.answers_at, Rank.UPKEEP: lanes.c.upkeep_at, Rank.UNASKED: lanes.c.unasked_at}

LANE = and_(lanes.c.workspace == bindparam("here"), lanes.c.lane == bindparam("in_lane"))
OPEN = and_(outbox.c.workspace == bindparam("here"), outbox.c.lane == bindparam("in_lane"), outbox.c.done_at.is_(None))


def later(one: ColumnElement[Any], other: ColumnElement[Any]) -> Case[Any]:
    """The later of two moments; the first of them if either is null."""
    return case((one < other, other), else_=one)


_ENDS = bindparam("ends", type_=Instant())
_HOLD = select(lanes.c.lane).where(LANE).with_for_update()
_FIRST_DUES = select(
    *(select(func.min(outbox.c.due)).where(OPEN, outbox.c.rank == rank).scalar_subquery() for rank in Rank)
)
_OCCUPY = (
    update(lanes)
    .where(LANE)
    .values({"lease": bindparam("token"), "free_at": _ENDS, **{at.name: later(at, _ENDS) for at in AT.values()}})
)
_NEXT = {at.name: bindparam(f"next_{at.name}", type_=Instant()) for at in AT.values()}
_REST = update(lanes).where(LANE).values({"lease": None, **_NEXT})
_FREE = (
    update(lanes)
    .where(LANE, lanes.c.lease == bindparam("token"))
    .values({"free_at": bindparam("free", type_=Instant()), "lease": None, **_NEXT})
)


# Without those that somebody else looks at, so that nobody waits here.
_ABANDONED = (
    select(lanes.c.workspace, lanes.c.lane)
    .where(lanes.c.lease.is_not(None), lanes.c.free_at <= bindparam("now", type_=Instant()))
    .with_for_update(skip_locked=True)
)
_TO_THE_FRONT = (
    update(lanes)
    .where(tuple_(lanes.c.workspace, lanes.c.lane).in_(_ABANDONED))
    .values(
        {"lease": None}
        | {at.name: case((at <= bindparam("now", type_=Instant()), ALWAYS), else_=at) for at in AT.values()}
    )
)


@cache
def _waking(dialect: str) -> Insert:
    """The lane has something to do by then, unless it is resting or busy for longer."""
    new = upsert(dialect, lanes)
    woken = {}
    for at in AT.values():
        put = new.excluded[at.name]
        sooner = case((put.is_(None), at), (at < put, at), else_=put)
        woken[at.name] = later(sooner, lanes.c.free_at)
    return new.on_conflict_do_update(index_elements=[lanes.c.workspace, lanes.c.lane], set_=woken)


def wake(connection: Connection, workspace: WorkspaceId, lane: str, dues: Mapping[Rank, datetime]) -> None:
    """There is something to do in the lane, of each rank by then. The lane is locked."""
    ats = {AT[rank].name: dues.get(rank) for rank in Rank}
    row = {"workspace": workspace, "lane": lane, "free_at": ALWAYS, "lease": None, **ats}
    connection.execute(_waking(connection.dialect.name), row)


def hold(connection: Connection, workspace: WorkspaceId, lane: str) -> None:
    """Lock the lane until the end of the transaction."""
    connection.execute(_HOLD, {"here": workspace, "in_lane": lane})


def occupy(connection: Connection, workspace: WorkspaceId, lane: str, token: str, ends: datetime) -> None:
    """Somebody has a job of the lane in hand, until then. The lane is locked by us already."""
    connection.execute(_OCCUPY, {"here": workspace, "in_lane": lane, "token": token, "ends": ends})


def take_over(connection: Connection, now: datetime) -> None:
    """What a dead worker had in hand waited for its lease to end, and goes before what was due meanwhile."""
    connection.execute(_TO_THE_FRONT, {"now": now})


def free(connection: Connection, workspace: WorkspaceId, lane: str, token: str, at: datetime) -> None:
    """The lane is not in our hand any more, and rests until then; its row is locked by us already."""
    where = {"here": workspace, "in_lane": lane}
    connection.execute(_FREE, {**where, **_next(connection, where, at), "token": token, "free": at})


def rest(connection: Connection, workspace: WorkspaceId, lane: str) -> None:
    """The lane was woken for nothing: a job was cancelled, or put anew. Its row is locked by us already."""
    where = {"here": workspace, "in_lane": lane}
    connection.execute(_REST, {**where, **_next(connection, where, ALWAYS)})


def _next(connection: Connection, where: Mapping[str, str], at: datetime) -> dict[str, datetime | None]:
    dues = connection.execute(_FIRST_DUES, where).one()
    return {f"next_{AT[rank].name}": max(due, at) if due else None for rank, due in zip(Rank, dues, strict=True)}
