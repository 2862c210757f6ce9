"""From what a date says to days on the calendar: arithmetic with a direction, a grain and both ends.

Things that happened lie in the past, reminders and needs in the future. Weeks run from Monday to Sunday, ends are
inclusive, a bare weekday is never today.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from assistant.facts import Grain, When
from assistant.phrases.dates import days, periods
from assistant.phrases.dates.counting import DAY, LONGEST, months_on, moved
from assistant.phrases.dates.now import Direction, Now, monday_of
from assistant.phrases.dates.spoken import Spoken

__all__ = ["Direction", "Now", "value"]

_TURNS = 60  # weeks, months or years that the far end of a range is moved on until it is not before the near one
_LATE_PARTS = ("afternoon", "evening", "night")


def value(said: Spoken, now: Now, direction: Direction) -> When | None:
    """The moment; None for one that the calendar does not have."""
    try:
        when = _KINDS[said.kind](said, now, direction)
        if when is not None:
            when = _with_clock(when, said, now)
        if when is not None and said.to:
            when = _to(when, said.to, now, direction)
    except (ValueError, OverflowError):
        return None
    return _one_ended(when, said, direction) if when else None


def _one_ended(when: When, said: Spoken, direction: Direction) -> When:
    """until and since leave one end. "swung by this morning" and "the requests from last week" mean all of it."""
    match said.only:
        case "by" if direction is Direction.PAST and when.start:
            return when
        case "until" | "by":
            return replace(when, start=None, at=None, end=when.end or when.start, until=when.until or when.at)
        case "from" if direction is Direction.PAST and said.kind in ("period", "span"):
            return when
        case "since" | "from":
            return replace(when, end=None, until=None)
        case _:
            return when


def _with_clock(when: When, said: Spoken, now: Now) -> When:
    """The day at its time, or from one time to another."""
    if said.clock is None or said.kind == "clock":
        return when
    at = said.clock.at(said.part in _LATE_PARTS)
    until = said.until_clock.at(said.part in _LATE_PARTS) if said.until_clock else None
    return _timed(When(said.clock.grain, when.start or now.today, at=at), until)


def _timed(when: When, until: time | None) -> When:
    """With the clock time at the end: later the same day, else the next day."""
    if until is None or when.start is None or when.at is None:
        return when
    if until <= when.at and until.hour < 12 and when.at.hour < until.hour + 12:
        until = until.replace(hour=until.hour + 12)
    return replace(when, end=when.start + (until < when.at) * DAY, until=until)


def _to(when: When, other: Spoken, now: Now, direction: Direction) -> When:
    """From the first moment to the other one, that one included."""
    far = value(other, now, direction)
    last = (far.end or far.start) if far else None
    if far is None or last is None or when.start is None:
        return when
    for _ in range(_TURNS):
        if last >= when.start or other.year:
            break
        last = _later(last, other.kind)
    if last < when.start:
        return when  # from the 5th of March 2026 to January 2026
    grain = when.grain if when.at or when.grain is Grain.YEAR else Grain.DAY
    until = far.until or far.at
    return When(grain, when.start, last, when.at, until=until if when.at or until else None)


def _later(day: date, kind: str) -> date:
    """The next day that is called the same."""
    match kind:
        case "weekday" | "days" | "period" | "offset":
            return day + 7 * DAY
        case "nth":
            return months_on(day, 1)
        case _:
            return months_on(day, 12)


def _offset(said: Spoken, now: Now, direction: Direction) -> When | None:
    """So much later, or earlier, than now or than another moment."""
    if said.which == "after" and direction is Direction.PAST:
        return None  # "after two years" tells how long it took
    if said.other is None:
        return moved(now.moment, said.n, said.unit)
    base = value(said.other, now, direction)
    if base is None or base.start is None or abs(said.n) > LONGEST * 366:
        return None
    return moved(datetime.combine(base.start, base.at or now.moment.time()), said.n, said.unit)


def _week_of(said: Spoken, now: Now, direction: Direction) -> When | None:
    anchor = value(said.other, now, direction) if said.other else None
    if anchor is None or anchor.start is None:
        return None
    monday = monday_of(anchor.start)
    return When(Grain.WEEK, monday, monday + timedelta(days=6))


def _clock(said: Spoken, now: Now, direction: Direction) -> When | None:
    """A time without a day is today's, or tomorrow's when it is to come and today's is over."""
    if said.clock is None:
        return None
    at = said.clock.at(said.part in _LATE_PARTS)
    until = said.until_clock.at(said.part in _LATE_PARTS) if said.until_clock else None
    over = direction is Direction.FUTURE and at < now.moment.time() and until is None
    return _timed(When(said.clock.grain, now.today + over * DAY, at=at), until)


def _vague(said: Spoken, now: Now, direction: Direction) -> When:
    return When(Grain.VAGUE)


_KINDS: dict[str, Callable[[Spoken, Now, Direction], When | None]] = {
    "days": days.relative, "weekday": days.weekday, "date": days.of_year, "nth": days.of_month,
    "month": periods.month, "year": periods.year, "quarter": periods.quarter, "week": periods.week,
    "period": periods.period, "span": periods.span, "place": periods.place,
    "offset": _offset, "week of": _week_of, "clock": _clock, "vague": _vague,
}  # fmt: skip
