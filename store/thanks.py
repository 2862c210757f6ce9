"""Thanks: statements about who thanked whom, for what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, exists, func, insert, or_, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from assistant.ids import IntroductionId, PersonId, ThanksId, WorkspaceId
from assistant.reply import Subject
from assistant.thanks.record import Thanked, Thanks, ThanksDraft
from store.noted import SqlNoted
from store.people import SqlPeople
from store.tables import thanks, thanks_to

_HERE = thanks.c.workspace == bindparam("here")
_STANDING = thanks.c.undone_at.is_(None)
_ADD = insert(thanks).returning(thanks.c.id)
_ONE = select(thanks).where(_HERE, thanks.c.id == bindparam("of_one"))
_HOLD = _ONE.with_for_update()
_TO = (
    select(thanks_to)
    .where(thanks_to.c.thanks.in_(bindparam("some", expanding=True)))
    .order_by(thanks_to.c.thanks, thanks_to.c.place)
)
_SAVE = (
    update(thanks)
    .where(_HERE, thanks.c.id == bindparam("of_one"))
    .values(undone_at=bindparam("undone"), version=thanks.c.version + 1)
    .returning(thanks.c.id)
)
_REWORD = (
    update(thanks)
    .where(_HERE, thanks.c.id == bindparam("of_one"))
    .values(words=bindparam("anew"), version=thanks.c.version + 1)
    .returning(thanks.c.id)
)
_LAST = (
    select(thanks_to.c.introduction, func.max(thanks.c.at).label("at"))
    .join(thanks, thanks.c.id == thanks_to.c.thanks)
    .where(
        _HERE,
        _STANDING,
        thanks.c.giver == bindparam("by"),
        thanks_to.c.introduction.in_(bindparam("some", expanding=True)),
    )
    .group_by(thanks_to.c.introduction)
)
_STAND = (
    select(thanks.c.id)
    .join(thanks_to, thanks.c.id == thanks_to.c.thanks)
    .where(_HERE, _STANDING, thanks_to.c.introduction == bindparam("of_one"))
    .limit(1)
)
_OTHERS = thanks_to.c.receiver.in_(bindparam("others", expanding=True))
_LAST_TO = (
    select(func.max(thanks.c.at))
    .join(thanks_to, thanks.c.id == thanks_to.c.thanks)
    .where(_HERE, _STANDING, thanks.c.giver == bindparam("by"), _OTHERS)
)
_BETWEEN = (
    select(thanks)
    .where(
        _HERE,
        _STANDING,
        exists().where(
            thanks_to.c.thanks == thanks.c.id,
            or_(
                (thanks.c.giver == bindparam("viewer")) & _OTHERS,
                (thanks.c.giver == bindparam("other"))
                & (thanks_to.c.receiver == bindparam("viewer"))
                & thanks_to.c.told,
            ),
        ),
    )
    .order_by(thanks.c.at.desc(), thanks.c.id.desc())
    .limit(bindparam("most"))
)


class SqlThanks:
    """`assistant.ledger.ThanksGiven` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, people: SqlPeople, noted: SqlNoted) -> None:
        self._connection, self._workspace, self._people, self._noted = connection, workspace, people, noted

    def add(self, draft: ThanksDraft, at: datetime) -> Thanks:
        row = {
            "workspace": self._workspace, "giver": draft.giver, "words": draft.words,
            "business": draft.business, "referral": draft.referral, "at": at, "version": 1,
        }  # fmt: skip
        number = ThanksId(self._connection.execute(_ADD, row).scalar_one())
        to = [
            {
                "thanks": number, "place": place, "receiver": one.receiver, "introduction": one.introduction,
                "told": one.told, "met_on": one.met_on,
            }
            for place, one in enumerate(draft.to)
        ]  # fmt: skip
        self._connection.execute(insert(thanks_to), to)
        self._noted.follow(Subject.THANKS, number)
        return Thanks(number, draft.giver, draft.to, draft.words, draft.business, draft.referral, at)

    def get(self, thanks: ThanksId) -> Thanks | None:
        return self._first(_ONE, of_one=thanks)

    def hold(self, thanks: ThanksId) -> Thanks | None:
        return self._first(_HOLD, of_one=thanks)

    def save(self, thanks: ThanksId, undone_at: datetime | None) -> Thanks:
        return self._changed(_SAVE, thanks, undone=undone_at)

    def reword(self, thanks: ThanksId, words: str) -> Thanks:
        return self._changed(_REWORD, thanks, anew=words)

    def _changed(self, statement: ReturningUpdate[Any], thanks: ThanksId, **wanted: object) -> Thanks:
        self._connection.execute(statement, {"here": self._workspace, "of_one": thanks, **wanted}).one()
        self._noted.follow(Subject.THANKS, thanks)
        saved = self.get(thanks)
        assert saved is not None
        return saved

    def last_for(self, giver: PersonId, introductions: Iterable[IntroductionId]) -> Mapping[IntroductionId, datetime]:
        some = list(introductions)
        if not some:
            return {}
        rows = self._connection.execute(_LAST, {"here": self._workspace, "by": giver, "some": some})
        return {IntroductionId(row.introduction): row.at for row in rows}

    def last_to(self, giver: PersonId, receiver: PersonId) -> datetime | None:
        others = self._people.rows_of(giver, receiver)  # they may have been thanked while they were a contact
        wanted = {"here": self._workspace, "by": giver, "others": others}
        return self._connection.execute(_LAST_TO, wanted).scalar_one() if others else None

    def stand_for(self, introduction: IntroductionId) -> bool:
        wanted = {"here": self._workspace, "of_one": introduction}
        return self._connection.execute(_STAND, wanted).first() is not None

    def between(self, viewer: PersonId, other: PersonId, limit: int) -> Sequence[Thanks]:
        others = self._people.rows_of(viewer, other)  # a contact of the viewer's may have turned out to be them
        return self._all(_BETWEEN, viewer=viewer, other=other, others=others, most=limit) if others else []

    def _first(self, statement: Select[Any], **wanted: object) -> Thanks | None:
        found = self._all(statement, **wanted)
        return found[0] if found else None

    def _all(self, statement: Select[Any], **wanted: object) -> list[Thanks]:
        rows = self._connection.execute(statement, {"here": self._workspace, **wanted}).all()
        if not rows:
            return []
        to: dict[int, list[Thanked]] = defaultdict(list)
        for one in self._connection.execute(_TO, {"some": [row.id for row in rows]}):
            introduction = IntroductionId(one.introduction) if one.introduction else None
            to[one.thanks].append(Thanked(PersonId(one.receiver), introduction, one.told, one.met_on))
        return [_as_thanks(row, tuple(to[row.id])) for row in rows]


def _as_thanks(row: Row[Any], to: tuple[Thanked, ...]) -> Thanks:
    return Thanks(
        id=ThanksId(row.id),
        giver=PersonId(row.giver),
        to=to,
        words=row.words,
        business=row.business,
        referral=row.referral,
        at=row.at,
        undone_at=row.undone_at,
        version=row.version,
    )
