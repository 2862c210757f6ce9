"""Whom an operator means: by account, by address, or by a name as the member would say it."""

import re
from collections.abc import Iterable

from sqlalchemy import ColumnElement, false, func, select

from assistant.facts import Kind, Person, PersonSaid
from assistant.ids import WorkspaceId
from assistant.people.resolve import Sure, Unknown, Unsure, resolve
from assistant.reply import Candidate, Matter, Subject
from handlers.views.people import described
from store.directories import as_person
from store.engine import Database
from store.ledger import SqlMemory
from store.tables import people, workspaces

_KEY = re.compile(rf"{Subject.CONTACT}:(\d{{1,18}})", re.ASCII)


class NotFound(Exception):
    """Nothing, nobody, or several are meant; the text says which."""


def workspace_of(wanted: str, database: Database) -> WorkspaceId:
    """The workspace wanted, or the only one there is. Raises NotFound."""
    with database.read() as connection:
        known = list(connection.execute(select(workspaces.c.id)).scalars())
    if (wanted and wanted not in known) or not known:
        raise NotFound("this database knows no such workspace")
    if not wanted and len(known) > 1:
        raise NotFound(f"name the workspace, one of {', '.join(sorted(known))}")
    return WorkspaceId(wanted or known[0])


class Whom:
    """The people of one workspace, as an operator names them."""

    def __init__(self, database: Database, workspace: WorkspaceId, memory: SqlMemory) -> None:
        self._database, self._workspace, self._memory = database, workspace, memory

    def member(self, who: str) -> Person:
        """The member with that account or address. Raises NotFound."""
        found = self._all((people.c.kind == Kind.MEMBER) & ((people.c.account == who) | _has_address(who)))
        if not found:
            raise NotFound(f"no member has the account or address {who!r}")
        if len(found) > 1:
            accounts = ", ".join(str(one.account) for one in found)
            raise NotFound(f"several members have the address {who!r}; say which account: {accounts}")
        return found[0]

    def contacts(self, who: str) -> list[Person]:
        """Everybody's contacts with that address, or of exactly that name. Raises NotFound."""
        named = _has_address(who) | (func.lower(people.c.name) == _plain(who))
        found = self._all((people.c.kind == Kind.CONTACT) & named)
        if not found:
            raise NotFound(f"nobody keeps a contact with the address or name {who!r}")
        return found

    def known_to(self, member: Person, who: str) -> Person:
        """Whom the member would mean: an account, an address, a contact's key, or a name. Raises NotFound with those it
        could be: what a member would be asked, an operator has to say.
        """
        theirs = people.c.owner.is_(None) | (people.c.owner == member.id)
        found = self._all(theirs & ((people.c.account == who) | _has_address(who) | _has_key(who)))
        with self._memory.read(self._workspace) as ledger:
            exact = tuple(dict.fromkeys(ledger.people.by_ids(one.id for one in found).values()))
            if not exact:
                meant = resolve(PersonSaid(who.strip()), ledger.people.directory(), member.id, former=True)
        match exact:
            case (person,):
                return person
            case ():
                return _sure(who, meant)
            case several:
                raise NotFound(_could_be(who, several))

    def _all(self, condition: ColumnElement[bool]) -> list[Person]:
        with self._database.read() as connection:
            rows = connection.execute(select(people).where(people.c.workspace == self._workspace, condition))
            return [as_person(row) for row in rows]


def candidates(those: Iterable[Person]) -> str:
    """Those whom a name may mean."""
    return "; ".join(map(called, those))


def called(person: Person) -> str:
    """Who it is, with what only they are called by: an account, or a contact's key."""
    return f"{described(Candidate(person))} ({person.account or Matter(Subject.CONTACT, person.id).key})"


def _sure(who: str, meant: Sure | Unsure | Unknown) -> Person:
    match meant:
        case Sure(person):
            return person
        case Unsure(those):
            raise NotFound(_could_be(who, those))
        case Unknown(nearest):
            near = f"; the nearest: {candidates(nearest)}" if nearest else ""
            raise NotFound(f"nobody they know is called {who!r}{near}")


def _could_be(who: str, those: Iterable[Person]) -> str:
    return f"{who!r} could be several: {candidates(those)}"


def _plain(who: str) -> str:
    return who.strip().casefold()


def _has_address(who: str) -> ColumnElement[bool]:
    return (people.c.email != "") & (func.lower(people.c.email) == _plain(who))


def _has_key(who: str) -> ColumnElement[bool]:
    """Whether it is a contact's key that names the row."""
    found = _KEY.fullmatch(who)
    return (people.c.kind == Kind.CONTACT) & (people.c.id == int(found[1])) if found else false()
