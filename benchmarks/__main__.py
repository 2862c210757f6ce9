"""Runs the benchmarks that are named, or all of them: `python -m benchmarks [NAME ...]`."""

import sys
from collections.abc import Callable
from importlib import import_module

from benchmarks.machine import describe

# In the order in which docs/benchmarks.md has them. Each is a module here with a `run()` that prints its tables.
NAMES = ("first_meeting", "names", "dates", "phrases", "paths", "search", "outbox")


def run_of(name: str) -> Callable[..., None]:
    """What runs the benchmark of that name."""
    run: Callable[..., None] = import_module(f"benchmarks.{name}").run
    return run


def main(wanted: list[str]) -> int:
    unknown = [name for name in wanted if name not in NAMES]
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    print(describe())
    for name in wanted or NAMES:
        run_of(name)()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
