"""The index of the search is emptied; `migrate` fills it from all records, of which it had meetings and contacts."""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("delete from search_entries")
    op.execute("delete from search_words")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("insert into search_index(search_index) values ('delete-all')")
