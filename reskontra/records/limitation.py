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


_NEAR = """
    SELECT i.id, i.invoice_date FROM claim_state s JOIN invoice i ON i.id = s.invoice_id
    JOIN party p ON p.id = i.party_id
    CROSS JOIN LATERAL (SELECT CASE WHEN p.kind = 'organization' THEN %(longer)s::date
                               ELSE %(shorter)s::date END AS day) by
    WHERE s.open_ore > 0 AND s.due_date <= %(shorter)s::date + %(to_pay)s
      AND i.invoice_date <= by.day
      AND (i.debtors > 1 OR NOT (
          EXISTS (SELECT 1 FROM limitation_break b WHERE b.invoice_id = i.id AND b.day > by.day)
          OR EXISTS (SELECT 1 FROM entry e WHERE e.invoice_id = i.id AND e.kind = 'payment'
                     AND e.value_date > by.day)
          OR EXISTS (SELECT 1 FROM enforcement_case k WHERE k.invoice_id = i.id
                     AND k.day > by.day)))
"""


def near_count(cursor: CursorWrapper, *, shorter: date, longer: date) -> int:
    """How many open claims arose so long ago, with nothing since that interrupts limitation.

    `shorter` is the day for what persons owe, `longer` the earlier one for organizations.
    """
    cursor.execute(f"SELECT count(*) FROM ({_NEAR}) found", _days(shorter, longer))
    return int(cursor.fetchone()[0])


def near(
    cursor: CursorWrapper, *, shorter: date, longer: date, limit: int, offset: int
) -> list[int]:
    """One page of their ids, the oldest first; the day itself is reckoned by the rules."""
    cursor.execute(
        f"{_NEAR} ORDER BY i.invoice_date, i.id LIMIT %(limit)s OFFSET %(offset)s",
        {**_days(shorter, longer), "limit": limit, "offset": offset},
    )
    return [key for key, _ in cursor.fetchall()]


def _days(shorter: date, longer: date) -> dict[str, object]:
    return {"shorter": shorter, "longer": longer, "to_pay": LONGEST_TO_PAY_DAYS}


def recorded(cursor: CursorWrapper, ids: Collection[int]) -> list[tuple[date, int, str, str, int]]:
    """(day, invoice, cause, proof, towards whom) of what people have recorded, oldest first."""
    cursor.execute(
        "SELECT day, invoice_id, cause, proof, party_id FROM limitation_break"
        " WHERE invoice_id = ANY(%s) ORDER BY id",
        [list(ids)],
    )
    return cursor.fetchall()
