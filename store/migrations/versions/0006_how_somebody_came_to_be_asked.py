"""How somebody came to be asked about an introduction; where it was posted stands in `posts`, and nowhere else."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_NAMED = """
update introduction_asks set bidden = 'named' where side = 'connector' and exists (
    select 1 from introductions i
    where i.id = introduction_asks.introduction and i.named and i.connector = introduction_asks.person
)
"""
_FORWARD = """
update introduction_asks set bidden = 'forward' where side = 'connector' and exists (
    select 1 from introduction_moves m
    where m.introduction = introduction_asks.introduction and m.by = introduction_asks.person and m.verb = 'volunteer'
)
"""


def upgrade() -> None:
    with op.batch_alter_table("introduction_asks") as table:
        table.add_column(sa.Column("bidden", sa.String(length=8), nullable=False, server_default="found"))
    op.execute(_NAMED)
    op.execute(_FORWARD)
    with op.batch_alter_table("introduction_asks") as table:
        table.alter_column("bidden", server_default=None)
    for name in ("conversation", "message"):
        op.drop_column("introductions", name)
