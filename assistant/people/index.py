"""Everybody in a workspace who may be meant: their facts, and the index of their names, changed in place."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import RLock

from assistant.facts import Person
from assistant.ids import AccountId, PersonId
from assistant.people.circle import Circle
from assistant.people.evidence import Found
from assistant.people.names import Names, same_name
from assistant.people.near import mended
from assistant.people.nicknames import other_forms
from assistant.people.roles import NameWord, Roles
from assistant.people.spelling import plain

STALE = 1_000  # rows of the forgotten, beyond as many as there are people, at which the index is made anew


class Directory:
    """Everybody who may be meant. Learns and forgets people one by one; safe to use from several threads."""

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self._lock = RLock()
        self._names = Names()
        self._people: dict[PersonId, Person] = {}
        self._rows: dict[PersonId, int] = {}
        self._accounts: dict[AccountId, PersonId] = {}
        self._merged: dict[PersonId, set[PersonId]] = {}  # by a person: the contacts that turned out to be them
        self._filed: dict[PersonId, Person] = {}  # of a merged contact: the facts that stand in the index
        self._roles = Roles()
        for person in people:
            self.learn(person)

    def learn(self, person: Person) -> None:
        """Add the person, or put the new facts in place of the old."""
        with self._lock:
            self.forget(person.id)
            self._people[person.id] = person
            if person.account:
                self._accounts[person.account] = person.id
            if person.merged_into is not None:
                self._merged.setdefault(person.merged_into, set()).add(person.id)
            self._file(person)
            self._refile_merged(person.id)

    def forget(self, person: PersonId) -> None:
        """Nobody of that id is known any more."""
        with self._lock:
            known = self._people.pop(person, None)
            if known is None:
                return
            self._unfile(known)
            if known.account:
                self._accounts.pop(known.account, None)
            if known.merged_into is not None:
                self._merged[known.merged_into].discard(person)
            self._refile_merged(person)
            if self._names.gone > len(self._people) + STALE:
                self._make_anew()

    def __len__(self) -> int:
        return len(self._people)

    def account(self, account: AccountId) -> Person | None:
        """The member with that account."""
        found = self._accounts.get(account)
        return self._people.get(found) if found is not None else None

    @contextmanager
    def circle(self, speaker: PersonId, former: bool = False) -> Iterator[Circle]:
        """Those the speaker may mean, to look names up; nobody is learnt or forgotten meanwhile.

        `former` lets in members who left, for talk about old records.
        """
        with self._lock:
            yield Circle(self._names, speaker, former)

    def people(self, found: Iterable[Found]) -> tuple[Person, ...]:
        """The facts of the people found, in their order; within the same `circle` only."""
        return tuple(self._people[self._names.person(one.row)] for one in found)

    def contacts_like(self, name: str, email: str) -> tuple[Person, ...]:
        """Contacts, whoever's, with that very name or address: for asking each owner about their own.

        Those that were merged into a member are nobody's contact any more.
        """
        with self._lock:
            if not self._names.keeps_contacts:
                return ()
            rows = list(self._names.named(name))
            if email:
                rows += self._names.with_handle(email)
            found = dict.fromkeys(self._people[self._names.person(row)] for row in rows if self._names.is_here(row))
        return tuple(
            one for one in found if one.owner and (same_name(one.name, name) or plain(one.email) == plain(email) != "")
        )

    def word(self, word: str, speaker: PersonId) -> NameWord:
        """The parts that a word, plain or as typed, plays in the names of those the speaker may mean; 0 for none."""
        typed = plain(word)
        with self._lock:
            found = self._roles.of(typed, speaker)
            if NameWord.FIRST not in found and any(
                NameWord.FIRST in self._roles.of(form, speaker) for form in other_forms(typed)
            ):
                found |= NameWord.NICKNAME
            return found

    def pair(self, first: str, second: str, speaker: PersonId) -> bool:
        """Somebody the speaker may mean has both words in one name."""
        with self.circle(speaker) as circle:
            one, other = circle.number(plain(first)), circle.number(plain(second))
            return one is not None and other is not None and any(True for _ in circle.pair(one, other))

    def near(self, word: str, speaker: PersonId) -> bool:
        """The word may be a name of somebody the speaker may mean, mistyped; the name itself counts too.

        Among many thousands of people most short words are near some name: it says little of a word by itself.
        """
        typed = plain(word)
        with self.circle(speaker) as circle:
            numbers = [number for number, _ in mended(circle.names.vocabulary, typed)]
            own = circle.number(typed)
            return any(True for n in (*numbers, *(() if own is None else (own,))) for _ in circle.word(n))

    def with_beginning(self, beginning: str, speaker: PersonId, limit: int) -> list[Person]:
        """Those the speaker may mean with a name that begins so; for lists that grow while somebody types."""
        with self.circle(speaker) as circle:
            rows = {row for word in circle.names.vocabulary.beginning(beginning) for row in circle.word(word)}
            people = {self._people[circle.names.person(row)] for row in rows}
            return sorted(people, key=lambda person: (person.name, person.id))[:limit]

    def _file(self, person: Person) -> None:
        """Put the person's names into the index; those of a merged contact lead to whom they turned out to be."""
        meant = self._meant_by(person)
        if meant is not None:
            filed = person
            if meant is not person:
                filed = self._filed[person.id] = replace(person, id=meant.id, standing=meant.standing)
            self._rows[person.id] = self._names.learn(filed)
            if filed.can_be_met:
                self._roles.learn(filed)

    def _unfile(self, person: Person) -> None:
        row = self._rows.pop(person.id, None)
        if row is None:
            return
        self._names.forget(row)
        filed = self._filed.pop(person.id, person)
        if filed.can_be_met:
            self._roles.forget(filed)

    def _refile_merged(self, person: PersonId) -> None:
        """Something changed about the person: contacts that turned out to be them are filed anew."""
        behind = list(self._merged.get(person, ()))
        for contact in behind:  # grows while it is gone through, since contacts may be merged into merged ones
            behind += self._merged.get(contact, set()).difference(behind, (person,))
            self._unfile(self._people[contact])
            self._file(self._people[contact])

    def _meant_by(self, person: Person) -> Person | None:
        """Whom the person turned out to be; None while those are not known here, or two changes are half learnt."""
        found: Person | None = person
        passed: set[PersonId] = set()
        while found is not None and found.merged_into is not None:
            if found.id in passed:
                return None
            passed.add(found.id)
            found = self._people.get(found.merged_into)
        return found if found is None or found.owner in (None, person.owner) else None

    def _make_anew(self) -> None:
        self._names = Names()
        self._rows = {person: self._names.learn(self._filed.get(person, self._people[person])) for person in self._rows}
