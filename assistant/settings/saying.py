"""Settings by sentence: pause, stop, resume nudges, hours, how many a week, whether to be asked for introductions."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from assistant.errors import Refused
from assistant.facts import Grain, Preferences, When
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Setting
from assistant.reminders.sayings import when_said
from assistant.reply import Matter
from assistant.settings.changing import change
from assistant.speaker import Speaker

PAUSE = timedelta(days=7)  # for who does not say how long

_CLOCK = r"(?P<{0}h>\d{{1,2}})(?:[:.](?P<{0}m>\d\d))?\s*(?P<{0}p>am|pm)?"
_SPAN = re.compile(rf"{_CLOCK.format('a')}\s*(?:to|-|–|until|till|and|through)\s*{_CLOCK.format('b')}\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\bbefore\s+{_CLOCK.format('a')}\b", re.IGNORECASE)
_AFTER = re.compile(rf"\bafter\s+{_CLOCK.format('a')}\b", re.IGNORECASE)
_A_WEEK = re.compile(
    r"\b(?P<often>once|twice|one|two|three|four|five|\d{1,2})(?:\s+(?:nudges?|times?))?\s+(?:a|per|each|every)\s+week\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\bfor\s+(?P<span>(?:an?|one|two|three|four|five|six|\d{1,2}|a\s+couple\s+of)\s+\w+)\b", re.IGNORECASE
)
_NUMBERS = {"once": 1, "one": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5}


def settings(frame: Frame, by: Speaker, ledger: Ledger, now: datetime) -> Matter:
    """Change what the sentence says. Raises Refused for what cannot be."""
    return change(chosen(frame, ledger.preferences.of(by.person.id), by, now), by, ledger, now)


def says_how(frame: Frame) -> bool:
    """Whether the sentence says until when, which hours, or how many."""
    patterns = (_SPAN, _BEFORE, _AFTER, _A_WEEK, _FOR)
    return frame.when is not None or any(pattern.search(frame.notes) for pattern in patterns)


def chosen(frame: Frame, present: Preferences, by: Speaker, now: datetime) -> Preferences:
    """The settings as the sentence wants them."""
    often, hours = _A_WEEK.search(frame.notes), _hours(frame, present)
    match frame.setting:
        case Setting.PAUSE_NUDGES if often:
            return replace(present, nudges_a_week=_number(often["often"]), nudges_stopped=False)
        case Setting.PAUSE_NUDGES | Setting.QUIET_HOURS if hours:
            return hours
        case Setting.PAUSE_NUDGES:
            until = _day(frame, by) or by.today + PAUSE
            return replace(present, nudges_from=until, nudges_stopped=False)
        case Setting.STOP_NUDGES:
            return replace(present, nudges_stopped=True, nudges_from=None)
        case Setting.RESUME_NUDGES:
            most = None if present.nudges_a_week == 0 else present.nudges_a_week
            return replace(present, nudges_stopped=False, nudges_from=None, nudges_a_week=most, nudges_since=now)
        case Setting.QUIET_HOURS:
            raise Refused("From when until when? Say it like this: “quiet hours from 6pm to 9am”.")
        case Setting.DECLINE_INTROS:
            rest = _day(frame, by)
            return replace(present, rests_until=rest) if rest else replace(present, asks_a_month=0)
        case Setting.ACCEPT_INTROS:
            asks = None if present.asks_a_month == 0 else present.asks_a_month
            return replace(present, rests_until=None, asks_a_month=asks)
        case _:
            raise Refused("Which setting? You find all of them on Home, under Settings.")


def _hours(frame: Frame, present: Preferences) -> Preferences | None:
    """Hours of the day, if the words say some: a span, or before or after what."""
    span, before, after = _SPAN.search(frame.notes), _BEFORE.search(frame.notes), _AFTER.search(frame.notes)
    if span:
        start, end = _clock(span, "a", span["bp"] if span["bp"] and not span["ap"] else ""), _clock(span, "b")
        if not (span["ap"] or span["bp"]) and end < start <= time(12, 59) and end.hour + 12 > start.hour:
            end = end.replace(hour=end.hour + 12)  # "between 12 and 2"; "18 to 9" is told in 24 hours
        return replace(present, quiet_from=start, quiet_until=end) if start != end else None
    if before or after:
        first = _clock(before, "a") if before else present.hours_from
        last = _clock(after, "a") if after else present.hours_until
        return replace(present, hours_from=first, hours_until=last)
    said = frame.when
    if said and said.grain in (Grain.HOUR, Grain.MINUTE) and said.at and said.until:
        return replace(present, quiet_from=said.at, quiet_until=said.until)
    return None


def _clock(found: re.Match[str], which: str, half: str = "") -> time:
    """The clock time in one of the places. Raises Refused for one that no clock shows."""
    hour, minute = int(found[f"{which}h"]), int(found[f"{which}m"] or 0)
    half = (found[f"{which}p"] or half).lower()
    if half and not 1 <= hour <= 12:
        half = ""
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    if hour > 23 or minute > 59:
        raise Refused("I don't know that time of day. Say it like this: “quiet hours from 6pm to 9am”.")
    return time(hour, minute)


def _day(frame: Frame, by: Speaker) -> date | None:
    """The first day on which it is over. Raises Refused for one that has passed."""
    span = _FOR.search(frame.notes)
    when = frame.when or (when_said(span["span"], by) if span else None)
    day = _first(when) if when else None
    if day and day <= by.today:
        raise Refused("That day has passed already. Until when?")
    return day


def _first(when: When) -> date | None:
    """ "until Monday" is over on Monday, "until January" on its first day."""
    if when.start:
        return when.start
    if when.end is None:
        return None
    if when.grain is Grain.MONTH:
        return when.end.replace(day=1)
    return when.end - timedelta(days=6) if when.grain is Grain.WEEK else when.end


def _number(said: str) -> int:
    return _NUMBERS.get(said.lower()) or min(int(said) if said.isdecimal() else 1, 20)
