"""`python -m training`: learn the weights anew. `--leave-out N`: learn from other sets, judge on those left out."""

import argparse
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from time import perf_counter_ns
from typing import Any

from assistant.ids import PersonId
from assistant.phrases.as_json import told
from assistant.phrases.understand import understand
from assistant.phrases.understood import Surety
from assistant.phrases.weights import FILE, Weights, digest, unpacked
from training.fit import packed
from training.judge import MEASURES, judged
from training.phrases import FOLDER, Set, heard, sets


def main() -> None:
    """The command line."""
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--leave-out", type=int, metavar="FOLDS", help="judge in so many folds over the sets")
    said.add_argument("--only", type=int, default=99, help="judge this many of the folds")
    said.add_argument("--misses", metavar="FILE", help="write the phrases misread here")
    asked = said.parse_args()
    if asked.leave_out:
        _leave_out(sets(), asked.leave_out, asked.only, asked.misses)
        return
    made = packed(sets())
    made["digest"] = digest(FOLDER.iterdir())
    FILE.write_bytes(gzip.compress(json.dumps(made, separators=(",", ":"), ensure_ascii=False).encode(), mtime=0))
    sys.stdout.write(f"{FILE.name}: {FILE.stat().st_size:,} bytes\n")


def _leave_out(all_sets: Sequence[Set], folds: int, only: int, misses: str | None) -> None:
    results: dict[str, list[dict[str, Any]]] = defaultdict(list)
    missed: list[str] = []
    for fold in range(min(folds, only)):
        weights = unpacked(packed([one for at, one in enumerate(all_sets) if at % folds != fold]))
        for of in all_sets[fold::folds]:
            results[of.name] = [_one(phrase, of, weights, missed) for phrase in of.phrases]
            _line(of.name, results[of.name])
    everything = [each for some in results.values() for each in some]
    by_intent = defaultdict(list)
    for each in everything:
        by_intent[each["gold"]].append(each)
    for name, some in sorted(by_intent.items()):
        _line(name, some)
    _line("all but talk", [each for name, some in results.items() if name != "dev_talk" for each in some])
    _line("all", everything)
    took = sorted(each["ms"] for each in everything)
    sys.stdout.write(f"ms: median {took[len(took) // 2]:.2f}, p99 {took[len(took) * 99 // 100]:.2f}\n")
    if misses:
        with open(misses, "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write("\n".join(missed))


def _one(phrase: dict[str, Any], of: Set, weights: Weights, missed: list[str]) -> dict[str, Any]:
    one = heard(phrase, of)
    started = perf_counter_ns()
    read = understand(one, of.directory, weights)
    took = (perf_counter_ns() - started) / 1e6
    frame = told(read.frame, of.directory, one.speaker or PersonId(0), of.ids.__getitem__)
    result = judged(phrase["gold"], frame)
    if not result["frame"]:
        gold, made = (json.dumps(one, ensure_ascii=False) for one in (phrase["gold"], frame))
        missed.append(f"{phrase['surface']} | {phrase['text']}\n  {gold}\n  {made} {read.surety} {read.reasons}")
    acts = read.surety is Surety.ACT and frame["intent"] != "none"
    return {
        **result, "ms": took, "gold": phrase["gold"]["intent"], "acts": acts,
        "acts wrongly sure": acts and result["wrongly sure"],
        "acts on none": acts and phrase["gold"]["intent"] == "none",
    }  # fmt: skip


def _line(name: str, some: Sequence[dict[str, Any]]) -> None:
    of_none = sum(each["gold"] == "none" for each in some) or 1
    shares = [
        f"{sum(each[m] for each in some) / (of_none if m == 'false alarm' else len(some)):8.1%}" for m in MEASURES
    ]
    acts = sum(each["acts"] for each in some)
    wrong = sum(each["acts wrongly sure"] for each in some) / (acts or 1)
    on_none = sum(each["acts on none"] for each in some) / of_none
    row = f"{name:<20}{len(some):>6}{''.join(shares)}"
    sys.stdout.write(f"{row} | acts {acts / len(some):6.1%} wrong {wrong:5.2%} none {on_none:5.1%}\n")


if __name__ == "__main__":
    main()
