"""What members chose for themselves, and admins for the whole workspace."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from assistant.facts import Preferences, WorkspaceSettings
from assistant.ids import ChangeId, PersonId, WorkspaceId
from assistant.settings.record import SettingsChange
from store.codec import decode, encode
from store.dialect import upsert
from store.tables import preferences, settings_changes, workspaces

_OF = select(preferences.c.chosen).where(preferences.c.person == bindparam("of"))
_OF_EACH = select(preferences.c.person, preferences.c.chosen).where(
    preferences.c.person.in_(bindparam("of", expanding=True))
)
_SETTINGS = select(workspaces.c.settings).where(workspaces.c.id == bindparam("here"))
_SETTLE = update(workspaces).where(workspaces.c.id == bindparam("here")).values(settings=bindparam("chosen"))

_CHANGED = insert(settings_changes).returning(settings_changes.c.id)
_CHANGE = select(settings_changes).where(
    settings_changes.c.workspace == bindparam("here"),
    settings_changes.c.person == bindparam("of"),
    settings_changes.c.id == bindparam("of_one"),
)
_TURN = update(settings_changes).where(
    settings_changes.c.workspace == bindparam("here"), settings_changes.c.id == bindparam("of_one")
)


class SqlPreferences:
    """`assistant.ledger.Preferences` on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId) -> None:
        self._connection, self._workspace = connection, workspace

    def of(self, person: PersonId) -> Preferences:
        chosen = self._connection.execute(_OF, {"of": person}).scalar()
        return decode(Preferences, chosen) if chosen else Preferences()

    def of_each(self, people: Iterable[PersonId]) -> Mapping[PersonId, Preferences]:
        wanted = list(people)
        rows = self._connection.execute(_OF_EACH, {"of": wanted}) if wanted else ()
        chosen = {PersonId(row.person): decode(Preferences, row.chosen) for row in rows}
        return {one: chosen.get(one, Preferences()) for one in wanted}

    def choose(self, person: PersonId, chosen: Preferences) -> None:
        new = upsert(self._connection.dialect.name, preferences)
        put = new.on_conflict_do_update(index_elements=[preferences.c.person], set_={"chosen": new.excluded.chosen})
        self._connection.execute(put, {"person": person, "chosen": encode(chosen)})

    def change(self, person: PersonId, before: Preferences, after: Preferences, at: datetime) -> SettingsChange:
        self.choose(person, after)
        row = {
            "workspace": self._workspace, "person": person, "before": encode(before), "after": encode(after), "at": at,
            "undone": False, "version": 1,
        }  # fmt: skip
        number = ChangeId(self._connection.execute(_CHANGED, row).scalar_one())
        return SettingsChange(number, person, before, after, at)

    def changed(self, person: PersonId, change: ChangeId) -> SettingsChange | None:
        row = self._connection.execute(_CHANGE, {"here": self._workspace, "of": person, "of_one": change}).first()
        if row is None:
            return None
        before, after = (decode(Preferences, text) for text in (row.before, row.after))
        return SettingsChange(ChangeId(row.id), PersonId(row.person), before, after, row.at, row.undone, row.version)

    def turn(self, change: SettingsChange, chosen: Preferences) -> SettingsChange:
        turned = replace(change, version=change.version + 1)
        self.choose(change.person, chosen)
        values = {"undone": turned.undone, "version": turned.version}
        self._connection.execute(_TURN.values(**values), {"here": self._workspace, "of_one": change.id})
        return turned

    def workspace(self) -> WorkspaceSettings:
        chosen = self._connection.execute(_SETTINGS, {"here": self._workspace}).scalar()
        return decode(WorkspaceSettings, chosen) if chosen else WorkspaceSettings()

    def settle(self, settings: WorkspaceSettings) -> None:
        self._connection.execute(_SETTLE, {"here": self._workspace, "chosen": encode(settings)})
