"""Whether a date that was found is the one that was labelled: its characters, its value, its ends."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

Date = Mapping[str, Any]

# Sources disagree on whether "on" or "the" belongs to a date, so characters are compared without them.
_LEAD = re.compile(
    r"^(?:(?:on|at|in|by|from|since|until|till|til|before|after|around|about|during|for|through|between|over|of|the|"
    r"within|due|approximately|@|w/|~|anytime|sometimes?|upcoming(?= the))\b\s*|[@~(\[,;:.\-\s]+)+",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"(?:[\s,.;:!?)\]'\"-]|\b(?:the|and|in|on|at|of|to|for)\b(?=\s*$))+$", re.IGNORECASE)
_NO_ENDS = ("vague", "part")


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """The characters without prepositions and articles around them."""
    lead = _LEAD.match(text[start:end])
    start += lead.end() if lead and lead.end() < end - start else 0
    trail = _TRAIL.search(text[start:end])
    return start, start + trail.start() if trail and trail.start() > 0 else end


def _moment(said: str) -> datetime:
    return datetime.fromisoformat(said).replace(tzinfo=None)


def _same(gold: str | None, got: str | None, grain: str, only: str = "") -> bool:
    """Are two bounds the same at this grain? `only` limits it to what the label fixes."""
    if gold is None or got is None:
        return gold is got
    one, other = _moment(gold), _moment(got)
    if only == "clock" or grain in ("minute", "hour"):
        clock = len(got) > len("2026-11-18") and (one.hour, one.minute) == (other.hour, other.minute)
        if not clock or only == "clock":
            return clock
    match only or grain:
        case "weekday":
            return one.weekday() == other.weekday()
        case "month_day":
            return one.month == other.month and (grain == "month" or one.day == other.day)
        case "week":
            return one.isocalendar()[:2] == other.isocalendar()[:2]
        case "month":
            return (one.year, one.month) == (other.year, other.month)
        case "quarter":
            return (one.year, (one.month - 1) // 3) == (other.year, (other.month - 1) // 3)
        case "year":
            return one.year == other.year
        case _:
            return one.date() == other.date()


def _readings(gold: Date) -> Iterator[Date]:
    yield gold
    for other in gold.get("alts", []):
        yield {"grain": gold["grain"], **other}


def value_right(gold: Date, got: Date) -> bool:
    """The start at its grain, or the end where the label has only an end; nothing at all for a vague date."""
    return any(_value_right(one, got, gold.get("only", ""), gold.get("approx", 0)) for one in _readings(gold))


def _value_right(gold: Date, got: Date, only: str, slack: int) -> bool:
    if gold["grain"] == "vague":
        return not got["start"] and not got["end"]
    if gold.get("start") is None:
        return _same(gold["end"], got["end"], gold["grain"], only)
    if _same(gold["start"], got["start"], gold["grain"], only):
        return True
    return bool(got["start"]) and abs((_moment(gold["start"]) - _moment(got["start"])).days) <= slack > 0


def has_ends(gold: Date) -> bool:
    """Whether the label fixes both bounds."""
    return "start" in gold and "end" in gold and gold["grain"] not in _NO_ENDS


def ends_right(gold: Date, got: Date, slack: bool) -> bool:
    """Both bounds, the end inclusive and null where there is none. `slack`: one unit, for other people's labels."""
    return any(_ends_right(one, got, slack) for one in _readings(gold) if has_ends(one))


def _ends_right(gold: Date, got: Date, slack: bool) -> bool:
    start, end, grain = got["start"], got["end"], gold["grain"]
    if gold["start"] is None:
        return start is None and _same(gold["end"], end, grain)
    if not _same(gold["start"], start, grain):
        return False
    if gold["end"] is None:
        return end is None or (end[:10] == start[:10] and grain == "day")
    fine = "minute" if "T" in gold["end"] else "day"
    if _same(gold["end"], end, fine):
        return True
    unit = timedelta(hours=1) if fine == "minute" else timedelta(days=1)
    return slack and bool(end) and abs(_moment(gold["end"]) - _moment(end)) <= unit


def nearest(text: str, gold: Date, dates: Sequence[Date]) -> tuple[Date | None, bool]:
    """The found date that shares most characters with the label, and whether it has the same ones."""
    start, end = core(text, *gold["span"])
    best, most = None, 0
    for date in dates:
        first, last = core(text, *date["span"])
        shared = min(end, last) - max(start, first)
        if shared > most:
            best, most = date, shared
    return best, best is not None and core(text, *best["span"]) == (start, end)
