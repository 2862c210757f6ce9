"""Sentences that are always said in these words, and so need no reading: what they ask for stands beside them."""

import re

from assistant.phrases.frame import Correction, Frame, Intent, Subject
from assistant.phrases.words import readable
from assistant.said import Surface, Utterance

_IT = r"(?:it|that|this|them|the\s+last\s+one)"
_BACK = re.compile(
    rf"(?:please\s+)?(?:(?:put|bring)\s+{_IT}\s+back(?:\s+again)?|put\s+back(?:\s+{_IT})?|redo(?:\s+{_IT})?|restore(?:\s+{_IT})?"
    rf"|un-?(?:do\s+the\s+undo|undo)|undo\s+the\s+undo|undelete(?:\s+{_IT})?)(?:,?\s*please)?",
    re.IGNORECASE,
)
_EXPORT = re.compile(r"(?:please\s+)?(?:export|my\s+data)(?:,?\s*please)?", re.IGNORECASE)
_FORGET = re.compile(r"forget\s+(?:me|everything|all)", re.IGNORECASE)

_SAID = (
    (_BACK, Frame(Intent.CORRECT, kind=Correction.RESTORE)),
    (_EXPORT, Frame(Intent.FORGET, subject=Subject.EXPORT)),
    (_FORGET, Frame(Intent.FORGET, subject=Subject.EVERYTHING)),
)
_THANKS = re.compile(
    r"(?:ok(?:ay)?,?\s+|great,?\s+|perfect,?\s+)?(?:many\s+thanks|thanks(?:\s+(?:a\s+lot|so\s+much|wellmet))?|thank\s+you(?:\s+(?:so|very)\s+much)?|thx|ta|cheers)",
    re.IGNORECASE,
)


def frame_of(said: Utterance) -> Frame | None:
    """What the sentence asks for, if it is one of these; in a private conversation, a mention or behind `/wellmet`."""
    words = _words(said)
    return next((frame for pattern, frame in _SAID if pattern.fullmatch(words)), None)


def is_thanks(said: Utterance) -> bool:
    """Whether Wellmet itself is thanked: nobody is named, and nothing else is said."""
    return _THANKS.fullmatch(_words(said)) is not None


def _words(said: Utterance) -> str:
    """Where such sentences are heard; else nothing."""
    if said.surface is Surface.THREAD or said.command not in ("", "/wellmet"):
        return ""
    return " ".join(readable(said.words).split()).strip(" .!")
