"""The claims that something may still happen to: open ones, and those still to be looked at.

    read(cursor, chunk=5_000, tell=print)  -> [Claim(...), ...]
    party_holds(cursor)                    -> {party: (Hold(...),)}

Reads only. The one rule: a claim is read as `as_of` reads it for a night.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Claim, Hold
from reskontra.records import as_of


def read(cursor: CursorWrapper, *, chunk: int, tell: Callable[[int, int], None]) -> list[Claim]:
    """Every such claim, in order of invoice id; `tell` hears claims read and claims in all."""
    cursor.execute(
        "SELECT invoice_id FROM claim_state WHERE open_ore > 0 OR next_look_on IS NOT NULL"
        " ORDER BY invoice_id"
    )
    ids = [key for (key,) in cursor.fetchall()]
    claims: list[Claim] = []
    for start in range(0, len(ids), chunk):
        wanted = as_of.Wanted.invoices(ids[start : start + chunk])
        claims += (loaded.claim for loaded in as_of.load(cursor, wanted))
        tell(len(claims), len(ids))
    return claims


def party_holds(cursor: CursorWrapper) -> dict[int, tuple[Hold, ...]]:
    """The holds on all that a party owes, invoices to come among it."""
    cursor.execute(
        """SELECT h.party_id, h.kind, h.first_day, least(h.last_day, l.last_day), h.reason
           FROM hold h LEFT JOIN hold_lifted l ON l.hold_id = h.id
           WHERE h.invoice_id IS NULL AND (l.last_day IS NULL OR l.last_day >= h.first_day)
           ORDER BY h.id"""
    )
    found: defaultdict[int, tuple[Hold, ...]] = defaultdict(tuple)
    for party, kind, first_day, last_day, reason in cursor.fetchall():
        hold = Hold(kind=kind, first_day=first_day, last_day=last_day, reason=reason)
        found[party] = (*found[party], hold)
    return dict(found)
