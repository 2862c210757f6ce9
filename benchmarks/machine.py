"""The machine that figures are taken on, and what a process uses of it."""

import os
import platform
from collections.abc import Sequence
from pathlib import Path


def describe() -> str:
    """One line: processor, cores, memory, system, Python, and how busy it is."""
    cpu = next((line.split(":", 1)[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")), "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{cpu or platform.processor() or platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"
    )


def resident(process: int) -> float:
    """Memory of a process and its children, in MiB (VmRSS); shared pages count in each."""
    own = next((int(line.split()[1]) for line in _lines(f"/proc/{process}/status") if line.startswith("VmRSS")), 0)
    children = "".join(_lines(f"/proc/{process}/task/{process}/children")).split()
    return own / 1024 + sum(resident(int(child)) for child in children)


def processor_time(process: int) -> float:
    """Seconds of processor time that a process has used since its start, in all its threads."""
    fields = "".join(_lines(f"/proc/{process}/stat")).rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of them lies."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []
