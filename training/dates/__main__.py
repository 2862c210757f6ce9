"""`python -m training.dates SENTENCES ANSWERS`: scores what `wellmet when` answered; see README.md."""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from training.dates.judge import Date, ends_right, has_ends, nearest, value_right

_GROUPS = ("EXTERNAL", "OWN STYLE")


def main() -> None:
    """The command line."""
    said = argparse.ArgumentParser(description=__doc__)
    said.add_argument("sentences", type=Path)
    said.add_argument("answers", type=Path)
    said.add_argument("--errors", type=int, default=0, metavar="N", help="show so many misses")
    said.add_argument("--part", choices=("dev", "held"), help="only the part that was looked at, or the other")
    asked = said.parse_args()
    sentences = list(_lines(asked.sentences))
    if asked.part:
        seen = looked_at()
        sentences = [one for one in sentences if (one["id"] in seen) == (asked.part == "dev")]
    answers = {one["id"]: one for one in _lines(asked.answers)}
    for line in report(sentences, answers, asked.errors):
        sys.stdout.write(line + "\n")


def _lines(path: Path) -> Iterable[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def looked_at() -> frozenset[str]:
    """The ids of the six sentences in ten whose misses were looked at while the grammar was written."""
    return frozenset((Path(__file__).parent / "looked_at.txt").read_text(encoding="utf-8").split())


def report(sentences: Iterable[dict[str, Any]], answers: dict[str, Any], errors: int = 0) -> list[str]:
    """The table of measures, the shown misses before it."""
    groups: defaultdict[str, Counter[str]] = defaultdict(Counter)
    shown: list[str] = []
    for asked in sentences:
        own = asked["source"].startswith("own")
        dates = answers.get(asked["id"], {}).get("dates", [])
        counts, wrong = judged(asked, dates, own)
        for group in (_GROUPS[own], asked["source"]):
            groups[group].update(counts)
        if wrong and len(shown) < errors:
            shown.append(f"{', '.join(wrong)}: {asked['text']!r} on {asked['now'][:16]}, {asked['direction']}: {dates}")
    took = sorted(one["us"] for one in answers.values() if "us" in one)
    return [*shown, *_table(groups), *_times(took)]


def judged(asked: dict[str, Any], found: Sequence[Date], own: bool) -> tuple[Counter[str], list[str]]:
    """What counts for one sentence, and what was wrong with its answer."""
    counts: Counter[str] = Counter(n=1)
    if not asked["gold"]:
        counts.update(free=1, false=bool(found))
        return counts, ["false alarm"] if found else []
    counts.update(gold=len(asked["gold"]), got=len(found))
    left, wrong = list(found), []
    for gold in asked["gold"]:
        got, exact = nearest(asked["text"], gold, left)
        if got is not None:
            left.remove(got)
            counts.update(overlap=1, exact=exact)
        wrong += [] if exact else ["span"]
        if "start" in gold:
            right = got is not None and value_right(gold, got)
            counts.update(values=1, value=right)
            wrong += [] if right else ["value"]
        if has_ends(gold):
            counts.update(ends=1, end=got is not None and ends_right(gold, got, slack=not own))
    wrong += ["one too many"] if left else []
    counts.update(dated=1, whole=not wrong)
    return counts, wrong


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:8.1f}" if whole else f"{'-':>8s}"


def _table(groups: dict[str, Counter[str]]) -> Iterable[str]:
    yield f"{'':20s}{'n':>6s}{'exact':>8s}{'overlap':>8s}{'value':>8s}{'ends':>8s}{'whole':>8s}{'false':>8s} of"
    for name in sorted(groups, key=lambda group: (group not in _GROUPS, group)):
        of = groups[name]
        spans = of["gold"] + of["got"]
        yield f"{name:20s}{of['n']:6d}" + "".join(
            (
                _percent(2 * of["exact"], spans), _percent(2 * of["overlap"], spans),
                _percent(of["value"], of["values"]),
                _percent(of["end"], of["ends"]), _percent(of["whole"], of["dated"]), _percent(of["false"], of["free"]),
                f" {of['free']}",
            )
        )  # fmt: skip


def _times(took: list[float]) -> Iterable[str]:
    if took:
        at = [took[min(len(took) - 1, len(took) * share // 100)] for share in (50, 95)]
        yield f"µs: p50 {at[0]:.0f}  p95 {at[1]:.0f}  max {took[-1]:.0f}"


if __name__ == "__main__":
    main()
