"""Calling off or taking back a record that is named: "cancel my reminder about Tom", "delete Friday's meeting".

Taking something out of a record leaves the rest: "remove Tom from yesterday's meeting".
"""

import re
from dataclasses import dataclass

from assistant.phrases.en.naming import KIND, LEAD, OWN, Named, kind_of
from assistant.phrases.frame import Correction

LONGEST = 160  # characters; whoever goes on for longer tells more than what to call off
_UNDO = r"undo|delete|remove|scrap|scratch|take\s+back|erase|discard|retract|bin"
_OFF = r"cancel|withdraw|call\s+off|revoke"
_WITH_OWN = r"drop|end|stop|close|kill|abandon|forget|pull|get\s+rid\s+of"  # "drop" and "end" say so only with "my"
NAMED = (
    rf"(?P<last>(?:very\s+)?(?:last|latest|most\s+recent)\s+)?(?P<before>(?:\S+\s+){{0,5}}?)(?:{KIND})\b(?P<rest>.*)"
)
SOME = r"(?:(?P<some>an?|any|one)\s+)"
_NOTE_OF = rf"(?:(?:{OWN}\s+)?(?:note|entry|record)\s+(?:of|about|on|for)\s+)?"  # the note of a meeting is the meeting
_CALLED_OFF = re.compile(
    rf"{LEAD}(?:(?:(?P<undo>{_UNDO})|{_OFF})\s+{_NOTE_OF}(?:{OWN}\s+|{SOME})?|(?:{_WITH_OWN})\s+{OWN}\s+){NAMED}",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\S\s+(?:from|out\s+of|off|in|on|of)(?:\s|$)", re.IGNORECASE)
_TAKEN_OUT = re.compile(
    rf"{LEAD}(?:(?:{_UNDO}|{_OFF}|strike|cut|drop|get\s+rid\s+of)\s+(?P<what>(?:\S+\s+){{1,8}}?)(?:from|out\s+of|off|in|on|of)|"
    rf"take\s+(?P<taken>(?:\S+\s+){{1,8}}?)(?:from|out\s+of|off))\s+(?:{OWN}\s+)?{NAMED}",
    re.IGNORECASE,
)
_THAT = re.compile(  # not "this weekend", nor "that photographer"
    r"\b(?:that|it|this)\b(?=\s*$|\s*[^\w\s]|\s+(?:please|off|back|out|down|away|again|now|too|then|any|is|was|for\s+me|"
    r"last|one|thing|whole|entry|note|record)\b)",
    re.IGNORECASE,
)
_UNDO_ALONE = re.compile(rf"{LEAD}undo(?:\s+(?:that|it|this|the\s+last(?:\s+one)?))?(?:,?\s*please)?\W*", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:move|reschedule|postpone|push|shift)\b", re.IGNORECASE)
_NEEDLESS = re.compile(
    rf"{LEAD}(?:i|we)\s+(?:no\s+longer|don'?t|do\s+not)\s+(?:really\s+)?(?:need|want)\s+{OWN}\s+{NAMED}",
    re.IGNORECASE,
)
_NOT_NEEDED = re.compile(
    rf"{LEAD}(?:i|we)(?:'m|\s+am|'re|\s+are)?\s+(?:(?:no\s+longer|not)\s+(?:need|looking\s+for)|(?:don'?t|do\s+not)\s+need)\s+"
    r"(?P<what>\S.*)",
    re.IGNORECASE,
)
_APART = re.compile(r"\b(take|call)\s+(my\s+\S.*?)\s+(back|off)\b", re.IGNORECASE)
_ALL = r"all|every|everything|each|both"
_MANY = re.compile(rf"\b(?:{_ALL}|data|history)\b", re.IGNORECASE)
_KINDS_OF = rf"(?:{KIND}|notes?|entr(?:y|ies)|contacts?)"
_ONE_OF = re.compile(
    rf"\b(?:any|one)\s+(?:one\s+)?of\s+(?:my|our|the|those|these)\s+((?:\S+\s+){{0,3}}?{_KINDS_OF})s\b", re.I
)
_ANY = re.compile(
    rf"{LEAD}(?:{_UNDO}|{_OFF}|{_WITH_OWN})\s+"
    rf"(?:{SOME}(?:\S+\s+){{0,2}}?(?:{_KINDS_OF}|record|thing|item)s?\b.*|(?:any|one)\b\W*)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    rf"{LEAD}(?:{_UNDO}|{_OFF}|{_WITH_OWN}|wipe|clear|purge)\s+(?:(?:{_ALL})\b\s*(?:of\s+)?(?:(?:my|our|the|those|these)\s+)?"
    rf"(?:\S+\s+){{0,3}}?{_KINDS_OF}s?\b.*|(?:my|our|the|those|these|any)\s+(?:\S+\s+){{0,2}}?"
    r"(?:meeting|reminder|request|intro|offer|need|referral|partnership|recommendation|note|contact)s\b.*)",
    re.IGNORECASE,
)
_EVERYTHING_OFF = re.compile(rf"{LEAD}(?:{_OFF})\s+(?:it\s+|them\s+)?(?:all|everything)\W*", re.IGNORECASE)
_SOMETHING = re.compile(rf"{LEAD}(?:{_UNDO}|{_OFF})\s+(?:{OWN}|an?)\s+\S.*", re.IGNORECASE)
_REASON = re.compile(
    r"\s*(?:[;–(]|,(?!\s+(?:about|for|with|on|from|of)\b)|\s-\s|\b(?:since|because|as\s+(?:i|we|he|she|it|they))\b|[.!?]\s).*",
    re.I,
)
_CIVIL = re.compile(
    r"[\s,]+(?:please|pls|thanks|thank\s+you|any\s?more|any\s+longer|for\s+now|again|too|now|cheers)[\s.!]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CalledOff:
    """A record that is to be taken back, or whose matter is off."""

    kind: Correction
    named: Named


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Something that is to go out of a record, which stays."""

    what: str
    named: Named


def called_off(text: str) -> CalledOff | None:
    """What is to be called off, if the text names a record by its kind; None for any other sentence, and for many."""
    if len(text) > LONGEST or _MANY.search(text):
        return None
    text = _one_of(_APART.sub(r"\1 \3 \2", text))
    said = _CALLED_OFF.fullmatch(text) or _NEEDLESS.fullmatch(text)
    if said is None or _WITHIN.search(said["before"]):
        return None
    return CalledOff(Correction.UNDO if said.re is _CALLED_OFF and said["undo"] else Correction.CANCEL, named_in(said))


def taken_out(text: str) -> TakenOut | None:
    """What is to go out of a record that is named by its kind; None for any other sentence."""
    said = _TAKEN_OUT.fullmatch(text) if len(text) <= LONGEST else None
    return TakenOut((said["what"] or said["taken"]).strip(), named_in(said)) if said else None


def needless(text: str) -> str:
    """What is said to be needed no more, whether or not it was noted: "I no longer need a florist"; "" for nothing."""
    said = _NOT_NEEDED.fullmatch(text) if len(text) <= LONGEST else None
    return shortened(said["what"]) if said else ""


def takes_several(text: str) -> bool:
    """Whether all of a kind are to go, or all that can be called off: "delete all my meetings", "cancel everything"."""
    return _SEVERAL.fullmatch(text) is not None or _EVERYTHING_OFF.fullmatch(text) is not None


def takes_something(text: str) -> bool:
    """Whether something is to go that is called by some word: "cancel my appointment with the dentist"."""
    return _SOMETHING.fullmatch(text) is not None


def takes_any(text: str) -> bool:
    """Whether one is to go, whichever: "delete an entry", "undo one"."""
    return _ANY.fullmatch(_one_of(text)) is not None


def points_at_it(text: str) -> bool:
    """Whether the words point at what was just spoken of: "cancel that"."""
    return _THAT.search(text) is not None


def is_undo_alone(text: str) -> bool:
    """Whether the words are "undo", which means the last record at any time, and nothing more."""
    return _UNDO_ALONE.fullmatch(text) is not None


def moves(text: str) -> bool:
    """Whether something is moved, as in a calendar."""
    return _MOVED.search(text) is not None


def named_in(said: re.Match[str]) -> Named:
    some = said.groupdict().get("some") is not None
    return Named(kind_of(said), said["before"].strip(), shortened(said["rest"]), said["last"] is not None, some)


def _one_of(text: str) -> str:
    """ "One of my meetings" is "one meeting"."""
    return _ONE_OF.sub(r"one \1", text)


def shortened(rest: str) -> str:
    """Without the reason that is given, and without courtesy."""
    rest = _REASON.sub("", rest.strip())
    while (without := _CIVIL.sub("", f" {rest}").strip()) != rest:
        rest = without
    return rest.strip(" .!?,")
