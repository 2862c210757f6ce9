"""The journal keeps for which record another one was taken back: putting one back takes the other back."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("journal", sa.Column("replaced_by", sa.String(64), nullable=True))
