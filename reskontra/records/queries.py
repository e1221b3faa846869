"""Lists and totals for those who work with the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper


def open_invoices(cursor: CursorWrapper, *, chunk: int) -> Iterator[list[int]]:
    """Ids of the invoices with something left to pay, some at a time."""
    last = 0
    while True:
        cursor.execute(
            "SELECT invoice_id FROM claim_state WHERE open_ore > 0 AND invoice_id > %s"
            " ORDER BY invoice_id LIMIT %s",
            [last, chunk],
        )
        ids = [key for (key,) in cursor.fetchall()]
        if not ids:
            return
        yield ids
        last = ids[-1]


def party_of(cursor: CursorWrapper, invoice: int) -> int:
    """Whose the invoice is."""
    cursor.execute("SELECT party_id FROM invoice WHERE id = %s", [invoice])
    return int(cursor.fetchone()[0])


def all_open_of(cursor: CursorWrapper, party: int) -> list[int]:
    """Ids of what the party owes something of."""
    cursor.execute(
        "SELECT invoice_id FROM claim_state WHERE party_id = %s AND open_ore > 0"
        " ORDER BY invoice_id",
        [party],
    )
    return [key for (key,) in cursor.fetchall()]


@dataclass(frozen=True, slots=True)
class UnmatchedPayment:
    """Money that waits for a person. Below zero: the bank took back what was never found."""

    payment: int
    creditor: str
    amount_ore: int
    booking_date: date
    reference: str
    text: str
    payer_name: str


def unmatched_payments(cursor: CursorWrapper) -> list[UnmatchedPayment]:
    """The payments whose money lies in *unmatched*, oldest first."""
    cursor.execute(
        """SELECT p.id, c.code,
                  sum(e.amount_ore * ((e.credit = 'unmatched')::int
                                    - (e.debit = 'unmatched')::int))::bigint,
                  p.booking_date, p.reference, p.text, p.payer_name
           FROM entry e JOIN payment p ON p.id = e.payment_id
           JOIN creditor c ON c.id = p.creditor_id
           WHERE e.credit = 'unmatched' OR e.debit = 'unmatched'
           GROUP BY p.id, c.code
           HAVING sum(e.amount_ore * ((e.credit = 'unmatched')::int
                                    - (e.debit = 'unmatched')::int)) <> 0
           ORDER BY p.booking_date, p.id"""
    )
    return [UnmatchedPayment(*row) for row in cursor.fetchall()]


def ledger_totals(cursor: CursorWrapper) -> dict[str, int]:
    """Debit less credit of each ledger account, in öre; they add up to zero."""
    cursor.execute(
        """SELECT moved.name, sum(moved.amount_ore)::bigint
           FROM (SELECT debit AS name, amount_ore FROM entry
                 UNION ALL SELECT credit, -amount_ore FROM entry) moved
           GROUP BY moved.name ORDER BY moved.name"""
    )
    return dict(cursor.fetchall())


def find_invoice(
    cursor: CursorWrapper, *, number: str, creditor: str = ""
) -> list[tuple[int, int, str]]:
    """(invoice id, party id, creditor code) of the invoices with this number."""
    cursor.execute(
        """SELECT i.id, i.party_id, c.code FROM invoice i JOIN creditor c ON c.id = i.creditor_id
           WHERE i.number = %s AND (%s = '' OR c.code = %s) ORDER BY c.code""",
        [number, creditor, creditor],
    )
    return cursor.fetchall()


def open_of_party(cursor: CursorWrapper, *, party: int, creditor: str) -> list[tuple[int, str]]:
    """The party's open invoices from a creditor: (id, number), the earliest due first."""
    cursor.execute(
        """SELECT s.invoice_id, i.number FROM claim_state s
           JOIN invoice i ON i.id = s.invoice_id JOIN creditor c ON c.id = s.creditor_id
           WHERE s.party_id = %s AND c.code = %s AND s.open_ore > 0 ORDER BY s.due_date, 1""",
        [party, creditor],
    )
    return [(key, number) for key, number in cursor.fetchall()]
