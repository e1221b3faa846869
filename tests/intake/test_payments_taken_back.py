"""The bank takes payments back: what they were booked as is undone, wherever the money lay.

The one rule: whatever a file brings, what is booked to the bank is the file's own total.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reskontra.formats.camt_writer import PaymentToWrite
from reskontra.records.check import CHECKS, run_check
from tests.build import (
    DUE,
    REMINDED,
    Municipality,
    a_credit,
    a_municipality,
    a_payment,
    a_withdrawal,
    an_invoice,
    books,
    ledger,
    looked_at_on,
    ocr_of,
    one,
    open_ore,
    rows,
    taken_back_afterwards,
)

BACK = date(2025, 4, 2)
NUMBERS = ("1001", "1002", "1003")


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """Two invoices of 300 kr to one person."""
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001"), an_invoice("1002"))
    return town


def taken_back(amount_ore: int, number: str = "", **fields: object) -> PaymentToWrite:
    return a_payment(amount_ore, number, value_date=BACK, reversal=True, **fields)


def test_a_claim_whose_payment_is_taken_back_is_owed_again(town: Municipality) -> None:
    town.pay(a_payment(30_000, "1001"))
    receipt = town.pay(taken_back(30_000, "1001"), day=BACK)
    assert receipt.total_ore == -30_000
    assert books("1001")[-1] == ("reversal", "receivable", "bank", 30_000)
    assert open_ore("1001") == 30_000
    assert looked_at_on("1001") == BACK + timedelta(days=1)


def test_a_claim_whose_payment_is_taken_back_is_reminded_like_any_other(
    town: Municipality,
) -> None:
    town.pay(a_payment(30_000, "1001"), a_payment(30_000, "1002"))
    town.pay(taken_back(30_000, "1001"), day=BACK)
    town.night(REMINDED)
    assert rows("SELECT number FROM step_taken t JOIN invoice i ON i.id = t.invoice_id") == [
        ("1001",)
    ]


def test_both_halves_of_an_overpayment_are_taken_back(town: Municipality) -> None:
    town.pay(a_payment(35_000, "1001"))
    receipt = town.pay(taken_back(35_000, "1001"), day=BACK)
    assert (receipt.matched_ore, receipt.overpaid_ore) == (-30_000, -5_000)
    assert ledger() == {"receivable": 60_000, "income": -60_000, "bank": 0, "overpaid": 0}


def test_money_in_unmatched_is_taken_back_from_there(town: Municipality) -> None:
    town.pay(a_payment(12_300, text="hyran"))
    receipt = town.pay(taken_back(12_300, text="hyran"), day=BACK)
    assert receipt.unmatched_ore == -12_300
    assert ledger()["unmatched"] == 0


def test_what_was_never_paid_is_taken_back_from_unmatched(town: Municipality) -> None:
    receipt = town.pay(taken_back(30_000, "1001"), day=BACK)
    assert receipt.unmatched_ore == -30_000
    assert open_ore("1001") == 30_000


def test_who_paid_twice_and_takes_one_back_owes_nothing(town: Municipality) -> None:
    town.pay(a_payment(30_000, "1001"), a_payment(30_000, "1001"))
    town.pay(taken_back(30_000, "1001"), day=BACK)
    assert (open_ore("1001"), ledger()["overpaid"]) == (0, 0)
    town.pay(taken_back(30_000, "1001"), day=BACK + timedelta(days=1))
    assert (open_ore("1001"), ledger()["overpaid"]) == (30_000, 0)


def test_what_is_taken_back_of_a_withdrawn_invoice_is_not_owed_again(town: Municipality) -> None:
    town.pay(a_payment(30_000, "1001"))
    town.bill(a_withdrawal("1001", day=BACK), day=BACK)
    town.pay(taken_back(30_000, "1001"), day=BACK)
    assert (open_ore("1001"), ledger()["overpaid"]) == (0, 0)


def test_of_what_was_part_credited_only_the_rest_is_owed_again(town: Municipality) -> None:
    town.pay(a_payment(30_000, "1001"))
    town.bill(a_credit("9001", of="1001", amount_ore=10_000, day=BACK), day=BACK)
    town.pay(taken_back(30_000, "1001"), day=BACK)
    assert (open_ore("1001"), ledger()["overpaid"]) == (20_000, 0)


def test_a_payment_and_its_return_in_one_file_leave_nothing(town: Municipality) -> None:
    town.pay(a_payment(30_000, "1001"), taken_back(30_000, "1001"))
    assert open_ore("1001") == 30_000
    assert ledger()["bank"] == 0


def test_a_return_that_names_one_invoice_undoes_the_whole_payment(town: Municipality) -> None:
    town.night(REMINDED)
    reminder = str(one("SELECT ocr_number FROM letter"))
    late = REMINDED + timedelta(days=5)
    town.pay(a_payment(60_000, reference=reminder, value_date=late), day=late)
    town.pay(taken_back(60_000, "1001"), day=late + timedelta(days=1))
    assert (open_ore("1001"), open_ore("1002")) == (30_000, 30_000)


def test_a_payment_for_several_invoices_is_taken_back_from_all_of_them(town: Municipality) -> None:
    town.night(REMINDED)
    reminder = str(one("SELECT ocr_number FROM letter"))
    late = REMINDED + timedelta(days=5)
    town.pay(a_payment(60_000, reference=reminder, value_date=late), day=late)
    assert (open_ore("1001"), open_ore("1002")) == (0, 0)
    town.pay(taken_back(60_000, reference=reminder), day=late + timedelta(days=1))
    assert (open_ore("1001"), open_ore("1002")) == (30_000, 30_000)


references = st.one_of(
    st.sampled_from([ocr_of(number) for number in NUMBERS]), st.just(""), st.just(ocr_of("4711"))
)
bank_files = st.lists(
    st.lists(
        st.builds(
            PaymentToWrite,
            amount_ore=st.sampled_from([1, 10_000, 15_000, 30_000, 31_000]),
            reference=references,
            text=st.sampled_from(["", f"avser {ocr_of('1002')}"]),
            value_date=st.just(DUE),
            reversal=st.booleans(),
        ),
        max_size=6,
    ),
    min_size=1,
    max_size=4,
)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(files=bank_files)
def test_whatever_comes_the_books_hold(
    db: None, tmp_path: Path, files: list[list[PaymentToWrite]]
) -> None:
    town = a_municipality(tmp_path)
    with taken_back_afterwards():
        town.bill(*(an_invoice(number) for number in NUMBERS))
        for file in files:
            receipt = town.pay(*file)
            expected = sum(-each.amount_ore if each.reversal else each.amount_ore for each in file)
            assert receipt.total_ore == expected
        assert [fault for check in CHECKS for fault in run_check(check)] == []
