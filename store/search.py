"""Finding records by their words: FTS5 on SQLite, a GIN index of text-search vectors on PostgreSQL.

Words are cut and bent by the thinking (assistant/search/words.py), so that both databases answer alike; the databases
only look them up. On SQLite an entry's row number begins with its day, so that FTS5 itself walks from the latest on and
stops when enough are found. On PostgreSQL words that stand in very many records are looked for among the latest first.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import accumulate
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, text, union_all, update

from assistant.facts import Span
from assistant.ids import PersonId, WorkspaceId
from assistant.ledger.search import Entry
from assistant.people.spelling import sound
from assistant.reply import Matter
from assistant.search.words import found_by
from store.batches import batched
from store.dialect import upsert
from store.tables import search_entries, search_words

LETTERS = 3  # by how many a word may be longer or shorter than one it may have been meant for
COMPLETED = 60  # words read that begin with a word as typed
COMMON = 5_000  # records with a word alone, from which PostgreSQL looks for it among the latest first
LATEST = 1_500  # how many of those it looks through
ENOUGH = 50  # found there, for nobody to need the older ones
_AT_ONCE = 1_000  # entries a statement, where many are filed
_BEYOND = "\U0010ffff"  # sorts behind every letter
_DAYLESS = date.max.toordinal() + 1  # where SQLite files what has no day: before the latest
_ID = 32  # bits of a row number that are the entry's own

_MINE = (search_entries.c.workspace == bindparam("here")) & (search_entries.c.owner == bindparam("of"))
_ONE = select(search_entries).where(_MINE, search_entries.c.record == bindparam("of_one"))
_ADD = insert(search_entries).returning(search_entries.c.id)
_ADD_ALL = insert(search_entries).returning(search_entries.c.id, sort_by_parameter_order=True)
_CHANGE = update(search_entries).where(search_entries.c.id == bindparam("entry"))
_DROP = delete(search_entries).where(search_entries.c.id == bindparam("entry"))
_ALL = select(search_entries).where(_MINE)
_OWN = (search_words.c.workspace == bindparam("here")) & (search_words.c.owner == bindparam("of"))
_TIMES = select(search_words.c.word, search_words.c.times).where(
    _OWN, search_words.c.word.in_(bindparam("words", expanding=True))
)
_WORD = search_words.c.word
_NEAR = select(_WORD, search_words.c.times).where(
    _OWN,
    bindparam("letter") <= _WORD,
    bindparam("next") > _WORD,
    func.length(_WORD).between(bindparam("shortest"), bindparam("longest")),
)
_SOUND = select(_WORD, search_words.c.times).where(_OWN, search_words.c.sound == bindparam("sound"))
_BEGUN = (
    select(_WORD, search_words.c.times)
    .where(_OWN, bindparam("word") <= _WORD, bindparam("beyond") > _WORD)
    .limit(COMPLETED)
)
_LIKE = union_all(_NEAR, _SOUND, select(_BEGUN.subquery()))
_LESS = (
    update(search_words)
    .where(_OWN, search_words.c.word.in_(bindparam("words", expanding=True)))
    .values(times=search_words.c.times - 1)
)
_NONE = delete(search_words).where(
    _OWN, search_words.c.word.in_(bindparam("words", expanding=True)), search_words.c.times <= 0
)
_NO_WORDS = delete(search_words).where(_OWN)

_FILE = text("insert into search_index(rowid, terms) values (:row, :terms)")
_UNFILE = text("insert into search_index(search_index, rowid, terms) values ('delete', :row, :terms)")
# "cross join" keeps SQLite from reading all of the owner's entries to see which of them were found.
_FTS = text(
    "select record, day, terms, ends from (select rowid & 4294967295 as entry from search_index"
    " where search_index match :wanted and rowid between :low and :high order by rowid desc limit :most) as found"
    " cross join search_entries on search_entries.id = found.entry where workspace = :here and owner = :of"
).columns(day=search_entries.c.day.type)
_VECTOR = "array_to_tsvector(string_to_array(terms, ' ')) @@ cast(:wanted as tsquery)"
_NEWEST = "order by day desc nulls first, id desc limit"
_WITHIN = "workspace = :here and owner = :of and (cast(:anyday as boolean) or day between :first and :last)"
# "materialized" keeps PostgreSQL to the index over words, whatever it guesses of the days.
_VECTORS = text(
    f"with found as materialized (select * from search_entries where {_VECTOR})"
    f" select record, day, terms, ends from found where {_WITHIN} {_NEWEST} :most"
).columns(day=search_entries.c.day.type)
_AMONG_LATEST = text(
    f"select record, day, terms, ends from (select * from search_entries where {_WITHIN} {_NEWEST} {LATEST}) as latest"
    f" where {_VECTOR} {_NEWEST} :most"
).columns(day=search_entries.c.day.type)


@cache
def _more(dialect: str) -> Any:
    new = upsert(dialect, search_words)
    key = [search_words.c.workspace, search_words.c.owner, search_words.c.word]
    return new.on_conflict_do_update(index_elements=key, set_={"times": search_words.c.times + 1})


class SqlSearch:
    """`assistant.ledger.Search` on a connection, and what keeps the index true, in the transaction of each change."""

    def __init__(self, connection: Connection, workspace: WorkspaceId) -> None:
        self._connection, self._workspace = connection, workspace
        self._fts = connection.dialect.name == "sqlite"

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
                    {"row": _row_number(entry, day), "terms": row["terms"]}
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

    def times(self, owner: PersonId, words: Iterable[str]) -> Mapping[str, int]:
        rows = self._connection.execute(_TIMES, {**self._mine(owner), "words": list(words)})
        return {row.word: row.times for row in rows}

    def like(self, owner: PersonId, word: str) -> Mapping[str, int]:
        wanted = {**self._mine(owner), "letter": word[0], "next": word[0] + _BEYOND, "sound": sound(word)}
        wanted |= {"shortest": len(word) - LETTERS, "longest": len(word) + LETTERS}
        wanted |= {"word": word, "beyond": word + _BEYOND}
        return {row.word: row.times for row in self._connection.execute(_LIKE, wanted)}

    def with_all(self, owner: PersonId, groups: Sequence[Mapping[str, int]], span: Span, limit: int) -> Sequence[Entry]:
        if not groups or not all(groups):
            return ()
        asked = {**self._mine(owner), "most": limit}
        if self._fts:
            quoted = (" OR ".join(f'"{owner}x{word}"' for word in group) for group in groups)
            asked |= {"wanted": " AND ".join(f"({group})" for group in quoted), **_rows_within(span)}
            return [_entry(row) for row in self._connection.execute(_FTS, asked)]
        quoted = (" | ".join(f"'{owner}x{word}'" for word in group) for group in groups)
        asked |= {"wanted": " & ".join(f"({group})" for group in quoted), "anyday": not span}
        asked |= {"first": span.first or date.min, "last": span.last or date.max}
        if len(groups) == 1 and sum(groups[0].values()) > COMMON:
            latest = self._connection.execute(_AMONG_LATEST, asked).all()
            if len(latest) >= ENOUGH:
                return [_entry(row) for row in latest]
        return [_entry(row) for row in self._connection.execute(_VECTORS, asked)]

    def _mine(self, owner: PersonId) -> dict[str, Any]:
        return {"here": self._workspace, "of": owner}

    def _remove(self, stood: Row[Any]) -> None:
        self._unfile(stood)
        self._connection.execute(_DROP, {"entry": stood.id})

    def _file(self, entry: int, day: date | None, terms: str) -> None:
        if self._fts:
            self._connection.execute(_FILE, {"row": _row_number(entry, day), "terms": terms})

    def _unfile(self, stood: Row[Any]) -> None:
        if self._fts:
            row = {"row": _row_number(stood.id, stood.day), "terms": stood.terms}
            self._connection.execute(_UNFILE, row)

    def _count(self, owner: PersonId, before: set[str], after: set[str]) -> None:
        """Words that the record had, and those it has, are counted anew, in one order whoever counts."""
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
    return {word for field in fields for word in field}


def _columns(owner: PersonId, fields: Sequence[Sequence[str]]) -> dict[str, Any]:
    terms = " ".join(f"{owner}x{word}" for field in fields for word in field)
    return {"terms": terms, "ends": ",".join(map(str, accumulate(map(len, fields))))}


def _row_number(entry: int, day: date | None) -> int:
    return ((day.toordinal() if day else _DAYLESS) << _ID) | entry


def _rows_within(span: Span) -> dict[str, int]:
    low = span.first.toordinal() if span.first else 0
    high = span.last.toordinal() if span.last else _DAYLESS if not span else _DAYLESS - 1
    return {"low": low << _ID, "high": (high + 1 << _ID) - 1}


def _bare(terms: str) -> list[str]:
    """The words without their owner, which is a number and so has no x."""
    return [term.partition("x")[2] for term in terms.split()]


def _words(stood: Row[Any]) -> set[str]:
    return set(_bare(stood.terms))


def _entry(row: Row[Any]) -> Entry:
    words, start = _bare(row.terms), 0
    fields = []
    for end in map(int, filter(None, row.ends.split(","))):
        fields.append(tuple(words[start:end]))
        start = end
    record = Matter.of_key(row.record)
    assert record is not None
    return Entry(record, row.day, tuple(fields))
