"""One word, alone or with an initial: "Sam", "Dr Patel", "maya p", "j. smith", "samtanner"."""

from collections.abc import Callable, Iterable, Iterator

from assistant.people.circle import Circle
from assistant.people.evidence import FAMILIAR, ORDER, PART, SHORT, Found, Why
from assistant.people.fit import fit
from assistant.people.near import Close
from assistant.people.nicknames import formal_names
from assistant.people.postings import run_together

LESS = 0.1  # first name or surname: whichever the word is in fewer people's names
INNER = 0.2  # neither the first word of the name nor the last


def alone(circle: Circle, word: str, title: str) -> Iterator[Found]:
    """Those who have the word; a title that somebody shows tells them apart."""
    number = circle.number(word)
    if number is not None:
        titled = [Found(row, 0.0, Why.WORD) for row in circle.titled(number, title)] if title else []
        if titled:
            yield from titled
            return
        firsts, others = list(circle.first(number)), list(circle.other(number))
        surname = bool(title) or len(others) > len(firsts)
        yield from (Found(row, LESS * surname, Why.WORD) for row in firsts)
        for row in others:
            real, shown = circle.words(row)
            outer = word in (real[0], real[-1], *shown[:1])
            yield Found(row, LESS * (not surname) + INNER * (not outer), Why.WORD)
        if firsts or others:
            formal = forms(circle, word, formal_names(word), Why.FAMILIAR)
            yield from (Found(one.row, SHORT, Why.WORD) for one in formal)


def tail(circle: Circle, word: str) -> Iterator[Found]:
    """Those for whom the word is all but the first of their words, written as one: "vanbragt"."""
    for row in circle.other(run_together((word,))):
        yield Found(row, LESS, Why.WORD)


def run_on(circle: Circle, word: str) -> Iterator[Found]:
    """First and last name without the space between them."""
    for at in range(2, len(word) - 1):
        one, other = circle.number(word[:at]), circle.number(word[at:])
        if one is not None and other is not None:
            for row in circle.pair(one, other):
                yield Found(row, fit(word[:at], word[at:], *circle.words(row)), Why.WHOLE)
            for form in formal_names(word[:at]):
                formal = circle.number(form)
                if formal is not None:
                    for row in circle.pair(formal, other):
                        yield Found(row, SHORT + fit(form, word[at:], *circle.words(row)), Why.WHOLE)


def forms(circle: Circle, word: str, others: Iterable[str], why: Why) -> Iterator[Found]:
    """Those whose first name is one of the other forms of the word."""
    for form in others:
        number = circle.number(form)
        if number is not None and form != word:
            yield from (Found(row, FAMILIAR, why) for row in circle.first(number))


def with_initial(close: Close, word: str, others: Callable[[str], Iterable[str]]) -> list[Found]:
    """A word and the first letter of another: as typed, else in another form, else mistyped."""
    circle, said = close.circle, close.typed
    before = said[0] == word
    letter = said[-1] if before else said[0]
    found = list(_initial(circle, word, letter, before, 0.0))
    for form in formal_names(word):
        found += _initial(circle, form, letter, before, SHORT)
    if found and min(one.far for one in found) < SHORT:
        return found
    for form in others(word):
        found += _initial(circle, form, letter, before, FAMILIAR)
    if not found:
        for number, far in close.to(word).items():
            if far <= 1:
                found += _initial(circle, circle.spelt[number], letter, before, FAMILIAR)
    return found


def _initial(circle: Circle, word: str, letter: str, before: bool, far: float) -> Iterator[Found]:
    number = circle.number(word)
    if number is None:
        return
    for rows, begins in ((circle.first_with(number, letter), True), (circle.other_with(number, letter), False)):
        for row in rows:
            real, shown = circle.words(row)
            others = (*real[1:], *shown[1:]) if begins and real[0] == word else (*real[:1], *shown[:1])
            if any(own[0] == letter for own in others if own != word and len(own) > 1):
                yield Found(row, far + ORDER * (begins != before) + (PART if word in real[1:-1] else 0.0), Why.INITIAL)
