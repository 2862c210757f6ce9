"""The directory of everybody's names, which each process keeps in step with the others."""

from threading import Lock
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from assistant.facts import Kind, Person, Standing
from assistant.ids import AccountId, PersonId, WorkspaceId
from assistant.people.index import Directory
from store.tables import people, workspaces

COLUMNS = (
    people.c.id, people.c.kind, people.c.name, people.c.display_name, people.c.handle, people.c.email,
    people.c.organisation, people.c.title, people.c.account, people.c.owner, people.c.zone, people.c.picture,
    people.c.standing, people.c.admin, people.c.merged_into,
)  # fmt: skip
HERE = people.c.workspace == bindparam("here")
_CHANGED = select(*COLUMNS).where(HERE, people.c.version > bindparam("known")).order_by(people.c.id)
_VERSION = select(workspaces.c.people_version, workspaces.c.people_erased).where(workspaces.c.id == bindparam("here"))


class Directories:
    """Every workspace's directory, as far as this process has read it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: dict[WorkspaceId, tuple[int, Directory]] = {}

    def of(self, workspace: WorkspaceId, connection: Connection) -> Directory:
        """The directory with all that changed since it was last asked for."""
        here = {"here": workspace}
        versions = connection.execute(_VERSION, here).first()
        latest, erased = (versions.people_version, versions.people_erased) if versions else (0, 0)
        known, directory = self._known.get(workspace, (0, None))
        if directory is not None and known >= latest:
            return directory
        with self._lock:
            known, directory = self._known.get(workspace, (0, Directory()))
            if known < erased:  # somebody is not there any more, and no row is left to say so
                known, directory = 0, Directory()
            for row in connection.execute(_CHANGED, {**here, "known": known}):
                directory.learn(as_person(row))
            # What is read in a transaction that is rolled back later is read again: the version is not kept then,
            # because a change of people in the same transaction has raised it beyond what is committed.
            self._known[workspace] = (max(known, latest), directory)
            return directory

    def behind(self, workspace: WorkspaceId) -> None:
        """A transaction was rolled back: read everything anew, for the directory may hold what never was."""
        with self._lock:
            self._known.pop(workspace, None)


def as_person(row: Row[*tuple[Any, ...]]) -> Person:
    """The fact that a row of `people` holds."""
    return Person(
        id=PersonId(row.id),
        kind=Kind(row.kind),
        name=row.name,
        display_name=row.display_name,
        handle=row.handle,
        email=row.email,
        organisation=row.organisation,
        title=row.title,
        account=AccountId(row.account) if row.account else None,
        owner=PersonId(row.owner) if row.owner else None,
        zone=row.zone,
        picture=row.picture,
        standing=Standing(row.standing),
        merged_into=PersonId(row.merged_into) if row.merged_into else None,
        admin=row.admin,
    )
