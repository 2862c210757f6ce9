"""A copy of all that is kept of a member: own rows of every table that is handed out, by the list of tables.py."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, or_, select

from assistant.export.copy import PEOPLE, Copy, Entry, Value
from assistant.ids import PersonId, WorkspaceId
from store.batches import batched
from store.kept.rules import Kept
from store.kept.tables import KEPT
from store.tables import people

_AT_ONCE = 500  # ids a statement
_OF_PERSON = (people.c.id, people.c.kind, people.c.account, people.c.name, people.c.organisation, people.c.title,
              people.c.owner)  # fmt: skip
_PEOPLE = select(*_OF_PERSON, people.c.email, people.c.merged_into).where(people.c.workspace == bindparam("here"))
_CONTACTS = select(people.c.id).where(people.c.workspace == bindparam("here"), people.c.owner == bindparam("of"))

Raw = dict[str, Any]


def names_people(column: Column[Any]) -> bool:
    """Whether the column holds somebody's id."""
    return any(key.column.table is people for key in column.foreign_keys)


def points_at(column: Column[Any]) -> Table | None:
    """The table of the record that the column holds the id of."""
    return next((key.column.table for key in column.foreign_keys), None)


def copied() -> tuple[Kept, ...]:
    """The tables whose rows are handed out as lists of their own, in the order of the list."""
    return tuple(kept for kept in KEPT if kept.copied and kept.part_of is None)


def parts_of(kept: Kept) -> tuple[Kept, ...]:
    """The tables whose rows are handed out within those of that one."""
    return tuple(
        part for part in KEPT if part.copied and part.part_of is not None and points_at(part.part_of) is kept.table
    )


def columns_of(kept: Kept) -> tuple[Column[Any], ...]:
    """The columns that are handed out, the id apart."""
    known = (column.name for column in (kept.owner, kept.part_of) if column is not None)
    left_out = {"id", "workspace", *kept.private, *known}
    if kept.shows is not None and kept.owner is not None:
        left_out -= {kept.owner.name}
    return tuple(column for column in kept.table.c if column.name not in left_out)


class Copying:
    """One copy in the making, on a connection."""

    def __init__(self, connection: Connection, workspace: WorkspaceId, member: PersonId) -> None:
        self._connection, self._workspace, self._member = connection, workspace, member
        self.ids: dict[str, list[int]] = {}
        """By list: the ids of its rows, in the order in which they stand in the copy; those of people too."""

    def make(self) -> Copy:
        """The whole of it."""
        rows = {kept.copied: list(self._rows(kept)) for kept in copied()}
        self.ids = {name: [row["id"] for row in some if "id" in row] for name, some in rows.items()}
        everybody = self._people(self._named(rows))
        self.ids[PEOPLE] = [row["id"] for row in everybody]
        numbers = {name: {number: at for at, number in enumerate(ids, 1)} for name, ids in self.ids.items()}
        lists = {kept.copied: [self._entry(kept, row, numbers) for row in rows[kept.copied]] for kept in copied()}
        naming = {kept.copied: frozenset(self._naming(kept)) for kept in copied()}
        return Copy({PEOPLE: self._entries_of_people(everybody, numbers[PEOPLE]), **lists}, naming)

    def _rows(self, kept: Kept) -> Iterator[Raw]:
        """The member's own, and those of others that they may see some of, oldest first."""
        whose = [kept.owner, *kept.seen_by]
        mine = or_(*(column == self._member for column in whose if column is not None))
        here = [kept.table.c.workspace == self._workspace] if "workspace" in kept.table.c else []
        beside = (column.label(name) for name, column in kept.shown_with.items())
        found = select(kept.table, *beside).where(mine, *here).order_by(*kept.table.primary_key.columns)
        raw = [dict(row) for row in self._connection.execute(found).mappings()]
        parts = [(part, self._parts(part, [row["id"] for row in raw])) for part in parts_of(kept)]
        for row in raw:
            shown = kept.shows(row, self._member) if kept.shows else row
            if shown is not None:
                yield {**shown, **{part.copied: within.get(row["id"], []) for part, within in parts}}

    def _parts(self, part: Kept, of: Sequence[int]) -> dict[int, list[Any]]:
        """For each record its parts, in the order of their key."""
        assert part.part_of is not None
        parts: dict[int, list[Any]] = {}
        for some in batched(of, _AT_ONCE):
            found = select(part.table).where(part.part_of.in_(some)).order_by(*part.table.primary_key.columns)
            for row in self._connection.execute(found).mappings():
                one = row[part.single.name] if part.single is not None else dict(row)
                parts.setdefault(row[part.part_of.name], []).append(one)
        return parts

    def _naming(self, kept: Kept) -> Iterator[str]:
        yield from (column.name for column in columns_of(kept) if names_people(column))
        yield from (part.copied for part in parts_of(kept) if part.single is not None and names_people(part.single))

    def _named(self, rows: Mapping[str, Sequence[Raw]]) -> set[int]:
        """Everybody whom any of the rows names, and all contacts."""
        named = set(self._connection.execute(_CONTACTS, {"here": self._workspace, "of": self._member}).scalars())
        for kept in copied():
            for row in rows[kept.copied]:
                for name in self._naming(kept):
                    value = row.get(name)
                    named |= set(value) if isinstance(value, list) else {value}
                for part in parts_of(kept):
                    if part.single is None:
                        columns = [column.name for column in columns_of(part) if names_people(column)]
                        named |= {one[name] for one in row[part.copied] for name in columns}
        return {one for one in named if one is not None}

    def _people(self, named: set[int]) -> list[Raw]:
        """The member first, the others by what they are known by, so that two copies of the same are the same."""
        found: dict[int, Raw] = {}
        missing = {self._member, *named}
        while missing:
            for some in batched(sorted(missing), _AT_ONCE):
                rows = self._connection.execute(_PEOPLE.where(people.c.id.in_(some)), {"here": self._workspace})
                found |= {row["id"]: dict(row) for row in rows.mappings()}
            missing = {row["merged_into"] for row in found.values() if row["merged_into"]} - set(found)
        kinds = ("kind", "account", "name", "organisation", "title", "email", "id")
        others = (row for number, row in found.items() if number != self._member)
        return [found[self._member], *sorted(others, key=lambda row: tuple(str(row[kind] or "") for kind in kinds))]

    def _entries_of_people(self, rows: Sequence[Raw], numbers: Mapping[int, int]) -> list[Entry]:
        """Of others what Slack shows, or by what name they were told; what somebody noted of a contact is theirs."""
        entries: list[Entry] = []
        for row in rows:
            shown = row | {"id": numbers[row["id"]], "merged_into": numbers.get(row["merged_into"] or 0)}
            if self._member not in (row["id"], shown.pop("owner")):
                shown["email"] = ""
                if row["kind"] != "member":
                    shown["organisation"] = shown["title"] = ""
            entries.append({name: value for name, value in shown.items() if value not in (None, "")})
        return entries

    def _entry(self, kept: Kept, row: Raw, numbers: Mapping[str, Mapping[int, int]]) -> Entry:
        entry: dict[str, Value] = {"id": numbers[kept.copied][row["id"]]} if "id" in kept.table.c else {}
        for column in columns_of(kept):
            if column.name in row:
                entry[column.name] = self._value(column, row[column.name], numbers)
        for part in parts_of(kept):
            if part.single is not None:
                entry[part.copied] = [self._value(part.single, one, numbers) for one in row[part.copied]]
            else:
                entry[part.copied] = [
                    {column.name: self._value(column, one[column.name], numbers) for column in columns_of(part)}
                    for one in row[part.copied]
                ]
        return {name: value for name, value in entry.items() if value not in (None, "")}

    def _value(self, column: Column[Any], value: Any, numbers: Mapping[str, Mapping[int, int]]) -> Value:
        if value is None:
            return None
        table = points_at(column)
        if table is people:
            return numbers[PEOPLE].get(value)
        if table is not None:
            of = next((kept.copied for kept in copied() if kept.table is table), "")
            return numbers.get(of, {}).get(value)
        if isinstance(value, date | datetime | time):
            return value.isoformat()
        if isinstance(value, Decimal):
            return str(value)
        return value  # type: ignore[no-any-return]  # what else columns hold is JSON as it is
