"""Learns from some sets and judges what it reads in the others: the only figures of reading that count."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter_ns
from typing import Any

from assistant.ids import PersonId
from assistant.phrases.as_json import told
from assistant.phrases.understand import understand
from assistant.phrases.understood import Surety
from assistant.phrases.weights import Weights, unpacked
from training.fit import packed
from training.judge import MEASURES, judged
from training.phrases import Set, heard

COLUMNS = (*MEASURES, "acts", "wrong", "on none")  # what `shares` gives, in its order


@dataclass(frozen=True, slots=True)
class Read:
    """One phrase that was not learnt from, as it was read."""

    intent: str  # that it is labelled with
    measures: Mapping[str, bool]
    acts: bool
    ms: float
    missed: str  # the phrase, its label and what was made of it; "" when all of it is right


def left_out(sets: Sequence[Set], folds: int, only: int | None = None) -> Iterator[tuple[str, list[Read]]]:
    """Each set by name with its phrases read, learnt from the sets of the other folds; `only` so many of the folds."""
    for fold in range(min(folds, only or folds)):
        weights = unpacked(packed([one for at, one in enumerate(sets) if at % folds != fold]))
        for of in sets[fold::folds]:
            yield of.name, [_read(phrase, of, weights) for phrase in of.phrases]


def shares(read: Sequence[Read]) -> list[float]:
    """From 0 to 1, as COLUMNS names them: "wrong" are the wrongly sure of what it acts on, "on none" the `none` phrases
    acted on; false alarms too are of the `none` phrases."""
    nothing = sum(each.intent == "none" for each in read) or 1
    acts = [each for each in read if each.acts]
    measured = [
        sum(each.measures[name] for each in read) / (nothing if name == "false alarm" else len(read))
        for name in MEASURES
    ]
    wrong = sum(each.measures["wrongly sure"] for each in acts) / (len(acts) or 1)
    return [*measured, len(acts) / len(read), wrong, sum(each.intent == "none" for each in acts) / nothing]


def _read(phrase: dict[str, Any], of: Set, weights: Weights) -> Read:
    one = heard(phrase, of)
    started = perf_counter_ns()
    read = understand(one, of.directory, weights)
    took = (perf_counter_ns() - started) / 1e6
    frame = told(read.frame, of.directory, one.speaker or PersonId(0), of.ids.__getitem__)
    measures, missed = judged(phrase["gold"], frame), ""
    if not measures["frame"]:
        gold, made = (json.dumps(each, ensure_ascii=False) for each in (phrase["gold"], frame))
        missed = f"{phrase['surface']} | {phrase['text']}\n  {gold}\n  {made} {read.surety} {read.reasons}"
    acts = read.surety is Surety.ACT and frame["intent"] != "none"
    return Read(phrase["gold"]["intent"], measures, acts, took, missed)
