"""Sentences that are always said in these words, and so need no reading: what they ask for stands beside them."""

import re

from assistant.export.copy import Format
from assistant.phrases.frame import Correction, Frame, Intent, Subject
from assistant.phrases.words import readable
from assistant.plainly import bare
from assistant.said import Surface, Utterance

_IT = r"(?:it|that|this|them|the\s+last\s+one)"
_BACK = re.compile(
    rf"(?:please\s+)?(?:(?:put|bring)\s+{_IT}\s+back(?:\s+again)?|put\s+back(?:\s+{_IT})?|redo(?:\s+{_IT})?|restore(?:\s+{_IT})?"
    rf"|un-?(?:do\s+the\s+undo|undo)|undo\s+the\s+undo|undelete(?:\s+{_IT})?)(?:,?\s*please)?",
    re.IGNORECASE,
)
_EXPORT = re.compile(r"(?:please\s+)?(?:export|my\s+data)(?:,?\s*please)?", re.IGNORECASE)
_REMINDERS = re.compile(
    r"(?:(?:when|what)(?:'s|\s+is|\s+are)\s+(?:(?:my|the)\s+)?next\s+reminders?(?:\s+due)?|(?:show\s+)?(?:my\s+)?next\s+reminder)\??",
    re.IGNORECASE,
)
_FORGET = re.compile(r"forget\s+(?:me|everything|all)", re.IGNORECASE)

_FORMATS = {Format.CSV: "csv", Format.VCARD: "vcf", Format.JSON: "json"}
_SAID = (
    (_BACK, Frame(Intent.CORRECT, kind=Correction.RESTORE)),
    (_EXPORT, Frame(Intent.FORGET, subject=Subject.EXPORT)),
    (_REMINDERS, Frame(Intent.SHOW, subject=Subject.REMINDERS)),
    (_FORGET, Frame(Intent.FORGET, subject=Subject.EVERYTHING)),
)
_EXPORT_AS = re.compile(
    r"(?:please\s+)?(?:export|download|send\s+me)(?:\s+(?:all(?:\s+of)?|my|the|data|everything|records|contacts|people))*"
    r"(?:\s+(?:as|in|to))?(?:\s+an?)?\s+(?:(?P<csv>csv|spreadsheets?|tables?|excel)|(?P<vcf>v-?cards?|vcf)|(?P<json>json))(?:\s+files?)?",
    re.IGNORECASE,
)
_SETTINGS = re.compile(
    r"(?:(?:please\s+)?(?:show|see|open|what\s+are)\s+(?:me\s+)?)?(?:my\s+|the\s+)?settings\??", re.IGNORECASE
)
_DONE = re.compile(
    r"(?:ok(?:ay)?,?\s+)?(?:(?:it(?:'s|\s+is)|that(?:'s|\s+is)|all)\s+)?done(?:\s+(?:it|that|already))?"
    r"|(?:i\s+)?did\s+(?:it|that)|i(?:'ve|\s+have)\s+done\s+(?:it|that)|mark\s+(?:it|that)(?:\s+as)?\s+done",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:please\s+)?add\s+(?:a|this|another)?\s*note\s*[:–-]\s*(?P<note>\S.*)", re.IGNORECASE | re.DOTALL
)
_THANKS = re.compile(
    r"(?:ok(?:ay)?,?\s+|great,?\s+|perfect,?\s+)?(?:many\s+thanks|thanks(?:\s+(?:a\s+lot|so\s+much|wellmet))?|thank\s+you(?:\s+(?:so|very)\s+much)?|thx|ta|cheers)",
    re.IGNORECASE,
)


def frame_of(said: Utterance) -> Frame | None:
    """What the sentence asks for, if it is one of these; in a private conversation, a mention or behind `/wellmet`."""
    words = _words(said)
    return next((frame for pattern, frame in _SAID if pattern.fullmatch(words)), None)


def export_as(said: Utterance) -> Format | None:
    """As which file everything is asked for: "export csv"."""
    found = _EXPORT_AS.fullmatch(_words(said))
    return next(kind for kind, asked in _FORMATS.items() if found[asked]) if found else None


def is_settings(said: Utterance) -> bool:
    """ "show my settings"."""
    return _SETTINGS.fullmatch(_words(said)) is not None


def is_done(said: Utterance) -> bool:
    """ "done", of what one was reminded of."""
    return _DONE.fullmatch(_words(said)) is not None


def note(said: Utterance) -> str:
    """The words of "add a note: bring the plans"; "" for another sentence."""
    found = _NOTE.fullmatch(said.words.strip()) if _words(said) else None
    return readable(found["note"]).strip() if found else ""


def is_thanks(said: Utterance) -> bool:
    """Whether Wellmet itself is thanked: nobody is named, and nothing else is said."""
    return _THANKS.fullmatch(_words(said)) is not None


def _words(said: Utterance) -> str:
    """Where such sentences are heard; else nothing."""
    if said.surface is Surface.THREAD or said.command not in ("", "/wellmet"):
        return ""
    return bare(said.words)
