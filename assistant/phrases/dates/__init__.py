"""When it happened, or shall: dates in a sentence, found by a small grammar and valued by its own arithmetic.

    tokens    words, figures and signs, each with the letter of its class (words.py is English, another table is another
              language)
    grammar   rules over those letters say where a moment stands, and what it says (spoken.py)
    licence   weak words (May, sat, second, at 3) must be meant as dates where they stand; known names never are
    joining   a day and its time, both ends of a range, become one
    abroad    days with the months of other languages, which dateparser reads
    values    days on the calendar, for the past or the future

Spans are character positions. Conventions: weeks run from Monday to Sunday, ends are inclusive, a bare weekday is never
today, "until X" has only an end. docs/decisions/dates.md has the figures.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.facts import When
from assistant.phrases.dates.abroad import said_abroad
from assistant.phrases.dates.grammar import matches
from assistant.phrases.dates.joining import Piece, joined
from assistant.phrases.dates.licence import licensed, worth_reading
from assistant.phrases.dates.now import Direction, Now
from assistant.phrases.dates.spoken import Spoken
from assistant.phrases.dates.tokens import Token, letters, tokens
from assistant.phrases.dates.values import value

__all__ = ["Direction", "Found", "Now", "Said", "find", "impossible", "said_in", "valued"]

_MOST = 40  # moments that are read in one text; a list of more is no sentence
Veto = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Said:
    """A moment in a sentence, not counted out yet."""

    start: int
    end: int
    said: Spoken


@dataclass(frozen=True, slots=True)
class Found:
    """A moment in a sentence."""

    start: int
    end: int
    when: When


def said_in(text: str, day_first: bool = True, names: Veto | None = None) -> list[Said]:
    """The moments said in `text`, in order, not overlapping; `names(start, end)`: those characters are a name."""
    if not worth_reading(text):
        return []
    row = tokens(text)
    pieces: list[Piece] = []
    for made, begins, ends in matches(letters(row)):
        said = made(row[begins:ends], day_first)
        if said is None or not licensed(said, begins, ends, row):
            continue
        if names and names(row[begins].start, row[ends - 1].end):
            continue
        pieces.append((said, begins, ends))
        if len(pieces) == _MOST:
            break
    out: list[Said] = []
    floor = 0
    for said, begins, ends in joined(pieces, row):
        out.append(Said(row[_led(row, begins, floor)].start, row[ends - 1].end, said))
        floor = ends
    return _with_those_abroad(out, text, names)


def _with_those_abroad(found: list[Said], text: str, names: Veto | None) -> list[Said]:
    """Days with months of other languages take the place of what English made of their parts."""
    abroad = [Said(*one) for one in said_abroad(text) if not (names and names(one[0], one[1]))]
    if not abroad:
        return found
    kept = [one for one in found if all(one.end <= other.start or other.end <= one.start for other in abroad)]
    return sorted((*kept, *abroad), key=lambda one: one.start)


def _led(row: Sequence[Token], begins: int, floor: int) -> int:
    """The first token, with the preposition in front: on Friday, in March, at 3."""
    before = row[begins - 1].text.casefold() if begins > floor else ""
    return begins - (before in ("on", "in", "at", "during", "around") and row[begins].kind not in "UsfbF")


def valued(said: Said, now: Now, direction: Direction = Direction.PAST) -> Found | None:
    """The moment counted out; None for one that the calendar does not have."""
    when = value(said.said, now, direction)
    return Found(said.start, said.end, when) if when else None


def impossible(text: str, now: Now) -> str:
    """The first words that name a day which no calendar has, "31 February"; "" when there are none."""
    for said in said_in(text, now.day_first):
        if said.said.kind == "date" and not any(valued(said, now, each) for each in Direction):
            return text[said.start : said.end]
    return ""


def find(text: str, now: Now, direction: Direction = Direction.PAST, names: Veto | None = None) -> list[Found]:
    """The moments of `text`, counted out."""
    found = (valued(said, now, direction) for said in said_in(text, now.day_first, names))
    return [each for each in found if each]
