"""Deferrals that have been granted, with their letters: for stories, explanations and audits.

    granted(cursor, [17])  -> (DeferralRow(day=2025-03-28, until=2025-04-30, ...),)

Reads only. The one rule: a deferral that has a letter is told here, and no other hold is.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True)
class DeferralRow:
    """More time for an invoice. Amount in öre, as its letter asks for it."""

    invoice: int
    day: date
    until: date
    reason: str
    pay_ore: int
    lifted_last_day: date | None
    """The last day that it held, when somebody ended it."""


def granted(cursor: CursorWrapper, ids: Collection[int]) -> tuple[DeferralRow, ...]:
    """The deferrals of these invoices, oldest first."""
    cursor.execute(
        """SELECT h.invoice_id, h.first_day, h.last_day, h.reason, l.total_ore, f.last_day
           FROM hold h JOIN letter l ON l.key = 'deferral:' || h.id
           LEFT JOIN hold_lifted f ON f.hold_id = h.id
           WHERE h.invoice_id = ANY(%s) ORDER BY h.id""",
        [list(ids)],
    )
    return tuple(DeferralRow(*row) for row in cursor.fetchall())
