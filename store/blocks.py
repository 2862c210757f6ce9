"""Who wants no introduction to whom."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import BindParameter, Connection, bindparam, delete, select, union

from assistant.ids import PersonId, WorkspaceId
from store.dialect import upsert
from store.tables import blocks

_HERE = blocks.c.workspace == bindparam("here")
_PEOPLE: BindParameter[list[int]] = bindparam("people", expanding=True)
_BY = (
    select(blocks.c.other)
    .where(_HERE, blocks.c.person == bindparam("of"))
    .order_by(blocks.c.at.desc(), blocks.c.other.desc())
)
_APART = union(
    select(blocks.c.other).where(_HERE, blocks.c.person == bindparam("of")),
    select(blocks.c.person).where(_HERE, blocks.c.other == bindparam("of")),
)
_AMONG = select(blocks.c.person).where(_HERE, blocks.c.person.in_(_PEOPLE), blocks.c.other.in_(_PEOPLE)).limit(1)
_LIFT = delete(blocks).where(_HERE, blocks.c.person == bindparam("of"), blocks.c.other.in_(_PEOPLE))


class SqlBlocks:
    """`assistant.ledger.Blocks` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId) -> None:
        self._connection, self._workspace = connection, workspace

    def put(self, person: PersonId, other: PersonId, at: datetime) -> None:
        new = upsert(self._connection.dialect.name, blocks).on_conflict_do_nothing()
        row = {"workspace": self._workspace, "person": person, "other": other, "at": at}
        self._connection.execute(new, row)

    def lift(self, person: PersonId, others: Iterable[PersonId]) -> None:
        self._connection.execute(_LIFT, {"here": self._workspace, "of": person, "people": list(others)})

    def by(self, person: PersonId) -> Sequence[PersonId]:
        return [PersonId(one) for one in self._connection.execute(_BY, self._of(person)).scalars()]

    def apart_from(self, person: PersonId) -> frozenset[PersonId]:
        return frozenset(PersonId(one) for one in self._connection.execute(_APART, self._of(person)).scalars())

    def among(self, people: Iterable[PersonId | None]) -> bool:
        wanted = {"here": self._workspace, "people": [one for one in people if one]}
        return self._connection.execute(_AMONG, wanted).first() is not None

    def _of(self, person: PersonId) -> dict[str, object]:
        return {"here": self._workspace, "of": person}
