"""What happened to plans, as the rows tell it: for stories and explanations.

    granted(cursor, [17])  -> (GrantedRow(day=2025-04-09, invoices=(17,), parts=6, ...),)

Reads only, and only what is asked for.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True)
class GrantedRow:
    """A plan that was granted; `first_on` is the day of its first part."""

    plan: int
    day: date
    invoices: tuple[int, ...]
    parts: int
    first_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """What happened to a plan of these invoices, by whom if a person did it.

    `pay_ore` and `pay_by` are what a letter of that moment asks for; None when none was sent.
    """

    day: date
    kind: str
    ordinal: int
    invoices: tuple[int, ...]
    reason: str
    decided_by: str
    pay_ore: int | None
    pay_by: date | None


@dataclass(frozen=True, slots=True)
class PartPaymentRow:
    """Money that came, or was taken back, by the number of a part. Amount in öre."""

    day: date
    value_date: date
    amount_ore: int
    reversal: bool
    ordinal: int
    invoice: int
    """One of the plan's."""


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A fee that a plan entered on an invoice. Amount in öre."""

    day: date
    invoice: int
    amount_ore: int


_OF = "(SELECT plan_id FROM plan_claim WHERE invoice_id = ANY(%s))"
_INVOICES = (
    "(SELECT array_agg(c.invoice_id ORDER BY i.due_date, i.id) FROM plan_claim c"
    " JOIN invoice i ON i.id = c.invoice_id WHERE c.plan_id = p.id)"
)


def granted(cursor: CursorWrapper, ids: Collection[int]) -> tuple[GrantedRow, ...]:
    """The plans that any of these invoices has been in."""
    cursor.execute(
        f"""SELECT p.id, p.granted_on, {_INVOICES},
                   (SELECT count(*) FROM installment n WHERE n.plan_id = p.id),
                   p.first_on, p.reason
            FROM plan p WHERE p.id IN {_OF} ORDER BY p.id""",
        [list(ids)],
    )
    return tuple(GrantedRow(row[0], row[1], tuple(row[2]), *row[3:]) for row in cursor.fetchall())


def events(cursor: CursorWrapper, ids: Collection[int]) -> tuple[EventRow, ...]:
    """What has happened to those plans, in the order that it did."""
    cursor.execute(
        f"""SELECT e.day, e.kind, e.ordinal, {_INVOICES}, e.reason, e.decided_by, l.total_ore,
                   l.pay_by
            FROM plan_event e JOIN plan p ON p.id = e.plan_id
            LEFT JOIN letter l ON e.kind IN ('granted', 'called')
                 AND l.key = 'plan:' || p.id || ':' || greatest(e.ordinal, 1)
            WHERE p.id IN {_OF} ORDER BY e.id""",
        [list(ids)],
    )
    return tuple(
        EventRow(row[0], row[1], row[2], tuple(row[3]), *row[4:]) for row in cursor.fetchall()
    )


def payments(cursor: CursorWrapper, ids: Collection[int]) -> tuple[PartPaymentRow, ...]:
    """The payments by the numbers of those plans' parts."""
    cursor.execute(
        f"""SELECT f.day, t.value_date, t.amount_ore, t.reversal, n.ordinal,
                   (SELECT min(c.invoice_id) FROM plan_claim c WHERE c.plan_id = n.plan_id)
            FROM installment n
            JOIN payment_reference r ON r.installment_id = n.id
            JOIN payment t ON t.creditor_id = r.creditor_id AND t.reference = r.ocr_number
            JOIN payment_file f ON f.id = t.payment_file_id
            WHERE n.plan_id IN {_OF} ORDER BY t.id""",
        [list(ids)],
    )
    return tuple(PartPaymentRow(*row) for row in cursor.fetchall())


def fees(cursor: CursorWrapper, ids: Collection[int]) -> tuple[FeeRow, ...]:
    """The fees that plans have entered on these invoices."""
    cursor.execute(
        "SELECT day, invoice_id, fee_ore FROM plan_charge"
        " WHERE invoice_id = ANY(%s) AND fee_ore > 0 ORDER BY id",
        [list(ids)],
    )
    return tuple(FeeRow(*row) for row in cursor.fetchall())


@dataclass(frozen=True, slots=True)
class RuleRow:
    """The rule whose terms a plan follows, on a day when something happened to the plan."""

    day: date
    file: str
    digest: str


def rules(cursor: CursorWrapper, ids: Collection[int]) -> tuple[RuleRow, ...]:
    """The rules behind what has happened to the plans of these invoices, oldest first."""
    cursor.execute(
        """SELECT DISTINCT e.day, r.file, r.digest
           FROM plan_event e JOIN plan p ON p.id = e.plan_id JOIN rule r ON r.id = p.rule_id
           WHERE e.plan_id IN (SELECT plan_id FROM plan_claim WHERE invoice_id = ANY(%s))
             AND e.kind <> 'called_off'
           ORDER BY e.day""",
        [list(ids)],
    )
    return tuple(RuleRow(*row) for row in cursor.fetchall())
