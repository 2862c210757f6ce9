"""Jobs have a rank: answers go first, and what is said unasked keeps a pace in each workspace."""

import sqlalchemy as sa
from alembic import op

from store.columns import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_UPKEEP = ("LearnMembers", "Expire", "ExpireIntroduction", "Disclose", "Tidy")
_UNASKED = ("Remind", "AskOutcome")
_RANKS = ("answers_at", "upkeep_at", "unasked_at")
_NEXT = """
update lanes set {at} = (
    select case when min(due) > lanes.free_at then min(due) else lanes.free_at end from outbox
    where outbox.workspace = lanes.workspace and outbox.lane = lanes.lane and done_at is null and rank = {rank}
    having min(due) is not null)
"""


def upgrade() -> None:
    op.add_column("workspaces", sa.Column("unasked_from", Instant(), nullable=True))
    op.drop_index("ix_outbox_open", table_name="outbox")
    with op.batch_alter_table("outbox") as table:
        table.add_column(sa.Column("rank", sa.Integer(), nullable=False, server_default="0"))
    rank, kind = sa.column("rank", sa.Integer), sa.column("kind", sa.String)
    jobs = sa.table("outbox", rank, kind)
    for number, kinds in ((1, _UPKEEP), (2, _UNASKED)):
        op.execute(sa.update(jobs).where(jobs.c.kind.in_(kinds)).values(rank=number))
    with op.batch_alter_table("outbox") as table:
        table.alter_column("rank", server_default=None)
    open_jobs = sa.text("done_at is null")
    op.create_index(
        "ix_outbox_open", "outbox", ["workspace", "lane", "rank", "due", "id"], unique=False,
        sqlite_where=open_jobs, postgresql_where=open_jobs,
    )  # fmt: skip
    op.drop_index("ix_lanes_next_at", table_name="lanes")
    op.drop_column("lanes", "next_at")
    for number, at in enumerate(_RANKS):
        op.add_column("lanes", sa.Column(at, Instant(), nullable=True))
        op.execute(_NEXT.format(at=at, rank=number))
        some, of = sa.text(f"{at} is not null"), [at] if at != "unasked_at" else ["workspace", at]
        op.create_index(f"ix_lanes_{at}", "lanes", of, unique=False, sqlite_where=some, postgresql_where=some)
