"""By which words records are found."""

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
)

from store.columns import Id, Words
from store.tables.metadata import metadata

_Word = String(40).with_variant(String(40, collation="C"), "postgresql")  # ranges of words follow their letters

# A record that stands, with its words: each as "{owner}x{word}", so that what is looked up for one owner never meets
# another's; field by field, `ends` saying where each field ends. The index over them stands beside this table, in each
# database's own way: search_index (FTS5) on SQLite, ix_search_entries_terms (GIN) on PostgreSQL.
search_entries = Table(
    "search_entries",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("owner", Id, ForeignKey("people.id"), nullable=False),
    Column("record", String(64), nullable=False),  # Matter.key
    Column("day", Date),
    Column("terms", Words, nullable=False),
    Column("ends", String(64), nullable=False),
    UniqueConstraint("workspace", "owner", "record"),
    Index("ix_search_entries_latest", "workspace", "owner", "day", "id"),
)


# The words of one owner's records, with how many records each stands in.
search_words = Table(
    "search_words",
    metadata,
    Column("workspace", String(32), nullable=False),
    Column("owner", Id, ForeignKey("people.id"), nullable=False),
    Column("word", _Word, nullable=False),
    Column("sound", _Word, nullable=False),  # people/spelling.py, `sound`
    Column("times", Integer, nullable=False),
    PrimaryKeyConstraint("workspace", "owner", "word"),
    Index("ix_search_words_sound", "workspace", "owner", "sound"),
)
