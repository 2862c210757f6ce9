"""Who is what, where the grammar of a sentence leaves no choice, whatever a model made of it.

A rule is written over the words in small letters, with "§" for each name found: "thanks for the intro to §".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from assistant.phrases.chain import Span
from assistant.phrases.tokens import Tokens

_ME = "(?:me|us)"
_OTHERS = "(?:you|u|ye|someone|somebody|anyone|anybody|any1|sum1|some1)"
_BRING = "(?:introduce|intro|connect|link|put|get|hook|patch|point)"

_GOT = r"(?:got|landed|won|received|picked up|booked)\b.*\b(?:from|off|through|thru|via|because of|thanks to|cos of)"
_BROUGHT = r"(?:introduced?|connect(?:ed)?|intro'?d|linked)"
_MAY = r"(?:could|can|cud|would)"

# A role, and the rule for it: "§!" is the name that has the role. What comes later counts.
RULES: Mapping[str, Sequence[tuple[str, str]]] = {
    "give_thanks": (
        # thanks for the intro to Linn · for the Linn intro · for introducing Linn to me
        (
            "introduced",
            r"\b(?:intro\w*|hook ?up|connect\w*|link\w*|putting)(?: me| us)?(?: up| in touch)? "
            r"(?:to|with|w|onto|on to|and|&) §!",
        ),
        ("introduced", r"\bfor (?:the |an |that )?§! (?:intro\w*|connection)\b"),
        ("introduced", rf"\bfor (?:introducing|connecting|linking) §! (?:to|with|and|&) {_ME}\b"),
        # couldn't have met Linn without Sam
        ("introduced", r"\bmet §! without §"),
        ("to", r"\bmet § without §!"),
    ),
    "log_referral": (
        # Chase got a lead from me · a job came through Sam · referred by Sam · referral out -> Sam · Sam -> me
        ("receiver", rf"§! {_GOT} (?:{_ME}|§)"),
        ("referrer", rf"§ {_GOT} §!"),
        ("referrer", r"\b(?:came|come|arrived|in) (?:to (?:me|us) )?(?:through|thru|via|from|by way of) §!"),
        ("referrer", r"\breferred by §!"),
        ("receiver", r"\breferral out (?:-+ ?>|to|:|→)? ?§!"),
        ("referrer", rf"§! (?:-+ ?>|→|to) {_ME}\b"),
        ("receiver", rf"\b{_ME} (?:-+ ?>|→) §!"),
        (
            "referrer",
            r"§!(?:,| she| he| they)* (?:sent|passed|steered|threw|gave|referred|recommended|pointed|put)\b.*"
            r"\b(?:my|our) (?:way|direction)\b",
        ),
    ),
    "log_intro": (
        # by Sam · Sam was kind enough to introduce me · Sam made the intro
        ("connector", r"\b(?:by|thru|through|via|courtesy of|thanks to) §!"),
        (
            "connector",
            r"§!(?:,| he| she| they| who| kindly| just| finally| was (?:nice|kind|good|sweet) enough to)* "
            rf"{_BROUGHT} (?:{_ME}|§)",
        ),
        ("connector", r"§! (?:made|did) (?:the |an |our )?(?:intro\w*|connection)\b"),
        # introduced Linn to Tom · me to Linn · Linn got introduced to Tom · between Linn and Tom
        ("introduced", rf"\b{_BROUGHT} §! (?:to|with|and|&) (?:§|{_ME})"),
        ("introduced", rf"\b{_BROUGHT} (?:{_ME}|§) (?:up )?(?:to|with|and|&) §!"),
        ("introduced", r"§! got (?:introduced|connected) to"),
        ("introduced", r"\b(?:got|was|were) (?:introduced|connected) to §!"),
        ("introduced", r"\bbetween §! and §"),
        ("introduced", r"\bbetween § and §!"),
    ),
    "request_intro": (
        # could Sam introduce me · through Sam · hey Sam, could you connect me to Linn
        ("connector", rf"\b(?:{_MAY}|will|is|might) §!(?: please| pls| kindly| maybe| able to)* {_BRING} "
                      rf"(?:{_ME}|an? intro\w*)\b"),
        ("connector", r"\b(?:via|through|thru) §!"),
        ("connector", rf"^(?:hi|hey|hello|dear|yo)?,? ?§!,? .*\b(?:{_MAY}|do) (?:you|u)\b.*\b{_BRING} {_ME} "
                      r"(?:up )?(?:to|with|onto|in touch with) §"),
        # introduce me to Linn · Linn? Sam knows her · Linn from Acme, can you intro me?
        ("target", rf"\b{_BRING} {_ME}(?: up| in touch| through)? (?:to|with|onto|2|w) §!"),
        ("connector", r"§.*§! (?:knows|knws) (?:him|her|them)\b"),
        ("target", rf"^§! (?:from|at|of|-)[^§]*\b{_MAY} {_OTHERS} (?:intro\w*|connect) {_ME}\W*$"),
    ),
}  # fmt: skip

_SOMEBODY = re.compile("§(?!!)")


@cache
def _rules(wanted: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((role, _pattern(rule)) for role, rule in RULES.get(wanted, ()))


def _pattern(rule: str) -> re.Pattern[str]:
    """The rule over words in which each name stands as "§3§", its number."""
    who = r"§(?P<who>\d+)§"
    return re.compile(who.join(_SOMEBODY.sub(lambda _: r"§\d+§", each) for each in rule.split("§!")))


def put_right(wanted: str, tokens: Tokens, people: Sequence[Span]) -> list[Span]:
    """The people with the roles that the grammar gives them."""
    rules = _rules(wanted)
    if not rules or not people:
        return list(people)
    right, masked = list(people), _masked(tokens, people)
    for role, rule in rules:
        for found in rule.finditer(masked):
            at = int(found["who"])
            right[at] = replace(right[at], means=role)
    return right


def _masked(tokens: Tokens, people: Sequence[Span]) -> str:
    """The words, with each name as its number."""
    first = {each.first: (at, each.last) for at, each in enumerate(people)}
    words, at = [], 0
    while at < len(tokens.low):
        if at in first:
            number, last = first[at]
            words.append(f"§{number}§")
            at = last
        else:
            words.append(tokens.low[at])
        at += 1
    return " ".join(words)
