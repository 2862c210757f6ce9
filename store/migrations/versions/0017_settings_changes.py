"""How members changed their settings."""

import sqlalchemy as sa
from alembic import op

from store.columns import Id, Instant, Words

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "settings_changes",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("before", Words(), nullable=False),
        sa.Column("after", Words(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_settings_changes_workspace")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_settings_changes_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settings_changes")),
    )
    op.create_index(op.f("ix_settings_changes_person"), "settings_changes", ["person"])
