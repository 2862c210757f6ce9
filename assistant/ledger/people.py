"""What is asked of the memory about members and contacts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from assistant.facts import Contact, ContactFacts, Match, Meaning, Person, Profile
from assistant.ids import (
    AccountId,
    MatchId,
    PersonId,
)
from assistant.people.index import Directory


class People(Protocol):
    """Members and contacts."""

    def by_account(self, account: AccountId) -> Person | None: ...
    def hold(self, account: AccountId) -> Person | None:
        """The member; until the transaction ends no other one that holds them goes on."""
        ...

    def hold_pair(self, one: PersonId, other: PersonId) -> None:
        """Until the transaction ends nobody else goes on who holds the same two, named in whichever order.

        Each of them holds themselves already; to hold one another too, they would wait for each other for ever.
        """
        ...

    def by_accounts(self, accounts: Iterable[AccountId]) -> Mapping[AccountId, Person]: ...
    def by_ids(self, ids: Iterable[PersonId]) -> Mapping[PersonId, Person]:
        """The people by the ids asked for; a contact that turned out to be somebody is them."""
        ...

    def directory(self) -> Directory:
        """The names of everybody in the workspace, brought up to the last committed change."""
        ...

    def learn(self, profile: Profile) -> Person:
        """Add the member, or bring what is known of them up to date; unchanged profiles change nothing."""
        ...

    def learn_all(self, profiles: Iterable[Profile]) -> Sequence[tuple[Profile, Person | None]]:
        """The same for many at once; those of whom something was new, each with who they were before."""
        ...

    def add_contact(self, owner: PersonId, name: str) -> Person:
        """A contact known to `owner` alone. The same owner's contact of the very same name is that contact.

        One that turned out to be somebody is not meant: who adds the name anew means another person.
        """
        ...

    def described(self, organisation: Sequence[str], title: Sequence[str], limit: int) -> Sequence[Person]:
        """Those whose organisation holds all words of the one, and whose title or organisation those of the other."""
        ...

    def titled(self, limit: int) -> Sequence[Person]:
        """Members with a title, in no telling order."""
        ...

    def home_page(self, person: PersonId) -> int:
        """The page of Home the member looked at last, counted from 1; 0 if they never opened it."""
        ...

    def turn_home(self, person: PersonId, page: int) -> None:
        """The member looks at that page of Home now."""
        ...


class Contacts(Protocol):
    """What members keep of people without an account. Every statement but `keep_apart` is about one owner's own."""

    def get(self, owner: PersonId, contact: PersonId) -> Contact | None:
        """The contact, merged or not; None also when it is somebody else's."""
        ...

    def all_of(self, owner: PersonId) -> Sequence[Person]:
        """Those that are not merged, by name."""
        ...

    def count(self, owner: PersonId) -> int:
        """How many are not merged."""
        ...

    def edit(self, owner: PersonId, contact: PersonId, facts: ContactFacts) -> None:
        """Replace all that was noted. Raises Gone if it is not there or not theirs."""
        ...

    def merge(self, owner: PersonId, contact: PersonId, into: PersonId | None) -> None:
        """The contact turned out to be that person, or with None is somebody of their own again. Raises Gone.

        `into` is nobody that was merged into the contact. Records keep pointing at the contact.
        """
        ...

    def propose(self, contact: PersonId, member: PersonId) -> MatchId | None:
        """The member may be the contact; None if that was proposed before."""
        ...

    def match(self, owner: PersonId, match: MatchId) -> Match | None:
        """What was proposed to the owner; None also when it was somebody else."""
        ...

    def keep_apart(self, match: MatchId) -> None:
        """They are two."""
        ...


class Meanings(Protocol):
    """Whom members meant by words that they were asked about. Every statement is about one owner's own."""

    def of(self, owner: PersonId, words: str) -> Meaning | None:
        """Whom they meant the last time."""
        ...

    def answered(self, owner: PersonId, words: str, person: PersonId, among: Iterable[PersonId], at: datetime) -> None:
        """They meant that person, among those; another one than the last time begins the count anew."""
        ...

    def doubt(self, owner: PersonId, people: Iterable[PersonId]) -> None:
        """Something noted of these people was taken back: words that mean them count as answered once."""
        ...
