"""What members and admins choose, and what every form may need."""

from dataclasses import dataclass

from assistant.buttons import Field
from assistant.facts import ContactSlot, Person, Preferences, WorkspaceSettings
from assistant.ids import PersonId
from assistant.settings.record import SettingsChange


@dataclass(frozen=True, slots=True)
class SettingsForm:
    """A member's preferences."""

    preferences: Preferences
    settings: WorkspaceSettings  # what holds unless they choose otherwise
    apart: tuple[Person, ...] = ()  # to whom they want no introduction, the latest first


@dataclass(frozen=True, slots=True)
class SettingsNoted:
    """A change of settings, what holds now, and the way back."""

    change: SettingsChange
    settings: WorkspaceSettings  # what holds where they chose nothing


@dataclass(frozen=True, slots=True)
class SettingsShown:
    """What holds now."""

    preferences: Preferences
    settings: WorkspaceSettings  # what holds where they chose nothing


@dataclass(frozen=True, slots=True)
class WorkspaceForm:
    """What admins choose for everybody."""

    settings: WorkspaceSettings


@dataclass(frozen=True, slots=True)
class FormErrors:
    """The form stays open, with a sentence under each field that needs one."""

    errors: tuple[tuple[Field | ContactSlot, str], ...]


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """One line of the list that appears while a name is typed into a form."""

    person: PersonId | None  # None: keep the typed words as a new contact
    text: str
    note: str = ""
