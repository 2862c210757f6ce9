"""The order in which members wrote things down, from the meetings and introductions there are."""

import sqlalchemy as sa
from alembic import op

from store.columns import Id, Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_WRITTEN = """
insert into journal (workspace, author, record, at)
select workspace, author, record, at from (
    select workspace, owner as author, 'meeting:' || id as record, written_at as at from meetings
    union all
    select workspace, author, 'introduction:' || id || ':' || author, asked_at from introductions
) as written order by at
"""


def upgrade() -> None:
    op.create_table(
        "journal",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("author", Id, nullable=False),
        sa.Column("record", sa.String(length=64), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_journal_workspace")),
        sa.ForeignKeyConstraint(["author"], ["people.id"], name=op.f("fk_journal_author")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_index("ix_journal_author", "journal", ["workspace", "author", "id"], unique=False)
    op.execute(_WRITTEN)
