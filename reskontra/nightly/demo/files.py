"""Writes the files that Granvik's business systems and its bank send.

    invoice_file(inbox, creditor="municipality", ...)  -> .../2025-05-09-municipality.jsonl
    bank_file(inbox, creditor=creditor, ...)           -> .../2025-05-12-9991233.xml

The one rule: a file is what the world would send, whole and right; nothing else goes in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reskontra.domain.rules import Creditor
from reskontra.formats import camt_writer
from reskontra.formats.camt_values import BankAccount
from reskontra.formats.camt_writer import PaymentToWrite
from reskontra.nightly.demo.conduct import PlannedPayment
from reskontra.nightly.demo.invoicing import WATER_COMPANY
from reskontra.nightly.demo.people import Inhabitant
from reskontra.nightly.demo.plan import Correction, PlannedInvoice

REGISTERED = date(2015, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A house of the register, and who owns it."""

    code: str
    kind: str
    address: tuple[str, ...]
    owners: tuple[Inhabitant, ...]


def invoice_file(
    inbox: Path,
    *,
    creditor: str,
    day: date,
    invoices: Sequence[PlannedInvoice],
    corrected: Sequence[PlannedInvoice],
) -> Path:
    """The creditor's invoices of the day, then its credits and withdrawals; JSON Lines."""
    records = [
        *(_invoice(invoice) for invoice in invoices),
        *(_correction(invoice, invoice.correction) for invoice in corrected if invoice.correction),
    ]
    path = inbox / f"{day}-{creditor}.jsonl"
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_text("".join(lines), encoding="utf-8")
    return path


def bank_file(
    inbox: Path, *, creditor: Creditor, day: date, payments: Sequence[PlannedPayment]
) -> Path:
    """The bank's camt.054 for one account and banking day; there may be no payments."""
    path = inbox / f"{day}-{creditor.bankgiro}.xml"
    with path.open("wb") as stream:
        camt_writer.write(
            stream,
            message_id=f"{creditor.bankgiro}-{day:%Y%m%d}",
            account=BankAccount(scheme="BGNR", number=creditor.bankgiro),
            day=day,
            payments=tuple(_payments(day, payments)),
        )
    return path


def _payments(day: date, payments: Sequence[PlannedPayment]) -> Iterator[PaymentToWrite]:
    for place, payment in enumerate(payments, start=1):
        yield PaymentToWrite(
            amount_ore=payment.amount_ore,
            reference=payment.reference,
            text=payment.text,
            payer_name=payment.payer_name,
            value_date=day,
            bank_reference=f"{day:%Y%m%d}{place:06d}",
            reversal=payment.reversal,
        )


def _invoice(invoice: PlannedInvoice) -> dict[str, Any]:
    who = invoice.who
    return {
        "record": "invoice",
        "creditor": invoice.creditor,
        "number": invoice.number,
        "ocr_number": invoice.ocr_number,
        "kind": invoice.kind,
        "department": invoice.department,
        **({"our_reference": invoice.our_reference} if invoice.our_reference else {}),
        **({"marks": who.marks} if who.marks else {}),
        **({"facility": invoice.facility} if invoice.facility else {}),
        "invoice_date": f"{invoice.invoice_date}",
        "due_date": f"{invoice.due_date}",
        "recipient": _person(who),
        **({"co_debtors": [_person(each) for each in invoice.others]} if invoice.others else {}),
        "lines": [
            {
                "text": line.text,
                "service": line.service,
                "amount_ore": line.amount_ore,
                "vat_ore": line.vat_ore,
            }
            for line in invoice.lines
        ],
        "total_ore": invoice.total_ore,
    }


def _person(who: Inhabitant) -> dict[str, Any]:
    return {
        "identity_number": who.identity_number,
        "name": who.name,
        "address": who.address,
        "language": who.language,
        "protected_identity": who.protected_identity,
    }


def facility_file(inbox: Path, *, day: date, houses: Sequence[House]) -> Path:
    """The register of those whose water is about to be spoken of; JSON Lines."""
    records: list[dict[str, Any]] = []
    for house in houses:
        common = {"creditor": WATER_COMPANY, "facility": house.code, "from": f"{REGISTERED}"}
        fact: dict[str, Any] = {"kind": house.kind, "tariff": "standard", "address": house.address}
        owners = [_person(each) for each in house.owners]
        records.append({"record": "facility", **common, **fact})
        records.append({"record": "owners", **common, "owners": owners})
    path = inbox / f"{day}-facilities.jsonl"
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_text("".join(lines), encoding="utf-8")
    return path


def _correction(invoice: PlannedInvoice, correction: Correction) -> dict[str, Any]:
    common = {
        "creditor": invoice.creditor,
        "date": f"{correction.day}",
        "reason": correction.reason,
    }
    if not correction.credit_ore:
        return {"record": "withdrawal", "withdraws": invoice.number, **common}
    return {
        "record": "credit",
        "number": f"K{invoice.number}",
        "credits": invoice.number,
        "amount_ore": correction.credit_ore,
        **common,
    }
