"""What a correction puts in the place of the old: "no, it was 450 euros", "make it wedding cakes", "she won it".

What the same words say depends on what they are said of: 450 is a sum of a referral, and "for couples" whom an offer is
for. So this only takes a correction apart; what is read into it, and when, assistant/correcting.py says.
"""

import re
from dataclasses import dataclass
from enum import Enum

from assistant.phrases.en import amounts
from assistant.phrases.en.calling_off import KIND, LEAD, kind_of
from assistant.phrases.en.rules import Rule, plain, rule
from assistant.phrases.frame import Amount, Outcome, Record

LONGEST = 200  # characters; whoever goes on for longer tells a story
_BE = r"(?:'s|\s+is|\s+was|\s+were|\s+should\s+(?:be|say|read)|\s+should\s+have\s+been)"
_SORRY = (  # "no nudges" and "sorry for the noise" set nothing right
    r"(?:no(?!\s+(?:need|idea|more|thanks|help)\b)|nope|nah|sorry(?!\s+(?:for|about|i)\b)|oops|whoops|wait|actually|"
    r"correction|pardon|my\s+mistake|i\s+mean)\b[\s,:!.–-]*"
)
# "make it" says that something is put in the place of the old; "it was" may begin any talk.
_ANEW = (
    r"(?:(?:(?:it|that|this|which)\s+)?should\s+(?:be|say|read|have\s+been)|(?:i|we)\s+(?:actually\s+)?meant(?:\s+to\s+say)?|"
    r"make\s+(?:it|that)|(?:change|correct|set)\s+(?:it|that|this)\s+to)\s+"
)
_WAS = rf"(?:it|that|this|they|which){_BE}(?:\s+meant\s+to\s+be|\s+actually|\s+worth)*\s+"
_SLOTS = {
    "amount": r"amount|sum|value|price|fee|total|worth",
    "client": r"client(?:'s\s+name)?|customer",
    "topic": r"topic|subject|reason|aim|point",
    "place": r"place|venue|location",
    "audience": r"audience",
}
_SLOT = "|".join(f"(?P<{name}>{words})" for name, words in _SLOTS.items())
_OF_SLOT = re.compile(
    rf"(?:{_SORRY})*(?:(?:the|its|their)\s+(?:{_SLOT})(?:{_BE}|\s+(?:was|is)\s+called|:)\s*(?:called\s+|for\s+)?|"
    rf"(?:change|correct|set|make)\s+the\s+(?:{_SLOT.replace('P<', 'P<to_')})\s+(?:to\s+)?)(?P<value>\S.*)",
    re.IGNORECASE,
)
_OF_LAST = re.compile(
    rf"(?:(?:{_SORRY})*(?P<anew>{_ANEW})|(?:{_SORRY})+(?:{_WAS})?|{_WAS}|(?=not\s+\S+\s+but\s))(?P<value>\S.*)",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?P<value>(?:for|about|on|at|until|till|by|from|worth)\s+\S.*)", re.IGNORECASE)
_MARKED = re.compile(
    rf"{LEAD}(?:mark|set|put|note)\s+(?:it|that|this)(?:\s+down)?\s+(?:as|to)\s+(?P<value>\S.*)", re.IGNORECASE
)
_NAMED = re.compile(
    rf"{LEAD}(?:(?:change|correct|set|update|amend|move|mark)\s+(?:my|our|the|that|this)\s+"
    rf"(?P<before>(?:\S+\s+){{0,5}}?)(?:{KIND})\b(?P<rest>(?:\s+\S+){{0,8}}?)\s+(?:to|as)\s+(?P<value>\S.*))",
    re.IGNORECASE,
)
_REFERRED = re.compile(
    rf"{LEAD}(?:(?:my|our|the|that|this)\s+)?(?P<before>(?:\S+\s+){{0,5}}?)(?:{KIND})\b(?P<rest>\s+\S.*)", re.IGNORECASE
)
_BEING = re.compile(r"(?:'s|\s*\b(?:is|was|has|been|got|we|i|they|have))*$", re.IGNORECASE)
_NOT_OLD = re.compile(
    r"(?:,?\s+(?:and\s+)?(?:not|instead\s+of|rather\s+than)\s+\S.*|\s+(?:instead|after\s+all|in\s+the\s+end|now|please))$",
    re.I,
)
_OLD_FIRST = re.compile(r"not\s+\S.*?(?:,?\s+but\s+|,\s*)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:about\s+|around\s+)?(?P<figure>\d{1,3}(?:[ ,.']\d{3})+|\d{1,9})(?:[.,](?P<cents>\d{1,2}))?")
_JOB = r"(?:\s+(?:it|the\s+(?:job|deal|work|client|contract|business|order)|that))?"
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
    rule(Outcome.SENT, "it's still open", r"(?:still )?open(?: again)?|reopen(?:ed)?|not decided(?: yet)?"),
)
_TELLING = re.compile(
    rf"{LEAD}(?:(?:it|that|this|they|he|she|we|i|the\s+(?:deal|job|client|lead|business|work|customer))"
    r"(?:'s|'ve|\s+is|\s+was|\s+has|\s+have|\s+got|\s+are)?(?:\s+(?:been|just|now|finally|already))*\s+)?(?P<value>\S.*)",
    re.IGNORECASE,
)


class Clear(Enum):
    """How clear it is that something is set right at all."""

    QUITE = "quite"
    BY_VALUE = "by value"  # "no, it was 450 euros" is; "no, it was a pity" is none
    PERHAPS = "perhaps"  # "for couples" may be anything


@dataclass(frozen=True, slots=True)
class SetRight:
    """A correction, taken apart."""

    value: str  # what takes the place of the old
    slot: str = ""  # what of the record it is, where that was said: a name of _SLOTS
    clear: Clear = Clear.QUITE
    record: Record | None = None  # the kind that was named; None: the record written down last
    before: str = ""
    rest: str = ""


def set_right(text: str) -> SetRight | None:
    """The correction in the text; None for any other sentence."""
    if len(text) > LONGEST:
        return None
    slot = _OF_SLOT.fullmatch(text)
    if slot:
        return SetRight(_new(slot["value"]), next(name for name in _SLOTS if slot[name] or slot[f"to_{name}"]))
    named = _NAMED.fullmatch(text)
    if named:
        return SetRight(
            _new(named["value"]), record=kind_of(named), before=named["before"].strip(), rest=named["rest"].strip()
        )
    marked = _MARKED.fullmatch(text)
    if marked:
        return SetRight(_new(marked["value"]), clear=Clear.BY_VALUE)
    last = _OF_LAST.fullmatch(text)
    if last:
        clear = Clear.QUITE if last["anew"] else Clear.BY_VALUE
        return SetRight(_new(last["value"]), clear=clear)
    bare = _BARE.fullmatch(text)
    return SetRight(_new(bare["value"]), clear=Clear.PERHAPS) if bare else None


def told_of(text: str) -> SetRight | None:
    """What became of a referral that is named by its kind: "the referral from Sam was won"."""
    said = _REFERRED.fullmatch(text) if len(text) <= LONGEST else None
    if said is None or kind_of(said) is not Record.REFERRAL:
        return None
    words = said["rest"].split()
    for at in range(len(words)):
        became = " ".join(words[at:])
        if outcome(became):
            rest = _BEING.sub("", " ".join(words[:at]))
            return SetRight(became, record=Record.REFERRAL, before=said["before"].strip(), rest=rest)
    return None


def outcome(value: str) -> Outcome | None:
    """What became of it, if the words say nothing else."""
    said = _NOT_OLD.sub("", value.strip(" .!"))
    return next((one.means for one in OUTCOMES if one.pattern.fullmatch(plain(said))), None)


def told_outcome(text: str) -> Outcome | None:
    """ "she won it", "the deal fell through": of the referral that was spoken of last."""
    told = _TELLING.fullmatch(text.strip(" .!"))
    return outcome(told["value"]) if told else None


def amount(value: str) -> Amount | None:
    """The sum that the words are, with or without a currency; None if they are anything else."""
    found = amounts.find(value)
    if len(found) == 1 and not re.search(
        r"\w", re.sub(r"\b(?:about|around|worth)\b", "", value[: found[0].start] + value[found[0].end :])
    ):
        return found[0].value
    number = _NUMBER.fullmatch(value.removeprefix("worth ").strip())
    if number is None:
        return None
    return Amount(float(f"{re.sub(r'[^0-9]', '', number['figure'])}.{number['cents'] or 0}"))


def _new(value: str) -> str:
    """Without what was wrong: "not 540 but 450", "450 euros, not 540"."""
    value = _OLD_FIRST.sub("", value, count=1) if _OLD_FIRST.match(value) else value
    return _NOT_OLD.sub("", value).strip(" .!,")
