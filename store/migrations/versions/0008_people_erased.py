"""When people were last erased, so that every process drops their names."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    erased = sa.Column("people_erased", sa.Integer(), server_default=sa.text("0"), nullable=False)
    op.add_column("workspaces", erased)
