"""Days and moments in full words, so that nobody has to count."""

from datetime import date, time

from assistant.facts import Grain, When

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def full_day(day: date, year: bool = True) -> str:
    """ "Sun 22 Nov 2026"; the locale of the machine has no say in it."""
    written = f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return f"{written} {day.year}" if year else written


def clock(at: time) -> str:
    """ "15:00"."""
    return f"{at.hour:02d}:{at.minute:02d}"


def moment(when: When) -> str:
    """When it was, as it follows a verb: "on Sun 22 Nov 2026 at 15:00", "in October 2026", "recently"."""
    start, end = when.start, when.end
    if start is None:
        return f"by {full_day(end)}" if end else "recently (no date given)"
    match when.grain:
        case Grain.WEEK | Grain.QUARTER if end:
            return f"in the week of {_span(start, end)}" if when.grain is Grain.WEEK else f"between {_span(start, end)}"
        case Grain.MONTH:
            return f"in {_LONG_MONTHS[start.month - 1]} {start.year}"
        case Grain.YEAR:
            return f"in {start.year}"
        case Grain.PART if when.part:
            return f"on {full_day(start)} {_part(when.part)}"
        case Grain.MINUTE | Grain.HOUR if when.at:
            return f"on {full_day(start)} at {clock(when.at)}"
        case _:
            return f"on {_span(start, end)}" if end and end != start else f"on {full_day(start)}"


def _part(part: str) -> str:
    return {"night": "at night", "noon": "at noon", "lunchtime": "at lunchtime"}.get(part, f"in the {part}")


def _span(start: date, end: date) -> str:
    return f"{full_day(start, year=start.year != end.year)} – {full_day(end)}"
