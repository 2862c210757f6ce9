"""The words that names are made of: a number for each, and those that are spelt or sound like a typed one."""

from collections import defaultdict

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.people.spelling import sound


class Vocabulary:
    """Grows with the people learnt. A lookup reads only words of like length that begin, or else end, alike."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.spelt: list[str] = []  # by number
        self._by_start: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._by_end: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._by_three: dict[str, list[int]] = defaultdict(list)  # by the first three letters
        self._by_sound: dict[str, list[int]] = defaultdict(list)

    def number(self, word: str) -> int:
        """The word's number, given now if it had none."""
        known = self._numbers.get(word)
        if known is not None:
            return known
        number = self._numbers[word] = len(self.spelt)
        self.spelt.append(word)
        if len(word) > 1:
            self._by_start[word[0], len(word)].append(word)
            self._by_end[word[-2:], len(word)].append(word)
            self._by_sound[sound(word)].append(number)
        if len(word) > 2:
            self._by_three[word[:3]].append(number)
        return number

    def get(self, word: str) -> int | None:
        """The word's number, if anybody ever had that word."""
        return self._numbers.get(word)

    def near(self, word: str) -> list[tuple[int, int]]:
        """Other words at one or two mistakes (letters wrong, missing, too many or swapped), with how many.

        Two in words of five letters or more. Words that begin otherwise are near at one mistake only, and end alike.
        """
        length = len(word)
        if length < 3:
            return []
        most = 1 if length < 5 else 2
        found = self._reading(self._by_start, word[0], word, most)
        known = {number for number, _ in found}
        found += [one for one in self._reading(self._by_end, word[-2:], word, 1) if one[0] not in known]
        return found

    def beginning(self, start: str) -> list[int]:
        """Words that begin so."""
        if len(start) > 2:
            return [number for number in self._by_three.get(start[:3], ()) if self.spelt[number].startswith(start)]
        return [number for number, word in enumerate(self.spelt) if word.startswith(start)] if start else []

    def alike(self, word: str) -> list[int]:
        """Words that sound the same, the word itself too if it is one."""
        return self._by_sound.get(sound(word), [])

    def _reading(
        self, shelf: dict[tuple[str, int], list[str]], letter: str, word: str, most: int
    ) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for length in range(max(2, len(word) - most), len(word) + most + 1):
            some = shelf.get((letter, length))
            if some:
                found += [
                    (self._numbers[near], int(distance))
                    for near, distance, _ in process.extract(
                        word, some, scorer=OSA.distance, score_cutoff=most, limit=None
                    )
                    if distance
                ]
        return found
