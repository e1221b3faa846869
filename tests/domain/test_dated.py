"""A value that changes by date is known on the days it covers and on no others."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.dated import (
    Dated,
    DatedValue,
    DatesOutOfOrder,
    NoLongerConfirmed,
    NoValueAtAll,
    NoValueYet,
)


def a_dated(*values: tuple[str, int], confirmed_until: date | None = None) -> Dated[int]:
    return Dated(
        name="fee",
        values=tuple(
            DatedValue(
                valid_from=date.fromisoformat(day),
                value=value,
                reference="a law",
                confirmed=date(2026, 1, 1),
            )
            for day, value in values
        ),
        confirmed_until=confirmed_until,
    )


FEE = a_dated(
    ("2024-01-01", 50), ("2025-01-01", 60), ("2026-01-01", 60), confirmed_until=date(2026, 12, 31)
)


@pytest.mark.parametrize(
    ("day", "value"),
    [("2024-01-01", 50), ("2024-12-31", 50), ("2025-01-01", 60), ("2026-12-31", 60)],
)
def test_a_value_holds_until_the_day_before_the_next(day: str, value: int) -> None:
    assert FEE.on(date.fromisoformat(day)) == value


def test_a_day_before_the_first_value_is_refused() -> None:
    with pytest.raises(NoValueYet, match="2024-01-01"):
        FEE.on(date(2023, 12, 31))


def test_a_day_that_nobody_has_confirmed_is_refused() -> None:
    with pytest.raises(NoLongerConfirmed, match="2026-12-31"):
        FEE.on(date(2027, 1, 1))


def test_a_value_without_an_end_goes_on() -> None:
    assert a_dated(("2024-01-01", 50)).on(date(2099, 1, 1)) == 50


def test_the_reference_of_a_day_can_be_asked_for() -> None:
    assert FEE.entry_on(date(2025, 6, 1)).reference == "a law"


def test_equal_neighbors_are_one_span() -> None:
    assert FEE.spans(date(2024, 12, 1), date(2026, 2, 1)) == (
        (date(2024, 12, 1), date(2024, 12, 31), 50),
        (date(2025, 1, 1), date(2026, 2, 1), 60),
    )


def test_no_days_are_no_spans() -> None:
    assert FEE.spans(date(2024, 2, 2), date(2024, 2, 1)) == ()


@pytest.mark.parametrize(
    ("first", "last"), [("2023-12-31", "2024-02-01"), ("2026-12-01", "2027-01-01")]
)
def test_spans_over_a_day_without_a_value_are_refused(first: str, last: str) -> None:
    with pytest.raises((NoValueYet, NoLongerConfirmed)):
        FEE.spans(date.fromisoformat(first), date.fromisoformat(last))


@given(
    st.dates(min_value=date(2024, 1, 1), max_value=date(2026, 12, 31)),
    st.integers(min_value=0, max_value=900),
)
def test_spans_give_every_day_its_own_value(first: date, days: int) -> None:
    last = min(first + timedelta(days=days), date(2026, 12, 31))
    covered = [
        (start + timedelta(days=n), value)
        for start, end, value in FEE.spans(first, last)
        for n in range((end - start).days + 1)
    ]
    every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert covered == [(day, FEE.on(day)) for day in every]


def test_dates_must_rise() -> None:
    with pytest.raises(DatesOutOfOrder, match="2024-01-01"):
        a_dated(("2024-01-01", 50), ("2024-01-01", 60))


def test_a_value_must_be_given() -> None:
    with pytest.raises(NoValueAtAll, match="fee"):
        a_dated()
