"""`wellmet when`: the dates in the sentences of a file, and their values; for judging and tuning the date grammar."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from time import perf_counter_ns
from typing import Any

from assistant.facts import Grain, When
from assistant.phrases import dates

_CLOCKED = (Grain.MINUTE, Grain.HOUR)


def answer(sentences: Iterable[str]) -> Iterator[str]:
    """A line of JSON for every sentence: its id, its dates, and the microseconds that finding them took.

    A sentence has id, text, now (local time, ISO 8601) and day_first. Raises ValueError, KeyError for any other line.
    """
    for line in sentences:
        if not line.strip():
            continue
        asked = json.loads(line)
        now = dates.Now(datetime.fromisoformat(asked["now"]).replace(tzinfo=None), asked["day_first"])
        started = perf_counter_ns()
        found = dates.find(asked["text"], now)
        took = perf_counter_ns() - started
        yield json.dumps({"id": asked["id"], "dates": [_said(one, now) for one in found], "us": took / 1000})


def _said(found: dates.Found, now: dates.Now) -> dict[str, Any]:
    """The characters and the value of one date; a clock time without a day is today's."""
    when = found.when
    if when.start is None and when.at:
        when = dates.on_day(when, now.today)
    end = when.end.isoformat() if when.end else None
    return {"span": [found.start, found.end], "start": _start(when), "end": end, "grain": when.grain}


def _start(when: When) -> str | None:
    if when.start is None:
        return None
    if when.at and when.grain in _CLOCKED:
        return datetime.combine(when.start, when.at).isoformat(timespec="minutes")
    return when.start.isoformat()
