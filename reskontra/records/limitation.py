"""What has interrupted limitation, and the claims whose last day may be near.

    add(cursor, invoice=17, cause=Cause.ACKNOWLEDGED, day=…, proof="e-post, dnr 4", by="A. Ek")
    old(cursor, billed_by=date(2023, 5, 31))  -> open claims that arose so long ago

Only what is old is read: a list costs the claims whose last day may be near, not the ledger.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.limitation import Break, Cause
from reskontra.records import claim_states

LONGEST_TO_PAY_DAYS = 366
"""An invoice falls due within a year of its date; this only bounds what the index reads."""


def add(
    cursor: CursorWrapper,
    *,
    invoice: int,
    cause: Cause,
    day: date,
    proof: str,
    by: str,
    party: int | None = None,
) -> None:
    """Record an interruption towards one who owes the claim, its recipient unless said."""
    cursor.execute(
        "INSERT INTO limitation_break (invoice_id, party_id, cause, day, proof, decided_by)"
        " SELECT id, coalesce(%s, party_id), %s, %s, %s, %s FROM invoice WHERE id = %s",
        [party, cause.value, day, proof, by, invoice],
    )
    claim_states.move(cursor, {invoice: claim_states.Change(0, day)})


def of_invoices(cursor: CursorWrapper, ids: Collection[int]) -> dict[int, list[Break]]:
    """Invoice -> what a person has recorded as interrupting it."""
    cursor.execute(
        "SELECT invoice_id, cause, day, party_id FROM limitation_break"
        " WHERE invoice_id = ANY(%s) ORDER BY id",
        [list(ids)],
    )
    found: defaultdict[int, list[Break]] = defaultdict(list)
    for invoice, cause, day, party in cursor.fetchall():
        found[invoice].append(Break(cause=Cause(cause), day=day, party=party))
    return found


def old(cursor: CursorWrapper, *, billed_by: date) -> list[int]:
    """Ids of the open claims that arose on the day or before it, the oldest first."""
    cursor.execute(
        """SELECT s.invoice_id FROM claim_state s JOIN invoice i ON i.id = s.invoice_id
           WHERE s.open_ore > 0 AND s.due_date <= %s::date + %s AND i.invoice_date <= %s
           ORDER BY i.invoice_date, s.invoice_id""",
        [billed_by, LONGEST_TO_PAY_DAYS, billed_by],
    )
    return [key for (key,) in cursor.fetchall()]


def recorded(cursor: CursorWrapper, ids: Collection[int]) -> list[tuple[date, int, str, str, int]]:
    """(day, invoice, cause, proof, towards whom) of what people have recorded, oldest first."""
    cursor.execute(
        "SELECT day, invoice_id, cause, proof, party_id FROM limitation_break"
        " WHERE invoice_id = ANY(%s) ORDER BY id",
        [list(ids)],
    )
    return cursor.fetchall()
