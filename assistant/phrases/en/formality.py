"""Whether a partnership stands on paper."""

import re

from assistant.phrases.en.rules import Rule, first, rule
from assistant.phrases.frame import Formality

# What denies a paper names one too, so it is read first.
RULES: tuple[Rule[Formality], ...] = (
    rule(
        Formality.INFORMAL,
        "nothing signed, just mates",
        r"(?:nothing|not|no|without|isnt|never|havent|hasnt|wont be|none|yet to|zero|dont have)(?: a| an| any|"
        r" much| yet| formal| is| even| been| actually| proper| written){0,3} (?:signed|formal|formally|"
        r"formalised|formalized|(?:on|in) (?:paper|writing)|official|officially|paperwork|papers?|contracts?|"
        r"contractual|agreements?|written|writing|binding|legal|lawyers?|solicitors?|sign)",
    ),
    rule(
        Formality.INFORMAL,
        "a handshake deal with Tom",
        r"informal(?:ly)?|hand-? ?sha(?:ke|kes|king)|sh(?:ake|ook|aken|aking) (?:on|hands?)|"
        r"hands? sha(?:ken|ke)|gentlem[ae]ns?|gentlewom[ae]ns|an? understanding|verbal(?:ly)?|casual(?:ly)?|"
        r"loose(?:ly)?|unofficial(?:ly)?|word of mouth|pinky|just mates|as (?:mates|friends)|on trust|"
        r"off the books|spoken agreement|ad-? ?hoc|unwritten|no strings",
    ),
    rule(
        Formality.FORMAL,
        "signed a contract with Tom",
        r"sign(?:ed|ing|s)|signature|contract\w*|agreements?|agreed terms|retain(?:er|ers|ed)|ink(?:ed)?|mou|"
        r"moa|nda|formal(?:ly|ised|ized)?|official(?:ly)?|exclusive|in writing|written|legal(?:ly)?|paperwork|"
        r"papers|on paper|letter of intent|loi|term sheet|incorporated|ltd together|notari[sz]ed|"
        r"countersigned|sla|framework deal|binding|franchis\w*|licen[cs]\w*",
    ),
)


def formality(text: str) -> Formality | None:
    """Formal or informal, where the words say so."""
    return first(text, RULES)


_ALONE = re.compile(
    r"(?:(?:not|only|just|all|now)\s+)*(?:(?:on|in)\s+(?:paper|writing)|(?:in)?formal(?:ly)?|signed|an?\s+(?:contract|handshake))",
    re.IGNORECASE,
)


def formality_alone(text: str) -> Formality | None:
    """The same, where the text says that and nothing more: "on paper"."""
    return formality(text) if _ALONE.fullmatch(text) else None
