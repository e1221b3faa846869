"""Which course a procedure's table proposes for a claim, and why.

    propose(claim, step.courses, today)  -> Proposal(course=MONITORING, row=2, because=…)

The one rule: the rows are read from the top and the first that is true decides; the loader has seen
to it that the last is true of every claim, so there is always an answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reskontra.domain.claim import Claim
from reskontra.domain.conditions import unmet
from reskontra.domain.course import Course
from reskontra.domain.step import CourseRow
from reskontra.domain.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A course, with the row of the table that led to it, from 1."""

    course: Course
    row: int
    because: Texts


def propose(claim: Claim, rows: Iterable[CourseRow], today: date) -> Proposal:
    """The first row that is true of the claim today."""
    for at, row in enumerate(rows, start=1):
        if unmet(claim, row.only_if, today) is None:
            return Proposal(course=row.course, row=at, because=row.because)
    raise AssertionError("the loader refuses a table whose last row asks anything")
