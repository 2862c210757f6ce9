"""Spans that a chain found, put right by what words are: names joined or cut where no name begins or ends."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.phrases.chain import Span
from assistant.phrases.tagger import ROLES
from assistant.phrases.tokens import Tokens

_NAME_KINDS = ("p", "@")
_ABOUT_PEOPLE = ("record_meeting", "recommend", "keep_in_touch", "forget", "correct")  # any name in them has the role
_ABOUT = frozenset(("about", "abt", "re", "regarding", "concerning"))
_WHERE = frozenset(("in", "at", "@"))
_ENDS = frozenset((".", "!", "?", ";", ",", "(", ")", "-", "–", "—", ":"))
_LEAD_ON = frozenset(
    ("about", "abt", "re", "regarding", "for", "on", "with", "w", "to", "and", "who", "we", "i", "by", "from")
)
_DANGLING = frozenset(("on", "at", "in", "by", "for", "and", "this", "last", "pls", "please", "plz", "lol", "too"))
_NO_PLACE = frozenset(
    ("person", "touch", "last", "length", "all", "once", "least", "first", "my", "a", "about", "case", "total")
)
_NO_INITIALS = frozenset("aionruwx&")  # letters alone that are words of their own, or stand for one: u, w, n


def people(tokens: Tokens, wanted: str, found: Iterable[Span]) -> list[Span]:
    """The people of a sentence: neighbours joined, words that are no name cut off, and nobody overlooked."""
    joined: list[Span] = []
    for span in found:
        last = joined[-1] if joined else None
        beside = last is not None and last.last + 1 == span.first and last.means == span.means
        if last and beside and not _mentioned(tokens, last) and not _mentioned(tokens, span):
            joined[-1] = replace(last, last=span.last, margin=min(last.margin, span.margin))
        else:
            joined.append(span)
    named = [cut for span in joined if (cut := _cut(tokens, span))]
    return named + overlooked(tokens, wanted, named)


def runs(tokens: Tokens) -> list[tuple[int, int]]:
    """The names in the text: words side by side that are names, a mention by itself."""
    found: list[tuple[int, int]] = []
    for at, kind in enumerate(tokens.kind):
        if kind == "p" and found and found[-1][1] == at - 1 and tokens.kind[at - 1] == "p":
            found[-1] = (found[-1][0], at)
        elif kind in _NAME_KINDS:
            found.append((at, at))
    return found


def overlooked(tokens: Tokens, wanted: str, named: Sequence[Span]) -> list[Span]:
    """Names that the model gave no role, where the intent has but one and nobody in it; whole ones before others."""
    roles = ROLES.get(wanted, ())
    if named or len(roles) != 1 or wanted == "volunteer_intro":
        return []
    every = runs(tokens)
    whole = [(first, last) for first, last in every if tokens.full[first] or tokens.kind[first] == "@"]
    return [Span(roles[0], first, last, 0.0) for first, last in whole or (every if wanted in _ABOUT_PEOPLE else [])]


def _mentioned(tokens: Tokens, span: Span) -> bool:
    return tokens.kind[span.last] == "@" or tokens.kind[span.first] == "@"


def _cut(tokens: Tokens, span: Span) -> Span | None:
    """Without ordinary words at either end, and with an initial behind; None when nothing is left."""
    first, last = span.first, span.last
    while first <= last and _ordinary(tokens, last):
        last -= 1
    while first <= last and _ordinary(tokens, first):
        first += 1
    if first > last:
        return None
    behind = tokens.words[last + 1] if last + 1 < len(tokens.words) else ""
    if tokens.kind[last] == "p" and len(behind) == 1 and behind.isalpha() and behind.casefold() not in _NO_INITIALS:
        last += 1
    return replace(span, first=first, last=last)


def _ordinary(tokens: Tokens, at: int) -> bool:
    return tokens.kind[at] in ("w", ".") and not tokens.named[at] and len(tokens.words[at]) > 1


def texts(tokens: Tokens, wanted: str, found: Iterable[Span], named: Iterable[Span]) -> dict[str, Span]:
    """The texts by what they mean, the first of each; of a meeting, no place or topic behind a plain cue is missed."""
    told: dict[str, Span] = {}
    for span in found:
        told.setdefault(span.means, span)
    for means in ("organisation", "client"):
        if means in told:
            told[means] = _widened(tokens, told[means], {at for one in named for at in range(one.first, one.last + 1)})
    taken = {at for one in (*told.values(), *named) for at in range(one.first, one.last + 1)}
    for means, cues in (("topic", _ABOUT), ("place", _WHERE)) if wanted == "record_meeting" else ():
        if means not in told:
            cued = (
                _behind(tokens, at, taken, means)
                for at, low in enumerate(tokens.low)
                if low in cues and at not in taken
            )
            missed = next(filter(None, cued), None)
            if missed:
                told[means] = missed
                taken |= set(range(missed.first, missed.last + 1))
    return told


def _behind(tokens: Tokens, at: int, taken: set[int], means: str) -> Span | None:
    """The words behind a cue, up to a date, a name with a role, a mark, or for a place the next cue."""
    first = last = at + 1
    while last < len(tokens.words) and last not in taken and tokens.kind[last] not in ("d", "@"):
        ends = tokens.low[last] in _ENDS or (means == "place" and tokens.low[last] in _LEAD_ON and last > first)
        if ends:
            break
        last += 1
    while last > first and tokens.low[last - 1] in _DANGLING:
        last -= 1
    if last == first or (means == "place" and (tokens.low[first] in _NO_PLACE or tokens.kind[first] == "n")):
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
