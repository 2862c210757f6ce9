"""Questions about what members do, in the forms that people use: "who is good at portraits?", "who shares my clients?".

The models of `phrases` know no intent for them, so they are read by their form, before the models are asked.
"""

import re

from assistant.phrases.words import readable
from assistant.reply import Matter, Subject
from assistant.said import Surface, Utterance
from assistant.speaker import Speaker

LONGEST = 200  # characters of what is sought
_AUDIENCE = re.compile(
    r"(?:audience|my audience|"
    r"who\s+(?:else\s+)?(?:shares?|has|have|serves?|works?\s+(?:for|with)|sells?\s+to)\s+"
    r"(?:my|our|the\s+same)\s+(?:audience|clients?|clientele|customers?)"
    r"(?:\s+(?:as|like|with)\s+(?:me|us|i(?:\s+do)?|we(?:\s+do)?|mine|ours))?"
    r"|who\s+(?:should|could|can)\s+i\s+(?:team\s+up|partner)\s+with)",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"(?:who(?:'s|\s+is|\s+here\s+is)?|is\s+(?:there\s+)?(?:anyone|anybody|someone|somebody)|(?:does\s+)?(?:anyone|anybody)|any\s*one)"
    r"(?:\s+(?:here|around|in\s+here))?\s+"
    r"(?:(?:really\s+|any\s+)?(?:good|great|best)\s+(?:at|for|with|in)|"
    r"(?:can|could|would|to)\s+(?:do|make|help\s+(?:me\s+|us\s+)?with)|offers?|offering|makes|does|"
    r"(?:would|do|can|could)\s+(?:you|anyone|people)\s+recommend\s+(?:for|as)|(?:is\s+)?recommended\s+(?:for|as))\s+"
    r"(?P<sought>\S.*?)(?:\s+(?:here|around\s+here|in\s+here|please))?",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(
    r"(?:can|could|would)\s+(?:anyone|anybody|you|somebody|someone)\s+recommend\s+(?P<sought>(?:an?|some(?:one|body)?)\s+\S.*)|"
    r"who\s+(?:would|do|can|could)\s+(?:you|people)\s+recommend\s+(?:for|as)\s+(?P<also>\S.*)",
    re.IGNORECASE,
)
_NEEDING = re.compile(
    r"(?:who(?:\s+else)?(?:\s+here)?(?:'s|\s+is)?|(?:does|is)\s+(?:anyone|anybody|someone|somebody)|(?:anyone|anybody))(?:\s+(?:else|here|around))*\s+"
    r"(?:needs?|needing|wants?|looking\s+for|after|could\s+use)\s+(?P<sought>\S.*?)(?:\s+(?:here|around\s+here))?",
    re.IGNORECASE,
)
# "who needs to know?", "who needs sleep when you have a launch"
_TO_DO = re.compile(r"(?:to|help\s+(?:from|of))\b|.*\b(?:when|if|because|anyway)\b", re.IGNORECASE)
# "who does Linn know?", "who can make it?": nothing that anybody does.
_NOT_A_TRADE = re.compile(r"(?:you|that|this|it|what|me|us|i|we|he|she|they|anyone|the\s+same)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"who\s+does\s+[A-Z]")
_ASKED_OF_US = (Surface.DM, Surface.COMMAND, Surface.MENTION)


def asked(said: Utterance, by: Speaker) -> Matter | None:
    """What such a question is about; None for any other sentence."""
    if said.surface not in _ASKED_OF_US or said.command not in ("", "/wellmet"):
        return None
    words = " ".join(readable(said.words).split()).rstrip(" ?!.")
    if _AUDIENCE.fullmatch(words):
        return Matter(Subject.AUDIENCE, by.person.id)
    needing = _NEEDING.fullmatch(words)
    if needing and not _NOT_A_TRADE.match(needing["sought"]) and not _TO_DO.match(needing["sought"]):
        return Matter(Subject.NEEDING, words=needing["sought"][:LONGEST])
    found = _RECOMMENDED.fullmatch(words) or _SOUGHT.fullmatch(words)
    sought = next(filter(None, found.groupdict().values()), "") if found else ""
    if not sought or _NOT_A_TRADE.match(sought) or _SUBJECT.match(words) or "<@" in sought:
        return None
    return Matter(Subject.FOUND, words=sought[:LONGEST])
