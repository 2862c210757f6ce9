"""A name as typed, taken apart: the words, a handle or an address, and what was said along to tell people apart."""

import re
from dataclasses import dataclass

from assistant.people.spelling import HONORIFICS, all_words, words

_GREETING = re.compile(r"^\s*(?:hi|hey|hello|dear|thanks|cc)[\s,]+(?=\S)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?(?=\W*$)")
_PRONOUNS = re.compile(r"\(\s*\w{1,5}\s*/[^)]*\)")
_ALONG = re.compile(
    r"^(?P<name>.*?\S)"
    r"(?:\s+(?:from|at|of|with|@|over at|in|the|who works at)\s+(?P<said>\S.*)|\s*\((?P<aside>[^)]+)\)\s*\W*)$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:mailto:)?(?P<address>[^\s@<>|]+@[^\s@<>|]+\.\w+)")
_HANDLE = re.compile(r"@?[\w.\-]+")


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed to name a person."""

    words: tuple[str, ...]  # plain, in the order of a name: "Smith, John" is john, smith
    handle: str = ""  # the whole text, where it can be a handle or an address
    certain: bool = False  # it can be nothing else: "@sam", "sam@acme.example"
    hint: tuple[str, ...] = ()  # words of an organisation or title
    title: str = ""  # "dr"


def taken_apart(text: str, organisation: str = "") -> tuple[Typed, ...]:
    """The readings of a text, the likelier first: what stands behind a comma may be a first name or an organisation."""
    text = text.strip()
    address = _ADDRESS.search(text)
    if address:
        return (Typed(words(address["address"].partition("@")[0]), address["address"], True),)
    handle = text if _HANDLE.fullmatch(text) else ""
    if handle.startswith("@"):
        return (Typed(words(handle), handle[1:], True, words(organisation)),)
    text = _POSSESSIVE.sub("", _GREETING.sub("", _PRONOUNS.sub(" ", text)))
    if organisation:
        return tuple(_reading(name, organisation, handle) for name in _orders(text))
    along = _ALONG.match(text)
    if along:
        apart = _reading(along["name"], along["said"] or along["aside"], handle)
        return (apart, _reading(text, "", handle)) if along["aside"] else (apart,)
    left, comma, right = text.partition(",")
    if comma and words(left) and words(right):
        return (_reading(f"{right} {left}", "", handle), _reading(left, right, handle))
    return (_reading(text, "", handle),)


def _orders(text: str) -> tuple[str, ...]:
    left, comma, right = text.partition(",")
    return (f"{right} {left}",) if comma else (text,)


def _reading(name: str, hint: str, handle: str) -> Typed:
    found = all_words(name)
    title = next((word for word in found[:-1] if word in HONORIFICS), "")
    return Typed(words(name), handle, hint=words(hint) if hint else (), title=title)
