"""What agencies pay out is found among the money that found no claim.

    settle_found(today=date(2025, 6, 2))     -> how many payouts were settled
    settle_by_hand(cursor, message=7, payment=17, reason="avgift för mars", by=…, today=…)

The one rule: only the same amount with the payout's reference is settled by itself. A difference
waits for a person, and what is not paid remains on the agency's account.
"""

from __future__ import annotations

from datetime import date

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.ledger import LedgerAccount
from reskontra.domain.refusal import Refused
from reskontra.records import agency_messages, remittances
from reskontra.records.post import NewEntry, Occasion, post, remitted
from reskontra.records.queries import UnmatchedPayment, unmatched_payments
from reskontra.records.remittances import OpenPayout, Settled


class NoSuchPayout(Refused):
    """No payout called {name} waits; those that do are {known}."""

    swedish = "Ingen utbetalning som heter {name} väntar. De som väntar är {known}."


class NoSuchMoney(Refused):
    """Payment {payment} has no money of {creditor} that waits in unmatched."""

    swedish = "Betalning {payment} har inga pengar till {creditor} som väntar bland omatchade."


def settle_found(*, today: date) -> int:
    """Settle every payout whose money has come as it was told; how many were."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        agency_messages.lock_all(cursor)
        used: set[int] = set()
        found = []
        for each in remittances.open_payouts(cursor):
            same = each.payment is not None and each.found_ore == each.amount_ore
            if each.amount_ore == 0 or (same and each.payment not in used):
                found.append(each)
                used |= {each.payment} if each.payment is not None else set()
        post(
            cursor,
            [
                _booked(each, each.payment, each.amount_ore, today)
                for each in found
                if each.amount_ore
            ],
        )
        remittances.settle(
            cursor,
            (
                Settled(
                    payout=each.message,
                    payment=each.payment if each.amount_ore else None,
                    day=today,
                    by=agency_messages.AGENCY,
                )
                for each in found
            ),
        )
    return len(found)


def settle_by_hand(
    cursor: CursorWrapper, *, name: str, payment: int, reason: str, by: str, today: date
) -> OpenPayout:
    """A person says that the payment is the payout, though amount or reference differ.

    The whole payment is booked against the agency; what is more or less remains there.
    """
    agency_messages.lock_all(cursor)
    waiting = remittances.open_payouts(cursor)
    payout = next((each for each in waiting if each.name == name), None)
    if payout is None:
        raise NoSuchPayout(name=name, known=", ".join(each.name for each in waiting) or "–")
    settle_one(cursor, payout, payment=payment, reason=reason, by=by, today=today)
    return payout


def settle_one(
    cursor: CursorWrapper, payout: OpenPayout, *, payment: int, reason: str, by: str, today: date
) -> None:
    """Book the whole payment as this payout, whose money nobody has found."""
    money = money_of(cursor, payout, payment)
    post(cursor, [_booked(payout, payment, money.amount_ore, today)])
    settled = Settled(payout=payout.message, payment=payment, day=today, by=by, reason=reason)
    remittances.settle(cursor, [settled])


def money_of(cursor: CursorWrapper, payout: OpenPayout, payment: int) -> UnmatchedPayment:
    """What waits of the payment; refused when it has no money of the payout's creditor."""
    for each in unmatched_payments(cursor):
        right = (each.payment, each.creditor) == (payment, payout.creditor_code)
        if right and each.amount_ore > 0:
            return each
    raise NoSuchMoney(payment=payment, creditor=payout.creditor_code)


def _booked(payout: OpenPayout, payment: int | None, amount_ore: int, today: date) -> NewEntry:
    occasion = Occasion(
        creditor=payout.creditor,
        value_date=today,
        booking_date=today,
        cause=f"{payout.agency}: {payout.name}",
        payment=payment,
    )
    return remitted(occasion, account=LedgerAccount(payout.account), amount_ore=amount_ore)
