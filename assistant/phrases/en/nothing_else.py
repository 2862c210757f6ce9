"""Whether a sentence says nothing but that something is to be taken back or set right: "scratch that last one".

"Scratch that itch" and "sorry, I can't make it" begin alike; a word that corrections have no use for tells them apart.
"""

import re

from assistant.phrases.en.naming import KIND
from assistant.phrases.en.rules import plain

_SAYS_SO = frozenset(
    # "not today" sets nothing right by itself
    (
        "actually", "but", "change", "changed", "correct", "correction", "instead", "is", "made", "make", "mean",
        "meant", "mistake", "nah", "no", "nope", "oops", "ought", "pardon", "rather", "read", "say", "should", "sorry",
        "wait", "was", "wasnt", "were", "whoops", "wrong",
    )
)  # fmt: skip
_BESIDE = frozenset(
    (
        "a", "about", "again", "all", "also", "am", "an", "and", "another", "any", "anymore", "are", "ask", "at",
        "away", "back", "be", "been", "by", "call", "can", "cancel", "cancelled", "cancelling", "cheers", "close",
        "closed", "closing", "could", "date", "dates", "day", "delete", "deleting", "did", "didnt", "discard", "do",
        "done", "dont", "drop", "ended", "entered", "entry", "erase", "error", "everyone", "for", "forget", "forgot",
        "found", "from", "get", "got", "had", "happened", "has", "have", "he", "her", "herself", "hey", "him",
        "himself", "i", "id", "idea", "ignore", "im", "in", "into", "it", "its", "ive", "just", "kindly", "last",
        "late", "latest", "logged", "longer", "looking", "me", "mind", "mixed", "more", "most", "my", "myself", "name",
        "need", "needed", "never", "nevermind", "not", "note", "noted", "nothing", "now", "nvm", "of", "off", "oh",
        "ok", "okay", "on", "one", "ones", "or", "other", "others", "our", "out", "over", "own", "person", "place",
        "please", "previous", "put", "ran", "record", "recorded", "remove", "removed", "request", "reverse", "revert",
        "rid", "right", "said", "same", "saved", "scrap", "scratch", "second", "she", "shes", "somebody", "someone",
        "sorted", "strike", "take", "taken", "thank", "thanks", "that", "thats", "the", "them", "then", "there", "they",
        "theyre", "thing", "this", "those", "thru", "time", "to", "too", "undid", "undo", "until", "up", "us", "void",
        "want", "we", "well", "weve", "what", "which", "who", "will", "wipe", "wish", "with", "withdraw", "withdrawn",
        "would", "written", "wrote", "yes", "yet", "you", "your",
    )
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_KIND = re.compile(rf"(?:{KIND})s?", re.IGNORECASE)


def takes_back(text: str) -> bool:
    """Whether the text, without its names and days, only takes something back or calls it off."""
    return all(word in _BESIDE | _SAYS_SO or _KIND.fullmatch(word) for word in _WORD.findall(plain(text)))


def sets_right(text: str) -> bool:
    """Whether the text, without its names and days, only says that something else holds."""
    return takes_back(text) and any(word in _SAYS_SO for word in _WORD.findall(plain(text)))
