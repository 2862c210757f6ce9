"""What a file brought, taken out again: records that came with it, and contacts that nothing else names by then."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, exists, insert, select, update

from assistant.export.copy import PEOPLE
from assistant.ids import PersonId, WorkspaceId
from assistant.reply import Matter
from store.batches import batched
from store.kept.copying import copied, names_people
from store.kept.tables import KEPT
from store.tables import imports, metadata, people

_AT_ONCE = 500  # ids a statement
_MINE = (imports.c.workspace == bindparam("here")) & (imports.c.owner == bindparam("of"))
_LAST = select(imports.c.id, imports.c.rows).where(_MINE).order_by(imports.c.id.desc()).limit(1)


class Batches:
    """The files that were put back for one member, on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, member: PersonId) -> None:
        self._connection, self._workspace, self._member = connection, workspace, member

    def keep(self, rows: Mapping[str, Sequence[int]], at: datetime) -> None:
        """These rows came together."""
        row = {"workspace": self._workspace, "owner": self._member, "at": at, "rows": json.dumps(rows)}
        self._connection.execute(insert(imports), row)

    def last(self) -> tuple[int, Mapping[str, Sequence[int]]] | None:
        """The file that came last, with what it brought, by list."""
        row = self._connection.execute(_LAST, {"here": self._workspace, "of": self._member}).first()
        return (row.id, json.loads(row.rows)) if row else None

    @staticmethod
    def leave_out(connection: Connection, workspace: WorkspaceId, gone: Mapping[str, Sequence[int]]) -> None:
        """These rows, by table, are gone, whoever's they were: SQLite gives the last numbers to new ones."""
        files = select(imports.c.id, imports.c.rows).where(imports.c.workspace == workspace)
        lists = {kept.copied: set(gone[kept.table.name]) for kept in copied() if kept.table.name in gone}
        lists[PEOPLE] = set(gone[people.name])
        for batch in connection.execute(files).all():
            rows = json.loads(batch.rows)
            left = {name: [one for one in some if one not in lists.get(name, ())] for name, some in rows.items()}
            if left != rows:
                connection.execute(update(imports).where(imports.c.id == batch.id).values(rows=json.dumps(left)))

    def drop(self, batch: int, rows: Mapping[str, Sequence[int]]) -> int:
        """Delete the records that are still there, and what names them by its key; how many they were."""
        gone = 0
        for kept in copied():
            if kept.owner is None or "id" not in kept.table.c:
                continue
            mine = kept.owner == self._member
            for some in batched(rows.get(kept.copied, ()), _AT_ONCE):
                keys = [Matter(kept.subject, number).key for number in some] if kept.subject else []
                for naming in (one for one in KEPT if one.named_by is not None and keys):
                    assert naming.named_by is not None
                    named = naming.named_by.in_(keys) & (naming.table.c.workspace == self._workspace)
                    self._connection.execute(delete(naming.table).where(named))
                those = delete(kept.table).where(mine, kept.table.c.id.in_(some)).returning(kept.table.c.id)
                gone += len(self._connection.execute(those).all())
        self._connection.execute(delete(imports).where(imports.c.id == batch))
        return gone

    def drop_contacts(self, contacts: Sequence[int]) -> int:
        """Delete those of the contacts that no row names any more; how many they were."""
        everywhere = (column for table in metadata.sorted_tables for column in table.c)
        pointing = [column for column in everywhere if names_people(column) and column.table is not people]
        other = people.alias()
        free = [~exists().where(column == people.c.id) for column in pointing]
        free.append(~exists().where(other.c.merged_into == people.c.id))
        gone, left = 0, list(contacts)
        while left:  # once more where one that was merged into another has gone
            found: list[int] = []
            for some in batched(left, _AT_ONCE):
                mine = (people.c.owner == self._member) & people.c.id.in_(some)
                found += self._connection.execute(delete(people).where(mine, *free).returning(people.c.id)).scalars()
            if not found:
                break
            gone, left = gone + len(found), sorted(set(left) - set(found))
        return gone
