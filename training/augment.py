"""Other phrases of the same meaning: other people, no capitals, a slip of the finger, no marks at the end."""

import random
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from training.phrases import Set

_TEXTS = ("place", "topic", "organisation", "seeking", "client")
_INTENTS_WITH_FREE_TOPICS = (
    "record_meeting",
    "request_intro",
    "set_offer",
    "set_need",
    "recommend",
    "record_partnership",
)


def varied(phrase: dict[str, Any], of: Set, sets: Sequence[Set], count: int) -> Iterator[dict[str, Any]]:
    """So many variants of the phrase, the same at every call."""
    chance = random.Random(phrase["id"])
    for _ in range(count):
        other = deepcopy(phrase)
        _other_people(other, of, sets, chance)
        if chance.random() < 0.4:
            _other_texts(other, sets, chance)
        _careless(other, chance)
        yield other


def _other_people(phrase: dict[str, Any], of: Set, sets: Sequence[Set], chance: random.Random) -> None:
    """Typed names give way to other people's, now and then strangers', in the same form: whole, first or last."""
    for said in (phrase["gold"].get("people") or {}).values():
        for one in said:
            text = one["text"]
            if one["ids"] == ["ME"] or text.startswith("<") or text[:1].islower() or len(text) < 3:
                continue
            if phrase["text"].count(text) != 1:
                continue
            source = chance.choice(sets) if chance.random() < 0.15 else of
            name = chance.choice(source.people).name.split()
            new = " ".join(name) if " " in text else name[0]
            if chance.random() < 0.1:
                new = name[-1]
            phrase["text"] = phrase["text"].replace(text, new)
            for means in _TEXTS:
                if phrase["gold"].get(means):
                    phrase["gold"][means] = phrase["gold"][means].replace(text, new)
            one["text"], one["ids"] = new, ["?"]


def _other_texts(phrase: dict[str, Any], sets: Sequence[Set], chance: random.Random) -> None:
    """A topic, place or organisation gives way to that of another phrase with the same intent."""
    gold = phrase["gold"]
    for means in _TEXTS:
        text = gold.get(means)
        if not text or phrase["text"].count(text) != 1 or gold["intent"] not in _INTENTS_WITH_FREE_TOPICS:
            continue
        other = chance.choice(chance.choice(sets).phrases)["gold"]
        new = other.get(means) if other["intent"] == gold["intent"] else None
        if new:
            phrase["text"] = phrase["text"].replace(text, new)
            gold[means] = new


def _careless(phrase: dict[str, Any], chance: random.Random) -> None:
    """As people type in a hurry; the label follows."""
    how = chance.random()
    if how < 0.35:
        _everywhere(phrase, lambda text: re.sub(r"<@[^>]*>|[^<]+", _small, text))
    elif how < 0.5:
        phrase["text"] = phrase["text"].rstrip(" .!")
    elif how < 0.65:
        _everywhere(phrase, lambda text: re.sub(r"(?<=\w)['’](?=\w)", "", text) if text.count("'") else text)
    elif how < 0.8:
        _slip(phrase, chance)


def _small(part: re.Match[str]) -> str:
    return part.group() if part.group().startswith("<@") else part.group().lower()


def _everywhere(phrase: dict[str, Any], change: Any) -> None:
    gold = phrase["gold"]
    phrase["text"] = change(phrase["text"])
    for means in _TEXTS:
        if gold.get(means):
            gold[means] = change(gold[means])
    for said in (gold.get("people") or {}).values():
        for one in said:
            one["text"] = change(one["text"])


def _slip(phrase: dict[str, Any], chance: random.Random) -> None:
    """Two letters of a long word that is in no slot change places."""
    kept = " ".join([*(str(phrase["gold"].get(m) or "") for m in _TEXTS)] + [
        one["text"] for said in (phrase["gold"].get("people") or {}).values() for one in said])  # fmt: skip
    words = [word for word in re.findall(r"(?<![<@|\w])[a-z]{5,}(?![\w|>])", phrase["text"]) if word not in kept]
    if words:
        word = chance.choice(words)
        at = chance.randrange(1, len(word) - 2)
        phrase["text"] = phrase["text"].replace(word, word[:at] + word[at + 1] + word[at] + word[at + 2 :], 1)
