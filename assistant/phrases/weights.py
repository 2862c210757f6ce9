"""The learnt weights: one file of gzip'ed JSON, made by `python -m training` and read once.

Layout: `digest` (of the labelled phrases and of the code that makes features), `ordinary` (words that are seldom
names), and `intent`, `people`, `texts`, each with `tags` (a list) and `state` (for each feature, tags by number and
their weights in hundredths, in turn); the chains also have `step`, triples of a tag, the next tag and hundredths.
"""

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.phrases import lanes
from assistant.phrases.chain import Chain

FILE = Path(__file__).with_name("weights.json.gz")
_CODE = (
    "tokens.py", "intent.py", "hints.py", "tagger.py", "words.py", "commands.py", "en/concepts.py", "en/cues.py",
    "en/hinting.py",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learnt."""

    ordinary: frozenset[str]
    intent: Chain
    people: Chain
    texts: Chain
    digest: str


@lru_cache(maxsize=1)
def learnt() -> Weights:
    """The weights that come with Wellmet."""
    return unpacked(json.loads(gzip.decompress(FILE.read_bytes())))


def unpacked(packed: Mapping[str, Any]) -> Weights:
    """The weights from the layout of the file."""
    intent, people, texts = (_chain(packed[part]) for part in ("intent", "people", "texts"))
    return Weights(frozenset(packed["ordinary"]), intent, people, texts, packed["digest"])


def digest(phrases: Iterable[Path]) -> str:
    """What the weights were made from: labelled phrases, with their people, and the code that makes features."""
    whole = hashlib.sha256()
    for path in (*sorted(phrases), *(FILE.parent / name for name in _CODE)):
        whole.update(path.name.encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


def _chain(packed: Mapping[str, Any]) -> Chain:
    step = {(one, other): weight / 100 for one, other, weight in packed.get("step", ())}
    return Chain(tuple(packed["tags"]), {each: lanes.packed(flat) for each, flat in packed["state"].items()}, step)
