"""An engine for a database URL, and transactions that suit each database."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

THREADS = 24  # connections that one process may hold: its request threads, its workers, and some to spare
PATIENCE = 30  # seconds that SQLite waits for another process's transaction


class BadAddress(ValueError):
    """The text is no address of a database that Wellmet can use."""


class FileGone(OSError):
    """SQLite's file was removed or replaced while it was open; what would be written now would be lost with it."""


def address(url: str) -> URL:
    """The database's address, with our driver. Raises BadAddress with what is wrong, without repeating a password."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise BadAddress("it is not a database URL like sqlite:///wellmet.db or postgresql://host/name") from None
    match parsed.get_backend_name():
        case "sqlite":
            if parsed.database in (None, "", ":memory:"):
                raise BadAddress("it names no file, and all would be forgotten; use sqlite:///wellmet.db")
            return parsed.set(drivername="sqlite")
        case "postgresql" | "postgres":
            return parsed.set(drivername="postgresql+psycopg")
        case other:
            raise BadAddress(f"{other} is not supported; use sqlite:///wellmet.db or postgresql://host/name")


def _use_wal(connection: sqlite3.Connection) -> None:
    """Two that open a new file at once: SQLite refuses the second without waiting, so here it waits its turn."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as problem:
            if problem.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                raise
        time.sleep(0.01)


class Database:
    """One database: `write` for transactions that change it, `read` for those that look."""

    def __init__(self, url: str) -> None:
        self.url = address(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.file = Path(self.url.database or "").absolute() if self.is_sqlite else None
        self._opened: tuple[int, int] | None = None  # which file it was, when it was opened
        self.engine = self._sqlite() if self.is_sqlite else self._postgresql()
        # Writers of this process queue here: SQLite's own waiting sleeps in growing steps and forgets who came first.
        self._turn = threading.Lock() if self.is_sqlite else None

    def _sqlite(self) -> Engine:
        engine = create_engine(
            self.url, pool_size=THREADS, max_overflow=0, connect_args={"timeout": PATIENCE, "check_same_thread": False}
        )

        @event.listens_for(engine, "connect")
        def prepare(connection: Any, _: Any) -> None:
            connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
            _use_wal(connection)
            for pragma in ("synchronous=FULL", "foreign_keys=ON", "cache_size=-16000"):
                connection.execute(f"PRAGMA {pragma}")
            self._opened = self._opened or self._there()

        return engine

    def _postgresql(self) -> Engine:
        return create_engine(self.url, pool_size=THREADS, max_overflow=8, pool_pre_ping=True)

    def _there(self) -> tuple[int, int] | None:
        """Which file stands at our path now; None if there is none."""
        try:
            found = self.file.stat() if self.file else None
        except FileNotFoundError:
            return None
        return (found.st_dev, found.st_ino) if found else None

    def _check_file(self) -> None:
        """SQLite goes on with a removed file as if nothing were wrong, until the process ends. Raises FileGone."""
        if self._opened and self._there() != self._opened:
            raise FileGone(f"{self.file} was removed or replaced while it was open; put it back, or restart Wellmet")

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that may change things: committed at the end, rolled back on an exception. Raises FileGone."""
        self._check_file()
        if self._turn is None:
            with self.engine.begin() as connection:
                yield connection
            return
        with self._turn, self.engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only looks; it holds nobody up. Raises FileGone."""
        self._check_file()
        with self.engine.connect() as connection:
            if self.is_sqlite:
                connection.exec_driver_sql("BEGIN")
            yield connection
            connection.rollback()

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()
