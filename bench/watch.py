"""A stopwatch for a `with`: seconds by the clock, and seconds of this process's own work; memory.

    with Watch() as watch:
        work()
    watch.found -> {"seconds": 1.2, "cpu_seconds": 1.1}

The one rule: on a machine with others at work, the second number is the steadier one.
"""

from __future__ import annotations

import resource
import time
from pathlib import Path


class Watch:
    """Runs from the beginning of the `with` to its end."""

    def __init__(self) -> None:
        self.found: dict[str, float] = {}

    def __enter__(self) -> Watch:
        self._begun = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        clock, work = self._begun
        self.found = {
            "seconds": time.perf_counter() - clock,
            "cpu_seconds": time.process_time() - work,
        }


def peak_mb(process: int) -> float:
    """The most memory that a process has held: the kernel's own figure where it is told.

    getrusage on Linux counts who started a process, too; elsewhere it is asked, about this one.
    """
    facts = Path(f"/proc/{process}/status")
    if facts.exists():
        peak = next(line for line in facts.read_text().splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) / (1 << 10)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
