"""Introductions, who was asked, and every move."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
)

from store.columns import Id, Instant, Words
from store.tables.metadata import metadata

# An introduction a row; `wanted` is one of target, organisation, seeking, or the last two together. `stage` moves as
# assistant/introductions/moves.py says, and only under the row's lock.
introductions = Table(
    "introductions",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("origin", String(12), nullable=False),
    Column("stage", String(16), nullable=False),
    Column("requester", Id, ForeignKey("people.id"), nullable=False),
    Column("author", Id, ForeignKey("people.id"), nullable=False),
    Column("connector", Id, ForeignKey("people.id")),
    Column("named", Boolean, nullable=False),
    Column("target", Id, ForeignKey("people.id")),
    Column("organisation", Words, nullable=False),
    Column("seeking", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("queue", String(128), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("made_at", Instant),
    Column("closing", String(12)),
    Column("disclosed", Boolean, nullable=False),
    Column("met_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_introductions_requester", "workspace", "requester", "stage"),
    Index("ix_introductions_connector", "workspace", "connector"),
    Index("ix_introductions_target", "workspace", "target"),
)


# Who was asked about an introduction, and what they answered; nobody is asked twice.
introduction_asks = Table(
    "introduction_asks",
    metadata,
    Column("introduction", Id, ForeignKey("introductions.id", ondelete="CASCADE"), nullable=False),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("side", String(12), nullable=False),
    Column("at", Instant, nullable=False),
    Column("answer", String(12)),
    Column("bidden", String(8), nullable=False),
    PrimaryKeyConstraint("introduction", "person"),
    Index("ix_introduction_asks_person", "person", "side", "at"),
)


# Every move of an introduction, with who made it and when.
introduction_moves = Table(
    "introduction_moves",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("introduction", Id, ForeignKey("introductions.id", ondelete="CASCADE"), nullable=False),
    Column("by", Id, ForeignKey("people.id")),
    Column("verb", String(12), nullable=False),
    Column("stage", String(16), nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_introduction_moves_introduction", "introduction"),
)
