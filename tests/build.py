"""What the tests are built of: invoices, bank files and days, all through the real doors.

    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001", party=person(1)))
    town.pay(a_payment(30_000, "1001"), day=date(2025, 3, 31))
    town.night(date(2025, 4, 9))

The one rule: these are the only builders, and nothing here writes a row: files come in by intake,
days are lived by the nightly run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connections, transaction

from reskontra.domain.calendar import previous_banking_day
from reskontra.domain.identity import luhn_digit, ocr_number
from reskontra.domain.rules import Policy
from reskontra.dunning import daily
from reskontra.formats import camt_writer
from reskontra.formats.camt_values import BankAccount
from reskontra.formats.camt_writer import PaymentToWrite
from reskontra.intake import invoices, payments
from reskontra.policy.load import SAMPLE, load_policy
from reskontra.records import letters

MUNICIPALITY, WATER = "municipality", "water_company"
ORGANIZATION = "5599999017"
DEPARTMENTS = {
    "parking": "streets",
    "culture": "culture",
    "childcare": "education",
    "elderly_care": "elderly_care",
    "rent": "property",
    "water": "customer_service",
    "waste": "customer_service",
}
INVOICED, DUE = date(2025, 3, 3), date(2025, 3, 31)
REMINDED = date(2025, 4, 9)
"""Seven working days after DUE."""

Record = dict[str, Any]


@cache
def sample_policy() -> Policy:
    """The two invented creditors."""
    return load_policy(SAMPLE)


def person(place: int) -> str:
    """The official test number (birth number 238) of the person in this place."""
    born = f"{date(1950, 1, 1) + timedelta(days=place):%Y%m%d}"
    return f"{born}238{luhn_digit(born[2:] + '238')}"


def ocr_of(number: str) -> str:
    """The OCR number of the invoice with this number."""
    return ocr_number(f"4{number}")


def an_invoice(
    number: str,
    *,
    party: str = "",
    creditor: str = MUNICIPALITY,
    kind: str = "parking",
    invoiced: date = INVOICED,
    due: date = DUE,
    amount_ore: int = 30_000,
    recipient: Mapping[str, Any] | None = None,
    **fields: object,
) -> Record:
    """One line of an invoice file; `recipient` and `fields` replace what it would say."""
    return {
        "record": "invoice",
        "creditor": creditor,
        "number": number,
        "ocr_number": ocr_of(number),
        "kind": kind,
        "department": DEPARTMENTS.get(kind, "streets"),
        "invoice_date": f"{invoiced}",
        "due_date": f"{due}",
        "recipient": {
            "identity_number": party or person(1),
            "name": f"Person {(party or person(1))[:8]}",
            "address": ["Storgatan 1", "999 10 Granvik"],
            "language": "sv",
            "protected_identity": False,
            **(recipient or {}),
        },
        "lines": [{"text": "Avgift", "service": kind, "amount_ore": amount_ore, "vat_ore": 0}],
        "total_ore": amount_ore,
        **fields,
    }


def a_co_debtor(party: str, **fields: object) -> Record:
    """One more who owes an invoice: an item of its `co_debtors`."""
    return {
        "identity_number": party,
        "name": f"Person {party[:8]}",
        "address": ["Storgatan 2", "999 10 Granvik"],
        "language": "sv",
        "protected_identity": False,
        **fields,
    }


def a_credit(
    number: str, *, of: str, amount_ore: int, day: date, creditor: str = MUNICIPALITY
) -> Record:
    """A credit note on the invoice `of`."""
    return {
        "record": "credit",
        "creditor": creditor,
        "number": number,
        "credits": of,
        "date": f"{day}",
        "amount_ore": amount_ore,
        "reason": "Priset var fel",
    }


def a_withdrawal(of: str, *, day: date, creditor: str = MUNICIPALITY) -> Record:
    """The invoice `of` should never have been sent."""
    return {
        "record": "withdrawal",
        "creditor": creditor,
        "withdraws": of,
        "date": f"{day}",
        "reason": "Platsen var redan uppsagd",
    }


def an_invoice_file(folder: Path, *records: Record, name: str = "invoices.jsonl") -> Path:
    """The records as a file."""
    file = folder / name
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    file.write_text("".join(lines), encoding="utf-8")
    return file


def a_payment(amount_ore: int, number: str = "", **fields: Any) -> PaymentToWrite:
    """A payment for the invoice with this number, on the day that it was due."""
    given: Record = {"value_date": DUE, "reference": ocr_of(number) if number else "", **fields}
    return PaymentToWrite(amount_ore=amount_ore, **given)


def a_bank_file(
    folder: Path,
    *paid: PaymentToWrite,
    day: date,
    creditor: str = MUNICIPALITY,
    name: str = "bank.xml",
    bankgiro: str = "",
) -> Path:
    """The payments of a day as the bank of a creditor sends them."""
    file = folder / name
    number = bankgiro or sample_policy().creditors[creditor].bankgiro
    with file.open("wb") as stream:
        camt_writer.write(
            stream,
            message_id=f"{creditor}-{day}-{name}",
            account=BankAccount(scheme="BGNR", number=number),
            day=day,
            payments=paid,
        )
    return file


def run_day(day: date, policy: Policy | None = None, **order: Any) -> daily.Report:
    """Live one day."""
    return daily.run(daily.Order(day=day, policy=policy or sample_policy(), **order))


def letters_leave(day: date) -> None:
    """Every letter that waits has left, though none is made: that takes its time."""
    with connections["default"].cursor() as cursor:
        waiting = letters.unsent(cursor, until=day, after=0, limit=100)
        letters.add_events(cursor, [(each.letter, "printed", day, "") for each in waiting])


@dataclass(slots=True)
class Municipality:
    """A folder of files, and the days that they come on. Files and payments get running names."""

    folder: Path
    policy: Policy = field(default_factory=sample_policy)
    _files: int = 0

    def bill(self, *records: Record, day: date = INVOICED) -> invoices.Receipt:
        """Take in a file with these records."""
        file = an_invoice_file(self.folder, *records, name=self._name("jsonl"))
        return invoices.take_in(file, day=day, policy=self.policy)

    def pay(
        self, *paid: PaymentToWrite, day: date = DUE, creditor: str = MUNICIPALITY
    ) -> payments.Receipt:
        """Take in a bank file of `day`, the day after; payments get the references they lack."""
        file = a_bank_file(
            self.folder, *self._named(paid), day=day, creditor=creditor, name=self._name("xml")
        )
        return payments.take_in(file, day=day + timedelta(days=1), policy=self.policy)

    def banks_are_in(self, day: date) -> None:
        """Take in empty bank files up to the banking day before `day`, for every creditor."""
        for creditor in self.policy.creditors:
            self.pay(day=previous_banking_day(day), creditor=creditor)

    def night(self, day: date, **order: Any) -> daily.Report:
        """Live one day with its bank files in."""
        self.banks_are_in(day)
        return run_day(day, self.policy, **order)

    def _name(self, ending: str) -> str:
        self._files += 1
        return f"{self._files:04}.{ending}"

    def _named(self, paid: tuple[PaymentToWrite, ...]) -> list[PaymentToWrite]:
        return [
            PaymentToWrite(
                amount_ore=each.amount_ore,
                reference=each.reference,
                text=each.text,
                payer_name=each.payer_name,
                value_date=each.value_date,
                bank_reference=each.bank_reference or f"B{self._files + 1}-{place}",
                reversal=each.reversal,
            )
            for place, each in enumerate(paid)
        ]


def a_municipality(folder: Path, policy: Policy | None = None) -> Municipality:
    """A municipality that nobody owes anything yet."""
    return Municipality(folder, policy or sample_policy())


def rows(query: str, *values: object, using: str = "default") -> list[tuple[Any, ...]]:
    """What the database answers, as the role that works the nights unless told otherwise."""
    with connections[using].cursor() as cursor:
        cursor.execute(query, values or None)
        return cursor.fetchall() if cursor.description else []


def one(query: str, *values: object, using: str = "default") -> object:
    """The one value that the database answers."""
    ((value,),) = rows(query, *values, using=using)
    return value


def party_of(place: int) -> int:
    """The id of the person in this place."""
    found = one("SELECT id FROM party WHERE identity_number = %s", person(place))
    assert isinstance(found, int)
    return found


@contextmanager
def taken_back_afterwards() -> Iterator[None]:
    """Whatever is written inside is undone at the end: for tests that try many lives in one."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def open_ore(number: str) -> int:
    """What is left to pay of an invoice."""
    left_ore = one(
        "SELECT open_ore FROM claim_state s JOIN invoice i ON i.id = s.invoice_id"
        " WHERE i.number = %s",
        number,
    )
    assert isinstance(left_ore, int)
    return left_ore


def looked_at_on(number: str) -> date | None:
    """The day that is set for looking at an invoice."""
    day = one(
        "SELECT next_look_on FROM claim_state s JOIN invoice i ON i.id = s.invoice_id"
        " WHERE i.number = %s",
        number,
    )
    assert day is None or isinstance(day, date)
    return day


def books(number: str) -> list[tuple[str, str, str, int]]:
    """(kind, debit, credit, öre) of each entry of an invoice, oldest first."""
    return rows(
        "SELECT e.kind, debit, credit, amount_ore FROM entry e JOIN invoice i ON i.id ="
        " e.invoice_id WHERE i.number = %s ORDER BY e.id",
        number,
    )


def steps_taken() -> list[tuple[str, str, date]]:
    """(invoice number, step, day) of every step taken."""
    return rows(
        "SELECT i.number, t.step, t.day FROM step_taken t JOIN invoice i ON i.id = t.invoice_id"
        " ORDER BY t.day, i.number, t.id"
    )


def ledger() -> dict[str, int]:
    """Debit less credit of every ledger account, in öre."""
    return dict(
        rows(
            "SELECT name, sum(ore)::bigint FROM (SELECT debit AS name, amount_ore AS ore FROM entry"
            " UNION ALL SELECT credit, -amount_ore FROM entry) moved GROUP BY name"
        )
    )


def whole_database(*, without: frozenset[str] = frozenset()) -> dict[str, list[str]]:
    """Every row of every table as text, timestamps and all."""
    tables = rows(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind IN ('r', 'p') ORDER BY 1",
        using="owner",
    )
    return {
        name: [row for (row,) in rows(f"SELECT t::text FROM {name} t ORDER BY 1", using="owner")]
        for (name,) in tables
        if name not in without
    }
