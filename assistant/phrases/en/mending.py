"""Slips of the fingers in the words that rules look for: "meetign" is a meeting, "introducd" is introduced.

Only letters that changed places, were left out or were typed twice are mended, in words too long to be another word.
"""

from functools import lru_cache

# Words that rules look for, without those that a slip makes of another word ("contact" is no contract).
WORDS = frozenset(
    (
        "agreement", "altogether", "anymore", "business", "calendar", "cancel", "coffee", "collaboration",
        "connected", "conversation", "copies", "delete", "deleting", "disturb", "download", "entirely",
        "everybody", "everyone", "everything", "exclusive", "forget", "formal", "fortnightly", "handshake",
        "history", "informal", "introduce", "introduced", "introduction", "introductions", "looking", "meeting",
        "meetings", "messages", "monthly", "network", "nudge", "nudges", "nudging", "numbers", "offering",
        "offers", "outstanding", "partner", "partnered", "partners", "partnership", "permanently", "prompting",
        "quarterly", "recently", "referral", "referrals", "referred", "refresher", "remind", "reminder",
        "reminders", "reminding", "request", "requests", "resume", "retainer", "scratch", "searching",
        "signature", "snooze", "somebody", "someone", "spoken", "statistics", "stopped", "talked", "thanked",
        "thanks", "understanding", "unmute", "weekly", "withdraw", "withdrawn", "yearly", "yesterday",
    )
)  # fmt: skip
_SHORTEST = 6  # letters; shorter words are too near to others


@lru_cache(maxsize=4096)
def mended(word: str) -> str:
    """The word that was meant; the word itself when it is none that rules look for, or none that is mistyped so."""
    if len(word) < _SHORTEST - 1 or word in WORDS or not word.isalpha():
        return word
    meant = {near for near in WORDS if len(near) >= _SHORTEST and near[0] == word[0] and _slipped(word, near)}
    return meant.pop() if len(meant) == 1 else word


def _slipped(typed: str, meant: str) -> bool:
    """Letters between the first and the last in another order, the last two exchanged, one left out, or one too many.

    A letter more or less at the end makes another form of a word, and is no slip.
    """
    if len(typed) == len(meant):
        differing = [place for place in range(len(typed)) if typed[place] != meant[place]]
        beside = len(differing) == 2 and differing[1] == differing[0] + 1
        return (beside or typed[-1] == meant[-1]) and sorted(typed) == sorted(meant)
    longer, shorter = sorted((typed, meant), key=len, reverse=True)
    if len(longer) != len(shorter) + 1:
        return False
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(1, len(longer) - 1))
