"""What `/intro` makes of several names: two who are to meet, or one who is sought through another."""

import re
from collections.abc import Sequence

from assistant.phrases.frame import Intent

# `/intro Linn to Tom`, `Linn x Tom`, `Linn and Tom`: two who are to be introduced to each other.
_JOINS = re.compile(r"\s*(?:to|with|w/|and|&|n|x|\+|/|<>|<->|↔|meet|meets|,|)\s*", re.IGNORECASE)
# `/intro Linn via Tom`, `Linn, ask Tom`: one who is sought and one who is to introduce.
_THROUGH = re.compile(r"[\s,–-]*(?:via|through|thru|by|ask|from|with\s+help\s+(?:of|from)|cc)\s+", re.IGNORECASE)


def between(text: str, names: Sequence[tuple[int, int]]) -> Intent | None:
    """What `/intro` makes of two names or more by the words between the first two; None when they decide nothing.

    `names` are the spans of the names in the text, in its order.
    """
    if len(names) < 2 or text[: names[0][0]].strip():
        return None
    words = text[names[0][1] : names[1][0]]
    if _THROUGH.fullmatch(words):
        return Intent.REQUEST_INTRO
    return Intent.MAKE_INTRO if _JOINS.fullmatch(words) else None
