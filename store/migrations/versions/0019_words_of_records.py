"""By which words records are found; `migrate` fills the tables from the records there are."""

import sqlalchemy as sa
from alembic import op

from store.columns import Id

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_WORD = sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "search_entries",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("owner", Id, nullable=False),
        sa.Column("record", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("ends", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_search_entries_workspace")),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name=op.f("fk_search_entries_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entries")),
        sa.UniqueConstraint("workspace", "owner", "record", name=op.f("uq_search_entries_workspace_owner_record")),
    )
    op.create_index("ix_search_entries_latest", "search_entries", ["workspace", "owner", "day", "id"], unique=False)
    op.create_table(
        "search_words",
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("owner", Id, nullable=False),
        sa.Column("word", _WORD, nullable=False),
        sa.Column("sound", _WORD, nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name=op.f("fk_search_words_owner")),
        sa.PrimaryKeyConstraint("workspace", "owner", "word", name=op.f("pk_search_words")),
    )
    op.create_index("ix_search_words_sound", "search_words", ["workspace", "owner", "sound"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        # The words stand in search_entries; here they are only filed. "ascii" leaves every other letter in its word.
        op.execute(
            "create virtual table search_index using fts5(terms, content='', detail=none, columnsize=0, tokenize='ascii')"
        )
    else:
        # Without its list of pending entries, which every search would have to read through.
        op.execute(
            "create index ix_search_entries_terms on search_entries"
            " using gin (array_to_tsvector(string_to_array(terms, ' '))) with (fastupdate = off)"
        )
