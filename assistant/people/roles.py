"""What part a word plays in the names of those a speaker may mean: for readers of phrases, who ask it of every word."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import IntFlag

from assistant.facts import Person
from assistant.ids import PersonId
from assistant.people.spelling import plain, words


class NameWord(IntFlag):
    """The parts a word may play; a word may play several, 0 is none."""

    FIRST = 1
    LAST = 2  # of a surname, or a name between the first and the last
    NICKNAME = 4  # somebody goes by it, or it is a usual short form of somebody's first name
    ORGANISATION = 8
    TITLE = 16
    HANDLE = 32


class Roles:
    """How many people's facts have a word in a part, for everybody and for each owner of contacts apart."""

    def __init__(self) -> None:
        self._open: dict[NameWord, Counter[str]] = defaultdict(Counter)
        self._private: dict[PersonId, dict[NameWord, Counter[str]]] = {}

    def learn(self, person: Person) -> None:
        """Count the person's words."""
        self._count(person, 1)

    def forget(self, person: Person) -> None:
        """The very facts that were learnt count no longer."""
        self._count(person, -1)

    def of(self, word: str, speaker: PersonId) -> NameWord:
        """The parts that the plain word plays for the speaker."""
        found = 0  # a plain number: readers ask this of every word, and flags are slow to put together
        for part, counted in self._open.items():
            if word in counted:
                found |= part.value
        for part, counted in self._private.get(speaker, {}).items():
            if word in counted:
                found |= part.value
        return NameWord(found)

    def _count(self, person: Person, by: int) -> None:
        parts = self._open if person.owner is None else self._private.setdefault(person.owner, defaultdict(Counter))
        for part, word in _parts(person):
            counted = parts[part]
            counted[word] += by
            if not counted[word]:
                del counted[word]


def _parts(person: Person) -> set[tuple[NameWord, str]]:
    name, shown = words(person.name), words(person.display_name)
    found = {*_each(NameWord.FIRST, name[:1]), *_each(NameWord.LAST, name[1:])}
    found |= _each(NameWord.NICKNAME, (word for word in shown if word not in name))
    found |= _each(NameWord.ORGANISATION, words(person.organisation))
    found |= _each(NameWord.TITLE, words(person.title))
    if person.handle:
        found.add((NameWord.HANDLE, plain(person.handle)))
    return found


def _each(part: NameWord, found: Iterable[str]) -> set[tuple[NameWord, str]]:
    return {(part, word) for word in found}
