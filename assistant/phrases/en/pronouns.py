"""Pronouns that stand for somebody: "had a call with him" in a thread about him; their role, and whose name they mean.

A pronoun fills a role only when nobody named has it: in "met Ann, she's great" Ann was met.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.facts import PersonSaid
from assistant.phrases.en.rules import LONGEST
from assistant.phrases.frame import Intent, Role

_DAY = (
    r"(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?|tmrw|tmr|tmw|yday|y'day|"
    r"2moro|noon|\d\S*"
)
# After "her" comes what is hers ("her roastery"), unless one of these shows that the phrase is over.
_OVER = (
    rf"(?=\s*(?:$|[.,!?;:)(/–-]|"
    rf"(?:on|at|in|about|re|as|for|from|with|and|or|but|to|too|again|before|already|over|is|was|so|if|when|"
    rf"since|who|by|yesterday|today|tomorrow|tonight|this|last|next|the|a|an|just|now|soon|please|pls|"
    rf"instead|briefly|properly|up|back|well|first|both|yet|earlier|once|twice|every|each|after|while|"
    rf"because|cos|though|via|through|myself|directly|sometime|ever|recently|lately|personally|thanks|"
    rf"{_DAY})\b))"
)
_OBJECT = rf"(?P<word>him|them|her{_OVER}|both\s+of\s+them|the\s+(?:two|pair|both)\s+of\s+them)"
_SUBJECT = r"(?P<word>he|she|they)"

_MET = (
    r"(?:with|w/|w|met|meet|meeting|saw|seen|see|visited|called|phoned|rang|spoke\s+to|spoken\s+to|"
    r"talked\s+to|chatted\s+to|into|speak\s+to|talk\s+to|zoomed|after|about|on|know|knew|of|to)"
)
_INTRODUCE = (
    r"(?:intro\w*|connect\w*|hook\w*|link\w*|put(?:ting)?|meet|meeting|in\s+touch|reach\w*|speak|talk|"
    r"get\s+to|know)"
)


_ALONE = re.compile(r"him|her|them|he|she|they", re.IGNORECASE)


def is_pronoun(text: str) -> bool:
    """Whether the words are a pronoun that stands for somebody spoken of before, and no name."""
    return _ALONE.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class _Gap:
    """A role that a pronoun may fill, when fewer than `wanted` people have it."""

    role: Role
    pattern: re.Pattern[str]
    wanted: int = 1


def _gap(role: Role, pattern: str, wanted: int = 1) -> _Gap:
    return _Gap(role, re.compile(rf"\b{pattern}(?!\w)", re.IGNORECASE), wanted)


_GAPS: Mapping[Intent, tuple[_Gap, ...]] = {
    # had a call with him yesterday; saw her Tuesday
    Intent.RECORD_MEETING: (_gap(Role.WITH, rf"{_MET}\s+{_OBJECT}"),),
    # who introduced me to him; when did I last see them; have we met her
    Intent.RECALL: (
        _gap(Role.ABOUT, rf"{_MET}\s+{_OBJECT}"),
        _gap(Role.ABOUT, rf"(?:did|do|have|has|was|is)\s+{_SUBJECT}"),
    ),
    # intro me to him as well; I'd love an intro to her too
    Intent.REQUEST_INTRO: (_gap(Role.TARGET, rf"{_INTRODUCE}\s+(?:\S+\s+){{0,4}}?{_OBJECT}"),),
    Intent.FIND_PATH: (_gap(Role.TARGET, rf"(?:knows?|met|close\s+to|touch\s+with|to)\s+{_OBJECT}"),),
    # could you introduce Ann to him instead of me
    Intent.MAKE_INTRO: (_gap(Role.INTRODUCE, rf"(?:to|with|and|connect|intro\w*|put)\s+{_OBJECT}", wanted=2),),
    # introduced Ann to him; she introduced us
    Intent.LOG_INTRO: (
        _gap(Role.INTRODUCED, rf"(?:to|with|and|connected|introduced)\s+{_OBJECT}", wanted=2),
        _gap(Role.INTRODUCED, r"(?P<word>you)\s+(?:and|&|two|are|to|with)", wanted=2),
    ),
    Intent.GIVE_THANKS: (
        _gap(Role.INTRODUCED, rf"{_INTRODUCE}\s+(?:(?!for\b)\S+\s+){{0,4}}?{_OBJECT}"),
        _gap(Role.TO, rf"(?:thank|thanks\s+to|thanking|owe|appreciate)\s+{_OBJECT}"),
    ),
    # Nuria and I swapped leads: she gave me one
    Intent.LOG_REFERRAL: (
        _gap(
            Role.REFERRER,
            rf"{_SUBJECT}(?:'s|'ve|\s+has|\s+have|\s+just|\s+also){{0,3}}\s+(?:sent|gave|passed|referred|"
            rf"recommended|handed|threw|put|told|pointed)",
        ),
        _gap(Role.RECEIVER, rf"(?:to|gave|sent|passed|handed)\s+{_OBJECT}"),
    ),
    Intent.RECORD_PARTNERSHIP: (_gap(Role.WITH, rf"(?:with|w/|and)\s+{_OBJECT}"),),
    Intent.RECOMMEND: (_gap(Role.PERSON, rf"(?:recommend|for|use|hire|try|to|with)\s+{_OBJECT}"),),
    Intent.SET_REMINDER: (_gap(Role.ABOUT, rf"(?:to\s+\S+(?:\s+\S+)?|with|about)\s+{_OBJECT}"),),
    Intent.KEEP_IN_TOUCH: (_gap(Role.WITH, rf"(?:with|w/|see|meet|call|ring|to)\s+{_OBJECT}"),),
    Intent.FORGET: (_gap(Role.ABOUT, rf"(?:about|on|forget|of)\s+{_OBJECT}"),),
    Intent.CORRECT: (_gap(Role.WITH, rf"(?:to|with|of|about)\s+{_OBJECT}"),),
}

_ELSE = {Role.REFERRER: (Role.RECEIVER,), Role.RECEIVER: (Role.REFERRER,), Role.INTRODUCE: (), Role.INTRODUCED: ()}


def filled(
    intent: Intent,
    text: str,
    people: Mapping[Role, tuple[PersonSaid, ...]],
    names: Sequence[tuple[str, int]],
    thread_target: str = "",
) -> dict[Role, tuple[PersonSaid, ...]]:
    """The people with those whom pronouns stand for.

    `names` are the names in the text with where each begins, whatever their role; a pronoun means the last one before
    it that has no role yet, else the one whom the thread is about. "You" gets no name: it is who asked in the thread.
    """
    found = dict(people)
    taken = {one.text for each in people.values() for one in each}
    for gap in _GAPS.get(intent, ()):
        here = [one for one in found.get(gap.role, ()) if not one.speaker]
        if len(here) >= gap.wanted or any(
            not one.speaker for role in _ELSE.get(gap.role, ()) for one in found.get(role, ())
        ):
            continue
        said = gap.pattern.search(text, 0, LONGEST)
        if said:
            word = said["word"]
            before = [name for name, start in names if start < said.start("word") and name not in taken]
            means = "" if word.lower() == "you" else (before[-1] if before else thread_target)
            found[gap.role] = (*found.get(gap.role, ()), PersonSaid(word, means=means))
    return found
