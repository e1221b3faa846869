"""Whether an installment plan is kept, late or broken, and what is to be paid by it.

    state_of(installments, terms, payments=((date(2025, 4, 30), 333_00),), today=date(2025, 5, 2))
    -> PlanState(standing=KEPT, due_ore=0)
    ... nothing paid by 30 May, and two days later
    -> PlanState(standing=BROKEN, by=MISSED, day=date(2025, 5, 31), due_ore=66700)

The one rule: only what the terms name breaks a plan, on the first day after which nothing mends
it; money that comes later pays the debt, but does not make the plan whole again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate

from reskontra.domain.agreed import Agreed, Installment, tolerated
from reskontra.domain.calendar import next_banking_day
from reskontra.domain.claim import Claim
from reskontra.domain.dealings import OtherInvoice
from reskontra.domain.installments import arranged, due_dates
from reskontra.domain.terms import BrokenBy, PlanTerms, WhenBroken

Payments = Sequence[tuple[date, int]]
"""Value dates, and öre paid of the debt."""


class Standing(StrEnum):
    """How a plan stands."""

    PAID = "paid"
    """All of it."""
    KEPT = "kept"
    LATE = "late"
    """A part is late, and may still come."""
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanState:
    """How a plan stands on a day. Amount in öre."""

    standing: Standing
    due_ore: int
    """To be paid by the plan on the day at the latest, and not paid."""
    by: BrokenBy | None = None
    day: date | None = None
    """The day on which it broke."""
    follows: WhenBroken | None = None
    """What its being broken leads to."""


def state_of(
    installments: Sequence[Installment],
    terms: PlanTerms,
    *,
    payments: Payments,
    today: date,
    later_invoices: Sequence[OtherInvoice] = (),
) -> PlanState:
    """How the plan stands today. `later_invoices` are those made after the plan was granted."""
    debt_ore, payments = sum(each.total_ore for each in installments), _that_stayed(payments)
    paid_ore = _paid_ore(payments, today)
    if paid_ore >= debt_ore:
        return PlanState(standing=Standing.PAID, due_ore=0)
    due_ore = sum(each.total_ore for each in installments if each.due_date <= today)
    late_ore = sum(each.total_ore for each in installments if each.due_date < today)
    breaches = (
        *_by_parts(installments, terms, payments, today),
        *_by_invoices(later_invoices, terms, today),
    )
    if breaches:
        day, by = min(breaches)
        whole = terms.when_broken is WhenBroken.WHOLE_DUE
        return PlanState(
            standing=Standing.BROKEN,
            due_ore=max(0, (debt_ore if whole else due_ore) - paid_ore),
            by=by,
            day=day,
            follows=terms.when_broken,
        )
    return PlanState(
        standing=Standing.LATE if paid_ore < late_ore else Standing.KEPT,
        due_ore=max(0, due_ore - paid_ore),
    )


def follow(
    claims: Sequence[Claim],
    terms: PlanTerms,
    *,
    parts: int,
    first_on: date,
    granted_on: date,
    today: date,
) -> PlanState:
    """How a plan granted on `granted_on`, for all that was then left of one party's claims, stands.

    What the party was invoiced after that day is a later invoice.
    """
    money = [paid for claim in claims for paid in _money(claim) if paid[0] > granted_on]
    debt_ore = sum(claim.open_ore for claim in claims) + sum(ore for _, ore in money)
    days = due_dates(first_on=first_on, every=terms.every, parts=parts)
    invoices = claims[0].dealings.invoices
    return state_of(
        arranged(debt_ore=debt_ore, days=days),
        terms,
        payments=money,
        today=today,
        later_invoices=[each for each in invoices if each.invoice_date > granted_on],
    )


def standing(claims: Sequence[Claim], plan: Agreed, *, today: date) -> PlanState:
    """How a plan that was granted for these claims, all that it has, stands today."""
    assert plan.terms is not None
    if all(claim.settled for claim in claims):
        return PlanState(standing=Standing.PAID, due_ore=0)
    later = [each for each in claims[0].dealings.invoices if each.invoice_date > plan.granted_on]
    return state_of(
        plan.installments,
        plan.terms,
        payments=[paid for claim in claims for paid in claim.plans[-1].lowered],
        today=today,
        later_invoices=later,
    )


def _money(claim: Claim) -> list[tuple[date, int]]:
    """What has been paid, by value date; fees and interest with the first money, as is usual."""
    paid = sorted((each.value_date, each.amount_ore) for each in claim.principal_payments)
    if not paid:
        return []
    costs_ore = claim.sums.paid_ore - claim.sums.overpaid_ore - sum(ore for _, ore in paid)
    return [(paid[0][0], paid[0][1] + max(0, costs_ore)), *paid[1:]]


def _that_stayed(payments: Payments) -> Payments:
    """The payments without what was taken back, the latest first: it is as if it never came."""
    stayed: list[tuple[date, int]] = []
    for day, amount_ore in sorted(payments, key=lambda each: each[0]):
        while amount_ore < 0 and stayed:
            last_day, last_ore = stayed.pop()
            amount_ore += last_ore
            day = last_day
        if amount_ore:
            stayed.append((day, amount_ore))
    return stayed


def _paid_ore(payments: Payments, day: date) -> int:
    return sum(amount_ore for value_date, amount_ore in payments if value_date <= day)


def _by_parts(
    installments: Sequence[Installment], terms: PlanTerms, payments: Payments, today: date
) -> Iterator[tuple[date, BrokenBy]]:
    """When each part that did not come whole in time broke the plan."""
    sums = accumulate(each.total_ore for each in installments)
    for each, sum_ore in zip(installments, sums, strict=True):
        last_day = tolerated(each.due_date, terms)
        paid_ore = _paid_ore(payments, last_day)
        if last_day >= today or paid_ore >= sum_ore:
            continue
        missed = paid_ore <= sum_ore - each.total_ore
        by = BrokenBy.MISSED if missed else BrokenBy.LOWER
        if by in terms.broken_by:
            yield last_day + timedelta(days=1), by


def _by_invoices(
    invoices: Sequence[OtherInvoice], terms: PlanTerms, today: date
) -> Iterator[tuple[date, BrokenBy]]:
    """When each later invoice that was not paid in time broke the plan."""
    if BrokenBy.LATER_INVOICE_LATE not in terms.broken_by:
        return
    for each in invoices:
        last_day = tolerated(next_banking_day(each.due_date), terms)
        paid_date = each.paid_date if each.open_ore == 0 else None
        if last_day < today and (paid_date is None or paid_date > last_day):
            yield last_day + timedelta(days=1), BrokenBy.LATER_INVOICE_LATE
