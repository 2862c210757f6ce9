"""The texts of a sentence: what a chain found, put right, and what stands behind a plain cue where it found nothing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from assistant.phrases.chain import Span
from assistant.phrases.tokens import Tokens


def _cues(*told: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(each.split()) for each in told)


_SUBJECT = _cues("about", "abt", "re", "regarding", "concerning", "subject")
_DONE = _cues("to go over", "going over", "to discuss", "discussed", "discussing", "talked through", "working on")
# Where the chain found nothing, the words behind these are the topic or the place.
_CUED: Mapping[str, tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]] = {
    "record_meeting": (("topic", _SUBJECT + _DONE + _cues("talked")), ("place", _cues("in", "at", "@"))),
    "make_intro": (("topic", _SUBJECT + _cues("both into", "both doing", "should talk")),),
    "request_intro": (("topic", _SUBJECT),),
    "log_intro": (("topic", _SUBJECT),),
    "recommend": (("topic", _cues("for", "as")),),
    "set_need": (
        ("topic", _cues("need", "needs", "looking for", "lookout for", "search of", "short of", "short", "after")),
    ),
    "set_offer": (
        ("topic", _cues("offer", "offering", "can do", "can help with", "good at", "do", "does", "need", "needs")),
    ),
    "record_partnership": (("topic", _SUBJECT + _DONE + _cues("for")),),
}
_ENDS = frozenset((".", "!", "?", ";", ",", "(", ")", "-", "–", "—", ":"))
_MARKS = frozenset((".", "!", "?", ";", ",", "(", "-", "–", "—", ":"))
_LAST: Mapping[str, tuple[str, ...]] = {
    "make_intro": ("topic",),
    "record_partnership": ("topic",),
    "log_referral": ("client", "topic"),
    "recommend": ("topic",),
}
_FEW = 5  # words
_NO_THING = frozenset(
    (
        "please", "pls", "plz", "thanks", "thx", "cheers", "ta", "lol", "no", "not", "nothing", "just", "yet", "can",
        "could", "would", "will", "should", "if", "when", "they", "she", "he", "it", "its", "it's", "i", "we", "you",
        "both", "two", "who", "that", "this", "is", "are", "was", "were", "been", "be", "has", "have", "had", "signed",
        "informal", "formal", "value", "worth", "about", "around", "maybe", "yay", "finally", "tbd", "ok", "great",
        "good", "nice", "lovely", "asap", "soon", "handshake", "paper", "contract", "writing", "won", "closed", "paid",
        "introduce", "intro", "connect", "highly", "recommend", "love", "ask",
        "them", "grand", "bucks", "quid", "thousand", "hundred", "commission", "fees",
    )
)  # fmt: skip
_LEAD_ON = frozenset(
    ("about", "abt", "re", "regarding", "for", "on", "with", "w", "to", "and", "who", "we", "i", "by", "from")
)
_DANGLING = frozenset(
    (
        "until",
        "till",
        "til",
        "thru",
        "through",
        "from",
        "since",
        "on",
        "at",
        "in",
        "by",
        "for",
        "and",
        "this",
        "last",
        "pls",
        "please",
        "plz",
        "lol",
        "too",
    )
)
_NO_PLACE = frozenset(
    ("person", "touch", "last", "length", "all", "once", "least", "first", "my", "a", "about", "case", "total")
)


def texts(tokens: Tokens, wanted: str, found: Iterable[Span], named: Iterable[Span]) -> dict[str, Span]:
    """The texts by what they mean, the first of each; of a meeting, no place or topic behind a plain cue is missed."""
    told: dict[str, Span] = {}
    for span in found:
        told.setdefault(span.means, span)
    for means in ("organisation", "client"):
        if means in told:
            told[means] = _widened(tokens, told[means], {at for one in named for at in range(one.first, one.last + 1)})
    taken = {at for one in (*told.values(), *named) for at in range(one.first, one.last + 1)}
    for means, cues in _CUED.get(wanted, ()):
        missed = None if means in told else _cued(tokens, cues, taken, means)
        if missed:
            told[means] = missed
            taken |= set(range(missed.first, missed.last + 1))
    for means in _LAST.get(wanted, ()):
        left = None if means in told else _last(tokens, taken)
        if left:
            told[means] = replace(left, means=means)
            break
    return told


def _cued(tokens: Tokens, cues: Iterable[tuple[str, ...]], taken: set[int], means: str) -> Span | None:
    """What stands behind the first of the cues that has anything behind it."""
    for at in range(len(tokens.low)):
        for cue in cues:
            last = at + len(cue) - 1
            if tuple(tokens.low[at : last + 1]) == cue and not taken & set(range(at, last + 1)):
                found = _behind(tokens, last, taken, means)
                if found:
                    return found
    return None


def _last(tokens: Tokens, taken: set[int]) -> Span | None:
    """A few words by themselves behind the last mark: "…! table linen", "(back pain)", ", dashboards"."""
    last = len(tokens.words) - 1
    while last > 0 and tokens.low[last] in _ENDS:
        last -= 1
    first = last
    while first >= 0 and tokens.low[first] not in _MARKS:
        first -= 1
    first += 1
    within = set(range(first, last + 1))
    alone = 0 < first <= last < first + _FEW and not taken & within and taken
    thing = all(tokens.kind[at] not in ("d", "@", "p") and not re.search(r"\d", tokens.low[at]) for at in within)
    if not alone or not thing or _NO_THING & set(tokens.low[first : last + 1]):
        return None
    return Span("", first, last, 0.0)


def _behind(tokens: Tokens, at: int, taken: set[int], means: str) -> Span | None:
    """The words behind a cue, up to a date, a name with a role, a mark, or for a place the next cue."""
    first = last = at + 2 if tokens.low[at + 1 : at + 2] == [":"] else at + 1
    while last < len(tokens.words) and last not in taken and tokens.kind[last] not in ("d", "@"):
        ends = tokens.low[last] in _ENDS or (means == "place" and tokens.low[last] in _LEAD_ON and last > first)
        if ends:
            break
        last += 1
    while last > first and tokens.low[last - 1] in _DANGLING:
        last -= 1
    if (
        last == first
        or tokens.low[first] == "to"
        or (means == "place" and (tokens.low[first] in _NO_PLACE or tokens.kind[first] == "n"))
    ):
        return None
    return Span(means, first, last - 1, 0.0)


def _widened(tokens: Tokens, span: Span, people: set[int]) -> Span:
    """An organisation with the whole of its name: "Goldin & Pace LLP", "Lakeview Children's Hospital"."""
    first, last = span.first, span.last
    capital = [word[0].isupper() for word in tokens.words]
    while (
        first > 1 and tokens.low[first - 1] == "&" and capital[first] and capital[first - 2] and first - 2 not in people
    ):
        first -= 2
    while last + 2 < len(capital) and tokens.low[last + 1] == "'s" and capital[last] and capital[last + 2]:
        last += 2
    return replace(span, first=first, last=last)
