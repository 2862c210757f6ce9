"""What a date rule's words come to: arithmetic on the calendar, always towards the past unless it says otherwise."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from assistant.facts import Grain, When
from assistant.phrases.dates.words import BACK, MONTHS, NUMBERS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class Now:
    """The speaker's own wall clock, and whether 3/4 is the third of April."""

    moment: datetime
    day_first: bool = True

    @property
    def today(self) -> date:
        return self.moment.date()


def _on(day: date) -> When:
    return When(Grain.DAY, day)


def _past(year: int, month: int, day: int, now: Now, said_year: bool) -> When | None:
    """The latest such day that is not to come; with a year, that very day."""
    for candidate in [year] if said_year else [year, year - 1, year - 2, year - 3, year - 4]:
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue  # 29 February exists in some years only
        if said_year or found <= now.today:
            return _on(found)
    return None


def relative(match: re.Match[str], now: Now) -> When:
    word, part = match["rel"].casefold(), (match["relpart"] or "").casefold()
    day = now.today - timedelta(days=BACK[word.removeprefix("the ")])
    if word.startswith("ton"):
        part = "evening"
    return When(Grain.PART, day, part=part) if part else _on(day)


def this_part(match: re.Match[str], now: Now) -> When:
    which, part = match["which"].casefold(), match["part"].casefold()
    day = now.today - timedelta(days=1 if which == "last" else 0)
    return When(Grain.PART, day, part="evening" if part == "night" and which == "this" else part)


def weekday(match: re.Match[str], now: Now) -> When | None:
    name, which, part = match["weekday"].casefold(), (match["wwhich"] or "").casefold(), (match["wpart"] or "")
    if name in ("sat", "sun", "mon", "wed") and not (match["wwhich"] or match["on"] or match["weekday"][0].isupper()):
        return None  # "sat down with Tom" is no Saturday
    back = (now.today.weekday() - WEEKDAYS[name]) % 7
    if which == "this":
        day = now.today - timedelta(days=now.today.weekday() - WEEKDAYS[name])
    else:
        day = now.today - timedelta(days=back or 7)
    return When(Grain.PART, day, part=part.casefold()) if part else _on(day)


def ago(match: re.Match[str], now: Now) -> When:
    said = match["count"].casefold()
    count = int(said) if said.isdigit() else NUMBERS[said]
    unit = match["unit"].casefold()
    if unit.startswith(("day", "night")):
        return _on(now.today - timedelta(days=count))
    if unit.startswith(("week", "wk")):
        return _on(now.today - timedelta(weeks=count))
    if unit.startswith("fortnight"):
        return _on(now.today - timedelta(weeks=2 * count))
    if unit.startswith(("hour", "hr")):
        moment = now.moment - timedelta(hours=count)
        return When(Grain.HOUR, moment.date(), at=moment.time().replace(minute=0, second=0, microsecond=0))
    months = count * (12 if unit.startswith(("year", "yr")) else 1)
    return _on(months_back(now.today, months))


def months_back(day: date, months: int) -> date:
    """The same day so many months earlier, or later if negative; the last of the month where it has no such day."""
    index = day.year * 12 + day.month - 1 - months
    year, month = max(index // 12, 1), index % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise AssertionError("every month has a 28th")


def period(match: re.Match[str], now: Now) -> When:
    which, unit = match["pwhich"].casefold(), match["period"].casefold()
    monday = now.today - timedelta(days=now.today.weekday())
    weeks = 2 if which == "before" else 0 if which in ("this", "earlier this") else 1
    if unit == "week":
        start = monday - timedelta(weeks=weeks)
        return When(Grain.WEEK, start, start + timedelta(days=6))
    if unit == "weekend":
        latest = (
            monday + timedelta(days=5) if now.today.weekday() >= 5 and which == "this" else monday - timedelta(days=2)
        )
        return When(Grain.DAY, latest, latest + timedelta(days=1))
    first = now.today.replace(day=1)
    if unit == "month":
        return _month(months_back(first, 0 if weeks == 0 else 1))
    year = now.today.year - (0 if weeks == 0 else 1)
    return When(Grain.YEAR, date(year, 1, 1), date(year, 12, 31))


def _month(first: date) -> When:
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return When(Grain.MONTH, first, following - timedelta(days=1))


def named_day(match: re.Match[str], now: Now) -> When | None:
    month = MONTHS[match["month"].casefold()]
    year = int(match["year"]) if match["year"] else now.today.year
    start = _past(year, month, int(match["day"]), now, bool(match["year"]))
    if start is None or not match["today"]:
        return start
    end = _past(start.start.year if start.start else year, month, int(match["today"]), now, True)
    return When(Grain.DAY, start.start, end.start) if end else start


def named_month(match: re.Match[str], now: Now) -> When | None:
    month = MONTHS[match["only"].casefold()]
    if match["oyear"]:
        return _month(date(int(match["oyear"]), month, 1))
    return _month(date(now.today.year - (month > now.today.month), month, 1))


def iso(match: re.Match[str], now: Now) -> When | None:
    return _past(int(match["y"]), int(match["m"]), int(match["d"]), now, True)


def numeric(match: re.Match[str], now: Now) -> When | None:
    first, second = int(match["a"]), int(match["b"])
    day, month = (first, second) if now.day_first or match["sep"] == "." else (second, first)
    if month > 12:
        day, month = month, day
    if not 1 <= month <= 12:
        return None
    year = int(match["ny"] or now.today.year)
    return _past(year + 2000 if year < 100 else year, month, day, now, bool(match["ny"]))


def ordinal(match: re.Match[str], now: Now) -> When | None:
    for back in range(12):
        first = months_back(now.today.replace(day=1), back)
        try:
            day = first.replace(day=int(match["nth"]))
        except ValueError:
            continue
        if day <= now.today:
            return _on(day)
    return None


def tomorrow(match: re.Match[str], now: Now) -> When:
    """The day after today."""
    return _on(now.today + timedelta(days=1))


def ahead(match: re.Match[str], now: Now) -> When:
    """What lies ahead is understood too, so that it can be answered."""
    unit = match["ahead"].casefold()
    monday = now.today + timedelta(days=7 - now.today.weekday())
    if unit in WEEKDAYS:
        return _on(monday + timedelta(days=WEEKDAYS[unit]))
    if unit == "week":
        return When(Grain.WEEK, monday, monday + timedelta(days=6))
    first = _month(now.today.replace(day=1)).end
    following = (first or now.today) + timedelta(days=1)
    if unit == "month":
        return _month(following)
    return When(Grain.YEAR, date(now.today.year + 1, 1, 1), date(now.today.year + 1, 12, 31))


def twelve(match: re.Match[str], now: Now) -> When:
    return When(Grain.HOUR, None, at=time(0 if match["word"].casefold() == "midnight" else 12))


def clock(match: re.Match[str], now: Now) -> When | None:
    hour, minute = int(match["h"]), int(match["min"] or 0)
    half = (match["ampm"] or "").casefold().replace(".", "")
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif hour in range(1, 7) and not match["min"]:
        hour += 12  # nobody meets at 4 in the morning without saying so
    if hour > 23 or minute > 59:
        return None
    return When(Grain.MINUTE if match["min"] else Grain.HOUR, None, at=time(hour, minute))


def vague(match: re.Match[str], now: Now) -> When:
    return When(Grain.VAGUE)
