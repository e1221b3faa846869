"""A bank's file becomes payments: to the öre, each once, in bounded memory."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from reskontra.formats.camt import BankAccount, BankPayment, Reference
from tests.formats.camt_files import (
    ACCOUNT,
    ACCT,
    DAY,
    TOTALS,
    a_file,
    a_part,
    a_reference,
    an_entry,
    payments,
    remittance,
    the_end,
)


def test_a_payment_carries_everything_that_matching_needs() -> None:
    part = a_part(
        inside="<Refs><EndToEndId>ANNA-1</EndToEndId></Refs>"
        "<RltdPties><Dbtr><Nm>Anna</Nm></Dbtr></RltdPties>"
        + remittance("<Ustrd>mars</Ustrd>", a_reference("100164"))
    )
    dates = "<BookgDt><Dt>2026-03-10</Dt></BookgDt><ValDt><Dt>2026-03-11</Dt></ValDt>"
    assert payments(a_file(an_entry(part, dates=dates))) == [
        BankPayment(
            account=ACCOUNT,
            paid_to=ACCOUNT,
            amount_ore=300_00,
            reversal=False,
            booking_date=DAY,
            value_date=date(2026, 3, 11),
            references=(Reference(number="100164", amount_ore=None),),
            texts=("mars", "ANNA-1"),
            payer_name="Anna",
            bank_reference="B1/1",
            message_id="M1",
        )
    ]


def test_a_payment_in_the_newer_shape_is_the_same() -> None:
    part = (
        '<TxDtls><Amt Ccy="SEK">300.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
        "<RltdPties><Dbtr><Pty><Nm>Anna</Nm></Pty></Dbtr></RltdPties></TxDtls>"
    )
    entry = an_entry(part, status="<Cd>BOOK</Cd>")
    older = an_entry(a_part(inside="<RltdPties><Dbtr><Nm>Anna</Nm></Dbtr></RltdPties>"))
    assert payments(a_file(entry, version="054.001.08")) == payments(a_file(older))


def test_a_statement_is_read_as_a_notification() -> None:
    statement = a_file(an_entry(), version="053.001.02", names=("BkToCstmrStmt", "Stmt"))
    assert payments(statement) == payments(a_file(an_entry()))


def test_a_file_without_a_namespace_is_read() -> None:
    content = a_file(an_entry()).replace(
        b' xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"', b""
    )
    assert len(payments(content)) == 1


@pytest.mark.parametrize(
    ("status", "given"),
    [("BOOK", 1), ("<Prtry>PAID</Prtry>", 1), ("PDNG", 0), ("INFO", 0), ("<Cd>FUTR</Cd>", 0)],
)
def test_only_booked_entries_are_money(status: str, given: int) -> None:
    content = a_file(an_entry(a_part(), status=status), header=ACCT + TOTALS.format(1, "300.00"))
    assert len(payments(content)) == given
    assert the_end(content).count == given
    assert the_end(content).total_ore == given * 300_00


@pytest.mark.parametrize(
    ("direction", "more", "reversal"),
    [
        ("CRDT", "", False),
        ("DBIT", "", True),
        ("DBIT", "<RvslInd>true</RvslInd>", True),
        ("CRDT", "<RvslInd>true</RvslInd>", False),
    ],
)
def test_the_direction_alone_says_which_way_the_money_went(
    direction: str, more: str, *, reversal: bool
) -> None:
    content = a_file(an_entry(direction=direction, more=more))
    (payment,) = payments(content)
    assert (payment.amount_ore, payment.reversal) == (300_00, reversal)
    assert the_end(content).total_ore == (-300_00 if reversal else 300_00)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([a_part("100.00"), a_part("200.00")], [(100_00, "B1/1"), (200_00, "B1/2")]),
        ([a_part()], [(300_00, "B1/1")]),
        ([], [(300_00, "B1/1")]),
        ([a_part("20.00", currency="EUR")], [(300_00, "B1/1")]),
        ([a_part("300.00"), a_part("0.00")], [(300_00, "B1/1")]),
    ],
)
def test_an_entry_is_as_many_payments_as_its_parts_have_amounts(
    parts: list[str], expected: list[tuple[int, str]]
) -> None:
    found = payments(a_file(an_entry(*parts)))
    assert [(each.amount_ore, each.bank_reference) for each in found] == expected


def test_parts_without_amounts_are_one_payment_with_every_reference() -> None:
    parts = [a_part(inside=remittance(a_reference(number))) for number in ("100164", "100172")]
    (payment,) = payments(a_file(an_entry(*parts)))
    assert payment.amount_ore == 300_00
    assert [each.number for each in payment.references] == ["100164", "100172"]


def test_a_split_payment_says_the_amount_of_each_reference() -> None:
    split = remittance(
        a_reference("100164", '<RmtdAmt Ccy="SEK">400.00</RmtdAmt>'),
        a_reference("100172", '<CdtNoteAmt Ccy="SEK">100.00</CdtNoteAmt>'),
        "<Strd><RfrdDocInf><Nb>Faktura 1003</Nb></RfrdDocInf></Strd>",
        "<Strd><RfrdDocInf><Nb>okänd</Nb></RfrdDocInf></Strd>",
    )
    (payment,) = payments(a_file(an_entry(a_part(inside=split))))
    assert [(each.number, each.amount_ore) for each in payment.references] == [
        ("100164", 400_00),
        ("100172", -100_00),
        ("1003", None),
    ]


@pytest.mark.parametrize(
    ("references", "keys"),
    [
        (["<AcctSvcrRef>B1</AcctSvcrRef>", "<AcctSvcrRef>B2</AcctSvcrRef>"], ["B1/1", "B2/1"]),
        (["<AcctSvcrRef>B1</AcctSvcrRef>", "<AcctSvcrRef>B1</AcctSvcrRef>"], ["B1/1", "B1#2/1"]),
        (["", ""], ["M1/N1/1/1", "M1/N1/2/1"]),
    ],
)
def test_every_payment_has_a_reference_of_its_own(references: list[str], keys: list[str]) -> None:
    content = a_file(*(an_entry(bank_reference=reference) for reference in references))
    assert [payment.bank_reference for payment in payments(content)] == keys


@pytest.mark.parametrize(
    ("header", "account"),
    [
        (ACCT, ACCOUNT),
        (
            "<Acct><Id><IBAN>SE35 5000 0000 0549 1000 0003</IBAN></Id></Acct>",
            BankAccount(scheme="IBAN", number="SE3550000000054910000003"),
        ),
        (
            "<Acct><Id><Othr><Id>1234</Id></Othr></Id></Acct>",
            BankAccount(scheme="OTHER", number="1234"),
        ),
    ],
)
def test_an_account_is_named_as_the_bank_names_it(header: str, account: BankAccount) -> None:
    assert the_end(a_file(header=header)).account == account


def test_the_giro_that_the_payer_used_is_told() -> None:
    giro = (
        "<RltdPties><CdtrAcct><Id><Othr><Id>987-6541</Id><SchmeNm><Prtry>BGNR</Prtry></SchmeNm>"
        "</Othr></Id></CdtrAcct></RltdPties>"
    )
    header = "<Acct><Id><Othr><Id>1234</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr></Id></Acct>"
    (payment,) = payments(a_file(an_entry(a_part(inside=giro)), header=header))
    assert payment.account == BankAccount(scheme="BBAN", number="1234")
    assert payment.paid_to == ACCOUNT


@pytest.mark.parametrize(
    ("period", "dates", "day"),
    [
        (("2026-03-09T00:00:00", "2026-03-09T23:59:59"), "2026-03-10", "2026-03-09"),
        (("2026-03-09T00:00:00", "2026-03-10T00:00:00"), "2026-03-08", "2026-03-09"),
        (("2026-03-09T00:00:00", "2026-03-09T00:00:00"), "2026-03-08", "2026-03-09"),
        (("2026-03-09T00:00:00", "2026-03-09T24:00:00"), "2026-03-08", "2026-03-09"),
        (("2026-03-09T08:00:00Z", "2026-03-09T23:30:00Z"), "2026-03-08", "2026-03-10"),
        (None, "2026-03-08", "2026-03-08"),
    ],
)
def test_the_day_of_an_account_is_the_last_that_it_covers(
    period: tuple[str, str] | None, dates: str, day: str
) -> None:
    header = ACCT
    if period:
        first, last = period
        header = f"<FrToDt><FrDtTm>{first}</FrDtTm><ToDtTm>{last}</ToDtTm></FrToDt>{ACCT}"
    booked = f"<BookgDt><Dt>{dates}</Dt></BookgDt>"
    content = a_file(an_entry(dates=booked), header=header)
    assert the_end(content).day == date.fromisoformat(day)


def test_an_empty_notification_is_an_account_end_on_the_day_it_was_made() -> None:
    end = the_end(a_file())
    assert (end.day, end.count, end.total_ore) == (date(2026, 3, 11), 0, 0)


@pytest.mark.parametrize(
    ("dates", "booked", "valued"),
    [
        ("<ValDt><Dt>2026-03-09</Dt></ValDt>", "2026-03-09", "2026-03-09"),
        ("<BookgDt><DtTm>2026-03-09T23:30:00Z</DtTm></BookgDt>", "2026-03-10", "2026-03-10"),
        ("<BookgDt><Dt>2026-03-09+01:00</Dt></BookgDt>", "2026-03-09", "2026-03-09"),
        ("", "2026-03-11", "2026-03-11"),
    ],
)
def test_a_date_that_is_missing_is_taken_from_the_other(
    dates: str, booked: str, valued: str
) -> None:
    (payment,) = payments(a_file(an_entry(dates=dates)))
    assert (f"{payment.booking_date}", f"{payment.value_date}") == (booked, valued)


MEASURE = """
import resource, sys
from reskontra.formats.camt import read
def peak_kb():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with open(sys.argv[1], "rb") as small, open(sys.argv[2], "rb") as big:
    sum(1 for _ in read(small, name="small"))
    before = peak_kb()
    print(sum(1 for _ in read(big, name="big")), peak_kb() - before)
"""


@pytest.mark.parametrize("shape", ["many entries", "one entry"])
def test_memory_does_not_grow_with_the_file(shape: str, tmp_path: Path) -> None:
    part = a_part("3.00", remittance(a_reference("100164"), f"<Ustrd>{'x' * 100}</Ustrd>"))
    paths = []
    for count in (10, 60_000):
        if shape == "one entry":
            content = a_file(an_entry(*[part] * count, amount=f"{3 * count}.00"))
        else:
            content = a_file(*[an_entry(part, amount="3.00", bank_reference="")] * count)
        paths.append(tmp_path / f"{count}.xml")
        paths[-1].write_bytes(content)
    measured = subprocess.run(
        [sys.executable, "-c", MEASURE, *paths], capture_output=True, text=True, check=True
    )
    given, grown_kb = map(int, measured.stdout.split())
    assert given == 60_000 + 1
    assert grown_kb * 1024 < paths[-1].stat().st_size / 3
