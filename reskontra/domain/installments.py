"""Whether payment in parts (avbetalningsplan) is given, in which parts, and what it costs.

    judge_plan((claim,), procedure, parts=3, first_on=date(2025, 4, 30), today=date(2025, 4, 9))
    -> InstallmentPlan(installments=(30 April 333,00 · 30 May 333,00 · 30 June 334,00), by=…)
    -> Declined((Reason(Why.PART_BELOW, amount_ore=50_000),))

A plan is always for all that is left of its invoices, in parts that the debtor has asked for: only
such a plan may cost anything by law (lagen (1981:739) om ersättning för inkassokostnader 3 §).
Every part is in whole kronor but the last, which takes what is left over.

The one rule: the procedure's terms decide alone, and a no has every reason. Nothing is written
here; whether a plan is kept is `plan_state`'s to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from reskontra.domain.agreed import Installment
from reskontra.domain.allocation import allocate
from reskontra.domain.calendar import Span, next_banking_day, previous_banking_day
from reskontra.domain.claim import Claim
from reskontra.domain.cost import fee_of_terms, interest_on
from reskontra.domain.fees import FeeDecision
from reskontra.domain.interest import Interest, InterestRow, interest_over, principal_spans
from reskontra.domain.money import round_half_up
from reskontra.domain.rate import Rate
from reskontra.domain.reasons import (
    Declined,
    Reason,
    Why,
    missing_findings,
    taken_reasons,
    unmet_reasons,
)
from reskontra.domain.rules import Part, Procedure
from reskontra.domain.terms import PlanTerms, who_may

_KRONA_ORE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallmentPlan:
    """Payment in parts, as it would be granted. Amounts in öre."""

    by: str
    """The lowest role that may say yes."""
    administered_by: str
    installments: tuple[Installment, ...]
    fee: FeeDecision
    notice_fee: FeeDecision
    """For the notice of each part."""
    interest: Interest
    """While the plan is kept, on what is left after each part."""
    late_interest_ore: int
    """Late interest until the day it is granted, not charged yet."""


def split_ore(*, debt_ore: int, parts: int) -> tuple[int, ...]:
    """A debt in so many parts, one or more: whole kronor each, the last with what is left over."""
    each_ore = debt_ore // parts // _KRONA_ORE * _KRONA_ORE
    return (*(each_ore for _ in range(parts - 1)), debt_ore - each_ore * (parts - 1))


def due_dates(*, first_on: date, every: Span, parts: int) -> tuple[date, ...]:
    """The day of each part, as counted from the first one, before it moves to a banking day.

    In months it is the same day of each, or the last day of a month that has no such day.
    """
    return tuple(
        Span(count=every.count * place, unit=every.unit).after(first_on) for place in range(parts)
    )


def arranged(*, debt_ore: int, days: Sequence[date]) -> tuple[Installment, ...]:
    """A debt in parts on these days, each moved to a banking day."""
    amounts = split_ore(debt_ore=debt_ore, parts=len(days))
    return tuple(
        Installment(ordinal=ordinal, due_date=next_banking_day(day), amount_ore=amount_ore)
        for ordinal, (day, amount_ore) in enumerate(zip(days, amounts, strict=True), start=1)
    )


def usual_first_day(claims: Sequence[Claim], terms: PlanTerms, *, today: date) -> date:
    """The day of the first part when none is asked for: the ordinary due date while it is to come.

    Else the last banking day that the terms allow.
    """
    due_date = max(claim.on_time_until for claim in claims)
    latest = terms.first_part_within.after(today)
    if today <= due_date and (terms.first_part_on_due_date or due_date <= latest):
        return due_date
    return max(today, previous_banking_day(latest + timedelta(days=1)))


def judge_plan(
    claims: Sequence[Claim], procedure: Procedure, *, parts: int, first_on: date, today: date
) -> InstallmentPlan | Declined:
    """What comes of asking today to pay all that is left of `claims` in `parts` parts.

    The claims, one or more, are one party's, and follow the procedure. `first_on` is the day of
    the first part.
    """
    terms = procedure.plan
    if terms is None:
        return Declined((Reason(Why.NO_PLAN),))
    debt_ore = sum(claim.open_ore for claim in claims)
    if debt_ore == 0:
        return Declined((Reason(Why.SETTLED),))
    if parts < 1:
        return Declined((Reason(Why.FEWER_PARTS, count=1),))
    parts_given = min(parts, terms.parts_at_most)
    days = due_dates(first_on=first_on, every=terms.every, parts=parts_given)
    counted_from = _counted_from(claims, terms, today)
    by = who_may(terms.grants, amount_ore=debt_ore, last_day=days[-1], counted_from=counted_from)
    reasons = dict.fromkeys(
        (
            *_reasons_of_parts(terms, debt_ore, parts),
            *_reasons_of_time(claims, terms, days, today),
            *(reason for claim in claims for reason in _reasons_of_claim(claim, terms, today)),
        )
    )
    if reasons or by is None:
        return Declined(tuple(reasons) or (Reason(Why.NOBODY_MAY),))
    return _granted(claims, procedure, terms, by, days, today)


def _counted_from(claims: Sequence[Claim], terms: PlanTerms, today: date) -> date:
    """Of several invoices the earliest counts."""
    return min(
        terms.longest_from.day(billed=claim.invoice_date, due=claim.due_date, decided=today)
        for claim in claims
    )


def _reasons_of_parts(terms: PlanTerms, debt_ore: int, parts: int) -> Iterator[Reason]:
    if parts > terms.parts_at_most:
        yield Reason(Why.MORE_PARTS, count=terms.parts_at_most)
    least_ore = max(terms.part_at_least_ore, _KRONA_ORE if parts > 1 else 1)
    if min(split_ore(debt_ore=debt_ore, parts=parts)) < least_ore:
        yield Reason(Why.PART_BELOW, amount_ore=least_ore)


def _reasons_of_time(
    claims: Sequence[Claim], terms: PlanTerms, days: Sequence[date], today: date
) -> Iterator[Reason]:
    first, last = days[0], days[-1]
    earliest, latest = today, terms.first_part_within.after(today)
    if terms.first_part_on_due_date:
        earliest = latest = max(claim.on_time_until for claim in claims)
    if first > latest:
        yield Reason(Why.FIRST_AFTER, day=latest)
    if first < max(earliest, today):
        yield Reason(Why.FIRST_BEFORE, day=max(earliest, today))
    longest = terms.longest.after(_counted_from(claims, terms, today))
    if last > longest:
        yield Reason(Why.TOO_LONG, day=longest)


def _reasons_of_claim(claim: Claim, terms: PlanTerms, today: date) -> Iterator[Reason]:
    yield from taken_reasons(claim, terms.not_after)
    yield from unmet_reasons(claim, terms.only_if, today)
    yield from missing_findings(claim, terms.needs)


def _granted(
    claims: Sequence[Claim],
    procedure: Procedure,
    terms: PlanTerms,
    by: str,
    days: Sequence[date],
    today: date,
) -> InstallmentPlan:
    fee = fee_of_terms(terms.fee, claims, procedure, today)
    notice_fee = fee_of_terms(terms.notice_fee, claims, procedure, today)
    debt_ore = sum(claim.open_ore for claim in claims)
    installments = tuple(
        replace(each, fee_ore=notice_fee.amount_ore + (fee.amount_ore if each.ordinal == 1 else 0))
        for each in arranged(debt_ore=debt_ore, days=days)
    )
    late = (interest_on(claim, procedure, until=today).total_ore for claim in claims)
    return InstallmentPlan(
        by=by,
        administered_by=terms.kept_by(len(days)),
        installments=installments,
        fee=fee,
        notice_fee=notice_fee,
        interest=_interest(claims, procedure, installments, terms.interest, today),
        late_interest_ore=sum(late),
    )


def _interest(
    claims: Sequence[Claim],
    procedure: Procedure,
    installments: Sequence[Installment],
    rate: Rate | None,
    today: date,
) -> Interest:
    """Interest on each claim's principal from today, or its due date, as the parts pay it off."""
    rows: list[InterestRow] = []
    for claim, payments in paid_by(claims, procedure, installments):
        free = procedure.interest is not None and claim.debtor in procedure.interest.not_for
        if rate is not None and not free:
            spans = principal_spans(
                principal_ore=claim.sums.balance.principal_ore,
                due_date=max(today, claim.on_time_until),
                last_date=installments[-1].due_date,
                payments=payments,
            )
            last_day = installments[-1].due_date
            given = tuple(
                each for each in claim.reliefs if each.holds(paid_date=None, until=last_day)
            )
            rows += interest_over(spans=spans, rate=rate, reliefs=given).rows
    exact_ore = sum((row.interest_ore for row in rows), Fraction(0))
    return Interest(rows=tuple(rows), accrued_ore=round_half_up(exact_ore))


def paid_by(
    claims: Sequence[Claim], procedure: Procedure, installments: Sequence[Installment]
) -> Iterator[tuple[Claim, list[tuple[date, int]]]]:
    """What the parts take off each claim's principal, with their days; the earliest due first."""
    left = [(each.due_date, each.amount_ore) for each in installments]
    for claim in sorted(claims, key=lambda each: (each.due_date, each.key)):
        balance, payments = claim.sums.balance, []
        while balance.total_ore:
            day, amount_ore = left.pop(0)
            shares = allocate(amount_ore=amount_ore, balance=balance, order=procedure.allocation)
            for part, share_ore in shares.parts:
                balance = balance.less(part, share_ore)
                if part is Part.PRINCIPAL:
                    payments.append((day, share_ore))
            if shares.over_ore:
                left.insert(0, (day, shares.over_ore))
        yield claim, payments
