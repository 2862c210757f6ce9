"""Days on the calendar: tomorrow, a weekday, a day of a month or of a year; the one that is nearest the right way."""

from datetime import date, timedelta

from assistant.facts import Grain, When
from assistant.phrases.dates.counting import DAY, last_of, months_on
from assistant.phrases.dates.now import Direction, Now
from assistant.phrases.dates.spoken import Spoken


def _day(day: date, part: str) -> When:
    return When(Grain.PART, day, part=part) if part else When(Grain.DAY, day)


def relative(said: Spoken, now: Now, direction: Direction) -> When:
    """today, tomorrow, this morning."""
    return _day(now.today + said.n * DAY, said.part)


def weekday(said: Spoken, now: Now, direction: Direction) -> When:
    """A weekday; a bare one is never today."""
    wanted = said.weekday or 0
    ahead = (wanted - now.today.weekday()) % 7
    match said.which:
        case "this" | "this week":
            day = now.monday + wanted * DAY
        case "next" | "next week":
            day = now.monday + (7 + wanted) * DAY
        case "last week":
            day = now.monday + (wanted - 7) * DAY
        case "fortnight":
            day = now.today + (7 + (ahead or 7)) * DAY
        case _ if said.which == "last" or direction is Direction.PAST:
            day = now.today - ((7 - ahead) or 7) * DAY
        case _:
            day = now.today + (ahead or 7) * DAY
    return _day(day, said.part)


def of_year(said: Spoken, now: Now, direction: Direction) -> When | None:
    """3 May; with a weekday, the nearest 3 May that is one."""
    if said.year:
        return _day(date(said.year, said.month, said.n), said.part)
    reach = 8 if said.weekday is not None or (said.n, said.month) == (29, 2) else 1  # leap days are rare
    years = range(now.today.year - reach, now.today.year + reach + 1)
    days = [date(year, said.month, said.n) for year in years if said.n <= last_of(year, said.month)]
    if said.weekday is not None:
        days = [day for day in days if day.weekday() == said.weekday] or days
    found = _nearest(days, now, direction, said.which)
    return _day(found, said.part) if found else None


def of_month(said: Spoken, now: Now, direction: Direction) -> When | None:
    """The 25th; with a weekday, the nearest 25th that is one."""
    first = now.today.replace(day=1)
    reach = 14 if said.weekday is not None else 2
    starts = [months_on(first, month) for month in range(-reach, reach + 1)]
    days = [start.replace(day=said.n) for start in starts if said.n <= last_of(start.year, start.month)]
    if said.weekday is not None:
        days = [day for day in days if day.weekday() == said.weekday]
    found = _nearest(days, now, direction, said.which)
    return _day(found, said.part) if found else None


def _nearest(days: list[date], now: Now, direction: Direction, which: str) -> date | None:
    """The latest day that is not to come, or the first that is not over; the nearer of both for any direction."""
    over = max((day for day in days if day <= now.today), default=None)
    coming = min((day for day in days if day >= now.today), default=None)
    if which in ("last", "next"):
        return over if which == "last" else coming
    match direction:
        case Direction.PAST:
            return over
        case Direction.FUTURE:
            return coming
        case Direction.ANY:
            near = timedelta(days=60)
            return over if over and now.today - over < near and (not coming or coming - now.today > near) else coming
