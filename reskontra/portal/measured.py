"""The last measurement of the pages: which day, how many pages, and what was found.

    MEASURED=1 pytest tests/portal/test_pages.py     writes measured.json anew

The one rule: the statement about accessibility says what was measured, and nothing better.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FILE = Path(__file__).with_name("measured.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was found in both languages together, on the earlier of their days."""

    day: date
    pages: int
    faults: int


def last(file: Path = FILE) -> Measured | None:
    """The last measurement; None when the pages have never been measured."""
    if not file.exists():
        return None
    found = json.loads(file.read_text(encoding="utf-8")).values()
    return Measured(
        day=min(date.fromisoformat(each["day"]) for each in found),
        pages=sum(each["pages"] for each in found),
        faults=sum(each["faults"] for each in found),
    )


def keep(*, language: str, day: date, pages: int, faults: int, file: Path = FILE) -> None:
    """Write what was found in one language; the other's stands."""
    kept = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    kept[language] = {"day": day.isoformat(), "pages": pages, "faults": faults}
    file.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", encoding="utf-8")
