"""A change of a member's settings, with what held before: so that it can be taken back."""

from dataclasses import dataclass
from datetime import datetime

from assistant.facts import Preferences
from assistant.ids import ChangeId, PersonId


@dataclass(frozen=True, slots=True)
class SettingsChange:
    """One change."""

    id: ChangeId
    person: PersonId
    before: Preferences
    after: Preferences
    at: datetime  # UTC
    undone: bool = False
    version: int = 1
