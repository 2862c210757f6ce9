"""What is asked of the memory about what members and admins chose."""

from typing import Protocol

from assistant import facts
from assistant.ids import (
    PersonId,
)


class Preferences(Protocol):
    """What members chose for themselves, and admins for all."""

    def of(self, person: PersonId) -> facts.Preferences: ...

    def choose(self, person: PersonId, chosen: facts.Preferences) -> None: ...

    def workspace(self) -> facts.WorkspaceSettings: ...

    def settle(self, settings: facts.WorkspaceSettings) -> None:
        """What holds for the whole workspace from now on."""
        ...
