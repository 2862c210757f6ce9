"""What a command says by its name: the words behind it are read in its light."""

import re

from assistant.phrases.frame import Intent
from assistant.phrases.words import readable

_OF_COMMAND = {"/met": Intent.RECORD_MEETING, "/intro": Intent.REQUEST_INTRO}
# A command's name said again in another's words; "thanks owed" and "met who last week" are questions.
_SAID_AGAIN = re.compile(r"/?(met|intro|thanks)\b(?!\s+(?:yous?\b|owed|due|i\s|who|whom|list))[\s:,–-]*", re.IGNORECASE)


def within(command: str, words: str) -> tuple[str, str]:
    """The command and its words: `/wellmet met …` and `/met met …` are `/met …`; else `/wellmet` has a sentence."""
    found = _SAID_AGAIN.match(words)
    again = f"/{found.group(1).casefold()}" if found else ""
    return (again, words[found.end() :]) if found and command in ("/wellmet", again) else (command, words)


def form_wanted(command: str, words: str) -> Intent | None:
    """What a command without words asks to fill in; None when it has words, or no form."""
    command, words = within(command, readable(words))
    return None if words else _OF_COMMAND.get(command)
