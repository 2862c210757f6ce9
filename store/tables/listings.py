"""What members offer and need, and who may fit a need."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint, text

from store.columns import Id, Instant, Words
from store.tables.metadata import metadata

# An offer or a need a row, kept when removed. `confirmed_at` is when its owner last said that it is so.
listings = Table(
    "listings",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("owner", Id, ForeignKey("people.id"), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("words", Words, nullable=False),
    Column("audience", Words, nullable=False),
    Column("until", Date),
    Column("written_at", Instant, nullable=False),
    Column("confirmed_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_listings_owner", "workspace", "owner", "kind", "id"),
    Index(
        "ix_listings_standing",
        "workspace",
        "kind",
        "confirmed_at",
        sqlite_where=text("ended_at is null"),
        postgresql_where=text("ended_at is null"),
    ),
)


# Who was suggested for a need, nobody twice. Why stands nowhere: it is looked up when it is shown.
fits = Table(
    "fits",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("need", Id, ForeignKey("listings.id", ondelete="CASCADE"), nullable=False),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("taken", String(12)),
    UniqueConstraint("workspace", "need", "person"),
)
