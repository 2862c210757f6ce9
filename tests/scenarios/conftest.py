"""A whole workspace to act in: the pretend Slack, and Wellmet as an operator would run it, on a clock that stands."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from wsgiref.simple_server import WSGIServer

import pytest

from playground import Person, Playground, SeenMessage
from store.engine import Database
from store.migrations import migrate
from tests.conftest import StandingClock
from wellmet.build import Wellmet, build
from wellmet.pretend import serve_locally, settings_for

T = TypeVar("T")
MANIFEST = Path(__file__).parents[2] / "manifest.yml"


class Town:
    """The pretend workspace with Wellmet in it; `restart` is what an operator does."""

    def __init__(self, playground: Playground, database_url: str, transport: str, clock: StandingClock) -> None:
        self.playground, self.clock, self._transport, self._database_url = playground, clock, transport, database_url
        self._server: WSGIServer | None = None
        self.wellmet = self.start()

    def start(self) -> Wellmet:
        """Start Wellmet as it is run, with every member learned."""
        settings = settings_for(self.playground, self._database_url, self._transport == "socket")
        database = Database(self._database_url)
        migrate(database)
        database.close()
        wellmet = build(settings, clock=self.clock, pace=timedelta(0))
        wellmet.start()
        if self._transport == "http":
            self._server, self.playground.events_url = serve_locally(wellmet)
        self.playground.wait(lambda: self.playground.connected)
        assert wellmet.worker.settle()
        return wellmet

    def stop(self) -> None:
        """Stop Wellmet; the workspace goes on."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
        self.wellmet.stop()

    def restart(self) -> None:
        """Stop and start again, on the same database."""
        self.stop()
        self.wellmet = self.start()

    def member(self, name: str) -> Person:
        return self.playground.member(name)

    def hears(self, who: Person, words: str) -> SeenMessage:
        """Say it in the private conversation; what Wellmet answers."""
        said = who.dm(words)
        return self.playground.wait(lambda: who.heard_after(said))

    def until(self, predicate: Callable[[], T]) -> T:
        return self.playground.wait(predicate)


@pytest.fixture(params=["http and sqlite", "socket and postgresql"])
def ground(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Both ways to Slack and both databases; all four pairs would only say the same twice."""
    transport, _, database = str(request.param).partition(" and ")
    return transport, database


@pytest.fixture
def transport(ground: tuple[str, str]) -> str:
    return ground[0]


@pytest.fixture
def database_kind(ground: tuple[str, str]) -> str:
    return ground[1]


@pytest.fixture
def town(transport: str, database_url: str, clock: StandingClock) -> Iterator[Town]:
    playground = Playground(MANIFEST, transport=transport, clock=lambda: clock.now().timestamp())
    with playground:
        town = Town(playground, database_url, transport, clock)
        try:
            yield town
        finally:
            town.stop()
