"""A correction of several things at once: "it was Tuesday, with Ana, at the harbour"."""

import re
from dataclasses import dataclass

_LEADS = r"(?:with|at|in|on|about|regarding|for|until|till|from|by|worth)\s"
_SEAM = re.compile(
    rf"(?P<mark>\s*[,;]\s*(?:and\s+)?|\s+and\s+(?={_LEADS}))|\s+(?={_LEADS})",
    re.IGNORECASE,
)

_ANEW = re.compile(r"(?:with|about|regarding)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things that are said to be so."""

    text: str
    marked: bool  # whether a mark or "and" stands behind it; else what follows may belong to it


def apart(value: str, whole: list[tuple[int, int]]) -> tuple[Part, ...]:
    """The things that the value may say, one by one; moments, from `whole`, stay in one piece."""
    parts, begin = [], 0
    for seam in _SEAM.finditer(value):
        if seam.start() > begin and not any(start < seam.end() < end for start, end in whole):
            parts.append(Part(value[begin : seam.start()].strip(), bool(seam["mark"])))
            begin = seam.end()
    parts.append(Part(value[begin:].strip(), True))
    return tuple(parts)


def begins_anew(text: str) -> bool:
    """Whether it is no part of a place that stands before it: "with Tom", "about maps"; "on the hill" is."""
    return _ANEW.match(text) is not None
