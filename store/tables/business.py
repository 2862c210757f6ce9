"""Referrals and partnerships."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, Integer, String, Table, Time

from store.columns import Exact, Id, Instant, Words
from store.tables.metadata import metadata


def _shared() -> list[Column[Any]]:
    """What both have: who wrote it down, whose word it is, and how it changed; assistant/business/record.py."""
    return [
        Column("id", Id, primary_key=True, autoincrement=True),
        Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
        Column("author", Id, ForeignKey("people.id"), nullable=False),
        Column("other", Id, ForeignKey("people.id")),
        Column("word", String(12), nullable=False),
        Column("writer", Id, ForeignKey("people.id"), nullable=False),
        Column("turn", Integer, nullable=False),
        Column("written_at", Instant, nullable=False),
        Column("edited_at", Instant),
        Column("undone_at", Instant),
        Column("version", Integer, nullable=False),
    ]


def _indexes(name: str) -> list[Index]:
    """Both sides look theirs up."""
    return [Index(f"ix_{name}_{side}", "workspace", side, "id") for side in ("author", "other")]


# Business that one sent to the other: the referrer and the receiver are the author and the other, in one order or the
# other. `value` is exact, `currency` an ISO 4217 code or "" where none was said. `sort_day` is the day it counts on.
referrals = Table(
    "referrals",
    metadata,
    *_shared(),
    Column("sent", Integer, nullable=False),  # 1: by its author, 0: to its author
    Column("client", Words, nullable=False),
    Column("what", Words, nullable=False),
    Column("value", Exact),
    Column("currency", String(3), nullable=False),
    Column("grain", String(8), nullable=False),
    Column("day", Date),
    Column("until", Date),
    Column("at", Time),
    Column("part", String(16), nullable=False),
    Column("sort_day", Date, nullable=False),
    Column("assumed", String(64), nullable=False),
    Column("state", String(12), nullable=False),
    CheckConstraint("other is not null", name="between_two"),
    *_indexes("referrals"),
)


# Two who team up, or a member and an organisation (no `other`). `until` is the last day; `ended_on` is set by either.
partnerships = Table(
    "partnerships",
    metadata,
    *_shared(),
    Column("organisation", Words, nullable=False),
    Column("aim", Words, nullable=False),
    Column("terms", Words, nullable=False),
    Column("formality", String(12)),
    Column("since", Date),
    Column("until", Date),
    Column("ended_on", Date),
    *_indexes("partnerships"),
)
