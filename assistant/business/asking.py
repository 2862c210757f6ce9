"""Questions about what two people sent or gave one another, always in much the same words: "what did Sam send me?", or
"give and receive with Sam".
"""

import re

from assistant.facts import PersonSaid
from assistant.ids import AccountId
from assistant.phrases import dates
from assistant.phrases.dates.now import Now
from assistant.phrases.en.gate import may_be_a_name
from assistant.phrases.frame import Frame, Intent, Role, Subject
from assistant.phrases.words import MENTION, readable
from assistant.said import Surface, Utterance
from assistant.speaker import Speaker

LONGEST = 4  # words of a name
_NOBODY = frozenset(("i", "we", "you", "me", "us", "it", "this", "that", "people", "others", "everyone"))
_WHAT = r"(?:what|how\s+much|how\s+many|which)(?:\s+(?:business|referrals?|clients?|customers?|leads?|work))?"
_SENT = re.compile(
    rf"{_WHAT}\s+(?:(?:did|has|have)\s+(?P<them>\S.*?)\s+(?:send|sent)\s+(?:me|my\s+way)"
    r"|(?:did|have)\s+I\s+(?:send|sent)\s+(?:to\s+)?(?P<to>\S.*?))",
    re.IGNORECASE,
)
_GAVE = re.compile(
    r"(?:(?:please\s+)?(?:show|open)\s+(?:me\s+)?)?(?:my\s+|the\s+)?giv(?:e|en|ing)\s+(?:and|&|\+)\s+(?:tak(?:e|en|ing)|receiv(?:e|ed|ing))"
    r"\s+(?:with|between\s+me\s+and|of)\s+(?P<two>\S.*?)"
    r"|what\s+(?:else\s+)?(?:did|has|have)\s+(?P<gave>\S.*?)\s+(?:given?|do(?:ne)?)\s+(?:to\s+|for\s+)?me(?:\s+so\s+far)?"
    r"|what\s+(?:else\s+)?(?:did|have)\s+I\s+(?:ever\s+)?(?:given?|do(?:ne)?)\s+(?:to\s+|for\s+)?(?P<given>\S.*?)(?:\s+so\s+far)?"
    r"|what\s+have\s+(?P<both>\S.*?)\s+and\s+I\s+(?:given|done\s+for)\s+(?:each\s+other|one\s+another)",
    re.IGNORECASE,
)


def asked(said: Utterance, by: Speaker) -> Frame | None:
    """The frame of such a question, with its days; None for any other sentence."""
    if said.surface is Surface.THREAD or said.command not in ("", "/wellmet"):
        return None
    words = said.words.strip().rstrip("?!. ")
    found = dates.find(words, Now(by.clock, by.day_first))
    moment = found[-1] if found and found[-1].end == len(words) else None
    if moment:
        words = re.sub(r"(?:\s+(?:in|on|during|over))?\s*$", "", words[: moment.start])
    match = _SENT.fullmatch(words) or _GAVE.fullmatch(words)
    whom = next(filter(None, match.groupdict().values()), "") if match else ""
    if not match or not whom or whom.casefold() in _NOBODY or len(whom.split()) > LONGEST:
        return None
    mention = MENTION.fullmatch(whom)
    about = PersonSaid(readable(whom), AccountId(mention.group(1)) if mention else None)
    if match.re is _GAVE and not may_be_a_name(about):
        return None
    when = moment.when if moment else None
    subject = Subject.STATS if match.re is _SENT else Subject.EXCHANGE
    return Frame(Intent.RECALL, {Role.ABOUT: (about,)}, when, subject=subject)
