"""How a record is named: "Friday's reminder about Tom" by the word for its kind, and what stands before and behind."""

import re
from dataclasses import dataclass

from assistant.phrases.frame import Record

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
OWN = r"(?:my|our|the|that|this)"
LEAD = (
    r"(?:(?:no|oh|ok|okay|oops|sorry|wait|actually|please|pls|hi|hey|just|and|can\s+you|could\s+you|would\s+you|you\s+can|"
    r"i(?:'d|\s+would)\s+like\s+to|i\s+want\s+to|let'?s)\b[\s,:!.–-]*)*"
)
"""What a request may begin with, and mean nothing by."""
_BETWEEN = re.compile(
    r"(?:^|\s+)(?:about|for|with|to|of|from|on|by|at|called|named|regarding|between|and|that|saying)(?=\s|$)",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Named:
    """A record as it was named."""

    record: Record
    before: str = ""  # what stands before the word for its kind: "Friday's", "wedding photography"
    rest: str = ""  # what stands behind it: "about Tom"
    last: bool = False  # the latest of those that it may be
    some: bool = False  # whichever of them: "a meeting"

    @property
    def told_by(self) -> tuple[str, str]:
        """What it can be told by: "Tom's" is Tom."""
        return _WHOSE.sub("", self.before), self.rest


def kind_of(said: re.Match[str]) -> Record:
    """The kind of record whose word was matched."""
    return next(record for record in Record if said[record])


def pieces(text: str) -> tuple[str, ...]:
    """Names, and words of what it is about, one by one: "with Tom about the fair"."""
    return tuple(filter(None, (piece.strip(" ,'’") for piece in _BETWEEN.split(text))))
