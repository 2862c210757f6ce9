"""What came with which file, so that it can be taken out again."""

import sqlalchemy as sa
from alembic import op

from store.columns import Id, Instant

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "imports",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("owner", Id, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("rows", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_imports_workspace")),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name=op.f("fk_imports_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
    )
    op.create_index("ix_imports_owner", "imports", ["workspace", "owner", "id"], unique=False)
