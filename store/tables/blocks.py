"""Who wants no introduction to whom."""

from sqlalchemy import Column, ForeignKey, Index, PrimaryKeyConstraint, String, Table

from store.columns import Id, Instant
from store.tables.metadata import metadata

# `person` said that they want no introduction to `other`, who is never told. It keeps the two apart in both directions.
blocks = Table(
    "blocks",
    metadata,
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("other", Id, ForeignKey("people.id"), nullable=False),
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("workspace", "person", "other"),
    Index("ix_blocks_other", "workspace", "other"),
)
