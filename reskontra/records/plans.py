"""Plans are added with their parts, and what happens to them is added afterwards.

    key = new_key(cursor)
    add(cursor, NewPlan(key=key, ...))

The one rule: a plan in force is told by `plan_in_force`, where a claim has one plan or none; it is
written here alone, as the events say.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.backends.utils import CursorWrapper

from reskontra.domain.agreed import (
    ENDINGS,
    INSTALLMENT_PLAN,
    PLAN_BROKEN,
    Installment,
    PlanHappening,
)
from reskontra.domain.interest import InterestRow
from reskontra.domain.plan_night import PlanCharge, PlanTurn
from reskontra.domain.refusal import Refused
from reskontra.records import bulk, claim_states

_ENDINGS = sorted(each.value for each in ENDINGS)


class TwoPlans(Refused):
    """An invoice is in a plan already; it can be in one at a time."""

    swedish = "En faktura ingår redan i en plan. Den kan ingå i en åt gången."


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPlan:
    """A plan to be. Amounts in öre."""

    key: int
    creditor: int
    party: int
    granted_on: date
    first_on: date
    agreed_on: date
    rule: int
    administered_by: str
    agency: str
    claims: tuple[tuple[int, int], ...]
    """Invoice, and what is left of it."""
    parts: tuple[Installment, ...]
    ocr_numbers: tuple[str, ...]
    """One for each part; none when an agency keeps the plan."""
    charges: tuple[PlanCharge, ...]
    reason: str
    decided_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """Something that happens to a plan; the part that it is about, 0 for the whole."""

    plan: int
    party: int
    kind: PlanHappening
    ordinal: int
    day: date
    reason: str = ""
    decided_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """A plan as it was granted, with what its parts were reckoned to cost. Amounts in öre."""

    agreed_on: date
    open_ore: dict[int, int]
    """Of each claim, by invoice."""
    parts: tuple[Installment, ...]
    ocr_numbers: dict[int, str]
    """By the part's place."""


def new_key(cursor: CursorWrapper) -> int:
    """The id of a plan to be."""
    return bulk.new_ids(cursor, "plan", 1)[0]


def add(cursor: CursorWrapper, new: NewPlan) -> None:
    """Add the plan with its claims, their holds, and its parts; a second one is refused."""
    invoices = [invoice for invoice, _ in new.claims]
    cursor.execute(
        """INSERT INTO plan (id, creditor_id, party_id, granted_on, first_on, agreed_on, rule_id,
                             administered_by, agency, debt_ore, last_entry, reason, decided_by)
           SELECT %s, %s, %s, %s, %s, %s, %s, %s, %s, %s,
                  (SELECT coalesce(max(id), 0) FROM entry WHERE invoice_id = ANY(%s)), %s, %s""",
        [
            new.key,
            new.creditor,
            new.party,
            new.granted_on,
            new.first_on,
            new.agreed_on,
            new.rule,
            new.administered_by,
            new.agency,
            sum(open_ore for _, open_ore in new.claims),
            invoices,
            new.reason,
            new.decided_by,
        ],
    )
    _add_claims(cursor, new)
    _add_parts(cursor, new)
    add_charges(cursor, new.charges, plan=new.key, party=new.party, day=new.granted_on)
    granted = NewEvent(
        plan=new.key,
        party=new.party,
        kind=PlanHappening.GRANTED,
        ordinal=0,
        day=new.granted_on,
        reason=new.reason,
        decided_by=new.decided_by,
    )
    add_events(cursor, [granted])


def _add_claims(cursor: CursorWrapper, new: NewPlan) -> None:
    for invoice, open_ore in new.claims:
        cursor.execute(
            """WITH held AS (
                   INSERT INTO hold (party_id, invoice_id, kind, first_day, reason, decided_by)
                   VALUES (%(party)s, %(invoice)s, %(kind)s, %(day)s, %(reason)s, %(by)s)
                   RETURNING id)
               INSERT INTO plan_claim (plan_id, invoice_id, party_id, hold_id, open_ore)
               SELECT %(plan)s, %(invoice)s, %(party)s, id, %(open)s FROM held""",
            {
                "party": new.party,
                "invoice": invoice,
                "kind": INSTALLMENT_PLAN,
                "day": new.granted_on,
                "reason": new.reason,
                "by": new.decided_by,
                "plan": new.key,
                "open": open_ore,
            },
        )
    cursor.execute(
        """INSERT INTO plan_in_force (invoice_id, plan_id, party_id)
           SELECT invoice_id, %(plan)s, %(party)s FROM unnest(%(ids)s::bigint[]) AS i (invoice_id)
           ON CONFLICT (invoice_id) DO UPDATE SET plan_id = excluded.plan_id
           WHERE plan_in_force.plan_id IS NULL""",
        {"plan": new.key, "party": new.party, "ids": [invoice for invoice, _ in new.claims]},
    )
    if cursor.rowcount != len(new.claims):
        raise TwoPlans


def _add_parts(cursor: CursorWrapper, new: NewPlan) -> None:
    ids = bulk.new_ids(cursor, "installment", len(new.parts))
    numbers = new.ocr_numbers or ("",) * len(new.parts)
    rows = [
        (
            key,
            new.key,
            new.party,
            each.ordinal,
            each.due_date,
            each.amount_ore,
            each.fee_ore,
            each.interest_ore,
            number,
        )
        for key, each, number in zip(ids, new.parts, numbers, strict=True)
    ]
    bulk.insert(
        cursor,
        "installment",
        (
            "id",
            "plan_id",
            "party_id",
            "ordinal",
            "due_date",
            "amount_ore",
            "fee_ore",
            "interest_ore",
            "ocr_number",
        ),
        rows,
    )
    bulk.insert(
        cursor,
        "payment_reference",
        ("creditor_id", "ocr_number", "installment_id"),
        ((new.creditor, row[-1], row[0]) for row in rows if row[-1]),
    )


def add_events(cursor: CursorWrapper, events: Iterable[NewEvent]) -> None:
    """Add what has happened to plans."""
    bulk.insert(
        cursor,
        "plan_event",
        ("plan_id", "party_id", "kind", "ordinal", "day", "reason", "decided_by"),
        ((e.plan, e.party, e.kind.value, e.ordinal, e.day, e.reason, e.decided_by) for e in events),
    )


def add_charges(
    cursor: CursorWrapper, charges: Iterable[PlanCharge], *, plan: int, party: int, day: date
) -> None:
    """Keep what was entered by a plan, with how its interest was counted."""
    bulk.insert(
        cursor,
        "plan_charge",
        (
            *("plan_id", "party_id", "invoice_id", "ordinal"),
            *("day", "fee_ore", "interest_ore", "calculation"),
        ),
        (
            (
                plan,
                party,
                each.claim,
                each.ordinal,
                day,
                each.fee_ore,
                each.interest.total_ore,
                _counting(each.interest.rows),
            )
            for each in charges
        ),
    )


def _counting(rows: Sequence[InterestRow]) -> str:
    if not rows:
        return ""
    return json.dumps(
        [
            {
                "from": f"{row.from_date}",
                "to": f"{row.to_date}",
                "days": row.days,
                "days_in_year": row.days_in_year,
                "principal_ore": row.principal_ore,
                "rate_percent": f"{row.rate_percent}",
                "interest_ore": f"{row.interest_ore}",
            }
            for row in rows
        ]
    )


def record_turns(cursor: CursorWrapper, turns: Sequence[PlanTurn], *, day: date) -> None:
    """Write what a night has brought to plans, but for their entries and letters."""
    add_events(
        cursor,
        (
            NewEvent(
                plan=each.plan.key,
                party=each.claims[0].party,
                kind=kind,
                ordinal=ordinal,
                day=day,
            )
            for each in turns
            for kind, ordinal in each.happened
        ),
    )
    for each in turns:
        if each.charges:
            party = each.claims[0].party
            add_charges(cursor, each.charges, plan=each.plan.key, party=party, day=day)
    over = [each.plan.key for each in turns if each.ending is not None]
    broken = [each.plan.key for each in turns if each.ending is PlanHappening.BROKEN]
    _end(cursor, over, last_day=day - timedelta(days=1), reason="", by="")
    if broken:
        cursor.execute(
            "INSERT INTO clearance (invoice_id, party_id, kind, day, finding, decided_by)"
            " SELECT invoice_id, party_id, %s, %s, '', '' FROM plan_claim WHERE plan_id = ANY(%s)",
            [PLAN_BROKEN, day, broken],
        )


def _end(
    cursor: CursorWrapper, plans: Collection[int], *, last_day: date, reason: str, by: str
) -> None:
    """The plans are in force no more, and their holds have ended."""
    if not plans:
        return
    cursor.execute(
        """INSERT INTO hold_lifted (hold_id, party_id, last_day, reason, decided_by)
           SELECT c.hold_id, c.party_id, %s, %s, %s FROM plan_claim c
           LEFT JOIN hold_lifted l ON l.hold_id = c.hold_id
           WHERE c.plan_id = ANY(%s) AND l.hold_id IS NULL""",
        [last_day, reason, by, list(plans)],
    )
    cursor.execute("UPDATE plan_in_force SET plan_id = NULL WHERE plan_id = ANY(%s)", [list(plans)])


def cancel(cursor: CursorWrapper, *, plan: int, day: date, reason: str, by: str) -> None:
    """A person ends the plan; its claims are looked at the same day."""
    cursor.execute("SELECT party_id FROM plan WHERE id = %s", [plan])
    party = int(cursor.fetchone()[0])
    event = NewEvent(
        plan=plan,
        party=party,
        kind=PlanHappening.CALLED_OFF,
        ordinal=0,
        day=day,
        reason=reason,
        decided_by=by,
    )
    add_events(cursor, [event])
    claim_states.look_at_party(cursor, party=party, on=day)
    _end(cursor, [plan], last_day=day - timedelta(days=1), reason=reason, by=by)


def in_force(cursor: CursorWrapper, invoice: int) -> int | None:
    """The plan that the claim is in now."""
    cursor.execute("SELECT plan_id FROM plan_in_force WHERE invoice_id = %s", [invoice])
    row = cursor.fetchone()
    return None if row is None else row[0]


def claims_of(cursor: CursorWrapper, plan: int) -> list[int]:
    """The invoices that the plan is for."""
    cursor.execute("SELECT invoice_id FROM plan_claim WHERE plan_id = %s ORDER BY 1", [plan])
    return [key for (key,) in cursor.fetchall()]


def particulars(cursor: CursorWrapper, plan: int) -> Particulars:
    """The plan as it was granted."""
    cursor.execute("SELECT agreed_on FROM plan WHERE id = %s", [plan])
    (agreed_on,) = cursor.fetchone()
    cursor.execute("SELECT invoice_id, open_ore FROM plan_claim WHERE plan_id = %s", [plan])
    open_ore = dict(cursor.fetchall())
    cursor.execute(
        "SELECT ordinal, due_date, amount_ore, fee_ore, interest_ore, ocr_number FROM installment"
        " WHERE plan_id = %s ORDER BY ordinal",
        [plan],
    )
    rows = cursor.fetchall()
    return Particulars(
        agreed_on=agreed_on,
        open_ore=open_ore,
        parts=tuple(
            Installment(
                ordinal=row[0],
                due_date=row[1],
                amount_ore=row[2],
                fee_ore=row[3],
                interest_ore=row[4],
            )
            for row in rows
        ),
        ocr_numbers={row[0]: row[5] for row in rows},
    )
