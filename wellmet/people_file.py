"""Directories of people kept as CSV files, for the command line.

The columns are id, real_name, display_name, handle, email, organisation, title and kind (member or contact).
A contact in such a file has no owner, so everybody may mean them.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from assistant.facts import Kind, Person
from assistant.ids import PersonId

_COLUMNS = {"id", "real_name", "display_name", "handle", "email", "organisation", "title", "kind"}


class BadFile(Exception):
    """The file is not such a directory; the text says which line or column, and what is wrong with it."""


class PeopleFile:
    """The people of one or more files, each with the id that the file gives them."""

    def __init__(self) -> None:
        self._ids: list[str] = []

    def read(self, path: Path) -> Iterator[Person]:
        """The people in the order of the file, numbered on from those read before. Raises BadFile, OSError."""
        with path.open(newline="", encoding="utf-8-sig") as lines:
            rows = csv.DictReader(lines)
            missing = _COLUMNS - set(rows.fieldnames or ())
            if missing:
                raise BadFile(f"{path}: no column {', '.join(sorted(missing))}")
            try:
                for row in rows:
                    yield self._person(row)
            except (ValueError, csv.Error) as problem:
                raise BadFile(f"{path}, line {rows.line_num}: {problem}") from problem

    def id_of(self, person: PersonId) -> str:
        """The id in the file."""
        return self._ids[person - 1]

    def _person(self, row: dict[str, str | None]) -> Person:
        own = row["id"] or ""
        name = row["real_name"] or ""
        if not (own and name):
            raise ValueError("id and real_name may not be empty")
        self._ids.append(own)
        return Person(
            PersonId(len(self._ids)),
            Kind(row["kind"] or Kind.MEMBER),
            name,
            row["display_name"] or "",
            row["handle"] or "",
            row["email"] or "",
            row["organisation"] or "",
            row["title"] or "",
        )


def read_people(path: Path) -> tuple[list[Person], PeopleFile]:
    """Everybody in the file, and which id the file gives each. Raises BadFile, OSError."""
    file = PeopleFile()
    return list(file.read(path)), file
