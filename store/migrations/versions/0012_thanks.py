"""Thanks; and of introductions, when the two told that they met."""

import sqlalchemy as sa
from alembic import op

from store.columns import Id, Instant, Words

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_MET = """
update introductions set met_at = (
    select min(at) from introduction_moves
    where introduction_moves.introduction = introductions.id and introduction_moves.verb = 'report_met'
)
"""


def upgrade() -> None:
    op.add_column("introductions", sa.Column("met_at", Instant(), nullable=True))
    op.execute(_MET)
    op.create_table(
        "thanks",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("giver", Id, nullable=False),
        sa.Column("words", Words(), nullable=False),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("business", sa.Boolean(), nullable=False),
        sa.Column("referral", Id, nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("undone_at", Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["giver"], ["people.id"], name=op.f("fk_thanks_giver")),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_thanks_workspace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thanks")),
    )
    op.create_index("ix_thanks_giver", "thanks", ["workspace", "giver"], unique=False)
    op.create_table(
        "thanks_to",
        sa.Column("thanks", Id, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("receiver", Id, nullable=False),
        sa.Column("introduction", Id, nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["introduction"],
            ["introductions.id"],
            name=op.f("fk_thanks_to_introduction"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["receiver"], ["people.id"], name=op.f("fk_thanks_to_receiver")),
        sa.ForeignKeyConstraint(["thanks"], ["thanks.id"], name=op.f("fk_thanks_to_thanks"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("thanks", "place", name=op.f("pk_thanks_to")),
    )
    op.create_index("ix_thanks_to_introduction", "thanks_to", ["introduction"], unique=False)
    op.create_index("ix_thanks_to_receiver", "thanks_to", ["receiver"], unique=False)
