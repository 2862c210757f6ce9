"""From typed words to the people they may mean, with how far each is from what was typed.

Steps from the strictest reading to the loosest; the first that finds anybody counts, because a name that fits as typed
is not a mistyped other one. Fuzzy steps look in the vocabulary of words, never through the people.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from assistant.people.circle import Circle
from assistant.people.evidence import FAMILIAR, PART, Found, Why, best
from assistant.people.near import Close, mistyped_name, mistyped_word, same_surname, shortened
from assistant.people.nicknames import cut_forms, familiar_forms, other_forms, rare_forms
from assistant.people.single import alone, forms, run_on, tail, with_initial
from assistant.people.typed import Typed
from assistant.people.whole import as_typed, in_another_form, letter_behind

LONG = 10  # letters from which a word that is somebody's name may as well be two of somebody else's
Step = Callable[[], Iterable[Found]]


def find(circle: Circle, typed: Typed, strictly: bool = False) -> list[Found]:
    """Those whom the reading may mean, the nearest first; none if it fits nobody.

    `strictly` leaves out whoever is reached by another form or a mended mistake.
    """
    if typed.handle:
        by_handle = [Found(row, 0.0, Why.HANDLE) for row in circle.handle(typed.handle)]
        if by_handle and (typed.certain or len(typed.words) != 1):
            return by_handle
        if by_handle and not _is_word(circle, typed.words[0]):
            return best([*by_handle, *run_on(circle, typed.words[0])])  # "pinghan" is a handle, or Ping Han
    found: list[Found] = []
    close = Close(circle, typed.words)
    for step in _steps(close, typed):
        found += step()
        if found and not _open(min(found, key=lambda one: one.far)):
            break
        if strictly:
            break
    if not found and not strictly:
        found = list(same_surname(close))
    return best(found)


def _open(nearest: Found) -> bool:
    """Looser readings may compete with it.

    Part of somebody's name, with another form of somebody else's whole one; a mended mistake, with a form of the name
    that is rare or in no table: "Stan Johnson" need not be Sean when there is a Stanley.
    """
    return PART <= nearest.far < FAMILIAR or nearest.why in (Why.MISTYPED, Why.SOUNDS)


def _is_word(circle: Circle, word: str) -> bool:
    number = circle.number(word)
    return number is not None and any(True for _ in circle.word(number))


def _steps(close: Close, typed: Typed) -> Iterator[Step]:
    circle, said = close.circle, typed.words
    match [word for word in said if len(word) > 1]:
        case []:
            return
        case [word] if len(said) == 1:
            joined = run_on(circle, word) if len(word) >= LONG else ()
            yield lambda: chain(alone(circle, word, typed.title), joined)
            yield lambda: chain(run_on(circle, word), tail(circle, word))
            yield lambda: forms(circle, word, other_forms(word), Why.FAMILIAR)
            yield lambda: mistyped_word(close, word)
            yield lambda: forms(circle, word, rare_forms(word), Why.RARE)
        case [word]:
            yield lambda: with_initial(close, word, other_forms)
        case _:
            if len(said[-1]) == 1:
                yield lambda: letter_behind(circle, said)
            yield lambda: as_typed(circle, said)
            yield lambda: in_another_form(circle, said, familiar_forms, Why.FAMILIAR)
            yield lambda: chain(mistyped_name(close), in_another_form(circle, said, cut_forms, Why.CUT))
            yield lambda: chain(in_another_form(circle, said, rare_forms, Why.RARE), shortened(close))
