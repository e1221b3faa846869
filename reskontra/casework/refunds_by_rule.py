"""What the rules say of too much money, and no person need decide: small sums pay the next invoice.

    to_next_invoices(policy=policy, today=date(2025, 4, 10))  -> öre moved

The one rule: only what the creditor's `refunds` let pay the next invoice, and when there is one.
"""

from __future__ import annotations

from datetime import date

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework import money
from reskontra.domain.rules import Policy
from reskontra.domain.terms import RefundCourse
from reskontra.records import money_waiting
from reskontra.records.money_waiting import TooMuch


def course_of(found: TooMuch, policy: Policy) -> RefundCourse:
    """What becomes of it by the creditor's rules; a person pays out what came for a sold claim."""
    if found.sold:
        return RefundCourse.PAID_OUT
    rules = policy.creditors[found.creditor].refunds
    return rules.course(overpaid_ore=found.free_ore, kind=found.kind)


def to_next_invoices(*, policy: Policy, today: date) -> int:
    """Let what the rules say pay what else the same party owes; öre moved, each by itself."""
    if not any(each.refunds.next_invoice_below_ore for each in policy.creditors.values()):
        return 0
    moved_ore = 0
    with connections["default"].cursor() as cursor:
        for each in money_waiting.overpaid(cursor):
            if each.free_ore > 0 and course_of(each, policy) is RefundCourse.NEXT_INVOICE:
                with transaction.atomic():
                    moved_ore += _to_next(cursor, each, policy, today)
    return moved_ore


def _to_next(cursor: CursorWrapper, found: TooMuch, policy: Policy, today: date) -> int:
    others = money_waiting.open_of_party(cursor, party=found.party, creditor=found.creditor)
    if not others:
        return 0
    return money.move(
        cursor,
        from_invoice=found.invoice,
        to_invoice=others[0][0],
        amount_ore=None,
        consent="",
        policy=policy,
        today=today,
    )
