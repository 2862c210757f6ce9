"""What a correction denies: "no, it wasn't Tom" says who it was not, and leaves open who it was."""

import re
from dataclasses import dataclass

from assistant.phrases.en.setting_right import FIRM, SORRY

_WAS_NOT = r"(?:it|that|this|they|which)(?:\s+(?:(?P<past>was|were)|is|are)(?:n['’]?t|\s+not)|['’](?:s|re)\s+not)\b"
_DENIED = re.compile(
    rf"(?P<firm>(?:{SORRY}|{FIRM})*)(?:(?P<was>{_WAS_NOT})|not)\s+(?:actually\s+|really\s+)?(?P<what>\S.*)",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"(?:\s*[,;:–]|[.!?]\s|\s-\s|\s+(?=(?:but|it\s+was|that\s+was|rather)\b))\s*"
    r"(?:but\s+|rather\s+)?(?:(?:it|that|this|they|which)\s+(?:was|were|is|are)\s+|(?:it|that)['’]s\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Denied:
    """What something was not."""

    what: str
    clear: bool  # "not today" may be said of anything


@dataclass(frozen=True, slots=True)
class Contrast:
    """ "It wasn't Tuesday, it was Friday"."""

    old: str
    new: str
    past: bool  # "it isn't raining, it's Friday" sets nothing right


def denied(text: str) -> Denied | None:
    """What it was not, where nothing is said of what it was instead; None for any other sentence."""
    said = _DENIED.fullmatch(text)
    if said is None or _INSTEAD.search(said["what"]):
        return None
    return Denied(said["what"].strip(" .!?"), bool(said["firm"] or said["was"]))


def contrast(text: str) -> Contrast | None:
    """What it was not and what it was; None for any other sentence."""
    said = _DENIED.fullmatch(text)
    seam = _INSTEAD.search(said["what"]) if said and said["was"] else None
    if said is None or seam is None:
        return None
    return Contrast(said["what"][: seam.start()].strip(), said["what"][seam.end() :], said["past"] is not None)
