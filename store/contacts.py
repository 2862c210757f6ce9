"""Contacts as their owners keep them: what is noted of them, whom they turned out to be, and whom they may be."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, bindparam, func, select, update

from assistant.errors import Gone
from assistant.facts import Contact, ContactFacts, Match, Person
from assistant.ids import MatchId, PersonId, WorkspaceId
from store.dialect import upsert
from store.directories import as_person
from store.index import SqlIndex
from store.people import SqlPeople, index_contact
from store.tables import matches, people

_MINE = (people.c.workspace == bindparam("here")) & (people.c.owner == bindparam("of"))
_ONE = select(people).where(_MINE, people.c.id == bindparam("contact"))
_ANY = select(people).where(people.c.workspace == bindparam("here"), people.c.id == bindparam("contact"))
_ALL = select(people).where(_MINE, people.c.merged_into.is_(None)).order_by(people.c.name, people.c.id)
_COUNT = select(func.count()).select_from(people).where(_MINE, people.c.merged_into.is_(None))
_CHANGE = update(people).where(_MINE, people.c.id == bindparam("contact")).returning(people.c.id)
_MATCH = (
    select(matches)
    .join(people, people.c.id == matches.c.contact)
    .where(_MINE, matches.c.workspace == bindparam("here"), matches.c.id == bindparam("match"))
)
_APART = (
    update(matches)
    .where(matches.c.workspace == bindparam("here"), matches.c.id == bindparam("match"))
    .values(apart=bindparam("said"))
)


@cache
def _propose(dialect: str) -> Insert:
    return upsert(dialect, matches).on_conflict_do_nothing().returning(matches.c.id)


class SqlContacts:
    """`assistant.ledger.Contacts` on a connection."""

    def __init__(
        self,
        connection: Connection,
        workspace: WorkspaceId,
        known: SqlPeople,
        described: Callable[[Sequence[PersonId]], None],
    ) -> None:
        self._connection, self._workspace, self._people, self._described = connection, workspace, known, described
        self._index = SqlIndex(connection, workspace)

    def get(self, owner: PersonId, contact: PersonId) -> Contact | None:
        row = self._connection.execute(_ONE, {**self._mine(owner), "contact": contact}).first()
        if row is None:
            return None
        into = PersonId(row.merged_into) if row.merged_into else None
        return Contact(as_person(row), self._people.by_ids([into])[into] if into else None, row.version)

    def all_of(self, owner: PersonId) -> Sequence[Person]:
        return [as_person(row) for row in self._connection.execute(_ALL, self._mine(owner))]

    def count(self, owner: PersonId) -> int:
        return int(self._connection.execute(_COUNT, self._mine(owner)).scalar_one())

    def edit(self, owner: PersonId, contact: PersonId, facts: ContactFacts) -> None:
        self._index.alone()
        self._change(
            owner, contact, name=facts.name, organisation=facts.organisation, title=facts.title, email=facts.email
        )
        self._describe_anew(contact, self._people.rows_of(owner, contact))

    def merge(self, owner: PersonId, contact: PersonId, into: PersonId | None) -> None:
        self._index.alone()
        rows = self._people.rows_of(owner, contact)  # of the contact while it is one, before a merge or after its undo
        self._change(owner, contact, merged_into=into)
        self._describe_anew(contact, rows or self._people.rows_of(owner, contact))

    def propose(self, contact: PersonId, member: PersonId) -> MatchId | None:
        new = {"workspace": self._workspace, "contact": contact, "member": member, "apart": False}
        made = self._connection.execute(_propose(self._connection.dialect.name), new).scalar()
        return MatchId(made) if made else None

    def match(self, owner: PersonId, match: MatchId) -> Match | None:
        row = self._connection.execute(_MATCH, {**self._mine(owner), "match": match}).first()
        return Match(MatchId(row.id), PersonId(row.contact), PersonId(row.member), row.apart) if row else None

    def keep_apart(self, match: MatchId) -> None:
        self._connection.execute(_APART, {"here": self._workspace, "match": match, "said": True})

    def _describe_anew(self, contact: PersonId, rows: Sequence[PersonId]) -> None:
        """What the contact and records with it are found by follows the change."""
        index_contact(self._one(contact), self._index)
        self._described(rows)

    def _one(self, contact: PersonId) -> Person:
        wanted = {"here": self._workspace, "contact": contact}
        return as_person(self._connection.execute(_ANY, wanted).one())

    def _mine(self, owner: PersonId) -> dict[str, Any]:
        return {"here": self._workspace, "of": owner}

    def _change(self, owner: PersonId, contact: PersonId, **columns: object) -> None:
        version = self._people.next_version()
        wanted = {**self._mine(owner), "contact": contact}
        if not self._connection.execute(_CHANGE.values(version=version, **columns), wanted).first():
            raise Gone("That contact isn't there any more.")
