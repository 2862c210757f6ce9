"""Questions hold whole frames, ask about meanings too, and name what came of them whatever it is."""

import json

import sqlalchemy as sa
from alembic import op

from store.columns import Id, Words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_QUESTIONS = sa.table(
    "questions",
    sa.column("id", Id),
    sa.column("said", Words()),
    sa.column("meeting", Id),
    sa.column("came_to", sa.String),
)


def upgrade() -> None:
    with op.batch_alter_table("questions") as table:
        table.add_column(sa.Column("asking", sa.String(length=8), nullable=False, server_default="who"))
        table.add_column(sa.Column("second", Words(), nullable=False, server_default="null"))
        table.add_column(sa.Column("came_to", sa.String(length=64), nullable=False, server_default=""))
    connection = op.get_bind()
    for row in connection.execute(sa.select(_QUESTIONS)).all():
        was = json.loads(row.said)
        people = was.pop("people", [])
        frame = {"intent": "record_meeting", **({"people": {"with": people}} if people else {}), **was}
        came_to = f"meeting:{row.meeting}" if row.meeting else ""
        connection.execute(
            sa.update(_QUESTIONS).where(_QUESTIONS.c.id == row.id).values(said=json.dumps(frame), came_to=came_to)
        )
    with op.batch_alter_table("questions") as table:
        table.drop_constraint("fk_questions_meeting", type_="foreignkey")
        table.drop_column("meeting")
        for name in ("asking", "second", "came_to"):
            table.alter_column(name, server_default=None)
