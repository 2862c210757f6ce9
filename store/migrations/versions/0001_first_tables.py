"""The first tables: people, meetings, questions, and what is to be sent."""

import sqlalchemy as sa
from alembic import op

from store.columns import Id, Instant, Words

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lanes",
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("lane", sa.String(length=80), nullable=False),
        sa.Column("free_at", Instant(), nullable=False),
        sa.Column("next_at", Instant(), nullable=True),
        sa.Column("lease", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("workspace", "lane", name=op.f("pk_lanes")),
    )
    op.create_index("ix_lanes_next_at", "lanes", ["next_at"], unique=False)

    op.create_table(
        "outbox",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("lane", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("payload", Words(), nullable=False),
        sa.Column("due", Instant(), nullable=False),
        sa.Column("lease", sa.String(length=32), nullable=True),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("done_at", Instant(), nullable=True),
        sa.Column("outcome", sa.String(length=64), server_default=sa.text("''"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("workspace", "key", name=op.f("uq_outbox_workspace_key")),
    )
    op.create_index("ix_outbox_done", "outbox", ["done_at"], unique=False)
    op.create_index(
        "ix_outbox_open",
        "outbox",
        ["workspace", "lane", "due"],
        unique=False,
        sqlite_where=sa.text("done_at is null"),
        postgresql_where=sa.text("done_at is null"),
    )

    op.create_table(
        "posts",
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("conversation", sa.String(length=32), nullable=False),
        sa.Column("message", sa.String(length=32), nullable=False),
        sa.Column("matter", sa.String(length=64), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "conversation", "message", name=op.f("pk_posts")),
    )
    op.create_index("ix_posts_matter", "posts", ["workspace", "matter"], unique=False)

    op.create_table(
        "seen",
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("note", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("workspace", "key", name=op.f("pk_seen")),
    )
    op.create_index("ix_seen_at", "seen", ["at"], unique=False)

    op.create_table(
        "workspaces",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("people_version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workspaces")),
    )
    op.create_table(
        "people",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("account", sa.String(length=32), nullable=True),
        sa.Column("owner", Id, nullable=True),
        sa.Column("name", Words(), nullable=False),
        sa.Column("display_name", Words(), nullable=False),
        sa.Column("handle", Words(), nullable=False),
        sa.Column("email", Words(), nullable=False),
        sa.Column("organisation", Words(), nullable=False),
        sa.Column("title", Words(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("picture", Words(), nullable=False),
        sa.Column("standing", sa.String(length=12), nullable=False),
        sa.Column("home_page", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(kind = 'member' and account is not null and owner is null) or (kind = 'contact' and account is null and owner is not null)",
            name=op.f("ck_people_member_or_contact"),
        ),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name=op.f("fk_people_owner")),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_people_workspace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("workspace", "account", name=op.f("uq_people_workspace_account")),
    )
    op.create_index("ix_people_changes", "people", ["workspace", "version"], unique=False)
    op.create_index("ix_people_contacts", "people", ["workspace", "owner", "name"], unique=False)

    op.create_table(
        "meetings",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("owner", Id, nullable=False),
        sa.Column("grain", sa.String(length=8), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("part", sa.String(length=16), nullable=False),
        sa.Column("sort_day", sa.Date(), nullable=False),
        sa.Column("place", Words(), nullable=False),
        sa.Column("topic", Words(), nullable=False),
        sa.Column("notes", Words(), nullable=False),
        sa.Column("assumed", sa.String(length=64), nullable=False),
        sa.Column("written_at", Instant(), nullable=False),
        sa.Column("edited_at", Instant(), nullable=True),
        sa.Column("undone_at", Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name=op.f("fk_meetings_owner")),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_meetings_workspace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
    )
    op.create_index(
        "ix_meetings_latest",
        "meetings",
        ["workspace", "owner", "sort_day", "id"],
        unique=False,
        sqlite_where=sa.text("undone_at is null"),
        postgresql_where=sa.text("undone_at is null"),
    )

    op.create_table(
        "meeting_people",
        sa.Column("meeting", Id, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meetings.id"], name=op.f("fk_meeting_people_meeting"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_meeting_people_person")),
        sa.PrimaryKeyConstraint("meeting", "place", name=op.f("pk_meeting_people")),
        sa.UniqueConstraint("meeting", "person", name=op.f("uq_meeting_people_meeting_person")),
    )
    op.create_index("ix_meeting_people_person", "meeting_people", ["person"], unique=False)

    op.create_table(
        "questions",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("asker", Id, nullable=False),
        sa.Column("said", Words(), nullable=False),
        sa.Column("said_at", Instant(), nullable=False),
        sa.Column("conversation", sa.String(length=32), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("candidates", sa.String(length=128), nullable=False),
        sa.Column("fits", sa.Boolean(), nullable=False),
        sa.Column("settled", Words(), nullable=False),
        sa.Column("ending", sa.String(length=12), nullable=True),
        sa.Column("meeting", Id, nullable=True),
        sa.Column("in_words", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["asker"], ["people.id"], name=op.f("fk_questions_asker")),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name=op.f("fk_questions_meeting")),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_questions_workspace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
    )
    op.create_index(
        "ix_questions_open",
        "questions",
        ["workspace", "asker", "conversation"],
        unique=False,
        sqlite_where=sa.text("ending is null"),
        postgresql_where=sa.text("ending is null"),
    )


def downgrade() -> None:
    op.drop_index(
        "ix_questions_open",
        table_name="questions",
        sqlite_where=sa.text("ending is null"),
        postgresql_where=sa.text("ending is null"),
    )

    op.drop_table("questions")
    op.drop_index("ix_meeting_people_person", table_name="meeting_people")

    op.drop_table("meeting_people")
    op.drop_index(
        "ix_meetings_latest",
        table_name="meetings",
        sqlite_where=sa.text("undone_at is null"),
        postgresql_where=sa.text("undone_at is null"),
    )

    op.drop_table("meetings")
    op.drop_index("ix_people_contacts", table_name="people")
    op.drop_index("ix_people_changes", table_name="people")

    op.drop_table("people")
    op.drop_table("workspaces")
    op.drop_index("ix_seen_at", table_name="seen")

    op.drop_table("seen")
    op.drop_index("ix_posts_matter", table_name="posts")

    op.drop_table("posts")
    op.drop_index(
        "ix_outbox_open",
        table_name="outbox",
        sqlite_where=sa.text("done_at is null"),
        postgresql_where=sa.text("done_at is null"),
    )
    op.drop_index("ix_outbox_done", table_name="outbox")

    op.drop_table("outbox")
    op.drop_index("ix_lanes_next_at", table_name="lanes")

    op.drop_table("lanes")
