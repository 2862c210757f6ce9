"""What members noted."""

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

# One note a row, kept when undone. `sort_day` orders the vague ones too: the day, or else the day it was written.
meetings = Table(
    "meetings",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("owner", Id, ForeignKey("people.id"), nullable=False),
    Column("grain", String(8), nullable=False),
    Column("day", Date),
    Column("until", Date),
    Column("at", Time),
    Column("part", String(16), nullable=False),
    Column("sort_day", Date, nullable=False),
    Column("place", Words, nullable=False),
    Column("topic", Words, nullable=False),
    Column("notes", Words, nullable=False),
    Column("assumed", String(64), nullable=False),
    Column("written_at", Instant, nullable=False),
    Column("edited_at", Instant),
    Column("undone_at", Instant),
    Column("version", Integer, nullable=False),
    # What stands (not undone), in the order in which Home shows it.
    Index(
        "ix_meetings_latest",
        "workspace",
        "owner",
        "sort_day",
        "id",
        sqlite_where=text("undone_at is null"),
        postgresql_where=text("undone_at is null"),
    ),
)


# Whom a note is about, in the order said; a person stands in it once.
meeting_people = Table(
    "meeting_people",
    metadata,
    Column("meeting", Id, ForeignKey("meetings.id", ondelete="CASCADE"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    PrimaryKeyConstraint("meeting", "place"),
    UniqueConstraint("meeting", "person"),
    Index("ix_meeting_people_person", "person"),
)
