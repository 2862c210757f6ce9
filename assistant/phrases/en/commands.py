"""What the words after a command are: the command says what they are about, and may be said again inside `/wellmet`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.phrases.frame import Intent

_MEANS = {"/met": Intent.RECORD_MEETING, "/intro": Intent.REQUEST_INTRO, "/thanks": Intent.GIVE_THANKS}
# `/wellmet met Linn`; "thanks owed" is a question, and "met who last week" one too.
_SAID_AGAIN = re.compile(
    r"/?(?P<command>met|intro|introduce|thanks|thank)\b(?!\s+(?:yous?\b|owed|due|i\s|who|whom|list))[\s:,–-]*",
    re.IGNORECASE,
)
_SHORT = {"introduce": "/intro", "thank": "/thanks"}


# `/intro Linn to Tom`, `Linn x Tom`, `Linn and Tom`: two who are to be introduced to each other.
_JOINS = re.compile(r"\s*(?:to|with|w/|and|&|n|x|\+|/|<>|<->|↔|meet|meets|,|)\s*", re.IGNORECASE)
# `/intro Linn via Tom`, `Linn, ask Tom`: one who is sought and one who is to introduce.
_THROUGH = re.compile(r"[\s,–-]*(?:via|through|thru|by|ask|from|with\s+help\s+(?:of|from)|cc)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Commanded:
    """The words after a command, once a command said again inside them has been taken off."""

    command: str  # "/met", "/intro", "/thanks", "/wellmet"
    text: str

    @property
    def means(self) -> Intent | None:
        """What the command alone makes of names after it; None for `/wellmet`, after which anything may be said."""
        return _MEANS.get(self.command)

    @property
    def empty(self) -> bool:
        """Nothing was said: `/wellmet` alone asks for help, the others for their form."""
        return not self.text


def read(command: str, text: str) -> Commanded:
    """`/wellmet met Linn` is `/met Linn`; `/met met Linn` as well."""
    text = text.strip()
    said = _SAID_AGAIN.match(text)
    if said is None:
        return Commanded(command, text)
    again = _SHORT.get(said["command"].lower(), f"/{said['command'].lower()}")
    if command in ("/wellmet", again):
        return Commanded(again, text[said.end() :])
    return Commanded(command, text)


def between(text: str, names: Sequence[tuple[int, int]]) -> Intent | None:
    """What `/intro` makes of two names or more by the words between the first two; None when they decide nothing.

    `names` are the spans of the names in the text, in its order.
    """
    if len(names) < 2 or text[: names[0][0]].strip():
        return None
    words = text[names[0][1] : names[1][0]]
    if _THROUGH.fullmatch(words):
        return Intent.REQUEST_INTRO
    return Intent.MAKE_INTRO if _JOINS.fullmatch(words) else None
