"""The plans that claims are or have been in, as each claim knows them.

    load(cursor, [17])  -> {17: (Agreed(...),)}

Reads only: one query for each kind of row, and none more when there is no plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.agreed import (
    ENDINGS,
    Agreed,
    Happened,
    Installment,
    PlanHappening,
    last_day_of,
    lowered,
)
from reskontra.domain.ledger import Entry


def load(cursor: CursorWrapper, invoices: Collection[int]) -> dict[int, tuple[Agreed, ...]]:
    """The plans that these claims are or have been in, oldest first, as each claim knows them."""
    cursor.execute(
        """SELECT c.invoice_id, p.id, r.digest, p.granted_on, p.administered_by,
                  f.invoice_id IS NOT NULL
           FROM plan_claim c JOIN plan p ON p.id = c.plan_id JOIN rule r ON r.id = p.rule_id
           LEFT JOIN plan_in_force f ON f.invoice_id = c.invoice_id AND f.plan_id = p.id
           WHERE c.invoice_id = ANY(%s) ORDER BY p.id""",
        [list(invoices)],
    )
    rows = cursor.fetchall()
    if not rows:
        return {}
    keys = sorted({row[1] for row in rows})
    happened, ends = _events(cursor, keys)
    charged, parts = _charged(cursor, keys), _parts(cursor, keys)
    off = _lowered(cursor, sorted({row[1] for row in rows if row[5]}))
    found: defaultdict[int, list[Agreed]] = defaultdict(list)
    for invoice, key, digest, granted_on, administered_by, _ in rows:
        plan = Agreed(
            key=key,
            digest=digest,
            granted_on=granted_on,
            installments=parts[key],
            administered_by=administered_by,
            happened=frozenset(happened[key]),
            charged_ore=charged.get((key, invoice), 0),
            lowered=tuple(lowered(off.get((key, invoice), ()))),
            last_day=ends.get(key),
        )
        found[invoice].append(plan)
    return {invoice: tuple(mine) for invoice, mine in found.items()}


def _events(
    cursor: CursorWrapper, keys: list[int]
) -> tuple[dict[int, set[Happened]], dict[int, date]]:
    """What has happened to each plan, and the last day of those that have ended."""
    cursor.execute(
        "SELECT plan_id, kind, ordinal, day FROM plan_event WHERE plan_id = ANY(%s)", [keys]
    )
    happened: defaultdict[int, set[Happened]] = defaultdict(set)
    ends: dict[int, date] = {}
    for key, kind, ordinal, day in cursor.fetchall():
        happened[key].add((PlanHappening(kind), ordinal))
        if PlanHappening(kind) in ENDINGS:
            ends[key] = last_day_of(PlanHappening(kind), today=day)
    return happened, ends


def _charged(cursor: CursorWrapper, keys: list[int]) -> dict[tuple[int, int], int]:
    """Interest entered by each plan on each claim, in öre."""
    cursor.execute(
        "SELECT plan_id, invoice_id, sum(interest_ore)::bigint FROM plan_charge"
        " WHERE plan_id = ANY(%s) GROUP BY 1, 2",
        [keys],
    )
    return {(key, invoice): ore for key, invoice, ore in cursor.fetchall()}


def _parts(cursor: CursorWrapper, keys: list[int]) -> dict[int, tuple[Installment, ...]]:
    """The parts of each plan, with what has been entered for each so far."""
    cursor.execute(
        """SELECT i.plan_id, i.ordinal, i.due_date, i.amount_ore,
                  coalesce(sum(c.fee_ore), 0)::bigint, coalesce(sum(c.interest_ore), 0)::bigint
           FROM installment i
           LEFT JOIN plan_charge c ON c.plan_id = i.plan_id AND c.ordinal = i.ordinal
           WHERE i.plan_id = ANY(%s) GROUP BY i.id ORDER BY i.plan_id, i.ordinal""",
        [keys],
    )
    found: defaultdict[int, list[Installment]] = defaultdict(list)
    for key, ordinal, due_date, amount_ore, fee_ore, interest_ore in cursor.fetchall():
        part = Installment(ordinal=ordinal, due_date=due_date, amount_ore=amount_ore)
        found[key].append(replace(part, fee_ore=fee_ore, interest_ore=interest_ore))
    return {key: tuple(mine) for key, mine in found.items()}


def _lowered(cursor: CursorWrapper, keys: list[int]) -> dict[tuple[int, int], list[Entry]]:
    """What has been booked on each claim since its plan was granted; nothing asked when none is."""
    found: defaultdict[tuple[int, int], list[Entry]] = defaultdict(list)
    if keys:
        cursor.execute(
            """SELECT p.id, e.invoice_id, e.kind, e.debit, e.credit, e.amount_ore, e.value_date
               FROM plan_claim c JOIN plan p ON p.id = c.plan_id
               JOIN entry e ON e.invoice_id = c.invoice_id AND e.id > p.last_entry
               WHERE p.id = ANY(%s) ORDER BY e.value_date, e.id""",
            [keys],
        )
        for key, invoice, *entry in cursor.fetchall():
            found[key, invoice].append(Entry(*entry))
    return found


def lowered_ore(cursor: CursorWrapper, plan: int) -> int:
    """All that has been taken off the plan's claims since it was granted, in öre."""
    booked = _lowered(cursor, [plan])
    return sum(ore for entries in booked.values() for _, ore in lowered(entries))
