"""Replies about forgetting for good."""

from dataclasses import dataclass, field

from assistant.erasing import Counts
from assistant.export.copy import Format
from assistant.facts import Person


@dataclass(frozen=True, slots=True)
class ForgetAsked:
    """What would go, in numbers; nothing goes before the button is pressed."""

    person: Person  # who is to be forgotten; the member themselves: everything of theirs
    everything: bool
    counts: Counts
    stays: Counts = field(default_factory=dict)  # what another one confirmed, and so is theirs as well


@dataclass(frozen=True, slots=True)
class ExportOffered:
    """All that is kept of the member: the file that follows already, and the other kinds; without, all are offered."""

    member: Person
    follows: Format | None = None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Nothing is left but what is others' as well. A contact's name is not there any more to be said."""

    person: Person | None
    everything: bool = False
    stays: Counts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spared:
    """They chose to keep it: nothing was erased."""

    person: Person | None
    everything: bool = False
