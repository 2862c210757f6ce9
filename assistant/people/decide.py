"""Sure, unsure or nobody: the decision over what was found, by how far the best is and how clearly.

The limits are chosen on made-up directories of 10,000 to a million people; see docs/decisions/names.md.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.people.circle import Circle
from assistant.people.evidence import FAMILIAR, ORDER, Found, Why, best
from assistant.people.find import find
from assistant.people.typed import Typed, taken_apart

MOST = 5  # candidates offered at once; a sixth button helps nobody
CLEAR = 0.6  # how much farther the second must be where the words fit as typed
CLEARER = 0.8  # the same where the words are another form of the name
CLEARLY = 1.1  # the same where the name is mistyped: one letter more
_ARTICLES = frozenset(("the", "a", "an", "our", "my"))
SOUNDING = 9  # letters from which a name that only sounds the same is taken for sure
ELSEWHERE = 0.61  # how far an organisation is that only has the words said in its name: "Acme" for Little Acme
MISTAKES = ((6, 0), (9, 1), (99, 2))  # in names of up to so many letters, so many wrong ones are taken for sure


class Decision(StrEnum):
    """What is known about whom somebody means."""

    SURE = "sure"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision, and the rows it is about, best first, at most `MOST`."""

    decision: Decision
    found: tuple[Found, ...] = ()
    clear: float = 0.0  # how much farther than the best somebody must be to be out of the question


def decide(circle: Circle, text: str, organisation: str = "") -> Decided:
    """Whom of the circle the text means, perhaps told apart by an organisation or title said along."""
    readings = taken_apart(text, organisation)
    if len(readings) > 1:
        return _of_readings(circle, readings)
    reading = readings[0]
    found = _at(circle, reading) if reading.hint else find(circle, reading)
    return _decided(circle.distinct(found), reading)


def _of_readings(circle: Circle, readings: tuple[Typed, ...]) -> Decided:
    """The reading that fits as typed; else one with a known organisation; else the first that finds anybody.

    "Smith, John" is a name when there is one, "Sam, Acme" is Sam at Acme.
    """
    for reading in readings:
        found = _at(circle, reading) if reading.hint else find(circle, reading, strictly=True)
        if found and found[0].far < ORDER:
            return _decided(circle.distinct(found), reading)
    for reading in readings:
        if reading.hint and _places(circle, reading.hint)[0]:
            return _decided(circle.distinct(_at(circle, reading)), reading)
    for reading in readings:
        found = [] if reading.hint else find(circle, reading)
        if found:
            return _decided(circle.distinct(found), reading)
    return Decided(Decision.UNKNOWN)


def _decided(found: list[Found], typed: Typed) -> Decided:
    if not found:
        return Decided(Decision.UNKNOWN)
    first = found[0]
    shown = tuple(found[:MOST])
    length = sum(map(len, typed.words))
    match first.why:
        case Why.HANDLE:
            sure = True
        case Why.MISTYPED if len(typed.words) == 1:
            sure = first.far <= 1 and length >= 5
        case Why.MISTYPED:
            sure = first.far <= next(most for letters, most in MISTAKES if length <= letters or letters == 99)
        case Why.SOUNDS:
            sure = first.far < 2 or length >= SOUNDING
        case Why.RARE | Why.SURNAME:
            sure = False
        case _:
            sure = True
    clear = CLEARLY if first.why in (Why.MISTYPED, Why.SOUNDS) else CLEAR if first.far < FAMILIAR else CLEARER
    alone = len(found) == 1 or found[1].far - first.far >= clear
    return Decided(Decision.SURE if sure and alone else Decision.UNSURE, shown, clear)


def _places(circle: Circle, hint: tuple[str, ...]) -> tuple[frozenset[int], frozenset[int]]:
    """The organisations and titles that the hint names, or that begin so, and all with its words.

    Only where the speaker may mean somebody: a place that just somebody else's contacts have is none.
    """
    organisations = circle.names.organisations
    whole, begins, some = organisations.said(hint)
    if not _anybody(circle, some):
        return frozenset(), frozenset()
    return _peopled(circle, whole) or _peopled(circle, begins), some


def _peopled(circle: Circle, places: frozenset[int]) -> frozenset[int]:
    return frozenset(place for place in places if _anybody(circle, frozenset((place,))))


def _anybody(circle: Circle, places: frozenset[int]) -> bool:
    return any(True for _ in circle.meant(circle.names.organisations.rows(places)))


def _at(circle: Circle, typed: Typed) -> list[Found]:
    """Those at the organisation, or with the title, said along; else those of whom no organisation is known."""
    organisations = circle.names.organisations
    hint = tuple(word for word in typed.hint if word not in _ARTICLES) or typed.hint
    there, some = _places(circle, hint)
    if not some and len(hint) > 1:
        there, some = _places(circle, hint[:1])
    if not some:
        return [one for one in find(circle, typed) if not organisations.known(one.row)]
    found = find(circle.within(organisations.rows(some)), typed)
    if there == some:
        return found
    return best(
        one if not there.isdisjoint(organisations.of(one.row)) else replace(one, far=one.far + ELSEWHERE)
        for one in found
    )
