"""A plan with everything that its debtor may know of it, read by whoever may see its rows.

    of_invoice(cursor, 17)          -> the latest plan that the invoice has been in, or None
    of_public_id(cursor, public_id) -> that plan, or None

The connection decides what can be seen: the portal's sees one party's rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.domain.agreed import ENDINGS, PlanHappening
from reskontra.records import agreements


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """One part, with what has been entered for it, or what it is reckoned to cost. In öre."""

    ordinal: int
    due_date: date
    amount_ore: int
    fee_ore: int
    interest_ore: int
    left_ore: int
    """Of the whole part, what has not come."""
    ocr_number: str

    @property
    def total_ore(self) -> int:
        """What is to be paid on its day."""
        return self.amount_ore + self.fee_ore + self.interest_ore


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedInvoiceView:
    """An invoice in a plan, with what was left of it when the plan was made. In öre."""

    public_id: UUID
    number: str
    kind: str
    open_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """A plan, whole."""

    public_id: UUID
    creditor: str
    granted_on: date
    agreed_on: date
    agency: str
    """Who keeps it; empty when we do."""
    digest: str
    """Of the rule that it was granted by."""
    invoices: tuple[PlannedInvoiceView, ...]
    parts: tuple[PartView, ...]
    ending: PlanHappening | None
    ended_on: date | None

    @property
    def in_force(self) -> bool:
        """It has been neither paid, broken nor called off."""
        return self.ending is None

    @property
    def next_part(self) -> PartView | None:
        """The first part that has not come whole, of a plan that we keep."""
        if self.agency or not self.in_force:
            return None
        return next((each for each in self.parts if each.left_ore), None)


def of_invoice(cursor: CursorWrapper, invoice: int) -> PlanView | None:
    """The latest plan that the invoice has been in."""
    cursor.execute("SELECT max(plan_id) FROM plan_claim WHERE invoice_id = %s", [invoice])
    (plan,) = cursor.fetchone()
    return None if plan is None else _view(cursor, plan)


def of_public_id(cursor: CursorWrapper, public_id: UUID) -> PlanView | None:
    """The plan with this id, if the asking role may see it."""
    cursor.execute("SELECT id FROM plan WHERE public_id = %s", [public_id])
    row = cursor.fetchone()
    return None if row is None else _view(cursor, row[0])


def _view(cursor: CursorWrapper, plan: int) -> PlanView:
    cursor.execute(
        """SELECT p.public_id, c.code, p.granted_on, p.agreed_on, p.agency, r.digest, e.kind, e.day
           FROM plan p JOIN creditor c ON c.id = p.creditor_id JOIN rule r ON r.id = p.rule_id
           LEFT JOIN plan_event e ON e.plan_id = p.id AND e.kind = ANY(%s)
           WHERE p.id = %s""",
        [sorted(each.value for each in ENDINGS), plan],
    )
    row = cursor.fetchone()
    ending = None if row[6] is None else PlanHappening(row[6])
    return PlanView(
        public_id=row[0],
        creditor=row[1],
        granted_on=row[2],
        agreed_on=row[3],
        agency=row[4],
        digest=row[5],
        invoices=_invoices(cursor, plan),
        parts=_parts(cursor, plan, all_paid=ending is PlanHappening.ENDED),
        ending=ending,
        ended_on=row[7],
    )


def _invoices(cursor: CursorWrapper, plan: int) -> tuple[PlannedInvoiceView, ...]:
    cursor.execute(
        """SELECT i.public_id, i.number, i.kind, c.open_ore
           FROM plan_claim c JOIN invoice i ON i.id = c.invoice_id
           WHERE c.plan_id = %s ORDER BY i.due_date, i.id""",
        [plan],
    )
    return tuple(
        PlannedInvoiceView(public_id=row[0], number=row[1], kind=row[2], open_ore=row[3])
        for row in cursor.fetchall()
    )


def _parts(cursor: CursorWrapper, plan: int, *, all_paid: bool) -> tuple[PartView, ...]:
    cursor.execute(
        """SELECT n.ordinal, n.due_date, n.amount_ore,
                  coalesce(x.fee_ore, n.fee_ore)::bigint,
                  coalesce(x.interest_ore, n.interest_ore)::bigint, n.ocr_number
           FROM installment n LEFT JOIN LATERAL (
               SELECT sum(c.fee_ore) AS fee_ore, sum(c.interest_ore) AS interest_ore
               FROM plan_charge c WHERE c.plan_id = n.plan_id AND c.ordinal = n.ordinal) x ON true
           WHERE n.plan_id = %s ORDER BY n.ordinal""",
        [plan],
    )
    rows = cursor.fetchall()
    paid_ore = max(0, agreements.lowered_ore(cursor, plan))
    parts = []
    for ordinal, due_date, amount_ore, fee_ore, interest_ore, number in rows:
        total_ore = amount_ore + fee_ore + interest_ore
        of_this_ore = total_ore if all_paid else min(paid_ore, total_ore)
        paid_ore -= min(paid_ore, total_ore)
        parts.append(
            PartView(
                ordinal=ordinal,
                due_date=due_date,
                amount_ore=amount_ore,
                fee_ore=fee_ore,
                interest_ore=interest_ore,
                left_ore=total_ore - of_this_ore,
                ocr_number=number,
            )
        )
    return tuple(parts)
