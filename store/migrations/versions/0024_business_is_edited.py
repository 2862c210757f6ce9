"""Referrals and partnerships keep when they were edited, as meetings do: their message says so."""

import sqlalchemy as sa
from alembic import op

from store.columns import Instant

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("referrals", "partnerships"):
        op.add_column(table, sa.Column("edited_at", Instant(), nullable=True))
