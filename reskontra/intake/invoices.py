"""An invoice file becomes invoices, credits and withdrawals, each with its entries.

    take_in(Path("march.jsonl"), day=date(2025, 3, 3), policy=policy) -> Receipt

One file, one transaction. When anything is wrong in any line, nothing of the file is kept, and
the refusal lists every fault: those that the file shows by itself and those that only the rows
and the creditors' rules can tell. A file read twice does nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.dunning import first_look
from reskontra.domain.rules import Policy
from reskontra.formats import invoice_file
from reskontra.formats.invoice_file import (
    CreditRecord,
    InvoiceRecord,
    Recipient,
    Record,
    WithdrawalRecord,
)
from reskontra.formats.problems import FileRefused, Problem
from reskontra.intake.digest import digest_of
from reskontra.intake.invoice_checks import Checks, as_billed, party_kind, problem
from reskontra.records import claim_states, corrections, files, invoices, parties, protection
from reskontra.records.debtors import NewDebtor
from reskontra.records.invoices import Correctable, NewInvoice, NewLine
from reskontra.records.parties import NewParty
from reskontra.records.post import Occasion

CHUNK_RECORDS = 5_000


@dataclass(slots=True, kw_only=True)
class Receipt:
    """What an invoice file came to. Amounts in öre."""

    name: str
    known_already: bool = False
    invoices: int = 0
    credits: int = 0
    withdrawals: int = 0
    billed_ore: int = 0


@dataclass(slots=True)
class _Work:
    """What one file's chunks share."""

    cursor: CursorWrapper
    file: int
    folder: Path
    day: date
    policy: Policy
    creditors: dict[str, int]
    asks_party: dict[int, bool]
    """Whether what becomes of a claim depends on what else its party owes, by creditor."""
    checks: Checks
    receipt: Receipt
    pdfs: list[Path] = field(default_factory=list)
    """Kept when the whole file has been found right."""


def take_in(path: Path, *, day: date, policy: Policy) -> Receipt:
    """Read the file and keep all of it, or refuse it whole with every fault listed."""
    digest = digest_of(path)
    receipt = Receipt(name=path.name)
    with transaction.atomic(), connections["default"].cursor() as cursor, path.open("rb") as stream:
        if invoices.file_known(cursor, digest=digest):
            receipt.known_already = True
            return receipt
        creditors = parties.creditors(cursor, list(policy.creditors))
        work = _Work(
            cursor=cursor,
            file=invoices.add_file(cursor, digest=digest, name=path.name, day=day),
            folder=path.parent,
            day=day,
            policy=policy,
            creditors=creditors,
            asks_party={creditors[c.code]: c.asks_party for c in policy.creditors.values()},
            checks=Checks(cursor=cursor, folder=path.parent, policy=policy, creditors=creditors),
            receipt=receipt,
        )
        _read(work, invoice_file.read(stream, name=path.name))
    return receipt


def _read(work: _Work, records: Iterator[Record]) -> None:
    """Work through the records, and refuse at the end with all that was wrong."""
    refused: tuple[Problem, ...] = ()
    count = 0
    waiting: list[Record] = []
    try:
        for record in records:
            waiting.append(record)
            if len(waiting) == CHUNK_RECORDS:
                _take(work, waiting)
                waiting = []
    except FileRefused as error:
        refused, count = error.problems, error.count
    _take(work, waiting)
    found = work.checks.problems
    if refused or found:
        raise FileRefused(
            name=work.receipt.name, problems=(*refused, *found), count=count + len(found)
        )
    for pdf in work.pdfs:
        files.keep(pdf.read_bytes())


def _take(work: _Work, chunk: Sequence[Record]) -> None:
    """Work a chunk in the file's order, invoices that stand together in one go."""
    for _, group in groupby(chunk, key=type):
        run = list(group)
        match run[0]:
            case InvoiceRecord():
                _take_invoices(work, [each for each in run if isinstance(each, InvoiceRecord)])
            case CreditRecord():
                _take_credits(work, [each for each in run if isinstance(each, CreditRecord)])
            case WithdrawalRecord():
                _take_withdrawals(
                    work, [each for each in run if isinstance(each, WithdrawalRecord)]
                )


def _take_invoices(work: _Work, records: Sequence[InvoiceRecord]) -> None:
    right = work.checks.right_ones(records)
    owing = [each for record in right for each in (record.recipient, *record.co_debtors)]
    ids = parties.keep(work.cursor, (_party(each) for each in owing))
    said = {ids[each.identity_number]: each.protected_identity for each in owing}
    protection.follow_file(work.cursor, said, day=work.day, file=work.receipt.name)
    new = [_invoice(work, record, ids) for record in right]
    new_ids = invoices.add(
        work.cursor, new, day=work.day, file=work.file, cause=f"file {work.receipt.name}"
    )
    _look_at_parties(work, right, new_ids)
    work.receipt.invoices += len(new)
    work.receipt.billed_ore += sum(each.total_ore for each in new)


def _look_at_parties(work: _Work, records: Sequence[InvoiceRecord], ids: Sequence[int]) -> None:
    """What depends on a party's next invoice is looked at on the day of that invoice."""
    found: defaultdict[tuple[int, date], list[int]] = defaultdict(list)
    for record, key in zip(records, ids, strict=True):
        creditor = work.creditors[record.creditor]
        if work.asks_party[creditor]:
            found[creditor, max(work.day, record.invoice_date)].append(key)
    for (creditor, day), mine in found.items():
        claim_states.look_at_parties_of(work.cursor, mine, creditor=creditor, on=day)


def _party(recipient: Recipient) -> NewParty:
    return NewParty(
        identity_number=recipient.identity_number,
        kind=party_kind(recipient),
        name=recipient.name,
        address_lines=recipient.address,
        language=recipient.language,
    )


def _invoice(work: _Work, record: InvoiceRecord, parties_by: Mapping[str, int]) -> NewInvoice:
    pdf = work.folder / record.pdf if record.pdf else None
    if pdf is not None:
        work.pdfs.append(pdf)
    return NewInvoice(
        creditor=work.creditors[record.creditor],
        party=parties_by[record.recipient.identity_number],
        number=record.number,
        ocr_number=record.ocr_number,
        kind=record.kind,
        department=record.department,
        our_reference=record.our_reference or "",
        invoice_date=record.invoice_date,
        due_date=record.due_date,
        total_ore=record.total_ore,
        lines=tuple(
            NewLine(line.text, line.service, line.amount_ore, line.vat_ore) for line in record.lines
        ),
        look_on=first_look(
            work.policy.creditors[record.creditor], as_billed(record), today=record.invoice_date
        ),
        pdf_digest=digest_of(pdf) if pdf else "",
        marks=tuple(sorted(record.marks)),
        facility=record.facility,
        others=tuple(
            NewDebtor(party=parties_by[each.identity_number], share=each.share_of_it)
            for each in record.co_debtors
        ),
    )


def _take_credits(work: _Work, records: Sequence[CreditRecord]) -> None:
    for record in records:
        found = _found(work, record, "credits", record.credits)
        if found is None:
            continue
        most_ore = found.billed_ore - found.given_up_ore
        if record.amount_ore > most_ore:
            work.checks.add(
                problem(
                    record,
                    "amount_ore",
                    str(record.amount_ore),
                    f"at most {most_ore}, what is left of the invoice's amount",
                    f"högst {most_ore}, det som återstår av fakturans belopp",
                )
            )
            continue
        occasion = _occasion(work, found, record.reason, record.date)
        corrections.credit(work.cursor, found, record.amount_ore, occasion)
        _look_at_others(work, found)
        work.receipt.credits += 1


def _take_withdrawals(work: _Work, records: Sequence[WithdrawalRecord]) -> None:
    for record in records:
        found = _found(work, record, "withdraws", record.withdraws)
        if found is None:
            continue
        if found.given_up_ore >= found.billed_ore:
            work.checks.add(
                problem(
                    record,
                    "withdraws",
                    record.withdraws,
                    "an invoice that has not been withdrawn or wholly credited",
                    "en faktura som inte är borttagen eller helt krediterad",
                )
            )
            continue
        occasion = _occasion(work, found, record.reason, record.date)
        corrections.withdraw(work.cursor, found, occasion)
        _look_at_others(work, found)
        work.receipt.withdrawals += 1


def _found(
    work: _Work, record: CreditRecord | WithdrawalRecord, field: str, number: str
) -> Correctable | None:
    if not work.checks.knows_creditor(record):
        return None
    creditor = work.creditors[record.creditor]
    found = invoices.lock_to_correct(work.cursor, creditor=creditor, number=number)
    if found is None:
        work.checks.add(
            problem(
                record,
                field,
                number,
                "the number of an invoice of this creditor",
                "numret på en faktura från denna borgenär",
            )
        )
    elif found.sold:
        work.checks.add(
            problem(
                record,
                field,
                number,
                "an invoice that no agency owns: agree with the one that this was transferred to",
                "en faktura som inget inkassobolag äger: kom överens med det som har fått den här",
            )
        )
        return None
    return found


def _occasion(work: _Work, found: Correctable, reason: str, value_date: date) -> Occasion:
    return Occasion(
        creditor=found.creditor, value_date=value_date, booking_date=work.day, cause=reason
    )


def _look_at_others(work: _Work, found: Correctable) -> None:
    """What else the party owes may depend on what has become of this."""
    if work.asks_party[found.creditor]:
        claim_states.look_at_parties_of(
            work.cursor, [found.invoice], creditor=found.creditor, on=work.day
        )
