"""Days and spans in words, in full: "on Mon 23 Nov 2026", "in the week of Mon 16 – Sun 22 Nov 2026"."""

from datetime import date

from assistant.clock import DAYS, MONTHS, short_day
from assistant.facts import Grain, When
from assistant.phrases.frame import Every

_QUARTERS = ("first", "second", "third", "fourth")
NO_DATE = "recently (no date given)"


def full_day(day: date) -> str:
    """ "Mon 23 Nov 2026"."""
    return f"{short_day(day)} {day.year}"


def every(beat: Every) -> str:
    """ "every 6 weeks"."""
    return f"every {beat.unit}" if beat.n == 1 else f"every {beat.n} {beat.unit}s"


def moment(when: When) -> str:
    """When it was, ready to follow "you met Linn"."""
    if when.start is None:
        return f"by {full_day(when.end)}" if when.end else NO_DATE
    match when.grain:
        case Grain.MINUTE | Grain.HOUR if when.at:
            return f"on {full_day(when.start)} at {when.at:%H:%M}"
        case Grain.PART if when.part:
            return f"on {full_day(when.start)} {_part(when.part)}"
        case Grain.WEEK:
            return f"in the week of {_span(when.start, when.end or when.start)}"
        case Grain.MONTH:
            return f"in {MONTHS[when.start.month - 1]} {when.start.year}"
        case Grain.QUARTER:
            return f"in the {_QUARTERS[(when.start.month - 1) // 3]} quarter of {when.start.year}"
        case Grain.YEAR:
            return f"in {when.start.year}"
        case Grain.VAGUE:
            return NO_DATE
        case _ if when.end and when.end != when.start:
            return f"on {_span(when.start, when.end)}"
        case _:
            return f"on {full_day(when.start)}"


def _span(first: date, last: date) -> str:
    """ "Mon 16 – Sun 22 Nov 2026"; what both ends share is said once."""
    if first == last:
        return full_day(first)
    if first.year != last.year:
        return f"{full_day(first)} – {full_day(last)}"
    begin = f"{DAYS[first.weekday()]} {first.day}" if first.month == last.month else short_day(first)
    return f"{begin} – {full_day(last)}"


def _part(part: str) -> str:
    return (
        "at night" if part == "night" else f"at {part}" if part in ("noon", "midday", "midnight") else f"in the {part}"
    )
