"""The outbox as workers see it: claim what is due, and finish, postpone or drop it, fenced by a lease.

Nobody leads and nothing sweeps: a dead worker's lane is simply due again when its lease ends.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, select, update

from assistant.ids import WorkspaceId
from store.engine import Database
from store.outbox import Claimed, as_job, free_lane
from store.tables import lanes, outbox

LEASE = timedelta(seconds=30)  # longer than the slowest call to Slack with its time-out; a takeover is that late

_ANY = select(lanes.c.lane).where(lanes.c.next_at <= bindparam("now")).limit(1)
_DUE = (
    select(lanes.c.workspace, lanes.c.lane)
    .where(lanes.c.next_at <= bindparam("now"))
    .order_by(lanes.c.next_at)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_HERE = (lanes.c.workspace == bindparam("here")) & (lanes.c.lane == bindparam("in_lane"))
_FIRST = (
    select(outbox.c.id, outbox.c.key, outbox.c.kind, outbox.c.payload, outbox.c.tries)
    .where(
        outbox.c.workspace == bindparam("here"),
        outbox.c.lane == bindparam("in_lane"),
        outbox.c.done_at.is_(None),
        outbox.c.due <= bindparam("now"),
    )
    .order_by(outbox.c.id)
    .limit(1)
)
_TAKE = (
    update(outbox)
    .where(outbox.c.id == bindparam("job"))
    .values(lease=bindparam("token"), due=bindparam("ends"), tries=outbox.c.tries + 1)
)
_OCCUPY = (
    update(lanes).where(_HERE).values(lease=bindparam("token"), free_at=bindparam("ends"), next_at=bindparam("ends"))
)
_IDLE = select(func.min(outbox.c.due)).where(
    outbox.c.workspace == bindparam("here"), outbox.c.lane == bindparam("in_lane"), outbox.c.done_at.is_(None)
)
_REST = update(lanes).where(_HERE).values(next_at=bindparam("next"), lease=None)
_HOLD = select(lanes.c.lane).where(_HERE).with_for_update()
_GIVE_BACK = (
    update(outbox)
    .where(outbox.c.id == bindparam("job"), outbox.c.lease == bindparam("token"))
    .values(lease=None, due=bindparam("until"))
    .returning(outbox.c.id)
)
_DROP = (
    update(outbox)
    .where(outbox.c.id == bindparam("job"), outbox.c.lease == bindparam("token"))
    .values(lease=None, done_at=bindparam("at"), outcome=bindparam("why"), payload="")
    .returning(outbox.c.id)
)
_NEXT = select(func.min(lanes.c.next_at))


class Queue:
    """What workers ask of the outbox, each call its own transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(self, now: datetime, most: int, lease: timedelta = LEASE) -> Sequence[Claimed]:
        """The first due job of up to `most` lanes, longest due first; ours until the lease ends."""
        with self._database.read() as connection:
            if not connection.execute(_ANY, {"now": now}).first():
                return ()
        with self._database.write() as connection:
            due = connection.execute(_DUE, {"now": now, "most": most}).all()
            taken = (self._take(connection, WorkspaceId(row.workspace), row.lane, now, lease) for row in due)
            return [claimed for claimed in taken if claimed]

    def _take(
        self, connection: Connection, workspace: WorkspaceId, lane: str, now: datetime, lease: timedelta
    ) -> Claimed | None:
        where = {"here": workspace, "in_lane": lane}
        row = connection.execute(_FIRST, {**where, "now": now}).first()
        if row is None:  # cancelled, or put twice: the lane was woken for nothing
            connection.execute(_REST, {**where, "next": connection.execute(_IDLE, where).scalar()})
            return None
        token = secrets.token_hex(8)
        connection.execute(_TAKE, {"job": row.id, "token": token, "ends": now + lease})
        connection.execute(_OCCUPY, {**where, "token": token, "ends": now + lease})
        return Claimed(row.id, workspace, row.key, lane, as_job(row.kind, row.payload), token, row.tries + 1)

    def postpone(self, claimed: Claimed, until: datetime) -> bool:
        """Try again then; the whole lane waits, so that its order is kept. False if the lease is lost."""
        with self._database.write() as connection:
            self._hold(connection, claimed)
            ours = connection.execute(_GIVE_BACK, {**_held(claimed), "until": until}).first()
            free_lane(connection, claimed, until)
            return ours is not None

    def drop(self, claimed: Claimed, why: str, now: datetime) -> bool:
        """Never to be done; `why` is kept with it for a while. False if the lease is lost."""
        with self._database.write() as connection:
            self._hold(connection, claimed)
            ours = connection.execute(_DROP, {**_held(claimed), "at": now, "why": why[:64]}).first()
            free_lane(connection, claimed, now)
            return ours is not None

    def release(self, claimed: Claimed, now: datetime) -> None:
        """The job was put anew while it was in hand: the lane goes on with it at once."""
        with self._database.write() as connection:
            self._hold(connection, claimed)
            free_lane(connection, claimed, now)

    def next_due(self) -> datetime | None:
        """When there is something to do next; None when nothing waits."""
        with self._database.read() as connection:
            moment: datetime | None = connection.execute(_NEXT).scalar()
            return moment

    def _hold(self, connection: Connection, claimed: Claimed) -> None:
        connection.execute(_HOLD, {"here": claimed.workspace, "in_lane": claimed.lane})


def _held(claimed: Claimed) -> dict[str, object]:
    return {"job": claimed.id, "token": claimed.lease}
