"""How well frames match labels, measure by measure; training/README.md has the contract."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

_ARTICLES = frozenset(["the", "a", "an", "our", "my", "her", "his", "their", "some"])
_EXACT = ("ask", "formality", "subject", "setting", "kind")
_TEXTS = ("place", "topic", "organisation", "seeking", "client")
MEASURES = ("intent", "people", "when", "core", "frame", "wrongly sure", "false alarm")

Labelled = Mapping[str, Any]


def judged(gold: Labelled, said: Labelled) -> dict[str, bool]:
    """Each measure for one phrase. "core" is intent, people and when; "frame" is everything but notes."""
    if gold["intent"] == "none":
        right = said["intent"] == "none"
        return dict.fromkeys(MEASURES[:5], right) | {"wrongly sure": False, "false alarm": not right}
    same = gold["intent"] == said["intent"]
    people, when = same and _people(gold) == _people(said), same and _same_when(gold.get("when"), said.get("when"))
    rest = (
        all(gold.get(slot) == said.get(slot) for slot in _EXACT)
        and all(_words(gold.get(slot)) == _words(said.get(slot)) for slot in _TEXTS)
        and all((gold.get(slot) or None) == (said.get(slot) or None) for slot in ("amount", "every"))
    )
    core = people and when
    return {
        "intent": same, "people": people, "when": when, "core": core, "frame": core and rest,
        "wrongly sure": _wrongly_sure(gold, said), "false alarm": False,
    }  # fmt: skip


def _words(text: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return [word for word in re.findall(r"[a-z0-9]+", plain.replace("'", "")) if word not in _ARTICLES]


def _people(frame: Labelled) -> dict[str, list[tuple[str, ...]]]:
    return {
        role: sorted(tuple(sorted(one["ids"])) or ("?", *_words(one["text"])) for one in said)
        for role, said in (frame.get("people") or {}).items()
        if said
    }


def _same_when(gold: Labelled | None, said: Labelled | None) -> bool:
    if not gold or not said:
        return not gold and not said
    if "vague" in (gold["grain"], said["grain"]):
        return bool(gold["grain"] == said["grain"])
    if gold["grain"] == "part":
        return (gold["start"] or "")[:10] == (said.get("start") or "")[:10]
    return all((gold.get(end) or "") == (said.get(end) or "") for end in ("start", "end"))


def _wrongly_sure(gold: Labelled, said: Labelled) -> bool:
    labelled = {ids for people in _people(gold).values() for ids in people}
    return any(len(ids) == 1 and ids not in labelled for people in _people(said).values() for ids in people)
