"""What came in already: each delivery once, and the same words of the same member within a minute."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, select

from assistant.clock import Clock
from assistant.ids import DeliveryId, PersonId, WorkspaceId
from store.dialect import upsert
from store.tables import seen

_NOTE = select(seen.c.note).where(
    seen.c.workspace == bindparam("here"), seen.c.key == bindparam("of"), seen.c.at > bindparam("since")
)


class SqlSeen:
    """`assistant.ledger.Seen` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, clock: Clock) -> None:
        self._connection, self._workspace, self._clock = connection, workspace, clock
        self._insert = upsert(connection, seen)

    def first(self, delivery: DeliveryId) -> bool:
        # RETURNING says whether this row is new; drivers disagree about rowcount.
        row = {"workspace": self._workspace, "key": f"delivery:{delivery}"[:160], "at": self._clock.now(), "note": ""}
        new = self._insert.on_conflict_do_nothing().returning(seen.c.key)
        return self._connection.execute(new, row).first() is not None

    def repeated(self, speaker: PersonId, words: str, at: datetime, within: timedelta) -> str | None:
        wanted = {"here": self._workspace, "of": _key(speaker, words), "since": at - within}
        note: str | None = self._connection.execute(_NOTE, wanted).scalar()
        return note

    def remember(self, speaker: PersonId, words: str, at: datetime, note: str) -> None:
        row = {"workspace": self._workspace, "key": _key(speaker, words), "at": at, "note": note}
        newest = self._insert.on_conflict_do_update(
            index_elements=[seen.c.workspace, seen.c.key],
            set_={"at": self._insert.excluded.at, "note": self._insert.excluded.note},
        )
        self._connection.execute(newest, row)


def _key(speaker: PersonId, words: str) -> str:
    """The words themselves are not kept; case and spacing do not make another sentence."""
    plain = " ".join(words.casefold().split()).encode("utf-8", "ignore")
    return f"words:{speaker}:{hashlib.sha256(plain).hexdigest()}"
