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

_IN_HAND = text("lease is not null")


def _of_rank(*columns: str) -> Index:
    """Lanes that have something of a rank to do; those that have not cost nothing."""
    some = text(f"{columns[-1]} is not null")
    return Index(f"ix_lanes_{columns[-1]}", *columns, sqlite_where=some, postgresql_where=some)


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


# What is to be done, in a lane by rank (assistant.jobs.Rank), then by when it was due.
outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), nullable=False),
    Column("key", String(160), nullable=False),
    Column("lane", String(80), nullable=False),
    Column("rank", Integer, nullable=False),
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
        "rank",
        "due",
        "id",
        sqlite_where=text("done_at is null"),
        postgresql_where=text("done_at is null"),
    ),
    Index("ix_outbox_done", "done_at"),
)


# What is claimed: a lane has one job in hand at a time. `free_at` is when it may act again (pace, Retry-After, a
# lease's end, so that what a dead worker had in hand is simply due again). For each rank the later of that and of its
# first due job; null while it has none.
lanes = Table(
    "lanes",
    metadata,
    Column("workspace", String(32), nullable=False),
    Column("lane", String(80), nullable=False),
    Column("free_at", Instant, nullable=False),
    Column("answers_at", Instant),
    Column("upkeep_at", Instant),
    Column("unasked_at", Instant),
    Column("lease", String(32)),  # of the job in hand
    PrimaryKeyConstraint("workspace", "lane"),
    _of_rank("answers_at"),
    _of_rank("upkeep_at"),
    _of_rank("workspace", "unasked_at"),  # each workspace has a pace of its own
    Index("ix_lanes_in_hand", "free_at", sqlite_where=_IN_HAND, postgresql_where=_IN_HAND),
)
