"""Thanks, and to whom they went."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, PrimaryKeyConstraint, String, Table

from store.columns import Id, Instant, Words
from store.tables.metadata import metadata

# An act of thanks a row. What was told with it is kept here, since later notes of the giver are not told.
thanks = Table(
    "thanks",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("giver", Id, ForeignKey("people.id"), nullable=False),
    Column("words", Words, nullable=False),
    Column("business", Boolean, nullable=False),
    Column("referral", Id),
    Column("at", Instant, nullable=False),
    Column("undone_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_thanks_giver", "workspace", "giver"),
)


# Whom it went to, in the order said, by which introduction of theirs they helped, and when its two met.
thanks_to = Table(
    "thanks_to",
    metadata,
    Column("thanks", Id, ForeignKey("thanks.id", ondelete="CASCADE"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("receiver", Id, ForeignKey("people.id"), nullable=False),
    Column("introduction", Id, ForeignKey("introductions.id", ondelete="SET NULL")),
    Column("told", Boolean, nullable=False),
    Column("met_on", Date),
    PrimaryKeyConstraint("thanks", "place"),
    Index("ix_thanks_to_receiver", "receiver"),
    Index("ix_thanks_to_introduction", "introduction"),
)
