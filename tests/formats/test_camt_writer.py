"""What the writer writes is what the reader reads."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.formats.camt import BankAccount
from reskontra.formats.camt_writer import CamtVersion, PaymentToWrite, write
from tests.formats.camt_files import (
    ACCOUNT,
    DAY,
    payments,
    the_end,
)


class Many:
    """A collection that makes its payments, as `write` asks for."""

    def __init__(self, made: list[PaymentToWrite]) -> None:
        self.made = made

    def __len__(self) -> int:
        return len(self.made)

    def __iter__(self) -> Iterator[PaymentToWrite]:
        return iter(self.made)

    def __contains__(self, item: object) -> bool:
        return item in self.made


WORDS = st.text(alphabet="abc åäö<>&'\"", max_size=20).map(str.strip)
PAYMENTS = st.builds(
    PaymentToWrite,
    amount_ore=st.integers(min_value=1, max_value=10**12),
    reference=st.sampled_from(["", "100164", "100172"]),
    text=WORDS,
    payer_name=WORDS,
    value_date=st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1)),
    bank_reference=st.sampled_from(["", "B1", "B2"]),
    reversal=st.booleans(),
)


@given(st.lists(PAYMENTS, max_size=5), st.sampled_from(CamtVersion))
def test_what_is_written_is_read_back(made: list[PaymentToWrite], version: CamtVersion) -> None:
    stream = io.BytesIO()
    write(stream, message_id="M1", account=ACCOUNT, day=DAY, payments=Many(made), version=version)
    found = payments(stream.getvalue())
    assert [
        PaymentToWrite(
            amount_ore=each.amount_ore,
            reference="".join(reference.number for reference in each.references),
            text=" ".join(each.texts),
            payer_name=each.payer_name,
            value_date=each.value_date,
            reversal=each.reversal,
        )
        for each in found
    ] == [
        PaymentToWrite(
            amount_ore=each.amount_ore,
            reference=each.reference,
            text=each.text,
            payer_name=each.payer_name,
            value_date=each.value_date,
            reversal=each.reversal,
        )
        for each in made
    ]
    assert len({each.bank_reference for each in found}) == len(made)
    assert {each.booking_date for each in found} <= {DAY}
    end = the_end(stream.getvalue())
    signed = [-each.amount_ore if each.reversal else each.amount_ore for each in made]
    assert (end.day, end.count, end.total_ore) == (DAY, len(made), sum(signed))


@pytest.mark.parametrize(
    "account",
    [
        ACCOUNT,
        BankAccount(scheme="IBAN", number="SE3550000000054910000003"),
        BankAccount(scheme="BBAN", number="60001234"),
    ],
)
def test_the_account_is_written_as_banks_do(account: BankAccount) -> None:
    stream = io.BytesIO()
    write(stream, message_id="M1", account=account, day=DAY, payments=())
    assert the_end(stream.getvalue()).account == account
