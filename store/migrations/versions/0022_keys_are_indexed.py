"""Every column that names a row of another table begins an index, so that deleting rows does not read whole tables."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_KEYS = (
    ("blocks", "other"),
    ("blocks", "person"),
    ("fits", "need"),
    ("fits", "person"),
    ("imports", "owner"),
    ("introduction_moves", "by"),
    ("introductions", "author"),
    ("introductions", "connector"),
    ("introductions", "requester"),
    ("introductions", "target"),
    ("journal", "author"),
    ("listings", "owner"),
    ("matches", "contact"),
    ("matches", "member"),
    ("meetings", "owner"),
    ("name_meanings", "owner"),
    ("name_meanings", "person"),
    ("nudges", "person"),
    ("partnerships", "author"),
    ("partnerships", "other"),
    ("partnerships", "writer"),
    ("people", "merged_into"),
    ("people", "owner"),
    ("questions", "asker"),
    ("recommendations", "author"),
    ("recommendations", "person"),
    ("referrals", "author"),
    ("referrals", "other"),
    ("referrals", "writer"),
    ("reminders", "owner"),
    ("search_entries", "owner"),
    ("search_words", "owner"),
    ("thanks", "giver"),
    ("ties", "other"),
    ("ties", "owner"),
)


def upgrade() -> None:
    for table, column in _KEYS:
        op.create_index(f"ix_{table}_by_{column}", table, [column], unique=False)
