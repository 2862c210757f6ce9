"""Questions about what two people sent one another, always said in much the same words: "what did Sam send me?"."""

import re

from assistant.facts import PersonSaid
from assistant.ids import AccountId
from assistant.phrases import dates
from assistant.phrases.dates.now import Now
from assistant.phrases.frame import Frame, Intent, Role, Subject
from assistant.phrases.words import MENTION, readable
from assistant.said import Surface, Utterance
from assistant.speaker import Speaker

_WHAT = r"(?:what|how\s+much|how\s+many|which)(?:\s+(?:business|referrals?|clients?|customers?|leads?|work))?"
_SENT = re.compile(
    rf"{_WHAT}\s+(?:(?:did|has|have)\s+(?P<them>\S.*?)\s+(?:send|sent)\s+(?:me|my\s+way)"
    r"|(?:did|have)\s+I\s+(?:send|sent)\s+(?:to\s+)?(?P<to>\S.*?))",
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
    match = _SENT.fullmatch(words)
    whom = (match["them"] or match["to"]) if match else ""
    if not whom or whom.casefold() in ("i", "we", "they", "you"):
        return None
    mention = MENTION.fullmatch(whom)
    about = PersonSaid(readable(whom), AccountId(mention.group(1)) if mention else None)
    when = moment.when if moment else None
    return Frame(Intent.RECALL, {Role.ABOUT: (about,)}, when, subject=Subject.STATS)
