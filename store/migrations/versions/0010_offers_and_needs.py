"""What members offer and need, and who may fit a need."""

import sqlalchemy as sa
from alembic import op

from store.columns import Id, Instant, Words

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "listings",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("owner", Id, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("words", Words(), nullable=False),
        sa.Column("audience", Words(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("written_at", Instant(), nullable=False),
        sa.Column("confirmed_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_listings_workspace")),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name=op.f("fk_listings_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listings")),
    )
    op.create_index("ix_listings_owner", "listings", ["workspace", "owner", "kind", "id"], unique=False)
    op.create_index(
        "ix_listings_standing",
        "listings",
        ["workspace", "kind", "confirmed_at"],
        unique=False,
        sqlite_where=sa.text("ended_at is null"),
        postgresql_where=sa.text("ended_at is null"),
    )
    op.create_table(
        "fits",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("need", Id, nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("taken", sa.String(length=12), nullable=True),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_fits_workspace")),
        sa.ForeignKeyConstraint(["need"], ["listings.id"], name=op.f("fk_fits_need"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_fits_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fits")),
        sa.UniqueConstraint("workspace", "need", "person", name=op.f("uq_fits_workspace_need_person")),
    )
