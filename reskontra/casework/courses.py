"""A person decides which way a claim goes, as its procedure proposes or otherwise.

    confirm_course(cursor, invoice=17, course="monitoring", reason="…", by="A. Ek", …)

The one rule: what is decided lets the steps of that course be taken, and no others; another course
than the proposed one has a reason.
"""

from __future__ import annotations

from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.course import ABILITY_TO_PAY, Course, NothingProposed, course_of, decided
from reskontra.records import claim_states, courses, steps


def confirm_course(
    cursor: CursorWrapper,
    *,
    invoice: int,
    number: str,
    course: str,
    reason: str,
    by: str,
    day: date,
) -> Course:
    """Decide on the latest proposal for the claim; the course that was decided on.

    Refuses an unknown course, a claim that nothing is proposed for, and another course than the
    proposed one without a reason.
    """
    wanted = course_of(course)
    claim_states.lock(cursor, [invoice])
    proposed = courses.latest(cursor, invoice)
    if proposed is None:
        raise NothingProposed(number=number)
    why = decided(wanted, proposed=proposed.course, reason=reason)
    courses.add_decision(cursor, proposed=proposed, course=wanted, reason=why, by=by, day=day)
    steps.add_clearance(
        cursor,
        invoice=invoice,
        kind=ABILITY_TO_PAY,
        day=day,
        finding=f"{wanted.value}: {why}",
        by=by,
    )
    return wanted
