"""The index by which records are found: FTS5 on SQLite, text-search vectors with a GIN index on PostgreSQL.

Each owner's words are kept apart in it, as "12xgallery". The thinking cuts and bends them (assistant/search/words.py),
so that both databases answer alike. On SQLite an entry's row number begins with its day, so that FTS5 itself walks from
the latest on. Beside the entries stands how many of the owner's records have each word.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from itertools import accumulate
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, text, update

from assistant.ids import PersonId, WorkspaceId
from assistant.people.spelling import sound
from assistant.reply import Matter
from assistant.search.words import found_by
from store.batches import batched
from store.dialect import upsert
from store.tables import search_entries, search_words

EVERY = ""  # the word that stands in every record
DAYLESS = date.max.toordinal() + 1  # where SQLite files what has no day: before the latest
ENTRY = 32  # bits of a row number that are the entry's own
_AT_ONCE = 1_000  # entries a statement, where many are filed

_MINE = (search_entries.c.workspace == bindparam("here")) & (search_entries.c.owner == bindparam("of"))
_ONE = select(search_entries).where(_MINE, search_entries.c.record == bindparam("of_one"))
_ADD = insert(search_entries).returning(search_entries.c.id)
_ADD_ALL = insert(search_entries).returning(search_entries.c.id, sort_by_parameter_order=True)
_CHANGE = update(search_entries).where(search_entries.c.id == bindparam("entry"))
_DROP = delete(search_entries).where(search_entries.c.id == bindparam("entry"))
_ALL = select(search_entries).where(_MINE)
_OWN = (search_words.c.workspace == bindparam("here")) & (search_words.c.owner == bindparam("of"))
_LESS = (
    update(search_words)
    .where(_OWN, search_words.c.word.in_(bindparam("words", expanding=True)))
    .values(times=search_words.c.times - 1)
)
_NONE = delete(search_words).where(
    _OWN, search_words.c.word.in_(bindparam("words", expanding=True)), search_words.c.times <= 0
)
_NO_WORDS = delete(search_words).where(_OWN)

_LOCK = 7_316_428  # an arbitrary number that means "Wellmet's names" among PostgreSQL's advisory locks
_BESIDE = text("select pg_advisory_xact_lock_shared(:of, hashtext(:here))")
_ALONE = text("select pg_advisory_xact_lock(:of, hashtext(:here))")

_FILE = text("insert into search_index(rowid, terms) values (:row, :terms)")
_UNFILE = text("insert into search_index(search_index, rowid, terms) values ('delete', :row, :terms)")


@cache
def _more(dialect: str) -> Any:
    new = upsert(dialect, search_words)
    key = [search_words.c.workspace, search_words.c.owner, search_words.c.word]
    return new.on_conflict_do_update(index_elements=key, set_={"times": search_words.c.times + 1})


class SqlIndex:
    """Keeps the index true, on a connection, in the transaction of each change."""

    def __init__(self, connection: Connection, workspace: WorkspaceId) -> None:
        self._connection, self._workspace = connection, workspace
        self._fts = connection.dialect.name == "sqlite"

    def beside(self) -> None:
        """Before records are read to be filed: what people are called stays so until the transaction ends."""
        self._lock(_BESIDE)

    def alone(self) -> None:
        """Before what people are called is changed, and their records are read: who files records is waited for, or
        waits until the transaction ends, so that no name and no record that is gone stays in the index.
        """
        self._lock(_ALONE)

    def _lock(self, lock: Any) -> None:
        if not self._fts:  # whose writers come one by one anyway
            self._connection.execute(lock, {"of": _LOCK, "here": self._workspace})

    def fill(self, records: Iterable[tuple[PersonId, Matter, date | None, Sequence[str]]]) -> None:
        """Many records at once, none of which is filed yet; each with its owner."""
        counted: Counter[tuple[PersonId, str]] = Counter()
        for some in batched(records, _AT_ONCE):
            rows, days = [], [day for _, _, day, _ in some]
            for owner, record, day, texts in some:
                fields = _fields(texts)
                counted.update((owner, word) for word in _all(fields))
                rows.append(
                    {"workspace": self._workspace, "owner": owner, "record": record.key, "day": day}
                    | _columns(owner, fields)
                )
            added = self._connection.execute(_ADD_ALL, rows).scalars().all()
            if self._fts:
                filed = [
                    {"row": row_number(entry, day), "terms": row["terms"]}
                    for entry, day, row in zip(added, days, rows, strict=True)
                ]
                self._connection.execute(_FILE, filed)
        for words in batched(counted.items(), _AT_ONCE):
            self._connection.execute(
                insert(search_words), [self._word(owner, word) | {"times": times} for (owner, word), times in words]
            )

    def put(self, owner: PersonId, record: Matter, day: date | None, texts: Sequence[str]) -> None:
        """The record is found by the words of these texts from now on, and by no others."""
        fields = _fields(texts)
        columns = {"day": day, **_columns(owner, fields)}
        stood = self._connection.execute(_ONE, {**self._mine(owner), "of_one": record.key}).first()
        if stood is None:
            row = {"workspace": self._workspace, "owner": owner, "record": record.key, **columns}
            entry = int(self._connection.execute(_ADD, row).scalar_one())
            self._file(entry, day, columns["terms"])
            self._count(owner, set(), _all(fields))
        elif (stood.day, stood.terms, stood.ends) != tuple(columns.values()):
            self._unfile(stood)
            self._connection.execute(_CHANGE.values(**columns), {"entry": stood.id})
            self._file(stood.id, day, columns["terms"])
            self._count(owner, _words(stood), _all(fields))

    def drop(self, owner: PersonId, record: Matter) -> None:
        """Nothing finds the record any more; again is the same."""
        stood = self._connection.execute(_ONE, {**self._mine(owner), "of_one": record.key}).first()
        if stood:
            self._remove(stood)
            self._count(owner, _words(stood), set())

    def forget(self, owner: PersonId) -> None:
        """Nothing finds any record of that owner."""
        for stood in self._connection.execute(_ALL, self._mine(owner)).all():
            self._remove(stood)
        self._connection.execute(_NO_WORDS, self._mine(owner))

    def _mine(self, owner: PersonId) -> dict[str, Any]:
        return {"here": self._workspace, "of": owner}

    def _remove(self, stood: Row[Any]) -> None:
        self._unfile(stood)
        self._connection.execute(_DROP, {"entry": stood.id})

    def _file(self, entry: int, day: date | None, terms: str) -> None:
        if self._fts:
            self._connection.execute(_FILE, {"row": row_number(entry, day), "terms": terms})

    def _unfile(self, stood: Row[Any]) -> None:
        if self._fts:
            row = {"row": row_number(stood.id, stood.day), "terms": stood.terms}
            self._connection.execute(_UNFILE, row)

    def _count(self, owner: PersonId, before: set[str], after: set[str]) -> None:
        """Words that the record had, and those it has, are counted anew."""
        gone, new = sorted(before - after), sorted(after - before)
        if gone:
            self._connection.execute(_LESS, {**self._mine(owner), "words": gone})
            self._connection.execute(_NONE, {**self._mine(owner), "words": gone})
        if new:
            self._connection.execute(_more(self._connection.dialect.name), [self._word(owner, one) for one in new])

    def _word(self, owner: PersonId, word: str) -> dict[str, Any]:
        return {"workspace": self._workspace, "owner": owner, "word": word, "sound": sound(word), "times": 1}


def _fields(texts: Sequence[str]) -> list[list[str]]:
    return [list(dict.fromkeys(found_by(one))) for one in texts]


def _all(fields: Sequence[Sequence[str]]) -> set[str]:
    return {EVERY, *(word for field in fields for word in field)}


def _columns(owner: PersonId, fields: Sequence[Sequence[str]]) -> dict[str, Any]:
    terms = " ".join(f"{owner}x{word}" for field in fields for word in field)
    return {"terms": terms, "ends": ",".join(map(str, accumulate(map(len, fields))))}


def row_number(entry: int, day: date | None) -> int:
    return ((day.toordinal() if day else DAYLESS) << ENTRY) | entry


def bare(terms: str) -> list[str]:
    """The words without their owner, which is a number and so has no x."""
    return [term.partition("x")[2] for term in terms.split()]


def _words(stood: Row[Any]) -> set[str]:
    return _all([bare(stood.terms)])
