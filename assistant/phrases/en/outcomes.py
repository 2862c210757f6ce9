"""What became of a referral: "she won it", "the deal fell through", "the referral from Sam was lost"."""

import re
from dataclasses import dataclass

from assistant.phrases.en.naming import KIND, LEAD, Named, kind_of
from assistant.phrases.en.rules import Rule, plain, rule
from assistant.phrases.en.setting_right import FIRMLY, LONGEST, new_of
from assistant.phrases.frame import Outcome, Record

_DEAL = r"(?:job|deal|work|client|contract|business|order)"
_JOB = rf"(?:\s+(?:it|the\s+{_DEAL}|that))?"
OUTCOMES: tuple[Rule[Outcome], ...] = (
    rule(
        Outcome.LOST,
        "it fell through",
        rf"(?:lost|lose){_JOB}|fell through|fallen through|came (?:to|of) nothing|a loss|said no|"
        rf"(?:didnt|did not|wont|will not) (?:work out|come off|happen|go ahead|get{_JOB}|sign|win{_JOB})|"
        r"went (?:elsewhere|with (?:someone|somebody) else)|turned (?:it|us|me|them) down",
    ),
    rule(
        Outcome.WON,
        "they signed",
        rf"(?:won|win){_JOB}|a win|signed(?: up| the contract)?|booked(?: us| me| them)?|came through|went ahead|"
        rf"(?:got|landed){_JOB.removesuffix('?')}|said yes",
    ),
    rule(
        Outcome.CONTACTED,
        "they are in touch",
        r"contacted|(?:been |got |are |in )+touch|(?:spoke|spoken|talked) (?:to|with) (?:them|him|her|the client)|"
        r"reached out|called them",
    ),
    rule(Outcome.SENT, "it's still open", r"still open(?: again)?|open again|reopen(?:ed)?|not decided(?: yet)?"),
)
_TELLING = re.compile(
    rf"{LEAD}(?:(?:(?P<ours>we|i)|it|that|this|they|he|she|the\s+(?:deal|job|client|lead|business|work|customer))"
    r"(?:'s|'ve|\s+is|\s+was|\s+has|\s+have|\s+got|\s+are|'re|'m|\s+am)?(?:\s+(?:been|just|now|finally|already))*\s+)?"
    r"(?P<value>\S.*)",
    re.IGNORECASE,
)
_REFERRED = re.compile(
    rf"{LEAD}(?:(?:my|our|the|that|this)\s+)?(?P<before>(?:\S+\s+){{0,5}}?)(?:{KIND})\b(?P<rest>\s+\S.*)", re.IGNORECASE
)
_BEING = re.compile(r"(?:'s|\s*\b(?:is|was|has|been|got|we|i|they|have))*$", re.IGNORECASE)
_WON_OR_LOST = re.compile(r"\b(?:won|lost)\b", re.IGNORECASE)
_NAMES_IT = re.compile(rf"\b(?:it|that|them|him|her|{_DEAL})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Became:
    """What became of a referral, as it was told."""

    outcome: Outcome
    clear: bool = True  # "we won" may be said of a match
    anew: bool = False  # said against what was told before: "no, it was lost", "it's still open"
    named: Named | None = None  # None: of the one that was spoken of last


def outcome(value: str) -> Outcome | None:
    """What became of it, if the words say nothing else."""
    said = new_of(value)
    return next((one.means for one in OUTCOMES if one.pattern.fullmatch(plain(said))), None)


def told_outcome(text: str) -> Became | None:
    """ "she won it", "the deal fell through": of the referral that was spoken of last."""
    told = _TELLING.fullmatch(text.strip(" .!"))
    became = outcome(told["value"]) if told and len(text) <= LONGEST else None
    if told is None or became is None:
        return None
    clear = told["ours"] is None or _NAMES_IT.search(told["value"]) is not None
    return Became(became, clear, became is Outcome.SENT or FIRMLY.match(text) is not None)


def told_of(text: str) -> Became | None:
    """What became of a referral that is named by its kind: "the referral from Sam was won"."""
    said = _REFERRED.fullmatch(text) if len(text) <= LONGEST else None
    if said is None or kind_of(said) is not Record.REFERRAL:
        return None
    words = said["rest"].split()
    for at in range(len(words)):
        became = outcome(" ".join(words[at:]))
        if became:
            rest = _BEING.sub("", " ".join(words[:at]))
            return Became(became, anew=True, named=Named(Record.REFERRAL, said["before"].strip(), rest.strip()))
    return None


def says_won_or_lost(text: str) -> bool:
    """Whether it is told in the words that are said of referrals alone."""
    return _WON_OR_LOST.search(text) is not None
