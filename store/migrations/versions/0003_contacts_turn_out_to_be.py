"""Contacts turn out to be somebody, reversibly; answers about names are remembered."""

import sqlalchemy as sa
from alembic import op

from store.columns import Id, Instant

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Written out: SQLite takes a new column with its rule, but no rule afterwards, short of copying the whole table.
    kind = "integer" if op.get_bind().dialect.name == "sqlite" else "bigint"
    op.execute(
        f"alter table people add column merged_into {kind} constraint fk_people_merged_into references people (id)"
    )
    op.create_index(
        "ix_people_merged",
        "people",
        ["workspace", "owner"],
        unique=False,
        sqlite_where=sa.text("merged_into is not null"),
        postgresql_where=sa.text("merged_into is not null"),
    )

    op.create_table(
        "matches",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("contact", Id, nullable=False),
        sa.Column("member", Id, nullable=False),
        sa.Column("apart", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_matches_workspace")),
        sa.ForeignKeyConstraint(["contact"], ["people.id"], name=op.f("fk_matches_contact")),
        sa.ForeignKeyConstraint(["member"], ["people.id"], name=op.f("fk_matches_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matches")),
        sa.UniqueConstraint("workspace", "contact", "member", name=op.f("uq_matches_workspace_contact_member")),
    )

    op.create_table(
        "name_meanings",
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("owner", Id, nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("among", sa.String(length=128), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_name_meanings_workspace")),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name=op.f("fk_name_meanings_owner")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_name_meanings_person")),
        sa.PrimaryKeyConstraint("workspace", "owner", "words", name=op.f("pk_name_meanings")),
    )
