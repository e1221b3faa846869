"""A small town for the portal's tests: three people, and the invoices of one winter.

    live(folder, policy)   -> files come in, three nights pass, and it is 20 April 2025

Cilla has an invoice of every sort that a page must show; Bertil has one; the third has none.

The one rule: everything is made as in real life, by files and nights.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from reskontra.domain.identity import luhn_digit, ocr_number
from reskontra.domain.rules import Policy
from reskontra.dunning import daily
from reskontra.formats import camt_writer
from reskontra.formats.camt_values import BankAccount
from reskontra.intake import invoices, payments

TODAY = date(2025, 4, 20)
NIGHTS = (date(2025, 2, 19), date(2025, 3, 6), date(2025, 4, 9))


def number(birth: str) -> str:
    """An official test number (birth number 238) of somebody born on `birth`."""
    return f"{birth}238{luhn_digit(birth[2:] + '238')}"


CILLA, BERTIL, NOBODY = number("19800101"), number("19750612"), number("19900303")
NAMES = {CILLA: "Cilla Åkesson", BERTIL: "Bertil Öberg", NOBODY: "Nils Ek"}

MUNICIPALITY, WATER = "municipality", "water_company"
PAGED = 25
"""Paid invoices enough for a second page of the list."""

# number, creditor, kind, department, invoice date, due date, kronor
OF_CILLA = (
    ("1001", MUNICIPALITY, "parking", "streets", "2025-01-10", "2025-02-10", 600),
    ("1002", MUNICIPALITY, "culture", "culture", "2025-02-01", "2025-02-28", 900),
    ("1003", MUNICIPALITY, "rent", "property", "2025-03-05", "2025-03-31", 8450),
    ("1004", WATER, "water", "customer_service", "2025-03-01", "2025-03-31", 4000),
    ("1005", WATER, "water", "customer_service", "2025-03-01", "2025-03-31", 350),
    ("1006", MUNICIPALITY, "childcare", "education", "2025-04-01", "2025-04-19", 1688),
    ("1007", MUNICIPALITY, "rent", "property", "2025-04-05", "2025-04-30", 8450),
)
SHOWN = tuple(row[0] for row in OF_CILLA)
UNPRINTABLE = "2001"
OF_BERTIL = (("2001", MUNICIPALITY, "rent", "property", "2025-04-05", "2025-04-30", 7100),)


def ocr(invoice: str) -> str:
    """The OCR number of an invoice of the town."""
    return ocr_number(f"4{invoice}")


def live(folder: Path, policy: Policy) -> None:
    """Let the winter pass."""
    _invoices(folder, policy)
    _payments(folder, policy)
    for night in NIGHTS:
        daily.run(daily.Order(day=night, policy=policy, without_bank_files="a test's own town"))


def _invoices(folder: Path, policy: Policy) -> None:
    paged = [
        (str(3000 + place), MUNICIPALITY, "culture", "culture", "2024-11-01", "2024-11-30", 100)
        for place in range(PAGED)
    ]
    records = [
        *(_record(CILLA, *row) for row in (*paged, *OF_CILLA)),
        *(_record(BERTIL, *row) for row in OF_BERTIL),
        {
            "record": "withdrawal",
            "creditor": MUNICIPALITY,
            "withdraws": "1002",
            "date": "2025-02-11",
            "reason": "Platsen var redan uppsagd",
        },
    ]
    file = folder / "invoices.jsonl"
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    file.write_text("".join(lines), encoding="utf-8")
    invoices.take_in(file, day=date(2025, 1, 10), policy=policy)


def _record(
    party: str,
    invoice: str,
    creditor: str,
    kind: str,
    department: str,
    invoice_date: str,
    due_date: str,
    kronor: int,
) -> dict[str, object]:
    amount_ore = kronor * 100
    # No letter of ours can print the guitar, so the PDF of this invoice cannot be made.
    text = "Avgift 🎸" if invoice == UNPRINTABLE else "Avgift"
    line = {"text": text, "service": kind, "amount_ore": amount_ore, "vat_ore": 0}
    return {
        "record": "invoice",
        "creditor": creditor,
        "number": invoice,
        "ocr_number": ocr(invoice),
        "kind": kind,
        "department": department,
        **({"our_reference": "Eva Lind"} if kind == "rent" else {}),
        "invoice_date": invoice_date,
        "due_date": due_date,
        "recipient": {
            "identity_number": party,
            "name": NAMES[party],
            "address": ["Storgatan 1", "999 10 Granvik"],
            "language": "sv",
            "protected_identity": False,
        },
        "lines": [line],
        "total_ore": amount_ore,
    }


def _payments(folder: Path, policy: Policy) -> None:
    paid = [(str(3000 + place), 10000, date(2024, 11, 29)) for place in range(PAGED)]
    _bank_file(folder, policy, MUNICIPALITY, [*paid, ("1003", 845000, date(2025, 3, 28))])
    _bank_file(folder, policy, WATER, [("1004", 100000, date(2025, 3, 20))])


def _bank_file(
    folder: Path, policy: Policy, creditor: str, paid: list[tuple[str, int, date]]
) -> None:
    file = folder / f"{creditor}.xml"
    day = paid[-1][2]
    with file.open("wb") as stream:
        camt_writer.write(
            stream,
            message_id=f"M-{creditor}",
            account=BankAccount(scheme="BGNR", number=policy.creditors[creditor].bankgiro),
            day=day,
            payments=tuple(_to_write(paid)),
        )
    payments.take_in(file, day=day + timedelta(days=1), policy=policy)


def _to_write(paid: list[tuple[str, int, date]]) -> Iterator[camt_writer.PaymentToWrite]:
    for invoice, amount_ore, value_date in paid:
        yield camt_writer.PaymentToWrite(
            amount_ore=amount_ore,
            reference=ocr(invoice),
            value_date=value_date,
            bank_reference=f"B{invoice}",
        )
