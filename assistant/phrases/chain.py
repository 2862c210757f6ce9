"""A linear chain over the words of a sentence: every word gets a tag, and the best path of tags makes spans.

A tag is "B-with" for the first word of a span, "I-with" for the rest, or "O"; the path is found among the tags that the
intent allows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import add

from assistant.phrases.lanes import summed

_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Chain:
    """The weights of a chain; tags are numbers into `tags`."""

    tags: tuple[str, ...]
    state: Mapping[str, int]  # the weights of all tags, in hundredths, as `lanes` packs them
    step: Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a sentence with a meaning; `margin` is how clear the words are, at the least clear of them."""

    means: str
    first: int
    last: int
    margin: float


def best(chain: Chain, found: Sequence[Iterable[str]], means: Sequence[str]) -> tuple[list[str], list[float]]:
    """The best tag for each word, among those of `means`, and by how much its own weights lead."""
    if not found:
        return [], []
    allowed = [at for at, tag in enumerate(chain.tags) if tag == "O" or tag[2:] in means]
    step = [[_step(chain, one, other) for one in allowed] for other in allowed]
    owns: list[list[int]] = []
    for features in found:
        weighed = summed(chain.state, features, len(chain.tags))
        owns.append([weighed[tag] for tag in allowed])
    score = [
        float(own) + (_NEVER if chain.tags[tag][0] == "I" else 0) for own, tag in zip(owns[0], allowed, strict=True)
    ]
    path: list[list[int]] = []
    for row in owns[1:]:
        back, total = [], []
        for into, own in zip(step, row, strict=True):
            sums = list(map(add, score, into))
            top = max(sums)
            back.append(sums.index(top))
            total.append(top + own)
        path.append(back)
        score = total
    at = score.index(max(score))
    order = [at]
    for back in reversed(path):
        at = back[at]
        order.append(at)
    order.reverse()
    leads = [_lead(own, at) for own, at in zip(owns, order, strict=True)]
    return [chain.tags[allowed[at]] for at in order], leads


def _step(chain: Chain, one: int, other: int) -> float:
    """From one tag to another, in hundredths; a span goes on only with its own meaning."""
    come, to = chain.tags[one], chain.tags[other]
    if to[0] == "I" and come not in (to, f"B{to[1:]}"):
        return _NEVER
    return chain.step.get((one, other), 0.0) * 100


def _lead(own: Sequence[int], at: int) -> float:
    others = [each for place, each in enumerate(own) if place != at]
    return (own[at] - max(others, default=0)) / 100


def spans(tags: Sequence[str], lead: Sequence[float]) -> list[Span]:
    """The spans that the tags make, in order."""
    found: list[Span] = []
    for at, tag in enumerate(tags):
        if tag[0] == "B":
            found.append(Span(tag[2:], at, at, lead[at]))
        elif tag[0] == "I" and found and found[-1].last == at - 1:
            found[-1] = Span(found[-1].means, found[-1].first, at, min(found[-1].margin, lead[at]))
    return found
