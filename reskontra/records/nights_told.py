"""The nights that took steps, creditor by creditor, for those who may undo one.

    page(cursor, limit=25, offset=0)  -> [NightTold(day=…, creditor="municipality", steps=412, …)]

Reads only. The one rule: a page costs the nights on it, not what lies in the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True)
class NightTold:
    """What a night did for one creditor."""

    day: date
    creditor: str
    steps: int
    letters: int
    undone: int
    """Of the steps, how many count as not taken."""


_NIGHTS = """
    SELECT r.id, r.day FROM run r WHERE EXISTS (
        SELECT 1 FROM run_outcome o WHERE o.run_id = r.id AND o.outcome = 'acted')
"""


def count(cursor: CursorWrapper) -> int:
    """How many nights have taken steps."""
    cursor.execute(f"SELECT count(*) FROM ({_NIGHTS}) found")
    return int(cursor.fetchone()[0])


def page(cursor: CursorWrapper, *, limit: int, offset: int) -> list[NightTold]:
    """So many of them, the latest first, each creditor's doings by themselves."""
    cursor.execute(
        f"""SELECT n.day, c.code, count(*), count(DISTINCT t.letter_id), count(u.step_taken_id)
            FROM ({_NIGHTS} ORDER BY r.day DESC LIMIT %s OFFSET %s) n
            JOIN step_taken t ON t.run_id = n.id
            JOIN invoice i ON i.id = t.invoice_id JOIN creditor c ON c.id = i.creditor_id
            LEFT JOIN step_undone u ON u.step_taken_id = t.id
            GROUP BY n.day, c.id ORDER BY n.day DESC, c.id""",
        [limit, offset],
    )
    return [NightTold(*row) for row in cursor.fetchall()]
