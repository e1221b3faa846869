"""Objections to invoices: the one that is open, and what came of those that are settled.

    open_hold(cursor, invoice=17, kind="dispute")  -> OpenHold(key=3, amount_ore=15000, ...)

Reads only. The one rule: a part that is billed apart is found by either invoice.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.disputing import DISPUTE


@dataclass(frozen=True, slots=True)
class OpenHold:
    """A hold that nobody has lifted. Amount in öre, when it is of a part."""

    key: int
    first_day: date
    amount_ore: int | None
    lies_on: int
    """The invoice that it holds: that of the part, when the part has been billed apart."""


def open_hold(cursor: CursorWrapper, *, invoice: int, kind: str) -> OpenHold | None:
    """The hold of a kind on the invoice itself, or on a part of it, that nobody has lifted.

    Of a part that is billed apart it is found by either invoice.
    """
    cursor.execute(
        """SELECT h.id, h.first_day, h.amount_ore, coalesce(b.id, h.invoice_id)
           FROM hold h LEFT JOIN invoice b ON b.part_of_hold_id = h.id
           WHERE %s IN (h.invoice_id, b.id) AND h.kind = %s
             AND NOT EXISTS (SELECT 1 FROM hold_lifted WHERE hold_id = h.id)
           ORDER BY h.id DESC LIMIT 1""",
        [invoice, kind],
    )
    row = cursor.fetchone()
    return None if row is None else OpenHold(*row)


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute of a part, or one that is settled. Amounts in öre."""

    invoice: int
    day: date
    amount_ore: int | None
    """The part; None for all of the invoice."""
    reason: str
    settled_on: date | None
    upheld_ore: int | None
    finding: str


def disputes(cursor: CursorWrapper, ids: Collection[int]) -> tuple[DisputeRow, ...]:
    """The disputes of parts of these invoices, and those that are settled, oldest first."""
    cursor.execute(
        """SELECT h.invoice_id, h.first_day, h.amount_ore, h.reason, l.last_day + 1, l.upheld_ore,
                  coalesce(l.reason, '')
           FROM hold h LEFT JOIN hold_lifted l ON l.hold_id = h.id
           WHERE h.invoice_id = ANY(%s)
             AND (h.amount_ore IS NOT NULL OR (l.upheld_ore IS NOT NULL AND h.kind = %s))
           ORDER BY h.id""",
        [list(ids), DISPUTE],
    )
    return tuple(DisputeRow(*row) for row in cursor.fetchall())


def settled(cursor: CursorWrapper, ids: Collection[int], *, kind: str) -> tuple[DisputeRow, ...]:
    """The settled holds of another kind on all of these invoices, oldest first."""
    cursor.execute(
        """SELECT h.invoice_id, h.first_day, h.amount_ore, h.reason, l.last_day + 1, l.upheld_ore,
                  l.reason
           FROM hold h JOIN hold_lifted l ON l.hold_id = h.id
           WHERE h.invoice_id = ANY(%s) AND h.kind = %s AND l.upheld_ore IS NOT NULL
           ORDER BY h.id""",
        [list(ids), kind],
    )
    return tuple(DisputeRow(*row) for row in cursor.fetchall())


def is_of_part(cursor: CursorWrapper, hold: int) -> bool:
    """Whether the hold is of a part of an invoice."""
    cursor.execute("SELECT amount_ore IS NOT NULL FROM hold WHERE id = %s", [hold])
    return bool(cursor.fetchone()[0])
