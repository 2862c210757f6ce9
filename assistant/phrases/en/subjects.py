"""What is to be shown or forgotten."""

from assistant.phrases.en.rules import Rule, first, rule
from assistant.phrases.frame import Subject

# In the order in which they are tried: the words that mean one thing alone come first, meetings last.
SHOWN: tuple[Rule[Subject], ...] = (
    rule(
        Subject.THANKS_OWED,
        "who do I still owe thanks to?",
        r"thank\w*|ty|owe|owing|owed|grateful|gratitude|acknowledge\w*|(?:still|havent) .{0,20}credit(?:ed)?",
    ),
    rule(
        Subject.REMINDERS,
        "list my reminders",
        r"remind\w*|rmdrs?|to-? ?dos?|follow-? ?ups?|nudges? (?:coming|due|scheduled|set)|tasks?|"
        r"(?:supposed|meant|need|have) to (?:do|chase|call|ring|write|send)",
    ),
    rule(
        Subject.STATS,
        "how many referrals have I made this year?",
        r"stats?|hows? (?:is )?my .{1,30} (?:going|doing|looking)|statistics|numbers|figures|totals?|tally|"
        r"score ?(?:card|board)?|leader ?board|analytics|metrics|summary|dashboard|count|how many|how much|"
        r"how am i doing|how have i (?:done|been doing)|activity|progress report",
    ),
    rule(
        Subject.PARTNERS,
        "who am I partnered with",
        r"partner\w*|team(?:ed|ing) up|collaborat\w*|collabs?|alliances?|"
        r"(?:referral |working |joint )?(?:deals?|agreements?|arrangements?|contracts?|ventures?)(?: with)?|"
        r"working with|in business with|retainers?",
    ),
    rule(
        Subject.REQUESTS,
        "show me my open intro requests",
        r"requests?|reqs?|asks?|"
        r"(?:open|pending|outstanding|waiting|live|unanswered|active) .{0,20}?(?:intro\w*)|"
        r"intro\w* .{0,30}?(?:open|pending|outstanding|waiting|asked|status|live|stand|where|going|progress|"
        r"accepted|answered)|"
        r"asked for|waiting (?:on|for)|pending|(?:my|what|which|any) (?:open )?intro\w*",
    ),
    rule(
        Subject.OFFERS,
        "what are people here offering?",
        r"offer\w*|"
        r"(?:people|they|i|everyone|everybody|we|members?|folks?) (?:can |could )?(?:do|does|provide|sell|"
        r"help with)|"
        r"services|skills|available for|has to give|what .{0,20}i do",
    ),
    rule(
        Subject.NEEDS,
        "what's everyone looking for these days?",
        r"needs?|needed|needing|looking (?:out )?for|look for|after|wants?|wanted|searching|seeking|"
        r"hunting for|wish ?lists?|in search of|short of|crying out for",
    ),
    rule(
        Subject.NETWORK,
        "who's in my network?",
        r"network\w*|contacts?|circle|connections|rolodex|address ?book|black book|"
        r"(?:everyone|everybody|people|who(?:m)?(?: all)?) (?:that )?i(?:ve)? (?:do )?know|know here|"
        r"my people|directory|who i know",
    ),
    rule(
        Subject.MEETINGS,
        "who did I meet last week",
        r"met|meet\w*|saw|seen?|1:1s?|one-(?:to|on)-ones?|spoke\w*|talked|calls?|chats?|catch-? ?ups?|"
        r"coffees?|calendar|diary|sat|sit|last (?:week|month|quarter|year)|yesterday|today|"
        r"who(?:m|d|s)?(?: all)?",
    ),
)

_DATA = r"(?:data|info\w*|records?|history|account|stuff|details|profile|file|entries|notes|logs?|meetings?)"
_ALL = r"(?:all|everything|the lot|whole|entire|whatever|any)"
FORGOTTEN: tuple[Rule[Subject], ...] = (
    rule(
        Subject.EXPORT,
        "can I get a copy of my data",
        r"export\w*|cop(?:y|ies)|download\w*|dump|backup|back up|gdpr request|subject access|sar|dsar|archive|"
        r"csv|excel|spreadsheet|json",
    ),
    rule(
        Subject.EXPORT,
        "send me everything you hold on me",
        rf"(?:send|give|gimme|get|show|hand|email|mail|see|have|want|request|provide|take) .{{0,30}}(?:{_ALL}|"
        rf"my) .{{0,20}}(?:{_DATA}|hold|have|store\w*|know|keep|got|saved)|"
        rf"what .{{0,30}}(?:hold|have|store\w*|know|keep|got) (?:on|about) me|take .{{0,10}}my {_DATA} with",
    ),
    rule(
        Subject.EVERYTHING,
        "delete all my data",
        rf"(?:my|me) (?:whole |entire |complete |full |own |personal |networking ){{0,2}}{_DATA}|"
        rf"(?:about|on|of|from) me(?: ever| please| pls| now)?|(?:{_ALL}) (?:of )?(?:my|its|that is mine|mine)|"
        rf"(?:forget|delete|wipe|erase|remove|purge|clear) (?:me|myself|"
        rf"my (?:\w+ )?(?:account|data|profile|history|self)|all|everything)(?: please| pls| now|[.! ])*$|"
        rf"from scratch|clean slate|start over|leaving",
    ),
)


def shown(text: str) -> Subject | None:
    """Which of the speaker's lists is to be shown; None when the words name none."""
    return first(text, SHOWN)


def forgotten(text: str, somebody: bool) -> Subject | None:
    """What is to be forgotten or handed over; `somebody` says that the sentence names a person.

    None where the words say neither: a number is deleted from a phone, and that is nothing of ours.
    """
    return Subject.PERSON if somebody else first(text, FORGOTTEN)
