"""From a copy to files: JSON with everything, a zip of one CSV table a list, and vCards of the people."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence, Set
from datetime import datetime

from assistant.export.copy import PEOPLE, Copy, Entry, File, Format, Value
from assistant.export.vcards import vcards

FORMAT, VERSION = "wellmet", 1
"""What the JSON file says of itself; the version grows when something that was there is gone or means another thing."""

_TROUBLE = "=+-@\t\r"  # a cell that begins so is run as a formula by spreadsheets (OWASP, CSV injection)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same copy is the same zip, whenever it is made


def file(copy: Copy, wanted: Format, at: datetime) -> File:
    """The copy as such a file. `at` is when it was made, in UTC."""
    name = f"wellmet-{at:%Y-%m-%d}.{wanted}"
    match wanted:
        case Format.JSON:
            return File(name, as_json(copy, at))
        case Format.CSV:
            return File(name, as_tables(copy))
        case Format.VCARD:
            return File(name, vcards(copy).encode())


def as_json(copy: Copy, at: datetime) -> bytes:
    """All of it, indented, as UTF-8."""
    head = {"format": FORMAT, "version": VERSION, "made_at": at.isoformat()}
    return (json.dumps({**head, **copy.lists}, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


class NotACopy(ValueError):
    """The file is none that Wellmet wrote, or of a later version; the text says which."""


def from_json(content: bytes) -> Copy:
    """What `as_json` wrote. Raises NotACopy."""
    try:
        read = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as problem:
        raise NotACopy(f"it is not JSON: {problem}") from problem
    if not isinstance(read, dict) or read.get("format") != FORMAT:
        raise NotACopy('it does not say "format": "wellmet"')
    if read.get("version") != VERSION:
        raise NotACopy(f"it is of version {read.get('version')!r}; this Wellmet reads version {VERSION}")
    lists = {name: rows for name, rows in read.items() if isinstance(rows, list)}
    for name, rows in lists.items():
        if not all(isinstance(row, dict) for row in rows):
            raise NotACopy(f"{name} is no list of records")
    if not lists.get(PEOPLE):
        raise NotACopy("it names no people")
    return Copy(lists)


def as_tables(copy: Copy) -> bytes:
    """A zip with people.csv, meetings.csv …; people are named, and numbered as in people.csv."""
    names = {person["id"]: str(person["name"]) for person in copy.lists[PEOPLE]}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, rows in copy.lists.items():
            if rows:
                page = zipfile.ZipInfo(f"{name}.csv", _LONG_AGO)
                folder.writestr(page, _table(rows, copy.naming.get(name, frozenset()), names))
    return packed.getvalue()


def _table(rows: Sequence[Entry], naming: Set[str], names: Mapping[Value, str]) -> str:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(columns)
    for row in rows:
        table.writerow([_cell(row.get(column), names if column in naming else None) for column in columns])
    return "\ufeff" + written.getvalue()  # with the mark by which spreadsheets know UTF-8


def _cell(value: Value, names: Mapping[Value, str] | None) -> str:
    """A value on one line; the number of a person by their name."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return _safe(json.dumps(value, ensure_ascii=False))
    if isinstance(value, str):
        return _safe(value)
    if isinstance(value, Sequence):
        return _safe("; ".join(_cell(one, names) for one in value))
    return _safe(names.get(value, "")) if names is not None else str(value)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(tuple(_TROUBLE)) else text
