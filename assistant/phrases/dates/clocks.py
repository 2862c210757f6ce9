"""Times of the day: 3pm, 15:30, half past two, a quarter to nine, noon."""

import re
from collections.abc import Sequence

from assistant.facts import Grain
from assistant.phrases.dates.spoken import Clock
from assistant.phrases.dates.tokens import Token
from assistant.phrases.dates.words import TENS

_CLOCK = re.compile(r"T?(\d{1,2})(?:[:.h](\d\d)(?::\d\d)?)?\s?([ap])?", re.IGNORECASE)
_TO_FIVES = (5, 10, 20, 25)  # "five to nine" is a time, "two to four" a range


def clock_of(text: str) -> Clock | None:
    """A time in figures; None for one that no clock shows."""
    found = _CLOCK.match(text)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    sure = bool(half) or hour > 12 or hour == 0 or (len(found[1]) == 2 and found[1][0] == "0")
    return Clock(hour % 24, minute, Grain.MINUTE if found[2] else Grain.HOUR, sure)


def clock_in(token: Token, behind: Sequence[Token]) -> Clock | None:
    """The hour that a token says, in the light of the "pm" or "o'clock" behind it."""
    half = next((each.text[0].casefold() for each in behind[:2] if each.kind == "M"), "")
    if token.kind in "AN":
        said = clock_of(token.text)
        return clock_of(f"{token.text} {half}") if said and half and not said.sure else said
    if token.kind not in "nw" or not isinstance(token.value, int) or not 0 <= token.value <= 24:
        return None
    return clock_of(f"{token.value} {half}")


def like(clock: Clock, model: Clock, ends: bool = False) -> Clock:
    """The time in the light of the other end: in "3 to 5pm" both are of the afternoon, in "9 to 5pm" one is not.

    `ends`: the time is the later end, as the five of "9am to 5".
    """
    if clock.sure or not model.sure:
        return clock
    late = clock.hour + 12 if clock.hour < 12 else clock.hour
    afternoon = clock.hour <= model.hour if ends else model.hour >= 12 and late <= model.hour
    return Clock(late if afternoon else clock.hour, clock.minute, clock.grain, sure=True)


def spoken_clock(row: Sequence[Token]) -> Clock | None:
    """A time in words: "half past two", "ten to four", "five-thirty", "at 9", "noon"."""
    if any(token.kind == "C" for token in row):
        midnight = any(token.text.casefold() == "midnight" for token in row)
        return Clock(0 if midnight else 12, sure=True)
    half = next((token.text[0].casefold() for token in row if token.kind == "M"), "")
    numbers = [token for token in row if token.kind in "nwAN"]
    turn = next((at for at, token in enumerate(row) if token.kind in "lb-" and token.text[:1].isalpha()), None)
    base = clock_of(f"{numbers[-1].value} {half}")
    if turn is not None:
        return _turned(row[:turn], early=row[turn].kind != "l", base=base)
    if base and row[0].kind in "H@" and any(token.kind == "H" for token in row):
        return Clock(base.hour, 30, Grain.MINUTE, base.sure)
    if len(numbers) == 2:
        return _hour_and_minutes(numbers, half)
    return base


def _turned(row: Sequence[Token], early: bool, base: Clock | None) -> Clock | None:
    """So many minutes past the hour, or before it."""
    units = [token for token in row if token.kind == "u"]
    if units and units[0].value == "minute":
        row = [token for token in row if token is not units[0]]
    amount = row[-1]
    minutes = 30 if amount.kind == "H" else 15 if amount.value == "quarter" else amount.value
    if base is None or base.minute or not isinstance(minutes, int) or not 0 < minutes < 60:
        return None
    if early and amount.kind in "nw" and minutes not in _TO_FIVES and not units:
        return None
    hour = base.hour - early
    return Clock(hour % 24, 60 - minutes if early else minutes, Grain.MINUTE, base.sure)


def _hour_and_minutes(numbers: Sequence[Token], half: str) -> Clock | None:
    """five-thirty, seven thirty pm."""
    hour, minutes = numbers[0].value, numbers[1].value
    if not isinstance(hour, int) or not 1 <= hour <= 12 or minutes not in (*TENS.values(), 10, 15, 45):
        return None
    return clock_of(f"{hour}:{minutes} {half}")
