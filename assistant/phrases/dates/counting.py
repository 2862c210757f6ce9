"""Counting on: so many minutes, days or months from a moment."""

from datetime import date, datetime, timedelta

from assistant.facts import Grain, When

DAY = timedelta(days=1)
LONGEST = 400  # years that are counted; beyond it nobody means a date
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_CLOCKED = {"second": 1, "minute": 60, "hour": 3600}


def last_of(year: int, month: int) -> int:
    """The last day of a month."""
    return 29 if month == 2 and _leaps(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _leaps(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def months_on(day: date, months: int) -> date:
    """That many months later, on the same day or the month's last. Raises ValueError outside of the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, last_of(year, month + 1)))


def days_on(day: date, count: int, unit: str) -> date | None:
    """So many days, weeks, months or years later; None beyond `LONGEST`, and for units that clocks count."""
    if unit in _DAYS:
        return day + count * _DAYS[unit] * DAY if abs(count) < LONGEST * 366 else None
    months = count * _MONTHS.get(unit, 0)
    return months_on(day, months) if unit in _MONTHS and abs(months) <= 12 * LONGEST else None


def moved(moment: datetime, count: int, unit: str) -> When | None:
    """The moment that much later: hours and minutes give a time of the day, everything else a day."""
    if unit in _CLOCKED:
        then = moment + timedelta(seconds=count * _CLOCKED[unit])
        at = then.time().replace(second=0, microsecond=0)
        return When(Grain.HOUR if unit == "hour" else Grain.MINUTE, then.date(), at=at)
    day = days_on(moment.date(), count, unit)
    return When(Grain.DAY, day) if day else None
