"""The outbox: what a million rows cost while they wait, and what a burst does to replies, to order and to a kill -9."""

import time
from datetime import UTC, datetime, timedelta
from statistics import median

from rich.console import Console
from rich.table import Table
from slack_sdk import WebClient
from sqlalchemy import func, select, text

from assistant.ids import IntroductionId, PersonId
from assistant.jobs import Rank, Remind
from benchmarks import burst, serving
from benchmarks.first_meeting import MANIFEST, databases
from benchmarks.machine import percentile, processor_time
from playground import Playground
from store.codec import encode
from store.engine import Database
from store.migrations import migrate
from store.queue import Queue
from store.tables import outbox
from wellmet.worker import DELIVERERS, FOR_ANSWERS

LANES = 100_000  # conversations that the rows are in, at most
_NUMBERS = "with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < :count) "
_JOBS = text(
    _NUMBERS + "insert into outbox (workspace, key, lane, rank, kind, payload, due, tries, outcome) "
    "select :here, 'later:' || n, 'dm:L' || (n % :lanes), :rank, 'Remind', :payload, :due, 0, '' from numbers"
)
_LANES = text(
    _NUMBERS + "insert into lanes (workspace, lane, free_at, unasked_at) "
    "select :here, 'dm:L' || (n - 1), :free, :due from numbers"
)


def run(
    waiting: int = 1_000_000, looks: int = 1_000, idle: float = 10.0, jobs: int = 6_000, members: int = 1_000,
    paced: float = 15.0, kill: bool = True,
) -> None:  # fmt: skip
    """`idle` and `paced` in seconds; the burst is of so many jobs, for so many members.

    `kill`: one of its two workers, which takes half a minute more, until its lease ends.
    """
    console = Console(width=130)
    with databases() as urls:
        console.print(_waiting(urls, waiting, looks, idle))
    with databases() as urls:
        burst.run(console, urls, jobs, members, paced, kill)


def _waiting(urls: dict[str, str], count: int, looks: int, idle: float) -> Table:
    """A look that finds nothing, without and with the rows, and a worker that has nothing to do."""
    table = Table(
        "database", "rows due later", "a look that finds nothing, µs p50", "p99", "worker, ms of processor a second",
        title="what waits",
    )  # fmt: skip
    with Playground(MANIFEST) as playground:
        here = str(WebClient(token=playground.bot_token, base_url=playground.api_url).auth_test()["team_id"])
        for name, url in urls.items():
            database = Database(url)
            migrate(database)
            for rows in (0, count):
                _put(database, here, rows)
                times = _looks(Queue(database, timedelta(seconds=1.5)), looks)
                used = f"{1000 * _idle(database, playground, url, idle) / idle:.1f}" if rows else ""
                micros = [f"{1e6 * at:,.0f}" for at in (median(times), percentile(times, 0.99))]
                table.add_row(name, f"{rows:,}", *micros, used)
            database.close()
    return table


def _put(database: Database, here: str, count: int) -> None:
    """That many reminders, all of them due in a month."""
    if not count:
        return
    due, lanes = datetime.now(UTC) + timedelta(days=30), min(LANES, count)
    moment = due.replace(tzinfo=None).isoformat(" ", "microseconds") if database.is_sqlite else due
    payload = encode(Remind(IntroductionId(1), PersonId(1)))
    with database.write() as connection:
        row = {"here": here, "due": moment, "free": moment}
        connection.execute(_LANES, {**row, "count": lanes})
        rank = int(Rank.UNASKED)
        connection.execute(_JOBS, {**row, "count": count, "lanes": lanes, "rank": rank, "payload": payload})
    with database.engine.connect() as connection:  # as autovacuum does a minute later
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("analyze"))


def _looks(queue: Queue, count: int) -> list[float]:
    times = []
    for _ in range(count):
        began = time.perf_counter()
        claims = queue.claim(datetime.now(UTC), DELIVERERS, FOR_ANSWERS)
        queue.next_due()
        times.append(time.perf_counter() - began)
        assert not claims
    return times


def _idle(database: Database, playground: Playground, url: str, seconds: float) -> float:
    """Processor time of a worker in that many seconds, once it has done what every start begins with."""
    started = datetime.now(UTC)

    def begun() -> bool:
        with database.read() as connection:
            done = select(func.count()).where(outbox.c.key == "learn-members", outbox.c.done_at > started)
            return bool(connection.execute(done).scalar())

    with serving.worker(burst.settings(playground, url), begun) as process:
        time.sleep(min(2.0, seconds))
        before = processor_time(process.pid)
        time.sleep(seconds)
        return processor_time(process.pid) - before
