"""What has been credited and withdrawn of invoices, as the rows tell it.

    corrections(cursor, [17])  -> (CorrectionRow(day=2025-04-10, kind="credit", invoice=17, ...),)

Reads only. The one rule: what follows from another decision, as half a dispute that was billed
apart or a night that was undone, is told by that one and not again here.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A credit or a withdrawal. Amount in öre."""

    day: date
    kind: str
    invoice: int
    amount_ore: int
    reason: str


def corrections(cursor: CursorWrapper, ids: Collection[int]) -> tuple[CorrectionRow, ...]:
    """The credits and withdrawals of these invoices, in the order that they came.

    Not what a settled dispute has credited: the dispute tells that.
    """
    cursor.execute(
        """SELECT booking_date, kind, invoice_id, sum(amount_ore)::bigint, cause FROM entry
           WHERE invoice_id = ANY(%s)
             AND (kind = 'withdrawal' OR (kind = 'credit' AND credit <> 'interest_receivable'
                                       AND debit <> 'interest_income'))
             AND NOT EXISTS (
                 SELECT 1 FROM hold h LEFT JOIN invoice b ON b.part_of_hold_id = h.id
                 LEFT JOIN hold_lifted l ON l.hold_id = h.id AND l.upheld_ore IS NOT NULL
                 WHERE (h.invoice_id = entry.invoice_id AND entry.booking_date = b.invoice_date
                        AND entry.amount_ore = b.total_ore)
                    OR (entry.invoice_id IN (h.invoice_id, b.id) AND entry.cause = l.reason
                        AND entry.booking_date = l.last_day + 1))
             AND NOT EXISTS (SELECT 1 FROM step_taken t JOIN step_undone u ON u.step_taken_id = t.id
                             JOIN letter l ON l.id = t.letter_id
                             WHERE l.key = 'invoice:' || entry.invoice_id
                               AND u.day = entry.booking_date)
           GROUP BY booking_date, kind, invoice_id, cause ORDER BY min(id)""",
        [list(ids)],
    )
    return tuple(CorrectionRow(*row) for row in cursor.fetchall())
