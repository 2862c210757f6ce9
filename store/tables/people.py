"""Members and contacts, what they chose, and whom words mean."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
    false,
    text,
)

from store.columns import Id, Instant, Words
from store.tables.metadata import metadata

# Members have an account and no owner, contacts an owner and no account.
people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("account", String(32)),
    Column("owner", Id, ForeignKey("people.id")),
    Column("name", Words, nullable=False),
    Column("display_name", Words, nullable=False),
    Column("handle", Words, nullable=False),
    Column("email", Words, nullable=False),
    Column("organisation", Words, nullable=False),
    Column("title", Words, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("picture", Words, nullable=False),
    Column("standing", String(12), nullable=False),
    Column("admin", Boolean, nullable=False, server_default=false()),
    Column("home_page", Integer, nullable=False, server_default=text("0")),  # 0: Home was never opened
    Column("version", Integer, nullable=False),  # workspaces.people_version at the last change
    Column("merged_into", Id, ForeignKey("people.id")),  # of a contact: whom it turned out to be; records stay with it
    UniqueConstraint("workspace", "account"),
    Index("ix_people_changes", "workspace", "version"),
    Index("ix_people_contacts", "workspace", "owner", "name"),
    Index(
        "ix_people_merged",
        "workspace",
        "owner",
        sqlite_where=text("merged_into is not null"),
        postgresql_where=text("merged_into is not null"),
    ),
    CheckConstraint(
        "(kind = 'member' and account is not null and owner is null)"
        " or (kind = 'contact' and account is null and owner is not null)",
        name="member_or_contact",
    ),
)


# Members who may be somebody's contact: the owner is asked once about each pair.
matches = Table(
    "matches",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("contact", Id, ForeignKey("people.id"), nullable=False),
    Column("member", Id, ForeignKey("people.id"), nullable=False),
    Column("apart", Boolean, nullable=False),  # the owner said no
    UniqueConstraint("workspace", "contact", "member"),
)


# Whom a member meant by words, from their answers. `times` counts answers in a row, `among` whom they chose from.
name_meanings = Table(
    "name_meanings",
    metadata,
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("owner", Id, ForeignKey("people.id"), nullable=False),
    Column("words", String(200), nullable=False),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("among", String(128), nullable=False),
    Column("times", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("workspace", "owner", "words"),
)


# What members chose, as facts.Preferences; who chose nothing has no row.
preferences = Table(
    "preferences",
    metadata,
    Column("person", Id, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    Column("chosen", Words, nullable=False),
)
