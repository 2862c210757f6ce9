"""What is asked of the memory about what members and admins chose."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from assistant import facts
from assistant.ids import ChangeId, PersonId
from assistant.settings.record import SettingsChange


class Preferences(Protocol):
    """What members chose for themselves, and admins for all."""

    def of(self, person: PersonId) -> facts.Preferences: ...

    def of_each(self, people: Iterable[PersonId]) -> Mapping[PersonId, facts.Preferences]:
        """Those of every one of the people."""
        ...

    def choose(self, person: PersonId, chosen: facts.Preferences) -> None: ...

    def change(
        self, person: PersonId, before: facts.Preferences, after: facts.Preferences, at: datetime
    ) -> SettingsChange:
        """They choose it, and what held before is kept with it."""
        ...

    def changed(self, person: PersonId, change: ChangeId) -> SettingsChange | None:
        """The change; None also when it is somebody else's."""
        ...

    def turn(self, change: SettingsChange, chosen: facts.Preferences) -> SettingsChange:
        """It is taken back, or put back: `chosen` holds again. The version grows."""
        ...

    def workspace(self) -> facts.WorkspaceSettings: ...

    def settle(self, settings: facts.WorkspaceSettings) -> None:
        """What holds for the whole workspace from now on."""
        ...
