"""What happened to some invoices, as the rows tell it: for stories, explanations and audits.

    letters(cursor, [17])  -> (LetterSent(day=2025-04-09, step="reminder", taken=(17,), ...),)

Reads only, and only what is asked for; names and identity numbers are not among it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True)
class InvoiceRow:
    """The invoice itself. Amount in öre; `day` is when we took it in."""

    invoice: int
    party: int
    number: str
    creditor: str
    kind: str
    debtor: str
    day: date
    invoice_date: date
    due_date: date
    total_ore: int
    interest_for: int | None
    fee_for: int | None
    part_of: int | None
    """The invoice that it is a part of, when that part is billed apart."""
    department: str
    facility: str
    marks: tuple[str, ...]

    @property
    def origin(self) -> int | None:
        """The invoice that led to this one, when we have made it ourselves."""
        led = (self.interest_for, self.fee_for, self.part_of)
        return next((each for each in led if each is not None), None)


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter that took a step, with the invoices whose step it took and those only listed."""

    day: date
    step: str
    party: int
    pay_by: date | None
    taken: tuple[int, ...]
    listed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step taken, with the rule, and what was written off that day, or down in the books.

    `fee_ore` is what it cost the claim; `rate` is by what name, when somebody reported it.
    """

    day: date
    step: str
    invoice: int
    by_letter: bool
    written_off_ore: int
    file: str
    digest: str
    handed_over: bool
    reported: bool
    rate: str
    fee_ore: int
    written_down_ore: int


@dataclass(frozen=True, slots=True)
class GuestRow:
    """A step whose words stood in the letter of another step, its host."""

    day: date
    step: str
    invoice: int
    host: str


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """Money for an invoice, or taken back. Amount in öre; `day` is when its file was read."""

    payment: int
    day: date
    value_date: date
    amount_ore: int
    reversal: bool
    by_letter: bool
    """Found by the OCR number of a letter."""
    invoice: int


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A hold, with the last day that it held if it was lifted."""

    kind: str
    party: int
    invoice: int | None
    first_day: date
    last_day: date | None
    reason: str
    lifted_last_day: date | None


@dataclass(frozen=True, slots=True)
class ClearanceRow:
    """A person's finding."""

    day: date
    kind: str
    invoice: int
    finding: str


def all_invoices(cursor: CursorWrapper) -> list[int]:
    """Ids of every invoice: of use only where they are few."""
    cursor.execute("SELECT id FROM invoice ORDER BY id")
    return [key for (key,) in cursor.fetchall()]


def spoken_for_with(cursor: CursorWrapper, invoices: Collection[int]) -> list[int]:
    """Ids of these invoices and of all that share a letter with one of them, step by step."""
    cursor.execute(
        """WITH RECURSIVE together (invoice_id) AS (
               SELECT unnest(%s::bigint[])
               UNION
               SELECT other.invoice_id FROM together
               JOIN letter_claim mine ON mine.invoice_id = together.invoice_id
               JOIN letter_claim other ON other.letter_id = mine.letter_id)
           SELECT invoice_id FROM together ORDER BY invoice_id""",
        [list(invoices)],
    )
    return [key for (key,) in cursor.fetchall()]


def own_relatives(cursor: CursorWrapper, invoices: Collection[int]) -> list[int]:
    """Ids of these invoices, of those that we made because of them, and of what led to them."""
    cursor.execute(
        """SELECT id FROM invoice WHERE id = ANY(%(ids)s) OR interest_for_id = ANY(%(ids)s)
              OR fee_for_id = ANY(%(ids)s)
           UNION SELECT coalesce(interest_for_id, fee_for_id) FROM invoice
           WHERE id = ANY(%(ids)s) AND coalesce(interest_for_id, fee_for_id) IS NOT NULL
           UNION SELECT unnest(ARRAY[b.id, h.invoice_id]) FROM invoice b
           JOIN hold h ON h.id = b.part_of_hold_id
           WHERE b.id = ANY(%(ids)s) OR h.invoice_id = ANY(%(ids)s)
           ORDER BY 1""",
        {"ids": list(invoices)},
    )
    return [key for (key,) in cursor.fetchall()]


def of_same_party(cursor: CursorWrapper, invoice: int, *, creditors: Collection[str]) -> list[int]:
    """Ids of all that the invoice's creditor, when one of these, has billed its party for."""
    cursor.execute(
        """SELECT other.id FROM invoice i
           JOIN creditor c ON c.id = i.creditor_id AND c.code = ANY(%s)
           JOIN invoice other ON other.party_id = i.party_id
                             AND other.creditor_id = i.creditor_id
           WHERE i.id = %s ORDER BY 1""",
        [list(creditors), invoice],
    )
    return [key for (key,) in cursor.fetchall()]


def invoices(cursor: CursorWrapper, ids: Collection[int]) -> tuple[InvoiceRow, ...]:
    """The invoices, in the order that they came."""
    cursor.execute(
        """SELECT i.id, i.party_id, i.number, c.code, i.kind, p.kind,
                  coalesce(f.day, i.invoice_date), i.invoice_date, i.due_date, i.total_ore,
                  i.interest_for_id, i.fee_for_id, apart.invoice_id, i.department, i.facility,
                  i.marks
           FROM invoice i JOIN creditor c ON c.id = i.creditor_id JOIN party p ON p.id = i.party_id
           LEFT JOIN hold apart ON apart.id = i.part_of_hold_id
           LEFT JOIN invoice_file f ON f.id = i.invoice_file_id
           WHERE i.id = ANY(%s) ORDER BY i.id""",
        [list(ids)],
    )
    return tuple(InvoiceRow(*(*row[:-1], tuple(row[-1]))) for row in cursor.fetchall())


def letters(cursor: CursorWrapper, ids: Collection[int]) -> tuple[LetterRow, ...]:
    """The letters that took a step for any of these invoices, with all that they speak for."""
    cursor.execute(
        """SELECT l.day, split_part(l.key, ':', 2),
                  l.party_id, l.pay_by,
                  array_agg(lc.invoice_id ORDER BY lc.invoice_id) FILTER (WHERE lc.step_taken),
                  array_agg(lc.invoice_id ORDER BY lc.invoice_id) FILTER (WHERE NOT lc.step_taken)
           FROM letter l JOIN letter_claim lc ON lc.letter_id = l.id
           WHERE l.key ~ '^[0-9]' AND l.resends_id IS NULL
             AND l.id IN (SELECT letter_id FROM letter_claim WHERE invoice_id = ANY(%s))
           GROUP BY l.id ORDER BY l.day, l.id""",
        [list(ids)],
    )
    return tuple(
        LetterRow(day, step, party, pay_by, tuple(taken), tuple(listed or ()))
        for day, step, party, pay_by, taken, listed in cursor.fetchall()
    )


def guests(cursor: CursorWrapper, ids: Collection[int]) -> tuple[GuestRow, ...]:
    """The steps of these invoices whose words stood in another step's letter."""
    cursor.execute(
        """SELECT t.day, t.step, t.invoice_id, split_part(l.key, ':', 2)
           FROM step_taken t JOIN letter l ON l.id = t.letter_id
           WHERE t.invoice_id = ANY(%s) AND l.template <> 'invoice'
             AND t.step <> split_part(l.key, ':', 2) ORDER BY t.day, t.id""",
        [list(ids)],
    )
    return tuple(GuestRow(*row) for row in cursor.fetchall())


def steps(cursor: CursorWrapper, ids: Collection[int]) -> tuple[StepRow, ...]:
    """Every step taken for these invoices, oldest first."""
    cursor.execute(
        """SELECT t.day, t.step, t.invoice_id, t.letter_id IS NOT NULL,
                  coalesce((SELECT sum(e.amount_ore) FROM entry e
                            WHERE e.invoice_id = t.invoice_id AND e.kind = 'write_off'
                              AND e.booking_date = t.day
                              AND e.cause = r.procedure || ': ' || t.step), 0)::bigint,
                  r.file, r.digest,
                  EXISTS (SELECT 1 FROM handover h
                          WHERE h.invoice_id = t.invoice_id AND h.day = t.day
                            AND t.step LIKE 'hand\\_over%%'),
                  p.step_taken_id IS NOT NULL, coalesce(p.rate, ''),
                  coalesce((SELECT sum(e.amount_ore) FROM entry e
                            WHERE e.invoice_id = t.invoice_id AND e.kind = 'fee'
                              AND (t.run_id IS NULL OR e.booking_date = t.day)
                              AND e.cause = r.procedure || ': ' || t.step), 0)::bigint,
                  coalesce((SELECT sum(e.amount_ore) FROM entry e
                            WHERE e.invoice_id = t.invoice_id AND e.kind = 'write_down'
                              AND e.booking_date = t.day
                              AND e.cause = r.procedure || ': ' || t.step), 0)::bigint
           FROM step_taken t JOIN rule r ON r.id = t.rule_id
           LEFT JOIN step_report p ON p.step_taken_id = t.id
           WHERE t.invoice_id = ANY(%s) ORDER BY t.day, t.id""",
        [list(ids)],
    )
    return tuple(StepRow(*row) for row in cursor.fetchall())


def payments(cursor: CursorWrapper, ids: Collection[int]) -> tuple[PaymentRow, ...]:
    """The payments booked on any of these invoices, in the order that they came.

    One found by a letter's OCR number is one row with its whole amount; any other has a row for
    each invoice, with what was booked there. Those of a plan's part are `plan_history`'s to tell.
    """
    cursor.execute(
        """SELECT p.id, f.day, p.value_date,
                  CASE WHEN r.id IS NULL THEN sum(e.amount_ore)::bigint ELSE p.amount_ore END,
                  p.reversal, r.id IS NOT NULL, min(e.invoice_id)
           FROM payment p JOIN payment_file f ON f.id = p.payment_file_id
           JOIN entry e ON e.payment_id = p.id
           LEFT JOIN payment_reference r ON r.creditor_id = p.creditor_id
                AND r.ocr_number = p.reference AND r.letter_id IS NOT NULL
           WHERE e.invoice_id = ANY(%s) AND 'bank' IN (e.debit, e.credit)
             AND NOT EXISTS (SELECT 1 FROM payment_reference part
                             WHERE part.creditor_id = p.creditor_id
                               AND part.ocr_number = p.reference
                               AND part.installment_id IS NOT NULL)
           GROUP BY p.id, f.id, r.id, CASE WHEN r.id IS NULL THEN e.invoice_id END ORDER BY p.id""",
        [list(ids)],
    )
    return tuple(PaymentRow(*row) for row in cursor.fetchall())


def holds(
    cursor: CursorWrapper, ids: Collection[int], *, parties: Collection[int]
) -> tuple[HoldRow, ...]:
    """The holds on these invoices and parties, oldest first.

    Those that are settled as disputes, or of a part, are told by `disputes`; a plan's by `plans`;
    those of letters that came back by `returned`; a deferral that has a letter by `deferrals_told`.
    """
    cursor.execute(
        """SELECT h.kind, h.party_id, h.invoice_id, h.first_day, h.last_day, h.reason, l.last_day
           FROM hold h LEFT JOIN hold_lifted l ON l.hold_id = h.id
           WHERE h.party_id = ANY(%s) AND (h.invoice_id IS NULL OR h.invoice_id = ANY(%s))
             AND h.amount_ore IS NULL AND l.upheld_ore IS NULL
             AND NOT EXISTS (SELECT 1 FROM plan_claim c WHERE c.hold_id = h.id)
             AND NOT EXISTS (SELECT 1 FROM letter d WHERE d.key = 'deferral:' || h.id)
             AND NOT EXISTS (
                 SELECT 1 FROM letter_event e JOIN letter_claim lc ON lc.letter_id = e.letter_id
                 WHERE e.state = 'returned' AND e.day = h.first_day
                   AND h.kind = 'returned_letter' AND lc.invoice_id = h.invoice_id)
             AND NOT EXISTS (
                 SELECT 1 FROM letter_event e JOIN letter b ON b.id = e.letter_id
                 JOIN letter_claim lc ON lc.letter_id = b.id AND lc.invoice_id = ANY(%s)
                 WHERE e.state = 'returned' AND e.day = h.first_day AND h.invoice_id IS NULL
                   AND h.kind = 'unknown_address' AND b.party_id = h.party_id)
           ORDER BY h.id""",
        [list(parties), list(ids), list(ids)],
    )
    return tuple(HoldRow(*row) for row in cursor.fetchall())


def clearances(cursor: CursorWrapper, ids: Collection[int]) -> tuple[ClearanceRow, ...]:
    """What people have found about these invoices."""
    cursor.execute(
        "SELECT day, kind, invoice_id, finding FROM clearance WHERE invoice_id = ANY(%s)"
        " AND decided_by <> '' ORDER BY id",
        [list(ids)],
    )
    return tuple(ClearanceRow(*row) for row in cursor.fetchall())


def days_run(cursor: CursorWrapper, *, first: date, last: date) -> frozenset[date]:
    """The days from `first` to `last` whose night has run to its end."""
    cursor.execute(
        "SELECT day FROM run WHERE day BETWEEN %s AND %s AND finished_at IS NOT NULL", [first, last]
    )
    return frozenset(day for (day,) in cursor.fetchall())


@dataclass(frozen=True, slots=True)
class EnteredRow:
    """Late interest entered on the invoice itself. Amount in öre."""

    day: date
    invoice: int
    amount_ore: int


def interest_entered(cursor: CursorWrapper, ids: Collection[int]) -> tuple[EnteredRow, ...]:
    """The late interest that steps have entered on these invoices, oldest first."""
    cursor.execute(
        "SELECT booking_date, invoice_id, amount_ore FROM entry"
        " WHERE invoice_id = ANY(%s) AND kind = 'late_interest' ORDER BY id",
        [list(ids)],
    )
    return tuple(EnteredRow(*row) for row in cursor.fetchall())


@dataclass(frozen=True, slots=True)
class ReliefRow:
    """Late interest given up by a decision."""

    day: date
    invoice: int
    first_day: date
    last_day: date | None
    share_numerator: int
    share_denominator: int
    reason: str
    reference: str


def reliefs(cursor: CursorWrapper, ids: Collection[int]) -> tuple[ReliefRow, ...]:
    """The decisions about late interest on these invoices."""
    cursor.execute(
        "SELECT day, invoice_id, first_day, last_day, share_numerator, share_denominator, reason,"
        " reference FROM interest_relief WHERE invoice_id = ANY(%s) ORDER BY id",
        [list(ids)],
    )
    return tuple(ReliefRow(*row) for row in cursor.fetchall())


def billed_lines(
    cursor: CursorWrapper, ids: Collection[int]
) -> dict[int, tuple[tuple[str, int], ...]]:
    """(service, öre) of every line of these invoices, in the invoice's order."""
    cursor.execute(
        "SELECT invoice_id, service, amount_ore FROM invoice_line WHERE invoice_id = ANY(%s)"
        " ORDER BY invoice_id, position",
        [list(ids)],
    )
    found: dict[int, tuple[tuple[str, int], ...]] = {}
    for invoice, service, amount_ore in cursor.fetchall():
        found[invoice] = (*found.get(invoice, ()), (service, amount_ore))
    return found
