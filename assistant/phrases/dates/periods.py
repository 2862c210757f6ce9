"""Weeks, weekends, months, quarters and years, whole or in part, and what stands inside of them."""

from dataclasses import replace
from datetime import date, timedelta

from assistant.facts import Grain, When
from assistant.phrases.dates.counting import DAY, days_on, last_of, months_on, moved
from assistant.phrases.dates.now import Direction, Now, monday_of
from assistant.phrases.dates.spoken import Spoken


def month(said: Spoken, now: Now, direction: Direction) -> When:
    """May, last May, early May, May 2026."""
    year, this = said.year or now.today.year, now.today.month
    if not said.year:
        match said.which:
            case "last":
                year -= said.month >= this
            case "next":
                year += said.month <= this
            case "this":
                pass
            case _ if direction is Direction.PAST:
                year -= said.month > this
            case _:
                year += said.month < this
    start = date(year, said.month, 1)
    return _part_of(When(Grain.MONTH, start, start.replace(day=last_of(year, said.month))), said.which)


def year(said: Spoken, now: Now, direction: Direction) -> When:
    """2026, late 2026."""
    return _part_of(When(Grain.YEAR, date(said.year, 1, 1), date(said.year, 12, 31)), said.which)


def quarter(said: Spoken, now: Now, direction: Direction) -> When:
    """Q3, Q3 2026."""
    year, month = said.year or now.today.year, 3 * said.n - 2
    if not said.year:
        this = 3 * ((now.today.month - 1) // 3) + 1
        year += -(month > this) if direction is Direction.PAST else (month < this)
    start = date(year, month, 1)
    return When(Grain.QUARTER, start, months_on(start, 3) - DAY)


def week(said: Spoken, now: Now, direction: Direction) -> When:
    """Week 31, counted as the ISO calendar does."""
    start = date.fromisocalendar(said.year or now.today.isocalendar().year, said.n, 1)
    return When(Grain.WEEK, start, start + 6 * DAY)


def _part_of(when: When, which: str) -> When:
    """early, mid, the end of a period."""
    start, end = when.start, when.end
    if start is None or end is None:
        return when
    match which, when.grain:
        case "early", Grain.MONTH:
            return When(Grain.DAY, start, start + 9 * DAY)
        case "mid", Grain.MONTH:
            return When(Grain.DAY, start.replace(day=15))
        case "end", Grain.MONTH | Grain.YEAR | Grain.QUARTER:
            return When(Grain.DAY, end)
        case "early", Grain.YEAR:
            return When(Grain.MONTH, start, months_on(start, 3) - DAY)
        case "mid", Grain.YEAR:
            return When(Grain.MONTH, months_on(start, 4), months_on(start, 8) - DAY)
        case "end", Grain.WEEK:
            return When(Grain.DAY, start + 4 * DAY)
        case "mid", Grain.WEEK:
            return When(Grain.DAY, start + 2 * DAY)
        case _:
            return when


def period(said: Spoken, now: Now, direction: Direction) -> When | None:
    """last week, this month, the next quarter; the whole of it."""
    whole = _whole(said.unit, said.n, now, direction)
    if whole is None or whole.end is None or whole.start is None or said.unit == "weekend":
        return whole
    match said.which:
        case "later":
            return replace(whole, start=max(now.today, whole.start))
        case "earlier":
            return replace(whole, end=min(now.today, whole.end))
        case _:
            return _part_of(whole, said.which)


def _whole(unit: str, n: int, now: Now, direction: Direction) -> When | None:
    match unit:
        case "weekend":
            back = n == 0 and direction is Direction.PAST and now.today.weekday() < 5
            start = now.monday + (5 + 7 * (n - back)) * DAY
            return When(Grain.DAY, start, start + DAY)
        case "week" | "fortnight":
            long = 14 if unit == "fortnight" else 7
            start = now.monday + n * long * DAY
            return When(Grain.WEEK, start, start + (long - 1) * DAY)
        case "month":
            start = months_on(now.today.replace(day=1), n)
            return When(Grain.MONTH, start, months_on(start, 1) - DAY)
        case "quarter":
            start = months_on(date(now.today.year, 3 * ((now.today.month - 1) // 3) + 1, 1), 3 * n)
            return When(Grain.QUARTER, start, months_on(start, 3) - DAY)
        case "year":
            start = date(now.today.year + n, 1, 1)
            return When(Grain.YEAR, start, date(start.year, 12, 31))
        case _:
            return moved(now.moment, n, unit)


def span(said: Spoken, now: Now, direction: Direction) -> When | None:
    """the last 3 months, the next two weeks: a window that ends, or begins, today."""
    count = said.n if said.which == "next" else -said.n
    if said.unit in ("second", "minute", "hour"):
        return _window(now, count, said.unit)
    far = days_on(now.today, count, said.unit)
    if far is None:
        return None
    grain = Grain.DAY if said.unit in ("day", "fortnight") else Grain(said.unit)
    return When(grain, far, now.today) if count < 0 else When(grain, now.today, far)


def _window(now: Now, count: int, unit: str) -> When | None:
    """the last two hours, the next 20 minutes: up to now, or from it."""
    this, far = moved(now.moment, 0, "minute"), moved(now.moment, count, unit)
    if this is None or far is None:
        return None
    first, last = (far, this) if count < 0 else (this, far)
    return When(Grain.MINUTE, first.start, last.start, first.at, until=last.at)


def place(said: Spoken, now: Now, direction: Direction) -> When | None:
    """the last Friday of the month, the first week of June, the second day of next month."""
    whole = _around(said, now, direction)
    start, end = (whole.start, whole.end) if whole else (None, None)
    if start is None or end is None:
        return None
    step = said.n - 1 if said.n > 0 else said.n + 1
    anchor = start if said.n > 0 else end
    if said.weekday is not None:
        first = (said.weekday - start.weekday()) % 7 if said.n > 0 else -((end.weekday() - said.weekday) % 7)
        day = anchor + (first + 7 * step) * DAY
        return When(Grain.DAY, day) if start <= day <= end else None
    match said.part:
        case "day":
            return When(Grain.DAY, anchor + step * DAY)
        case "month":
            first_day = months_on(anchor.replace(day=1), step)
            return When(Grain.MONTH, first_day, months_on(first_day, 1) - DAY)
        case "weekend":
            first = (5 - start.weekday()) % 7 if said.n > 0 else -((end.weekday() - 5) % 7)
            saturday = anchor + (first + 7 * step) * DAY
            return When(Grain.DAY, saturday, saturday + DAY)
        case _:  # a week belongs to the period that has its Thursday, as in the ISO calendar
            monday = monday_of(anchor + timedelta(days=3 if said.n > 0 else -3)) + 7 * step * DAY
            return When(Grain.WEEK, monday, monday + 6 * DAY)


def _around(said: Spoken, now: Now, direction: Direction) -> When | None:
    """The period that it stands in."""
    if said.month:
        return month(Spoken("month", month=said.month, year=said.year), now, direction)
    if said.year:
        return year(Spoken("year", year=said.year), now, direction)
    turn = {"last": -1, "next": 1}.get(said.which, 0)
    return _whole(said.unit or "month", turn, now, direction)
