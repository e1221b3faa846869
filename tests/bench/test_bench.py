"""The bench still measures everything, shown at a size that takes seconds."""

from __future__ import annotations

import json
from collections import defaultdict

import pytest

from bench import report
from bench.child import Measured
from bench.place import Place
from bench.plan import Found, Sizes, measure

SIZES = Sizes(claims=(80,), due=40, payments=20, letters=8, pages=8, turns=1, rounds=1)


@pytest.fixture(scope="module")
def found() -> Found:
    with Place.made() as place:
        return measure(place, SIZES, tell=lambda words: None)


def test_everything_is_measured(found: Found) -> None:
    counts = {job: {run.count for run in runs} for (job, _), runs in found.runs.items()}
    assert counts["quiet"] == {0}
    assert counts["night"] == counts["write_rows"] == {40}
    assert counts["intake"] == counts["parse_and_copy"] == {20}
    assert 0 not in counts["letters"]
    assert counts["pages"] == counts["bare_pages"] == counts["served_pages"] != {0}
    assert counts["bare_texts"] == counts["pages"]


def test_the_table_and_the_json_say_the_same(found: Found) -> None:
    whole = json.loads(report.as_json(found, SIZES))
    table = report.as_table(found, SIZES)
    assert all(f"| {row['work']} |" in table for row in whole["rows"])


def test_a_verdict_follows_the_numbers() -> None:
    sizes = Sizes(claims=(10, 100), due=10, payments=10, letters=10, pages=10, turns=1, rounds=1)
    seconds = {"quiet": 0.1, "night": 3.0, "write_rows": 1.0, "intake": 1.5, "parse_and_copy": 1.0}
    runs = defaultdict(list)
    for claims in sizes.claims:
        pages = {"pages": 1.0, "bare_pages": 0.5, "bare_texts": 0.1, "served_pages": 1.0}
        for job, took in (seconds | {"letters": 0.01} | pages).items():
            peak_mb = 501.0 if job == "letters" else 100.0
            p99_ms = 51.0 if job == "served_pages" else 49.0
            runs[job, claims].append(
                Measured(seconds=took, cpu_seconds=took, count=10, peak_mb=peak_mb, p99_ms=p99_ms)
            )
    meets = [(row.work.split()[0], row.meets) for row in report.rows(Found(runs), sizes)]
    assert meets == [
        *(("a", True), ("a", True)),  # nothing due
        *(("a", False), ("a", False)),  # three times the bare time
        ("letters,", False),  # too much memory
        ("the", True),  # half the speed of the bare page
        ("the", False),  # one of a hundred waits too long
        ("camt.054", True),
    ]
