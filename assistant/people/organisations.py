"""Organisations and titles as hints: which rows somebody means by "from Acme" or "the photographer"."""

from array import array
from collections.abc import Iterator

from assistant.people.postings import Postings
from assistant.people.spelling import words


class Organisations:
    """The organisation and the title of every row, and the rows of each organisation."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}  # of an organisation or title, by its text
        self._words: list[tuple[str, ...]] = []  # by number
        self._by_word: dict[str, list[int]] = {}
        self._rows = Postings()
        self._of: array[int] = array("I")  # by row: two numbers, 0 is none
        self._number("")

    def learn(self, row: int, organisation: str, title: str) -> None:
        """Where the row is, and as what."""
        missing = 2 * (row + 1) - len(self._of)
        self._of.extend((0,) * missing)
        for place, text in ((2 * row, organisation), (2 * row + 1, title)):
            if text:
                number = self._of[place] = self._number(text)
                self._rows.add(row, number)

    def known(self, row: int) -> bool:
        """The organisation of the row is known."""
        return 2 * row < len(self._of) and self._of[2 * row] != 0

    def of(self, row: int) -> tuple[int, int]:
        """The numbers of its organisation and title; 0 for none."""
        if 2 * row >= len(self._of):
            return 0, 0
        return self._of[2 * row], self._of[2 * row + 1]

    def said(self, hint: tuple[str, ...]) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
        """The organisations and titles with that very name; those that begin so; and all that have the words."""
        lists = [self._by_word.get(word) for word in hint]
        if not lists or not all(lists):
            return frozenset(), frozenset(), frozenset()
        having = frozenset.intersection(*(frozenset(some) for some in lists if some))
        begins = frozenset(number for number in having if self._words[number][: len(hint)] == hint)
        return frozenset(number for number in begins if self._words[number] == hint), begins, having

    def rows(self, numbers: frozenset[int]) -> Iterator[int]:
        """Everybody there."""
        for number in numbers:
            yield from self._rows.of(number)

    def _number(self, text: str) -> int:
        known = self._numbers.get(text)
        if known is not None:
            return known
        number = self._numbers[text] = len(self._words)
        told = words(text)
        self._words.append(told)
        for word in set(told):
            self._by_word.setdefault(word, []).append(number)
        return number
