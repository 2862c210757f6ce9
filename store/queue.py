"""The outbox as workers see it: claim what is due, and finish, postpone or drop it, fenced by a lease.

Nobody leads and nothing sweeps: a dead worker's lane is simply due again when its lease ends. Answers go first, then
what nobody hears of, then what is said unasked, in each workspace at its pace whichever workers say it.
"""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, ScalarSelect, and_, bindparam, case, exists, func, select, update

from assistant.ids import WorkspaceId
from assistant.jobs import Rank
from store import lanes as of_lanes
from store.columns import Instant
from store.engine import Database
from store.lanes import ALWAYS, AT, OPEN, later
from store.outbox import Claimed, as_job
from store.tables import lanes, outbox, workspaces

LEASE = timedelta(seconds=30)  # longer than the slowest call to Slack with its time-out; a takeover is that late

_NOW = bindparam("now", type_=Instant())
_UNASKED = AT[Rank.UNASKED]


def _soonest(rank: Rank) -> ScalarSelect[datetime | None]:
    return select(func.min(AT[rank])).where(AT[rank].is_not(None)).scalar_subquery()


_FIRST_UNASKED = (
    select(func.min(_UNASKED)).where(lanes.c.workspace == workspaces.c.id, _UNASKED.is_not(None)).scalar_subquery()
)
_MAY_SPEAK_AT = case((workspaces.c.unasked_from > _FIRST_UNASKED, workspaces.c.unasked_from), else_=_FIRST_UNASKED)
# Moments and not whether there are any before now: only for these do both databases always look at an index's first.
_NEXT = select(
    _soonest(Rank.ANSWER),
    _soonest(Rank.UPKEEP),
    select(func.min(_MAY_SPEAK_AT)).select_from(workspaces).scalar_subquery(),
)
_DUE = {
    rank: select(lanes.c.workspace, lanes.c.lane)
    .where(AT[rank] <= _NOW)
    .order_by(AT[rank])
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
    for rank in Rank
}
_DUE_UNASKED = _DUE[Rank.UNASKED].where(lanes.c.workspace == bindparam("here"))
_MAY_SPEAK = select(workspaces.c.id).where(
    (workspaces.c.unasked_from.is_(None)) | (workspaces.c.unasked_from <= _NOW),
    exists().where(lanes.c.workspace == workspaces.c.id, _UNASKED <= _NOW),
)
_TAKES_THE_FLOOR = _MAY_SPEAK.with_for_update(key_share=True, skip_locked=True)
_SILENT = update(workspaces).where(workspaces.c.id == bindparam("here"))
_SPOKE = _SILENT.values(unasked_from=bindparam("until", type_=Instant()))
_SAID_NOTHING = _SILENT.where(workspaces.c.unasked_from == bindparam("taken")).values(unasked_from=None)
_HOLD_BACK = _SILENT.values(
    unasked_from=later(func.coalesce(workspaces.c.unasked_from, ALWAYS), bindparam("until", type_=Instant()))
)
_FIRST = (
    select(outbox.c.id, outbox.c.key, outbox.c.kind, outbox.c.payload, outbox.c.tries)
    .where(OPEN, outbox.c.rank == bindparam("of_rank"), outbox.c.due <= _NOW)
    .order_by(outbox.c.due, outbox.c.id)
    .limit(1)
)
_TAKE = update(outbox).where(outbox.c.id == bindparam("job")).values(lease=bindparam("token"), tries=outbox.c.tries + 1)
_OURS = and_(outbox.c.id == bindparam("job"), outbox.c.lease == bindparam("token"))
_GIVE_BACK = update(outbox).where(_OURS).values(lease=None).returning(outbox.c.id)
_GIVE_BACK_UNTIL = _GIVE_BACK.values(due=bindparam("until"))
_DROP = (
    update(outbox)
    .where(_OURS)
    .values(lease=None, done_at=bindparam("at"), outcome=bindparam("why"), payload="")
    .returning(outbox.c.id)
)


class Queue:
    """What workers ask of the outbox, each call its own transaction.

    `pace` is the time between two messages said unasked in a workspace; zero is as fast as can be.
    """

    def __init__(self, database: Database, pace: timedelta = timedelta(0)) -> None:
        self._database, self._pace = database, pace

    def claim(self, now: datetime, most: int, for_answers: int = 0, lease: timedelta = LEASE) -> Sequence[Claimed]:
        """The first due job of up to `most` lanes, by rank and then longest due first; ours until the lease ends.

        `for_answers` of them are kept for what somebody waits for.
        """
        with self._database.read() as connection:
            ready = [rank for rank, at in zip(Rank, _soonest_of_all(connection), strict=True) if at and at <= now]
        claims: list[Claimed] = []
        if not ready or (ready[0] is not Rank.ANSWER and most <= for_answers):
            return claims
        with self._database.write() as connection:
            of_lanes.take_over(connection, now)
            for rank in ready:
                room = most - len(claims) - (0 if rank is Rank.ANSWER else for_answers)
                if room > 0 and rank is Rank.UNASKED:
                    claims += self._unasked(connection, now, room, lease)
                elif room > 0:
                    due = connection.execute(_DUE[rank], {"now": now, "most": room}).all()
                    claims += _taken(connection, due, rank, now, lease)
        return claims

    def _unasked(self, connection: Connection, now: datetime, most: int, lease: timedelta) -> list[Claimed]:
        """In each workspace that may be spoken to, at a pace the one that is due longest."""
        claims: list[Claimed] = []
        for here in connection.execute(_TAKES_THE_FLOOR if self._pace else _MAY_SPEAK, {"now": now}).scalars().all():
            room = min(most - len(claims), 1 if self._pace else most)
            due = connection.execute(_DUE_UNASKED, {"now": now, "most": room, "here": here}).all() if room else ()
            taken = _taken(connection, due, Rank.UNASKED, now, lease)
            if taken and self._pace:
                connection.execute(_SPOKE, {"here": here, "until": now + self._pace})
                taken = [replace(one, silent_until=now + self._pace) for one in taken]
            claims += taken
        return claims

    def postpone(self, claimed: Claimed, until: datetime, busy: bool = False) -> bool:
        """Try again then. False if the lease is lost.

        The lane of an answer waits with it, so that its order is kept; what nobody waits for lets others go by. `busy`:
        Slack asked us to wait, so nothing is said unasked in that workspace until then.
        """
        answer = claimed.rank is Rank.ANSWER
        with self._database.write() as connection:
            if busy:
                connection.execute(_HOLD_BACK, {"here": claimed.workspace, "until": until})
            of_lanes.hold(connection, claimed.workspace, claimed.lane)
            back = _GIVE_BACK if answer else _GIVE_BACK_UNTIL
            ours = connection.execute(back, {**_held(claimed), **({} if answer else {"until": until})}).first()
            _free(connection, claimed, until if answer else ALWAYS)
            return ours is not None

    def drop(self, claimed: Claimed, why: str, now: datetime) -> bool:
        """Never to be done; `why` is kept with it for a while. False if the lease is lost."""
        with self._database.write() as connection:
            of_lanes.hold(connection, claimed.workspace, claimed.lane)
            ours = connection.execute(_DROP, {**_held(claimed), "at": now, "why": why[:64]}).first()
            _free(connection, claimed, now)
            return ours is not None

    def release(self, claimed: Claimed, now: datetime) -> None:
        """The job was put anew while it was in hand: the lane goes on with it at once."""
        with self._database.write() as connection:
            of_lanes.hold(connection, claimed.workspace, claimed.lane)
            _free(connection, claimed, now)

    def said_nothing(self, claimed: Claimed) -> None:
        """It came to nothing, so the next may be said at once, unless Slack asked us to wait meanwhile."""
        if claimed.silent_until:
            with self._database.write() as connection:
                connection.execute(_SAID_NOTHING, {"here": claimed.workspace, "taken": claimed.silent_until})

    def next_due(self) -> datetime | None:
        """When there is something to do next; None when nothing waits."""
        with self._database.read() as connection:
            return min((at for at in _soonest_of_all(connection) if at), default=None)


def _soonest_of_all(connection: Connection) -> Sequence[datetime | None]:
    """When something of each rank may be done next."""
    return tuple(connection.execute(_NEXT).one())


def _taken(
    connection: Connection, due: Iterable[Row[Any, Any]], rank: Rank, now: datetime, lease: timedelta
) -> list[Claimed]:
    """The first job of that rank in each of these lanes, which are locked by us."""
    claims = []
    for lane_due in due:
        here, lane = lane_due.workspace, lane_due.lane
        first = {"here": here, "in_lane": lane, "of_rank": rank, "now": now}
        row = connection.execute(_FIRST, first).first()
        if row is None:
            of_lanes.rest(connection, here, lane)
            continue
        token = secrets.token_hex(8)
        connection.execute(_TAKE, {"job": row.id, "token": token})
        of_lanes.occupy(connection, here, lane, token, now + lease)
        job = as_job(row.kind, row.payload)
        claims.append(Claimed(row.id, WorkspaceId(here), row.key, lane, rank, job, token, row.tries + 1))
    return claims


def _free(connection: Connection, claimed: Claimed, at: datetime) -> None:
    of_lanes.free(connection, claimed.workspace, claimed.lane, claimed.lease, at)


def _held(claimed: Claimed) -> dict[str, object]:
    return {"job": claimed.id, "token": claimed.lease}
