"""What a reminder is about: "remind me to call Ann about the van on Friday" is "the van", about Ann.

With somebody named, a bare verb of contact says nothing more than their name; anything else is done to or for them,
and kept whole ("send Ann the proofs"). With nobody named, the action is all there is.
"""

import re
from collections.abc import Sequence

from assistant.phrases.en import topics
from assistant.phrases.en.rules import LONGEST

_PLEASE = r"(?:(?:can|could|would|will)\s+(?:you|u|ya)\s+)?(?:(?:please|pls|plz)\s+)?"
_NUDGE = r"(?:reminder|rmdr|alarm|nudge|shout|ping|poke|prompt|prod|bell|memory)(?!\w)"
# What asks for the reminder, wherever it stands, is not what it is about.
_ASKING = re.compile(
    "|".join(
        (
            # can you remind me, give me a shout, remidn me, wake me up, tap me on the shoulder
            rf"{_PLEASE}(?<!\w)(?:r[emind]{{2,6}}(?:ing|ber)?|nudge|ping|poke|prompt|prod|bug|buzz|alert|jog|wake|"
            rf"tell|text|message|dm|get|give|hit|tap)\s+me(?:\s+up|"
            rf"\s+on\s+the\s+shoulder)?(?:\s+(?:a\s+)?{_NUDGE})?(?!\s+(?:the|back|a)\b)",
            # set a reminder for me, set something up
            rf"{_PLEASE}(?:set|add|create|make|put|schedule|pop)\s+(?:me\s+|up\s+|"
            rf"in\s+)?(?:an?(?:other)?\s+)?{_NUDGE}(?:\s+(?:in|for\s+me|up))?",
            r"(?:set|put)\s+something\s+(?:up|in)",
            # don't let me forget, I keep forgetting to
            r"(?:don'?t|do\s+not)\s+let\s+me\s+forget|i\s+keep\s+forgetting\s+to",
            # I'll need a reminder, I need prodding
            rf"i(?:'?ll|'d)?\s+(?:\w+\s+)?(?:need|want|like)\s+(?:a\s+)?(?:{_NUDGE}|reminding|prodding|nudging|prompting)",
            # I should, I must
            r"i\s+(?:really\s+)?(?:should|must|need\s+to|have\s+to|ought\s+to|want\s+to|gotta|better)(?!\w)",
            # could you hold me to that
            rf"{_PLEASE}(?:keep|hold)\s+me\s+to\s+(?:that|it)",
            r"(?<!\w)(?:reminder|remind|rmdr|please|pls|plz|first\s+thing)(?!\w)|(?:hi|hey|ok|so|note\s+to\s+self)[,:]\s",
        )
    ),
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:[\s,:;.–-]*(?:to|that|about|abt|re|regarding|for|and|of|on|at|by|in)(?:\s*:)?(?=\s))+\s*|[\s,:;.–-]+",
    re.IGNORECASE,
)
_ABOUT = r"(?:about|abt|re|regarding|concerning|for|on|over|to\s+(?:discuss|talk\s+about|ask\s+about))(?:\s*:)?\s+"
_CONTACT = re.compile(
    r"(?:(?:to|and|finally|really|maybe|up|about)\s+){0,2}(?:(?:call|ring|phon|(?:e-?)?mail|text|messag|"
    r"chas|thank|ask|nudg|see|visit|contact|invit|ping|dm|follow-?up|catch-?up)(?:e|ing)?(?:\s+up)?|"
    r"(?:writ|reply|respond|hear|drop|bring|pok)(?:e|ing)?(?:\s+(?:back|a\s+line|up))?|"
    r"(?:follow|catch|touch|check|circl|gett?|reach|speak|talk|chat|sync|connect|reconnect|meet|keep|hook|"
    r"link|coffee|lunch|look)(?:e|ing)?(?:\s+(?:up|base|in|back|out|a\s+line|touch|"
    r"again)){0,2})(?:\s+(?:with|w/|w|to|on|from))?\s*",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"(?:^|\s|[,:;–-]){_ABOUT}(?P<topic>.+)|^\s*[,:–-][\s,:–-]*(?P<note>.+)", re.IGNORECASE)
_CUED = re.compile(r"(?<!\w)(?:about|abt|re|regarding)(?!\w)", re.IGNORECASE)
_TOLD_AT_ONCE = re.compile(r"^[\s,]*(?:about|abt|re:?|regarding)\s+(?P<topic>.+)(?P<note>)", re.IGNORECASE)
_THING_WITH = re.compile(r"(?P<topic>.+?)\s+(?:with|w/|w|for|from)", re.IGNORECASE)
_GIVEN = re.compile(
    r"\s(?:the|a|an|my|our|his|her|their|some|whether|how|why|what|where)\s", re.IGNORECASE
)  # "email Ann the list"
_TOLD_THAT = re.compile(r"\s(?:is|was|has|will|wants?|needs?|owes?|promised|said|asked|offered|agreed|gets?)\s")
_OWNED = re.compile(r"['’]s?\s+")
_IF = re.compile(
    r"(?:if|unless|when)\s+(?:i|we|he|she|they)?\s*(?:haven'?t|havent|have\s+not|hasn'?t|no|still|nothing|"
    r"don'?t|dont)\b",
    re.IGNORECASE,
)


def topic(text: str, names: Sequence[str], moments: Sequence[tuple[int, int]] = ()) -> str:
    """What a reminder is about; `names` are the people in it as typed, `moments` the spans of its dates."""
    action, about = _action(_without(text[:LONGEST], moments))
    inside = [name for name in names if name and name in action]
    if not inside:
        return "" if _IF.match(action) else topics.topic(action)
    start = action.index(inside[0])
    end = max(action.rindex(name) + len(name) for name in inside)
    before, after = action[:start].strip(), action[end:]
    if _IF.match(action):
        return ""
    if _OWNED.match(after):  # "about Ann's birthday" is whole, "Ann's birthday" alone is a thing of hers
        return topics.topic(action if before or about else _OWNED.sub("", after))
    bare = not before or _CONTACT.fullmatch(before) is not None
    if bare and not _CUED.search(after) and (_GIVEN.match(after) if before else _TOLD_THAT.match(after)):
        return topics.topic(action)
    told = (_TOLD if bare else _TOLD_AT_ONCE).search(after)
    if told:
        return topics.topic(told["topic"] or told["note"])
    thing = _THING_WITH.fullmatch(before) if about and not bare else None  # "about the deadline with Ann"
    if thing:
        return topics.topic(thing["topic"])
    return "" if bare else topics.topic(action)


def deed(text: str, names: Sequence[str], moments: Sequence[tuple[int, int]] = ()) -> str:
    """What is to be done about them in the words that were said: "call Tom", "call Ann about the van"; "" for none."""
    action, _ = _action(_without(text[:LONGEST], moments))
    at = [action.index(name) for name in names if name and name in action]
    before = action[: min(at)].strip() if at else ""
    return topics.topic(action) if before and _CONTACT.fullmatch(before) else ""


def _action(text: str) -> tuple[str, bool]:
    """What remains once asking for a reminder is taken away, and whether "about", "re" or "forget" led to it."""
    about = "forget" in text
    text = " ".join(_ASKING.sub(" , ", text).split())
    text = re.sub(r"(?:\s*[,;:.!?–-]+)+\s*$", "", text)
    lead = _LEADS.match(text)
    while lead and lead.end():
        about = about or re.search(r"\b(?:about|abt|re|regarding)\b", lead[0], re.IGNORECASE) is not None
        text = text[lead.end() :]
        lead = _LEADS.match(text)
    return re.sub(r"(?:\s,)+(?=\s|$)|\s+[–-]\s*$", "", text).strip(" ,;:"), about


def _without(text: str, moments: Sequence[tuple[int, int]]) -> str:
    """The text without its dates and the small words that lead to them."""
    for start, end in sorted(moments, reverse=True):
        before = re.sub(r"\s(?:on|at|in|by|before|for|from|until|till|this|the|coming)\s*$", " ", text[:start])
        text = f"{before.rstrip()} {text[end:].lstrip()}"
    return text
