"""What waits for a person, list by list: how many, and one page of each.

    unmatched(cursor, limit=25, offset=0)  -> [Waiting(number="", name="Anna Ek", day=…, …)]

Reads only, by index: a list costs what waits, not what is owed. The one rule: each list has its
count beside it, by the same condition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that waits. Amount in öre."""

    key: int
    public_id: UUID | None
    """Of the invoice that it is about, when there is one."""
    number: str
    name: str
    day: date
    amount_ore: int
    words: str
    """What is known of it, as it was recorded."""
    creditor: str = ""
    """Whose it is, when it is about no invoice."""


def _rows(cursor: CursorWrapper, statement: str, values: Sequence[object]) -> list[Waiting]:
    cursor.execute(statement, list(values))
    return [
        Waiting(
            key=row[0],
            public_id=row[1],
            number=row[2],
            name=row[3],
            day=row[4],
            amount_ore=row[5],
            words=row[6],
            creditor=row[7] if len(row) > _COLUMNS else "",
        )
        for row in cursor.fetchall()
    ]


_COLUMNS = 7


def _count(cursor: CursorWrapper, rest: str) -> int:
    cursor.execute(f"SELECT count(*) FROM ({rest}) found")
    return int(cursor.fetchone()[0])


_UNMATCHED = """
    SELECT payment_id, sum(amount_ore * ((credit = 'unmatched')::int
                                       - (debit = 'unmatched')::int))::bigint AS left_ore
    FROM entry WHERE credit = 'unmatched' OR debit = 'unmatched'
    GROUP BY payment_id HAVING sum(amount_ore * ((credit = 'unmatched')::int
                                               - (debit = 'unmatched')::int)) <> 0
"""


def unmatched_count(cursor: CursorWrapper) -> int:
    """How many payments have found no claim."""
    return _count(cursor, _UNMATCHED)


def unmatched(cursor: CursorWrapper, *, limit: int, offset: int) -> list[Waiting]:
    """Payments that have found no claim, oldest first."""
    return _rows(
        cursor,
        f"""SELECT p.id, NULL, p.reference, p.payer_name, p.booking_date, u.left_ore, p.text
            FROM ({_UNMATCHED}) u JOIN payment p ON p.id = u.payment_id
            ORDER BY p.booking_date, p.id LIMIT %s OFFSET %s""",
        [limit, offset],
    )


_RECALLS = """
    SELECT e.handover_id, e.day FROM handover_event e WHERE e.kind = 'recall_sent'
      AND NOT EXISTS (SELECT 1 FROM handover_event c
                      WHERE c.handover_id = e.handover_id AND c.kind = 'closed')
"""


def recalls_count(cursor: CursorWrapper) -> int:
    """How many recalls no agency has confirmed."""
    return _count(cursor, _RECALLS)


def recalls(cursor: CursorWrapper, *, limit: int, offset: int) -> list[Waiting]:
    """Claims called back whose agency has not confirmed it, oldest first."""
    return _rows(
        cursor,
        f"""SELECT h.id, i.public_id, i.number, p.name, r.day, s.open_ore, h.agency
            FROM ({_RECALLS}) r JOIN handover h ON h.id = r.handover_id
            JOIN invoice i ON i.id = h.invoice_id JOIN claim_state s ON s.invoice_id = i.id
            JOIN party p ON p.id = h.party_id ORDER BY r.day, h.id LIMIT %s OFFSET %s""",
        [limit, offset],
    )


_MESSAGES = """
    SELECT w.agency_message_id AS id, w.reason FROM agency_message_waiting w WHERE w.waits
"""


def messages_count(cursor: CursorWrapper) -> int:
    """How many messages from agencies could not be placed."""
    return _count(cursor, _MESSAGES)


def messages(cursor: CursorWrapper, *, limit: int, offset: int) -> list[Waiting]:
    """Messages from agencies that could not be placed, oldest first."""
    return _rows(
        cursor,
        f"""SELECT m.id, NULL, m.message, m.agency, m.received_date, 0, coalesce(w.reason, ''),
                   c.code
            FROM ({_MESSAGES}) w JOIN agency_message m ON m.id = w.id
            JOIN creditor c ON c.id = m.creditor_id
            ORDER BY m.id LIMIT %s OFFSET %s""",
        [limit, offset],
    )


_PAYOUTS = """
    SELECT o.agency_message_id AS id FROM agency_payout o WHERE NOT EXISTS (
        SELECT 1 FROM agency_payout_settled s WHERE s.agency_message_id = o.agency_message_id)
"""


def payouts_count(cursor: CursorWrapper) -> int:
    """How many payouts of agencies have not been found at the bank."""
    return _count(cursor, _PAYOUTS)


def payouts(cursor: CursorWrapper, *, limit: int, offset: int) -> list[Waiting]:
    """Payouts that agencies have told of and whose money nobody has found, oldest first."""
    return _rows(
        cursor,
        f"""SELECT o.agency_message_id, NULL, m.message, o.agency, o.day, o.amount_ore,
                   o.payment_reference, c.code
            FROM ({_PAYOUTS}) w JOIN agency_payout o ON o.agency_message_id = w.id
            JOIN agency_message m ON m.id = w.id JOIN creditor c ON c.id = o.creditor_id
            ORDER BY w.id LIMIT %s OFFSET %s""",
        [limit, offset],
    )


_FAILED = "SELECT f.id FROM run_failure f WHERE NOT f.mended"


def failures_count(cursor: CursorWrapper) -> int:
    """How many parties a night could not work."""
    return _count(cursor, _FAILED)


def failures(cursor: CursorWrapper, *, limit: int, offset: int) -> list[Waiting]:
    """Parties whose claims a night could not work, oldest first."""
    return _rows(
        cursor,
        """SELECT f.id, i.public_id, i.number, p.name, r.day, 0, f.error
           FROM run_failure f JOIN run r ON r.id = f.run_id JOIN party p ON p.id = f.party_id
           JOIN LATERAL (SELECT public_id, number FROM invoice WHERE party_id = p.id
                         ORDER BY id DESC LIMIT 1) i ON true
           WHERE NOT f.mended ORDER BY r.day, f.id LIMIT %s OFFSET %s""",
        [limit, offset],
    )


_LETTERS = """
    SELECT e.letter_id, max(e.id) AS event_id FROM letter_event e WHERE e.state = 'failed'
      AND NOT EXISTS (SELECT 1 FROM letter_event g WHERE g.letter_id = e.letter_id
                      AND g.state IN ('printed', 'sent', 'stopped'))
    GROUP BY e.letter_id
"""


def letters_count(cursor: CursorWrapper) -> int:
    """How many letters could not be made."""
    return _count(cursor, _LETTERS)


def letters(cursor: CursorWrapper, *, limit: int, offset: int) -> list[Waiting]:
    """Letters that could not be made, oldest first."""
    return _rows(
        cursor,
        f"""SELECT l.id, i.public_id, i.number, p.name, l.day, l.total_ore, e.note
            FROM ({_LETTERS}) w JOIN letter l ON l.id = w.letter_id
            JOIN letter_event e ON e.id = w.event_id JOIN party p ON p.id = l.party_id
            JOIN LATERAL (SELECT i.public_id, i.number FROM letter_claim lc
                          JOIN invoice i ON i.id = lc.invoice_id WHERE lc.letter_id = l.id
                          ORDER BY lc.step_taken DESC, i.id LIMIT 1) i ON true
            ORDER BY l.day, l.id LIMIT %s OFFSET %s""",
        [limit, offset],
    )


_BROKEN = """
    SELECT e.plan_id, e.day, min(pc.invoice_id) AS invoice_id FROM plan_event e
    JOIN plan_claim pc ON pc.plan_id = e.plan_id
    JOIN claim_state s ON s.invoice_id = pc.invoice_id AND s.open_ore > 0
    WHERE e.kind = 'broken'
      AND NOT EXISTS (SELECT 1 FROM plan_in_force f WHERE f.invoice_id = pc.invoice_id)
      AND NOT EXISTS (SELECT 1 FROM handover h WHERE h.invoice_id = pc.invoice_id
                      AND h.day >= e.day)
    GROUP BY e.plan_id, e.day
"""


def broken_count(cursor: CursorWrapper) -> int:
    """How many plans are broken, with something left that nobody else collects yet."""
    return _count(cursor, _BROKEN)


def broken(cursor: CursorWrapper, *, limit: int, offset: int) -> list[Waiting]:
    """Plans that are broken, with something left, the latest first."""
    return _rows(
        cursor,
        f"""SELECT b.plan_id, i.public_id, i.number, p.name, b.day, s.open_ore, ''
            FROM ({_BROKEN}) b JOIN invoice i ON i.id = b.invoice_id
            JOIN claim_state s ON s.invoice_id = i.id JOIN party p ON p.id = i.party_id
            ORDER BY b.day DESC, b.plan_id LIMIT %s OFFSET %s""",
        [limit, offset],
    )


_GATES = """
    SELECT s.invoice_id FROM claim_state s
    WHERE s.needs <> '' AND s.open_ore > 0 AND (s.next_look_on IS NULL OR s.next_look_on > %s)
      AND NOT EXISTS (SELECT 1 FROM course_proposal p WHERE p.invoice_id = s.invoice_id
                      AND NOT EXISTS (SELECT 1 FROM course_decision d WHERE d.proposal_id = p.id))
"""


def gates_count(cursor: CursorWrapper, *, today: date) -> int:
    """How many claims wait for a finding and nothing else, as the latest night found."""
    cursor.execute(f"SELECT count(*) FROM ({_GATES}) found", [today])
    return int(cursor.fetchone()[0])


def gates(cursor: CursorWrapper, *, today: date, limit: int, offset: int) -> list[Waiting]:
    """Claims that wait for a finding, those due first at the top; `words` are the findings."""
    return _rows(
        cursor,
        f"""SELECT i.id, i.public_id, i.number, p.name, s.due_date, s.open_ore, s.needs
            FROM ({_GATES}) g JOIN claim_state s ON s.invoice_id = g.invoice_id
            JOIN invoice i ON i.id = g.invoice_id JOIN party p ON p.id = i.party_id
            ORDER BY s.due_date, i.id LIMIT %s OFFSET %s""",
        [today, limit, offset],
    )


def named(cursor: CursorWrapper, invoices: Sequence[int]) -> dict[int, Waiting]:
    """What a list shows of these invoices, by id."""
    found = _rows(
        cursor,
        """SELECT i.id, i.public_id, i.number, p.name, i.due_date, s.open_ore, ''
           FROM invoice i JOIN party p ON p.id = i.party_id
           JOIN claim_state s ON s.invoice_id = i.id WHERE i.id = ANY(%s) ORDER BY i.id""",
        [list(invoices)],
    )
    return {each.key: each for each in found}


def of_numbers(cursor: CursorWrapper, payment: int, numbers: Sequence[str]) -> tuple[Waiting, ...]:
    """What a list shows of the invoices with these numbers from the creditor that was paid."""
    if not numbers:
        return ()
    found = _rows(
        cursor,
        """SELECT i.id, i.public_id, i.number, p.name, i.due_date, s.open_ore, ''
           FROM payment w JOIN invoice i ON i.creditor_id = w.creditor_id
           JOIN party p ON p.id = i.party_id JOIN claim_state s ON s.invoice_id = i.id
           WHERE w.id = %s AND i.number = ANY(%s) ORDER BY i.id""",
        [payment, list(numbers)],
    )
    return tuple(found)
