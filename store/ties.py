"""Ties: one row for what one person told of knowing another, as one number that fades by itself."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, and_, bindparam, delete, func, or_, select, union_all, update

from assistant.business.record import Word
from assistant.ids import PersonId, WorkspaceId
from assistant.introductions.moves import MADE
from assistant.introductions.record import Origin
from assistant.network.paths import Known, Tie
from assistant.network.ties import (
    BROUGHT_TOGETHER,
    BUSINESS,
    CONNECTED,
    MET,
    NOTHING,
    THANKED,
    VOUCHED,
    at_noon,
    warmer,
)
from store.dialect import upsert
from store.people import SqlPeople
from store.tables import introductions, meeting_people, meetings, recommendations, referrals, thanks, thanks_to, ties

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
_NTH = func.row_number().over(partition_by=ties.c.other, order_by=ties.c.kept.desc()).label("nth")
_NTH_TOLD = func.row_number().over(partition_by=ties.c.owner, order_by=ties.c.kept.desc()).label("nth")
_TELLING = (
    select(ties.c.owner.label("one"), ties.c.other.label("of_whom"), ties.c.kept, _NTH)
    .where(_HERE, ties.c.other.in_(_THOSE), _SEEN)
    .subquery()
)
_TOLD_BY = (
    select(ties.c.other.label("one"), ties.c.owner.label("of_whom"), ties.c.kept, _NTH_TOLD)
    .where(_HERE, ties.c.owner.in_(_THOSE), _SEEN)
    .subquery()
)
_EACH = union_all(
    *(
        select(one.c.one, one.c.of_whom, one.c.kept).where(one.c.nth <= bindparam("most"))
        for one in (_TELLING, _TOLD_BY)
    )
)
_ROWS: BindParameter[Any] = bindparam("rows", expanding=True)  # under which ids the owner's records name the other
_OWNER: BindParameter[Any] = bindparam("of")
_MEETINGS = (
    select(meetings.c.id, meetings.c.sort_day.label("at"))
    .distinct()  # somebody may stand in a meeting under two names
    .join(meeting_people, meeting_people.c.meeting == meetings.c.id)
    .where(
        meetings.c.workspace == bindparam("here"),
        meetings.c.owner == _OWNER,
        meetings.c.undone_at.is_(None),
        meeting_people.c.person.in_(_ROWS),
    )
)
_REQUESTER, _TARGET, _CONNECTOR = introductions.c.requester, introductions.c.target, introductions.c.connector
_MADE = select(introductions.c.id, introductions.c.made_at.label("at")).where(
    introductions.c.workspace == bindparam("here"),
    introductions.c.stage.in_(MADE),
    introductions.c.made_at.is_not(None),
    or_(introductions.c.origin != Origin.LOGGED, introductions.c.author == _OWNER),  # a log is its author's own
)
_BETWEEN = or_(and_(_REQUESTER == _OWNER, _TARGET.in_(_ROWS)), and_(_TARGET == _OWNER, _REQUESTER.in_(_ROWS)))
_THROUGH = or_(
    and_(_CONNECTOR == _OWNER, or_(_REQUESTER.in_(_ROWS), _TARGET.in_(_ROWS))),
    and_(_CONNECTOR.in_(_ROWS), or_(_REQUESTER == _OWNER, _TARGET == _OWNER)),
)
_EITHER_WAY = or_(
    and_(thanks.c.giver == _OWNER, thanks_to.c.receiver.in_(_ROWS)),
    and_(thanks_to.c.receiver == _OWNER, thanks.c.giver.in_(_ROWS)),
)
_THANKS = (
    select(thanks.c.id, thanks.c.at)
    .join(thanks_to, thanks_to.c.thanks == thanks.c.id)
    .where(thanks.c.workspace == bindparam("here"), thanks.c.undone_at.is_(None), _EITHER_WAY)
)
_REFERRALS = select(referrals.c.id, referrals.c.sort_day.label("at")).where(
    referrals.c.workspace == bindparam("here"),
    referrals.c.undone_at.is_(None),
    referrals.c.word != Word.REFUSED,
    or_(
        and_(referrals.c.author == _OWNER, referrals.c.other.in_(_ROWS)),
        # What the other one wrote counts once it is confirmed.
        and_(referrals.c.other == _OWNER, referrals.c.author.in_(_ROWS), referrals.c.word == Word.CONFIRMED),
    ),
)
_RECOMMENDED = select(recommendations.c.id, recommendations.c.written_at.label("at")).where(
    recommendations.c.workspace == bindparam("here"),
    recommendations.c.author == _OWNER,
    recommendations.c.person.in_(_ROWS),
    recommendations.c.ended_at.is_(None),
)
# What may have happened between an owner and somebody: a select of what stands, with its moment, and what each adds.
_HAPPENED = (
    (_MEETINGS, MET),
    (_MADE.where(_BETWEEN), BROUGHT_TOGETHER),
    (_MADE.where(_THROUGH), CONNECTED),
    (_THANKS, THANKED),
    (_REFERRALS, BUSINESS),
    (_RECOMMENDED, VOUCHED),
)
_DROP = delete(ties).where(_HERE, ties.c.owner == bindparam("of"), ties.c.other == bindparam("with_"))
_SHARE = update(ties).where(_HERE, ties.c.owner == bindparam("of")).values(shared=bindparam("shown"))


class SqlTies:
    """`assistant.ledger.Ties` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, people: SqlPeople) -> None:
        self._connection, self._workspace, self._people = connection, workspace, people

    def weigh(self, owner: PersonId, others: Iterable[PersonId], shared: bool) -> None:
        for other in others:
            wanted = {"here": self._workspace, "of": owner, "rows": self._people.rows_of(owner, other)}
            kept, times = NOTHING, 0
            for statement, weight in _HAPPENED:
                moments = [row.at for row in self._connection.execute(statement, wanted)]
                times += len(moments) if statement is _MEETINGS else 0
                for at in moments:
                    kept = warmer(kept, weight, at if isinstance(at, datetime) else at_noon(at))
            if kept == NOTHING:
                self._connection.execute(_DROP, self._pair(owner, other))
            else:
                self._write(owner, other, kept, times, shared)

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

    def of_each(self, people: Iterable[PersonId], limit: int, viewer: PersonId) -> Sequence[Known]:
        wanted = {"here": self._workspace, "people": list(people), "most": limit, "viewer": viewer}
        if not wanted["people"]:
            return ()
        return [
            Known(PersonId(one), PersonId(other), kept) for one, other, kept in self._connection.execute(_EACH, wanted)
        ]

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
