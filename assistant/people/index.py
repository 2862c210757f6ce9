"""The names of everybody in a workspace, in memory, with the people that each word may stand for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from threading import RLock

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from assistant.facts import Person
from assistant.ids import AccountId, PersonId
from assistant.people.nicknames import other_forms
from assistant.people.roles import NameWord, Roles
from assistant.people.spelling import plain, words

NEAR = 0.8  # Jaro-Winkler of two words that may be one word mistyped ("lynn" and "linn" are at 0.85)


@dataclass(frozen=True, slots=True)
class Entry:
    """A person with the words they go by."""

    person: Person
    names: tuple[tuple[str, ...], ...]  # each name they have, as words
    words: frozenset[str]  # of all those names


class Directory:
    """Everybody who may be meant. Learns and forgets people one by one; safe to use from several threads."""

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self._lock = RLock()
        self._entries: dict[PersonId, Entry] = {}
        self._accounts: dict[AccountId, PersonId] = {}
        self._by_word: dict[str, set[PersonId]] = defaultdict(set)
        self._by_handle: dict[str, set[PersonId]] = defaultdict(set)
        self._roles = Roles()
        for person in people:
            self.learn(person)

    def learn(self, person: Person) -> None:
        """Add the person, or put the new facts in place of the old."""
        names = tuple(dict.fromkeys(filter(None, (words(person.name), words(person.display_name)))))
        entry = Entry(person, names, frozenset(word for name in names for word in name))
        with self._lock:
            self.forget(person.id)
            self._entries[person.id] = entry
            if person.can_be_met:
                self._roles.learn(person)
            for word in entry.words:
                self._by_word[word].add(person.id)
            for handle in _handles(person):
                self._by_handle[handle].add(person.id)
            if person.account:
                self._accounts[person.account] = person.id

    def forget(self, person: PersonId) -> None:
        """Nobody of that id is known any more."""
        with self._lock:
            entry = self._entries.pop(person, None)
            if entry is None:
                return
            if entry.person.can_be_met:
                self._roles.forget(entry.person)
            for word in entry.words:
                _drop(self._by_word, word, person)
            for handle in _handles(entry.person):
                _drop(self._by_handle, handle, person)
            if entry.person.account:
                self._accounts.pop(entry.person.account, None)

    def __len__(self) -> int:
        return len(self._entries)

    def account(self, account: AccountId) -> Person | None:
        """The member with that account."""
        found = self._accounts.get(account)
        entry = self._entries.get(found) if found is not None else None
        return entry.person if entry else None

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
        one, other = plain(first), plain(second)
        return any(one in name and other in name for entry in self.with_word(one, speaker) for name in entry.names)

    def near(self, word: str, speaker: PersonId) -> bool:
        """The word may be a name of somebody the speaker may mean, mistyped; the name itself counts too."""
        typed = plain(word)
        return any(self.with_word(near, speaker) for near in (typed, *(found for found, _ in self.words_near(typed))))

    def with_word(self, word: str, speaker: PersonId) -> list[Entry]:
        """Those the speaker may mean who go by that very word."""
        with self._lock:
            return list(self._meant(self._by_word.get(word, ()), speaker))

    def with_handle(self, handle: str, speaker: PersonId) -> list[Entry]:
        """Those the speaker may mean with that handle, e-mail address or its local part."""
        with self._lock:
            return list(self._meant(self._by_handle.get(plain(handle), ()), speaker))

    def with_beginning(self, beginning: str, speaker: PersonId, limit: int) -> list[Entry]:
        """Those the speaker may mean with a name that begins so; for lists that grow while somebody types."""
        with self._lock:
            found = (
                person for word, people in self._by_word.items() if word.startswith(beginning) for person in people
            )
            return sorted(self._meant(dict.fromkeys(found), speaker), key=lambda entry: entry.person.name)[:limit]

    def words_near(self, word: str, limit: int = 8) -> list[tuple[str, float]]:
        """Words of names spelt like `word`, itself aside, the nearest first, with how near (0 to 1)."""
        with self._lock:
            vocabulary = list(self._by_word)
        found = process.extract(word, vocabulary, scorer=JaroWinkler.similarity, score_cutoff=NEAR, limit=limit)
        return [(near, score) for near, score, _ in found if near != word]

    def _meant(self, people: Iterable[PersonId], speaker: PersonId) -> Iterator[Entry]:
        """Never the speaker, never another member's contacts, never those who cannot be met any more."""
        for person in people:
            entry = self._entries[person]
            known = entry.person.owner in (None, speaker)
            if known and person != speaker and entry.person.can_be_met:
                yield entry


def _handles(person: Person) -> set[str]:
    """What stands for the person as one string, compared without case and accents."""
    email = plain(person.email)
    return {handle for handle in (plain(person.handle), email, email.partition("@")[0]) if handle}


def _drop(index: dict[str, set[PersonId]], key: str, person: PersonId) -> None:
    index[key].discard(person)
    if not index[key]:
        del index[key]
