"""The desk, a memory and Slack's listeners in a pretend Slack, with a worker that a test moves by hand."""

import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from slack_bolt import App

from assistant.desk import Desk
from assistant.ids import AccountId, WorkspaceId
from assistant.jobs import LearnMembers
from assistant.outgoing import Delivered, Outgoing
from handlers import Surroundings, register
from handlers.errors import Uncertain
from handlers.outbound import Outbound, make_client
from playground import Person, Playground, SeenMessage
from store.engine import Database
from store.ledger import SqlMemory
from store.queue import Queue
from tests.conftest import StandingClock, new_sqlite
from tests.filed import assert_filed_truly
from tests.playground.conftest import Served

T = TypeVar("T")
MANIFEST = Path(__file__).parents[2] / "manifest.yml"


class House:
    """Wellmet in a pretend workspace. Nothing is sent before `work`."""

    def __init__(self, playground: Playground, database: Database, clock: StandingClock) -> None:
        self.playground, self.clock = playground, clock
        self.workspace = WorkspaceId(playground.workspace.id)
        self.memory, self.queue = SqlMemory(database, clock), Queue(database)
        self.desk = Desk(self.memory, clock)
        client = make_client(playground.bot_token, playground.api_url)
        self.outbound = Outbound(client, self.workspace)
        self.app = App(
            client=client,
            token=playground.bot_token,
            signing_secret=playground.signing_secret,
            process_before_response=True,
            logger=logging.getLogger("bolt"),
        )
        register(self.app, Surroundings(self.desk, clock, self.workspace, AccountId(playground.app_id)))
        self._served = Served(self.app)
        playground.events_url = self._served.url
        with self.memory.write(self.workspace) as ledger:
            ledger.outbox.put(LearnMembers(), "learn-members", "directory", clock.now())
        self.work()

    def stop(self) -> None:
        self._served.stop()

    def member(self, name: str) -> Person:
        return self.playground.member(name)

    def work(self) -> None:
        """Do all that is due; what is uncertain is tried once more, as the outbox would."""
        while claims := self.queue.claim(self.clock.now(), 10):
            for claimed in claims:
                outgoing = self.desk.due(claimed.workspace, claimed.job)
                delivered = self._delivered(outgoing, claimed.key) if outgoing else Delivered()
                with self.memory.write(claimed.workspace) as ledger:
                    finished = ledger.outbox.finish(claimed, timedelta(0))
                    if finished:
                        self.desk.done(ledger, claimed.job, outgoing, delivered)
                if not finished:
                    self.queue.release(claimed, self.clock.now())

    def _delivered(self, outgoing: Outgoing, key: str) -> Delivered:
        try:
            return self.outbound.deliver(outgoing, key, again=False)
        except Uncertain:
            return self.outbound.deliver(outgoing, key, again=True)

    def hears(self, who: Person, words: str) -> SeenMessage:
        """Say it in private; what Wellmet answers."""
        said = who.dm(words)
        self.playground.settle()
        self.work()
        return self.until(lambda: who.heard_after(said))

    def until(self, predicate: Callable[[], T]) -> T:
        return self.playground.wait(predicate)


@pytest.fixture
def house(tmp_path: Path, clock: StandingClock) -> Iterator[House]:
    database = Database(new_sqlite(tmp_path))
    with Playground(MANIFEST, clock=lambda: clock.now().timestamp()) as playground:
        house = House(playground, database, clock)
        yield house
        house.stop()
    assert_filed_truly(database)
    database.close()
