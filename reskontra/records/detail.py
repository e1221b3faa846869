"""One invoice with everything that may be told of it, read by whoever may see its rows.

    detail_of(cursor, 17, today=date(2025, 4, 9))

The connection decides what can be seen: the portal's sees one party's rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Claim
from reskontra.domain.status import statuses
from reskontra.records import as_of, handovers, payouts, plan_views, requests, usual
from reskontra.records.handovers import Handover
from reskontra.records.views import (
    BackView,
    HandoverView,
    HappenedView,
    InvoiceDetail,
    InvoiceRow,
    LetterView,
    LineView,
    MovementView,
)


def detail_of(
    cursor: CursorWrapper, key: int, *, today: date, asking: Sequence[str]
) -> InvoiceDetail:
    """The invoice with this id, which must exist for the asking role."""
    cursor.execute(
        """SELECT i.public_id, i.department, i.ocr_number, i.our_reference, i.pdf_digest <> '',
                  i.created_at, coalesce(late.number, ''), i.debtors
           FROM invoice i LEFT JOIN invoice late ON late.id = i.interest_for_id
           WHERE i.id = %s""",
        [key],
    )
    public_id, department, ocr_number, our_reference, has_pdf, created_at, late, debtors = (
        cursor.fetchone()
    )
    claim = as_of.load(cursor, as_of.Wanted.invoices([key], asking=asking))[0].claim
    given = handovers.of_invoice(cursor, key)
    row = row_of(claim, public_id=public_id, department=department, today=today)
    return InvoiceDetail(
        public_id=public_id,
        row=row,
        claim=claim,
        ocr_number=ocr_number,
        our_reference=our_reference,
        has_pdf=has_pdf,
        created_at=created_at,
        lines=_lines(cursor, key),
        movements=_movements(cursor, key),
        letters=_letters(cursor, key),
        steps=_steps(cursor, key),
        handover=_handover(given) if given and given.pays_agency else None,
        given=_handover(given) if given else None,
        backs=tuple(BackView(agency=name, day=day) for name, day in handovers.backs(cursor, key)),
        debtors=debtors,
        interest_for_number=late,
        paying_back_ore=payouts.waiting_ore(cursor, key),
        plan=plan_views.of_invoice(cursor, key),
        requests=requests.of_invoice(cursor, key),
        earlier_ore=usual.earlier(cursor, [key]).get(key, ()),
    )


def row_of(claim: Claim, *, public_id: UUID, department: str, today: date) -> InvoiceRow:
    """A claim as one line of a list."""
    return InvoiceRow(
        public_id=public_id,
        number=claim.number,
        creditor=claim.creditor,
        department=department,
        kind=claim.kind,
        invoice_date=claim.invoice_date,
        due_date=claim.due_date,
        paid_date=claim.paid_date,
        billed_ore=claim.sums.billed_ore,
        open_ore=claim.open_ore,
        overdue=claim.overdue(today=today),
        statuses=statuses(claim, today=today),
        disputed_ore=claim.without_held(today=today).held_back_ore,
        sold_ore=claim.sums.sold_ore,
    )


def _lines(cursor: CursorWrapper, key: int) -> tuple[LineView, ...]:
    cursor.execute(
        "SELECT text, service, amount_ore, vat_ore FROM invoice_line"
        " WHERE invoice_id = %s ORDER BY position",
        [key],
    )
    return tuple(
        LineView(text=text, service=service, amount_ore=amount, vat_ore=vat)
        for text, service, amount, vat in cursor.fetchall()
    )


def _movements(cursor: CursorWrapper, key: int) -> tuple[MovementView, ...]:
    """What changed the amount after the invoice itself; the parts of one event added up."""
    cursor.execute(
        """SELECT CASE WHEN credit = 'overpaid' AND kind IN ('payment', 'move') THEN 'overpaid'
                       WHEN kind = 'undo' AND 'written_off' IN (debit, credit) THEN 'owed_again'
                       ELSE kind END,
                  sum(CASE WHEN kind = 'undo' AND debit = 'written_off' THEN -amount_ore
                           ELSE amount_ore END)::bigint, value_date,
                  CASE WHEN kind = 'write_off' AND EXISTS (
                      SELECT 1 FROM step_taken t JOIN rule r ON r.id = t.rule_id
                      WHERE t.invoice_id = entry.invoice_id
                        AND r.procedure || ': ' || t.step = cause) THEN '' ELSE cause END
           FROM entry
           WHERE invoice_id = %s AND kind <> 'write_down'
             AND NOT (debit = 'receivable' AND kind IN ('invoice', 'interest'))
             AND NOT (kind = 'move' AND debit LIKE '%%receivable' AND credit LIKE '%%receivable')
             AND NOT (kind = 'undo' AND debit NOT LIKE '%%receivable'
                      AND credit NOT LIKE '%%receivable')
           GROUP BY 1, kind, invoice_id, value_date, cause, payment_id
           HAVING sum(CASE WHEN kind = 'undo' AND debit = 'written_off' THEN -amount_ore
                           ELSE amount_ore END) <> 0
           ORDER BY value_date, min(id)""",
        [key],
    )
    return tuple(
        MovementView(kind=kind, amount_ore=amount, value_date=day, reason=cause)
        for kind, amount, day, cause in cursor.fetchall()
    )


def _letters(cursor: CursorWrapper, key: int) -> tuple[LetterView, ...]:
    cursor.execute(
        """SELECT l.public_id, l.template, l.day, l.pay_by, l.total_ore, l.ocr_number,
                  (SELECT count(*) FROM letter_claim o WHERE o.letter_id = l.id),
                  lc.step_taken OR l.key LIKE 'undone:%%',
                  l.data::jsonb -> 'sender' ->> 'bankgiro', l.channel,
                  CASE WHEN e.state <> 'stopped' THEN e.day END,
                  coalesce(e.state = 'stopped', false),
                  EXISTS (SELECT 1 FROM step_taken t JOIN step_undone u ON u.step_taken_id = t.id
                          WHERE t.letter_id = l.id)
           FROM letter_claim lc JOIN letter l ON l.id = lc.letter_id
           LEFT JOIN letter_event e ON e.letter_id = l.id AND e.state <> 'failed'
           WHERE lc.invoice_id = %s AND l.sent_to_print ORDER BY l.day, l.id""",
        [key],
    )
    return tuple(
        LetterView(
            public_id=row[0],
            template=row[1],
            day=row[2],
            pay_by=row[3],
            total_ore=row[4],
            ocr_number=row[5],
            invoice_count=row[6],
            taken_for_this=row[7],
            bankgiro=row[8],
            channel=row[9],
            left_on=row[10],
            stopped=row[11],
            undone=row[12],
        )
        for row in cursor.fetchall()
    )


def _steps(cursor: CursorWrapper, key: int) -> tuple[HappenedView, ...]:
    cursor.execute(
        """SELECT t.step, t.day, t.pay_by, r.procedure, r.file, r.digest,
                  coalesce((SELECT sum(e.amount_ore) FROM entry e
                            WHERE e.invoice_id = t.invoice_id AND e.kind = 'fee'
                              AND (t.run_id IS NULL OR e.booking_date = t.day)
                              AND starts_with(e.cause || ', ',
                                              r.procedure || ': ' || t.step || ', ')), 0)::bigint,
                  u.day, coalesce(u.reason, '')
           FROM (SELECT id, invoice_id, step, day, pay_by, rule_id, run_id FROM step_taken
                 UNION ALL
                 SELECT NULL, h.invoice_id, 'hand_over', h.day, NULL, h.rule_id, NULL
                 FROM handover h WHERE h.rule_id IS NOT NULL) t
           JOIN rule r ON r.id = t.rule_id
           LEFT JOIN step_undone u ON u.step_taken_id = t.id
           WHERE t.invoice_id = %s ORDER BY t.day, t.id""",
        [key],
    )
    return tuple(
        HappenedView(
            step=row[0],
            day=row[1],
            pay_by=row[2],
            procedure=row[3],
            procedure_file=row[4],
            digest=row[5],
            fee_ore=row[6],
            undone_on=row[7],
            undone_reason=row[8],
        )
        for row in cursor.fetchall()
    )


def _handover(given: Handover) -> HandoverView:
    return HandoverView(
        agency=given.agency,
        bankgiro=given.bankgiro,
        ocr_number=given.ocr_number,
        day=given.day,
        principal_ore=given.balance.principal_ore,
        interest_ore=given.balance.interest_ore,
        fee_ore=given.balance.fee_ore,
    )
