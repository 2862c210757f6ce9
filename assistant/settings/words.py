"""What a sentence about settings says: until when, which hours, how many a week."""

import re
from collections.abc import Iterator
from datetime import date, time, timedelta

from assistant.errors import Refused
from assistant.facts import Grain, When
from assistant.phrases.frame import Frame
from assistant.reminders.sayings import when_said
from assistant.speaker import Speaker

_CLOCK = r"(?P<{0}h>\d{{1,2}})(?:[:.](?P<{0}m>\d\d))?\s*(?P<{0}p>am|pm)?"
_SPAN = re.compile(rf"{_CLOCK.format('a')}\s*(?:to|-|–|until|till|and|through)\s*{_CLOCK.format('b')}\b", re.IGNORECASE)
_LED = re.compile(rf"\b(?P<lead>before|after|past|from|until|till?)\s+(?:at\s+)?{_CLOCK.format('a')}\b", re.IGNORECASE)
_A_WEEK = re.compile(
    r"\b(?P<often>once|twice|one|two|three|four|five|\d{1,2})(?:\s+(?:nudges?|times?))?\s+(?:a|per|each|every)\s+week\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\bfor\s+(?P<span>(?:an?|one|two|three|four|five|six|\d{1,2}|a\s+couple\s+of)\s+\w+)\b", re.IGNORECASE
)
_NUMBERS = {"once": 1, "one": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_HALF = 12  # hours


def says_how(frame: Frame) -> bool:
    """Whether the sentence says until when, which hours, or how many."""
    led = any(said["lead"].lower() in ("before", "after") for said in _LED.finditer(frame.notes))
    return frame.when is not None or led or any(found.search(frame.notes) for found in (_SPAN, _A_WEEK, _FOR))


def often(frame: Frame) -> int | None:
    """How many nudges a week, if that is said."""
    said = _A_WEEK.search(frame.notes)
    if said is None:
        return None
    number = said["often"].lower()
    return _NUMBERS.get(number) or min(int(number) if number.isdecimal() else 1, 20)


def span(frame: Frame) -> tuple[time, time] | None:
    """From when until when, if both are said. Raises Refused for what no clock shows."""
    said = _SPAN.search(frame.notes)
    if said:
        start, end = _clock(said, "a", said["bp"] if said["bp"] and not said["ap"] else ""), _clock(said, "b")
        if not (said["ap"] or said["bp"]) and end < start <= time(12, 59) and end.hour + _HALF > start.hour:
            end = end.replace(hour=end.hour + _HALF)  # "between 12 and 2"; "18 to 9" is told in 24 hours
        return (start, end) if start != end else None
    when = frame.when
    if when and when.grain in (Grain.HOUR, Grain.MINUTE) and when.at and when.until:
        return when.at, when.until
    return None


def led_times(frame: Frame) -> Iterator[tuple[str, tuple[time, ...]]]:
    """The clock times with the word that leads to each, "before", "after", "from", "until"; the first reading of one
    is as it stands, and where the half of the day was not said there is a second. Raises Refused.
    """
    for said in _LED.finditer(frame.notes):
        at = _clock(said, "a")
        late = (at.replace(hour=at.hour + _HALF),) if not said["ap"] and 0 < at.hour < _HALF else ()
        yield said["lead"].lower(), (at, *late)


def until(frame: Frame, by: Speaker) -> date | None:
    """The first day on which it is over. Raises Refused for one that has passed."""
    said = _FOR.search(frame.notes)
    when = frame.when or (when_said(said["span"], by) if said else None)
    day = _first(when) if when else None
    if day and day <= by.today:
        raise Refused("That day has passed already. Until when?")
    return day


def _clock(found: re.Match[str], which: str, half: str = "") -> time:
    """The clock time in one of the places. Raises Refused for one that no clock shows."""
    hour, minute = int(found[f"{which}h"]), int(found[f"{which}m"] or 0)
    half = (found[f"{which}p"] or half).lower()
    if half and not 1 <= hour <= _HALF:
        half = ""
    hour = hour % _HALF + _HALF * (half == "pm") if half else hour
    if hour > 23 or minute > 59:
        raise Refused("I don't know that time of day. Say it like this: “quiet hours from 6pm to 9am”.")
    return time(hour, minute)


def _first(when: When) -> date | None:
    """ "until Monday" is over on Monday, "until January" on its first day."""
    if when.start:
        return when.start
    if when.end is None:
        return None
    if when.grain is Grain.MONTH:
        return when.end.replace(day=1)
    return when.end - timedelta(days=6) if when.grain is Grain.WEEK else when.end
