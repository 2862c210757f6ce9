"""Who recommends whom."""

from sqlalchemy import Column, ForeignKey, Index, String, Table, text

from store.columns import Id, Instant, Words
from store.tables.metadata import metadata

# One recommendation of one person a row. Others see it once `consent` is "show", and while it has no end.
recommendations = Table(
    "recommendations",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("author", Id, ForeignKey("people.id"), nullable=False),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("topic", Words, nullable=False),
    Column("written_at", Instant, nullable=False),
    Column("consent", String(8)),
    Column("ended_at", Instant),
    Index("ix_recommendations_author", "workspace", "author", "id"),
    Index(
        "ix_recommendations_shown",
        "workspace",
        "person",
        "id",
        sqlite_where=text("consent = 'show' and ended_at is null"),
        postgresql_where=text("consent = 'show' and ended_at is null"),
    ),
)
