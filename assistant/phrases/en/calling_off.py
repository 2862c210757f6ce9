"""Calling off or taking back a record that is named: "cancel my reminder about Tom", "delete Friday's meeting".

Which record is meant is told by its kind, and by what stands before and behind the word for it.
"""

import re
from dataclasses import dataclass

from assistant.phrases.frame import Correction, Record

LONGEST = 160  # characters; whoever goes on for longer tells more than what to call off
_KINDS = {
    Record.MEETING: r"meeting(?:\s+(?:note|entry|record))?",
    Record.INTRODUCTION: r"(?:intro(?:duction)?\s+)?requests?|intro(?:duction)?|ask",
    Record.REMINDER: r"reminder|rhythm|follow-?\s?up",
    Record.OFFER: r"offer(?:ing)?",
    Record.NEED: r"need|search",
    Record.THANKS: r"thanks|thank-?\s?yous?(?:\s+(?:note|message))?",
    Record.REFERRAL: r"referral|lead",
    Record.PARTNERSHIP: r"partnership|collaboration|team-?up",
    Record.RECOMMENDATION: r"recommendation|endorsement",
    Record.SETTINGS: r"settings?(?:\s+change)?|(?:nudge\s+)?pause|quiet\s+hours",
}
KIND = "|".join(f"(?P<{record}>{words})" for record, words in _KINDS.items())
"""Any word for a kind of record; the group that matches is named as the kind."""
LEAD = (
    r"(?:(?:no|oh|ok|okay|oops|sorry|wait|actually|please|pls|hi|hey|just|and|can\s+you|could\s+you|would\s+you|you\s+can|"
    r"i(?:'d|\s+would)\s+like\s+to|i\s+want\s+to|let'?s)\b[\s,:!.–-]*)*"
)
_OWN = r"(?:my|our|the|that|this)"
_UNDO = r"undo|delete|remove|scrap|scratch|take\s+back|erase|discard|retract|bin"
_OFF = r"cancel|withdraw|call\s+off|revoke"
_WITH_OWN = r"drop|end|stop|close|kill|abandon|forget|pull|get\s+rid\s+of"  # "drop" and "end" say so only with "my"
_NAMED = (
    rf"(?P<last>(?:very\s+)?(?:last|latest|most\s+recent)\s+)?(?P<before>(?:\S+\s+){{0,5}}?)(?:{KIND})\b(?P<rest>.*)"
)
_CALLED_OFF = re.compile(
    rf"{LEAD}(?:(?:(?P<undo>{_UNDO})|{_OFF})\s+(?:{_OWN}\s+)?|(?:{_WITH_OWN})\s+{_OWN}\s+){_NAMED}",
    re.IGNORECASE,
)
_NEEDLESS = re.compile(
    rf"{LEAD}(?:i|we)\s+(?:no\s+longer|don'?t|do\s+not)\s+(?:really\s+)?(?:need|want)\s+{_OWN}\s+{_NAMED}",
    re.IGNORECASE,
)
_NOT_NEEDED = re.compile(
    rf"{LEAD}(?:i|we)(?:'m|\s+am|'re|\s+are)?\s+(?:(?:no\s+longer|not)\s+(?:need|looking\s+for)|(?:don'?t|do\s+not)\s+need)\s+"
    r"(?P<what>\S.*)",
    re.IGNORECASE,
)
_APART = re.compile(r"\b(take|call)\s+(my\s+\S.*?)\s+(back|off)\b", re.IGNORECASE)
_MANY = re.compile(r"\b(?:all|every|everything|each|data|history)\b", re.IGNORECASE)
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
    """A record that is to be taken back, as it was named."""

    kind: Correction
    record: Record
    before: str  # what stands before the word for its kind: "Friday's", "wedding photography"
    rest: str  # what stands behind it: "about Tom"
    last: bool
    only_if: bool = False  # said without naming a record: "I no longer need a florist" may be no need that was noted


def called_off(text: str) -> CalledOff | None:
    """What is to be called off, if the text names a record by its kind; None for any other sentence, and for many."""
    if len(text) > LONGEST or _MANY.search(text):
        return None
    text = _APART.sub(r"\1 \3 \2", text)
    said = _CALLED_OFF.fullmatch(text) or _NEEDLESS.fullmatch(text)
    if said is None:
        needless = _NOT_NEEDED.fullmatch(text)
        if needless is None:
            return None
        return CalledOff(Correction.CANCEL, Record.NEED, "", shortened(needless["what"]), False, only_if=True)
    kind = Correction.UNDO if said.re is _CALLED_OFF and said["undo"] else Correction.CANCEL
    return CalledOff(kind, kind_of(said), said["before"].strip(), shortened(said["rest"]), said["last"] is not None)


def kind_of(said: re.Match[str]) -> Record:
    """The kind of record whose word was matched."""
    return next(record for record in Record if said[record])


def shortened(rest: str) -> str:
    """Without the reason that is given, and without courtesy."""
    rest = _REASON.sub("", rest.strip())
    while (without := _CIVIL.sub("", f" {rest}").strip()) != rest:
        rest = without
    return rest.strip(" .!?,")
