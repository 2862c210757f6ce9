"""`/who Linn`, and the same behind `/wellmet`: the words of a command that asks who somebody is."""

import re
from functools import partial

from assistant.ledger import Ledger
from assistant.people.acquaintance import warmth
from assistant.people.resolve import Unknown, resolve
from assistant.phrases.frame import Frame, Role
from assistant.phrases.words import readable
from assistant.recall.asking import who_is
from assistant.said import Surface, Utterance
from assistant.speaker import Speaker

_WHO = re.compile(r"/?who\b\s*", re.IGNORECASE)
_IS = re.compile(r"(?:is|was|'s)\s+(?=\S)", re.IGNORECASE)


def form_wanted(said: Utterance) -> bool:
    """Whether the command is `/who` with no words: a form is asked for."""
    return _words(said) == ""


def asked(said: Utterance, by: Speaker, ledger: Ledger) -> Frame | None:
    """The frame of `/who Linn`; None for any other command or sentence.

    Behind `/wellmet`, "who" begins questions of many kinds, so there only a name that is known makes it one.
    Whatever else stands behind `/who` is searched for.
    """
    words = _words(said)
    if not words:
        return None
    frame = who_is(_IS.sub("", words, count=1) if _IS.match(words) else words)
    (reference,) = frame.people[Role.ABOUT]
    found = resolve(reference, ledger.people.directory(), by.person.id, partial(warmth, by=by, ledger=ledger))
    if not isinstance(found, Unknown) or reference.account:
        return frame
    if said.command != "/who":
        return None
    return frame


def _words(said: Utterance) -> str | None:
    """What stands behind `/who`, perhaps nothing; None where it was not said."""
    if said.surface is not Surface.COMMAND or said.command not in ("/who", "/wellmet"):
        return None
    words = said.words.strip()
    again = _WHO.match(words)
    if again:
        words = words[again.end() :].strip()
    elif said.command == "/wellmet":
        return None
    return words if readable(words) else ""
