"""What members wrote down, in that order."""

from sqlalchemy import Column, ForeignKey, Index, String, Table

from store.columns import Id, Instant
from store.tables.metadata import metadata

# A record a row, named by its Matter.key; the record itself says whether it still stands.
journal = Table(
    "journal",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("author", Id, ForeignKey("people.id"), nullable=False),
    Column("record", String(64), nullable=False),
    Column("at", Instant, nullable=False),
    Column("taken_back_at", Instant),
    Column("replaced_by", String(64)),  # the record for which it was taken back
    Index("ix_journal_author", "workspace", "author", "id"),
)
