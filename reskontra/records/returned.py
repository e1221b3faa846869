"""Letters that came back: which, since when, and what is sent instead.

    latest_of(cursor, 17)   -> the latest letter about the invoice, which may have come back
    waiting(cursor)         -> those that wait for an address

The one rule: a letter comes back once, and is sent again once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

TO_A_CHILD = "nobody is registered for the minor"
NOWHERE = "the address is unknown"
WITHHELD = (TO_A_CHILD, NOWHERE)
"""Why a letter was stopped that is to be written anew when somebody knows whither."""


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter, with what has become of it."""

    letter: int
    public_id: UUID
    key: str
    creditor: int
    party: int
    template: str
    language: str
    day: date
    pay_by: date | None
    ocr_number: str
    data: str
    channel: str
    passed_channels: list[str]
    encloses: list[str]
    copies_to: list[str]
    left: bool
    returned_on: date | None
    reason: str
    invoices: list[int]
    """Those whose step it took, or that it is the document of."""
    listed: list[int]
    """Those that are only listed in it."""
    numbers: list[str]
    """What is printed on the former."""
    name: str
    """Of the party."""

    @property
    def step(self) -> str:
        """The step that its key names: "17:disconnection_warning"; empty of other documents."""
        return self.key.split(":")[1] if ":" in self.key else ""


_ALL = """
    SELECT l.id, l.public_id, l.key, l.creditor_id, l.party_id, l.template, l.language, l.day,
           l.pay_by, l.ocr_number, l.data, l.channel, l.passed_channels, l.encloses, l.copies_to,
           EXISTS (SELECT 1 FROM letter_event e WHERE e.letter_id = l.id
                   AND e.state IN ('printed', 'sent')),
           back.day, coalesce(back.note, ''), about.ids, about.listed, about.numbers,
           (SELECT name FROM party WHERE id = l.party_id)
    FROM letter l
    LEFT JOIN letter_event back ON back.letter_id = l.id AND back.state = 'returned'
    CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(i.id ORDER BY i.id) FILTER (WHERE lc.step_taken), '{}') AS ids,
               coalesce(array_agg(i.id ORDER BY i.id) FILTER (WHERE NOT lc.step_taken), '{}')
                   AS listed,
               coalesce(array_agg(i.number ORDER BY i.id) FILTER (WHERE lc.step_taken), '{}')
                   AS numbers
        FROM letter_claim lc JOIN invoice i ON i.id = lc.invoice_id
        WHERE lc.letter_id = l.id) about
"""


def _load(cursor: CursorWrapper, rest: str, values: list[object]) -> list[LetterRow]:
    cursor.execute(f"{_ALL} {rest}", values)
    return [LetterRow(*row) for row in cursor.fetchall()]


def latest_of(cursor: CursorWrapper, invoice: int) -> LetterRow | None:
    """The latest letter that took a step for the invoice, or is the invoice itself."""
    found = _load(
        cursor,
        """WHERE l.sent_to_print AND l.id = (
               SELECT max(lc.letter_id) FROM letter_claim lc JOIN letter o ON o.id = lc.letter_id
               WHERE lc.invoice_id = %s AND lc.step_taken AND o.sent_to_print)""",
        [invoice],
    )
    return found[0] if found else None


def waiting(cursor: CursorWrapper, *, party: int | None = None) -> list[LetterRow]:
    """The letters that have come back and have not been sent again, oldest first."""
    return _load(
        cursor,
        """WHERE back.day IS NOT NULL AND (%s::bigint IS NULL OR l.party_id = %s)
             AND NOT EXISTS (SELECT 1 FROM letter later WHERE later.resends_id = l.id)
           ORDER BY back.day, l.id""",
        [party, party],
    )


def withheld(cursor: CursorWrapper, *, party: int) -> list[LetterRow]:
    """The letters to a party that went nowhere and have not been written anew, oldest first."""
    return _load(
        cursor,
        """WHERE l.party_id = %s AND EXISTS (
                SELECT 1 FROM letter_event e WHERE e.letter_id = l.id AND e.state = 'stopped'
                AND e.note = ANY(%s))
             AND NOT EXISTS (SELECT 1 FROM letter later WHERE later.resends_id = l.id)
           ORDER BY l.id""",
        [party, list(WITHHELD)],
    )


@dataclass(frozen=True, slots=True)
class Returned:
    """A letter that came back, and the one sent instead, for stories."""

    returned_on: date
    reason: str
    invoices: tuple[int, ...]
    moved_on: date | None
    """When somebody knew where its reader lives."""
    resent_on: date | None
    pay_by: date | None
    step: str


def told(cursor: CursorWrapper, ids: list[int]) -> list[Returned]:
    """The letters about these invoices that have come back, oldest first."""
    cursor.execute(
        """SELECT back.day, back.note, array_agg(lc.invoice_id ORDER BY lc.invoice_id),
                  min(up.last_day) + 1 - (back.day - l.day), later.day, later.pay_by,
                  coalesce((SELECT min(step) FROM step_taken WHERE letter_id = l.id), '')
           FROM letter l JOIN letter_event back ON back.letter_id = l.id
                AND back.state = 'returned'
           JOIN letter_claim lc ON lc.letter_id = l.id AND lc.step_taken
           LEFT JOIN letter later ON later.resends_id = l.id
           LEFT JOIN hold h ON h.invoice_id = lc.invoice_id AND h.kind = 'returned_letter'
                AND h.first_day = back.day
           LEFT JOIN hold_lifted up ON up.hold_id = h.id
           WHERE l.id IN (SELECT letter_id FROM letter_claim WHERE invoice_id = ANY(%s))
           GROUP BY l.id, back.id, later.id ORDER BY back.day, l.id""",
        [ids],
    )
    return [
        Returned(day, reason, tuple(invoices), moved_on, resent_on, pay_by, step)
        for day, reason, invoices, moved_on, resent_on, pay_by, step in cursor.fetchall()
    ]
