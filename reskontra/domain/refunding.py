"""Interest on money that is paid back because the invoice was wrong.

    refund_interest(claim, rules, until=date(2025, 6, 2))  -> Interest, with its rows

Who has won an appeal had to pay meanwhile. The one rule: it runs on what was paid and then credited
or withdrawn, the latest payment first, from the day after each was paid; what somebody paid too
much of their own accord bears none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from reskontra.domain.claim import Claim
from reskontra.domain.interest import Interest, PrincipalSpan, interest_over
from reskontra.domain.terms import RefundCourse, RefundRules

NO_INTEREST = Interest(rows=(), accrued_ore=0)
ONE_DAY = timedelta(days=1)


def refund_interest(claim: Claim, rules: RefundRules, *, until: date) -> Interest:
    """Interest on the refund up to `until`, that day counted, in öre; none where none is given."""
    overpaid_ore = claim.sums.overpaid_ore
    wrong_ore = min(overpaid_ore, claim.sums.principal_given_up_ore)
    kept = rules.course(overpaid_ore=overpaid_ore, kind=claim.kind) is RefundCourse.KEPT
    if rules.interest is None or wrong_ore <= 0 or kept:
        return NO_INTEREST
    return interest_over(spans=tuple(_spans(claim, wrong_ore, until)), rate=rules.interest)


def _spans(claim: Claim, wrong_ore: int, until: date) -> Iterator[PrincipalSpan]:
    """How much of the wrong money we had, from when to when."""
    had_ore = 0
    days = [*_paid(claim, wrong_ore), (until, 0)]
    for (paid, amount_ore), (next_paid, _) in pairwise(days):
        had_ore += amount_ore
        if paid < next_paid:
            yield PrincipalSpan(from_date=paid + ONE_DAY, to_date=next_paid, principal_ore=had_ore)


def _paid(claim: Claim, wrong_ore: int) -> list[tuple[date, int]]:
    """When the wrong money was paid, the latest payments first to be so, in order of day."""
    found: list[tuple[date, int]] = []
    for payment in sorted(claim.principal_payments, key=lambda each: each.value_date, reverse=True):
        amount_ore = min(payment.amount_ore, wrong_ore)
        if amount_ore > 0:
            found.append((payment.value_date, amount_ore))
            wrong_ore -= amount_ore
    return found[::-1]
