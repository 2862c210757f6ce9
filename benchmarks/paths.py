"""The best ways from one person to another: on the database, beside networkx in memory and a recursive query."""

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from heapq import nlargest
from statistics import median
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table
from sqlalchemy import bindparam, insert, text

from assistant.clock import SystemClock
from assistant.ids import PersonId, WorkspaceId
from assistant.ledger import Ledger
from assistant.network.paths import Connector, ways
from assistant.network.ties import MET, strength, warmer, warmth_of
from benchmarks.machine import percentile
from store.engine import Database
from store.ledger import SqlMemory
from store.migrations import migrate
from store.tables import people, ties, workspaces

HERE = WorkspaceId("T1")
NOW = datetime(2026, 11, 24, 10, 20, tzinfo=UTC)
# Every way of up to three steps from the source, told in either direction, the product of strengths carried along.
RECURSIVE = text(
    "with recursive both(one, other, warm) as ("
    "  select owner, other, kept from ties union all select other, owner, kept from ties),"
    " way(last, steps, warm) as ("
    "  select :source, 0, 0.0 union all"
    "  select both.other, way.steps + 1, way.warm + both.warm from way join both on both.one = way.last"
    "  where way.steps < 3 and way.last <> :target)"
    " select warm from way where last = :target and steps > 0 order by warm desc limit 5"
).bindparams(bindparam("source"), bindparam("target"))


def run(members: int = 100_000, told: int = 1_000_000, asked: int = 300, beside: int = 3) -> None:
    """Ties as people have them: most know a few, some know very many; each met at some time in two years."""
    with TemporaryDirectory(prefix="wellmet-bench-") as folder:
        database = Database(f"sqlite:///{folder}/wellmet.db")
        migrate(database)
        pairs = _told(members, told)
        _write(database, members, pairs)
        _print(database, members, pairs, asked, beside)
        database.close()


def _told(members: int, count: int) -> dict[tuple[int, int], float]:
    dice = random.Random(1)
    found: dict[tuple[int, int], float] = {}
    while len(found) < count:
        owner = 1 + int(members * dice.random() ** 2) % members  # low numbers know many
        other = 1 + dice.randrange(members)
        if owner != other:
            met = NOW - timedelta(days=dice.randrange(730))
            found[owner, other] = warmth_of(MET, met)
    return found


def _write(database: Database, members: int, pairs: dict[tuple[int, int], float]) -> None:
    empty = dict.fromkeys(("name", "display_name", "handle", "email", "organisation", "title", "picture"), "")
    common = {"workspace": HERE, "kind": "member", "zone": "UTC", "standing": "active", "version": 1, **empty}
    rows = [{"workspace": HERE, "owner": a, "other": b, "kept": kept, "times": 1, "shared": True}
            for (a, b), kept in pairs.items()]  # fmt: skip
    with database.write() as connection:
        connection.execute(insert(workspaces), {"id": HERE})
        connection.execute(insert(people), [{**common, "id": n, "account": f"U{n}"} for n in range(1, members + 1)])
        connection.execute(insert(ties), rows)


def _print(database: Database, members: int, pairs: dict[tuple[int, int], float], asked: int, beside: int) -> None:
    dice = random.Random(2)
    wanted = [(dice.randrange(1, members + 1), dice.randrange(1, members + 1)) for _ in range(asked)]
    table = Table("best 5 of up to three steps", "asked", "p50 ms", "p99 ms")
    memory = SqlMemory(database, SystemClock())
    with memory.read(HERE) as ledger:
        ours = _timed(wanted, lambda a, b: _best(a, b, ledger))
    table.add_row("Wellmet, SQLite", str(asked), *_row(ours))
    table.add_row("networkx, in memory", str(beside), *_row(_with_networkx(pairs, wanted[:beside])))
    with database.read() as connection:
        recursive = _timed(wanted[:1], lambda a, b: connection.execute(RECURSIVE, {"source": a, "target": b}).all())
    table.add_row("recursive query, SQLite", "1", *_row(recursive))
    Console(width=110).print(table)
    began = time.perf_counter()
    kept = warmth_of(MET, NOW)
    for _ in range(100_000):
        kept = warmer(kept, MET, NOW)
    Console(width=110).print(f"updating a tie: {10 * (time.perf_counter() - began):.2f} µs, {len(pairs):,} ties")


def _best(source: int, target: int, ledger: Ledger) -> list[Connector]:
    """Through whom the best five ways lead, as a request for an introduction asks for it."""
    return nlargest(5, ways(PersonId(source), [PersonId(target)], ledger.ties, NOW), key=lambda way: way.strength)


def _with_networkx(pairs: dict[tuple[int, int], float], wanted: list[tuple[int, int]]) -> list[float]:
    import networkx

    graph = networkx.Graph()
    graph.add_weighted_edges_from((a, b, 1.0 - strength(kept, NOW)) for (a, b), kept in pairs.items())
    return _timed(wanted, lambda a, b: list(networkx.all_simple_paths(graph, a, b, cutoff=3)) if b in graph else [])


def _timed(wanted: list[tuple[int, int]], ask: Callable[[int, int], object]) -> list[float]:
    times = []
    for one, other in wanted:
        began = time.perf_counter()
        ask(one, other)
        times.append(1000 * (time.perf_counter() - began))
    return times


def _row(times: list[float]) -> tuple[str, str]:
    return f"{median(times):.2f}", f"{percentile(times, 0.99):.2f}"
