"""What people have decided about the money of some invoices, as the books tell it.

    decided(cursor, [17])  -> (DecidedRow(day=…, kind="write_off", invoice=17, amount_ore=…),)

Reads only. The one rule: an entry whose cause is a step was made by the step, and not by a person.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """Written off, written down, placed (`payment`) or paid out, with the reason. Amount in öre."""

    day: date
    kind: str
    invoice: int
    amount_ore: int
    reason: str
    came: date | None
    """Of a payment that was placed: the day that its file was read."""
    value_date: date | None


def decided(cursor: CursorWrapper, ids: Collection[int]) -> tuple[DecidedRow, ...]:
    """Every such decision about these invoices, oldest first."""
    cursor.execute(
        """SELECT e.booking_date, e.kind, e.invoice_id, sum(e.amount_ore)::bigint, e.cause,
                  f.day, p.value_date
           FROM entry e LEFT JOIN payment p ON p.id = e.payment_id
           LEFT JOIN payment_file f ON f.id = p.payment_file_id
           WHERE e.invoice_id = ANY(%s)
             AND ((e.kind IN ('write_off', 'write_down') AND e.payment_id IS NULL
                   AND NOT EXISTS (
                       SELECT 1 FROM step_taken t JOIN rule r ON r.id = t.rule_id
                       WHERE t.invoice_id = e.invoice_id
                         AND r.procedure || ': ' || t.step = e.cause))
                  OR (e.kind = 'payment' AND e.debit = 'unmatched' AND e.payment_id IS NOT NULL)
                  OR (e.kind = 'payout' AND e.credit = 'bank_out'))
           GROUP BY e.booking_date, e.kind, e.invoice_id, e.cause, p.id, f.id
           ORDER BY min(e.id)""",
        [list(ids)],
    )
    return tuple(DecidedRow(*row) for row in cursor.fetchall())


def move_cause(origin: str, to: str, consent: str) -> str:
    """What the entries on both invoices say of money that is moved from one to the other."""
    return f"moved from {origin} to {to}: {consent}"


@dataclass(frozen=True, slots=True)
class MovedRow:
    """Money that was too much on one invoice and pays another. Amount in öre."""

    day: date
    invoice: int
    to: int
    amount_ore: int
    consent: str


def moved(cursor: CursorWrapper, ids: Collection[int]) -> tuple[MovedRow, ...]:
    """What has been moved from or to any of these invoices, oldest first."""
    cursor.execute(
        r"""SELECT DISTINCT o.id, o.booking_date, o.invoice_id, t.id, o.amount_ore, n.found[3]
           FROM entry e
           CROSS JOIN LATERAL (
               SELECT regexp_match(e.cause, '^moved from (\S+) to (\S+): (.*)$') AS found) n
           JOIN invoice f ON f.creditor_id = e.creditor_id AND f.number = n.found[1]
           JOIN invoice t ON t.creditor_id = e.creditor_id AND t.number = n.found[2]
           JOIN entry o ON o.invoice_id = f.id AND o.kind = 'move' AND o.credit = 'unmatched'
                       AND o.cause = e.cause AND o.booking_date = e.booking_date
           WHERE e.invoice_id = ANY(%s) AND 'unmatched' IN (e.debit, e.credit)
             AND e.payment_id IS NULL
           ORDER BY o.id""",
        [list(ids)],
    )
    return tuple(MovedRow(*row[1:]) for row in cursor.fetchall())


def moved_between(cursor: CursorWrapper, ids: Collection[int]) -> frozenset[int]:
    """The invoices that money has been moved to or from, of these and others with them."""
    return frozenset(key for each in moved(cursor, ids) for key in (each.invoice, each.to))
