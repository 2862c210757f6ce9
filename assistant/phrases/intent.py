"""Which intent: a linear model over the words as the models see them, their letters, and where they were said."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import exp

from assistant.phrases.hints import classed, cued, ruled
from assistant.phrases.lanes import summed
from assistant.phrases.tokens import Tokens

_NEGATIONS = frozenset(
    (
        "not", "no", "never", "don't", "dont", "didn't", "didnt", "can't", "cant", "won't",
        "wont", "haven't", "havent", "isn't", "nope",
    )
)  # fmt: skip
_NAMES = ("<p>", "<@>", "<~>")


def features(tokens: Tokens, surface: str, thread: str) -> list[str]:
    """What the model looks at. `surface` is dm, mention, thread or a command; `thread` is target, seeking or ""."""
    line = ["^"]
    for shown in tokens.shown:
        if not (shown.startswith("<") and shown == line[-1]):
            line.append(shown)
    line.append("$")
    found = ["*", f"s={surface}", f"t={thread}"]
    for at, word in enumerate(line):
        found.append(f"1{word}")
        if at:
            found.append(f"2{line[at - 1]} {word}")
        if at > 1:
            found.append(f"3{line[at - 2]} {line[at - 1]} {word}")
    for shown in dict.fromkeys(tokens.shown):
        if shown[0] != "<":
            found.extend(_letters(shown))
    head = [word for word in line[1:4] if word != "$"]
    found.extend(f"h{surface} {word}" for word in head)
    found.append(f"s1{surface} {line[1]}")
    found.append(f"s2{surface} {' '.join(head[:2])}")
    people = sum(1 for word in line if word in _NAMES)
    found.append(f"p={min(people, 4)}")
    found.append(f"p={min(people, 4)} {surface}")
    found.append(f"l={min(len(tokens.words) // 4, 6)}")
    found.append(f"l={min(len(tokens.words) // 4, 6)} {surface}")
    if tokens.low and tokens.low[-1] == "?":
        found.append("?end")
    if any(word in _NEGATIONS for word in tokens.low):
        found.append("neg")
        found.append(f"neg {surface}")
    found.append(f"d={'<d>' in line} {people > 0}")
    found.append(f"me={any(word in ('i', 'me', 'my', 'we', 'us') for word in tokens.low[:4])}")
    found += [*classed(tokens, surface), *cued(tokens, surface), *ruled(tokens, surface)]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def _letters(word: str) -> tuple[str, ...]:
    """Runs of three to five letters, so that inflections and slips keep most of a word."""
    edged = f"_{word}_"[:24]
    return tuple(f"c{edged[at : at + n]}" for n in (3, 4, 5) for at in range(len(edged) - n + 1))


def scores(found: Iterable[str], state: Mapping[str, int], classes: int) -> list[float]:
    """How likely each class is, from 0 to 1; they add up to 1. The weights are in hundredths."""
    total = summed(state, found, classes)
    highest = max(total)
    powers = [exp((each - highest) / 100) for each in total]
    whole = sum(powers)
    return [each / whole for each in powers]
