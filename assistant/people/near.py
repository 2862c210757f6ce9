"""The fuzzy steps: people whose words are nearly the typed ones, found through the vocabulary."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA, JaroWinkler

from assistant.people.circle import Circle
from assistant.people.evidence import Found, Why
from assistant.people.fit import distance, spelt_out, turned_round
from assistant.people.nicknames import other_forms
from assistant.people.postings import pair_of, run_together
from assistant.people.vocabulary import Vocabulary

MOST = 2  # letters of a whole name that may be wrong
FEW = 25  # people of one surname, up to which a first name that is only alike says something
ENOUGH = 0.45  # of the typed words, for somebody to be offered when nobody fits: one of two, less a letter
CUT = 1.5  # how far somebody is whose first name only begins with the typed one
ALIKE = 0.8  # Jaro-Winkler of two first names that may be one


TURNED = 0.7  # how much farther a name is that is both mistyped and turned round; a letter for one is still found
LESS = 0.1  # a first name is mistyped alone more often than a surname


class Close:
    """The typed words, with the words of the vocabulary that each may be and how far those are."""

    def __init__(self, circle: Circle, typed: Sequence[str]) -> None:
        self.circle, self.typed = circle, typed
        self._close: dict[str, dict[int, int]] = {}
        self._same: dict[str, set[int]] = {}

    def to(self, word: str) -> dict[int, int]:
        """Numbers of words near the word, or that sound like it, or are another form of it; the word itself is at 0."""
        there = self._close.get(word)
        if there is None:
            vocabulary = self.circle.names.vocabulary
            there = dict(vocabulary.near(word))
            same = self._same[word] = set(vocabulary.alike(word))
            for form in other_forms(word):
                known = vocabulary.get(form)
                if known is not None:
                    same.add(known)
            for number in same:
                if number not in there:
                    there[number] = min(MOST, int(OSA.distance(word, vocabulary.spelt[number])))
            own = vocabulary.get(word)
            if own is not None:
                there[own] = 0
                same.add(own)
            self._close[word] = there
        return there

    def same(self, word: str) -> set[int]:
        """Of those, the ones that sound like the word or are another form of it."""
        self.to(word)
        return self._same[word]


def mended(vocabulary: Vocabulary, word: str) -> list[tuple[int, int]]:
    """Words that a word alone may be, mistyped, and by how many letters: one, or two in words of seven and more."""
    most = 1 if len(word) < 7 else MOST
    return [near for near in vocabulary.near(word) if near[1] <= most]


def loosely(circle: Circle, typed: Sequence[str]) -> list[Found]:
    """Those who have some of the words, or words near them: for when nobody fits."""
    there: dict[int, float] = {}
    for word in typed:
        if len(word) < 2:
            continue
        own = circle.number(word)
        near = [] if own is None else [(own, 0)]
        near += mended(circle.names.vocabulary, word)
        best: dict[int, float] = {}
        for number, far in near:
            for row in circle.word(number):
                best[row] = max(best.get(row, 0.0), 1 - far / len(word))
        for row, share in best.items():
            there[row] = there.get(row, 0.0) + share
    enough = [(row, share) for row, share in there.items() if share >= ENOUGH * len(typed)]
    return [Found(row, 2 * MOST - share, Why.SURNAME) for row, share in sorted(enough, key=lambda one: -one[1])]


def mistyped_word(close: Close, word: str) -> Iterator[Found]:
    """Those who have a word near the typed one."""
    most = 1 if len(word) < 7 else MOST
    for number, far in sorted(close.to(word).items(), key=lambda near: near[1]):
        if far <= most:
            for row in close.circle.first(number):
                yield Found(row, float(far), Why.MISTYPED)
            for row in close.circle.other(number):
                yield Found(row, far + LESS, Why.MISTYPED)


def mistyped_name(close: Close) -> list[Found]:
    """Those whose whole name is at most two letters from the typed one, or sounds the same."""
    circle, typed = close.circle, close.typed
    together = "".join(typed)
    rows: dict[int, bool] = {}
    for at, one in enumerate(typed):
        for other in typed[at + 1 :]:
            _probe(close, one, other, rows)
    for row in _run_together(close):
        rows.setdefault(row, False)
    found = []
    for row, sounds in rows.items():
        real, shown = circle.words(row)
        far = distance(together, spelt_out(real, shown))
        if far > 1 and len(real) > 1:
            far = min(far, distance(together, turned_round(real), MOST) + TURNED)
        if far > MOST and sounds and len(typed) == 2:
            alike = close.same(typed[0]) | close.same(typed[1])
            sounds = any(circle.number(word) in alike for word in (real[0], *shown[:1]))
        if far <= MOST or (len(typed) == 2 and sounds):
            found.append(Found(row, min(far, MOST), Why.SOUNDS if sounds else Why.MISTYPED))
    return found


def _probe(close: Close, one: str, other: str, rows: dict[int, bool]) -> None:
    """Add the rows that have a word near the one and a word near the other, with whether both sound the same."""
    circle = close.circle
    pairs, alike_left, alike_right = circle.names.pairs, close.same(one), close.same(other)
    right = [(number, far, number in alike_right) for number, far in close.to(other).items()]
    for number, far in close.to(one).items():
        sounds = number in alike_left
        for second, further, also in right:
            same = sounds and also
            if (far + further <= MOST or same) and pair_of(number, second) in pairs:
                for row in circle.pair(number, second):
                    rows[row] = rows.get(row, False) or same


def _run_together(close: Close) -> Iterator[int]:
    """Those for whom some of the words are one, written apart or together otherwise than typed, the other mistyped."""
    circle, typed = close.circle, close.typed
    for number in close.to(typed[0]):
        yield from circle.pair(number, run_together(typed[1:]))
    for number in close.to(typed[-1]):
        yield from circle.pair(number, run_together(typed[:-1]))


def same_surname(close: Close) -> Iterator[Found]:
    """Those with the surname as typed whose first name is like the typed one in a way that no table has."""
    circle, typed = close.circle, close.typed
    if len([word for word in typed if len(word) > 1]) < 2:
        return
    for surname, first in ((typed[-1], typed[0]), (typed[0], typed[-1])):
        number = circle.number(surname)
        for row in () if number is None else circle.few(number, FEW):
            real, shown = circle.words(row)
            alike = max((likeness(first, word) for word in {*real, *shown} if word != surname), default=0.0)
            if alike >= ALIKE:
                yield Found(row, MOST + 1 + 4 * (1 - alike), Why.SURNAME)


def shortened(close: Close) -> Iterator[Found]:
    """Those with the surname as typed whose first name begins with the typed one."""
    circle, first = close.circle, close.typed[0]
    surname = circle.number(close.typed[-1])
    if surname is not None and len(first) > 2:
        for number in circle.names.vocabulary.beginning(first):
            for row in circle.pair(number, surname):
                yield Found(row, CUT, Why.SURNAME)


def likeness(one: str, other: str) -> float:
    """How alike two first names are, 0 to 1; a beginning of three letters is a usual short form."""
    if min(len(one), len(other)) > 2 and (one.startswith(other) or other.startswith(one)):
        return 0.95
    return float(JaroWinkler.similarity(one, other))
