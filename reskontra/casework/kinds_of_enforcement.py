"""Decisions about a claim's last day and its way to a verdict: limitation, course, court.

The one rule: what interrupts limitation is recorded with its proof, on the day it is recorded.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db.backends.utils import CursorWrapper

from reskontra.casework import courses, matters
from reskontra.casework.decision_kind import About, Case, Field, FieldType, Kind
from reskontra.domain.course import Course
from reskontra.domain.limitation import Cause
from reskontra.domain.texts import Texts
from reskontra.records import courses as proposals
from reskontra.records import matters as open_matters

CAUSES: Mapping[str, Texts] = {
    Cause.ACKNOWLEDGED.value: Texts(sv="Gäldenären har erkänt", en="The debtor acknowledged it"),
    Cause.DEMAND_RECEIVED.value: Texts(
        sv="Gäldenären har fått ett skriftligt krav", en="The debtor has received a written demand"
    ),
}


def _causes(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    return CAUSES


def _interrupt(cursor: CursorWrapper, case: Case) -> None:
    assert case.claim is not None
    matters.interrupt(
        cursor,
        invoice=case.claim.key,
        number=case.claim.number,
        cause=case.words("cause"),
        proof=case.words("proof"),
        by=case.by,
        policy=case.policy,
        today=case.today,
    )


INTERRUPT = Kind(
    name="interrupt_limitation",
    about=About.INVOICE,
    fields=(
        Field(
            name="cause",
            label=Texts(sv="Vad som avbryter", en="What interrupts"),
            type=FieldType.CHOICE,
            choices=_causes,
        ),
        Field(name="proof", label=Texts(sv="Bevis", en="Proof")),
    ),
    carry_out=_interrupt,
    offered=lambda cursor, case: case.claim is not None and not case.claim.settled,
)


def _courses(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    return COURSES


COURSES: Mapping[str, Texts] = {
    Course.INSTALLMENT_PLAN.value: Texts(sv="Avbetalningsplan", en="Installment plan"),
    Course.ENFORCEMENT_AUTHORITY.value: Texts(sv="Kronofogden", en="The Enforcement Authority"),
    Course.AGENCY.value: Texts(sv="Inkassobolaget", en="The collection agency"),
    Course.MONITORING.value: Texts(sv="Bevakning", en="Monitoring"),
    Course.WRITE_OFF.value: Texts(sv="Avskrivning", en="Write-off"),
}


def _confirm(cursor: CursorWrapper, case: Case) -> None:
    assert case.claim is not None
    courses.confirm_course(
        cursor,
        invoice=case.claim.key,
        number=case.claim.number,
        course=case.words("course"),
        reason=case.reason,
        by=case.by,
        day=case.today,
    )


def _proposed(cursor: CursorWrapper, case: Case) -> bool:
    return case.invoice is not None and proposals.latest(cursor, case.invoice) is not None


COURSE = Kind(
    name="confirm_course",
    about=About.INVOICE,
    fields=(
        Field(
            name="course",
            label=Texts(sv="Väg", en="Course"),
            type=FieldType.CHOICE,
            choices=_courses,
        ),
    ),
    carry_out=_confirm,
    offered=_proposed,
)


def _ask_for_court(cursor: CursorWrapper, case: Case) -> None:
    assert case.claim is not None
    matters.ask_for_court(
        cursor,
        invoice=case.claim.key,
        number=case.claim.number,
        reason=case.reason,
        policy=case.policy,
        today=case.today,
    )


def _withdraw(cursor: CursorWrapper, case: Case) -> None:
    assert case.claim is not None
    matters.withdraw(
        cursor,
        invoice=case.claim.key,
        number=case.claim.number,
        reason=case.reason,
        by=case.by,
        today=case.today,
    )


def _at_authority(cursor: CursorWrapper, case: Case) -> bool:
    if case.invoice is None:
        return False
    return any(each.matter.open for each in open_matters.cases_of(cursor, case.invoice))


COURT = Kind(
    name="ask_for_court",
    about=About.INVOICE,
    fields=(),
    carry_out=_ask_for_court,
    offered=_at_authority,
)
WITHDRAW = Kind(
    name="withdraw_matter",
    about=About.INVOICE,
    fields=(),
    carry_out=_withdraw,
    offered=_at_authority,
)

KINDS = (INTERRUPT, COURSE, COURT, WITHDRAW)
