"""What the words of a sentence hint at beyond themselves: classes of words, turns of phrase, and the rules of slots.

All of it becomes features of the intent's model. A class holds for words that were never seen in a labelled phrase,
which is what carries most from one writer to another.
"""

import re
from itertools import pairwise

from assistant.phrases.en.concepts import CONCEPTS
from assistant.phrases.en.cues import CUES
from assistant.phrases.en.hinting import hints
from assistant.phrases.en.mending import mended
from assistant.phrases.tokens import Tokens

_SHORT = {"<p>": "P", "<@>": "P", "<~>": "P", "<X>": "P?", "<d>": "D", "<n>": "N", "<o>": "O"}
_RUN_TOGETHER = frozenset(["P", "P?", "D", "O"])  # side by side they are one
_LONG_WORD = re.compile(r"[a-z]{5,}")
_MOST_CLASSES = 14  # classes of one sentence that are paired; their pairs grow with the square


def classed(tokens: Tokens, surface: str) -> list[str]:
    """Runs of one to three words, as classes where a word has one, and the order in which the classes come."""
    line = ["^"]
    for shown in tokens.shown:
        name = _SHORT.get(shown) or CONCEPTS.get(shown, shown)
        if name not in _RUN_TOGETHER or name != line[-1]:
            line.append(name)
    line.append("$")
    found = [f"C{word}" for word in line]
    found += [f"C{one} {two}" for one, two in pairwise(line)]
    found += [f"C{one} {two} {three}" for one, two, three in zip(line, line[1:], line[2:], strict=False)]
    classes = [word for word in line if word.isupper() or word in ("P?", "?")]
    once = list(dict.fromkeys(classes))[:_MOST_CLASSES]
    found += [f"K{one} {later}" for at, one in enumerate(once) for later in once[at + 1 :]]
    found += [f"L{one} {two}" for one, two in pairwise(classes)]
    found += [f"L{one} {two} {three}" for one, two, three in zip(classes, classes[1:], classes[2:], strict=False)]
    if surface != "dm":
        found += [f"C{word} {surface}" for word in line]
        found += [f"L{one} {two} {surface}" for one, two in pairwise(classes)]
    found += [
        f"H{surface} {line[1]}",
        f"H{' '.join(line[1:3])}",
        f"H{' '.join(line[1:4])}",
        f"T{' '.join(line[-3:-1])}",
    ]
    return [*found, f"G{' '.join(classes[:2])}", f"G{' '.join(classes[:3])}", f"G{surface} {' '.join(classes)}"]


def cued(tokens: Tokens, surface: str) -> list[str]:
    """The intents that turns of phrase speak for, alone, two by two, and with the surface."""
    line = _LONG_WORD.sub(lambda word: mended(word[0]), _masked(tokens))
    spoken = [each.means for each in CUES if each.pattern.search(line)]
    found = [f"Q{one}" for one in spoken] + [f"Q{one} {surface}" for one in spoken]
    found += [f"Q{one} {other}" for at, one in enumerate(spoken) for other in spoken[at + 1 :]]
    return [*found, f"Q{len(spoken)}{spoken[0] if len(spoken) == 1 else ''}"]


def ruled(tokens: Tokens, surface: str) -> list[str]:
    """What the rules of slots would read, whatever the intent."""
    found = hints(tokens.text)
    return [*found, *(f"{each} {surface}" for each in found)]


def _masked(tokens: Tokens) -> str:
    """The sentence as cues want it: P for names, O, D and N, small words without apostrophes."""
    line: list[str] = []
    for shown in tokens.shown:
        word = _SHORT[shown][0] if shown in _SHORT else shown.replace("'", "")
        if word not in ("", "s") and not (word in _RUN_TOGETHER and line and line[-1] == word):
            line.append(word)
    return " ".join(line)
