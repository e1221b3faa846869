"""The letters that warned somebody of a disconnection.

    warning_letters(cursor, [17], steps={"disconnection_warning"})  -> [WarningLetter(party=4, ...)]

Reads only. The one rule: a letter that came back, or never left, has warned nobody.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True)
class WarningLetter:
    """A letter that warned somebody. `claims` are invoices."""

    party: int
    day: date
    pay_by: date
    claims: frozenset[int]


def warning_letters(
    cursor: CursorWrapper, invoices: Collection[int], *, steps: Collection[str]
) -> list[WarningLetter]:
    """The letters of these steps about the invoices, but for those that came back or were stopped.

    A letter's key says its step: "17:disconnection_warning", and to whom else than the recipient.
    """
    cursor.execute(
        """SELECT l.party_id, l.day, l.pay_by, array_agg(lc.invoice_id)
           FROM letter l JOIN letter_claim lc ON lc.letter_id = l.id AND lc.step_taken
           WHERE lc.invoice_id = ANY(%s) AND split_part(l.key, ':', 2) = ANY(%s)
             AND l.pay_by IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM letter_event e WHERE e.letter_id = l.id
                             AND e.state IN ('returned', 'stopped'))
             AND NOT EXISTS (SELECT 1 FROM step_taken s JOIN step_undone u ON u.step_taken_id = s.id
                             WHERE s.letter_id = l.id)
           GROUP BY l.id ORDER BY l.day, l.id""",
        [list(invoices), list(steps)],
    )
    return [
        WarningLetter(party, day, pay_by, frozenset(claims))
        for party, day, pay_by, claims in cursor.fetchall()
    ]
