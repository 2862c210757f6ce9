"""Phrases: what is read rightly of sets that were not learnt from, and how long reading takes among many people."""

import gc
from dataclasses import replace
from time import perf_counter, process_time_ns

from rich.console import Console
from rich.table import Table

from assistant.ids import PersonId
from assistant.people.index import Directory
from assistant.phrases.understand import understand
from assistant.phrases.weights import FILE, learnt
from benchmarks.machine import percentile
from benchmarks.names.made_up import make
from training.phrases import Set, heard, sets

TALK = "dev_talk"  # ordinary talk; left out of the sum


def run(folds: int = 11, people: int = 10_000, asked: int = 2_000) -> None:
    """Leave the sets out in so many folds (0: in none), then read `asked` phrases with so many people made up beside.

    Learning takes a minute for each fold and the libraries of requirements-train.lock.
    """
    console = Console(width=160)
    if folds:
        console.print(_left_out(folds))
    console.print(_times(people, asked))


def _left_out(folds: int) -> Table:
    from training.leaving_out import COLUMNS, left_out, shares

    table = Table("left out", "phrases", *COLUMNS, title="read without having learnt the set, percent")
    every = []
    for name, read in left_out(sets(), folds):
        table.add_row(name, f"{len(read)}", *(f"{100 * share:.1f}" for share in shares(read)))
        every += read if name != TALK else []
    table.add_row("all but talk", f"{len(every)}", *(f"{100 * share:.1f}" for share in shares(every)))
    return table


def _times(people: int, asked: int) -> Table:
    learnt.cache_clear()
    started = perf_counter()
    learnt()
    loaded = perf_counter() - started
    table = Table("people", "phrases", "ms p50", "ms p99", "ms at most", title="processor time of one reading")
    table.caption = f"weights: {FILE.stat().st_size / 1000:.0f} kB, read in {1000 * loaded:.0f} ms"
    every = [one for one in sets() if one.name != TALK]
    each = max(1, asked // len(every))
    for size in (0, people):
        took = [ms for of in every for ms in _took(of, size, each)]
        found = [f"{percentile(took, share):.2f}" for share in (0.5, 0.99, 1.0)]
        table.add_row(f"{size:,} beside the set's own", f"{len(took)}", *found)
    return table


def _took(of: Set, beside: int, each: int) -> list[float]:
    """Milliseconds for the first phrases of a set, by somebody who may mean its people and so many others."""
    others = make(beside, 1, 1).people if beside else []
    known = [*of.people, *(replace(one, id=PersonId(one.id + len(of.people) + 1)) for one in others)]
    directory = Directory(known)
    asked = [heard(phrase, of) for phrase in of.phrases[:each]]
    understand(asked[0], directory)
    gc.collect()
    gc.freeze()  # as a process that serves does after its start
    took = []
    for one in asked:
        started = process_time_ns()
        understand(one, directory)
        took.append((process_time_ns() - started) / 1e6)
    gc.unfreeze()
    return took
