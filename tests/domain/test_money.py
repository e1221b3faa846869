"""Amounts are whole öre, read and written as Swedes, the English and machines do."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.money import (
    NotDecimalAmount,
    NotKronor,
    decimal_text,
    format_kronor,
    parse_decimal,
    parse_kronor,
    round_half_up,
)

ORE = st.integers(min_value=-(10**14), max_value=10**14)


@pytest.mark.parametrize(
    ("ore", "swedish", "english"),
    [
        (0, "0,00", "0.00"),
        (5, "0,05", "0.05"),
        (30000, "300,00", "300.00"),
        (123450, "1\u00a0234,50", "1,234.50"),
        (123456789012, "1\u00a0234\u00a0567\u00a0890,12", "1,234,567,890.12"),
        (-123450, "−1\u00a0234,50", "−1,234.50"),
    ],
)
def test_an_amount_is_written_for_its_reader(ore: int, swedish: str, english: str) -> None:
    assert format_kronor(ore) == swedish
    assert format_kronor(ore, language="en") == english


@pytest.mark.parametrize(
    ("text", "ore"),
    [
        ("300", 30000),
        ("300,00", 30000),
        ("1234,50", 123450),
        ("1 234,50", 123450),
        ("1\u00a0234,50", 123450),
        ("1\u202f234\u202f567", 123456700),
        (" 300 ", 30000),
        ("-12,05", -1205),
        ("−12,05", -1205),
    ],
)
def test_an_amount_is_read_as_a_swede_writes_it(text: str, ore: int) -> None:
    assert parse_kronor(text) == ore


@pytest.mark.parametrize(
    "text", ["", ",50", "300,5", "300,000", "1 23,00", "1  234", "1.50", "1,234.50", "٣٠٠", "kr 3"]
)
def test_an_amount_that_could_mean_two_things_is_refused(text: str) -> None:
    with pytest.raises(NotKronor) as refused:
        parse_kronor(text)
    assert repr(text) in str(refused.value)
    assert repr(text) in refused.value.swedish_text()


@pytest.mark.parametrize("text", ["", ".5", "1.", "1.505", "1,50", "1e3", "+1", " 1", "NaN"])
def test_a_machine_amount_has_at_most_two_decimals(text: str) -> None:
    with pytest.raises(NotDecimalAmount):
        parse_decimal(text)


@given(ORE)
def test_what_is_written_is_read_back(ore: int) -> None:
    assert parse_kronor(format_kronor(ore)) == ore
    assert parse_decimal(decimal_text(ore)) == ore


@pytest.mark.parametrize(("text", "ore"), [("12", 1200), ("12.5", 1250), ("-0.05", -5)])
def test_a_machine_may_leave_decimals_out(text: str, ore: int) -> None:
    assert parse_decimal(text) == ore


@pytest.mark.parametrize(
    ("halves", "whole"), [(1, 1), (2, 1), (3, 2), (0, 0), (-1, 0), (-3, -1), (-2, -1)]
)
def test_a_half_goes_up(halves: int, whole: int) -> None:
    assert round_half_up(Fraction(halves, 2)) == whole


@given(st.fractions())
def test_rounding_moves_an_amount_by_half_an_ore_at_most(amount: Fraction) -> None:
    assert -Fraction(1, 2) <= amount - round_half_up(amount) < Fraction(1, 2)
