"""`wellmet when`: the dates in the sentences of a file, and their values; for judging and tuning the date grammar."""

import gc
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from time import perf_counter_ns
from typing import Any

from assistant.phrases import dates
from assistant.phrases.as_json import when_told


def answer(sentences: Iterable[str]) -> Iterator[str]:
    """A line of JSON for every sentence: its id, its dates, and the microseconds that finding them took.

    A sentence has id, text, now (local time, ISO 8601), day_first and perhaps direction (else past). Raises
    ValueError, KeyError for any other line.
    """
    gc.collect()
    gc.freeze()  # what was imported is no sentence's time
    for line in sentences:
        if not line.strip():
            continue
        asked = json.loads(line)
        now = dates.Now(datetime.fromisoformat(asked["now"]).replace(tzinfo=None), asked["day_first"])
        started = perf_counter_ns()
        found = dates.find(asked["text"], now, dates.Direction(asked.get("direction", "past")))
        took = perf_counter_ns() - started
        yield json.dumps({"id": asked["id"], "dates": [_said(one) for one in found], "us": took / 1000})


def _said(found: dates.Found) -> dict[str, Any]:
    """The characters and the value of one date."""
    return {"span": [found.start, found.end], **when_told(found.when)}
