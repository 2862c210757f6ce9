"""Looking records up by their words, in the index of store/index.py.

FTS5 stops when enough are found, the latest first. PostgreSQL's index has no order: words that stand in very many
records are looked for among the latest before all of them are looked up.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import prod
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select, text, union_all

from assistant.facts import Span
from assistant.ids import PersonId, WorkspaceId
from assistant.ledger.search import Entry
from assistant.people.spelling import sound
from assistant.reply import Matter
from store.index import DAYLESS, ENTRY, EVERY, bare
from store.tables import search_entries, search_words

LETTERS = 3  # by how many a word may be longer or shorter than one it may have been meant for
COMPLETED = 60  # words read that begin with a word as typed
COMMON = 5_000  # records with each of the words, from which on PostgreSQL may look among the latest first
LATEST = 4_000  # how many of those it looks through
SURELY = 1.5  # how many times as many as are wanted are to be expected there
_BEYOND = "\U0010ffff"  # sorts behind every letter

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
# "cross join" keeps SQLite from reading all of the owner's entries to see which of them were found.
_FTS = text(
    "select record, day, terms, ends from (select rowid & 4294967295 as entry from search_index"
    " where search_index match :wanted and rowid between :low and :high order by rowid desc limit :most) as found"
    " cross join search_entries on search_entries.id = found.entry where workspace = :here and owner = :of"
).columns(day=search_entries.c.day.type)
_VECTOR = "array_to_tsvector(string_to_array(terms, ' ')) @@ cast(:wanted as tsquery)"
_NEWEST = "order by day desc nulls first, id desc limit"


@dataclass(frozen=True, slots=True)
class _Vectors:
    """PostgreSQL's questions. A condition on days that may be left open would keep it from the index over them."""

    among_latest: Any
    all_latest: Any  # how many those are, with or without the words
    among_all: Any

    @classmethod
    def within(cls, days: str) -> "_Vectors":
        within, read = f"workspace = :here and owner = :of {days}", "record, day, terms, ends"
        latest = f"select * from search_entries where {within} {_NEWEST} {LATEST}"
        among_latest = text(f"select {read} from ({latest}) as latest where {_VECTOR} {_NEWEST} :most")
        # "materialized" keeps PostgreSQL to the index over words, whatever it guesses of the days.
        found = f"with found as materialized (select * from search_entries where {_VECTOR})"
        among_all = text(f"{found} select {read} from found where {within} {_NEWEST} :most")
        day = search_entries.c.day.type
        counted = text(f"select count(*) from (select 1 from search_entries where {within} limit {LATEST}) as latest")
        return cls(among_latest.columns(day=day), counted, among_all.columns(day=day))


_EVER, _DATED = _Vectors.within(""), _Vectors.within("and day between :first and :last")


class SqlSearch:
    """`assistant.ledger.Search` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId) -> None:
        self._connection, self._workspace = connection, workspace
        self._fts = connection.dialect.name == "sqlite"

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
        asked |= {"wanted": " & ".join(f"({group})" for group in quoted)}
        asked |= {"first": span.first or date.min, "last": span.last or date.max} if span else {}
        vectors = _DATED if span else _EVER
        if min(sum(group.values()) for group in groups) > COMMON:
            latest = self._among_latest(vectors, groups, asked, limit)
            if latest is not None:
                return latest
        return [_entry(row) for row in self._connection.execute(vectors.among_all, asked)]

    def _among_latest(
        self, vectors: _Vectors, groups: Sequence[Mapping[str, int]], asked: dict[str, Any], limit: int
    ) -> Sequence[Entry] | None:
        """What is found, where enough is among the latest, or there are no others; None where it is to be looked up."""
        few = "first" in asked and self._connection.execute(vectors.all_latest, asked).scalar_one() < LATEST
        every = self.times(asked["of"], [EVERY])[EVERY]
        share = prod(min(1.0, sum(group.values()) / every) for group in groups)  # of records that may have them all
        if not few and LATEST * share < SURELY * limit:
            return None
        found = self._connection.execute(vectors.among_latest, asked).all()
        return [_entry(row) for row in found] if few or len(found) == limit else None

    def _mine(self, owner: PersonId) -> dict[str, Any]:
        return {"here": self._workspace, "of": owner}


def _rows_within(span: Span) -> dict[str, int]:
    low = span.first.toordinal() if span.first else 0
    high = span.last.toordinal() if span.last else DAYLESS if not span else DAYLESS - 1
    return {"low": low << ENTRY, "high": (high + 1 << ENTRY) - 1}


def _entry(row: Row[Any]) -> Entry:
    words, start = bare(row.terms), 0
    fields = []
    for end in map(int, filter(None, row.ends.split(","))):
        fields.append(tuple(words[start:end]))
        start = end
    record = Matter.of_key(row.record)
    assert record is not None
    return Entry(record, row.day, tuple(fields))
