"""From what a date says to days on the calendar: arithmetic with a direction, a grain and both ends.

Things that happened lie in the past, reminders and needs in the future. Weeks run from Monday to Sunday, ends are
inclusive, a bare weekday is never today.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from assistant.facts import Grain, When
from assistant.phrases.dates.spoken import Spoken

LONGEST = 400  # years that an offset reaches; beyond it nobody means a date
DAY = timedelta(days=1)


class Direction(StrEnum):
    """Where a date lies that does not say so."""

    PAST = "past"
    FUTURE = "future"
    ANY = "any"  # the nearer one for a day of the month; the coming one for a weekday


@dataclass(frozen=True, slots=True)
class Now:
    """The speaker's own wall clock, and whether 3/4 is the third of April."""

    moment: datetime
    day_first: bool = True

    @property
    def today(self) -> date:
        return self.moment.date()


def value(said: Spoken, now: Now, direction: Direction) -> When | None:
    """The moment; None for one that the calendar does not have."""
    try:
        when = _KINDS[said.kind](said, now, direction)
        if when is None:
            return None
        if said.other and said.kind in ("date", "range"):
            when = _to(when, said.other, now, direction)
        when = _with_clock(when, said, now)
    except (ValueError, OverflowError):
        return None
    if said.only == "until":
        return replace(when, start=None, at=None, end=when.end or when.start, until=when.until or when.at)
    if said.only == "since":
        return replace(when, end=None)
    return when


def _with_clock(when: When, said: Spoken, now: Now) -> When:
    if said.clock is None or said.kind == "clock":
        return when
    late = said.part in ("afternoon", "evening", "night")
    at = said.clock.at(late)
    until = said.until_clock.at(late) if said.until_clock else None
    return When(said.clock.grain, when.start or now.today, when.end if until else None, at, until=until)


def _to(when: When, other: Spoken, now: Now, direction: Direction) -> When:
    """From the first moment to the other one, that one included."""
    far = value(other, now, direction)
    if far is None or when.start is None:
        return when
    last = far.end or far.start
    if last and last < when.start and not other.year:
        last = _years_on(last, 1) if direction is not Direction.PAST else last
        if last < when.start and when.start.year == now.today.year:
            return When(when.grain, _years_on(when.start, -1), far.end or far.start)
    return When(Grain.DAY if when.grain is not Grain.YEAR else when.grain, when.start, last)


def _years_on(day: date, years: int) -> date:
    return months_on(day, 12 * years)


def months_on(day: date, months: int) -> date:
    """That many months later, on the same day or the month's last."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, _last_of(year, month + 1)))


def _last_of(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - DAY).day


def _days(said: Spoken, now: Now, direction: Direction) -> When:
    day = now.today + said.n * DAY
    return When(Grain.PART, day, part=said.part) if said.part else When(Grain.DAY, day)


def _weekday(said: Spoken, now: Now, direction: Direction) -> When:
    monday = now.today - timedelta(days=now.today.weekday())
    weekday = said.weekday or 0
    ahead = (weekday - now.today.weekday()) % 7
    match said.which:
        case "this" | "this week":
            day = monday + weekday * DAY
        case "next" | "next week":
            day = monday + (7 + weekday) * DAY
        case "last week":
            day = monday + (weekday - 7) * DAY
        case "fortnight":
            day = now.today + (7 + (ahead or 7)) * DAY
        case "last":
            day = now.today - ((7 - ahead) or 7) * DAY
        case _ if direction is Direction.PAST:
            day = now.today - ((7 - ahead) or 7) * DAY
        case _:
            day = now.today + (ahead or 7) * DAY
    return When(Grain.PART, day, part=said.part) if said.part else When(Grain.DAY, day)


def _date(said: Spoken, now: Now, direction: Direction) -> When | None:
    if said.year:
        return When(Grain.DAY, date(said.year, said.month, said.n))
    years = range(now.today.year - 4, now.today.year + 5)
    days = [date(year, said.month, said.n) for year in years if said.n <= _last_of(year, said.month)]
    if said.weekday is not None:
        days = [day for day in days if day.weekday() == said.weekday] or days
    return _nearest(days, now, direction)


def _nearest(days: list[date], now: Now, direction: Direction) -> When | None:
    """The latest day that is not to come, or the first that is not over."""
    if direction is Direction.PAST:
        found = max((day for day in days if day <= now.today), default=None)
    else:
        found = min((day for day in days if day >= now.today), default=None)
    return When(Grain.DAY, found) if found else None


def _nth(said: Spoken, now: Now, direction: Direction) -> When | None:
    """The 25th; with a weekday, the nearest 25th that is one."""
    first = now.today.replace(day=1)
    starts = [months_on(first, month) for month in range(-14, 15)]
    days = [start.replace(day=said.n) for start in starts if said.n <= _last_of(start.year, start.month)]
    if said.weekday is not None:
        days = [day for day in days if day.weekday() == said.weekday]
    return _nearest(days, now, direction)


def _month(said: Spoken, now: Now, direction: Direction) -> When:
    year = said.year or now.today.year
    if not said.year:
        this = now.today.month
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
    return _part_of(When(Grain.MONTH, start, start.replace(day=_last_of(year, said.month))), said.which)


def _part_of(when: When, which: str) -> When:
    """early, mid, the end of a period."""
    start, end = when.start, when.end
    if start is None or end is None:
        return when
    match which:
        case "early" if when.grain is Grain.MONTH:
            return When(Grain.DAY, start, start + 9 * DAY)
        case "mid" if when.grain is Grain.MONTH:
            return When(Grain.DAY, start.replace(day=15))
        case "end" if when.grain is Grain.MONTH or when.grain is Grain.YEAR or when.grain is Grain.QUARTER:
            return When(Grain.DAY, end)
        case "early" if when.grain is Grain.YEAR:
            return When(Grain.MONTH, start, months_on(start, 3) - DAY)
        case "mid" if when.grain is Grain.YEAR:
            return When(Grain.MONTH, months_on(start, 4), months_on(start, 8) - DAY)
        case "end" if when.grain is Grain.WEEK:
            return When(Grain.DAY, start + 4 * DAY)
        case "mid" if when.grain is Grain.WEEK:
            return When(Grain.DAY, start + 2 * DAY)
        case _:
            return when


def _year(said: Spoken, now: Now, direction: Direction) -> When:
    return _part_of(When(Grain.YEAR, date(said.year, 1, 1), date(said.year, 12, 31)), said.which)


def _quarter(said: Spoken, now: Now, direction: Direction) -> When:
    year, month = said.year or now.today.year, 3 * said.n - 2
    if not said.year:
        this = 3 * ((now.today.month - 1) // 3) + 1
        year += (month < this) if direction is Direction.FUTURE else -(month > this)
    start = date(year, month, 1)
    return When(Grain.QUARTER, start, months_on(start, 3) - DAY)


def _offset(said: Spoken, now: Now, direction: Direction) -> When | None:
    """So much later, or earlier: days, weeks and months are days, hours and minutes are moments."""
    base = value(said.other, now, direction) if said.other else When(Grain.DAY, now.today)
    day = base.start if base else None
    if day is None:
        return None
    match said.unit:
        case "minute" | "hour":
            step = timedelta(minutes=said.n) if said.unit == "minute" else timedelta(hours=said.n)
            moment = (now.moment if not said.other else datetime.combine(day, time())) + step
            at = moment.time().replace(second=0, microsecond=0)
            return When(Grain.HOUR if said.unit == "hour" else Grain.MINUTE, moment.date(), at=at)
        case "day":
            return When(Grain.DAY, day + said.n * DAY)
        case "week" | "fortnight":
            return When(Grain.DAY, day + said.n * (14 if said.unit == "fortnight" else 7) * DAY)
        case _:
            months = said.n * {"month": 1, "quarter": 3, "year": 12}.get(said.unit, 12)
            return None if abs(months) > 12 * LONGEST else When(Grain.DAY, months_on(day, months))


def _period(said: Spoken, now: Now, direction: Direction) -> When | None:
    """last week, this month, the next quarter; the whole of it."""
    monday = now.today - timedelta(days=now.today.weekday())
    match said.unit:
        case "weekend":
            n = said.n
            if n == 0 and direction is Direction.PAST and now.today.weekday() < 5:
                n = -1
            start = monday + (5 + 7 * n) * DAY
            return When(Grain.DAY, start, start + DAY)
        case "day":
            return When(Grain.DAY, now.today + said.n * DAY)
        case "hour" | "minute":
            return _offset(Spoken("offset", n=said.n, unit=said.unit), now, direction)
        case "week" | "fortnight":
            start = monday + said.n * (14 if said.unit == "fortnight" else 7) * DAY
            when = When(Grain.WEEK, start, start + (13 if said.unit == "fortnight" else 6) * DAY)
        case "month":
            start = months_on(now.today.replace(day=1), said.n)
            when = When(Grain.MONTH, start, months_on(start, 1) - DAY)
        case "quarter":
            start = months_on(date(now.today.year, 3 * ((now.today.month - 1) // 3) + 1, 1), 3 * said.n)
            when = When(Grain.QUARTER, start, months_on(start, 3) - DAY)
        case "year":
            start = date(now.today.year + said.n, 1, 1)
            when = When(Grain.YEAR, start, date(start.year, 12, 31))
        case _:
            return None
    if said.which == "later" and when.end:
        return replace(when, start=max(now.today, when.start or now.today))
    if said.which == "earlier" and when.start:
        return replace(when, end=min(now.today, when.end or now.today))
    return _part_of(when, said.which)


def _span(said: Spoken, now: Now, direction: Direction) -> When | None:
    """the last 3 months, the next two weeks: a window that ends, or begins, today."""
    if said.unit in ("hour", "minute"):
        signed = -said.n if said.which == "last" else said.n
        return _offset(Spoken("offset", n=signed, unit=said.unit), now, direction)
    count = said.n if said.which == "next" else -said.n
    far = _offset(Spoken("offset", n=count, unit=said.unit), now, direction)
    if far is None or far.start is None:
        return None
    grain = Grain.DAY if said.unit in ("day", "fortnight") else Grain(said.unit)
    if said.which == "last":
        return When(grain, far.start, now.today)
    return When(grain, now.today, far.start)


def _place(said: Spoken, now: Now, direction: Direction) -> When | None:
    """the last Friday of the month, the first week of June."""
    if said.month:
        whole = _month(Spoken("month", month=said.month, year=said.year), now, direction)
    elif said.year:
        whole = _year(said.but(which=""), now, direction)
    else:
        turn = {"last": -1, "next": 1}.get(said.which, 0)
        found = _period(Spoken("period", unit=said.unit or "month", n=turn), now, direction)
        if found is None:
            return None
        whole = found
    start, end = whole.start, whole.end
    if start is None or end is None:
        return None
    if said.weekday is not None:
        days = [start + n * DAY for n in range((end - start).days + 1) if (start + n * DAY).weekday() == said.weekday]
        at = said.n if said.n < 0 else said.n - 1
        return When(Grain.DAY, days[at]) if -len(days) <= at < len(days) else None
    if said.part in ("day", "month"):
        step = said.n - 1 if said.n > 0 else said.n + 1
        anchor = start if said.n > 0 else end
        day = anchor + step * DAY if said.part == "day" else months_on(anchor.replace(day=1), step)
        return When(Grain.DAY, day) if said.part == "day" else When(Grain.MONTH, day, months_on(day, 1) - DAY)
    first = start - timedelta(days=start.weekday()) if said.n > 0 else end - timedelta(days=end.weekday())
    monday = first + 7 * (said.n - 1) * DAY if said.n > 0 else first
    return When(Grain.WEEK, monday, monday + 6 * DAY)


def _week_of(said: Spoken, now: Now, direction: Direction) -> When | None:
    anchor = value(said.other, now, direction) if said.other else None
    if anchor is None or anchor.start is None:
        return None
    monday = anchor.start - timedelta(days=anchor.start.weekday())
    return When(Grain.WEEK, monday, monday + 6 * DAY)


def _clock(said: Spoken, now: Now, direction: Direction) -> When | None:
    """A time without a day is today's."""
    if said.clock is None:
        return None
    at, until = said.clock.at(), said.until_clock.at() if said.until_clock else None
    day = now.today + (DAY if direction is Direction.FUTURE and at < now.moment.time() and not until else 0 * DAY)
    return When(said.clock.grain, day, day if until else None, at, until=until)


def _vague(said: Spoken, now: Now, direction: Direction) -> When:
    return When(Grain.VAGUE)


_KINDS: dict[str, Callable[[Spoken, Now, Direction], When | None]] = {
    "days": _days, "weekday": _weekday, "date": _date, "nth": _nth, "month": _month, "year": _year, "quarter": _quarter,
    "offset": _offset, "period": _period, "span": _span, "place": _place, "week of": _week_of, "clock": _clock,
    "vague": _vague,
}  # fmt: skip
