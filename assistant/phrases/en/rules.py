"""Rules of words: each says what it stands for, shows a sentence, and gives the pattern; the first that fits counts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from assistant.phrases.en.mending import mended

T = TypeVar("T")
# What people type in a hurry; only words that cannot be a name.
_SHORTHAND = {
    "u": "you", "ur": "your", "v": "we", "w": "with", "n": "and", "frm": "from", "abt": "about", "mtg": "meeting",
    "mtgs": "meetings", "pls": "please", "plz": "please", "msg": "message", "msgs": "messages", "thx": "thanks",
    "wat": "what", "wen": "when",
}  # fmt: skip
_LONG_WORD = re.compile(r"[a-z]{5,}")
LONGEST = 600  # characters that are read; what a sentence asks for stands near its beginning


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """One meaning with a sentence that has it; a test holds every example to its meaning."""

    means: T
    example: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """Something read from a text, and the characters that say it: `text[start:end]`."""

    value: T
    start: int
    end: int


def rule(means: T, example: str, pattern: str) -> Rule[T]:
    """A rule whose pattern may begin and end only where words do; it is matched against `plain` text."""
    return Rule(means, example, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))


def plain(text: str) -> str:
    """The text as patterns want it: small letters, no apostrophes, shorthand written out, slips mended, cut short."""
    small = text[:LONGEST].casefold().replace("'", "").replace("’", "").replace("w/", "with ")
    small = " ".join(_SHORTHAND.get(word, word) for word in small.split())
    return _LONG_WORD.sub(lambda word: mended(word[0]), small)


def first(text: str, rules: Iterable[Rule[T]]) -> T | None:
    """What the first fitting rule means; None when none fits."""
    words = plain(text)
    return next((each.means for each in rules if each.pattern.search(words)), None)
