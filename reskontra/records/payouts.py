"""Money to be paid back: ordered, approved, sent, and what became of it, each a row.

    public_id = add(cursor, NewPayout(invoice=17, amount_ore=10_000, ...))
    happen(cursor, key, kind=APPROVED, day=today, by="B. Lund")
    free_overpaid(cursor, 17)   -> öre too much on the invoice that no pay-out waits for

The one rule: what is free is what lies there less what waits, read while the claim, or the payment,
is kept from others; so no öre is paid out twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.domain.ledger import LedgerAccount
from reskontra.records.post import Occasion, paid_out, payout_returned, post

ORDERED = "ordered"
APPROVED, SENT, RETURNED, WITHDRAWN = "approved", "sent", "returned", "withdrawn"
WRITTEN = "written"
"""The file that it left in is in the folder; whoever takes it away need not leave it there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPayout:
    """A pay-out to be, of what is too much on an invoice or of a payment without one."""

    creditor: int
    party: int | None
    invoice: int | None
    payment: int | None
    amount_ore: int
    account_kind: str
    account: str
    payee: str
    reason: str
    decided_by: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Payout:
    """A pay-out as it stands. Amount in öre."""

    key: int
    public_id: UUID
    creditor: int
    creditor_code: str
    invoice: int | None
    number: str
    """The invoice's; empty when there is none."""
    payment: int | None
    amount_ore: int
    account_kind: str
    account: str
    payee: str
    reason: str
    decided_by: str
    day: date
    state: str
    file: str
    """The file that it left in; empty before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    """Money that has found no claim, less what waits to be sent back."""

    creditor: int
    creditor_code: str
    value_date: date
    free_ore: int


_ALL = """
    SELECT p.id, p.public_id, p.creditor_id, c.code, p.invoice_id, coalesce(i.number, ''),
           p.payment_id, p.amount_ore, p.account_kind, p.account, p.payee, p.reason,
           p.decided_by, p.day,
           coalesce((SELECT e.kind FROM payout_event e
                     WHERE e.payout_id = p.id AND e.kind <> 'written'
                     ORDER BY e.id DESC LIMIT 1), 'ordered'),
           coalesce((SELECT e.note FROM payout_event e WHERE e.payout_id = p.id
                     AND e.kind = 'sent'), '')
    FROM payout p JOIN creditor c ON c.id = p.creditor_id
    LEFT JOIN invoice i ON i.id = p.invoice_id
"""
_WAITS = """NOT EXISTS (SELECT 1 FROM payout_event e WHERE e.payout_id = p.id
    AND e.kind IN ('sent', 'withdrawn'))"""


def _load(cursor: CursorWrapper, rest: str, values: Sequence[object]) -> list[Payout]:
    cursor.execute(f"{_ALL} {rest}", values)
    return [
        Payout(
            key=row[0],
            public_id=row[1],
            creditor=row[2],
            creditor_code=row[3],
            invoice=row[4],
            number=row[5],
            payment=row[6],
            amount_ore=row[7],
            account_kind=row[8],
            account=row[9],
            payee=row[10],
            reason=row[11],
            decided_by=row[12],
            day=row[13],
            state=row[14],
            file=row[15],
        )
        for row in cursor.fetchall()
    ]


def add(cursor: CursorWrapper, new: NewPayout) -> UUID:
    """Add the pay-out, which waits for approval; its public id."""
    cursor.execute(
        "INSERT INTO payout (creditor_id, party_id, invoice_id, payment_id, amount_ore,"
        " account_kind, account, payee, reason, decided_by, day)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING public_id",
        [
            *(new.creditor, new.party, new.invoice, new.payment, new.amount_ore),
            *(new.account_kind, new.account, new.payee, new.reason, new.decided_by, new.day),
        ],
    )
    public_id: UUID = cursor.fetchone()[0]
    return public_id


def happen(
    cursor: CursorWrapper, payout: int, *, kind: str, day: date, by: str, note: str = ""
) -> None:
    """Add what has happened to the pay-out; the same cannot happen twice."""
    cursor.execute(
        "INSERT INTO payout_event (payout_id, kind, day, decided_by, note)"
        " VALUES (%s, %s, %s, %s, %s)",
        [payout, kind, day, by, note],
    )


def lock(cursor: CursorWrapper, public_id: UUID) -> Payout | None:
    """The pay-out, kept from others until the transaction ends; None when there is none."""
    cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"payout {public_id}"])
    found = _load(cursor, "WHERE p.public_id = %s", [public_id])
    return found[0] if found else None


def waiting(cursor: CursorWrapper) -> list[Payout]:
    """Those that have neither left nor been withdrawn, oldest first."""
    return _load(cursor, f"WHERE {_WAITS} ORDER BY p.id", [])


def approved(cursor: CursorWrapper) -> list[Payout]:
    """Those that leave with the next file."""
    return [each for each in waiting(cursor) if each.state == APPROVED]


def in_file(cursor: CursorWrapper, file: str) -> list[Payout]:
    """Those that left in a file, in the order that they were asked for."""
    return _load(
        cursor,
        "WHERE EXISTS (SELECT 1 FROM payout_event s WHERE s.payout_id = p.id"
        " AND s.kind = 'sent' AND s.note = %s) ORDER BY p.id",
        [file],
    )


def unwritten(cursor: CursorWrapper) -> list[tuple[str, date]]:
    """(name, day) of the files of pay-outs that have not been put in the folder."""
    cursor.execute(
        """SELECT s.note, min(s.day) FROM payout_event s
           WHERE s.kind = 'sent' AND NOT EXISTS (
               SELECT 1 FROM payout_event w WHERE w.payout_id = s.payout_id AND w.kind = 'written')
           GROUP BY s.note ORDER BY 1"""
    )
    return cursor.fetchall()


def waiting_ore(cursor: CursorWrapper, invoice: int) -> int:
    """What has been decided to be paid back of an invoice, in öre, and has not left."""
    cursor.execute(
        f"SELECT coalesce(sum(amount_ore), 0)::bigint FROM payout p"
        f" WHERE p.invoice_id = %s AND {_WAITS}",
        [invoice],
    )
    return int(cursor.fetchone()[0])


def free_overpaid(cursor: CursorWrapper, invoice: int) -> int:
    """What is too much on the invoice, in öre, and does not wait to be paid out."""
    cursor.execute(
        f"""SELECT coalesce(sum(e.amount_ore * ((e.credit = 'overpaid')::int
                                              - (e.debit = 'overpaid')::int)), 0)::bigint
                 - coalesce((SELECT sum(p.amount_ore) FROM payout p
                             WHERE p.invoice_id = %s AND {_WAITS}), 0)::bigint
            FROM entry e WHERE e.invoice_id = %s""",
        [invoice, invoice],
    )
    return int(cursor.fetchone()[0])


def lock_unmatched(cursor: CursorWrapper, payment: int) -> Unmatched:
    """What lies of a payment without a claim, kept from others until the transaction ends."""
    cursor.execute("SELECT pg_advisory_xact_lock(hashtext('payment'), %s)", [payment % 2**31])
    cursor.execute(
        f"""SELECT m.creditor_id, c.code, m.value_date,
                   coalesce((SELECT sum(e.amount_ore * ((e.credit = 'unmatched')::int
                                                      - (e.debit = 'unmatched')::int))
                             FROM entry e WHERE e.payment_id = m.id), 0)::bigint
                 - coalesce((SELECT sum(p.amount_ore) FROM payout p
                             WHERE p.payment_id = m.id AND {_WAITS}), 0)::bigint
            FROM payment m JOIN creditor c ON c.id = m.creditor_id WHERE m.id = %s""",
        [payment],
    )
    row = cursor.fetchone()
    if row is None:
        return Unmatched(creditor=0, creditor_code="", value_date=date.min, free_ore=0)
    return Unmatched(creditor=row[0], creditor_code=row[1], value_date=row[2], free_ore=row[3])


def lies_ore(cursor: CursorWrapper, payout: Payout) -> int:
    """What lies where the pay-out is to be taken from, in öre, this one counted."""
    if payout.invoice is not None:
        return free_overpaid(cursor, payout.invoice) + payout.amount_ore
    assert payout.payment is not None
    return lock_unmatched(cursor, payout.payment).free_ore + payout.amount_ore


def book_out(cursor: CursorWrapper, payout: Payout, *, day: date) -> None:
    """The money has left."""
    entry = paid_out(
        _occasion(payout, day, payout.reason),
        money=_lies_in(payout),
        amount_ore=payout.amount_ore,
        invoice=payout.invoice,
    )
    post(cursor, [entry])


def book_back(cursor: CursorWrapper, payout: Payout, *, day: date, cause: str) -> None:
    """The money has come back."""
    entry = payout_returned(
        _occasion(payout, day, cause),
        money=_lies_in(payout),
        amount_ore=payout.amount_ore,
        invoice=payout.invoice,
    )
    post(cursor, [entry])


def _occasion(payout: Payout, day: date, cause: str) -> Occasion:
    return Occasion(
        creditor=payout.creditor,
        value_date=day,
        booking_date=day,
        cause=cause,
        payment=payout.payment,
    )


def _lies_in(payout: Payout) -> LedgerAccount:
    return LedgerAccount.UNMATCHED if payout.invoice is None else LedgerAccount.OVERPAID
