"""The one thing that both databases can do and SQLAlchemy spells twice."""

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite


def upsert(dialect: str, table: Table) -> sqlite.Insert:
    """An insert that can say what to do about a row that is there already. Both databases write it alike.

    Building one costs as much as running it, so callers keep theirs for each dialect.
    """
    if dialect == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)  # type: ignore[return-value]  # the same methods, of another family
