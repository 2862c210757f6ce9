"""Every table, with the rule it keeps. A row belongs to one workspace, which stands in its key or its first index."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Time,
    UniqueConstraint,
    false,
    text,
)

from store.columns import Id, Instant, Words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# One row a workspace. `people_version` grows with every change of people, so that every process sees what it missed.
workspaces = Table(
    "workspaces",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("people_version", Integer, nullable=False, server_default=text("0")),
    Column("settings", Words, nullable=False, server_default=text("'{}'")),
)

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

# What one person told of knowing another: their warmth as the logarithm of assistant/network/ties.py, brought forward
# to a fixed moment, so that it is compared as it stands. `shared` repeats the owner's preference.
ties = Table(
    "ties",
    metadata,
    Column("workspace", String(32), nullable=False),
    Column("owner", Id, ForeignKey("people.id"), nullable=False),
    Column("other", Id, ForeignKey("people.id"), nullable=False),
    Column("kept", Double, nullable=False),
    Column("times", Integer, nullable=False),
    Column("shared", Boolean, nullable=False),
    PrimaryKeyConstraint("workspace", "owner", "other"),
    Index("ix_ties_warmest", "workspace", "owner", "kept"),
    Index("ix_ties_warmest_of", "workspace", "other", "kept"),
)

# What members chose, as facts.Preferences; who chose nothing has no row.
preferences = Table(
    "preferences",
    metadata,
    Column("person", Id, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    Column("chosen", Words, nullable=False),
)

# An introduction a row; `wanted` is one of target, organisation, seeking, or the last two together. `stage` moves as
# assistant/introductions/moves.py says, and only under the row's lock.
introductions = Table(
    "introductions",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("workspace", String(32), ForeignKey("workspaces.id"), nullable=False),
    Column("origin", String(12), nullable=False),
    Column("stage", String(16), nullable=False),
    Column("requester", Id, ForeignKey("people.id"), nullable=False),
    Column("author", Id, ForeignKey("people.id"), nullable=False),
    Column("connector", Id, ForeignKey("people.id")),
    Column("named", Boolean, nullable=False),
    Column("target", Id, ForeignKey("people.id")),
    Column("organisation", Words, nullable=False),
    Column("seeking", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("queue", String(128), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("made_at", Instant),
    Column("closing", String(12)),
    Column("disclosed", Boolean, nullable=False),
    Column("conversation", String(32), nullable=False),
    Column("message", String(32), nullable=False),
    Column("version", Integer, nullable=False),
    Index("ix_introductions_requester", "workspace", "requester", "stage"),
    Index("ix_introductions_connector", "workspace", "connector"),
    Index("ix_introductions_target", "workspace", "target"),
)

# Who was asked about an introduction, and what they answered; nobody is asked twice.
introduction_asks = Table(
    "introduction_asks",
    metadata,
    Column("introduction", Id, ForeignKey("introductions.id", ondelete="CASCADE"), nullable=False),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("side", String(12), nullable=False),
    Column("at", Instant, nullable=False),
    Column("answer", String(12)),
    PrimaryKeyConstraint("introduction", "person"),
    Index("ix_introduction_asks_person", "person", "side", "at"),
)

# Every move of an introduction, with who made it and when.
introduction_moves = Table(
    "introduction_moves",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("introduction", Id, ForeignKey("introductions.id", ondelete="CASCADE"), nullable=False),
    Column("by", Id, ForeignKey("people.id")),
    Column("verb", String(12), nullable=False),
    Column("stage", String(16), nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_introduction_moves_introduction", "introduction"),
)

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
