"""What agencies pay out: what they have told of it, and the bank's money that it is.

    found = open_payouts(cursor)     -> what is told and not yet settled, with the money that fits
    settle(cursor, [Settled(payout=3, payment=17, ...)])

The one rule: a payout is settled by one payment, and a payment settles one payout.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.ledger import LedgerAccount
from reskontra.records import bulk


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPayout:
    """What a message says that its agency pays us. Amounts in öre."""

    message: int
    creditor: int
    agency: str
    day: date
    amount_ore: int
    kept_ore: int
    payment_reference: str
    account: LedgerAccount


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPayout:
    """A payout whose money nobody has found; `payment` is the bank's that bears its reference."""

    message: int
    name: str
    """What the agency calls the message."""
    creditor: int
    creditor_code: str
    agency: str
    day: date
    amount_ore: int
    payment_reference: str
    account: LedgerAccount
    payment: int | None
    found_ore: int
    """What of the payment still lies in *unmatched*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The money of a payout; no payment when nothing was to come."""

    payout: int
    payment: int | None
    day: date
    by: str
    reason: str = ""


def add(cursor: CursorWrapper, payouts: Iterable[NewPayout]) -> None:
    """Keep what agencies have told."""
    bulk.insert(
        cursor,
        "agency_payout",
        (
            *("agency_message_id", "creditor_id", "agency", "day", "amount_ore", "kept_ore"),
            *("payment_reference", "account"),
        ),
        (
            (
                each.message,
                each.creditor,
                each.agency,
                each.day,
                each.amount_ore,
                each.kept_ore,
                each.payment_reference,
                each.account.value,
            )
            for each in payouts
        ),
    )


def open_payouts(cursor: CursorWrapper) -> list[OpenPayout]:
    """What agencies have told and that is not settled, oldest first, with the money that fits.

    The reference is a word of its own in what the bank says of the payment.
    """
    cursor.execute(
        """SELECT o.agency_message_id, m.message, o.creditor_id, c.code, o.agency, o.day,
                  o.amount_ore, o.payment_reference, o.account, p.id, coalesce(p.left_ore, 0)
           FROM agency_payout o
           JOIN agency_message m ON m.id = o.agency_message_id
           JOIN creditor c ON c.id = o.creditor_id
           LEFT JOIN LATERAL (
               SELECT p.id, u.left_ore FROM payment p
               CROSS JOIN LATERAL (
                   SELECT sum(e.amount_ore * ((e.credit = 'unmatched')::int
                                            - (e.debit = 'unmatched')::int))::bigint AS left_ore
                   FROM entry e WHERE e.payment_id = p.id) u
               WHERE p.creditor_id = o.creditor_id AND NOT p.reversal AND u.left_ore > 0
                 AND o.payment_reference = ANY(
                     regexp_split_to_array(concat_ws(' ', p.reference, p.text), '\\s+'))
               ORDER BY u.left_ore <> o.amount_ore, p.id LIMIT 1) p ON true
           WHERE NOT EXISTS (SELECT 1 FROM agency_payout_settled s
                             WHERE s.agency_message_id = o.agency_message_id)
           ORDER BY o.agency_message_id"""
    )
    return [
        OpenPayout(
            message=row[0],
            name=row[1],
            creditor=row[2],
            creditor_code=row[3],
            agency=row[4],
            day=row[5],
            amount_ore=row[6],
            payment_reference=row[7],
            account=LedgerAccount(row[8]),
            payment=row[9],
            found_ore=row[10],
        )
        for row in cursor.fetchall()
    ]


def settle(cursor: CursorWrapper, settled: Iterable[Settled]) -> None:
    """Say which payment each payout is; one that is settled already is refused by the database."""
    bulk.insert(
        cursor,
        "agency_payout_settled",
        ("agency_message_id", "payment_id", "day", "decided_by", "reason"),
        ((each.payout, each.payment, each.day, each.by, each.reason) for each in settled),
    )
