"""What is to be said unasked."""

import sqlalchemy as sa
from alembic import op

from store.columns import Id, Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "nudges",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("deed", sa.String(length=16), nullable=False),
        sa.Column("about", sa.String(length=64), nullable=False),
        sa.Column("earliest", Instant(), nullable=False),
        sa.Column("due", Instant(), nullable=False),
        sa.Column("sharp", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("how", sa.String(length=12), nullable=True),
        sa.Column("batch", Id, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_nudges_workspace")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_nudges_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudges")),
        sa.UniqueConstraint("workspace", "person", "deed", "about", name=op.f("uq_nudges_workspace_person_deed_about")),
    )
    planned = sa.text("state = 'planned'")
    op.create_index(
        "ix_nudges_due", "nudges", ["workspace", "person", "due"], sqlite_where=planned, postgresql_where=planned
    )
    op.create_index("ix_nudges_about", "nudges", ["workspace", "about"])
    op.create_index("ix_nudges_batch", "nudges", ["workspace", "batch"])
    op.create_index("ix_nudges_sent", "nudges", ["workspace", "person", "sent_at"])
