"""What a step costs a claim today, and the late interest that has grown on it.

    fee_due(claim, procedure, step, today)          -> FeeDecision: 60 kr, or nothing and why
    interest_on(claim, procedure, until=today)      -> Interest, with the rows that explain it

The one rule: here terms meet a claim; what is charged is counted by `fees` and `interest`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from reskontra.domain.agreed import INSTALLMENT_PLAN, Agreed
from reskontra.domain.claim import Claim, Hold, PrincipalPayment
from reskontra.domain.fees import FeeDecision, FeeGround, FeeWhy, fee_on, last_day_to_waive
from reskontra.domain.interest import Interest, interest_over, principal_spans, runs_after_demand
from reskontra.domain.money import round_half_up
from reskontra.domain.rate import ByTime, Rate
from reskontra.domain.relief import Relief
from reskontra.domain.rules import Procedure
from reskontra.domain.step import CREDITOR, Step
from reskontra.domain.terms import Fee, InterestFrom, InterestTerms

_ONCE = frozenset({FeeGround.AGREEMENT, FeeGround.LAW})
"""One reminder fee, and one fee for a demand, a debt: however many letters are sent."""

NO_FEE = FeeDecision(amount_ore=0, vat_ore=0, why=FeeWhy.NO_GROUND)


def fee_due(
    claim: Claim, procedure: Procedure, step: Step, today: date, *, rate: str = ""
) -> FeeDecision:
    """What the step costs the claim when it is taken today; `rate` names another amount."""
    fee = step.fee
    if fee is None or fee.charged_by != CREDITOR:
        return NO_FEE
    if claim.fee_free:
        return FeeDecision(amount_ore=0, vat_ore=0, why=FeeWhy.CAMPAIGN)
    within = fee.waived_if_paid_within
    anchor = claim.taken(step.after)
    return fee_on(
        amount_ore=fee.at(rate),
        ground=fee.ground,
        owed_by=frozenset(procedure.grounds[name] for name in claim.services),
        ceiling_ore=fee.ceiling.on(today) if fee.ceiling else None,
        charged_times=_charged(claim, procedure, fee.ground),
        most_times=1 if fee.ground in _ONCE else None,
        vat_percent=fee.vat_percent,
        waived_until=last_day_to_waive(letter_date=anchor.day, within=within)
        if within and anchor
        else None,
        paid_date=claim.paid_date,
    )


def fee_of_terms(
    fee: Fee | None, claims: Sequence[Claim], procedure: Procedure, today: date
) -> FeeDecision:
    """What more time, or payment in parts, of these claims costs when it is granted today.

    A fee that an agency charges is told too. By law itself only a whole plan, made together with
    the debtor and in writing, may cost anything (lagen (1981:739) 3 §).
    """
    if fee is None:
        return NO_FEE
    if any(claim.fee_free for claim in claims):
        return FeeDecision(amount_ore=0, vat_ore=0, why=FeeWhy.CAMPAIGN)
    services = {name for claim in claims for name in claim.services}
    return fee_on(
        amount_ore=fee.amount_ore,
        ground=fee.ground,
        owed_by=frozenset(procedure.grounds[name] for name in services),
        ceiling_ore=fee.ceiling.on(today) if fee.ceiling else None,
        charged_times=0,
        most_times=None,
        vat_percent=fee.vat_percent,
    )


def _charged(claim: Claim, procedure: Procedure, ground: FeeGround) -> int:
    """How many fees on this ground the claim has been charged.

    A part that is billed apart is the same debt: it bears no more of what is charged once.
    """
    if claim.first_due_date is not None and ground in _ONCE:
        return 1
    if claim.sums.fee_ore == 0:
        return 0
    taken = (procedure.step(each.name) for each in claim.steps_taken)
    fees = (step.fee for step in taken if step is not None)
    return sum(1 for fee in fees if fee is not None and fee.ground is ground)


def interest_on(claim: Claim, procedure: Procedure, *, until: date) -> Interest:
    """Late interest on the claim's principal to `until`, that day counted, less what was charged.

    None at all when the procedure charges no interest, or not this kind of debtor. The days of a
    plan that was granted cost what the plan says, and nothing else.
    """
    terms, plans = procedure.interest, _plan_times(claim, until)
    if (terms is None and not plans) or (terms is not None and claim.debtor in terms.not_for):
        return Interest(rows=(), accrued_ore=0)
    principal_ore = claim.principal_owed_from_start_ore()
    spans = principal_spans(
        principal_ore=principal_ore,
        due_date=claim.on_time_until if terms is None else _runs_after(claim, terms),
        last_date=until,
        payments=_up_to(principal_ore, claim.principal_payments),
    )
    free = () if terms is None else tuple(_free_days(claim, procedure, terms))
    return interest_over(
        spans=spans,
        rate=ByTime(rate=terms.rate if terms else None, times=plans),
        reliefs=(*_given(claim, until), *free),
        minus_ore=claim.sums.interest_ore,
        minimum_ore=terms.minimum_ore if terms else 0,
    )


def _plan_times(claim: Claim, until: date) -> tuple[tuple[date, date, Rate | None], ...]:
    """The days of each plan, from the one after it was granted, with what they cost."""
    found = []
    for plan in claim.plans:
        last_day = until if plan.last_day is None else plan.last_day
        if plan.terms is not None and plan.granted_on < last_day:
            found.append((plan.granted_on + timedelta(days=1), last_day, plan.terms.interest))
    return tuple(found)


def plan_interest(claim: Claim, procedure: Procedure, plan: Agreed, *, until: date) -> Interest:
    """The plan's own interest on the claim to `until`, less what it has been charged.

    What has been credited since is charged no longer, and cannot be given back once more.
    """
    last_day = until if plan.last_day is None else min(until, plan.last_day)
    rows = tuple(
        row
        for row in interest_on(claim, procedure, until=last_day).rows
        if row.from_date > plan.granted_on
    )
    exact_ore = sum((row.interest_ore for row in rows), Fraction(0))
    charged_ore = min(plan.charged_ore, max(0, claim.sums.interest_ore))
    return Interest(rows=rows, accrued_ore=round_half_up(exact_ore), minus_ore=charged_ore)


def _runs_after(claim: Claim, terms: InterestTerms) -> date:
    match terms.runs_from:
        case InterestFrom.BANKING_DUE_DATE:
            return claim.interest_free_until
        case InterestFrom.DUE_DATE:
            return claim.first_due_date or claim.due_date
        case InterestFrom.DEMAND:
            return runs_after_demand(
                due_date=claim.first_due_date or claim.due_date,
                sent_date=claim.invoice_date,
                reached_date=claim.invoice_date,
                wait=terms.after_demand,
            )


def _given(claim: Claim, until: date) -> Iterator[Relief]:
    """The reliefs whose condition holds, seen from the day that interest is counted to."""
    for relief in claim.reliefs:
        if relief.holds(paid_date=claim.paid_date, until=until):
            yield relief


def _free_days(claim: Claim, procedure: Procedure, terms: InterestTerms) -> Iterator[Relief]:
    """The days of holds under which the procedure charges no interest."""
    for hold in claim.holds:
        if hold.kind in terms.free_under and hold.delays and not _of_a_plan(claim, hold):
            yield Relief(
                first_day=hold.first_day,
                last_day=hold.last_day,
                share=Fraction(1),
                reason=hold.reason or hold.kind,
                reference=procedure.reference.title,
            )


def _of_a_plan(claim: Claim, hold: Hold) -> bool:
    """The hold is that of a plan, whose own terms say what its days cost."""
    days = {plan.granted_on for plan in claim.plans}
    return hold.kind == INSTALLMENT_PLAN and hold.first_day in days


def _up_to(principal_ore: int, payments: Iterable[PrincipalPayment]) -> Iterator[tuple[date, int]]:
    """The payments as far as they paid what was owed: what was credited later never was."""
    left_ore = principal_ore
    for payment in sorted(payments, key=lambda each: each.value_date):
        counted_ore = min(payment.amount_ore, left_ore)
        left_ore -= counted_ore
        yield payment.value_date, counted_ore
