"""Ties: one row for what one person told of knowing another, as one number that fades by itself."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, or_, select, union_all, update

from assistant.ids import PersonId, WorkspaceId
from assistant.network.paths import Tie
from assistant.network.ties import MET, NOTHING, added, at_noon, warmth_of
from store.dialect import upsert
from store.people import SqlPeople
from store.tables import meeting_people, meetings, ties

_HERE = ties.c.workspace == bindparam("here")
_SEEN = or_(ties.c.shared, ties.c.owner == bindparam("viewer"))
_TOLD = (
    select(ties.c.other, ties.c.kept, ties.c.times)
    .where(_HERE, ties.c.owner == bindparam("of"), _SEEN)
    .order_by(ties.c.kept.desc())
    .limit(bindparam("most"))
)
_TOLD_OF = (
    select(ties.c.owner, ties.c.kept, ties.c.times)
    .where(_HERE, ties.c.other == bindparam("of"), _SEEN)
    .order_by(ties.c.kept.desc())
    .limit(bindparam("most"))
)
_BOTH = union_all(select(_TOLD.subquery()), select(_TOLD_OF.subquery()))
_THOSE: BindParameter[Any] = bindparam("people", expanding=True)
_OTHERS: BindParameter[Any] = bindparam("others", expanding=True)
# Two look-ups by key rather than one condition with "or", which SQLite answers by reading everything.
_AMONG = union_all(
    select(ties.c.owner, ties.c.other, ties.c.kept).where(
        _HERE, ties.c.owner.in_(_THOSE), ties.c.other.in_(_OTHERS), _SEEN
    ),
    select(ties.c.other, ties.c.owner, ties.c.kept).where(
        _HERE, ties.c.owner.in_(_OTHERS), ties.c.other.in_(_THOSE), _SEEN
    ),
)
_DAYS = (
    select(meetings.c.id, meetings.c.sort_day)
    .distinct()  # somebody may stand in a meeting under two names
    .join(meeting_people, meeting_people.c.meeting == meetings.c.id)
    .where(
        meetings.c.workspace == bindparam("here"),
        meetings.c.owner == bindparam("of"),
        meetings.c.undone_at.is_(None),
        meeting_people.c.person.in_(bindparam("rows", expanding=True)),
    )
)
_DROP = delete(ties).where(_HERE, ties.c.owner == bindparam("of"), ties.c.other == bindparam("with_"))
_SHARE = update(ties).where(_HERE, ties.c.owner == bindparam("of")).values(shared=bindparam("shown"))


class SqlTies:
    """`assistant.ledger.Ties` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, people: SqlPeople) -> None:
        self._connection, self._workspace, self._people = connection, workspace, people

    def met(self, owner: PersonId, others: Iterable[PersonId], shared: bool) -> None:
        for other in others:
            wanted = {"here": self._workspace, "of": owner, "rows": self._people.rows_of(owner, other)}
            days = [row.sort_day for row in self._connection.execute(_DAYS, wanted)]
            if days:
                self._write(owner, other, _together(days), len(days), shared)
            else:
                self._connection.execute(_DROP, self._pair(owner, other))

    def share(self, owner: PersonId, shown: bool) -> None:
        self._connection.execute(_SHARE, {"here": self._workspace, "of": owner, "shown": shown})

    def of(self, person: PersonId, limit: int, viewer: PersonId) -> Sequence[Tie]:
        wanted = {"here": self._workspace, "of": person, "most": limit, "viewer": viewer}
        found: dict[PersonId, Tie] = {}
        for other, kept, times in self._connection.execute(_BOTH, wanted):
            told = found.get(PersonId(other))
            if told:  # each told of the other: the same meetings may stand in both, so the warmer one counts
                kept, times = max(kept, told.kept), max(times, told.times)
            found[PersonId(other)] = Tie(PersonId(other), kept, times)
        return sorted(found.values(), key=lambda tie: -tie.kept)[:limit]

    def among(
        self, people: Iterable[PersonId], others: Iterable[PersonId], viewer: PersonId
    ) -> Iterator[tuple[PersonId, PersonId, float]]:
        wanted = {"here": self._workspace, "people": list(people), "others": list(others), "viewer": viewer}
        for one, other, kept in self._connection.execute(_AMONG, wanted):
            yield PersonId(one), PersonId(other), kept

    def _pair(self, owner: PersonId, other: PersonId) -> dict[str, Any]:
        return {"here": self._workspace, "of": owner, "with_": other}

    def _write(self, owner: PersonId, other: PersonId, kept: float, times: int, shared: bool) -> None:
        new = upsert(self._connection.dialect.name, ties)
        put = new.on_conflict_do_update(
            index_elements=[ties.c.workspace, ties.c.owner, ties.c.other],
            set_={"kept": new.excluded.kept, "times": new.excluded.times, "shared": new.excluded.shared},
        )
        row = {"workspace": self._workspace, "owner": owner, "other": other, "kept": kept, "times": times}
        self._connection.execute(put, row | {"shared": shared})


def _together(days: Iterable[date]) -> float:
    kept = NOTHING
    for day in days:
        kept = added(kept, warmth_of(MET, at_noon(day)))
    return kept
