"""When it happened: dates in a sentence, found and valued by a small grammar with its own arithmetic.

Things that were met about lie in the past: a bare weekday or a day without a year is the latest one that is over.
Weeks run from Monday to Sunday. Spans are character positions; values are local days.
"""

from dataclasses import dataclass
from datetime import date

from assistant.facts import Grain, When
from assistant.phrases.dates.grammar import RULES
from assistant.phrases.dates.values import Now

__all__ = ["Found", "Now", "find", "on_day"]


@dataclass(frozen=True, slots=True)
class Found:
    """A moment in a sentence."""

    start: int
    end: int
    when: When


def find(text: str, now: Now) -> list[Found]:
    """The moments said in `text`, in order, not overlapping; the longest reading at each place counts."""
    found: list[Found] = []
    for rule, value in RULES:
        for match in rule.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            when = value(match, now)
            if when is not None:
                found.append(Found(match.start(), match.end(), when))
    return _joined(sorted(found, key=lambda each: each.start), text)


def _joined(found: list[Found], text: str) -> list[Found]:
    """A day and a clock time, or a day and a part of it, side by side are one moment."""
    joined: list[Found] = []
    for each in found:
        before = joined[-1] if joined else None
        if before and text[before.end : each.start].strip(" ,") in ("", "at", "in the", "@"):
            days = [f for f in (before, each) if f.when.start and f.when.grain in (Grain.DAY, Grain.PART)]
            clocks = [f for f in (before, each) if f.when.at and f.when.start is None]
            if len(days) == len(clocks) == 1:
                clock = clocks[0].when
                joined[-1] = Found(before.start, each.end, When(clock.grain, days[0].when.start, at=clock.at))
                continue
        joined.append(each)
    return joined


def on_day(clock: When, day: date) -> When:
    """A bare clock time belongs to a day."""
    return When(clock.grain, day, at=clock.at)
