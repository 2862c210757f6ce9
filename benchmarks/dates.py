"""Dates: how many are found and valued rightly, and how fast, beside dateparser's search through the same sentences."""

import gc
import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import process_time_ns
from typing import Any

from dateparser.search import search_dates
from rich.console import Console
from rich.table import Table

from assistant.phrases import dates
from assistant.phrases.as_json import when_told
from training.dates.__main__ import judged

_SENTENCES = Path(__file__).parents[1] / "training" / "dates" / "dev.jsonl"
Finder = Callable[[dict[str, Any], datetime], list[dict[str, Any]]]


def _ours(asked: dict[str, Any], now: datetime) -> list[dict[str, Any]]:
    found = dates.find(asked["text"], dates.Now(now, asked["day_first"]), dates.Direction(asked["direction"]))
    return [{"span": [each.start, each.end], **when_told(each.when)} for each in found]


def _theirs(asked: dict[str, Any], now: datetime) -> list[dict[str, Any]]:
    wanted = {
        "RELATIVE_BASE": now,
        "PREFER_DATES_FROM": asked["direction"].replace("any", "current_period"),
        "DATE_ORDER": "DMY" if asked["day_first"] else "MDY",
    }
    out, at = [], 0
    for said, moment in search_dates(asked["text"], languages=["en"], settings=wanted) or []:
        start = asked["text"].find(said, at)
        at = start + len(said)
        out.append({"span": [start, at], "start": moment.isoformat(timespec="minutes"), "end": None})
    return out


def _measured(name: str, find: Finder, sentences: list[dict[str, Any]]) -> list[str]:
    """A row: shares of dates found exactly and valued rightly, false alarms, and processor time per sentence."""
    find(sentences[0], datetime.fromisoformat(sentences[0]["now"]))  # whatever is made ready at the first call
    gc.collect()
    gc.freeze()
    totals: dict[bool, dict[str, int]] = {own: {} for own in (False, True)}
    took = []
    for asked in sentences:
        now = datetime.fromisoformat(asked["now"])
        started = process_time_ns()
        found = find(asked, now)
        took.append((process_time_ns() - started) / 1000)
        own = asked["source"].startswith("own")
        for what, count in judged(asked, found, own)[0].items():
            totals[own][what] = totals[own].get(what, 0) + count
    gc.unfreeze()
    took.sort()
    times = [f"{took[min(len(took) - 1, len(took) * share // 100)]:,.0f}" for share in (50, 95, 100)]
    return [name, *(share for own in (False, True) for share in _shares(totals[own])), *times]


def _shares(of: dict[str, int]) -> list[str]:
    def percent(part: str, whole: int, times: int = 1) -> str:
        return f"{100 * times * of.get(part, 0) / whole:.1f}" if whole else "-"

    return [
        percent("exact", of.get("gold", 0) + of.get("got", 0), 2), percent("value", of.get("values", 0)),
        percent("false", of.get("free", 0)),
    ]  # fmt: skip


def run(limit: int | None = None) -> None:
    """Both over all sentences of training/dates, or so many of them; percent, and microseconds."""
    sentences = [json.loads(line) for line in _SENTENCES.read_text(encoding="utf-8").splitlines()][:limit]
    table = Table("", title=f"dates: {len(sentences):,} sentences, percent and µs")
    for group in ("others' sentences: exact", "value", "false alarms", "our style: exact", "value", "false alarms"):
        table.add_column(group, justify="right")
    for name in ("p50", "p95", "max"):
        table.add_column(name, justify="right")
    for name, find in (("Wellmet", _ours), ("dateparser, search_dates", _theirs)):
        table.add_row(*_measured(name, find, sentences))
    Console(file=sys.stdout, width=160).print(table)
