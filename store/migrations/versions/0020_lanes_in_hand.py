"""Lanes that somebody has in hand are few, and are found at once: a dead worker's go to the front when its lease ends."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    in_hand = sa.text("lease is not null")
    op.create_index(
        "ix_lanes_in_hand", "lanes", ["free_at"], unique=False, sqlite_where=in_hand, postgresql_where=in_hand
    )
