"""How many open claims there are of each sort that rules can tell apart.

    count(cursor, numbers={"1004"}, facilities={"A 7"})  -> OpenGroup(…, number="", count=140), …

Reads only. The one rule: one query, however many claims; a number or a facility is told only where
it is asked about, so that claims that are alike stay together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.db.backends.utils import CursorWrapper

from reskontra.domain.party import PartyKind
from reskontra.domain.scope import AsBilled
from reskontra.policy.diff.touched import OpenGroup


def count(
    cursor: CursorWrapper, *, numbers: Collection[str], facilities: Collection[str]
) -> Iterator[OpenGroup]:
    """Every sort of open claim, and how many there are of it."""
    cursor.execute(
        """SELECT c.code, i.kind, p.kind, i.department, i.marks, i.invoice_date, i.due_date,
                  CASE WHEN i.facility = ANY(%s) THEN i.facility ELSE '' END AS at,
                  CASE WHEN i.number = ANY(%s) THEN i.number ELSE '' END AS named,
                  count(*)
           FROM claim_state s
           JOIN invoice i ON i.id = s.invoice_id
           JOIN party p ON p.id = i.party_id
           JOIN creditor c ON c.id = i.creditor_id
           WHERE s.open_ore > 0
           GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
           ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9""",
        [list(facilities), list(numbers)],
    )
    for row in cursor.fetchall():
        creditor, kind, debtor, department, marks, invoiced, due, facility, number, found = row
        billed = AsBilled(
            kind=kind,
            debtor=PartyKind(debtor),
            invoice_date=invoiced,
            due_date=due,
            department=department,
            facility=facility,
            marks=frozenset(marks),
        )
        yield OpenGroup(creditor=creditor, billed=billed, number=number, count=found)
