"""Dates in figures: 3/4, 03.04.2026, 2026-04-03, 21-APR-16."""

import re

from assistant.phrases.dates.spoken import Spoken
from assistant.phrases.dates.words import WORDS

_PARTS = re.compile(r"\d+|[a-z]+", re.IGNORECASE)


def numeric(text: str, day_first: bool) -> Spoken | None:
    """The date that the figures are; None for figures that are no date (50/50, 2/31)."""
    parts = _PARTS.findall(text)
    if len(parts) == 3 and parts[1].isalpha():
        said = WORDS[parts[1].casefold()].value
        month = said if isinstance(said, int) else 0
        if len(parts[0]) == 4:
            return _date(int(parts[2]), month, int(parts[0]))
        return _date(int(parts[0]), month, year_of(parts[2]))
    numbers = [int(part) for part in parts]
    if len(numbers) == 3 and len(parts[0]) == 4:
        year, month, day = numbers
        return _date(day, month, year) or _date(month, day, year)
    if len(numbers) == 2 and len(parts[0]) == 4:
        return Spoken("month", month=numbers[1], year=numbers[0]) if 1 <= numbers[1] <= 12 else None
    if len(numbers) == 2 and len(parts[1]) == 4:
        return Spoken("month", month=numbers[0], year=numbers[1]) if 1 <= numbers[0] <= 12 else None
    first, second = numbers[:2]
    year = year_of(parts[2]) if len(numbers) == 3 else 0
    day, month = (first, second) if day_first or text.count(".") == 2 else (second, first)
    return _date(day, month, year) or _date(month, day, year)


def year_of(said: str) -> int:
    """Two figures are of this century up to 2049: who speaks of meetings seldom means 1949."""
    year = int(said)
    return year if year > 99 else year + (2000 if year < 50 else 1900)


def _date(day: int, month: int, year: int) -> Spoken | None:
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not 1 <= month <= 12 or not 1 <= day <= longest[month - 1]:
        return None
    if year and month == 2 and day == 29 and not (year % 4 == 0 and (year % 100 or year % 400 == 0)):
        return None
    return Spoken("date", n=day, month=month, year=year)
