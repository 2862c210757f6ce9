"""What was asked of members."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    String,
    Table,
    text,
)

from store.columns import Id, Instant, Words
from store.tables.metadata import metadata

# What was asked of a member; open while it has no ending. `said` and `second` are frames, `came_to` a Matter.key.
questions = Table(
    "questions",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("asker", Id, ForeignKey("people.id"), nullable=False),
    Column("asking", String(8), nullable=False),
    Column("said", Words, nullable=False),
    Column("second", Words, nullable=False),
    Column("said_at", Instant, nullable=False),
    Column("conversation", String(32), nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("name", Words, nullable=False),
    Column("candidates", String(128), nullable=False),
    Column("fits", Boolean, nullable=False),
    Column("settled", Words, nullable=False),
    Column("ending", String(12)),
    Column("came_to", String(64), nullable=False),
    Column("in_words", Boolean, nullable=False),
    Index(
        "ix_questions_open",
        "workspace",
        "asker",
        "conversation",
        sqlite_where=text("ending is null"),
        postgresql_where=text("ending is null"),
    ),
)
