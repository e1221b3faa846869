"""The course of a claim after its collection demand: what is proposed, and what a person decides.

    decided(Course.MONITORING, proposed=Course.MONITORING, reason="")          -> as proposed
    decided(Course.WRITE_OFF, proposed=Course.MONITORING, reason="")           -> refused: why?

The one rule: rows of the procedure propose, a person decides, and whoever decides otherwise than
was proposed says why.
"""

from __future__ import annotations

from enum import StrEnum

from reskontra.domain.refusal import Refused


class Course(StrEnum):
    """Which way a claim goes when nothing was paid by the last day of the demand."""

    INSTALLMENT_PLAN = "installment_plan"
    ENFORCEMENT_AUTHORITY = "enforcement_authority"
    """An order to pay is applied for, or what is enforceable by itself is enforced."""
    AGENCY = "agency"
    MONITORING = "monitoring"
    """The claim rests and is watched, as nothing can be paid now (långtidsbevakning)."""
    WRITE_OFF = "write_off"


ABILITY_TO_PAY = "ability_to_pay"
"""The finding that a decided course is: steps that follow a course wait for it."""


class UnknownCourse(Refused):
    """{course!r} is no course; allowed are {known}."""

    swedish = "{course!r} är ingen väg att gå. Tillåtna är {known}."


class WhyOtherwise(Refused):
    """The procedure proposes {proposed}: say why it shall be {course} instead."""

    swedish = "Rutinen föreslår {proposed}. Ange skälet till att det ska bli {course} i stället."


class NothingProposed(Refused):
    """Nothing is proposed for invoice {number}; a course is decided when its step has come."""

    swedish = "Inget är föreslaget för faktura {number}. Vägen väljs när steget för det har tagits."


def course_of(text: str) -> Course:
    """The course of this name; refuses one that is none."""
    try:
        return Course(text)
    except ValueError:
        known = ", ".join(each.value for each in Course)
        raise UnknownCourse(course=text, known=known) from None


def decided(course: Course, *, proposed: Course, reason: str) -> str:
    """The reason to keep for the decision; refuses another course than proposed without one."""
    if not reason.strip() and course is not proposed:
        raise WhyOtherwise(proposed=proposed.value, course=course.value)
    return reason.strip() or "as proposed"
