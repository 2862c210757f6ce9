"""Who recommends whom."""

import sqlalchemy as sa
from alembic import op

from store.columns import Id, Instant, Words

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "recommendations",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("author", Id, nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("topic", Words(), nullable=False),
        sa.Column("written_at", Instant(), nullable=False),
        sa.Column("consent", sa.String(length=8), nullable=True),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_recommendations_workspace")),
        sa.ForeignKeyConstraint(["author"], ["people.id"], name=op.f("fk_recommendations_author")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_recommendations_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendations")),
    )
    op.create_index("ix_recommendations_author", "recommendations", ["workspace", "author", "id"], unique=False)
    op.create_index(
        "ix_recommendations_shown",
        "recommendations",
        ["workspace", "person", "id"],
        unique=False,
        sqlite_where=sa.text("consent = 'show' and ended_at is null"),
        postgresql_where=sa.text("consent = 'show' and ended_at is null"),
    )
