"""Times of the day: 3pm, 15:30, half past two, a quarter to nine, noon."""

import re
from collections.abc import Sequence

from assistant.facts import Grain
from assistant.phrases.dates.spoken import Clock
from assistant.phrases.dates.tokens import Token

_CLOCK = re.compile(r"T?(\d{1,2})(?:[:.h](\d\d)(?::\d\d)?)?\s?([ap])?", re.IGNORECASE)


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
    if token.kind == "A":
        said = clock_of(token.text)
        return clock_of(f"{token.text} {half}") if said and half and not said.sure else said
    if token.kind not in "nw" or not isinstance(token.value, int) or not 0 <= token.value <= 24:
        return None
    return clock_of(f"{token.value} {half}")


def like(clock: Clock, model: Clock) -> Clock:
    """3 to 5pm is in the afternoon, 9 to 5pm begins in the morning; 9am to 5 ends in the afternoon."""
    if clock.sure or not model.sure:
        return clock
    late = clock.hour + 12 if clock.hour < 12 else clock.hour
    if (model.hour >= 12 and late <= model.hour) or (model.hour < 12 and clock.hour <= model.hour):
        return Clock(late, clock.minute, clock.grain, sure=True)
    return Clock(clock.hour, clock.minute, clock.grain, sure=True)


def spoken_clock(row: Sequence[Token]) -> Clock | None:
    """A time in words: "half past two", "ten to four", "at 9", "noon"."""
    if any(token.kind == "C" for token in row):
        midnight = any(token.text.casefold() == "midnight" for token in row)
        return Clock(0 if midnight else 12, sure=True)
    half = next((token.text[0].casefold() for token in row if token.kind == "M"), "")
    last = [token for token in row if token.kind not in "LM"][-1]
    base = clock_of(str(last.value)) if last.kind == "A" else None
    hour = base.hour if base else last.value if isinstance(last.value, int) else -1
    if not 0 <= hour <= 24:
        return None
    turn = next(
        (token for token in row if token.kind in "lb-" and token.text.casefold() in ("past", "to", "before")), None
    )
    if turn is None:
        return Clock(hour % 24, sure=hour > 12 or hour == 0) if row[0].kind == "@" else None
    amount = row[row.index(turn) - 1]
    minutes = 30 if amount.kind == "H" else 15 if amount.value == "quarter" else amount.value
    if not isinstance(minutes, int) or not 0 < minutes < 60:
        return None
    if turn.text.casefold() != "past":
        hour, minutes = hour - 1, 60 - minutes
    if half == "p" and hour < 12:
        hour += 12
    return Clock(hour % 24, minutes, Grain.MINUTE, bool(half) or (base.sure if base else hour > 12))
