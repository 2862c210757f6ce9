"""A pretend Slack with Wellmet in it, over HTTP on SQLite, on a clock that stands still."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from playground import Playground
from tests.conftest import StandingClock, new_sqlite
from wellmet.build import Wellmet, build
from wellmet.pretend import serve_locally, settings_for

MANIFEST = Path(__file__).parents[2] / "manifest.yml"


@pytest.fixture(autouse=True)
def no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What the developer has in the environment or in `.env` has no say in tests."""
    for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN", "SLACK_API_URL", "DATABASE_URL", "PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def playground() -> Iterator[Playground]:
    with Playground(MANIFEST) as playground:
        yield playground


@pytest.fixture
def database_address(tmp_path: Path) -> str:
    """The address of a migrated database."""
    return new_sqlite(tmp_path)


@pytest.fixture
def wellmet(playground: Playground, database_address: str, clock: StandingClock) -> Iterator[Wellmet]:
    """Running, with every member learned; Slack's deliveries reach it."""
    wellmet = build(settings_for(playground, database_address, socket=False), clock=clock)
    wellmet.start()
    server, playground.events_url = serve_locally(wellmet)
    assert wellmet.worker.settle()
    yield wellmet
    server.shutdown()
    server.server_close()
    wellmet.stop()
