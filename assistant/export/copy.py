"""A copy of what is kept of one member: lists of rows by name, with numbers of the copy's own in the place of ids."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.ids import PersonId

Value = None | str | int | float | bool | Sequence["Value"] | Mapping[str, "Value"]
Entry = Mapping[str, Value]

PEOPLE = "people"
"""The list of everybody whom the others point at; the member comes first."""


class Format(StrEnum):
    """As which file; its value is the ending of the name."""

    JSON = "json"
    CSV = "zip"
    VCARD = "vcf"


@dataclass(frozen=True, slots=True)
class Copy:
    """The lists, "people" first. Days, times and moments stand as ISO 8601, moments in UTC."""

    lists: Mapping[str, Sequence[Entry]]
    naming: Mapping[str, Set[str]] = field(default_factory=dict)  # by list: the columns that hold numbers of people

    @property
    def member(self) -> Entry:
        """Whose copy it is."""
        return self.lists[PEOPLE][0]


@dataclass(slots=True)
class Restored:
    """What came, or would come, of putting a copy back: how many of each list."""

    new: Counter[str] = field(default_factory=Counter)
    there: Counter[str] = field(default_factory=Counter)  # the same record is kept already
    left: Counter[str] = field(default_factory=Counter)  # cannot be put back, or another is in its place
    rows: dict[str, list[int]] = field(default_factory=dict)  # the ids of what was written
    people: set[PersonId] = field(default_factory=set)  # everybody whom the copy names


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is handed out."""

    name: str
    content: bytes
