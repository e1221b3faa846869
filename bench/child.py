"""Runs one job in a process of its own, and says how long it took and how much memory it held.

    run("night", url=url, folder=folder, day="2026-03-06") -> Measured(seconds=9.1, ...)

The one rule: memory is the peak of the whole process that did the work, Python and libraries
counted.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import bare, jobs, pages, served
from bench.watch import peak_mb, peak_of_children_mb

JOBS: dict[str, Callable[..., dict[str, Any]]] = {
    "night": jobs.night,
    "intake": jobs.intake,
    "letters": jobs.letters,
    "pages": pages.pages,
    "bare_pages": pages.bare_pages,
    "bare_texts": pages.bare_texts,
    "served_pages": served.served_pages,
    "write_rows": bare.write_rows,
    "parse_and_copy": bare.parse_and_copy,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One run of one job."""

    seconds: float
    cpu_seconds: float
    """Of the work alone, in the processes that did it."""
    count: int
    peak_mb: float
    """Of the process that held most."""
    p99_ms: float = 0.0
    """Of single answers, where a job gives many."""


def run(job: str, *, url: str, folder: Path, **values: object) -> Measured:
    """Run the job on the database at `url`; what it prints as errors is shown."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.child", job, json.dumps(values)],
        env=os.environ
        | {
            "DATABASE_URL": url,
            "RESKONTRA_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "reskontra.config.settings",
        },
        stdout=subprocess.PIPE,
        check=True,
    )
    return Measured(**json.loads(done.stdout))


def _main(job: str, values: dict[str, Any]) -> None:
    found = JOBS[job](**values)
    print(json.dumps({"peak_mb": max(peak_mb(os.getpid()), peak_of_children_mb()), **found}))


if __name__ == "__main__":
    _main(sys.argv[1], json.loads(sys.argv[2]))
