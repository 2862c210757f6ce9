"""Somebody else was there as well: "no, with Ana too", "Tom was there too", "add Tom to the meeting with Linn"."""

import re
from dataclasses import dataclass

from assistant.phrases.en.calling_off import LONGEST, NAMED, SOME, named_in
from assistant.phrases.en.naming import LEAD, OWN, Named
from assistant.phrases.en.setting_right import FIRM, SORRY

_TOO = r",?\s+(?:too|as\s+well|also)"
_NAMES = r"(?P<names>\S+(?:\s+\S+){0,7}?)"
_WITH = r"(?:(?:it|that)\s+was\s+)?"
_FORMS = tuple(
    (clear, re.compile(pattern, re.IGNORECASE))
    for clear, pattern in (
        (True, rf"(?:{SORRY}|{FIRM})*(?:and\s+)?{_WITH}(?:also\s+)?with\s+{_NAMES}{_TOO}"),
        (True, rf"(?:{SORRY}|{FIRM})*(?:and\s+)?{_WITH}also\s+with\s+{_NAMES}"),
        (True, rf"{LEAD}add\s+{_NAMES}(?:\s+to\s+(?:it|that|this))?{_TOO}"),
        (True, rf"{LEAD}add\s+{_NAMES}\s+to\s+(?:it|that|this)"),
        (
            False,
            rf"(?:{SORRY}|{FIRM})*(?:and\s+|also\s+|oh,?\s+)*{_NAMES}\s+"
            rf"(?:(?:was|were)\s+(?:there|with\s+us|present)|(?:came|joined)(?:\s+us)?(?:\s+along)?){_TOO}",
        ),
        (
            False,
            rf"(?:{SORRY}|{FIRM})*(?:and\s+|oh,?\s+)*{_NAMES}\s+(?:(?:was|were)\s+also\s+(?:there|with\s+us|present)|"
            r"also\s+(?:came|joined)(?:\s+us)?(?:\s+along)?)",
        ),
    )
)
_PUT_IN = re.compile(rf"{LEAD}(?:add|put)\s+{_NAMES}\s+(?:to|into|in|on)\s+(?:{OWN}\s+|{SOME})?{NAMED}", re.IGNORECASE)
_ELSEWHERE = re.compile(  # "put Tom in touch with Linn about the meeting", "in the meeting room"
    r"\b(?:about|after|at|before|by|during|for|from|in|of|on|over|regarding|to|until|with)\b", re.IGNORECASE
)
_MORE_OF_IT = re.compile(r"(?:(?:with|about|of|on|from|at|in|for|last|yesterday|today|this)\b.*)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class JoiningIn:
    """Who was there beside the others."""

    names: tuple[str, ...]
    clear: bool  # "Tom was there too" may be said of anything


def joining_in(text: str) -> JoiningIn | None:
    """Who was there as well; None for any other sentence."""
    for clear, form in _FORMS:
        said = form.fullmatch(text)
        if said:
            return JoiningIn(names_of(said["names"]), clear)
    return None


def put_in(text: str) -> tuple[JoiningIn, Named] | None:
    """Who is to stand in a record that is named by its kind; None for any other sentence."""
    said = _PUT_IN.fullmatch(text) if len(text) <= LONGEST else None
    if said is None or _ELSEWHERE.search(said["before"]):
        return None
    named = named_in(said)
    if not _MORE_OF_IT.fullmatch(named.rest):
        return None
    return JoiningIn(names_of(said["names"]), clear=not named.some), named


def names_of(text: str) -> tuple[str, ...]:
    """The names one by one: "Linn, Tom and Ana"."""
    return tuple(filter(None, (name.strip() for name in _BETWEEN.split(text))))
