"""Directories of people kept as CSV files, for the command line.

The columns are id, real_name, display_name, handle, email, organisation, title and kind (member or contact).
A contact in such a file has no owner, so everybody may mean them.
"""

import csv
from array import array
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

from assistant.facts import Kind, Person
from assistant.ids import PersonId

COLUMNS = ("id", "real_name", "display_name", "handle", "email", "organisation", "title", "kind")
_KINDS = {"": Kind.MEMBER, "member": Kind.MEMBER, "contact": Kind.CONTACT}


class BadFile(Exception):
    """The file is not such a directory; the text says which line or column, and what is wrong with it."""


class PeopleFile:
    """The people of one or more files, each with the id that the file gives them."""

    def __init__(self) -> None:
        self._ids = bytearray()  # one after the other: as separate strings a million would take six times the space
        self._ends = array("I", [0])

    def read(self, path: Path) -> Iterator[Person]:
        """The people in the order of the file, numbered on from those read before. Raises BadFile, OSError."""
        with path.open(newline="", encoding="utf-8-sig") as lines:
            rows = csv.reader(lines)
            places = {name: place for place, name in enumerate(next(rows, []))}
            missing = [name for name in COLUMNS if name not in places]
            if missing:
                raise BadFile(f"{path}: no column {', '.join(missing)}")
            columns = itemgetter(*(places[name] for name in COLUMNS))
            try:
                for row in rows:
                    if row:
                        yield self._person(*columns(row))
            except (ValueError, IndexError, csv.Error) as problem:
                raise BadFile(f"{path}, line {rows.line_num}: {problem}") from problem

    def id_of(self, person: PersonId) -> str:
        """The id in the file."""
        return self._ids[self._ends[person - 1] : self._ends[person]].decode()

    def __len__(self) -> int:
        return len(self._ends) - 1

    def _person(
        self, own: str, name: str, display_name: str, handle: str, email: str, organisation: str, title: str, kind: str
    ) -> Person:
        if not (own and name):
            raise ValueError("id and real_name may not be empty")
        self._ids += own.encode()
        self._ends.append(len(self._ids))
        number = PersonId(len(self._ends) - 1)
        return Person(number, _KINDS.get(kind) or Kind(kind), name, display_name, handle, email, organisation, title)


def read_people(path: Path) -> tuple[list[Person], PeopleFile]:
    """Everybody in the file, and which id the file gives each. Raises BadFile, OSError."""
    file = PeopleFile()
    return list(file.read(path)), file
