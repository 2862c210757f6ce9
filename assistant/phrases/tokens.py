"""A readable sentence cut into words, each with what the directory and the calendar know of it.

This is the only picture of a sentence that the models see: names, dates and numbers stand for their kind, so that what
was learnt with one directory holds in another.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.ids import PersonId
from assistant.people.index import Directory
from assistant.people.roles import NameWord
from assistant.phrases.en.concepts import CONCEPTS
from assistant.phrases.words import MENTION

LONGEST = 600  # characters that are read; what a sentence asks for stands near its beginning
MOST = 100  # words; with three readings of a hundred words it stays within 20 ms
_TITLED = r"(?:Dr|Mr|Mrs|Ms|Prof|St)\.(?=\s*\w)|(?:\b\w\.){2,}|\b[A-Z]\.(?=\s[A-Z])"  # words that keep their dot
_WORD = re.compile(rf"{MENTION.pattern}|{_TITLED}|@?\w+(?:[.\-]\w+|'(?!s\b)\w+)*|'s\b|\S")
# Plain numbers, since flags are slow to compare and every word is compared.
_PERSON = int(NameWord.FIRST | NameWord.LAST | NameWord.NICKNAME)
_CALLED = int(NameWord.FIRST | NameWord.NICKNAME)
_ORGANISATION, _HANDLE = int(NameWord.ORGANISATION), int(NameWord.HANDLE)
_SHORTEST_MISTYPED = 4
_MASKED = frozenset("@p~oXdn")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text in parallel lists."""

    text: str
    words: list[str]  # as typed
    low: list[str]  # in small letters
    start: list[int]
    end: list[int]
    # "@" a mention, "p" a name, "~" maybe one mistyped, "o" an organisation, "X" typed like a name, "d" in a date, "n"
    # a number, "." a mark, "w" another word
    kind: list[str]
    shown: list[str]  # what the models see: <p> for names, <d> for dates, else the small word
    named: list[bool]  # somebody's name has the word
    full: list[bool]  # the word and its neighbour stand in one name of the directory

    def span(self, first: int, last: int) -> str:
        """The text from one word to another, the last included."""
        return self.text[self.start[first] : self.end[last]]


def cut(
    text: str,
    names: Directory,
    speaker: PersonId | None,
    moments: Sequence[tuple[int, int]] = (),
    ordinary: Collection[str] = (),
) -> Tokens:
    """The words of a readable text. `moments` are the spans of its dates, `ordinary` words that are seldom names."""
    found = list(_WORD.finditer(text[:LONGEST]))[:MOST]
    words = [one.group() for one in found]
    low = [word.casefold() for word in words]
    start, end = [one.start() for one in found], [one.end() for one in found]
    whose = speaker if speaker is not None else PersonId(0)
    flags = [int(names.word(word, whose)) if word[0].isalpha() or word[0] == "@" else 0 for word in words]
    full = _full(words, flags, names, whose)
    kind: list[str] = []
    for at, word in enumerate(words):
        dated = any(first < end[at] and start[at] < last for first, last in moments)
        kind.append(_kind(word, low[at], flags[at], full[at], dated, ordinary, names, whose))
    shown = [f"<{each}>" if each in _MASKED else low[at] for at, each in enumerate(kind)]
    named = [bool(each & _PERSON) for each in flags]
    return Tokens(text, words, low, start, end, kind, shown, named, full)


def _full(words: list[str], flags: list[int], names: Directory, whose: PersonId) -> list[bool]:
    full = [False] * len(words)
    for at in range(len(words) - 1):
        if flags[at] & _PERSON and flags[at + 1] & _PERSON and names.pair(words[at], words[at + 1], whose):
            full[at] = full[at + 1] = True
    return full


def _kind(
    word: str,
    low: str,
    flags: int,
    full: bool,
    dated: bool,
    ordinary: Collection[str],
    names: Directory,
    whose: PersonId,
) -> str:
    """What the models are told of a word; the first that holds."""
    typed_as_name = word[0].isupper() or low not in ordinary
    match word[0]:
        case "<" if len(word) > 1:
            return "@"
        case "@" if len(word) > 1:
            return "p"
        case first if not first.isalnum():
            return "."
    if full:
        return "p"
    if dated:
        return "d"
    if word[0].isdigit():
        return "n"
    known = low in ordinary or low in CONCEPTS
    if flags & _PERSON and typed_as_name and (flags & _CALLED or word[0].isupper() or not known):
        return "p"
    if flags & _ORGANISATION and typed_as_name and len(word) > 2:
        return "o"
    if flags & _HANDLE and low not in ordinary:
        return "p"
    if not known and len(word) >= _SHORTEST_MISTYPED and word.isalpha() and names.near(word, whose):
        return "~"
    if known:
        return "w"
    return "X" if word[0].isupper() else "u"
