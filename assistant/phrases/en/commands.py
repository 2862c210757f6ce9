"""What the words after a command are: the command says what they are about, and may be said again inside `/wellmet`."""

import re
from dataclasses import dataclass

from assistant.phrases.frame import Intent

_MEANS = {"/met": Intent.RECORD_MEETING, "/intro": Intent.REQUEST_INTRO, "/thanks": Intent.GIVE_THANKS}
# `/wellmet met Linn`; "thanks owed" is a question, and "met who last week" one too.
_SAID_AGAIN = re.compile(
    r"/?(?P<command>met|intro|introduce|thanks|thank)\b(?!\s+(?:yous?\b|owed|due|i\s|who|whom|list))[\s:,–-]*",
    re.IGNORECASE,
)
_SHORT = {"introduce": "/intro", "thank": "/thanks"}


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
