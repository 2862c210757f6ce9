"""Putting a copy back: what of the file is not there yet is written for the member, with numbers of its own."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Date, Double, Integer, Numeric, Time, insert, select, update

from assistant.export.copy import PEOPLE, Copy, Entry, Restored, Value
from assistant.export.files import NotACopy
from assistant.ids import AccountId, PersonId, WorkspaceId
from store.columns import Exact, Instant
from store.dialect import upsert
from store.kept.copying import Copying, columns_of, copied, parts_of, points_at
from store.kept.rules import Kept
from store.people import SqlPeople
from store.tables import people


class Restoring:
    """One copy on its way back, on a connection. `write` False: only counts what would be done."""

    def __init__(
        self, connection: Connection, workspace: WorkspaceId, known: SqlPeople, member: PersonId, write: bool
    ) -> None:
        self._connection, self._workspace, self._people = connection, workspace, known
        self._member, self._write = member, write
        self._done = Restored()
        self._numbers: dict[str, dict[int, int]] = {}  # by list: from the number in the file to the id here

    def put_back(self, copy: Copy) -> Restored:
        """All of it. Raises NotACopy for records that are none."""
        try:
            present = Copying(self._connection, self._workspace, self._member)
            there = present.make()
            self._numbers[PEOPLE] = self._all_people(copy.lists[PEOPLE])
            for kept in copied():
                self._list(kept, copy, there, present.ids)
            self._done.people = {PersonId(one) for one in self._numbers[PEOPLE].values() if one > 0}
        except (KeyError, TypeError, ValueError, AttributeError) as problem:
            raise NotACopy(f"a record in it is not as Wellmet writes them: {problem!r}") from problem
        return self._done

    def _all_people(self, entries: Any) -> dict[int, int]:
        """Everybody in the file as they are known here; who is not becomes a contact of the member."""
        numbers: dict[int, int] = {}
        ids = self._contacts()
        for place, entry in enumerate(entries):
            numbers[int(entry["id"])] = self._member if place == 0 else self._person(entry, ids)
        for entry in entries:
            into = entry.get("merged_into")
            if into and self._write and numbers[int(entry["id"])] in self._done.rows.get(PEOPLE, ()):
                merged = update(people).where(people.c.id == numbers[int(entry["id"])])
                self._connection.execute(merged.values(merged_into=numbers[int(into)]))
        return numbers

    def _contacts(self) -> dict[tuple[str, ...], list[int]]:
        """The member's contacts by what is noted of them; those of the same words in the order of their ids."""
        mine = (people.c.workspace == self._workspace) & (people.c.owner == self._member)
        found: dict[tuple[str, ...], list[int]] = {}
        for row in self._connection.execute(select(people).where(mine).order_by(people.c.id)):
            found.setdefault((row.name, row.organisation, row.title, row.email), []).append(row.id)
        return found

    def _person(self, entry: Entry, contacts: dict[tuple[str, ...], list[int]]) -> int:
        if entry["kind"] == "member":
            member = self._people.by_account(AccountId(str(entry.get("account", ""))))
            if member:
                return member.id
        noted = tuple(str(entry.get(name, "")) for name in ("name", "organisation", "title", "email"))
        same = contacts.get(noted)
        if same:
            self._done.there[PEOPLE] += 1
            return same.pop(0)
        self._done.new[PEOPLE] += 1
        if not self._write:
            return -self._done.new[PEOPLE]  # nobody's id: the row is not there yet, and so is nothing that names it
        row: dict[str, Any] = dict(zip(("name", "organisation", "title", "email"), noted, strict=True))
        row |= dict.fromkeys(("display_name", "handle", "picture"), "")
        row |= {"workspace": self._workspace, "kind": "contact", "owner": self._member, "zone": "UTC"}
        row |= {"standing": "active", "admin": False, "version": self._people.next_version()}
        number = int(self._connection.execute(insert(people).returning(people.c.id), row).scalar_one())
        self._done.rows.setdefault(PEOPLE, []).append(number)
        return number

    def _list(self, kept: Kept, copy: Copy, there: Copy, ids: Mapping[str, list[int]]) -> None:
        name = kept.copied
        here = {of: dict(enumerate(some, 1)) for of, some in ids.items()}
        known: dict[str, list[int]] = {}
        for place, entry in enumerate(there.lists[name]):
            number = ids[name][place] if "id" in kept.table.c else 0
            # As it would come back itself: what the other side has said of it since does not make it another one.
            known.setdefault(self._print(kept, _back(kept, entry) or entry, here), []).append(number)
        numbers = self._numbers.setdefault(name, {})
        for entry in copy.lists.get(name, ()):
            put = None if kept.fresh is None else _back(kept, entry)
            if put is None:
                self._done.left[name] += 1
                continue
            same = known.get(self._print(kept, put, self._numbers))
            if same:
                outcome, number = self._done.there, same.pop(0)
            else:
                made = self._insert(kept, put) if self._write else 0
                outcome, number = (self._done.left, 0) if made is None else (self._done.new, made)
            outcome[name] += 1
            if "id" in kept.table.c and number:
                numbers[_number(entry["id"])] = number

    def _print(self, kept: Kept, entry: Entry, numbers: Mapping[str, Mapping[int, int]]) -> str:
        """What makes two entries the same record: all of it, with ids of here in the place of numbers."""
        of = {name: value for name, value in entry.items() if name != "id" and value not in (None, "", [])}
        for column in columns_of(kept):
            if column.name in of:
                of[column.name] = self._meant(column, of[column.name], numbers)
        for part in parts_of(kept):
            if part.copied in of:
                of[part.copied] = [self._part(part, one, numbers) for one in _list_of(of[part.copied])]
        return json.dumps(of, sort_keys=True, ensure_ascii=False, default=str)

    def _part(self, part: Kept, entry: Value, numbers: Mapping[str, Mapping[int, int]]) -> dict[str, Any]:
        """The columns of a row that is a part of another one."""
        if part.single is not None:
            return {part.single.name: self._meant(part.single, entry, numbers)}
        if not isinstance(entry, Mapping):
            raise TypeError(f"{entry!r} is no record")
        return {column.name: self._meant(column, entry.get(column.name), numbers) for column in columns_of(part)}

    def _meant(self, column: Column[Any], value: Value, numbers: Mapping[str, Mapping[int, int]]) -> Any:
        """The value that the column is to hold, of the kind that it holds."""
        if value is None:
            return None
        table = points_at(column)
        if table is not None:
            of = PEOPLE if table is people else next((kept.copied for kept in copied() if kept.table is table), "")
            found = numbers.get(of, {})
            # A record of others that the copy only mentions has no number here.
            return found[_number(value)] if table is people else found.get(_number(value))
        if isinstance(column.type, Boolean | Integer | Double):
            return value
        read = next((read for kind, read in _READ.items() if isinstance(column.type, kind)), str)
        return read(value)

    def _insert(self, kept: Kept, entry: Entry) -> int | None:
        """The id of the new row, 0 where rows have none; None where another one is in its place."""
        row = {column.name: self._meant(column, entry.get(column.name), self._numbers) for column in columns_of(kept)}
        row = {name: value if value is not None else _empty(kept.table.c[name]) for name, value in row.items()}
        if "workspace" in kept.table.c:
            row["workspace"] = self._workspace
        if kept.owner is not None:
            row[kept.owner.name] = self._member
        for name, value in (kept.fresh or {}).items():
            row[name] = value(row) if callable(value) else value
        keys = list(kept.table.primary_key.columns)
        new = upsert(self._connection.dialect.name, kept.table).on_conflict_do_nothing().returning(*keys)
        made = self._connection.execute(new, row).first()
        if made is None:
            return None
        if "id" not in kept.table.c:
            return 0
        for part in parts_of(kept):
            assert part.part_of is not None
            for place, one in enumerate(_list_of(entry.get(part.copied) or [])):
                within = {"place": place, **self._part(part, one, self._numbers), part.part_of.name: made.id}
                new_part = upsert(self._connection.dialect.name, part.table).on_conflict_do_nothing()
                self._connection.execute(new_part, within)
        self._done.rows.setdefault(kept.copied, []).append(made.id)
        return int(made.id)


def _back(kept: Kept, entry: Entry) -> Entry | None:
    """The entry as it is put back; None for one that is not."""
    return kept.comes_back(entry) if kept.comes_back else entry


def _number(value: Value) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no number of a record")
    return value


def _list_of(value: Value) -> Sequence[Value]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is no list")
    return value


def _empty(column: Column[Any]) -> Any:
    """What a column without a value holds."""
    return None if column.nullable else False if isinstance(column.type, Boolean) else ""


def _moment(value: Value) -> datetime:
    moment = datetime.fromisoformat(str(value))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


_READ: dict[type, Callable[[Value], Any]] = {
    Instant: _moment,
    Date: lambda value: date.fromisoformat(str(value)),
    Time: lambda value: time.fromisoformat(str(value)),
    Exact: lambda value: Decimal(str(value)),
    Numeric: lambda value: Decimal(str(value)),
}
"""How columns of these types read what a copy says of them."""
