"""Column types that come back as they went in, on both databases."""

from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import BigInteger, DateTime, Integer, String, Text, TypeDecorator
from sqlalchemy.engine import Dialect

Id = BigInteger().with_variant(Integer, "sqlite")
"""Counts up by itself on both databases; SQLite does so for its own INTEGER only."""


class Instant(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps it without a zone, PostgreSQL with one; it always comes back with one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone: it would be taken for one in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs its zone: {value}")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give it back in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[str]):
    """A text that somebody typed; what no database or encoding can hold (NUL, lone surrogates) falls away."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Keep what can be kept."""
        if value is None or (value.isascii() and "\x00" not in value):
            return value
        return value.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


class Exact(TypeDecorator[Decimal]):
    """A number that is what was written down to its last digit; SQLite has only inexact ones, so it stands as text."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """As text, without an exponent."""
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """The same number."""
        return None if value is None else Decimal(value)
