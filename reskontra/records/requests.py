"""Requests of citizens, and their answers.

    add(cursor, NewRequest(...))        as the citizen, through `access`
    requests_waiting(cursor)            -> what waits for an answer, the oldest first
    answer(cursor, row, outcome=Answered.DECLINED, ...)
    withdraw(cursor, row, day=today)    as the citizen, through `access`

The one rule: a request is answered once, by whoever comes first: a person, the rules, or the
citizen who withdraws it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.domain.asking import SELF_SERVICE, Answered, AskedFor
from reskontra.domain.refusal import Refused


class AnsweredBefore(Refused):
    """The request about invoice {number} has been answered already."""

    swedish = "Begäran om faktura {number} är redan besvarad."


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRequest:
    """A request to be. Amount in öre."""

    invoice: int
    kind: AskedFor
    day: date
    until: date | None = None
    parts: int | None = None
    first_on: date | None = None
    amount_ore: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """A request, with its answer when it has one. Amount in öre."""

    key: int
    public_id: UUID
    party: int
    invoice: int
    number: str
    creditor: str
    kind: AskedFor
    day: date
    until: date | None
    parts: int | None
    first_on: date | None
    amount_ore: int | None
    text: str
    outcome: Answered | None
    reason: str
    answered_on: date | None


_ROWS = """
    SELECT r.id, r.public_id, r.party_id, r.invoice_id, i.number, c.code, r.kind, r.day, r.until,
           r.parts, r.first_on, r.amount_ore, r.text, a.outcome, coalesce(a.reason, ''), a.day
    FROM request r JOIN invoice i ON i.id = r.invoice_id JOIN creditor c ON c.id = i.creditor_id
    LEFT JOIN request_answer a ON a.request_id = r.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of a request that was sent."""

    public_id: UUID | None
    """Of the one that stands; nothing when another who owes has asked the same that day."""
    kept: bool
    """False when one of the kind stood there already: that one holds, and this was not kept."""


def add(cursor: CursorWrapper, new: NewRequest, *, party: int) -> Added:
    """Add a request of a party who owes the invoice; of a kind one a day stands at a time."""
    cursor.execute(
        """INSERT INTO request (party_id, invoice_id, kind, day, until, parts, first_on,
                                amount_ore, text, again)
           SELECT %s, %s, %s, %s, %s, %s, %s, %s, %s, count(*) FROM request r
           JOIN request_answer a ON a.request_id = r.id AND a.outcome = 'withdrawn'
           WHERE r.invoice_id = %s AND r.kind = %s AND r.day = %s
           ON CONFLICT (invoice_id, kind, day, again) DO NOTHING""",
        [
            party,
            new.invoice,
            new.kind.value,
            new.day,
            new.until,
            new.parts,
            new.first_on,
            new.amount_ore,
            new.text,
            new.invoice,
            new.kind.value,
            new.day,
        ],
    )
    kept = cursor.rowcount == 1
    cursor.execute(
        "SELECT public_id FROM request"
        " WHERE party_id = %s AND invoice_id = %s AND kind = %s AND day = %s"
        " ORDER BY id DESC LIMIT 1",
        [party, new.invoice, new.kind.value, new.day],
    )
    row = cursor.fetchone()
    return Added(public_id=None if row is None else row[0], kept=kept)


_UNANSWERED = "NOT EXISTS (SELECT 1 FROM request_answer WHERE request_id = r.id)"


def requests_waiting(
    cursor: CursorWrapper, *, limit: int | None = None, offset: int = 0
) -> tuple[RequestRow, ...]:
    """The requests that nobody has answered, the oldest first; all of them, or one page."""
    cursor.execute(f"{_ROWS} WHERE {_UNANSWERED} ORDER BY r.id LIMIT %s OFFSET %s", [limit, offset])
    return tuple(map(_row, cursor.fetchall()))


def waiting_count(cursor: CursorWrapper) -> int:
    """How many requests nobody has answered."""
    cursor.execute(f"SELECT count(*) FROM request r WHERE {_UNANSWERED}")
    return int(cursor.fetchone()[0])


def of_invoice(cursor: CursorWrapper, invoice: int) -> tuple[RequestRow, ...]:
    """The requests about an invoice, the newest first."""
    cursor.execute(f"{_ROWS} WHERE r.invoice_id = %s ORDER BY r.id DESC", [invoice])
    return tuple(map(_row, cursor.fetchall()))


def of_party(cursor: CursorWrapper, party: int, *, limit: int) -> tuple[RequestRow, ...]:
    """What a party has asked for: what waits first, and then the newest."""
    cursor.execute(
        f"{_ROWS} WHERE r.party_id = %s ORDER BY a.request_id IS NOT NULL, r.id DESC LIMIT %s",
        [party, limit],
    )
    return tuple(map(_row, cursor.fetchall()))


def one(cursor: CursorWrapper, public_id: UUID) -> RequestRow | None:
    """The request with this id."""
    cursor.execute(f"{_ROWS} WHERE r.public_id = %s", [public_id])
    row = cursor.fetchone()
    return None if row is None else _row(row)


def _row(row: tuple[Any, ...]) -> RequestRow:
    key, public_id, party, invoice, number, creditor, kind, day, *asked = row
    until, parts, first_on, amount_ore, text, outcome, reason, answered_on = asked
    return RequestRow(
        key=key,
        public_id=public_id,
        party=party,
        invoice=invoice,
        number=str(number),
        creditor=str(creditor),
        kind=AskedFor(kind),
        day=day,
        until=until,
        parts=parts,
        first_on=first_on,
        amount_ore=amount_ore,
        text=str(text),
        outcome=None if outcome is None else Answered(outcome),
        reason=str(reason),
        answered_on=answered_on,
    )


def answer(
    cursor: CursorWrapper,
    row: RequestRow,
    *,
    outcome: Answered,
    reason: str,
    by: str,
    day: date,
) -> None:
    """Answer the request; refused when another answer came first."""
    cursor.execute(
        "INSERT INTO request_answer (request_id, party_id, outcome, reason, decided_by, day)"
        " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
        [row.key, row.party, outcome.value, reason, by, day],
    )
    if cursor.rowcount == 0:
        raise AnsweredBefore(number=row.number)


def withdraw(cursor: CursorWrapper, row: RequestRow, *, day: date) -> None:
    """Take it back, as whoever asked; refused when it has been answered."""
    answer(cursor, row, outcome=Answered.WITHDRAWN, reason="", by=SELF_SERVICE, day=day)
