"""Other people's camt files are read with agreeing sums; what we write is valid by the schema."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from reskontra.domain.money import parse_decimal
from reskontra.formats.camt import AccountEnd, BankAccount, BankPayment, read
from reskontra.formats.camt_writer import CamtVersion, PaymentToWrite, write
from reskontra.formats.recognize import Format, recognize

DAY = date(2026, 3, 10)
PAYMENT = PaymentToWrite(
    amount_ore=300_00,
    reference="100164",
    text="mars & <april>",
    payer_name="Åsa",
    value_date=DAY,
    bank_reference="B1",
)
BARE = PaymentToWrite(amount_ore=1, value_date=DAY)
REVERSAL = PaymentToWrite(amount_ore=5_00, value_date=DAY, bank_reference="B2", reversal=True)


def booked_entries(path: Path) -> list[tuple[str, int]]:
    """(currency, signed öre) of each booked entry, read in another way than the reader's."""
    found = []
    for entry in etree.parse(path).findall(".//{*}Ntry"):
        (status,) = entry.findall("{*}Sts")
        (amount,) = entry.findall("{*}Amt")
        sign = -1 if entry.findtext("{*}CdtDbtInd") == "DBIT" else 1
        if {text.strip() for text in status.itertext()} & {"BOOK", "PAID"}:
            found.append((amount.attrib["Ccy"], sign * parse_decimal(amount.text or "")))
    return found


def test_there_are_samples(samples: Path) -> None:
    assert list((samples / "camt").rglob("*.xml"))


def test_a_sample_is_read_and_its_sums_agree(camt_file: Path) -> None:
    assert recognize(camt_file) is Format.CAMT
    entries = booked_entries(camt_file)
    (currency,) = {currency for currency, _ in entries} or {"SEK"}
    with camt_file.open("rb") as stream:
        items = list(read(stream, name=camt_file.name, currency=currency))
    payments = [item for item in items if isinstance(item, BankPayment)]
    ends = [item for item in items if isinstance(item, AccountEnd)]
    signed = [-each.amount_ore if each.reversal else each.amount_ore for each in payments]
    assert sum(signed) == sum(ore for _, ore in entries)
    assert sum(end.total_ore for end in ends) == sum(signed)
    assert sum(end.count for end in ends) == len(payments)
    assert len({payment.bank_reference for payment in payments}) == len(payments)
    assert len(payments) >= len(entries)


@pytest.mark.parametrize("version", CamtVersion)
@pytest.mark.parametrize("payments", [(), (PAYMENT,), (PAYMENT, BARE, REVERSAL)])
@pytest.mark.parametrize(
    "account",
    [
        BankAccount(scheme="BGNR", number="9876541"),
        BankAccount(scheme="IBAN", number="SE3550000000054910000003"),
        BankAccount(scheme="BBAN", number="60001234"),
    ],
)
def test_what_we_write_is_valid_by_the_schema(
    samples: Path,
    version: CamtVersion,
    payments: tuple[PaymentToWrite, ...],
    account: BankAccount,
) -> None:
    stream = io.BytesIO()
    write(stream, message_id="M1", account=account, day=DAY, payments=payments, version=version)
    schema = etree.XMLSchema(
        etree.parse(samples / "camt" / "xsd" / f"camt.054.001.{version.value}.xsd")
    )
    schema.assertValid(etree.fromstring(stream.getvalue()))
