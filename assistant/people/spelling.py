"""Names made comparable: case, accents, apostrophes, hyphens and titles put aside."""

import re
import unicodedata
from functools import lru_cache

# Letters that decomposition leaves whole, as they are commonly typed without the special key.
_PLAIN = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_HONORIFICS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "rev",
        "herr",
        "frau",
        "senor",
        "senora",
    ]
)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower case without accents: "José" and "jose" are one word."""
    lowered = text.casefold().translate(_PLAIN)
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words(name: str) -> tuple[str, ...]:
    """The words of a name, plain and in order, without titles: "Dr. Linn O'Carroll" is ("linn", "ocarroll")."""
    found = _WORD.findall(_APOSTROPHES.sub("", plain(name)))
    return tuple(word for word in found if word not in _HONORIFICS) or tuple(found)
