"""`wellmet resolve`: whom the names of a file mean, in a directory of people; for judging and tuning the resolver."""

import gc
import json
import resource
import sys
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter, perf_counter_ns
from typing import Any

from assistant.ids import PersonId
from assistant.people.circle import Circle
from assistant.people.decide import decide
from assistant.people.names import Names
from wellmet.people_file import PeopleFile

_NOBODY = PersonId(0)  # the speaker is none of the people in the file


class Resolver:
    """The people of a file, ready to be asked for. Holds their names only, so that a million fit in memory."""

    def __init__(self, people: Path) -> None:
        """Read the file. Raises BadFile, OSError."""
        self._file = PeopleFile()
        self._names = Names()
        self._circle = Circle(self._names, _NOBODY)
        self._added = array("Q")  # nanoseconds for each person added later
        started = perf_counter()
        gc.disable()  # nothing of an index is ever garbage; looking through it all takes a quarter of the time
        try:
            for person in self._file.read(people):
                self._names.learn(person)
        finally:
            gc.enable()
        gc.freeze()
        self._built = perf_counter() - started

    def add(self, people: Path) -> None:
        """Add the people of another file one by one. Raises BadFile, OSError."""
        for person in self._file.read(people):
            started = perf_counter_ns()
            self._names.learn(person)
            self._added.append(perf_counter_ns() - started)

    def answer(self, queries: Iterable[str]) -> Iterator[str]:
        """A line of JSON for every line: the decision, the people with a score from 0 to 1, and the microseconds."""
        for line in queries:
            if not line.strip():
                continue
            query = json.loads(line)
            started = perf_counter_ns()
            decided = decide(self._circle, query["name"])
            took = perf_counter_ns() - started
            people = [
                {"id": self._file.id_of(self._names.person(one.row)), "score": round(1 / (1 + one.far), 3)}
                for one in decided.found
            ]
            found = {"id": query["id"], "decision": decided.decision, "people": people, "us": took / 1000}
            yield json.dumps(found | ({"why": decided.found[0].why} if decided.found else {}))

    def stats(self) -> dict[str, Any]:
        """Seconds to build, megabytes of memory at its highest, microseconds to add one person."""
        told: dict[str, Any] = {
            "people": len(self._names),
            "build_s": round(self._built, 3),
            "rss_mb": round(_most_memory(), 1),
        }
        if self._added:
            took = sorted(self._added)
            told["add_p50_us"] = took[len(took) // 2] / 1000
            told["add_p99_us"] = took[len(took) * 99 // 100] / 1000
        return told


def _most_memory() -> float:
    """Megabytes that this process had at its highest; where it can, without what started it."""
    status = Path("/proc/self/status")
    if status.exists():
        told = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return int(told.split()[1]) / 1024
    unit = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
