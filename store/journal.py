"""What members wrote down, in that order."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select

from assistant.ids import PersonId, WorkspaceId
from assistant.reply import Matter
from store.tables import journal

_LATEST = (
    select(journal.c.record)
    .where(journal.c.workspace == bindparam("here"), journal.c.author == bindparam("by"))
    .order_by(journal.c.id.desc())
    .limit(bindparam("most"))
)


class SqlJournal:
    """`assistant.ledger.Journal` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId) -> None:
        self._connection, self._workspace = connection, workspace

    def wrote(self, author: PersonId, record: Matter, at: datetime) -> None:
        row = {"workspace": self._workspace, "author": author, "record": record.key, "at": at}
        self._connection.execute(insert(journal), row)

    def latest(self, author: PersonId, limit: int) -> Sequence[Matter]:
        asked = {"here": self._workspace, "by": author, "most": limit}
        keys = self._connection.execute(_LATEST, asked).scalars()
        return [matter for matter in map(Matter.of_key, keys) if matter]
