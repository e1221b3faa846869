"""Protected identities as a file says them: dated holds, set and lifted.

    follow_file(cursor, {17: True, 18: False}, day=date(2025, 3, 3), file="march.jsonl")

The one rule: a file may lift only what a file has said; a person's own word stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.backends.utils import CursorWrapper

from reskontra.domain.party import PROTECTED_IDENTITY
from reskontra.records import steps
from reskontra.records.steps import NewHold

BY_FILE = "invoice file"


def follow_file(cursor: CursorWrapper, said: Mapping[int, bool], *, day: date, file: str) -> None:
    """Let each party be protected from today, or no longer, as the file says; by party."""
    cursor.execute(
        "SELECT p.id, h.id, h.decided_by FROM party p LEFT JOIN hold h ON h.party_id = p.id"
        " AND h.invoice_id IS NULL AND h.kind = %s"
        " AND NOT EXISTS (SELECT 1 FROM hold_lifted WHERE hold_id = h.id)"
        " WHERE p.id = ANY(%s) AND (p.protected_identity OR p.id = ANY(%s))",
        [PROTECTED_IDENTITY, list(said), [party for party, hidden in said.items() if hidden]],
    )
    for party, hold, by in cursor.fetchall():
        if said[party] and hold is None:
            _protect(cursor, party, day, file)
        elif not said[party] and by == BY_FILE:
            yesterday = day - timedelta(days=1)
            steps.lift_hold(
                cursor, hold=hold, last_day=yesterday, look_on=day, reason=file, by=BY_FILE
            )


def _protect(cursor: CursorWrapper, party: int, day: date, file: str) -> None:
    hold = NewHold(
        party=party,
        invoice=None,
        kind=PROTECTED_IDENTITY,
        first_day=day,
        last_day=None,
        reason=file,
        decided_by=BY_FILE,
    )
    steps.add_hold(cursor, hold)
