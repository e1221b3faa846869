"""The letters that warned somebody of a disconnection.

    warning_letters(cursor, [17], steps={"disconnection_warning"})  -> [WarningLetter(party=4, ...)]

Reads only. The one rule: a letter warns on the day that it leaves; one that came back, or has not
left, has warned nobody.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True)
class WarningLetter:
    """A letter that was to warn somebody. `claims` are invoices."""

    party: int
    day: date
    """When it was written."""
    warned_on: date | None
    """When it left; None when it has warned nobody."""
    waits: bool
    """It has neither left nor been stopped."""
    pay_by: date
    claims: frozenset[int]


def warning_letters(
    cursor: CursorWrapper, invoices: Collection[int], *, steps: Collection[str]
) -> list[WarningLetter]:
    """The letters of these steps about the invoices, in the order that they were written.

    A letter's key says its step: "17:disconnection_warning", and to whom else than the recipient.
    """
    cursor.execute(
        """SELECT l.party_id, l.day,
                  (SELECT e.day FROM letter_event e
                   WHERE e.letter_id = l.id AND e.state IN ('printed', 'sent')
                     AND NOT EXISTS (SELECT 1 FROM letter_event r
                                     WHERE r.letter_id = l.id AND r.state = 'returned')
                     AND NOT EXISTS (SELECT 1 FROM step_taken s
                                     JOIN step_undone u ON u.step_taken_id = s.id
                                     WHERE s.letter_id = l.id)),
                  EXISTS (SELECT 1 FROM letter_waiting w WHERE w.letter_id = l.id AND w.waits),
                  l.pay_by, array_agg(lc.invoice_id)
           FROM letter l JOIN letter_claim lc ON lc.letter_id = l.id AND lc.step_taken
           WHERE lc.invoice_id = ANY(%s) AND split_part(l.key, ':', 2) = ANY(%s)
             AND l.pay_by IS NOT NULL
           GROUP BY l.id ORDER BY l.day, l.id""",
        [list(invoices), list(steps)],
    )
    return [
        WarningLetter(party, day, warned_on, waits, pay_by, frozenset(claims))
        for party, day, warned_on, waits, pay_by, claims in cursor.fetchall()
    ]


def waiting(
    cursor: CursorWrapper, *, steps: Collection[str], until: date
) -> dict[int, tuple[int, ...]]:
    """Letter -> its invoices, of the letters of these steps, up to the day, that wait to leave."""
    cursor.execute(
        """SELECT l.id, array_agg(lc.invoice_id)
           FROM letter_waiting w
           JOIN letter l ON l.id = w.letter_id
           JOIN letter_claim lc ON lc.letter_id = l.id AND lc.step_taken
           WHERE w.waits AND l.day <= %s AND split_part(l.key, ':', 2) = ANY(%s)
           GROUP BY l.id ORDER BY l.id""",
        [until, list(steps)],
    )
    return {letter: tuple(invoices) for letter, invoices in cursor.fetchall()}
