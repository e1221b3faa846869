"""Letters that have neither left nor been stopped, seen from the invoices that they are about.

    about(cursor, [17], until=date(2025, 4, 9))  -> [LetterLeaving(template="reminder", ...)]

Reads only. The one rule: a letter about something that has been paid meanwhile does not leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True)
class LetterLeaving:
    """A letter that waits to leave. Amounts in öre, of the claims whose step it took."""

    letter: int
    template: str
    day: date
    owed_then_ore: int
    owed_now_ore: int
    invoices: Sequence[int]

    @property
    def paid_meanwhile(self) -> bool:
        """Whether nothing is left of what it is about: it is stopped."""
        return self.owed_then_ore > 0 and self.owed_now_ore == 0


def about(cursor: CursorWrapper, invoices: Sequence[int], *, until: date) -> list[LetterLeaving]:
    """Those written up to the day about any of these invoices, oldest first."""
    cursor.execute(
        """SELECT l.id, l.template, l.day,
                  coalesce(sum(lc.open_ore) FILTER (WHERE lc.step_taken), 0)::bigint,
                  coalesce(sum(s.open_ore) FILTER (WHERE lc.step_taken), 0)::bigint,
                  array_agg(lc.invoice_id ORDER BY lc.invoice_id)
           FROM letter_waiting w
           JOIN letter l ON l.id = w.letter_id
           JOIN letter_claim lc ON lc.letter_id = l.id
           JOIN claim_state s ON s.invoice_id = lc.invoice_id
           WHERE l.id IN (SELECT letter_id FROM letter_claim WHERE invoice_id = ANY(%s))
             AND w.waits AND l.day <= %s
           GROUP BY l.id ORDER BY l.id""",
        [list(invoices), until],
    )
    return [LetterLeaving(*row) for row in cursor.fetchall()]
