"""Records that a member has few of, found beside those of the index, as they stand: no second copy to keep true."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain

from assistant.facts import Span
from assistant.ids import PersonId
from assistant.ledger.search import Entry, Finding
from assistant.people.spelling import sound
from assistant.reply import Matter
from assistant.search.words import found_by

Record = tuple[Matter, date | None, Sequence[str]]
"""A record, its day, and its texts: names, places, topics, notes, in that order."""


def entries(records: Iterable[Record]) -> list[Entry]:
    """Records as the index would have them. Their texts repeat, names above all: each is cut once."""
    cut = cache(lambda text: tuple(dict.fromkeys(found_by(text))))
    return [Entry(record, day, tuple(map(cut, texts))) for record, day, texts in records]


class Beside:
    """The index, and one owner's other records with it. Looks like the index to whoever searches."""

    def __init__(self, index: Finding, entries: Sequence[Entry]) -> None:
        self._index = index
        self._entries = [(one, frozenset(chain.from_iterable(one.fields))) for one in entries]
        self._times = Counter(chain.from_iterable(words for _, words in self._entries))

    def times(self, owner: PersonId, words: Iterable[str]) -> Mapping[str, int]:
        asked = list(words)
        return _summed(self._index.times(owner, asked), {word: self._times[word] for word in asked})

    def like(self, owner: PersonId, word: str) -> Mapping[str, int]:
        alike = {one: often for one, often in self._times.items() if one[0] == word[0] or sound(one) == sound(word)}
        return _summed(self._index.like(owner, word), alike)

    def with_all(self, owner: PersonId, groups: Sequence[Mapping[str, int]], span: Span, limit: int) -> Sequence[Entry]:
        indexed = self._index.with_all(owner, groups, span, limit)
        here = [one for one, words in self._entries if _within(one.day, span) and _has_all(words, groups)]
        return sorted((*here, *indexed), key=lambda one: one.day or date.max, reverse=True)[:limit]


def _has_all(words: frozenset[str], groups: Sequence[Mapping[str, int]]) -> bool:
    return bool(groups) and all(not words.isdisjoint(group) for group in groups)


def _within(day: date | None, span: Span) -> bool:
    if not span:
        return True
    return day is not None and (span.first or date.min) <= day <= (span.last or date.max)


def _summed(one: Mapping[str, int], other: Mapping[str, int]) -> Mapping[str, int]:
    """Words that stand in neither are left out."""
    return {word: often for word in (*one, *other) if (often := one.get(word, 0) + other.get(word, 0))}
