"""Two words or more: a whole name as typed, in parts joined or split otherwise, or in another form of one of them."""

from collections.abc import Callable, Iterable, Iterator
from itertools import product

from assistant.people.circle import Circle
from assistant.people.evidence import EXTRA, FAMILIAR, ORDER, SHORT, Found, Why
from assistant.people.fit import fit, fit_all
from assistant.people.nicknames import formal_names
from assistant.people.postings import run_together


def as_typed(circle: Circle, said: tuple[str, ...]) -> Iterator[Found]:
    """Those who have all of the words, or the same letters in words joined or split otherwise."""
    return _two(circle, said[0], said[1]) if len(said) == 2 else _many(circle, said)


def letter_behind(circle: Circle, said: tuple[str, ...]) -> Iterator[Found]:
    """Several words and the first letter of the next: "hans-peter k"."""
    one, other = circle.number(said[0]), circle.number(said[1])
    if one is not None and other is not None:
        for row in circle.pair(one, other):
            real, _ = circle.words(row)
            if tuple(real[: len(said) - 1]) == said[:-1] and any(w[0] == said[-1] for w in real[len(said) - 1 :]):
                yield Found(row, 0.0, Why.INITIAL)


def in_another_form(
    circle: Circle, said: tuple[str, ...], forms: Callable[[str], Iterable[str]], why: Why
) -> Iterator[Found]:
    """Those for whom the first word is in another of the forms; the last, or both, is a reason to ask at most."""
    number, first, last = circle.number, said[0], said[-1]
    firsts = [(form, number(form)) for form in (first, *forms(first))]
    lasts = [(form, number(form)) for form in (last, *forms(last))]
    if len(said) > 2:
        lasts += [(last, run_together(said[1:])), (last, number(said[1]))]
    for (one, a), (other, b) in product(firsts, lasts):
        if a is not None and b is not None and (one, other) != (first, last):
            far, by = FAMILIAR * ((one != first) + (other != last)), why if other == last else Why.RARE
            for row in circle.pair(a, b):
                real, shown = circle.words(row)
                turned = Why.RARE if one == real[-1] and one != first else by
                if len(said) == 2:
                    yield Found(row, far + fit(one, other, real, shown), turned)
                else:
                    own = fit_all((one, *said[1:-1], other), real, shown)
                    if own < 1:
                        yield Found(row, far + own, turned)


def _two(circle: Circle, first: str, last: str) -> Iterator[Found]:
    one, other = circle.number(first), circle.number(last)
    if one is not None and other is not None:
        found = False
        for row in circle.pair(one, other):
            found = True
            yield Found(row, fit(first, last, *circle.words(row)), Why.WHOLE)
        for form in formal_names(first) if found else ():
            formal = circle.number(form)
            if formal is not None:
                for row in circle.pair(formal, other):
                    yield Found(row, SHORT + fit(form, last, *circle.words(row)), Why.WHOLE)
    # "linn vanbragt", "annamaria smith": words that the name has apart
    if one is not None:
        for row in circle.pair(one, run_together((last,))):
            yield Found(row, 0.0 if circle.words(row)[0][0] == first else ORDER, Why.WHOLE)
    if other is not None:
        for row in circle.pair(other, run_together((first,))):
            yield Found(row, 0.0 if circle.words(row)[0][-1] == last else ORDER, Why.WHOLE)


def _many(circle: Circle, said: tuple[str, ...]) -> Iterator[Found]:
    numbers = [circle.number(word) for word in said]
    known = [number for number in numbers if number is not None]
    keys = [(one, other) for at, one in enumerate(known) for other in known[at + 1 :]]
    tail, head = circle.number("".join(said[1:])), circle.number("".join(said[:-1]))
    if numbers[0] is not None:
        keys.append((numbers[0], run_together(said[1:])))
        if tail is not None:
            keys.append((numbers[0], tail))
    if head is not None and numbers[-1] is not None:
        keys.append((head, numbers[-1]))
    for row in dict.fromkeys(row for key in keys for row in circle.pair(*key)):
        far = fit_all(said, *circle.words(row))
        if far <= EXTRA:
            yield Found(row, far, Why.WHOLE if far < 1 else Why.MISTYPED)
