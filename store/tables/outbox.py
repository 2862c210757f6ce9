"""What came in, what stands where, and what is still to be done."""

from sqlalchemy import (
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
    text,
)

from store.columns import Id, Instant, Words
from store.tables.metadata import metadata

# What came in already, once a row: deliveries, and the words of the last minutes with what came of them.
seen = Table(
    "seen",
    metadata,
    Column("workspace", String(32), nullable=False),
    Column("key", String(160), nullable=False),
    Column("at", Instant, nullable=False),
    Column("note", String(64), nullable=False),
    PrimaryKeyConstraint("workspace", "key"),
    Index("ix_seen_at", "at"),
)


# Where our messages about records stand; the newest version that each of them shows.
posts = Table(
    "posts",
    metadata,
    Column("workspace", String(32), nullable=False),
    Column("conversation", String(32), nullable=False),
    Column("message", String(32), nullable=False),
    Column("matter", String(64), nullable=False),
    Column("shown", Integer, nullable=False),
    PrimaryKeyConstraint("workspace", "conversation", "message"),
    Index("ix_posts_matter", "workspace", "matter"),
)


# What is to be done. `due` doubles as the end of a lease, so a dead worker's job is simply due again.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), nullable=False),
    Column("key", String(160), nullable=False),
    Column("lane", String(80), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("payload", Words, nullable=False),
    Column("due", Instant, nullable=False),
    Column("lease", String(32)),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("done_at", Instant),
    Column("outcome", String(64), nullable=False, server_default=text("''")),
    UniqueConstraint("workspace", "key"),
    Index(
        "ix_outbox_open",
        "workspace",
        "lane",
        "due",
        sqlite_where=text("done_at is null"),
        postgresql_where=text("done_at is null"),
    ),
    Index("ix_outbox_done", "done_at"),
)


# What is claimed: a lane has one job in hand at a time. `free_at` is when it may act again (pace, Retry-After, a
# lease's end), `next_at` the later of that and its first due job; null while it has none.
lanes = Table(
    "lanes",
    metadata,
    Column("workspace", String(32), nullable=False),
    Column("lane", String(80), nullable=False),
    Column("free_at", Instant, nullable=False),
    Column("next_at", Instant),
    Column("lease", String(32)),  # of the job in hand
    PrimaryKeyConstraint("workspace", "lane"),
    Index("ix_lanes_next_at", "next_at"),
)
