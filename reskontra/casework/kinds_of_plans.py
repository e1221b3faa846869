"""Decisions about payment in parts: a plan is granted, or ended.

The one rule: a plan takes the invoice at hand, and others of the party that are named beside it.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db.backends.utils import CursorWrapper

from reskontra.casework import installment_plan
from reskontra.casework.decision_kind import About, Case, Field, FieldType, Kind
from reskontra.domain.deciding import Say, Weight, say_of
from reskontra.domain.installments import due_dates, usual_first_day
from reskontra.domain.terms import PlanTerms
from reskontra.domain.texts import Texts
from reskontra.records import as_of, queries


def _terms(case: Case) -> PlanTerms | None:
    return case.procedure.plan if case.procedure else None


def _others(cursor: CursorWrapper, case: Case) -> Mapping[str, Texts]:
    """The party's other open invoices from the creditor."""
    found = queries.open_of_party(cursor, party=case.party, creditor=case.creditor)
    return {str(key): Texts(sv=number, en=number) for key, number in found if key != case.invoice}


def _invoices(case: Case) -> list[int]:
    assert case.invoice is not None
    return [case.invoice, *(int(each) for each in case.chosen("others"))]


def _grant(cursor: CursorWrapper, case: Case) -> None:
    first_on, agreed_on = case.day("first_on"), case.day("agreed_on")
    assert first_on is not None
    assert agreed_on is not None
    installment_plan.grant(
        cursor,
        invoices=_invoices(case),
        parts=case.amount("parts"),
        first_on=first_on,
        agreed_on=agreed_on,
        reason=case.reason,
        by=case.by,
        policy=case.policy,
        today=case.today,
    )


def _who_grants(cursor: CursorWrapper, case: Case) -> Say:
    """The procedure's own grants say it; with no terms the judging refuses it, with the reason."""
    claim, terms = case.claim, _terms(case)
    if claim is None or terms is None:
        rule = case.policy.creditors[case.creditor].rule_for_decision("plan", gives_up=False)
        return rule.say(Weight(), today=case.today)
    first_on = case.day("first_on") or usual_first_day([claim], terms, today=case.today)
    parts = min(case.amount("parts") or terms.parts_at_most, terms.parts_at_most)
    days = due_dates(first_on=first_on, every=terms.every, parts=parts)
    wanted = as_of.Wanted.invoices(_invoices(case))
    claims = [each.claim for each in as_of.load(cursor, wanted)]
    counted_from = min(
        terms.longest_from.day(billed=each.invoice_date, due=each.due_date, decided=case.today)
        for each in claims
    )
    return say_of(
        terms.grants,
        amount_ore=sum(each.open_ore for each in claims),
        last_day=days[-1],
        counted_from=counted_from,
    )


def _first_on(case: Case) -> str:
    terms = _terms(case)
    if terms is None or case.claim is None:
        return ""
    return usual_first_day([case.claim], terms, today=case.today).isoformat()


def _may_ask(cursor: CursorWrapper, case: Case) -> bool:
    claim = case.claim
    return _terms(case) is not None and claim is not None and not (claim.settled or claim.plan)


PLAN = Kind(
    name="plan",
    about=About.INVOICE,
    fields=(
        Field(
            name="parts",
            label=Texts(sv="Antal delar", en="Number of parts"),
            type=FieldType.COUNT,
        ),
        Field(
            name="first_on",
            label=Texts(sv="Första delen betalas", en="The first part is paid on"),
            hint=Texts(sv="Till exempel 2025-05-31", en="For example 2025-05-31"),
            type=FieldType.DAY,
            usual=_first_on,
        ),
        Field(
            name="agreed_on",
            label=Texts(sv="Gäldenären gick med på planen", en="The debtor agreed to the plan on"),
            hint=Texts(
                sv="En avgift får bara tas ut för en plan som har gjorts i samråd.",
                en="Only a plan that was made together with the debtor may cost anything.",
            ),
            type=FieldType.DAY,
            usual=lambda case: case.today.isoformat(),
        ),
        Field(
            name="others",
            label=Texts(sv="Fler fakturor i samma plan", en="More invoices in the same plan"),
            type=FieldType.CHOICES,
            required=False,
            choices=_others,
        ),
    ),
    carry_out=_grant,
    say=_who_grants,
    offered=_may_ask,
)


def _cancel(cursor: CursorWrapper, case: Case) -> None:
    assert case.invoice is not None
    installment_plan.cancel(
        cursor, invoice=case.invoice, reason=case.reason, by=case.by, today=case.today
    )


CANCEL = Kind(
    name="cancel_plan",
    about=About.INVOICE,
    fields=(),
    carry_out=_cancel,
    offered=lambda cursor, case: case.claim is not None and case.claim.plan is not None,
)

KINDS = (PLAN, CANCEL)
