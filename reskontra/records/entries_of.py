"""The books of one invoice, line by line, for those who work with it.

    invoice(cursor, 17)  -> (Booked(kind="invoice", debit="receivable", ...), ...)

Reads only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True)
class Booked:
    """One entry. Amount in öre."""

    kind: str
    debit: str
    credit: str
    amount_ore: int
    value_date: date
    booking_date: date
    cause: str


def invoice(cursor: CursorWrapper, key: int) -> tuple[Booked, ...]:
    """Every entry of the invoice, oldest first."""
    cursor.execute(
        "SELECT kind, debit, credit, amount_ore, value_date, booking_date, cause FROM entry"
        " WHERE invoice_id = %s ORDER BY id",
        [key],
    )
    return tuple(Booked(*row) for row in cursor.fetchall())
