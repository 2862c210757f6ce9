"""What a command says by its name: the words behind it are read in its light."""

import re

from assistant.phrases.frame import Intent
from assistant.phrases.words import readable

_OF_COMMAND = {"/met": Intent.RECORD_MEETING}
_SUBCOMMAND = re.compile(r"(met)\b\s*", re.IGNORECASE)


def within(command: str, words: str) -> tuple[str, str]:
    """The command and its words; `/wellmet met …` is `/met …`, any other words of `/wellmet` are a sentence."""
    found = _SUBCOMMAND.match(words) if command == "/wellmet" else None
    return (f"/{found.group(1).casefold()}", words[found.end() :]) if found else (command, words)


def form_wanted(command: str, words: str) -> Intent | None:
    """What a command without words asks to fill in; None when it has words, or no form."""
    command, words = within(command, readable(words))
    return None if words else _OF_COMMAND.get(command)
