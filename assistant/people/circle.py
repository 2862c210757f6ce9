"""The rows of the index that one speaker may mean, perhaps only those at one place."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from assistant.ids import PersonId
from assistant.people.evidence import Found
from assistant.people.names import Names
from assistant.people.postings import Postings, pair_of

SOME = 24  # people read of one word or pair; of more who share a name, a few are asked about anyway


class Circle:
    """Reads the index for one speaker; nobody else's contacts come out, and never the speaker."""

    def __init__(
        self, names: Names, speaker: PersonId, former: bool = False, pool: frozenset[int] | None = None
    ) -> None:
        self.names, self.speaker, self.former = names, speaker, former
        self.number, self.spelt = names.vocabulary.get, names.vocabulary.spelt
        self.words = names.names  # of a row: those of the real name, those of the shown name
        self._pool = pool  # rows it is narrowed to

    def within(self, rows: Iterable[int]) -> "Circle":
        """The same, narrowed to the rows."""
        return Circle(self.names, self.speaker, self.former, frozenset(rows))

    def pair(self, one: int, other: int) -> Iterator[int]:
        """Those in one of whose names both words stand together."""
        return self._some(self.names.pairs, pair_of(one, other))

    def first(self, word: int) -> Iterator[int]:
        """Those who begin a name with the word."""
        return self._some(self.names.first, word)

    def other(self, word: int) -> Iterator[int]:
        """Those who have the word further on in a name."""
        return self._some(self.names.other, word)

    def word(self, word: int) -> Iterator[int]:
        """Those who have the word, some who begin with it first."""
        yield from self.first(word)
        yield from self.other(word)

    def few(self, word: int, most: int) -> list[int]:
        """Those who have the word, if they are at most so many; else nobody."""
        rows = list(islice(self.meant(self._pooled(self.names.with_word(word))), most + 1))
        return rows if len(rows) <= most else []

    def first_with(self, word: int, letter: str) -> Iterator[int]:
        """Those who begin a name with the word, and go on with the letter."""
        return self._beginning(self.names.first, word, letter, False)

    def other_with(self, word: int, letter: str) -> Iterator[int]:
        """Those who have the word further on, and begin with the letter."""
        return self._beginning(self.names.other, word, letter, True)

    def _beginning(self, postings: Postings, word: int, letter: str, first: bool) -> Iterator[int]:
        return islice(self.meant(self.names.beginning(self._pooled(postings.of(word)), letter, first)), SOME)

    def titled(self, word: int, title: str) -> Iterator[int]:
        """Those with the word who show that title."""
        titled = self.names.titled
        rows = (row for row in self._pooled(self.names.with_word(word)) if titled(row) == title)
        return islice(self.meant(rows), SOME)

    def handle(self, handle: str) -> Iterator[int]:
        """Those with that handle or address."""
        return self.meant(self._pooled(self.names.with_handle(handle)))

    def meant(self, rows: Iterable[int]) -> Iterator[int]:
        """Those of the rows whom the speaker may mean."""
        meant, speaker, former = self.names.meant, self.speaker, self.former
        return (row for row in rows if meant(row, speaker, former))

    def distinct(self, found: Sequence[Found]) -> list[Found]:
        """Each person once, the nearest first: a contact that was merged into somebody is them, under another name.

        As near as each other, they come in the order of their ids, whenever they were learnt.
        """
        if len(found) < 2:
            return list(found)
        people: dict[PersonId, Found] = {}
        for one in found:
            people.setdefault(self.names.person(one.row), one)
        return [one for _, one in sorted(people.items(), key=lambda entry: (entry[1].far, entry[0]))]

    def _some(self, postings: Postings, key: int) -> Iterator[int]:
        return islice(self.meant(self._pooled(postings.of(key))), SOME)

    def _pooled(self, rows: Iterator[int]) -> Iterator[int]:
        pool = self._pool
        return rows if pool is None else (row for row in rows if row in pool)
