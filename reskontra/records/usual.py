"""What recipients were billed before: whether an invoice is unusually high is measured by it.

    earlier(cursor, [17])  -> {17: (98000, 101000, 99500)}, in öre

Reads only. The one rule: it compares with the same recipient's invoices of the same kind from the
same creditor, in the two years before.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.backends.utils import CursorWrapper


def earlier(cursor: CursorWrapper, invoices: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Öre billed before, by invoice; one with nothing earlier is left out."""
    cursor.execute(
        """SELECT i.id, array_agg(e.total_ore)
           FROM invoice i
           JOIN invoice e ON e.party_id = i.party_id AND e.creditor_id = i.creditor_id
            AND e.kind = i.kind AND e.id <> i.id
            AND e.invoice_date BETWEEN i.invoice_date - interval '2 years' AND i.invoice_date
           WHERE i.id = ANY(%s) GROUP BY i.id""",
        [list(invoices)],
    )
    return {invoice: tuple(amounts) for invoice, amounts in cursor.fetchall()}
