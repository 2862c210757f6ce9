"""Referrals and partnerships."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from store.columns import Exact, Id, Instant, Words

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _table(
        "referrals",
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("client", Words(), nullable=False),
        sa.Column("what", Words(), nullable=False),
        sa.Column("value", Exact(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("grain", sa.String(length=8), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("part", sa.String(length=16), nullable=False),
        sa.Column("sort_day", sa.Date(), nullable=False),
        sa.Column("assumed", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.CheckConstraint("other is not null", name=op.f("ck_referrals_between_two")),
    )
    _table(
        "partnerships",
        sa.Column("organisation", Words(), nullable=False),
        sa.Column("aim", Words(), nullable=False),
        sa.Column("terms", Words(), nullable=False),
        sa.Column("formality", sa.String(length=12), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
    )


def _table(name: str, *own: Any) -> None:
    """The columns that both have, and those of one."""
    op.create_table(
        name,
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("author", Id, nullable=False),
        sa.Column("other", Id, nullable=True),
        sa.Column("word", sa.String(length=12), nullable=False),
        sa.Column("writer", Id, nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("written_at", Instant(), nullable=False),
        sa.Column("undone_at", Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *own,
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f(f"fk_{name}_workspace")),
        sa.ForeignKeyConstraint(["author"], ["people.id"], name=op.f(f"fk_{name}_author")),
        sa.ForeignKeyConstraint(["other"], ["people.id"], name=op.f(f"fk_{name}_other")),
        sa.ForeignKeyConstraint(["writer"], ["people.id"], name=op.f(f"fk_{name}_writer")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(f"ix_{name}_author", name, ["workspace", "author", "id"], unique=False)
    op.create_index(f"ix_{name}_other", name, ["workspace", "other", "id"], unique=False)
