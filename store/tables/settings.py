"""How members changed their settings."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table

from store.columns import Id, Instant, Words
from store.tables.metadata import metadata

# A change a row, with all that held before and after it, so that it can be taken back.
settings_changes = Table(
    "settings_changes",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("person", Id, ForeignKey("people.id"), nullable=False, index=True),
    Column("before", Words, nullable=False),
    Column("after", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("undone", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
)
