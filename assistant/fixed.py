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


def frame_of(said: Utterance) -> Frame | None:
    """What the sentence asks for, if it is one of these; in a private conversation, a mention or behind `/wellmet`."""
    if said.surface is Surface.THREAD or said.command not in ("", "/wellmet"):
        return None
    words = " ".join(readable(said.words).split()).strip(" .!")
    return next((frame for pattern, frame in _SAID if pattern.fullmatch(words)), None)
