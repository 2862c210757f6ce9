"""Who wants no introduction to whom."""

import sqlalchemy as sa
from alembic import op

from store.columns import Id, Instant

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "blocks",
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("other", Id, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_blocks_workspace")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_blocks_person")),
        sa.ForeignKeyConstraint(["other"], ["people.id"], name=op.f("fk_blocks_other")),
        sa.PrimaryKeyConstraint("workspace", "person", "other", name=op.f("pk_blocks")),
    )
    op.create_index("ix_blocks_other", "blocks", ["workspace", "other"], unique=False)
