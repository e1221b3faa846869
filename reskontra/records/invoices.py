"""Invoices are added whole: the document, its lines, its OCR number, its entry, its claim.

add(cursor, [NewInvoice(...)], day=date(2025, 3, 3), file=7, cause="file march.jsonl")
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.ledger import Balance, Entry, sums
from reskontra.records import bulk, claim_states, debtors
from reskontra.records.debtors import NewDebtor
from reskontra.records.post import (
    NewEntry,
    Occasion,
    fee_invoiced,
    interest_invoiced,
    invoiced,
    post,
)


@dataclass(frozen=True, slots=True)
class NewLine:
    """One line to be. Amounts in öre."""

    text: str
    service: str
    amount_ore: int
    vat_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInvoice:
    """An invoice to be.

    On an interest invoice `interest_for` is the invoice paid late; on an invoice for a step's fee
    `fee_for` is the one that the step was taken for; on a part that is billed apart `part_of_hold`
    is the hold of it.
    """

    creditor: int
    party: int
    number: str
    ocr_number: str
    kind: str
    department: str
    our_reference: str
    invoice_date: date
    due_date: date
    total_ore: int
    lines: tuple[NewLine, ...]
    look_on: date | None
    pdf_digest: str = ""
    interest_for: int | None = None
    fee_for: int | None = None
    part_of_hold: int | None = None
    marks: tuple[str, ...] = ()
    facility: str = ""
    others: tuple[NewDebtor, ...] = ()
    """Who owes it besides the party."""


def add_file(cursor: CursorWrapper, *, digest: str, name: str, day: date) -> int:
    """Note a file of invoices that is being taken in; its id."""
    cursor.execute(
        "INSERT INTO invoice_file (digest, name, day) VALUES (%s, %s, %s) RETURNING id",
        [digest, name, day],
    )
    return int(cursor.fetchone()[0])


def file_known(cursor: CursorWrapper, *, digest: str) -> bool:
    """Whether a file with these bytes has been taken in."""
    cursor.execute("SELECT 1 FROM invoice_file WHERE digest = %s", [digest])
    return cursor.fetchone() is not None


def add(
    cursor: CursorWrapper,
    invoices: Sequence[NewInvoice],
    *,
    day: date,
    file: int | None,
    cause: str,
) -> list[int]:
    """Add the invoices with all that belongs to them; their ids, in order."""
    ids = bulk.new_ids(cursor, "invoice", len(invoices))
    pairs = list(zip(ids, invoices, strict=True))
    bulk.insert(
        cursor,
        "invoice",
        _INVOICE_COLUMNS,
        ((key, *_invoice_row(invoice), file) for key, invoice in pairs),
    )
    bulk.insert(
        cursor,
        "invoice_line",
        ("invoice_id", "position", "text", "service", "amount_ore", "vat_ore"),
        (
            (key, position, line.text, line.service, line.amount_ore, line.vat_ore)
            for key, invoice in pairs
            for position, line in enumerate(invoice.lines, 1)
        ),
    )
    bulk.insert(
        cursor,
        "payment_reference",
        ("creditor_id", "ocr_number", "invoice_id"),
        ((invoice.creditor, invoice.ocr_number, key) for key, invoice in pairs),
    )
    debtors.add(cursor, ((key, invoice.others) for key, invoice in pairs))
    post(cursor, _entries(pairs, day, cause))
    claim_states.begin(
        cursor,
        ((key, i.party, i.creditor, i.due_date, i.total_ore, i.look_on) for key, i in pairs),
    )
    claim_states.look_at_plans_of(cursor, {i.party for _, i in pairs}, on=day)
    return ids


_INVOICE_COLUMNS = (
    "id",
    "creditor_id",
    "party_id",
    "number",
    "ocr_number",
    "kind",
    "department",
    "services",
    "our_reference",
    "invoice_date",
    "due_date",
    "total_ore",
    "pdf_digest",
    "interest_for_id",
    "fee_for_id",
    "part_of_hold_id",
    "marks",
    "facility",
    "debtors",
    "invoice_file_id",
)


def _invoice_row(invoice: NewInvoice) -> tuple[object, ...]:
    return (
        invoice.creditor,
        invoice.party,
        invoice.number,
        invoice.ocr_number,
        invoice.kind,
        invoice.department,
        sorted({line.service for line in invoice.lines}),
        invoice.our_reference,
        invoice.invoice_date,
        invoice.due_date,
        invoice.total_ore,
        invoice.pdf_digest,
        invoice.interest_for,
        invoice.fee_for,
        invoice.part_of_hold,
        list(invoice.marks),
        invoice.facility,
        1 + len(invoice.others),
    )


def _entries(pairs: Sequence[tuple[int, NewInvoice]], day: date, cause: str) -> Iterator[NewEntry]:
    for key, invoice in pairs:
        shape = _shape(invoice)
        occasion = Occasion(
            creditor=invoice.creditor,
            value_date=invoice.invoice_date,
            booking_date=day,
            cause=cause,
        )
        yield shape(occasion, amount_ore=invoice.total_ore, invoice=key)


def _shape(invoice: NewInvoice) -> Callable[..., NewEntry]:
    if invoice.interest_for is not None:
        return interest_invoiced
    return invoiced if invoice.fee_for is None else fee_invoiced


def by_number(cursor: CursorWrapper, *, creditor: int, numbers: Collection[str]) -> dict[str, int]:
    """Ids of a creditor's invoices by number."""
    cursor.execute(
        "SELECT number, id FROM invoice WHERE creditor_id = %s AND number = ANY(%s)",
        [creditor, list(numbers)],
    )
    return dict(cursor.fetchall())


def references_in_use(
    cursor: CursorWrapper, *, creditor: int, ocr_numbers: Collection[str]
) -> set[str]:
    """Those of the OCR numbers that stand for something already."""
    cursor.execute(
        "SELECT ocr_number FROM payment_reference WHERE creditor_id = %s AND ocr_number = ANY(%s)",
        [creditor, list(ocr_numbers)],
    )
    return {each for (each,) in cursor.fetchall()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Correctable:
    """An invoice that a credit or a withdrawal is about, with what is left of it."""

    invoice: int
    creditor: int
    balance: Balance
    billed_ore: int
    given_up_ore: int
    """Of what was billed, credited or withdrawn before."""
    kept_ore: int
    """Of the money received for it, fees included, what has not been given back."""
    sold: bool
    """An agency owns it: it is not ours to lower."""


def lock_to_correct(cursor: CursorWrapper, *, creditor: int, number: str) -> Correctable | None:
    """The invoice of this number, kept from others until the transaction ends."""
    found = by_number(cursor, creditor=creditor, numbers=[number])
    if number not in found:
        return None
    return lock_one_to_correct(cursor, creditor=creditor, invoice=found[number])


def lock_one_to_correct(cursor: CursorWrapper, *, creditor: int, invoice: int) -> Correctable:
    """The invoice with this id, kept from others until the transaction ends."""
    claim_states.lock(cursor, [invoice])
    cursor.execute(
        "SELECT kind, debit, credit, amount_ore, value_date FROM entry WHERE invoice_id = %s",
        [invoice],
    )
    added = sums(Entry(*row) for row in cursor.fetchall())
    return Correctable(
        invoice=invoice,
        creditor=creditor,
        balance=added.balance,
        billed_ore=added.billed_ore,
        given_up_ore=added.principal_given_up_ore,
        kept_ore=added.paid_ore - added.given_back_ore,
        sold=added.sold_ore > 0,
    )
