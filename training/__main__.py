"""`python -m training`: learn the weights anew. `--leave-out N`: learn from other sets, judge on those left out."""

import argparse
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from assistant.phrases.weights import FILE, digest
from training.fit import packed
from training.leaving_out import COLUMNS, Read, left_out, shares
from training.phrases import FOLDER, sets


def main() -> None:
    """The command line."""
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("--leave-out", type=int, metavar="FOLDS", help="judge in so many folds over the sets")
    said.add_argument("--only", type=int, help="judge this many of the folds")
    said.add_argument("--misses", metavar="FILE", help="write the phrases misread here")
    asked = said.parse_args()
    if asked.leave_out:
        _leave_out(asked.leave_out, asked.only, asked.misses)
        return
    made = packed(sets())
    made["digest"] = digest(FOLDER.iterdir())
    FILE.write_bytes(gzip.compress(json.dumps(made, separators=(",", ":"), ensure_ascii=False).encode(), mtime=0))
    sys.stdout.write(f"{FILE.name}: {FILE.stat().st_size:,} bytes\n")


def _leave_out(folds: int, only: int | None, misses: str | None) -> None:
    results: dict[str, list[Read]] = {}
    for name, read in left_out(sets(), folds, only):
        results[name] = read
        _line(name, read)
    every = [each for read in results.values() for each in read]
    by_intent = defaultdict(list)
    for each in every:
        by_intent[each.intent].append(each)
    for name, read in sorted(by_intent.items()):
        _line(name, read)
    _line("all but talk", [each for name, read in results.items() if name != "dev_talk" for each in read])
    _line("all", every)
    took = sorted(each.ms for each in every)
    sys.stdout.write(f"ms: median {took[len(took) // 2]:.2f}, p99 {took[len(took) * 99 // 100]:.2f}\n")
    if misses:
        Path(misses).write_text("\n".join(each.missed for each in every if each.missed), encoding="utf-8")


def _line(name: str, read: Sequence[Read]) -> None:
    told = " ".join(f"{what} {share:.1%}" for what, share in zip(COLUMNS, shares(read), strict=True))
    sys.stdout.write(f"{name:<20}{len(read):>6} {told}\n")


if __name__ == "__main__":
    main()
