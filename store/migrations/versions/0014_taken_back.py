"""When a record was taken back, so that what was taken back last can be put back."""

import sqlalchemy as sa
from alembic import op

from store.columns import Instant

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("journal", sa.Column("taken_back_at", Instant(), nullable=True))
