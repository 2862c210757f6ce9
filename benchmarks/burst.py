"""A burst of nudges that fall due at once, with two workers, one of which is killed with -9, while members talk."""

import json
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from rich.console import Console
from rich.table import Table
from sqlalchemy import func, insert, select

from assistant.ids import AccountId
from assistant.jobs import Rank, Say
from assistant.reply import Matter, Subject
from benchmarks import serving
from benchmarks.first_meeting import MANIFEST, Workspace
from benchmarks.load import send
from benchmarks.machine import percentile
from playground import Playground, larger_cast
from store.codec import encode
from store.engine import Database
from store.lanes import ALWAYS
from store.tables import lanes, outbox, people

SPEAKERS = 50  # of the members, who have nudges waiting like everybody
EVERY = 0.2  # seconds between two sentences
PATIENCE = 600  # seconds for all of it


def settings(playground: Playground, database: str, unasked_a_minute: int = 40) -> dict[str, str]:
    """What `wellmet worker` and `wellmet serve` need to work in the playground."""
    return {
        "SLACK_BOT_TOKEN": playground.bot_token, "SLACK_SIGNING_SECRET": playground.signing_secret,
        "SLACK_API_URL": playground.api_url, "SLACK_APP_TOKEN": "", "DATABASE_URL": database,
        "UNASKED_A_MINUTE": str(unasked_a_minute),
    }  # fmt: skip


@dataclass
class Talk:
    """Members who say something every now and then, each time something else, until they are told to stop."""

    workspace: Workspace
    playground: Playground
    port: int
    sent: dict[str, float] = field(default_factory=dict)  # by the key of the reply, in unix seconds
    _over: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> "Talk":
        self._thread = threading.Thread(target=self._talk)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _talk(self) -> None:
        while not self._over.wait(EVERY):
            (request,) = self.workspace.sentences(1)
            body = json.loads(request.partition(b"\r\n\r\n")[2])
            self.sent[f"reply:{body['event_id']}"] = time.time()
            send([request], self.port, connections=1)

    def waits(self) -> list[float]:
        """From sending each sentence until its reply stood at Slack, in milliseconds. Waits for the last ones."""
        until = time.monotonic() + 30
        while self.sent.keys() - (arrived := _arrived(self.playground)).keys() and time.monotonic() < until:
            time.sleep(0.2)
        if missing := self.sent.keys() - arrived.keys():
            raise RuntimeError(f"{len(missing)} of {len(self.sent)} replies never came")
        return [1000 * (arrived[key][0] - at) for key, at in self.sent.items()]


def run(console: Console, urls: dict[str, str], jobs: int, members: int, paced: float, kill: bool) -> None:
    """The burst at the pace of UNASKED_A_MINUTE for so many seconds, and then as fast as can be."""
    replies = Table("database", "meanwhile", "replies", "p50 ms", "p99 ms", "nudges said", "429", title="replies")
    title = f"{jobs:,} nudges due at once for {members:,} members, the pace lifted; one of two workers killed"
    table = Table("database", "jobs/s by two", "by one", "lost", "said twice", "taken over after s", title=title)
    for name, url in urls.items():
        with Playground(MANIFEST, cast=larger_cast(members + 20)) as playground:
            town = _Town(playground, url, Workspace(playground, SPEAKERS))
            for row in town.at_a_pace(jobs, members, paced):
                replies.add_row(name, *row)
            killed, meanwhile = town.at_once(jobs, kill)
            replies.add_row(name, *meanwhile)
            table.add_row(name, *killed)
    console.print(table, replies)


class _Town:
    """A workspace, its database, and what was measured in it."""

    def __init__(self, playground: Playground, url: str, workspace: Workspace) -> None:
        self._playground, self._url, self._workspace = playground, url, workspace

    def at_a_pace(self, jobs: int, members: int, seconds: float) -> list[tuple[str, ...]]:
        """Replies before the burst, and while it is said at the pace that operators have.

        Slack refuses a second message within a second in a conversation. Its limits a minute are left out: the members
        of this benchmark say more than a workspace's share of them.
        """
        rows = []
        with serving.wellmet(settings(self._playground, self._url)) as served:
            database = Database(self._url)
            _until(lambda: _count(database, select(func.count()).select_from(people)) >= members)
            for meanwhile in ("nothing", "at the pace"):
                if meanwhile != "nothing":
                    self._playground.one_message_a_second()
                    _put(database, jobs, self._colleagues()[:members])
                with Talk(self._workspace, self._playground, served.port) as talk:
                    time.sleep(seconds)
                rows.append(self._row(meanwhile, talk))
            database.close()
        self._playground.one_message_a_second(False)
        return rows

    def _colleagues(self) -> list[str]:
        """Accounts of those whom larger_cast made up: nobody among them is a guest, gone, or a bot."""
        return [one.id for one in self._playground.people if one.record.name[-1].isdigit()]

    def at_once(self, jobs: int, kill: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Two workers (one within `serve`) on the rest of it without a pace; the other is killed after a third."""
        hasty = settings(self._playground, self._url, unasked_a_minute=0)
        database = Database(self._url)
        already, said = _done(database), len(_nudges(self._playground))
        with serving.wellmet(hasty) as served:
            began = datetime.now(UTC)
            with (
                Talk(self._workspace, self._playground, served.port) as talk,
                serving.worker(hasty, lambda: _done(database) > already) as other,
            ):
                _until(lambda: _done(database) >= already + (jobs - already) // 3)
                killed_at = _killed_with_work_in_hand(other, database) if kill else datetime.now(UTC)
                orphans = _orphans(database, killed_at) if kill else set()
                _until(lambda: _done(database) >= jobs)
            meanwhile = self._row("as fast as can be", talk, said)
        with database.read() as connection:
            dones = connection.execute(
                select(outbox.c.id, outbox.c.done_at).where(outbox.c.rank == Rank.UNASKED, outbox.c.done_at > began)
            ).all()
        database.close()
        theirs = [row.done_at for row in dones if row.id in orphans]
        before = [row.done_at for row in dones if row.done_at <= killed_at]
        after = [row.done_at for row in dones if row.done_at > killed_at and row.id not in orphans]
        copies = Counter(_nudges(self._playground))
        killed = (
            _rate(before), _rate(after), str(jobs - len(copies)), str(sum(copies.values()) - len(copies)),
            f"{(max(theirs) - killed_at).total_seconds():.1f} ({len(theirs)} jobs)" if theirs else "none was in hand",
        )  # fmt: skip
        return killed, meanwhile

    def _row(self, meanwhile: str, talk: Talk, before: int = 0) -> tuple[str, ...]:
        waits = talk.waits()
        busy = [one for one in self._playground.traffic.entries(direction="from_app") if one.status == 429]
        spread = [f"{percentile(waits, share):,.0f}" for share in (0.5, 0.99)]
        return meanwhile, str(len(waits)), *spread, f"{len(_nudges(self._playground)) - before:,}", str(len(busy))


def _put(database: Database, jobs: int, accounts: list[str]) -> None:
    """Nudges in as many private conversations, all due now; a message of one line stands for what they say."""
    now = datetime.now(UTC)
    with database.write() as connection:
        here = connection.execute(select(people.c.workspace).limit(1)).scalar_one()
        rows, their_lanes = [], {}
        for number in range(jobs):
            account = accounts[number % len(accounts)]
            matter = Matter(Subject.REFUSED, words=f"Nudge {number}")
            job = {"key": f"nudge:{number}", "kind": "Say", "payload": encode(Say(AccountId(account), matter))}
            rows.append({"workspace": here, "lane": f"dm:{account}", "rank": int(Rank.UNASKED), "due": now, **job})
            their_lanes[f"dm:{account}"] = {"workspace": here, "lane": f"dm:{account}", "free_at": ALWAYS}
        there = set(connection.execute(select(lanes.c.lane)).scalars())
        connection.execute(insert(outbox), rows)
        connection.execute(lanes.update().where(lanes.c.lane.in_(there & their_lanes.keys())).values(unasked_at=now))
        new = [{**row, "unasked_at": now} for name, row in their_lanes.items() if name not in there]
        connection.execute(insert(lanes), new)


def _arrived(playground: Playground) -> dict[str, list[float]]:
    """When messages came to stand at Slack, in unix seconds, by the key that they carry."""
    found: dict[str, list[float]] = {}
    for message in playground.said():
        key = ((message.metadata or {}).get("event_payload") or {}).get("key", "")
        found.setdefault(key, []).append(float(message.ts))
    return found


def _nudges(playground: Playground) -> list[str]:
    return [key for key, times in _arrived(playground).items() if key.startswith("nudge:") for _ in times]


def _done(database: Database) -> int:
    return _count(
        database,
        select(func.count()).where(outbox.c.key.like("nudge:%"), outbox.c.done_at.is_not(None)),
    )


def _killed_with_work_in_hand(worker: subprocess.Popen[bytes], database: Database) -> datetime:
    """When it did its last: it is stopped until that is while it holds a lease, and then killed with -9."""
    while True:
        worker.send_signal(signal.SIGSTOP)
        stopped_at, held = datetime.now(UTC), _leases(database)
        time.sleep(0.3)
        if held & _leases(database):
            worker.send_signal(signal.SIGKILL)
            worker.wait()
            return stopped_at
        worker.send_signal(signal.SIGCONT)
        time.sleep(0.05)


def _orphans(database: Database, killed_at: datetime) -> set[int]:
    """What the killed worker had in hand: leases that nobody has ended a while later."""
    held = _leases(database)
    while datetime.now(UTC) < killed_at + timedelta(seconds=3):
        time.sleep(0.05)
    return {job for job, _ in held & _leases(database)}


def _leases(database: Database) -> set[tuple[int, str]]:
    with database.read() as connection:
        held = select(outbox.c.id, outbox.c.lease).where(outbox.c.lease.is_not(None), outbox.c.done_at.is_(None))
        return {(row.id, row.lease) for row in connection.execute(held)}


def _rate(dones: list[datetime]) -> str:
    if len(dones) < 2:
        return "-"
    return f"{len(dones) / max((max(dones) - min(dones)).total_seconds(), 0.001):.0f}"


def _count(database: Database, asked: object) -> int:
    with database.read() as connection:
        return int(connection.execute(asked).scalar_one())  # type: ignore[call-overload]


def _until(true: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > ends:
            raise RuntimeError(f"it did not come to that within {PATIENCE} s")
        time.sleep(0.1)
