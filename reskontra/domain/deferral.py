"""Whether more time to pay (anstånd) is given for an invoice, by whom, and what it costs.

    judge_deferral(claim, procedure, until=date(2025, 4, 30), today=date(2025, 3, 28))
    -> Deferral(by="self_service", until=…, deferred_ore=30000, interest=…)
    -> Declined((Reason(Why.TOO_LONG, day=date(2025, 4, 30)),))

The one rule: the procedure's terms decide alone, and a no has every reason. Nothing is written
here: a deferral that is granted becomes a hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from reskontra.domain.allocation import allocate
from reskontra.domain.calendar import next_banking_day
from reskontra.domain.claim import Claim, Hold, PrincipalPayment
from reskontra.domain.cost import fee_of_terms, interest_on
from reskontra.domain.dealings import DEFERRAL
from reskontra.domain.fees import FeeDecision
from reskontra.domain.interest import Interest
from reskontra.domain.money import round_half_up
from reskontra.domain.reasons import (
    Declined,
    Reason,
    Why,
    missing_findings,
    taken_reasons,
    unmet_reasons,
)
from reskontra.domain.rules import Part, Procedure
from reskontra.domain.terms import DeferralTerms, who_may


@dataclass(frozen=True, slots=True, kw_only=True)
class Deferral:
    """More time to pay, as it would be granted. Amounts in öre."""

    by: str
    """The lowest role that may say yes."""
    until: date
    deferred_ore: int
    """What may wait; the rest is paid as if nothing had been asked."""
    pay_now_ore: int
    """What must be paid at once for it to hold."""
    fee: FeeDecision
    interest: Interest
    """Late interest on the invoice to that day, if all is paid then."""


def judge_deferral(
    claim: Claim, procedure: Procedure, *, until: date, today: date, part_ore: int | None = None
) -> Deferral | Declined:
    """What comes of asking today to pay on `until`, or to pay `part_ore` of it then."""
    terms = procedure.deferral
    if terms is None:
        return Declined((Reason(Why.NO_DEFERRAL),))
    if claim.settled:
        return Declined((Reason(Why.SETTLED),))
    pay_now_ore = _pay_now_ore(claim, terms)
    deferred_ore = claim.open_ore - pay_now_ore if part_ore is None else part_ore
    counted_from = _counted_from(claim, terms, today)
    by = who_may(terms.grants, amount_ore=deferred_ore, last_day=until, counted_from=counted_from)
    reasons = (
        *_reasons_of_time(claim, terms, until, today),
        *taken_reasons(claim, terms.not_after),
        *unmet_reasons(claim, terms.only_if, today),
        *missing_findings(claim, terms.needs),
        *_reasons_of_part(claim, terms, part_ore, claim.open_ore - pay_now_ore),
    )
    if reasons or by is None:
        return Declined(reasons or (Reason(Why.NOBODY_MAY),))
    return Deferral(
        by=by,
        until=until,
        deferred_ore=deferred_ore,
        pay_now_ore=pay_now_ore,
        fee=fee_of_terms(terms.fee, (claim,), procedure, today),
        interest=_interest(claim, procedure, deferred_ore, until, today),
    )


def last_day_of(claim: Claim, terms: DeferralTerms, *, today: date) -> date:
    """The last day until which the terms let the invoice wait."""
    last = terms.longest.after(_counted_from(claim, terms, today))
    return last if terms.not_beyond is None else min(last, terms.not_beyond)


def _counted_from(claim: Claim, terms: DeferralTerms, today: date) -> date:
    return terms.longest_from.day(billed=claim.invoice_date, due=claim.due_date, decided=today)


def _reasons_of_time(
    claim: Claim, terms: DeferralTerms, until: date, today: date
) -> Iterator[Reason]:
    ask_by = next_banking_day(terms.apply_within.after(claim.due_date))
    if today > ask_by:
        yield Reason(Why.TOO_LATE, day=ask_by)
    has_until = max(claim.on_time_until, today)
    if until <= has_until:
        yield Reason(Why.NO_LATER_DAY, day=has_until)
    last = last_day_of(claim, terms, today=today)
    if until > last:
        yield Reason(Why.TOO_LONG, day=last)


def _reasons_of_part(
    claim: Claim, terms: DeferralTerms, part_ore: int | None, most_ore: int
) -> Iterator[Reason]:
    if part_ore is None:
        return
    if part_ore != claim.open_ore and not terms.part_of_invoice:
        yield Reason(Why.WHOLE_ONLY)
    if part_ore > most_ore:
        yield Reason(Why.PART_ABOVE, amount_ore=most_ore)
    if part_ore <= 0:
        yield Reason(Why.PART_BELOW, amount_ore=1)


def _pay_now_ore(claim: Claim, terms: DeferralTerms) -> int:
    """What is left of the share of the invoice that must be paid before, in öre."""
    owed_ore = claim.principal_owed_from_start_ore()
    share_ore = round_half_up(Fraction(owed_ore * terms.pay_now_percent, 100))
    paid_ore = owed_ore - claim.sums.balance.principal_ore
    return max(0, share_ore - paid_ore)


def _interest(
    claim: Claim, procedure: Procedure, deferred_ore: int, until: date, today: date
) -> Interest:
    """Late interest if the rest is paid in time, or today, and what is deferred on its day."""
    rest = allocate(
        amount_ore=claim.open_ore - deferred_ore,
        balance=claim.sums.balance,
        order=procedure.allocation,
    )
    rest_ore = dict(rest.parts).get(Part.PRINCIPAL, 0)
    paid_on = max(today, claim.on_time_until)
    rest_paid = [PrincipalPayment(value_date=paid_on, amount_ore=rest_ore)] if rest_ore else []
    hold = Hold(kind=DEFERRAL, first_day=today, last_day=until)
    imagined = replace(
        claim,
        principal_payments=(*claim.principal_payments, *rest_paid),
        holds=(*claim.holds, hold),
    )
    return interest_on(imagined, procedure, until=until)
