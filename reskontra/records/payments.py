"""Payments as they came, and what they may be for.

find(cursor, creditor=1, references=["100300007"]) -> {"100300007": (17,)}
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.ledger import Balance, LedgerAccount
from reskontra.domain.party import PartyKind
from reskontra.records import bulk, claim_states


@dataclass(frozen=True, slots=True)
class NewPayment:
    """A payment to be. Amount in öre, above zero also when it is taken back."""

    creditor: int
    bank_reference: str
    amount_ore: int
    reversal: bool
    booking_date: date
    value_date: date
    reference: str
    text: str
    payer_name: str


@dataclass(frozen=True, slots=True)
class OpenClaim:
    """A claim that money may be for."""

    invoice: int
    kind: str
    debtor: PartyKind
    invoice_date: date
    due_date: date
    department: str
    services: frozenset[str]
    facility: str
    marks: frozenset[str]
    balance: Balance
    in_plan: bool
    """It is being paid in parts."""
    written_off: Balance
    """What money for it makes owed again; nothing when it was withdrawn."""


@dataclass(frozen=True, slots=True)
class Booked:
    """What one earlier payment was booked as."""

    invoice: int | None
    credit: str
    amount_ore: int


def file_known(cursor: CursorWrapper, *, digest: str) -> bool:
    """Whether a file with these bytes has been taken in."""
    cursor.execute("SELECT 1 FROM payment_file WHERE digest = %s", [digest])
    return cursor.fetchone() is not None


def add_file(cursor: CursorWrapper, *, digest: str, name: str, day: date) -> int:
    """Note a bank file that is being taken in; its id."""
    cursor.execute(
        "INSERT INTO payment_file (digest, name, day) VALUES (%s, %s, %s) RETURNING id",
        [digest, name, day],
    )
    return int(cursor.fetchone()[0])


def add_bank_day(
    cursor: CursorWrapper,
    *,
    file: int,
    creditor: int,
    notification: str,
    account: str,
    day: date,
    payment_count: int,
    total_ore: int,
) -> None:
    """The file speaks for a bank account of the creditor's, a bankgiro number, up to `day`."""
    cursor.execute(
        "INSERT INTO bank_day (payment_file_id, creditor_id, notification, account, day,"
        " payment_count, total_ore) VALUES (%s, %s, %s, %s, %s, %s, %s)",
        [file, creditor, notification, account, day, payment_count, total_ore],
    )


def add(cursor: CursorWrapper, payments: Sequence[NewPayment], *, file: int) -> list[int]:
    """Add the payments; their ids, in order."""
    ids = bulk.new_ids(cursor, "payment", len(payments))
    bulk.insert(
        cursor,
        "payment",
        (
            "id",
            "payment_file_id",
            "creditor_id",
            "bank_reference",
            "amount_ore",
            "reversal",
            "booking_date",
            "value_date",
            "reference",
            "text",
            "payer_name",
        ),
        (
            (
                key,
                file,
                p.creditor,
                p.bank_reference,
                p.amount_ore,
                p.reversal,
                p.booking_date,
                p.value_date,
                p.reference,
                p.text,
                p.payer_name,
            )
            for key, p in zip(ids, payments, strict=True)
        ),
    )
    return ids


def already_known(
    cursor: CursorWrapper, *, creditor: int, bank_references: Collection[str]
) -> dict[str, str]:
    """Those of the bank's references that another file brought, with that file's name."""
    cursor.execute(
        "SELECT p.bank_reference, f.name FROM payment p"
        " JOIN payment_file f ON f.id = p.payment_file_id"
        " WHERE p.creditor_id = %s AND p.bank_reference = ANY(%s)",
        [creditor, list(bank_references)],
    )
    return dict(cursor.fetchall())


def find(
    cursor: CursorWrapper,
    *,
    creditor: int,
    references: Collection[str],
    hurts: Collection[str] = (),
) -> dict[str, tuple[int, ...]]:
    """What each OCR number stands for: an invoice, or those of a letter or a plan.

    Money for several that does not say which goes first to the debt whose non-payment hurts most
    (NJA 2013 s. 1190): where one of the steps of `hurts` has been taken. Else the earliest due.
    """
    cursor.execute(
        """SELECT r.ocr_number, s.invoice_id
           FROM payment_reference r
           LEFT JOIN letter_claim lc ON lc.letter_id = r.letter_id
           LEFT JOIN installment part ON part.id = r.installment_id
           LEFT JOIN plan_claim pc ON pc.plan_id = part.plan_id
           JOIN claim_state s
             ON s.invoice_id = coalesce(r.invoice_id, lc.invoice_id, pc.invoice_id)
           WHERE r.creditor_id = %s AND r.ocr_number = ANY(%s)
           ORDER BY NOT EXISTS (SELECT 1 FROM step_taken t
                                WHERE t.invoice_id = s.invoice_id AND t.step = ANY(%s)
                                  AND NOT EXISTS (SELECT 1 FROM step_undone u
                                                  WHERE u.step_taken_id = t.id)),
                    s.due_date, s.invoice_id""",
        [creditor, list(references), list(hurts)],
    )
    found: defaultdict[str, list[int]] = defaultdict(list)
    for ocr_number, invoice in cursor.fetchall():
        found[ocr_number].append(invoice)
    return {ocr_number: tuple(invoices) for ocr_number, invoices in found.items()}


def lock_claims(cursor: CursorWrapper, invoices: Collection[int]) -> dict[int, OpenClaim]:
    """The claims with their balances, kept from others until the transaction ends."""
    claim_states.lock(cursor, list(invoices))
    cursor.execute(
        """SELECT l.invoice_id, i.kind, p.kind, i.invoice_date, l.due_date, i.department,
                  i.services, i.facility, i.marks,
                  EXISTS (SELECT 1 FROM plan_in_force f WHERE f.invoice_id = l.invoice_id
                            AND f.plan_id IS NOT NULL),
                  sum(e.amount_ore * ((e.debit = 'receivable')::int
                                    - (e.credit = 'receivable')::int))::bigint,
                  sum(e.amount_ore * ((e.debit = 'fee_receivable')::int
                                    - (e.credit = 'fee_receivable')::int))::bigint,
                  sum(e.amount_ore * ((e.debit = 'interest_receivable')::int
                                    - (e.credit = 'interest_receivable')::int))::bigint,
                  bool_or(e.kind = 'withdrawal'),
                  sum(e.amount_ore * ((e.debit = 'written_off' AND e.credit = 'receivable')::int
                    - (e.credit = 'written_off' AND e.debit = 'receivable')::int))::bigint,
                  sum(e.amount_ore * (
                      (e.debit = 'written_off' AND e.credit = 'fee_receivable')::int
                    - (e.credit = 'written_off' AND e.debit IN ('fee_receivable', 'fee_income')
                      )::int))::bigint,
                  sum(e.amount_ore * (
                      (e.debit = 'written_off' AND e.credit = 'interest_receivable')::int
                    - (e.credit = 'written_off'
                       AND e.debit IN ('interest_receivable', 'interest_income'))::int))::bigint
           FROM claim_state l
           JOIN invoice i ON i.id = l.invoice_id
           JOIN party p ON p.id = i.party_id
           JOIN entry e ON e.invoice_id = l.invoice_id
           WHERE l.invoice_id = ANY(%s)
           GROUP BY l.invoice_id, i.id, p.kind, l.due_date""",
        [list(invoices)],
    )
    return {
        row[0]: OpenClaim(
            invoice=row[0],
            kind=row[1],
            debtor=PartyKind(row[2]),
            invoice_date=row[3],
            due_date=row[4],
            department=row[5],
            services=frozenset(row[6]),
            facility=row[7],
            marks=frozenset(row[8]),
            in_plan=row[9],
            balance=Balance(*row[10:13]),
            written_off=Balance() if row[13] else Balance(*row[14:]),
        )
        for row in cursor.fetchall()
    }


def booked_of_returned(
    cursor: CursorWrapper, payment: int, *, invoices: Sequence[int]
) -> tuple[Booked, ...]:
    """How the payment for these invoices was booked that the bank now takes back with `payment`.

    It is the earliest of the same amount that has not been taken back before; empty when there
    is none. What found no invoice is known by what its payer wrote: a person may have placed it.
    """
    cursor.execute(
        """WITH mine AS (
               SELECT DISTINCT p.id, p.reversal FROM payment r
               JOIN payment p ON p.creditor_id = r.creditor_id AND p.amount_ore = r.amount_ore
                             AND p.id < r.id
               JOIN entry e ON e.payment_id = p.id
               WHERE r.id = %(payment)s
                 AND (e.invoice_id = ANY(%(invoices)s)
                      OR (cardinality(%(invoices)s::bigint[]) = 0 AND e.credit = 'unmatched'
                          AND (p.reference, p.text) = (r.reference, r.text))
                      OR (cardinality(%(invoices)s::bigint[]) = 0 AND p.reversal
                          AND (p.reference, p.text) = (r.reference, r.text))))
           SELECT e.invoice_id, e.credit, e.amount_ore FROM entry e
           WHERE e.payment_id = (
               SELECT id FROM mine WHERE NOT reversal ORDER BY id
               OFFSET (SELECT count(*) FROM mine WHERE reversal) LIMIT 1)
           ORDER BY e.id""",
        {"invoices": list(invoices), "payment": payment},
    )
    return tuple(Booked(*row) for row in cursor.fetchall())


def recovered_on(cursor: CursorWrapper, *, invoices: Collection[int]) -> Counter[int]:
    """What was written off of these invoices and has been paid since; what was undone left out."""
    cursor.execute(
        """SELECT invoice_id, sum(CASE kind WHEN 'recovery' THEN amount_ore
                                            ELSE -amount_ore END)::bigint
           FROM entry
           WHERE invoice_id = ANY(%s)
             AND (kind = 'recovery' OR (kind = 'undo' AND debit = 'written_off'))
           GROUP BY invoice_id""",
        [list(invoices)],
    )
    return Counter(dict(cursor.fetchall()))


def money_on(
    cursor: CursorWrapper, *, invoices: Collection[int]
) -> dict[int, dict[LedgerAccount, int]]:
    """Where the payers' money for these invoices lies: öre paid on each part, and *overpaid*."""
    cursor.execute(
        """SELECT invoice_id, account, sum(amount_ore)::bigint FROM (
               SELECT invoice_id, credit AS account, amount_ore, debit AS other, kind FROM entry
               UNION ALL
               SELECT invoice_id, debit, -amount_ore, credit, kind FROM entry) moved
           WHERE invoice_id = ANY(%s)
             AND (account = 'overpaid' OR other IN ('bank', 'unmatched') OR kind = 'move')
           GROUP BY invoice_id, account""",
        [list(invoices)],
    )
    found: defaultdict[int, dict[LedgerAccount, int]] = defaultdict(dict)
    for invoice, account, amount_ore in cursor.fetchall():
        found[invoice][LedgerAccount(account)] = amount_ore
    return found
