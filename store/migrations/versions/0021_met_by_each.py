"""The day on which those introduced met is kept with each who is thanked, by whose introduction it was."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

# It was the day of the first introduction that the thanks were for; whoever made another one was told it in error.
_MOVE = """
update thanks_to set met_on = (select met_on from thanks where thanks.id = thanks_to.thanks)
where introduction is not null and place = (
    select min(first.place) from thanks_to as first
    where first.thanks = thanks_to.thanks and first.introduction is not null
)
"""


def upgrade() -> None:
    op.add_column("thanks_to", sa.Column("met_on", sa.Date(), nullable=True))
    op.execute(_MOVE)
    # In place: SQLite would make the table anew otherwise, and drop the old one with all that hangs on it.
    op.drop_column("thanks", "met_on")
