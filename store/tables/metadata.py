"""What all tables share: how keys are named, and the workspaces that rows belong to."""

from sqlalchemy import (
    Column,
    Integer,
    MetaData,
    String,
    Table,
    text,
)

from store.columns import Instant, Words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


# One row a workspace. `people_version` grows with every change of people, so that every process sees what it missed.
workspaces = Table(
    "workspaces",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("people_version", Integer, nullable=False, server_default=text("0")),
    Column("people_erased", Integer, nullable=False, server_default=text("0")),  # the version at which some last went
    Column("settings", Words, nullable=False, server_default=text("'{}'")),
    Column("unasked_from", Instant),  # nothing is said unasked before then: the pace, or Slack asked to wait
)
