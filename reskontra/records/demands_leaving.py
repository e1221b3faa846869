"""Collection demands that have not left, and of which something may have changed since.

    waiting(cursor, until=date(2025, 4, 25))  -> [DemandLeaving(letter=17, ...)]

Reads only. The one rule: one whose day has passed, whose claims owe another amount than it says, or
that somebody holds, is among them; nobody needs to look at the others.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

RECHECK = "demand recheck"
"""Who decided that a demand which was no longer true is undone."""


@dataclass(frozen=True, slots=True)
class DemandLeaving:
    """A demand that waits to leave. Amounts in öre."""

    letter: int
    day: date
    sent_again: bool
    """It is sent instead of one that came back."""
    party: int
    creditor: str
    invoices: tuple[int, ...]
    open_ore: tuple[int, ...]
    """What it asks for of each of them."""
    run: int | None
    """The night that took its step; None when the step has been undone."""
    procedure: str
    step: str


_WAITING = """
    SELECT l.id, l.day, l.resends_id IS NOT NULL, i.party_id, c.code,
           array_agg(lc.invoice_id ORDER BY lc.invoice_id),
           array_agg(lc.open_ore ORDER BY lc.invoice_id),
           min(t.run_id), coalesce(min(r.procedure), ''), coalesce(min(t.step), '')
    FROM letter_waiting w
    JOIN letter l ON l.id = w.letter_id
    JOIN letter_claim lc ON lc.letter_id = l.id AND lc.step_taken
    JOIN invoice i ON i.id = lc.invoice_id
    JOIN creditor c ON c.id = l.creditor_id
    JOIN claim_state s ON s.invoice_id = lc.invoice_id
    LEFT JOIN step_taken t ON t.invoice_id = lc.invoice_id AND t.day = l.day
         AND NOT EXISTS (SELECT 1 FROM step_undone u WHERE u.step_taken_id = t.id)
         AND t.step = split_part(l.key, ':', 2)
    LEFT JOIN rule r ON r.id = t.rule_id
    WHERE w.waits AND l.template = 'collection_demand' AND l.day <= %(until)s
    GROUP BY l.id, i.party_id, c.code
    HAVING l.day < %(until)s OR bool_or(s.open_ore <> lc.open_ore)
        OR bool_or(EXISTS (
            SELECT 1 FROM hold h WHERE h.first_day <= %(until)s
              AND (h.invoice_id = lc.invoice_id
                   OR (h.invoice_id IS NULL AND h.party_id IN (i.party_id, l.party_id)))
              AND NOT EXISTS (SELECT 1 FROM hold_lifted f WHERE f.hold_id = h.id)))
    ORDER BY l.id
"""


def waiting(cursor: CursorWrapper, *, until: date) -> list[DemandLeaving]:
    """Those to look at once more before letters leave on the day, the oldest first."""
    cursor.execute(_WAITING, {"until": until})
    found: list[DemandLeaving] = []
    for row in cursor.fetchall():
        letter, day, again, party, creditor, invoices, open_ore, *step = row
        found.append(
            DemandLeaving(
                *(letter, day, again, party, creditor, tuple(invoices), tuple(open_ore), *step)
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class DemandStopped:
    """A demand that was stopped after the day on which it was written."""

    party: int
    invoices: tuple[int, ...]
    written_on: date
    day: date
    reason: str


def stopped(cursor: CursorWrapper, ids: Collection[int]) -> list[DemandStopped]:
    """The demands about any of these invoices that did not leave, the oldest first.

    One that a person stopped by undoing its night is not among them.
    """
    cursor.execute(
        """SELECT l.party_id, array_agg(lc.invoice_id ORDER BY lc.invoice_id), l.day, e.day, e.note
           FROM letter l JOIN letter_event e ON e.letter_id = l.id AND e.state = 'stopped'
           JOIN letter_claim lc ON lc.letter_id = l.id AND lc.step_taken
           WHERE l.template = 'collection_demand' AND e.day > l.day
             AND l.id IN (SELECT letter_id FROM letter_claim WHERE invoice_id = ANY(%s))
             AND NOT EXISTS (
                 SELECT 1 FROM step_taken t JOIN step_undone u ON u.step_taken_id = t.id
                 JOIN undoing d ON d.id = u.undoing_id
                 WHERE t.letter_id = l.id AND d.decided_by <> %s)
           GROUP BY l.id, e.id ORDER BY l.id""",
        [list(ids), RECHECK],
    )
    return [
        DemandStopped(party, tuple(invoices), written_on, day, reason)
        for party, invoices, written_on, day, reason in cursor.fetchall()
    ]
