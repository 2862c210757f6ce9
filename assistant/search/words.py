"""The words by which records are found: plain, without endings, at most so long. Records and questions share them."""

import re
from functools import lru_cache
from itertools import chain

from assistant.people.spelling import all_words

LONGEST = 40  # characters of a word that count
_MENTION = re.compile(r"<@[UW][A-Z0-9]+(?:\|([^>]*))?>")
_ENDING = re.compile(r"(?:ing|ed)$")
_VOWEL = re.compile(r"[aeiouy]")

# Words of a question that say nothing of what is looked for; records keep them, so that names such as Will stay.
_SMALL = """
a about after again all also am an and any anybody anyone are around as at back be been before but by can could did
do does ever find for from had has have he her hers him his how i if in into is it its know last like look me meet
meeting meetings met my note notes of off on one or our out over please recall remember said saw say search see she
show some somebody someone something spoke talk talked tell that the their them then there these they thing things
this those through to told up us was we were what when where which who whom whose why with work working works would
you your
"""
SMALL = frozenset(_SMALL.split())


def found_by(text: str) -> list[str]:
    """Every word of a text as it is looked up, in order: "Galleries & planning" is gallery, plan."""
    return [stem(word)[:LONGEST] for word in all_words(_MENTION.sub(lambda said: f" {said[1] or ''} ", text))]


def telling(question: str) -> tuple[str, ...]:
    """The words of a question that say what is looked for, each once; none if it has only small words."""
    said = all_words(_MENTION.sub(lambda one: f" {one[1] or ''} ", question))
    return tuple(dict.fromkeys(chain.from_iterable(found_by(word) for word in said if word not in SMALL)))


@lru_cache(maxsize=20_000)  # words, each alone: nothing of the texts they stood in
def stem(word: str) -> str:
    """An English word without the endings that only bend it; words of other scripts and short ones stay whole.

    Coarser than a grammar and far from Porter's: photographer and photography stay two words, wedding and weds become
    one. What it does to a name it does in records and questions alike.
    """
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = f"{word[:-3]}y"
    elif word.endswith(("sses", "xes", "ches", "shes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    bare = _ENDING.sub("", word)
    if bare != word and len(bare) > 2 and _VOWEL.search(bare):
        word = bare[:-1] if bare[-1] == bare[-2] and bare[-1] not in "lsz" else bare
    return word[:-1] if len(word) > 4 and word.endswith("e") else word
