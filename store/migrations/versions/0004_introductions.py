"""Introductions with all who were asked and every move; ties, from the meetings there are; what members and admins chose."""

from collections import defaultdict

import sqlalchemy as sa
from alembic import op

from assistant.network.ties import MET, NOTHING, added, at_noon, warmth_of
from store.columns import Id, Instant, Words

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TOLD = sa.text(
    "select m.workspace, m.owner, p.person, m.sort_day from meetings m join meeting_people p on p.meeting = m.id"
    " where m.undone_at is null"
).columns(workspace=sa.String(), owner=Id, person=Id, sort_day=sa.Date())
_TIES = sa.table("ties", *(sa.column(name) for name in ("workspace", "owner", "other", "kept", "times", "shared")))


def upgrade() -> None:
    op.create_table(
        "introductions",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("origin", sa.String(length=12), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("requester", Id, nullable=False),
        sa.Column("author", Id, nullable=False),
        sa.Column("connector", Id, nullable=True),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("target", Id, nullable=True),
        sa.Column("organisation", Words(), nullable=False),
        sa.Column("seeking", Words(), nullable=False),
        sa.Column("why", Words(), nullable=False),
        sa.Column("queue", sa.String(length=128), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=True),
        sa.Column("made_at", Instant(), nullable=True),
        sa.Column("closing", sa.String(length=12), nullable=True),
        sa.Column("disclosed", sa.Boolean(), nullable=False),
        sa.Column("conversation", sa.String(length=32), nullable=False),
        sa.Column("message", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["author"], ["people.id"], name=op.f("fk_introductions_author")),
        sa.ForeignKeyConstraint(["connector"], ["people.id"], name=op.f("fk_introductions_connector")),
        sa.ForeignKeyConstraint(["requester"], ["people.id"], name=op.f("fk_introductions_requester")),
        sa.ForeignKeyConstraint(["target"], ["people.id"], name=op.f("fk_introductions_target")),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.id"], name=op.f("fk_introductions_workspace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introductions")),
    )
    op.create_index("ix_introductions_connector", "introductions", ["workspace", "connector"], unique=False)
    op.create_index("ix_introductions_requester", "introductions", ["workspace", "requester", "stage"], unique=False)
    op.create_index("ix_introductions_target", "introductions", ["workspace", "target"], unique=False)
    op.create_table(
        "preferences",
        sa.Column("person", Id, autoincrement=False, nullable=False),
        sa.Column("chosen", Words(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_preferences_person")),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_preferences")),
    )
    op.create_table(
        "ties",
        sa.Column("workspace", sa.String(length=32), nullable=False),
        sa.Column("owner", Id, nullable=False),
        sa.Column("other", Id, nullable=False),
        sa.Column("kept", sa.Double(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["other"], ["people.id"], name=op.f("fk_ties_other")),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name=op.f("fk_ties_owner")),
        sa.PrimaryKeyConstraint("workspace", "owner", "other", name=op.f("pk_ties")),
    )
    op.create_index("ix_ties_warmest", "ties", ["workspace", "owner", "kept"], unique=False)
    op.create_index("ix_ties_warmest_of", "ties", ["workspace", "other", "kept"], unique=False)
    op.create_table(
        "introduction_asks",
        sa.Column("introduction", Id, nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("side", sa.String(length=12), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("answer", sa.String(length=12), nullable=True),
        sa.ForeignKeyConstraint(
            ["introduction"], ["introductions.id"], name=op.f("fk_introduction_asks_introduction"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_introduction_asks_person")),
        sa.PrimaryKeyConstraint("introduction", "person", name=op.f("pk_introduction_asks")),
    )
    op.create_index("ix_introduction_asks_person", "introduction_asks", ["person", "side", "at"], unique=False)
    op.create_table(
        "introduction_moves",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("introduction", Id, nullable=False),
        sa.Column("by", Id, nullable=True),
        sa.Column("verb", sa.String(length=12), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name=op.f("fk_introduction_moves_by")),
        sa.ForeignKeyConstraint(
            ["introduction"], ["introductions.id"], name=op.f("fk_introduction_moves_introduction"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introduction_moves")),
    )
    op.create_index("ix_introduction_moves_introduction", "introduction_moves", ["introduction"], unique=False)
    op.add_column("people", sa.Column("admin", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("workspaces", sa.Column("settings", Words(), server_default=sa.text("'{}'"), nullable=False))
    _ties_of_what_was_told()


def _ties_of_what_was_told() -> None:
    connection = op.get_bind()
    told: dict[tuple[str, int, int], list[float]] = defaultdict(list)
    for row in connection.execute(_TOLD):
        told[row.workspace, row.owner, row.person].append(warmth_of(MET, at_noon(row.sort_day)))
    for (workspace, owner, other), warm in told.items():
        kept = NOTHING
        for one in warm:
            kept = added(kept, one)
        tie = {"workspace": workspace, "owner": owner, "other": other, "kept": kept, "times": len(warm), "shared": True}
        connection.execute(sa.insert(_TIES).values(tie))
