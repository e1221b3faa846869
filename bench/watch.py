"""A stopwatch for a `with`: seconds by the clock, seconds of work here and in children; memory.

    with Watch() as watch:
        work()
    watch.found -> {"seconds": 1.2, "cpu_seconds": 1.1}

The one rule: on a machine with others at work, the second number is the steadier one.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path


class Watch:
    """Runs from the beginning of the `with` to its end."""

    def __init__(self) -> None:
        self.found: dict[str, float] = {}

    def __enter__(self) -> Watch:
        self._begun = time.perf_counter(), _worked()
        return self

    def __exit__(self, *_: object) -> None:
        clock, work = self._begun
        self.found = {
            "seconds": time.perf_counter() - clock,
            "cpu_seconds": _worked() - work,
        }


def _worked() -> float:
    """Seconds that this process and its children that have ended have worked."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def peak_of_children_mb() -> float:
    """The most memory that one of the children that have ended has held; 0 when there was none."""
    unit = 1 << 10 if sys.platform == "linux" else 1 << 20
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit


def peak_mb(process: int) -> float:
    """The most memory that a process has held: the kernel's own figure where it is told.

    getrusage on Linux counts who started a process, too; elsewhere it is asked, about this one.
    """
    facts = Path(f"/proc/{process}/status")
    if facts.exists():
        peak = next(line for line in facts.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) / (1 << 10)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
