"""Who plays which role, and where a topic or a place begins and ends: what two linear chains see of each word."""

from collections.abc import Mapping, Sequence

from assistant.phrases.en.concepts import CONCEPTS
from assistant.phrases.tokens import Tokens

ROLES: Mapping[str, tuple[str, ...]] = {
    "record_meeting": ("with",),
    "request_intro": ("target", "connector"),
    "make_intro": ("introduce",),
    "log_intro": ("connector", "introduced"),
    "volunteer_intro": ("connector",),
    "give_thanks": ("to", "introduced"),
    "log_referral": ("referrer", "receiver"),
    "find_path": ("target",),
    "recall": ("about",),
    "record_partnership": ("with",),
    "recommend": ("person",),
    "set_reminder": ("about",),
    "keep_in_touch": ("with",),
    "forget": ("about",),
    "correct": ("with",),
}
TEXTS: Mapping[str, tuple[str, ...]] = {
    "record_meeting": ("place", "topic"),
    "request_intro": ("organisation", "seeking", "topic"),
    "make_intro": ("topic",),
    "log_intro": ("topic",),
    "volunteer_intro": ("topic",),
    "give_thanks": ("topic",),
    "log_referral": ("client", "topic"),
    "find_path": ("organisation", "seeking"),
    "recall": ("organisation", "topic"),
    "set_offer": ("topic",),
    "set_need": ("topic",),
    "record_partnership": ("organisation", "topic"),
    "recommend": ("topic",),
}
_CUES = frozenset(
    (
        "about", "abt", "re", "regarding", "for", "on", "over", "at", "in", "from", "with", "w", "to", "of",
        "by", "via", "through", "and", "&", "or", "that", "who", "is", "was", "as", ",", "-", "–", ":", "(",
        ";", ".", "into", "around", "near", "because", "after", "during", "before", "since", "until", "need",
        "needs", "looking", "know", "knows", "met", "saw", "had", "thanks", "thank", "introduce", "introduced",
        "intro", "connect", "connected", "put", "sent", "passed", "gave", "referred", "recommend",
        "recommended", "called",
    )
)  # fmt: skip
_TELLING = frozenset(
    (
        "INTRO", "INTROD", "INTRON", "MEET", "MET", "MEETN", "THANK", "OWE", "REFER", "LEAD", "GAVE", "NEED", "LOOK",
        "OFFER", "GOOD", "RECO", "PARTNER", "REMIND", "CHASE", "KNOW",
        "SAYS", "FORGET", "UNDO", "ME", "ANY", "WHO", "WAS",
    )
)  # fmt: skip
_NAMES = ("<p>", "<@>", "<~>")


def people_features(tokens: Tokens, intent: str, surface: str) -> list[list[str]]:
    """What the people chain sees of each word."""
    shown, n = tokens.shown, len(tokens.words)
    before, seen = _cue_before(shown), _names_before(shown)
    after = _cue_after(shown)
    classes = _classes(shown)
    verb, later = _class_before(classes), _class_before(classes[::-1])[::-1]
    found: list[list[str]] = []
    for at in range(n):
        here, past, ahead = shown[at], _at(shown, at - 1), _at(shown, at + 1)
        shape = _shape(tokens.words[at])
        kind, full = tokens.kind[at], tokens.full[at]
        cue, follow, nth = before[at], after[at], min(seen[at], 3)
        thrice = f"t{_at(tokens.kind, at - 1)}{kind}{_at(tokens.kind, at + 1)}{_at(tokens.kind, at + 2)}"
        found.append(
            [
                "*", f"w{here}", f"p{past}", f"n{ahead}", f"pw{past} {here}", f"wn{here} {ahead}",
                f"pp{_at(shown, at - 2)} {past}", f"nn{ahead} {_at(shown, at + 2)}",
                f"k{kind}{shape}{full:d}", f"k{kind} {_at(tokens.kind, at - 1)} {_at(tokens.kind, at + 1)}",
                f"s{shape} {_shape(_at(tokens.words, at - 1))} {_shape(_at(tokens.words, at + 1))}",
                f"c{cue}{kind}", f"f{follow}{kind}", f"i{intent}{kind}", f"ic{intent} {cue}", f"if{intent} {follow}",
                f"ix{intent} {kind} {nth}", f"icx{intent} {cue} {nth}", f"ip{intent} {past}", f"in{intent} {ahead}",
                f"icf{intent} {cue} {follow}", f"iw{intent} {here}", f"su{surface} {kind} {nth}",
                f"a{min(at, 2)}{kind}{shape}", f"e{here[-3:]}",
                f"gp{_at(classes, at - 2)} {_at(classes, at - 1)}", f"gn{_at(classes, at + 1)} {_at(classes, at + 2)}",
                f"gi{intent} {classes[at]} {_at(classes, at - 1)}", f"gj{intent} {classes[at]} {_at(classes, at + 1)}",
                f"v{intent} {verb[at]} {nth}", f"vc{intent} {verb[at]} {cue} {nth}", f"vf{intent} {later[at]} {nth}",
                f"vv{intent} {verb[at]} {later[at]} {kind}", f"{thrice}",
            ]
        )  # fmt: skip
    return found


def text_features(tokens: Tokens, intent: str, surface: str, people: Sequence[str]) -> list[list[str]]:
    """What the text chain sees of each word; `people` are the tags that the people chain gave."""
    shown, n = tokens.shown, len(tokens.words)
    before, classes = _cue_before(shown), _classes(shown)
    verb = _class_before(classes)
    found: list[list[str]] = []
    since = 9
    for at in range(n):
        here, past, ahead = shown[at], _at(shown, at - 1), _at(shown, at + 1)
        two, who = _at(shown, at - 2), people[at][:3]
        shape = _shape(tokens.words[at])
        cue = before[at]
        since = 0 if at and shown[at - 1] in _CUES else min(since + 1, 9)
        far = "0" if since == 0 else "1" if since < 3 else "3" if since < 9 else "9"
        found.append(
            [
                "*", f"w{here}", f"p{past}", f"n{ahead}", f"pw{past} {here}", f"wn{here} {ahead}", f"pp{two} {past}",
                f"ppw{two} {past} {here}", f"nn{ahead} {_at(shown, at + 2)}", f"k{tokens.kind[at]}{shape}",
                f"i{intent} {tokens.kind[at]}", f"iw{intent} {here}", f"ip{intent} {past}", f"in{intent} {ahead}",
                f"ic{intent} {cue} {far}", f"c{cue} {far}", f"ipw{intent} {past} {here}", f"ipp{intent} {two} {past}",
                f"q{who} {intent}", f"qp{people[at - 1][:3] if at else '^'} {who} {intent}", f"a{intent} {min(at, 3)}",
                f"s{shape} {_shape(_at(tokens.words, at - 1))}", f"su{surface} {intent} {min(at, 2)}", f"e{here[-3:]}",
                f"z{intent} {min(n - at, 3)}",
                f"gi{intent} {classes[at]} {_at(classes, at - 1)}", f"gj{intent} {classes[at]} {_at(classes, at + 1)}",
                f"v{intent} {verb[at]}", f"vc{intent} {verb[at]} {cue}", f"vq{intent} {verb[at]} {past} {who}",
                f"t{_at(tokens.kind, at - 1)}{tokens.kind[at]}{_at(tokens.kind, at + 1)}{intent}",
            ]
        )  # fmt: skip
    return found


def _classes(shown: Sequence[str]) -> list[str]:
    """The words, as the class that stands for each where it has one."""
    return ["P" if word in _NAMES else CONCEPTS.get(word, word) for word in shown]


def _class_before(classes: Sequence[str]) -> list[str]:
    """The last class before each word that says what happened."""
    last, found = "^", []
    for each in classes:
        found.append(last)
        if each in _TELLING:
            last = each
    return found


def _at(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else "^"


def _shape(word: str) -> str:
    if word[0].isupper():
        return "X" if word[1:].isupper() else "A"
    return "a" if word[0].isalpha() else "1" if word[0].isdigit() else "."


def _cue_before(shown: Sequence[str]) -> list[str]:
    cue, found = "^", []
    for word in shown:
        found.append(cue)
        if word in _CUES:
            cue = word
    return found


def _cue_after(shown: Sequence[str]) -> list[str]:
    """The first word behind that is no name."""
    after, found = "$", []
    for word in reversed(shown):
        found.append(after)
        if word not in _NAMES:
            after = word
    return found[::-1]


def _names_before(shown: Sequence[str]) -> list[int]:
    """How many runs of names stand before each word."""
    count, found, inside = 0, [], False
    for word in shown:
        name = word in _NAMES
        if inside and not name:
            count += 1
        found.append(count)
        inside = name
    return found
