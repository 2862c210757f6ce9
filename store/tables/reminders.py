"""What members asked to be reminded of."""

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Time,
    UniqueConstraint,
    text,
)

from store.columns import Id, Instant, Words
from store.tables.metadata import metadata

# A reminder a row, kept when it is done or undone. `day` and `at` are the owner's own calendar and wall clock; a rhythm
# has `every_n` and `every_unit`, and counts from `since` where no meeting is later. `round` grows with each new time.
reminders = Table(
    "reminders",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("owner", Id, ForeignKey("people.id"), nullable=False),
    Column("topic", Words, nullable=False),
    Column("words", Words, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Time),
    Column("every_n", Integer),
    Column("every_unit", String(8)),
    Column("since", Date),
    Column("assumed", String(32), nullable=False),
    Column("round", Integer, nullable=False),
    Column("written_at", Instant, nullable=False),
    Column("done_at", Instant),
    Column("undone_at", Instant),
    Column("version", Integer, nullable=False),
    Index(
        "ix_reminders_open",
        "workspace",
        "owner",
        "day",
        sqlite_where=text("done_at is null and undone_at is null"),
        postgresql_where=text("done_at is null and undone_at is null"),
    ),
)


# Whom a reminder is about, in the order said; a person stands in it once.
reminder_people = Table(
    "reminder_people",
    metadata,
    Column("reminder", Id, ForeignKey("reminders.id", ondelete="CASCADE"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    PrimaryKeyConstraint("reminder", "place"),
    UniqueConstraint("reminder", "person"),
    Index("ix_reminder_people_person", "person"),
)
