"""Claims and people, found by what somebody has in hand: a number, or a name.

    by_number(cursor, "1004")          -> an invoice, an OCR number, an agency's case number
    by_name(cursor, "cilla åk")        -> those whose names have words that begin so
    by_identity(cursor, "198001012384")

Reads only, by index. The one rule: a name is shown with its place and nothing more, until somebody
opens it and is recorded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.backends.utils import CursorWrapper

MOST = 50
"""Hits shown; whoever gets so many writes more of the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An invoice, or a party by its latest invoice."""

    public_id: UUID
    """Of the invoice."""
    number: str
    creditor: str
    party: int
    name: str
    place: str
    """The last line of the address; empty for a protected identity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An invoice and whose it is, for one who has opened it."""

    invoice: int
    public_id: UUID
    number: str
    creditor: str
    party: int
    name: str
    address_lines: tuple[str, ...]
    protected: bool


_HITS = """
    SELECT i.public_id, i.number, c.code, p.id, p.name,
           CASE WHEN p.protected_identity THEN '' ELSE
                coalesce(p.address_lines[array_upper(p.address_lines, 1)], '') END
    FROM invoice i JOIN creditor c ON c.id = i.creditor_id JOIN party p ON p.id = i.party_id
"""


def by_number(cursor: CursorWrapper, text: str) -> list[Hit]:
    """Invoices with this number, this OCR number, or this case number at an agency."""
    number = "".join(text.split())
    return _hits(
        cursor,
        """WHERE i.id IN (
            SELECT id FROM invoice WHERE number = %s
            UNION SELECT r.invoice_id FROM payment_reference r WHERE r.ocr_number = %s
            UNION SELECT lc.invoice_id FROM payment_reference r
                  JOIN letter_claim lc ON lc.letter_id = r.letter_id WHERE r.ocr_number = %s
            UNION SELECT h.invoice_id FROM handover_event e JOIN handover h ON h.id = e.handover_id
                  WHERE e.case_number = %s AND e.case_number <> ''
            UNION SELECT h.invoice_id FROM handover_event e JOIN handover h ON h.id = e.handover_id
                  WHERE e.ocr_number = %s AND e.ocr_number <> '')
           ORDER BY i.id LIMIT %s""",
        [number, number, number, number, number, MOST],
    )


def by_name(cursor: CursorWrapper, text: str) -> list[Hit]:
    """Parties with words in their names that begin as these do, each by its latest invoice."""
    words = re.findall(r"\w+", text.lower())
    if not words:
        return []
    wanted = " & ".join(f"{word}:*" for word in words)
    return _hits(
        cursor,
        """WHERE i.id IN (
            SELECT (SELECT max(id) FROM invoice WHERE party_id = party.id) FROM party
            WHERE to_tsvector('simple', name) @@ to_tsquery('simple', %s) LIMIT %s)
           ORDER BY p.name, i.id""",
        [wanted, MOST],
    )


def by_identity(cursor: CursorWrapper, number: str) -> list[Hit]:
    """The party with this identity number, twelve digits or ten, by its latest invoice.

    One who only owes what another is the recipient of is found by the latest of that.
    """
    return _hits(
        cursor,
        """WHERE i.id = (SELECT coalesce(
               (SELECT max(id) FROM invoice WHERE party_id = q.id),
               (SELECT max(invoice_id) FROM invoice_debtor WHERE party_id = q.id))
           FROM party q WHERE q.identity_number = %s)""",
        [number],
    )


def _hits(cursor: CursorWrapper, rest: str, values: Sequence[object]) -> list[Hit]:
    cursor.execute(f"{_HITS} {rest}", list(values))
    return [
        Hit(
            public_id=row[0],
            number=row[1],
            creditor=row[2],
            party=row[3],
            name=row[4],
            place=row[5],
        )
        for row in cursor.fetchall()
    ]


def subject(cursor: CursorWrapper, public_id: UUID) -> Subject | None:
    """The invoice with this public id, and whose it is."""
    cursor.execute(
        "SELECT i.id, i.public_id, i.number, c.code, p.id, p.name, p.address_lines,"
        " p.protected_identity FROM invoice i JOIN creditor c ON c.id = i.creditor_id"
        " JOIN party p ON p.id = i.party_id WHERE i.public_id = %s",
        [public_id],
    )
    row = cursor.fetchone()
    if row is None:
        return None
    return Subject(
        invoice=row[0],
        public_id=row[1],
        number=row[2],
        creditor=row[3],
        party=row[4],
        name=row[5],
        address_lines=tuple(row[6]),
        protected=row[7],
    )


_OWED_BY = """(s.party_id = %s OR s.invoice_id = ANY (ARRAY(
    SELECT invoice_id FROM invoice_debtor WHERE party_id = %s)))"""


def claims_of(
    cursor: CursorWrapper, party: int, *, limit: int, offset: int
) -> tuple[int, list[tuple[int, UUID]]]:
    """How many invoices a party owes or has owed, and one page: those with something left first."""
    cursor.execute(f"SELECT count(*) FROM claim_state s WHERE {_OWED_BY}", [party, party])
    count = int(cursor.fetchone()[0])
    cursor.execute(
        "SELECT i.id, i.public_id FROM claim_state s JOIN invoice i ON i.id = s.invoice_id"
        f" WHERE {_OWED_BY} ORDER BY (s.open_ore = 0), s.due_date DESC, i.id"
        " LIMIT %s OFFSET %s",
        [party, party, limit, offset],
    )
    return count, cursor.fetchall()


def letter(cursor: CursorWrapper, public_id: UUID) -> tuple[int, int, str] | None:
    """The id, the party and the template of a letter."""
    cursor.execute("SELECT id, party_id, template FROM letter WHERE public_id = %s", [public_id])
    row = cursor.fetchone()
    return None if row is None else (row[0], row[1], row[2])


def public_id_of(cursor: CursorWrapper, invoice: int) -> UUID:
    """The public id of an invoice."""
    cursor.execute("SELECT public_id FROM invoice WHERE id = %s", [invoice])
    found: UUID = cursor.fetchone()[0]
    return found


def latest_of(cursor: CursorWrapper, party: int) -> UUID:
    """The public id of a party's latest invoice, one that it owes with others among them."""
    cursor.execute(
        "SELECT public_id FROM invoice WHERE id = (SELECT max(id) FROM ("
        "SELECT id FROM invoice WHERE party_id = %s"
        " UNION ALL SELECT invoice_id FROM invoice_debtor WHERE party_id = %s) owed)",
        [party, party],
    )
    found: UUID = cursor.fetchone()[0]
    return found
