"""A whole story: its head, and its events where they stand.

    Story(file=..., title="one reminder for all", lines=(Line(day=..., event=..., line=3), ...))

The one rule: a story is what its file says; nothing that it leaves out is here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reskontra.nightly.stories.notation import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event where it stands: the day, and the line of the file."""

    day: date
    event: Event
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A whole story. Header lines that are not written are empty."""

    file: Path
    title: str
    rows: frozenset[str]
    """The rows of the documents (S18, N1 ...) that it shows."""
    procedure: str
    creditor: str
    policy: str
    """A folder beside the story with the policy that holds in it."""
    lines: tuple[Line, ...] = field(repr=False)

    @property
    def first_day(self) -> date:
        """The first day that is lived."""
        return min(line.day for line in self.lines)

    @property
    def last_day(self) -> date:
        """The last day that is lived."""
        return max(line.day for line in self.lines)
