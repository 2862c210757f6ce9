"""The name index: for a word, a pair of words, a handle or an organisation, the people that it may stand for.

People are rows in flat arrays, so that a million fit in memory; a pair of words finds its people in one step, however
common each word is. Forgetting marks a row; whoever holds the index builds it anew when most rows are gone.
"""

import re
from array import array
from collections.abc import Iterator

from assistant.facts import Person, Standing
from assistant.ids import PersonId
from assistant.people.organisations import Organisations
from assistant.people.postings import Postings, pair_of, run_together
from assistant.people.spelling import HONORIFICS, all_words, plain
from assistant.people.vocabulary import Vocabulary

_ASIDE = re.compile(r"\(.*?\)|\|.*")  # pronouns, and what people add behind a bar
_PARTS = re.compile(r"[._-]")
_GONE, _FORMER, _HERE = 0, 1, 2


class Names:
    """Learns people one by one; answers with rows. Not safe for several threads; its holder locks."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self.organisations = Organisations()
        self.first = Postings()  # by word: those who begin a name with it
        self.other = Postings()  # by word: those who have it further on
        self.pairs = Postings()  # by pair_of two words that stand in one name
        self._handles = Postings()  # by hash of a handle, or of an address
        self._titled: dict[int, str] = {}  # "dr" by row, where the display name says so
        self._ids: array[int] = array("q")
        self._owners: dict[int, PersonId] = {}  # by row, of contacts
        self._states = bytearray()
        self._words: array[int] = array("I")  # of each row: how many in the real name, those, those of the shown name
        self._starts: array[int] = array("I", [0])
        self._initials = bytearray()  # of each row: of the first word, the second, the last, and the first one shown
        self.gone = 0

    def __len__(self) -> int:
        return len(self._ids)

    def learn(self, person: Person) -> int:
        """The row of the person from now on. Bots get one that nothing finds."""
        row = len(self._ids)
        self._ids.append(person.id)
        if person.owner is not None:
            self._owners[row] = person.owner
        bot = person.standing in (Standing.BOT, Standing.UNKNOWN)
        self._states.append(_HERE if person.can_be_met else _GONE if bot else _FORMER)
        real, title = _split(person.name)
        shown: list[str] = []
        if person.display_name and person.display_name != person.name:
            shown, title = _split(person.display_name)
            if "," in person.display_name:
                shown = shown[-1:] + shown[:-1]
        if shown == real:
            shown = []
        number = self.vocabulary.number
        numbers, also = [number(word) for word in real], [number(word) for word in shown]
        self._initials += _initials(real, shown)
        self._words.append(len(numbers))
        self._words.extend(numbers)
        self._words.extend(also)
        self._starts.append(len(self._words))
        if not bot:
            self._file(row, real, numbers, shown, also, person.handle)
            self._handles.add(row, *(_key(sign) for sign in (person.handle, person.email) if sign))
            self.organisations.learn(row, person.organisation, person.title)
            if title:
                self._titled[row] = title
        return row

    def forget(self, row: int) -> None:
        """Nothing finds the row any more."""
        self._states[row] = _GONE
        self.gone += 1

    def person(self, row: int) -> PersonId:
        """Whose row it is."""
        return PersonId(self._ids[row])

    def meant(self, row: int, speaker: PersonId, former: bool) -> bool:
        """The speaker may mean them: not themselves, no other's contact; former members only for old records."""
        return (
            self._states[row] >= (_FORMER if former else _HERE)
            and self._owners.get(row, speaker) == speaker
            and self._ids[row] != speaker
        )

    @property
    def keeps_contacts(self) -> bool:
        """Some rows are of contacts."""
        return bool(self._owners)

    def is_here(self, row: int) -> bool:
        """The row is of somebody who may be met."""
        return self._states[row] == _HERE

    def named(self, name: str) -> Iterator[int]:
        """Rows with that very real name, titles aside."""
        real, _ = _split(name)
        numbers = [number for word in real if (number := self.vocabulary.get(word)) is not None]
        if not real or len(numbers) < len(real):
            return iter(())
        rows = self.first.of(numbers[0]) if len(numbers) == 1 else self.pairs.of(pair_of(numbers[0], numbers[-1]))
        return (row for row in rows if self.names(row)[0] == real)

    def with_handle(self, handle: str) -> Iterator[int]:
        """Rows with that very handle or address."""
        return self._handles.of(_key(handle))

    def with_word(self, word: int) -> Iterator[int]:
        """Rows with the word anywhere, those who begin with it first."""
        yield from self.first.of(word)
        yield from self.other.of(word)

    def beginning(self, rows: Iterator[int], letter: str, first: bool) -> Iterator[int]:
        """Those of the rows whose first word begins with the letter, real or shown; or else the second or the last."""
        initials, code = self._initials, ord(letter) & 255
        for row in rows:
            one, second, last, shown = initials[4 * row : 4 * row + 4]
            if first:
                if code in (one, shown):
                    yield row
            elif code in (second, last) or code == one != shown:  # known as Wei, written Zhang Wei: "wei z"
                yield row

    def titled(self, row: int) -> str:
        """The honorific they show, or ""."""
        return self._titled.get(row, "")

    def names(self, row: int) -> tuple[list[str], list[str]]:
        """The words of the real name, and those of the shown name if it differs."""
        start, end = self._starts[row], self._starts[row + 1]
        middle = start + 1 + self._words[start]
        spelt = self.vocabulary.spelt
        return [spelt[n] for n in self._words[start + 1 : middle]], [spelt[n] for n in self._words[middle:end]]

    def _file(
        self, row: int, real: list[str], numbers: list[int], shown: list[str], also: list[int], handle: str
    ) -> None:
        called = self._called(real, handle)
        if len(numbers) == 2 and not also and called is None and len(real[1]) > 1:  # as most are; the rest is general
            self.pairs.add(row, pair_of(numbers[0], numbers[1]))
            self.first.add(row, numbers[0])
            self.other.add(row, *({numbers[1]} - {numbers[0]}))
            return
        pairs: set[int] = set()
        self._pair(real, numbers, pairs)
        firsts = {numbers[0]} if numbers else set()
        others = set(numbers[1:])
        if also:
            self._pair(shown, also, pairs)
            firsts.add(also[0])
            others.update(also[1:])
        if called is not None:
            firsts.add(called)
        if len(numbers) > 1:
            pairs.update(pair_of(first, numbers[-1]) for first in firsts if first != numbers[-1])
            if len(numbers) > 2:
                tail = run_together(real[1:])
                others.add(tail)
                pairs.update(pair_of(first, tail) for first in firsts)
        self.pairs.add(row, *pairs)
        self.first.add(row, *firsts)
        self.other.add(row, *(others - firsts))

    def _pair(self, name: list[str], numbers: list[int], pairs: set[int]) -> None:
        """The pairs by which a name may be said: its ends with every word, and with the rest written as one."""
        count = len(numbers)
        if count == 2 and len(name[1]) > 1:
            pairs.add(pair_of(numbers[0], numbers[1]))
        elif count > 2:
            pairs.update(pair_of(numbers[0], n) for n, word in zip(numbers[1:], name[1:], strict=True) if len(word) > 1)
            pairs.update(pair_of(n, numbers[-1]) for n, word in zip(numbers, name[:-1], strict=False) if len(word) > 1)
            pairs.add(pair_of(numbers[0], run_together(name[1:])))
            pairs.add(pair_of(run_together(name[:-1]), numbers[-1]))
            if count > 3:
                pairs.add(pair_of(numbers[0], run_together(name[-2:])))
            if count > 3 and len(name[1]) == 1:
                pairs.add(pair_of(numbers[0], run_together(name[2:])))

    def _called(self, real: list[str], handle: str) -> int | None:
        """The first name that a handle like "harry.davies" shows for Henry Davies."""
        if len(real) < 2 or ("." not in handle and "_" not in handle):
            return None
        if handle.startswith((f"{real[0]}.", f"{real[0]}_")):
            return None
        parts = [part for part in _PARTS.split(plain(handle)) if part.isalpha()]
        if len(parts) != 2:
            return None
        last = {real[-1], "".join(real[1:])}
        called = parts[0] if parts[1] in last else parts[1] if parts[0] in last else ""
        if len(called) < 3 or called in real or called in HONORIFICS:
            return None
        return self.vocabulary.number(called)


def same_name(one: str, other: str) -> bool:
    """The same words, however written, titles aside."""
    return bool(_split(one)[0]) and _split(one)[0] == _split(other)[0]


def _split(name: str) -> tuple[list[str], str]:
    """The words of a name without titles, and the first title."""
    if "(" in name or "|" in name:
        name = _ASIDE.sub(" ", name)
    found = all_words(name)
    if HONORIFICS.isdisjoint(found):
        return found, ""
    title = next(word for word in found if word in HONORIFICS)
    return [word for word in found if word not in HONORIFICS] or found, title


def _key(sign: str) -> int:
    return hash(plain(sign)) & 0xFFF_FFFF_FFFF_FFFF  # sixty bits: the largest number of its size in memory


def _initials(real: list[str], shown: list[str]) -> bytes:
    if not real:
        return bytes(4)
    return bytes(ord(word[0]) & 255 for word in (real[0], real[:2][-1], real[-1], (shown or real)[0]))
