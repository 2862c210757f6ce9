"""What came with which file."""

from sqlalchemy import Column, ForeignKey, Index, String, Table

from store.columns import Id, Instant, Words
from store.tables.metadata import metadata

# A file that was put back a row; `rows` are the ids of what it brought, by list, as JSON. Undone, they are gone.
imports = Table(
    "imports",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("owner", Id, ForeignKey("people.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("rows", Words, nullable=False),
    Index("ix_imports_owner", "workspace", "owner", "id"),
)
