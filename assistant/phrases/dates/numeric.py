"""Dates in figures: 3/4, 03.04.2026, 2026-04-03, 21-APR-16."""

import re

from assistant.phrases.dates.spoken import Spoken
from assistant.phrases.dates.words import WORDS

_PARTS = re.compile(r"\d+|[a-z]+", re.IGNORECASE)


def numeric(text: str, day_first: bool) -> Spoken | None:
    """The date that the figures are; None for figures that are no date (50/50, 2/31)."""
    parts = _PARTS.findall(text)
    if len(parts) == 3 and parts[1].isalpha():
        month = WORDS[parts[1].casefold()].value
        return _date(int(parts[0]), month if isinstance(month, int) else 0, _year(parts[2]))
    numbers = [int(part) for part in parts if part.isdigit()]
    if len(numbers) == 3 and len(parts[0]) == 4:
        year, month, day = numbers
        return _date(day, month, year) or _date(month, day, year)
    if len(numbers) == 2 and len(parts[0]) == 4:
        return Spoken("month", month=numbers[1], year=numbers[0]) if 1 <= numbers[1] <= 12 else None
    first, second = numbers[:2]
    year = _year(parts[2]) if len(numbers) == 3 else 0
    day, month = (first, second) if day_first or "." in text else (second, first)
    return _date(day, month, year) or _date(month, day, year)


def _year(said: str) -> int:
    """Two figures are of this century up to 2029, as spreadsheets have it."""
    year = int(said)
    return year if year > 99 else year + (2000 if year < 30 else 1900)


def _date(day: int, month: int, year: int) -> Spoken | None:
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not 1 <= month <= 12 or not 1 <= day <= longest[month - 1]:
        return None
    if year and month == 2 and day == 29 and not (year % 4 == 0 and (year % 100 or year % 400 == 0)):
        return None
    return Spoken("date", n=day, month=month, year=year)
