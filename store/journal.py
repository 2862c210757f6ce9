"""What members wrote down, in that order."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, literal, or_, select, union_all, update

from assistant.ids import PersonId, WorkspaceId
from assistant.ledger.journal import Written
from assistant.reply import Matter, Subject
from store.standing import HELD
from store.tables import journal

_LATEST = (
    select(journal.c.record)
    .where(journal.c.workspace == bindparam("here"), journal.c.author == bindparam("by"))
    .order_by(journal.c.id.desc())
    .limit(bindparam("most"))
)
_OF_RECORD = (journal.c.workspace == bindparam("here")) & (journal.c.author == bindparam("by"))
_THIS = or_(journal.c.record == bindparam("of"), journal.c.record.startswith(bindparam("sides")))
_WRITTEN = select(func.max(journal.c.at)).where(_OF_RECORD, _THIS)
_MARK = (
    update(journal)
    .where(_OF_RECORD, _THIS)
    .values(taken_back_at=bindparam("moment"), replaced_by=None)
    .returning(journal.c.id)
)
_REPLACE = update(journal).where(_OF_RECORD, _THIS).values(replaced_by=bindparam("new"))
_IN_PLACE = select(journal.c.replaced_by).where(_OF_RECORD, _THIS, journal.c.replaced_by.is_not(None)).limit(1)
_TAKEN_BACK = (
    select(journal.c.record, journal.c.taken_back_at, journal.c.replaced_by)
    .where(_OF_RECORD, journal.c.taken_back_at.is_not(None))
    .order_by(journal.c.taken_back_at.desc(), journal.c.id)  # "undo" twice goes from the last to the one before
    .limit(1)
)
_EVERYTHING = union_all(
    *(
        select(literal(str(subject)).label("subject"), author.table.c.id, author.written.label("at")).where(
            author.table.c.workspace == bindparam("here"), author.owner == bindparam("by")
        )
        for subject, (author, *_) in HELD.items()
    )
)
_LAST_WRITTEN = select(func.max(journal.c.at)).where(_OF_RECORD)
_STANDING = {subject: [held.latest for held in some] for subject, some in HELD.items()}


class SqlJournal:
    """`assistant.ledger.Journal` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId) -> None:
        self._connection, self._workspace = connection, workspace

    def wrote(self, author: PersonId, record: Matter, at: datetime) -> None:
        row = {"workspace": self._workspace, "author": author, "record": record.key, "at": at}
        self._connection.execute(insert(journal), row)

    def written(self, author: PersonId, record: Matter) -> datetime | None:
        moment: datetime | None = self._connection.execute(_WRITTEN, self._one(author, record)).scalar()
        return moment

    def took_back(self, author: PersonId, record: Matter, at: datetime) -> None:
        if not self._mark(author, record, at):  # a file had brought it
            self.wrote(author, Matter(record.subject, record.id), at)
            self._mark(author, record, at)

    def put_back(self, author: PersonId, record: Matter) -> None:
        self._mark(author, record, None)

    def replaced(self, author: PersonId, old: Matter, new: Matter) -> None:
        self._connection.execute(_REPLACE, {**self._one(author, old), "new": new.key})

    def in_place_of(self, author: PersonId, record: Matter) -> Matter | None:
        key = self._connection.execute(_IN_PLACE, self._one(author, record)).scalar()
        return Matter.of_key(key) if key else None

    def _mark(self, author: PersonId, record: Matter, at: datetime | None) -> bool:
        """Whether it stands in the journal."""
        return bool(self._connection.execute(_MARK, {**self._one(author, record), "moment": at}).all())

    def _one(self, author: PersonId, record: Matter) -> dict[str, object]:
        """The record, whichever message of it was the author's."""
        key = f"{record.subject}:{record.id}"
        return {"here": self._workspace, "by": author, "of": key, "sides": f"{key}:"}

    def last_taken_back(self, author: PersonId, since_written: bool = False) -> Matter | None:
        whose = {"here": self._workspace, "by": author}
        row = self._connection.execute(_TAKEN_BACK, whose).first()
        if row is None:
            return None
        if since_written:
            written = self._connection.execute(_LAST_WRITTEN, whose).scalar()
            if row.replaced_by or (written and written > row.taken_back_at):
                return None
        return Matter.of_key(row.record)

    def standing(self, owner: PersonId, kinds: Collection[Subject], most: int, skip: int = 0) -> Sequence[Matter]:
        asked = {"here": self._workspace, "of": owner, "most": skip + most}
        rows = (
            (written, kind, number)
            for kind in _STANDING.keys() & kinds
            for statement in _STANDING[kind]
            for number, written in self._connection.execute(statement, asked)
        )
        latest = sorted(rows, reverse=True)[skip : skip + most]
        return [Matter(kind, number) for _, kind, number in latest]

    def latest(self, author: PersonId, limit: int) -> Sequence[Matter]:
        asked = {"here": self._workspace, "by": author, "most": limit}
        keys = self._connection.execute(_LATEST, asked).scalars()
        return [matter for matter in map(Matter.of_key, keys) if matter]

    def everything(self, author: PersonId) -> Sequence[Written]:
        rows = self._connection.execute(_EVERYTHING, {"here": self._workspace, "by": author})
        found = [Written(Matter(Subject(row.subject), row.id), row.at) for row in rows]
        return sorted(found, key=lambda one: (one.at, one.record.id), reverse=True)
