"""What came in already: each delivery once, and the same words of the same member within a minute."""

import hashlib
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, bindparam, delete, select
from sqlalchemy.sql.dml import ReturningInsert

from assistant.clock import Clock
from assistant.ids import DeliveryId, PersonId, WorkspaceId
from store.dialect import upsert
from store.tables import seen

_NOTE = select(seen.c.note).where(
    seen.c.workspace == bindparam("here"), seen.c.key == bindparam("of"), seen.c.at > bindparam("since")
)

_FORGET = delete(seen).where(seen.c.workspace == bindparam("here"), seen.c.key == bindparam("of"))


@cache
def _first(dialect: str) -> ReturningInsert[Any]:
    return upsert(dialect, seen).on_conflict_do_nothing().returning(seen.c.key)


@cache
def _newest(dialect: str) -> Insert:
    new = upsert(dialect, seen)
    keys = [seen.c.workspace, seen.c.key]
    return new.on_conflict_do_update(index_elements=keys, set_={"at": new.excluded.at, "note": new.excluded.note})


class SqlSeen:
    """`assistant.ledger.Seen` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, clock: Clock) -> None:
        self._connection, self._workspace, self._clock = connection, workspace, clock
        self._dialect = connection.dialect.name

    def first(self, delivery: DeliveryId) -> bool:
        # RETURNING says whether this row is new; drivers disagree about rowcount.
        row = {"workspace": self._workspace, "key": _of(delivery), "at": self._clock.now(), "note": ""}
        return self._connection.execute(_first(self._dialect), row).first() is not None

    def forget(self, delivery: DeliveryId) -> None:
        self._connection.execute(_FORGET, {"here": self._workspace, "of": _of(delivery)})

    def repeated(self, speaker: PersonId, words: str, at: datetime, within: timedelta) -> str | None:
        wanted = {"here": self._workspace, "of": _key(speaker, words), "since": at - within}
        note: str | None = self._connection.execute(_NOTE, wanted).scalar()
        return note

    def remember(self, speaker: PersonId, words: str, at: datetime, note: str) -> None:
        row = {"workspace": self._workspace, "key": _key(speaker, words), "at": at, "note": note}
        self._connection.execute(_newest(self._dialect), row)


def _of(delivery: DeliveryId) -> str:
    return f"delivery:{delivery}"[:160]


def _key(speaker: PersonId, words: str) -> str:
    """The words themselves are not kept; case and spacing do not make another sentence."""
    plain = " ".join(words.casefold().split()).encode("utf-8", "ignore")
    return f"words:{speaker}:{hashlib.sha256(plain).hexdigest()}"
