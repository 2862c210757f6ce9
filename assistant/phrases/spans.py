"""Spans that a chain found, put right by what words are: names joined or cut where no name begins or ends."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.phrases.chain import Span
from assistant.phrases.tagger import ROLES
from assistant.phrases.tokens import Tokens

_AND = frozenset(("and", "&", "or", "+"))
_CALLED = frozenset(("called", "named"))
_ANYBODY = frozenset(
    ("someone", "somebody", "guy", "lady", "woman", "man", "person", "bloke", "chap", "lad", "fella", "girl", "one")
)
_SOUGHT = ("target",)
_NAME_KINDS = ("p", "@")
_ABOUT_PEOPLE = ("record_meeting", "recommend", "keep_in_touch", "forget", "correct")  # any name in them has the role
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
    named = _alike(tokens, [cut for span in joined if (cut := _cut(tokens, span))])
    named += overlooked(tokens, wanted, named)
    return named + _called(tokens, wanted, named)


def _alike(tokens: Tokens, named: list[Span]) -> list[Span]:
    """Names with nothing but "and" or "or" between them have one role: that of the clearer."""
    named = sorted(named, key=lambda each: each.first)
    for at, (one, other) in enumerate(pairwise(named)):
        between = tokens.low[one.last + 1 : other.first]
        if len(between) == 1 and between[0] in _AND and one.means != other.means:
            means = max(one, other, key=lambda each: each.margin).means
            named[at], named[at + 1] = replace(named[at], means=means), replace(other, means=means)
    return named


def _called(tokens: Tokens, wanted: str, named: Sequence[Span]) -> list[Span]:
    """Somebody new, told by name: "someone called Ulrike Brandt"."""
    roles, taken = ROLES.get(wanted, ()), {at for one in named for at in range(one.first, one.last + 1)}
    found = []
    for at, low in enumerate(tokens.low[:-1]):
        first = last = at + 1
        while last < len(tokens.words) and tokens.words[last][0].isupper() and last not in taken:
            last += 1
        if low in _CALLED and len(roles) == 1 and last > first and tokens.low[at - 1] in _ANYBODY:
            found.append(Span(roles[0], first, last - 1, 0.0))
    return found


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
    roles = _SOUGHT if wanted in ("request_intro", "find_path") else ROLES.get(wanted, ())
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
