"""By which number, and to which account, an invoice, a letter or a part of a plan is paid.

    ocr_number(cursor, 17)          -> "100300007"
    part_ocr_number(cursor, 17, 2)  -> that of the second part of its plan

Reads only.
"""

from __future__ import annotations

from django.db.backends.utils import CursorWrapper


def ocr_number(cursor: CursorWrapper, invoice: int) -> str:
    """The OCR number of the invoice."""
    cursor.execute("SELECT ocr_number FROM invoice WHERE id = %s", [invoice])
    return str(cursor.fetchone()[0])


def letter_ocr_number(cursor: CursorWrapper, invoice: int) -> str:
    """The OCR number of the latest letter that reminds of the invoice; empty when none does."""
    cursor.execute(
        """SELECT l.ocr_number FROM letter_claim lc JOIN letter l ON l.id = lc.letter_id
           WHERE lc.invoice_id = %s
             AND EXISTS (SELECT 1 FROM step_taken t WHERE t.letter_id = l.id)
           ORDER BY l.day DESC, l.id DESC LIMIT 1""",
        [invoice],
    )
    row = cursor.fetchone()
    return str(row[0]) if row else ""


def letter_bankgiro(cursor: CursorWrapper, invoice: int) -> str:
    """Where that letter lets people pay, as printed; empty when there is none."""
    cursor.execute(
        """SELECT l.data::jsonb -> 'sender' ->> 'bankgiro'
           FROM letter_claim lc JOIN letter l ON l.id = lc.letter_id
           WHERE lc.invoice_id = %s AND l.template <> 'invoice'
           ORDER BY l.day DESC, l.id DESC LIMIT 1""",
        [invoice],
    )
    row = cursor.fetchone()
    return str(row[0]) if row else ""


def part_ocr_number(cursor: CursorWrapper, invoice: int, ordinal: int) -> str:
    """The OCR number of the part of the invoice's latest plan; empty when there is none."""
    cursor.execute(
        "SELECT n.ocr_number FROM plan_claim c JOIN installment n ON n.plan_id = c.plan_id"
        " WHERE c.invoice_id = %s AND n.ordinal = %s ORDER BY n.id DESC LIMIT 1",
        [invoice, ordinal],
    )
    row = cursor.fetchone()
    return str(row[0]) if row else ""
