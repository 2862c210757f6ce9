"""One run prints, for each size, what the resolver reaches, what is aimed at, and what the usual ways reach."""

import csv
import gc
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, perf_counter_ns

from rapidfuzz import fuzz, process, utils
from rich.console import Console
from rich.table import Table

from assistant.facts import Person
from assistant.ids import PersonId
from assistant.people.circle import Circle
from assistant.people.decide import Decision, decide
from assistant.people.names import Names
from benchmarks.names.made_up import MadeUp, Query, make
from wellmet.people_file import COLUMNS

SIZES = (10_000, 100_000, 1_000_000)
AIMS = {  # by size: recall@1, wrong accepts, needless questions, missed, microseconds (median, 99 of 100)
    10_000: (0.96, 0.005, 0.05, 0.03, 150, 700),
    100_000: (0.96, 0.005, 0.08, 0.03, 150, 700),
    1_000_000: (0.95, 0.005, 0.15, 0.03, 300, 1_500),
}
SECONDS_EACH = 20  # that a usual way may take for one size; it answers fewer queries at a million

First = Callable[[str], PersonId | None]


def run(sizes: Sequence[int] = SIZES, each: int = 60, seed: int = 1) -> None:
    """Make the directories, ask, print. The sizes of SIZES take about ten minutes."""
    console = Console()
    for size in sizes:
        made = make(size, seed, each)
        console.print(_ours(made, size))
        console.print(_usual(made, size))


def _ours(made: MadeUp, size: int) -> Table:
    alone = _on_its_own(made)
    gc.disable()
    names = Names()
    for person in made.people:
        names.learn(person)
    gc.enable()
    gc.freeze()  # as a process that serves does after its start
    circle = Circle(names, PersonId(0))
    right = wrong = other = asked = missed = first = clear = known = 0
    took = []
    for query in made.queries:
        start = perf_counter_ns()
        decided = decide(circle, query.text)
        took.append((perf_counter_ns() - start) / 1000)
        found = [names.person(one.row) for one in decided.found]
        sure, unknown = decided.decision is Decision.SURE, decided.decision is Decision.UNKNOWN
        one = len(query.means) == 1
        known += bool(query.means)
        clear += one
        first += one and found[:1] == list(query.means)
        wrong += sure and (not one or found[0] not in query.means)
        other += sure and bool(query.means) and found[0] not in query.means
        asked += decided.decision is Decision.UNSURE and one and not query.others
        missed += unknown and bool(query.means)
        right += (sure and one and found[0] in query.means) or (unknown and not query.means)
    took.sort()
    aims = AIMS.get(size, AIMS[1_000_000])
    table = Table("", "reached", "aim", title=f"{size:,} people, {len(made.queries)} names", title_justify="left")
    for what, value, aim in (
        ("right one first", f"{first / clear:.3f}", f"{aims[0]}"),
        ("sure of the wrong one, or where it should ask", f"{wrong / len(took):.4f}", f"{aims[1]}"),
        ("sure of somebody else", f"{other / len(took):.4f}", "0.0005"),
        ("asked needlessly", f"{asked / clear:.3f}", f"{aims[2]}"),
        ("missed", f"{missed / known:.3f}", f"{aims[3]}"),
        ("microseconds, median", f"{took[len(took) // 2]:.0f}", f"{aims[4]}"),
        ("microseconds, 99 of 100", f"{took[len(took) * 99 // 100]:.0f}", f"{aims[5]}"),
        ("seconds to read and build", f"{alone['build_s']:.1f}", "20 at a million"),
        ("megabytes of the process", f"{alone['rss_mb']:.0f}", "500 at a million"),
        ("microseconds to add one, 99 of 100", f"{alone['add_p99_us']:.0f}", "50 at a million"),
    ):
        table.add_row(what, value, aim)
    return table


def _usual(made: MadeUp, size: int) -> Table:
    table = Table("the usual way", "right one first", "milliseconds, median", "names asked")
    queries = [query for query in made.queries if len(query.means) == 1]
    Random(size).shuffle(queries)
    ways: tuple[tuple[str, First], ...] = (
        ("rapidfuzz process.extract, WRatio", _extract(made.people, fuzz.WRatio)),
        ("rapidfuzz process.extract, token_sort_ratio", _extract(made.people, fuzz.token_sort_ratio)),
        ("SQLite FTS5 trigram, bm25", _trigrams(made.people)),
    )
    for name, way in ways:
        table.add_row(name, *_asked(way, queries))
    return table


def _asked(way: First, queries: list[Query]) -> tuple[str, str, str]:
    until, right, took = perf_counter() + SECONDS_EACH, 0, []
    for query in queries:
        start = perf_counter()
        found = way(query.text)
        took.append(perf_counter() - start)
        right += found in query.means
        if perf_counter() > until:
            break
    return f"{right / len(took):.3f}", f"{sorted(took)[len(took) // 2] * 1000:.1f}", str(len(took))


def _extract(people: list[Person], scorer: Callable[..., float]) -> First:
    names = [utils.default_process(person.name) for person in people]

    def first(text: str) -> PersonId | None:
        best = process.extractOne(utils.default_process(text), names, scorer=scorer)
        return people[best[2]].id if best else None

    return first


def _trigrams(people: list[Person]) -> First:
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table names using fts5(name, tokenize='trigram')")
    rows = ((person.id, f"{person.name} {person.display_name}") for person in people)
    database.executemany("insert into names(rowid, name) values (?, ?)", rows)

    def first(text: str) -> PersonId | None:
        plain = "".join(letter for letter in text.lower() if letter.isalnum() or letter == " ")
        parts = {plain[at : at + 3] for at in range(len(plain) - 2)}
        wanted = " OR ".join(f'"{part}"' for part in sorted(parts))
        row = database.execute(
            "select rowid from names where names match ? order by rank limit 1", (wanted,)
        ).fetchone()
        return PersonId(row[0]) if row else None

    return first


def _on_its_own(made: MadeUp) -> dict[str, float]:
    """What `wellmet resolve` says of itself, in its own process; the last hundred people are added one by one."""
    with TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("people.csv", "more.csv", "stats.json")]
        for file, people in zip(files, (made.people[:-100], made.people[-100:]), strict=False):
            with file.open("w", newline="", encoding="utf-8") as lines:
                rows = csv.writer(lines)
                rows.writerow(COLUMNS)
                rows.writerows(
                    (one.id, one.name, one.display_name, one.handle, one.email, one.organisation, one.title, one.kind)
                    for one in people
                )
        command = [sys.executable, "-c", "from wellmet.cli import main; main()", "resolve", "--people", str(files[0])]
        command += ["--add", str(files[1]), "--stats", str(files[2])]
        subprocess.run(command, stdin=subprocess.DEVNULL, check=True)
        told: dict[str, float] = json.loads(files[2].read_text(encoding="utf-8"))
    return told
