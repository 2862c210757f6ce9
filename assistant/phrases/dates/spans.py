"""What words for whole periods and for times to come are worth: quarters, years, "in two weeks"."""

import re
from datetime import date, timedelta

from assistant.facts import Grain, When
from assistant.phrases.dates.values import Now, months_back
from assistant.phrases.dates.words import NUMBERS


def quarter(match: re.Match[str], now: Now) -> When:
    """The latest such quarter that has begun, or the one of the year that is said."""
    month = 3 * int(match["quarter"]) - 2
    year = int(match["qyear"]) if match["qyear"] else now.today.year - (month > now.today.month)
    start = date(year, month, 1)
    return When(Grain.QUARTER, start, months_back(start, -3) - timedelta(days=1))


def year(match: re.Match[str], now: Now) -> When:
    said = int(match["inyear"])
    return When(Grain.YEAR, date(said, 1, 1), date(said, 12, 31))


def after_tomorrow(match: re.Match[str], now: Now) -> When:
    return When(Grain.DAY, now.today + timedelta(days=2))


def in_days(match: re.Match[str], now: Now) -> When:
    """So many days, weeks, months or years from today."""
    said, unit = " ".join(match["many"].casefold().split()), match["each"].casefold()
    count = int(said) if said.isdigit() else NUMBERS[said]
    if unit.startswith(("month", "year")):
        return When(Grain.DAY, months_back(now.today, -count * (12 if unit.startswith("year") else 1)))
    days = 1 if unit.startswith("day") else 14 if unit.startswith("fortnight") else 7
    return When(Grain.DAY, now.today + timedelta(days=count * days))
