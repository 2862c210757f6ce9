"""The words of all records of a database, written down at once: for records that are older than the search."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from assistant.ids import WorkspaceId
from store.directories import Directories, as_person
from store.index import SqlIndex
from store.meetings import SqlMeetings, found_as
from store.noted import Found, SqlNoted
from store.people import SqlPeople, contact_found_as
from store.tables import meetings, people, workspaces

_CONTACTS = select(people).where(people.c.kind == "contact", people.c.merged_into.is_(None))
_AT_ONCE = 500


def index_all(connection: Connection) -> None:
    """File every record that stands, of every workspace; none is filed yet."""
    for workspace in connection.execute(select(workspaces.c.id)).scalars().all():
        SqlIndex(connection, workspace).fill(_records(connection, WorkspaceId(workspace)))


def _records(connection: Connection, here: WorkspaceId) -> Iterator[Found]:
    for row in connection.execute(_CONTACTS.where(people.c.workspace == here)).all():
        contact = as_person(row)
        if contact.owner is not None:
            yield (contact.owner, *contact_found_as(contact))
    known = SqlPeople(connection, here, Directories())
    met = SqlMeetings(connection, here, known)
    owners = select(meetings.c.owner).distinct().where(meetings.c.workspace == here)
    for owner in connection.execute(owners).scalars().all():
        read = 0
        while some := met.latest(owner, _AT_ONCE, read):
            read += len(some)
            yield from ((owner, *found_as(meeting)) for meeting in some)
    yield from SqlNoted(connection, here, known).all_standing()
