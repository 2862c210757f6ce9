"""Sentences that look for records by what is in them rather than by a name: "the photographer I met in March"."""

import re

from assistant.errors import Refused
from assistant.ledger import Ledger
from assistant.phrases.frame import Frame, Intent, Role
from assistant.phrases.frame import Subject as FrameSubject
from assistant.phrases.understood import Surety, Understood
from assistant.phrases.words import readable
from assistant.recall import written
from assistant.recall.answers import people_of
from assistant.recall.look import Look, What
from assistant.recall.searching import finds_all, look_for
from assistant.reply import Matter
from assistant.search.words import found_by, telling
from assistant.speaker import Speaker

_SEARCH = re.compile(
    r"/?(?:please\s+)?(?:search|look\s+up|find\s+in\s+my\s+notes)(?:\s+(?:through\s+)?(?:my|the)\s+(?:notes|meetings|records))?"
    r"(?:\s+(?:for|about|on))?[\s:]+",
    re.IGNORECASE,
)
_RECALLS = re.compile(
    r"^(?:the|that|who|whom|what|which|where|when|notes)\b|\b(?:met|meet|spoke|talked)\b|\?\s*$", re.IGNORECASE
)
_MET = r"(?:seen|met|(?:met(?:\s+up)?|caught\s+up|been\s+in\s+touch)\s+with|(?:spoken|talked)\s+(?:to|with))"
_A_WHILE = r"(?:a\s+(?:long\s+)?while|ages|a\s+long\s+time|long|some\s+time|the\s+longest(?:\s+time)?|months|years)"
_LONG_AGO = re.compile(
    rf"who(?:m)?\s+(?:else\s+)?(?:(?:have\s+i\s+not|haven'?t\s+i|have\s+i\s+never)\s+{_MET}|did(?:n'?t\s+i|\s+i\s+not)\s+(?:see|meet))"
    rf"\s+(?:for|in)\s+{_A_WHILE}"
    r"|who(?:m)?\s+(?:have\s+i|did\s+i|am\s+i)\s+(?:lost|lose|losing|out\s+of)\s+touch\s+with"
    r"|who(?:m)?\s+(?:have\s+i\s+not|haven'?t\s+i)\s+(?:seen|met)\s+(?:lately|recently)",
    re.IGNORECASE,
)
_KNOWN_AT = re.compile(
    r"(?:who(?:m)?(?:\s+(?:else|all))?\s+do\s+i(?:\s+already)?\s+know|do\s+i\s+(?:already\s+)?know\s+(?:any|some)(?:one|body))"
    r"\s+(?:at|from|of|in|who\s+works\s+(?:at|for)|working\s+(?:at|for))\s+(?P<house>\S.{0,80})",
    re.IGNORECASE,
)
# "the curator I met in March at the fair?": a question, whether or not anything is found
_WHOM_I_MET = re.compile(
    r"(?:(?:who|what)(?:\s+was|\s+is|'s)\s+)?(?:the|that)\s+(?:[\w'-]+\s+){1,4}?(?:(?:that|who|whom)\s+)?(?:i|we)\s+"
    r"(?:just\s+|first\s+|last\s+)?(?:met|saw|spoke|talked|ran\s+into|bumped\s+into)\b.{0,200}\?\s*",
    re.IGNORECASE,
)
LOOK_FOR = "What shall I look for? Say a word of it: a name, a place, a topic, like “search gallery spring”."


def searched(words: str, by: Speaker) -> Matter | None:
    """ "search gallery photographer", "show everything I noted"; None for another. Raises Refused for no word."""
    everything = written.listed(words)
    if everything:
        return everything.matter()
    said = readable(words).strip()
    question = " ".join(said.replace("’", "'").split()).rstrip(" ?!.")
    if _LONG_AGO.fullmatch(question):
        return Look(What.LONG_AGO).matter()
    known_at = _KNOWN_AT.fullmatch(question)
    if known_at:
        return Look(What.NETWORK, words=known_at["house"]).matter()
    asked = _SEARCH.match(f"{said} ")
    if asked is None:
        return None
    look = look_for(said[asked.end() :], by)
    if telling(look.words):
        return look.matter()
    if look.span:
        return Look(What.MEETINGS, None, look.span).matter()
    raise Refused(LOOK_FOR)


def looked_for(words: str, read: Understood, by: Speaker, ledger: Ledger) -> Matter | None:
    """What a sentence looks for that names nobody known, or was not understood; None where it is something else."""
    look = look_for(words, by)
    if read.surety is Surety.HELP:
        said = readable(words).strip()
        whom = _WHOM_I_MET.fullmatch(said) is not None and bool(telling(look.words))
        wanted = whom or (_RECALLS.search(said) is not None and finds_all(look, 2, by, ledger))
    elif read.frame.intent is Intent.RECALL and not read.frame.people.get(Role.ABOUT):
        wanted = bool(telling(look.words)) and not _of_a_house(read.frame, look.words, by, ledger)
    elif read.frame.intent is Intent.SHOW and read.frame.subject is FrameSubject.MEETINGS:
        wanted = finds_all(look, 1, by, ledger)
    else:
        wanted = False
    return look.matter() if wanted else None


def _of_a_house(frame: Frame, words: str, by: Speaker, ledger: Ledger) -> bool:
    """Whether it asks about an organisation, and no more than that, whose people are known."""
    if not frame.organisation or set(telling(words)) - set(found_by(frame.organisation)):
        return False
    return bool(people_of(frame.organisation, by.person, ledger))
