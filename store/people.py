"""Members and contacts: statements about who is here; rows in, facts out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, String, bindparam, func, insert, select, update

from assistant.facts import Kind, Person, Profile, Standing
from assistant.ids import AccountId, PersonId, WorkspaceId
from assistant.people.index import Directory
from assistant.reply import Matter, Subject
from store.batches import batched
from store.directories import COLUMNS, HERE, Directories, as_person
from store.index import SqlIndex
from store.tables import people, workspaces

_PROFILE = (
    "name", "display_name", "handle", "email", "organisation", "title", "zone", "picture", "standing",
    "admin",
)  # fmt: skip
_BY_ACCOUNT = select(*COLUMNS).where(HERE, people.c.account == bindparam("account"))
_HOLD = _BY_ACCOUNT.with_for_update(key_share=True)  # others may go on pointing at the row
_PAIR = select(func.pg_advisory_xact_lock(func.hashtextextended(bindparam("pair", type_=String), 0)))
_BY_ACCOUNTS = select(*COLUMNS).where(HERE, people.c.account.in_(bindparam("accounts", expanding=True)))
_BY_IDS = select(*COLUMNS).where(HERE, people.c.id.in_(bindparam("ids", expanding=True)))
_NEXT_VERSION = (
    update(workspaces)
    .where(workspaces.c.id == bindparam("here"))
    .values(people_version=workspaces.c.people_version + 1)
    .returning(workspaces.c.people_version)
)
_CONTACT = select(*COLUMNS).where(
    HERE, people.c.owner == bindparam("of"), people.c.name == bindparam("called"), people.c.merged_into.is_(None)
)
_MERGED = select(people.c.id, people.c.merged_into).where(
    HERE, people.c.owner == bindparam("of"), people.c.merged_into.is_not(None)
)
_TITLED = (
    select(*COLUMNS)
    .where(HERE, people.c.kind == "member", people.c.title != "")
    .order_by(people.c.id)
    .limit(bindparam("most"))
)
_MERGED_INTO = select(people.c.id).where(
    HERE, people.c.merged_into.is_not(None), people.c.merged_into.in_(bindparam("people", expanding=True))
)
_HOME = select(people.c.home_page).where(HERE, people.c.id == bindparam("person"))
_TURN = update(people).where(HERE, people.c.id == bindparam("person")).values(home_page=bindparam("page"))


_CHANGE = (
    update(people)
    .where(people.c.id == bindparam("of"))
    .values({name: bindparam(name) for name in (*_PROFILE, "kind", "version")})
)
_AT_ONCE = 500  # accounts a statement; SQLite takes at most 32,766 values


class SqlPeople:
    """`assistant.ledger.People` on a connection."""

    def __init__(
        self,
        connection: Connection,
        workspace: WorkspaceId,
        directories: Directories,
        described: Callable[[Sequence[PersonId]], None] = lambda people: None,
    ) -> None:
        """`described` is told of people whose name or work has changed."""
        self._connection, self._workspace, self._directories = connection, workspace, directories
        self._described = described
        self.changed = False  # whether this transaction changed people

    def back(self) -> None:
        """What this transaction did lately is rolled back: the directory may hold what never was."""
        if self.changed:
            self._directories.behind(self._workspace)

    def by_account(self, account: AccountId) -> Person | None:
        row = self._connection.execute(_BY_ACCOUNT, {"here": self._workspace, "account": account}).first()
        return as_person(row) if row else None

    def hold(self, account: AccountId) -> Person | None:
        row = self._connection.execute(_HOLD, {"here": self._workspace, "account": account}).first()
        return as_person(row) if row else None

    def hold_pair(self, one: PersonId, other: PersonId) -> None:
        if self._connection.dialect.name == "postgresql":  # SQLite has one writer at a time
            first, second = sorted((one, other))
            self._connection.execute(_PAIR, {"pair": f"wellmet:{first}:{second}"})

    def by_accounts(self, accounts: Iterable[AccountId]) -> Mapping[AccountId, Person]:
        wanted = list(accounts)
        if len(wanted) == 1:
            one = self.by_account(wanted[0])
            return {wanted[0]: one} if one else {}
        rows = self._connection.execute(_BY_ACCOUNTS, {"here": self._workspace, "accounts": wanted})
        return {AccountId(row.account): as_person(row) for row in rows}

    def by_ids(self, ids: Iterable[PersonId]) -> Mapping[PersonId, Person]:
        wanted = list(ids)
        read: dict[PersonId, Person] = {}
        missing = wanted
        while missing:  # once, and again where a contact turned out to be somebody
            rows = self._connection.execute(_BY_IDS, {"here": self._workspace, "ids": missing})
            new = {PersonId(row.id): as_person(row) for row in rows}
            read |= new
            missing = [one.merged_into for one in new.values() if one.merged_into and one.merged_into not in read]
        return {one: meant_by(read[one], read) for one in wanted if one in read}

    def rows(self, ids: Iterable[PersonId]) -> Sequence[Person]:
        """The people of those very ids, contacts that turned out to be somebody as themselves."""
        rows = self._connection.execute(_BY_IDS, {"here": self._workspace, "ids": list(ids)})
        return [as_person(row) for row in rows]

    def merged(self, owner: PersonId) -> Mapping[PersonId, PersonId]:
        """The owner's contacts that turned out to be somebody, with whom."""
        rows = self._connection.execute(_MERGED, {"here": self._workspace, "of": owner}).all()
        into = {PersonId(row.id): PersonId(row.merged_into) for row in rows}
        meant: dict[PersonId, PersonId] = {}
        for contact in into:
            person = contact
            while person in into:
                person = into[person]
            meant[contact] = person
        return meant

    def rows_of(self, owner: PersonId, person: PersonId) -> Sequence[PersonId]:
        """Under which ids the owner's records may name the person; none for a contact who turned out to be somebody."""
        merged = self.merged(owner)
        return [] if person in merged else [person, *(one for one, meant in merged.items() if meant == person)]

    def directory(self) -> Directory:
        return self._directories.of(self._workspace, self._connection)

    def learn(self, profile: Profile) -> Person:
        self.learn_all([profile])
        learnt = self.by_account(profile.account)
        assert learnt is not None
        return learnt

    def learn_all(self, profiles: Iterable[Profile]) -> Sequence[tuple[Profile, Person | None]]:
        changed: list[tuple[Profile, Person | None]] = []
        told = {profile.account: profile for profile in profiles}
        for some in batched(told.values(), _AT_ONCE):
            known = self.by_accounts(profile.account for profile in some)
            news = [profile for profile in some if _differs(profile, known.get(profile.account))]
            if news:
                renamed = any(
                    _described(known[one.account]) != _described(_facts(one)) for one in news if one.account in known
                )
                self._write(news, renamed)
                changed += ((profile, known.get(profile.account)) for profile in news)
        return changed

    def _write(self, profiles: Sequence[Profile], renamed: bool) -> None:
        if renamed:
            SqlIndex(self._connection, self._workspace).alone()  # before any row is locked, so that nobody waits for us
        version = self.next_version()
        # With the workspace's row locked by the new version, nobody else adds the same account meanwhile.
        known = self.by_accounts(profile.account for profile in profiles)
        facts = {profile.account: {"version": version, **_facts(profile)} for profile in profiles}
        old = [{"of": person.id, **facts[account]} for account, person in known.items()]
        new = [
            {"workspace": self._workspace, "account": account, **columns}
            for account, columns in facts.items()
            if account not in known
        ]
        if old:
            self._connection.execute(_CHANGE, old)
            anew = [one.id for account, one in known.items() if _described(one) != _described(facts[account])]
            if anew:
                self._described(self.named(anew))
        if new:
            self._connection.execute(insert(people), new)

    def named(self, people: Sequence[PersonId]) -> Sequence[PersonId]:
        """The ids under which records may name the people: their own, and of contacts that became them."""
        found, new = list(people), list(people)
        while new:
            rows = self._connection.execute(_MERGED_INTO, {"here": self._workspace, "people": new}).scalars()
            new = [PersonId(row) for row in rows]
            found += new
        return found

    def add_contact(self, owner: PersonId, name: str) -> Person:
        wanted = {"here": self._workspace, "of": owner, "called": name}
        row = self._connection.execute(_CONTACT, wanted).first()
        if row is None:
            version = self.next_version()
            new = dict.fromkeys(("display_name", "handle", "email", "organisation", "title", "picture"), "")
            kept = {
                "kind": Kind.CONTACT,
                "owner": owner,
                "name": name,
                "zone": "UTC",
                "standing": Standing.ACTIVE,
                "admin": False,
            }
            self._connection.execute(insert(people).values(workspace=self._workspace, version=version, **kept, **new))
            row = self._connection.execute(_CONTACT, wanted).one()
            index_contact(as_person(row), SqlIndex(self._connection, self._workspace))
        return as_person(row)

    def described(self, organisation: Sequence[str], title: Sequence[str], limit: int) -> Sequence[Person]:
        house = func.lower(people.c.organisation)
        both = func.lower(people.c.title).concat(" ").concat(people.c.organisation)
        holding = [house.contains(word, autoescape=True) for word in organisation]
        holding += [func.lower(both).contains(word, autoescape=True) for word in title]
        found = select(*COLUMNS).where(HERE, *holding).order_by(people.c.id).limit(limit)
        return [as_person(row) for row in self._connection.execute(found, {"here": self._workspace})]

    def titled(self, limit: int) -> Sequence[Person]:
        rows = self._connection.execute(_TITLED, {"here": self._workspace, "most": limit})
        return [as_person(row) for row in rows]

    def home_page(self, person: PersonId) -> int:
        return self._connection.execute(_HOME, {"here": self._workspace, "person": person}).scalar() or 0

    def turn_home(self, person: PersonId, page: int) -> None:
        self._connection.execute(_TURN, {"here": self._workspace, "person": person, "page": page})

    def next_version(self) -> int:
        """The version for people about to be changed; until the transaction ends nobody else in the workspace is."""
        self.changed = True
        return int(self._connection.execute(_NEXT_VERSION, {"here": self._workspace}).scalar_one())


def meant_by(person: Person, read: Mapping[PersonId, Person]) -> Person:
    """The person themselves, or whom a contact turned out to be; all on the way are among those read."""
    while person.merged_into is not None:
        person = read[person.merged_into]
    return person


def index_contact(contact: Person, index: SqlIndex) -> None:
    """The contact is found by its name and work; one that turned out to be somebody is found as them."""
    if contact.owner is None:
        return
    if contact.merged_into:
        index.drop(contact.owner, Matter(Subject.CONTACT, contact.id))
    else:
        index.put(contact.owner, *contact_found_as(contact))


def contact_found_as(contact: Person) -> tuple[Matter, None, tuple[str, ...]]:
    """What finds the contact: name, title and organisation, and its address."""
    who = f"{contact.name} {contact.title} {contact.organisation}"
    return Matter(Subject.CONTACT, contact.id), None, (who, "", "", contact.email)


def _described(one: Person | Mapping[str, Any]) -> tuple[Any, ...]:
    """What meetings with a member are found by."""
    told = ("name", "display_name", "title", "organisation")
    return tuple(getattr(one, name) if isinstance(one, Person) else one[name] for name in told)


def _facts(profile: Profile) -> dict[str, object]:
    return {"kind": Kind.MEMBER, **{name: getattr(profile, name) for name in _PROFILE}}


def _differs(profile: Profile, known: Person | None) -> bool:
    return known is None or any(getattr(known, name) != getattr(profile, name) for name in _PROFILE)
