"""What a correction puts in the place of the old: "no, it was 450 euros", "make it wedding cakes", "I meant Linn".

What the same words say depends on what they are said of: 450 is a sum of a referral, and "for couples" whom an offer is
for. So this only takes a correction apart; what is read into it, assistant/reading_last.py says.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from assistant.phrases.en import amounts
from assistant.phrases.en.naming import KIND, LEAD, Named, kind_of
from assistant.phrases.frame import Amount

LONGEST = 200  # characters; whoever goes on for longer tells a story
_STOP = r"\b(?:[\s,:!.]|[–-](?!\s*[\d$£€]))*"  # behind it a minus stays with its figure
FIRM = (  # "no nudges" and "no worries" set nothing right
    r"(?:no(?!\s+(?:need|idea|more|thanks|help|worries|problem|problems|rush|luck|way|wonder|doubt|one|matter|longer|"
    r"hurry|pressure|clue|chance|news|reply|answer|comment)\b)|nope|nah|actually|correction|oops|whoops|my\s+mistake|"
    rf"i\s+mean){_STOP}"
)
SORRY = rf"(?:sorry(?!\s+(?:for|about|i)\b)|wait|pardon){_STOP}"  # as often no correction at all
FIRMLY = re.compile(rf"(?:{SORRY})*{FIRM}", re.IGNORECASE)
_WAS = r"(?:it|that|this|they|which)\s+(?:was|were)"
_IS = r"(?:it|that|this|they|which)(?:'s|\s+is|\s+are)"
_THEN = r"(?:\s+meant\s+to\s+be|\s+actually|\s+worth)*\s+"
_ANEW = (
    r"(?:(?:(?:it|that|this|which)\s+)?should\s+(?:be|say|read|have\s+been)|(?:i|we)\s+(?:actually\s+)?meant(?:\s+to\s+say)?|"
    r"make\s+(?:it|that))\s+"
)
_SLOTS = {
    "amount": r"amount|sum|value|price|fee|total|worth",
    "client": r"client(?:'s\s+name)?|customer",
    "topic": r"topic|subject|reason|aim|point",
    "place": r"place|venue|location",
    "audience": r"audience",
}
_SLOT = "|".join(f"(?P<{name}>{words})" for name, words in _SLOTS.items())


class Clear(IntEnum):
    """Up to which kind of value it is clear that something is set right; of what lies beyond, one asks first."""

    NOT = 0  # "for couples" may be anything
    FIGURE = 1  # a sum, a day, an outcome: "it was 450 euros"; "it was Linn" may answer who rang
    PERSON = 2  # "I meant Linn"; "I meant well" is none
    LED = 3  # words behind one that says what they are: "no, it was about maps"
    ANY = 4  # whatever the words are: "change the client to Harbour Bakery"


# In the order in which they are tried.
_FORMS = tuple(
    (clear, re.compile(pattern, re.IGNORECASE))
    for clear, pattern in (
        (Clear.ANY, rf"{LEAD}(?:change|correct|set)\s+the\s+(?:{_SLOT})\s+to\s+(?P<value>\S.*)"),
        (
            Clear.FIGURE,
            rf"(?:{SORRY}|{FIRM})*"
            rf"(?:make\s+the\s+(?:{_SLOT.replace('P<', 'P<made_')})|(?:the|its|their)\s+(?:{_SLOT})"
            r"(?:'s|\s+is|\s+was|\s+were|\s+should\s+(?:be|say|read)|\s+should\s+have\s+been|:)"
            r"(?:\s+called)?)\s+(?:for\s+)?(?P<value>\S.*)",
        ),
        (Clear.ANY, rf"{LEAD}(?:change|correct)\s+(?:it|that|this)\s+to\s+(?P<value>\S.*)"),
        (Clear.FIGURE, rf"{LEAD}(?:mark|set|put|note)\s+(?:it|that|this)(?:\s+down)?\s+(?:as|to)\s+(?P<value>\S.*)"),
        (Clear.PERSON, rf"(?:{SORRY}|{FIRM})*{_ANEW}(?P<value>\S.*)"),
        (Clear.NOT, rf"(?:{SORRY}|{FIRM})*(?=not\s+\S+\s+but\s)(?P<value>\S.*)"),
        (Clear.LED, rf"(?:{SORRY})*{FIRM}(?:{SORRY}|{FIRM})*(?:{_WAS}|{_IS}){_THEN}(?P<value>\S.*)"),
        (Clear.PERSON, rf"(?:{SORRY})*{FIRM}(?:{SORRY}|{FIRM})*(?P<value>\S.*)"),
        (Clear.FIGURE, rf"(?:{SORRY})*{_WAS}{_THEN}(?P<value>\S.*)"),
        (Clear.NOT, rf"(?:{SORRY})*{_IS}{_THEN}(?P<value>\S.*)"),
        (Clear.NOT, rf"(?:{SORRY})+(?P<value>\S.*)"),
        (Clear.NOT, r"(?P<value>(?:for|about|on|at|until|till|by|from|worth)\s+\S.*)"),
    )
)
_SAYS_ANEW = re.compile(rf"(?:{SORRY}|{FIRM})*{_ANEW}", re.IGNORECASE)
_OF_NAMED = re.compile(
    rf"{LEAD}(?:change|correct|set|update|amend|move|mark)\s+(?:my|our|the|that|this)\s+"
    rf"(?P<before>(?:\S+\s+){{0,5}}?)(?:{KIND})\b(?P<rest>\s+\S.*)",
    re.IGNORECASE,
)
_TO = re.compile(r"\s+(?:to|as)\s+(?=\S)", re.IGNORECASE)
_CONTRAST = re.compile(r",?\s+(?:and\s+)?(?:not|instead\s+of|rather\s+than)\s+(?P<old>\S[^,;]*)", re.IGNORECASE)
_AFTER_ALL = re.compile(r"\s+(?:instead|after\s+all|in\s+the\s+end|now|please)$", re.IGNORECASE)
_OLD_FIRST = re.compile(r"^not\s+(?P<old>\S.*?)(?:,?\s+but\s+|,\s*)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:about\s+|around\s+)?(?P<figure>\d{1,3}(?:[ ,.']\d{3})+|\d{1,9})(?:[.,](?P<cents>\d{1,2}))?")
_BARE_HOUR = re.compile(r"(?:[1-9]|1\d|2[0-3])(?:[:.][0-5]\d)?")
_SIGNED = re.compile(r"[-−–+]\s*[^\w\s]?\s*\d")
_LED = re.compile(r"(?:(?P<about>about|on|regarding)|(?P<for>for)|(?P<at>at|in))\s+(?P<what>\S.*)", re.IGNORECASE)
_BEFORE_A_NAME = re.compile(r"(?:with|to)\s+", re.IGNORECASE)
_PART_ALONE = re.compile(r"in\s+the\s+(?:morning|afternoon|evening|night)", re.IGNORECASE)
_AROUND_A_DAY = re.compile(r"\s*(?:for|on|at|by|the|until|till|from)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SetRight:
    """A correction, taken apart."""

    value: str  # what takes the place of the old
    clear: Clear
    slot: str = ""  # what of the record it is, where that was said: a name of _SLOTS
    named: Named | None = None  # None: the record written down last
    against: str = ""  # what it was not, where that was said
    firm: Clear = Clear.NOT  # how clear it is where that, if anything, stands in the record
    anew: bool = False  # "make it 8"; "no, 8" may be any figure


def set_right(text: str) -> tuple[SetRight, ...]:
    """The correction in the text, in each way that it may be divided, the likeliest first; () for another sentence."""
    if len(text) > LONGEST:
        return ()
    named = _OF_NAMED.fullmatch(text)
    if named:
        return tuple(_divided(named, text))
    for clear, form in _FORMS:
        said = form.fullmatch(text.rstrip("? "))
        if said:
            found = said.groupdict()
            slot = next((name for name in _SLOTS if found.get(name) or found.get(f"made_{name}")), "")
            clear = Clear.NOT if text.endswith("?") else clear
            old = _old_of(said["value"])
            firm = max(clear, Clear.PERSON) if old and not text.endswith("?") else clear
            return (SetRight(new_of(said["value"]), clear, slot, None, old, firm, says_anew(text)),)
    return ()


def says_anew(text: str) -> bool:
    """Whether it says that something takes the place of the old: "make it £300"; "it was" may begin any talk."""
    return _SAYS_ANEW.match(text) is not None


def _divided(said: re.Match[str], text: str) -> list[SetRight]:
    """ "change my offer of work as a photographer to cakes": what is new stands behind the last "to", or one before."""
    before, rest = said["before"].strip(), said["rest"]
    clear = Clear.NOT if text.endswith("?") else Clear.ANY
    return [
        SetRight(new_of(rest[to.end() :]), clear, named=Named(kind_of(said), before, rest[: to.start()].strip()))
        for to in reversed(list(_TO.finditer(rest)))
    ]


def new_of(value: str) -> str:
    """Without what was wrong: "not 540 but 450", "450 euros, not 540"."""
    value = _OLD_FIRST.sub("", value.strip(" .!?"), count=1)
    return _AFTER_ALL.sub("", _CONTRAST.sub("", value)).strip(" .!?,")


def _old_of(value: str) -> str:
    """What was wrong, of the same; "" where that is not said."""
    said = _OLD_FIRST.search(value) or _CONTRAST.search(value)
    return said["old"].strip(" .!?") if said else ""


def led(value: str) -> tuple[str, str]:
    """The word that says what the rest is, "about", "for" or "at", and the rest; "" for none."""
    said = _LED.fullmatch(value)
    if said is None:
        return "", value
    return next(name for name in ("about", "for", "at") if said[name]), said["what"]


def name_in(value: str) -> str:
    """The name that the value would be."""
    return _BEFORE_A_NAME.sub("", value, count=1) if _BEFORE_A_NAME.match(value) else value


def goes_with_a_day(text: str) -> bool:
    """Whether the text is but what may stand around a day."""
    return _AROUND_A_DAY.fullmatch(text) is not None


def is_part_alone(moment: str) -> bool:
    """Whether a moment is a part of some day, "in the morning"; "this morning" says which."""
    return _PART_ALONE.fullmatch(moment) is not None


def is_bare_hour(value: str) -> bool:
    """Whether it is an hour of the clock alone, "8" or "8:30"."""
    return _BARE_HOUR.fullmatch(value) is not None


def is_signed(value: str) -> bool:
    """Whether it begins with a figure that has a sign, "-5": no sum that anybody means."""
    return _SIGNED.match(value) is not None


def amount(value: str) -> Amount | None:
    """The sum that the words are, with or without a currency; None if they are anything else."""
    if is_signed(value):
        return None
    found = amounts.find(value)
    if len(found) == 1 and not re.search(
        r"\w", re.sub(r"\b(?:about|around|worth)\b", "", value[: found[0].start] + value[found[0].end :])
    ):
        return found[0].value
    number = _NUMBER.fullmatch(value.removeprefix("worth ").strip())
    if number is None:
        return None
    return Amount(float(f"{re.sub(r'[^0-9]', '', number['figure'])}.{number['cents'] or 0}"))
