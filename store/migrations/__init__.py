"""Bringing a database to the tables of this version, keeping what is in it."""

from importlib.resources import files
from typing import Any

from sqlalchemy import Connection, inspect, text

from store.engine import Database
from store.indexing import index_all

HEAD = "0025"
"""The newest migration; a test holds it to the files."""

SEARCHED = "0023"
"""The migration from which on every record is found by its words."""

_LOCK = 4_927_113  # an arbitrary number that means "Wellmet migrates" among PostgreSQL's advisory locks


def migrate(database: Database, to: str = HEAD) -> bool:
    """Bring the database up to date, or to an older state of its tables that tests begin with; False if it was.

    Two processes that start at once take turns.
    """
    with database.read() as connection:
        if revision(connection) == to:
            return False  # without waiting for Alembic to load
    with database.write() as connection:
        if not database.is_sqlite:
            connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        before = revision(connection)
        if before == to:
            return False
        _alembic("upgrade", connection, to)
        if (before or "") < SEARCHED <= to:
            index_all(connection)
        return True


def revision(connection: Connection) -> str | None:
    """The migration that the database is at; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("select version_num from alembic_version")).scalar()
    return found


def _alembic(what: str, connection: Connection, *arguments: Any) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("store.migrations")))
    config.attributes["connection"] = connection
    getattr(command, what)(config, *arguments)
