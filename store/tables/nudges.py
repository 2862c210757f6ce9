"""What is, or was, to be said unasked."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint, text

from store.columns import Id, Instant
from store.tables.metadata import metadata

# A deed a row, once for ever: its unique key is what keeps a second nudge from being planned. `due` is looked at next,
# `batch` names the message it stood in by the first nudge of it.
nudges = Table(
    "nudges",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("deed", String(16), nullable=False),
    Column("about", String(64), nullable=False),
    Column("earliest", Instant, nullable=False),
    Column("due", Instant, nullable=False),
    Column("sharp", Boolean, nullable=False),
    Column("state", String(8), nullable=False),
    Column("sent_at", Instant),
    Column("ended_at", Instant),
    Column("how", String(12)),
    Column("batch", Id),
    Column("version", Integer, nullable=False),
    UniqueConstraint("workspace", "person", "deed", "about"),
    Index(
        "ix_nudges_due",
        "workspace",
        "person",
        "due",
        sqlite_where=text("state = 'planned'"),
        postgresql_where=text("state = 'planned'"),
    ),
    Index("ix_nudges_about", "workspace", "about"),
    Index("ix_nudges_batch", "workspace", "batch"),
    Index("ix_nudges_sent", "workspace", "person", "sent_at"),
)
