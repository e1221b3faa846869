"""Decisions about how a case goes on: a finding, a step that was performed, a recall, interest.

The one rule: a finding that the procedure leaves to a role is made by that role alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.casework import decisions, recalls
from reskontra.casework.decision_kind import About, Case, Field, FieldType, Kind
from reskontra.casework.reports import Report, report
from reskontra.domain.assumed import assumed
from reskontra.domain.cost import interest_on
from reskontra.domain.deciding import Say, Weight
from reskontra.domain.disconnection import NO_HEALTH_RISK
from reskontra.domain.refusal import Refused
from reskontra.domain.relief import Relief
from reskontra.domain.ruling import under_rules
from reskontra.domain.step import Does, Step
from reskontra.domain.texts import Texts
from reskontra.records import handovers


def _findings(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    """What the procedure asks for first, then all else that can be found."""
    known = case.policy.clearance_kinds
    steps = case.procedure.steps if case.procedure else ()
    asked = dict.fromkeys(need.clearance for step in steps for need in step.needs)
    return {name: known[name] for name in (*asked, *(each for each in known if each not in asked))}


class ByItsOwnKind(Refused):
    """A finding on health at a registered house is recorded with what was found: {kind!r}."""

    swedish = (
        "En bedömning av hälsan vid ett hus i registret registreras med vad som bedömdes: {kind!r}."
    )


def _clear(cursor: CursorWrapper, case: Case) -> None:
    assert case.invoice is not None
    assert case.procedure is not None
    creditor = case.policy.creditors[case.creditor]
    registered = creditor.water is not None and case.claim and case.claim.premises is not None
    if registered and case.words("kind") == NO_HEALTH_RISK:
        raise ByItsOwnKind(kind="health_finding")
    decisions.clear(
        cursor,
        invoice=case.invoice,
        kind=case.words("kind"),
        finding=case.reason,
        by=case.by,
        roles=case.procedure.finders(case.words("kind")),
        policy=case.policy,
        day=case.today,
    )


def _who_finds(cursor: CursorWrapper, case: Case) -> Say:
    finders = case.procedure.finders(case.words("kind")) if case.procedure else frozenset()
    if finders:
        return Say(may=finders, propose=finders)
    creditor = case.policy.creditors[case.creditor]
    return creditor.rule_for_decision("clear", gives_up=False).say(Weight(), today=case.today)


CLEAR = Kind(
    name="clear",
    about=About.INVOICE,
    fields=(
        Field(
            name="kind",
            label=Texts(sv="Vad som är bedömt", en="What has been found"),
            type=FieldType.CHOICE,
            choices=_findings,
        ),
    ),
    carry_out=_clear,
    say=_who_finds,
)


def _awaited(case: Case) -> tuple[Step, ...]:
    claim, procedure = case.claim, case.procedure
    if claim is None or procedure is None or claim.settled:
        return ()
    return tuple(
        step
        for step in procedure.steps
        if step.does is Does.AWAIT_REPORT and claim.taken(step.name) is None
    )


def _steps(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    return {step.name: step.label for step in _awaited(case)}


def _report(cursor: CursorWrapper, case: Case) -> None:
    assert case.invoice is not None
    said = Report(
        invoice=case.invoice,
        step=case.words("step"),
        day=case.day("day") or case.today,
        by=case.by,
        rate=case.words("rate"),
        note=case.reason,
    )
    report(cursor, said, policy=case.policy, today=case.today)


REPORT = Kind(
    name="report_step",
    about=About.INVOICE,
    fields=(
        Field(
            name="step",
            label=Texts(sv="Vilket steg", en="Which step"),
            type=FieldType.CHOICE,
            choices=_steps,
        ),
        Field(
            name="day",
            label=Texts(sv="Dagen då det gjordes", en="The day it was done"),
            type=FieldType.DAY,
            usual=lambda case: case.today.isoformat(),
        ),
        Field(
            name="rate",
            label=Texts(sv="Taxa", en="Rate"),
            hint=Texts(
                sv="Lämna tomt för den vanliga taxan.", en="Leave empty for the ordinary rate."
            ),
            required=False,
        ),
    ),
    carry_out=_report,
    offered=lambda cursor, case: bool(_awaited(case)),
)


def _recall(cursor: CursorWrapper, case: Case) -> None:
    assert case.claim is not None
    recalls.recall(
        cursor,
        invoice=case.claim.key,
        number=case.claim.number,
        reason=case.reason,
        day=case.today,
    )


def _at_agency(cursor: CursorWrapper, case: Case) -> bool:
    if case.invoice is None:
        return False
    handover = handovers.of_invoice(cursor, case.invoice)
    return handover is not None and handover.pays_agency and not handover.assigned


RECALL = Kind(name="recall", about=About.INVOICE, fields=(), carry_out=_recall, offered=_at_agency)


def _relief(case: Case) -> Relief:
    first_day = case.day("from")
    assert first_day is not None
    return Relief(
        first_day=first_day,
        last_day=case.day("until"),
        share=case.share("share"),
        reason=case.reason,
        reference=case.words("reference"),
    )


def _relieve(cursor: CursorWrapper, case: Case) -> None:
    assert case.invoice is not None
    decisions.relieve(
        cursor,
        invoice=case.invoice,
        relief=_relief(case),
        by=case.by,
        policy=case.policy,
        today=case.today,
    )


def _interest_given_up(cursor: CursorWrapper, case: Case) -> Weight:
    """The interest that has run already, or will until the last day of the relief."""
    claim, last_day = case.claim, case.day("until")
    if claim is None:
        return Weight()
    lasting, _ = assumed(case.policy, until=date.max)
    procedure = under_rules(claim, lasting, today=case.today).procedure
    until = max(case.today, last_day or case.today)
    eased = replace(claim, reliefs=(*claim.reliefs, _relief(case)))
    before, after = (
        interest_on(each, procedure, until=until).accrued_ore for each in (claim, eased)
    )
    return Weight(amount_ore=before - after)


RELIEVE = Kind(
    name="relieve_interest",
    about=About.INVOICE,
    fields=(
        Field(
            name="from",
            label=Texts(sv="Från och med", en="From"),
            type=FieldType.DAY,
            usual=lambda case: case.claim.due_date.isoformat() if case.claim else "",
        ),
        Field(
            name="until",
            label=Texts(sv="Till och med", en="Until"),
            hint=Texts(
                sv="Lämna tomt om räntan efterges tills vidare.",
                en="Leave empty when interest is given up until further notice.",
            ),
            type=FieldType.DAY,
            required=False,
        ),
        Field(
            name="share",
            label=Texts(sv="Hur stor del", en="How much of it"),
            hint=Texts(sv="1 för hela räntan, 1/2 för hälften", en="1 for all of it, 1/2 for half"),
            type=FieldType.SHARE,
            usual=lambda case: "1",
        ),
        Field(
            name="reference",
            label=Texts(sv="Beslutets nummer", en="Reference of the decision"),
            hint=Texts(sv="Till exempel KS 2025/118", en="For example KS 2025/118"),
        ),
    ),
    carry_out=_relieve,
    weigh=_interest_given_up,
    gives_up=True,
)

KINDS = (CLEAR, REPORT, RECALL, RELIEVE)
