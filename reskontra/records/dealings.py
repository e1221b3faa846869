"""All that parties owe, or have owed, a creditor whose rules ask about it.

    load(cursor, parties={4, 7}, creditors=("water_company",))  -> {(4, "water_company"): Dealings}

Reads only, set by set: two queries, however many parties. The one rule: nothing is asked when no
creditor asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.dealings import DEFERRAL, Dealings, OtherInvoice

_INVOICES = """
    SELECT i.id, i.party_id, c.code, i.number, i.kind, i.services, i.invoice_date, i.due_date,
           s.open_ore, paid.on_date, i.facility
    FROM claim_state s
    JOIN invoice i ON i.id = s.invoice_id
    JOIN creditor c ON c.id = s.creditor_id
    LEFT JOIN LATERAL (
        SELECT max(e.value_date) AS on_date FROM entry e
        WHERE e.invoice_id = i.id AND s.open_ore = 0 AND e.kind NOT IN ('undo', 'assignment')
          AND e.credit IN ('receivable', 'fee_receivable', 'interest_receivable')) paid ON true
    WHERE s.party_id = ANY(%s) AND c.code = ANY(%s)
    ORDER BY i.id
"""


def load(
    cursor: CursorWrapper, *, parties: Collection[int], creditors: Collection[str]
) -> dict[tuple[int, str], Dealings]:
    """Each party's invoices from each of these creditors, the settled ones among them."""
    if not parties or not creditors:
        return {}
    cursor.execute(_INVOICES, [list(parties), list(creditors)])
    rows = cursor.fetchall()
    ids = [row[0] for row in rows]
    steps = _steps(cursor, ids)
    holds = _holds(cursor, parties)
    found: defaultdict[tuple[int, str], list[OtherInvoice]] = defaultdict(list)
    for row in rows:
        mine = (*holds.get((row[1], row[0]), ()), *holds.get((row[1], None), ()))
        other = OtherInvoice(
            number=row[3],
            kind=row[4],
            services=frozenset(row[5]),
            invoice_date=row[6],
            due_date=row[7],
            open_ore=row[8],
            paid_date=row[9],
            steps=tuple(steps.get(row[0], ())),
            holds=tuple((kind, first) for kind, first, _ in mine),
            more_time=tuple((first, last) for kind, first, last in mine if kind == DEFERRAL),
            facility=row[10],
        )
        found[row[1], row[2]].append(other)
    return {whose: Dealings(invoices=tuple(others)) for whose, others in found.items()}


def _steps(cursor: CursorWrapper, ids: list[int]) -> dict[int, list[tuple[str, date]]]:
    cursor.execute(
        "SELECT t.invoice_id, t.step, t.day FROM step_taken t WHERE t.invoice_id = ANY(%s)"
        " AND NOT EXISTS (SELECT 1 FROM step_undone u WHERE u.step_taken_id = t.id)"
        " ORDER BY t.day, t.id",
        [ids],
    )
    found: defaultdict[int, list[tuple[str, date]]] = defaultdict(list)
    for invoice, step, day in cursor.fetchall():
        found[invoice].append((step, day))
    return found


def _holds(
    cursor: CursorWrapper, parties: Collection[int]
) -> dict[tuple[int, int | None], list[tuple[str, date, date | None]]]:
    """(party, invoice or None for all that it owes) -> the holds that were ever in force."""
    cursor.execute(
        """SELECT h.party_id, h.invoice_id, h.kind, h.first_day, least(h.last_day, l.last_day)
           FROM hold h LEFT JOIN hold_lifted l ON l.hold_id = h.id
           WHERE h.party_id = ANY(%s) AND (l.last_day IS NULL OR l.last_day >= h.first_day)
           ORDER BY h.id""",
        [list(parties)],
    )
    found: defaultdict[tuple[int, int | None], list[tuple[str, date, date | None]]]
    found = defaultdict(list)
    for party, invoice, kind, first_day, last_day in cursor.fetchall():
        found[party, invoice].append((kind, first_day, last_day))
    return found
