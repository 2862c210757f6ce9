"""Who knows whom."""

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
)

from store.columns import Id
from store.tables.metadata import metadata

# What one person told of knowing another: their warmth as the logarithm of assistant/network/ties.py, brought forward
# to a fixed moment, so that it is compared as it stands. `shared` repeats the owner's preference.
ties = Table(
    "ties",
    metadata,
    Column("workspace", String(32), nullable=False),
    Column("owner", Id, ForeignKey("people.id"), nullable=False),
    Column("other", Id, ForeignKey("people.id"), nullable=False),
    Column("kept", Double, nullable=False),
    Column("times", Integer, nullable=False),
    Column("shared", Boolean, nullable=False),
    PrimaryKeyConstraint("workspace", "owner", "other"),
    Index("ix_ties_warmest", "workspace", "owner", "kept"),
    Index("ix_ties_warmest_of", "workspace", "other", "kept"),
)
