"""What members asked to be reminded of."""

import sqlalchemy as sa
from alembic import op

from store.columns import Id, Instant, Words

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("owner", Id, nullable=False),
        sa.Column("topic", Words(), nullable=False),
        sa.Column("words", Words(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("every_n", sa.Integer(), nullable=True),
        sa.Column("every_unit", sa.String(length=8), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("assumed", sa.String(length=32), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("written_at", Instant(), nullable=False),
        sa.Column("done_at", Instant(), nullable=True),
        sa.Column("undone_at", Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_reminders_workspace")),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name=op.f("fk_reminders_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
    )
    still = sa.text("done_at is null and undone_at is null")
    op.create_index(
        "ix_reminders_open", "reminders", ["workspace", "owner", "day"], sqlite_where=still, postgresql_where=still
    )
    op.create_table(
        "reminder_people",
        sa.Column("reminder", Id, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.ForeignKeyConstraint(
            ["reminder"], ["reminders.id"], name=op.f("fk_reminder_people_reminder"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_reminder_people_person")),
        sa.PrimaryKeyConstraint("reminder", "place", name=op.f("pk_reminder_people")),
        sa.UniqueConstraint("reminder", "person", name=op.f("uq_reminder_people_reminder_person")),
    )
    op.create_index("ix_reminder_people_person", "reminder_people", ["person"])
