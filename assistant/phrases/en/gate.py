"""What a frame has to hold, whatever a model says, before anything is done about a sentence.

Ordinary talk looks like requests to a model; it seldom holds what a request needs: somebody known, a thing sought.
"""

import re
from collections.abc import Callable

from assistant.facts import PersonSaid
from assistant.phrases.en.triggers import explicit
from assistant.phrases.frame import Frame, Intent, Role, Subject

LONGEST = 400  # characters; twice the longest labelled request, ordinary talk goes on for longer
_CODE = re.compile(
    r"```|`[^`\n]{1,200}`|"
    r"^\s{0,8}(?:[$>#]\s|at\s\S{1,80}\(|(?:def|class|import|SELECT|curl|git|npm|pip|sudo)\s)|"
    r"[\w)\]]\([^)\n]{0,80}\);|[{};]\s{0,4}$|=>|==|!=|::|"
    r"\b\w{1,60}\.(?:py|js|ts|json|yml|yaml|sh|sql|java|go|rb|log)\b|Traceback",
    re.MULTILINE,
)
_LINK = re.compile(r"<?https?://|www\.\w", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:you|him|her|them|he|she|they|us|both of them|the (?:two|pair|both) of them)", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"(?:the|a|an|my|our|your|his|her|their|its|this|that|these|those|some|any|no|every|all|everyone|"
    r"everybody|anyone|anybody|someone|somebody|nobody|who|whoever|it|what|team|guys|folks|people|all)\b",
    re.IGNORECASE,
)

Known = Callable[[PersonSaid], bool]


def why_not(frame: Frame, words: str, known: Known, commanded: bool = False) -> str:
    """What is missing or in the way, in a few words; "" when the frame passes.

    `words` are as Slack sends them; `known` says whether the directory has somebody for a reference; after a command
    any name counts, since the command itself says that a person follows.
    """
    if frame.intent in (Intent.NONE, Intent.HELP):
        return ""
    return _unreadable(words) or _missing(frame, words, lambda one: commanded or _somebody(one, known))


def may_be_a_name(one: PersonSaid) -> bool:
    """Whether the words can be somebody's name, whoever is known: not "the team", "my boss"."""
    return not _NOT_A_NAME.match(one.text)


def _unreadable(words: str) -> str:
    if len(words) > LONGEST:
        return "too long"
    if _LINK.search(words):
        return "has a link"
    return "looks like code" if _CODE.search(words.replace("-&gt;", "").replace("=&gt;", "")) else ""


def _somebody(one: PersonSaid, known: Known) -> bool:
    """A mention, somebody known, a pronoun with a name behind it, or two words that may be a name."""
    if one.speaker or one.account or one.means or _PRONOUN.fullmatch(one.text):
        return True
    return known(one) or (len(one.text.split()) >= 2 and may_be_a_name(one))


def _missing(frame: Frame, words: str, somebody: Callable[[PersonSaid], bool]) -> str:
    """The rule of each intent."""

    def has(*roles: Role, at_least: int = 1) -> bool:
        return sum(somebody(one) for role in roles for one in frame.people.get(role, ()) if not one.speaker) >= at_least

    match frame.intent:
        case Intent.RECORD_MEETING | Intent.KEEP_IN_TOUCH:
            return "" if has(Role.WITH) else "nobody met"
        case Intent.RECORD_PARTNERSHIP:
            return "" if has(Role.WITH) or frame.organisation else "no partner"
        case Intent.REQUEST_INTRO | Intent.FIND_PATH:
            return "" if has(Role.TARGET) or frame.organisation or frame.seeking else "nobody sought"
        case Intent.MAKE_INTRO:
            return "" if has(Role.INTRODUCE, at_least=2) else "fewer than two to introduce"
        case Intent.LOG_INTRO:
            both = len(frame.people.get(Role.INTRODUCED, ())) >= 2 and frame.people.get(Role.CONNECTOR)
            return "" if both and has(Role.INTRODUCED, Role.CONNECTOR) else "not who, to whom and by whom"
        case Intent.VOLUNTEER_INTRO:
            return "" if frame.people.get(Role.CONNECTOR) else "nobody volunteered"
        case Intent.GIVE_THANKS:
            return "" if has(Role.TO) else "nobody thanked"
        case Intent.LOG_REFERRAL:
            return "" if has(Role.REFERRER, Role.RECEIVER) or frame.client else "nobody named"
        case Intent.RECOMMEND:
            return "" if has(Role.PERSON) else "nobody recommended"
        case Intent.RECALL:
            return "" if has(Role.ABOUT) or frame.organisation else "about nobody"
        case Intent.SET_OFFER | Intent.SET_NEED:
            return "" if frame.topic else "nothing offered or needed"
        case Intent.SET_REMINDER:
            return "" if frame.people.get(Role.ABOUT) or frame.topic else "nothing to be reminded of"
        case Intent.SHOW:
            return "" if frame.subject else "no list named"
        case Intent.SETTINGS:
            return _ordered(frame, words, frame.setting is not None)
        case Intent.FORGET:
            whom = frame.subject is not Subject.PERSON or bool(frame.people.get(Role.ABOUT))
            return _ordered(frame, words, frame.subject is not None and whom)
        case Intent.CORRECT:
            return _ordered(frame, words, frame.kind is not None)
        case Intent.HELP | Intent.NONE:
            return ""


def _ordered(frame: Frame, words: str, complete: bool) -> str:
    if not complete:
        return "not said what"
    return "" if explicit(words, frame.intent) else "no word that orders it"
