"""Bank files become payments and entries: exact, part, over, twice, unmatched, taken back.

The one rule: after every file, the ledger account *bank* holds what the files add up to.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from reskontra.domain.identity import ocr_number
from reskontra.formats.camt_writer import PaymentToWrite
from reskontra.formats.problems import FileRefused
from reskontra.intake import payments
from reskontra.intake.payments import PaymentInAnotherFile, UnknownBankAccount
from tests.build import (
    DUE,
    REMINDED,
    WATER,
    Municipality,
    a_bank_file,
    a_municipality,
    a_payment,
    an_invoice,
    books,
    ledger,
    looked_at_on,
    ocr_of,
    one,
    open_ore,
    rows,
    sample_policy,
    whole_database,
)

LATE = date(2025, 4, 15)
BILLED = [("invoice", "receivable", "income", 30_000)]


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """Two invoices of 300 kr to one person, due 31 March."""
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001"), an_invoice("1002"))
    return town


def test_an_exact_payment_settles_the_claim(town: Municipality) -> None:
    receipt = town.pay(a_payment(30_000, "1001"))
    assert (receipt.count, receipt.matched_ore, receipt.total_ore) == (1, 30_000, 30_000)
    assert books("1001") == [*BILLED, ("payment", "bank", "receivable", 30_000)]
    assert open_ore("1001") == 0


def test_a_claim_paid_whole_and_in_time_is_never_looked_at_again(town: Municipality) -> None:
    town.pay(a_payment(30_000, "1001"))
    assert looked_at_on("1001") is None


def test_a_claim_paid_late_is_looked_at_the_same_night(town: Municipality) -> None:
    town.pay(a_payment(30_000, "1001", value_date=LATE), day=LATE)
    assert looked_at_on("1001") == LATE + timedelta(days=1)


def test_a_part_payment_leaves_the_rest(town: Municipality) -> None:
    town.pay(a_payment(10_000, "1001"))
    assert open_ore("1001") == 20_000


def test_money_above_what_is_owed_is_overpaid(town: Municipality) -> None:
    receipt = town.pay(a_payment(35_000, "1001"))
    assert (receipt.matched_ore, receipt.overpaid_ore) == (30_000, 5_000)
    assert books("1001")[-1] == ("payment", "bank", "overpaid", 5_000)


@pytest.mark.parametrize("files", [(2,), (1, 1)], ids=["in one file", "in two files"])
def test_an_invoice_paid_twice_is_overpaid_the_second_time(
    town: Municipality, files: tuple[int, ...]
) -> None:
    for count in files:
        town.pay(*[a_payment(30_000, "1001")] * count)
    assert open_ore("1001") == 0
    assert ledger()["overpaid"] == -30_000


def test_a_reminders_number_pays_its_invoices_the_earliest_due_first(town: Municipality) -> None:
    town.bill(an_invoice("1000", due=DUE - timedelta(days=3)))
    town.night(REMINDED)
    reminder = str(one("SELECT ocr_number FROM letter"))
    receipt = town.pay(a_payment(70_000, reference=reminder, value_date=LATE), day=LATE)
    assert receipt.matched_ore == 70_000
    assert [open_ore(number) for number in ("1000", "1001", "1002")] == [0, 0, 20_000]


def test_several_structured_references_are_paid_in_their_order(town: Municipality) -> None:
    file = a_bank_file(town.folder, a_payment(45_000, "1002", bank_reference="B", text=""), day=DUE)
    first = f"<CdtrRefInf><Ref>{ocr_of('1002')}</Ref></CdtrRefInf>"
    second = first.replace(ocr_of("1002"), ocr_of("1001"))
    text = file.read_text(encoding="utf-8")
    given = f"<Strd>{first}</Strd>"
    file.write_text(text.replace(given, f"{given}<Strd>{second}</Strd>"), encoding="utf-8")
    payments.take_in(file, day=DUE, policy=town.policy)
    assert (open_ore("1002"), open_ore("1001")) == (0, 15_000)


def test_a_number_in_the_text_finds_its_claim(town: Municipality) -> None:
    town.pay(a_payment(30_000, text=f"faktura {ocr_of('1001')} mars"))
    assert open_ore("1001") == 0


def test_only_the_first_number_of_a_text_is_believed(town: Municipality) -> None:
    receipt = town.pay(a_payment(50_000, text=f"{ocr_of('1001')} / {ocr_of('1002')}"))
    assert (open_ore("1001"), open_ore("1002")) == (0, 30_000)
    assert receipt.overpaid_ore == 20_000


@pytest.mark.parametrize(
    "payment",
    [
        a_payment(30_000),
        a_payment(30_000, reference=ocr_number("77777")),
        a_payment(30_000, text="hyran, tack"),
        a_payment(30_000, text="1001"),
    ],
    ids=["nothing given", "unknown reference", "words", "an invoice number alone"],
)
def test_money_without_a_claim_waits_in_unmatched(
    town: Municipality, payment: PaymentToWrite
) -> None:
    receipt = town.pay(payment)
    assert receipt.unmatched_ore == 30_000
    assert ledger()["unmatched"] == -30_000
    assert open_ore("1001") == 30_000


def test_another_creditors_number_matches_nothing(town: Municipality) -> None:
    receipt = town.pay(a_payment(30_000, "1001"), creditor=WATER)
    assert receipt.unmatched_ore == 30_000


def test_a_reminder_fee_is_paid_before_the_principal(town: Municipality) -> None:
    town.bill(an_invoice("1003", kind="rent"))
    town.night(date(2025, 4, 7))
    assert open_ore("1003") == 36_000
    town.pay(a_payment(10_000, "1003", value_date=LATE), day=LATE)
    assert books("1003")[2:] == [
        ("payment", "bank", "fee_receivable", 6_000),
        ("payment", "bank", "receivable", 4_000),
    ]


def test_a_file_read_twice_does_nothing(town: Municipality) -> None:
    file = a_bank_file(town.folder, a_payment(30_000, "1001", bank_reference="B1"), day=DUE)
    payments.take_in(file, day=DUE, policy=town.policy)
    before = whole_database()
    again = payments.take_in(file, day=DUE + timedelta(days=9), policy=town.policy)
    assert again.known_already
    assert whole_database() == before


def test_a_payment_that_another_file_brought_is_refused_with_its_whole_file(
    town: Municipality,
) -> None:
    town.pay(a_payment(30_000, "1001", bank_reference="SAME"))
    before = whole_database()
    with pytest.raises(PaymentInAnotherFile, match="SAME/1, which 0002"):
        town.pay(a_payment(100, "1002"), a_payment(30_000, "1001", bank_reference="SAME"))
    assert whole_database() == before


def test_an_account_that_nobody_has_is_refused(town: Municipality) -> None:
    file = a_bank_file(town.folder, a_payment(1, bank_reference="B"), day=DUE, bankgiro="9876541")
    with pytest.raises(UnknownBankAccount, match="9876541"):
        payments.take_in(file, day=DUE, policy=sample_policy())
    assert one("SELECT count(*) FROM payment_file") == 0


def test_a_file_whose_sums_do_not_agree_is_refused_whole(town: Municipality) -> None:
    file = a_bank_file(town.folder, a_payment(30_000, "1001", bank_reference="B"), day=DUE)
    file.write_text(file.read_text().replace("<Sum>300.00</Sum>", "<Sum>301.00</Sum>"))
    with pytest.raises(FileRefused):
        payments.take_in(file, day=DUE, policy=sample_policy())
    assert one("SELECT count(*) FROM payment") == 0


def test_an_empty_file_speaks_for_its_day(town: Municipality) -> None:
    town.pay(day=DUE)
    assert rows("SELECT day, payment_count, total_ore FROM bank_day") == [(DUE, 0, 0)]


def test_the_receipt_tells_up_to_which_day_the_file_speaks(town: Municipality) -> None:
    assert town.pay(day=DUE).days == {"municipality": DUE}
