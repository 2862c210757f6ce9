"""Names made comparable: case, accents, apostrophes, hyphens and titles put aside; and how a word sounds."""

import re
import unicodedata

# Letters that decomposition leaves whole, as they are commonly typed without the special key.
_PLAIN = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ə": "a"}
)
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
HONORIFICS = frozenset(
    (
        "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "dame", "rev", "herr", "frau",
        "senor", "senora", "mme", "madame", "monsieur",
    )
)  # fmt: skip


def plain(text: str) -> str:
    """Lower case without accents: "José" and "jose" are one word."""
    if text.isascii():
        return text.lower()
    lowered = text.casefold().translate(_PLAIN)
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def all_words(name: str) -> list[str]:
    """Every word of a name, plain and in order: "Dr. Linn O'Carroll" is dr, linn, ocarroll."""
    low = plain(name)
    if low.replace(" ", "").isalnum():
        return low.split()
    return _WORD.findall(_APOSTROPHES.sub("", low))


def words(name: str) -> tuple[str, ...]:
    """The words of a name, plain and in order, without titles: "Dr. Linn O'Carroll" is ("linn", "ocarroll")."""
    found = all_words(name)
    return tuple(word for word in found if word not in HONORIFICS) or tuple(found)


# Spellings that sound alike in the languages that names here come from, the longer first; then what is left is
# compared without double letters. Coarse on purpose: it only finds words, how far they are is counted in letters.
_ALIKE = (
    ("tsch", "c"), ("sch", "s"), ("cz", "c"), ("ch", "c"), ("sh", "s"), ("ph", "f"), ("th", "t"), ("gh", "g"),
    ("ck", "k"), ("kh", "k"), ("dh", "d"), ("bh", "b"), ("dt", "t"), ("qu", "kv"), ("kw", "kv"), ("ks", "x"),
    ("cs", "x"), ("ae", "e"), ("oe", "o"), ("ue", "u"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ea", "i"),
    ("ie", "i"), ("ei", "i"), ("ai", "e"), ("ay", "e"), ("ey", "i"), ("an", "en"), ("ar", "er"),
    ("y", "i"), ("j", "i"), ("w", "v"), ("z", "s"), ("q", "k"), ("c", "k"),
)  # fmt: skip
_SOUND = dict(_ALIKE)
_SOUNDS = re.compile("|".join(spelt for spelt, _ in _ALIKE))
_DOUBLE = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """How a plain word sounds, roughly: "philipp" and "filip" are one."""
    return _DOUBLE.sub(r"\1", _SOUNDS.sub(lambda spelt: _SOUND[spelt[0]], _DOUBLE.sub(r"\1", word)))
