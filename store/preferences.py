"""What members chose for themselves, and admins for the whole workspace."""

from sqlalchemy import Connection, bindparam, select, update

from assistant.facts import Preferences, WorkspaceSettings
from assistant.ids import PersonId, WorkspaceId
from store.codec import decode, encode
from store.dialect import upsert
from store.tables import preferences, workspaces

_OF = select(preferences.c.chosen).where(preferences.c.person == bindparam("of"))
_SETTINGS = select(workspaces.c.settings).where(workspaces.c.id == bindparam("here"))
_SETTLE = update(workspaces).where(workspaces.c.id == bindparam("here")).values(settings=bindparam("chosen"))


class SqlPreferences:
    """`assistant.ledger.Preferences` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId) -> None:
        self._connection, self._workspace = connection, workspace

    def of(self, person: PersonId) -> Preferences:
        chosen = self._connection.execute(_OF, {"of": person}).scalar()
        return decode(Preferences, chosen) if chosen else Preferences()

    def choose(self, person: PersonId, chosen: Preferences) -> None:
        new = upsert(self._connection.dialect.name, preferences)
        put = new.on_conflict_do_update(index_elements=[preferences.c.person], set_={"chosen": new.excluded.chosen})
        self._connection.execute(put, {"person": person, "chosen": encode(chosen)})

    def workspace(self) -> WorkspaceSettings:
        chosen = self._connection.execute(_SETTINGS, {"here": self._workspace}).scalar()
        return decode(WorkspaceSettings, chosen) if chosen else WorkspaceSettings()

    def settle(self, settings: WorkspaceSettings) -> None:
        self._connection.execute(_SETTLE, {"here": self._workspace, "chosen": encode(settings)})
