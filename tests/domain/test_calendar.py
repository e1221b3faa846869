"""Working days, banking days and spans, against lists worked out from the statutes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.calendar import (
    NegativeCount,
    NoCalendar,
    NotASpan,
    Span,
    add_banking_days,
    add_working_days,
    days_in_year,
    is_banking_day,
    is_working_day,
    next_banking_day,
    previous_banking_day,
)

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 1, 1))

CLOSED_WEEKDAYS = {
    2026: "01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31",
    2027: "01-01 01-06 03-26 03-29 05-06 06-25 12-24 12-31",
    2028: "01-06 04-14 04-17 05-01 05-25 06-06 06-23 12-25 12-26",
}
WORKING_DAYS_IN = {2026: 251, 2027: 253, 2028: 251}


def every_day(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=n) for n in range(days_in_year(year))]


@pytest.mark.parametrize("year", CLOSED_WEEKDAYS)
def test_the_weekdays_that_are_closed_are_those_of_the_statutes(year: int) -> None:
    closed = [day for day in every_day(year) if day.weekday() < 5 and not is_working_day(day)]
    assert " ".join(f"{day:%m-%d}" for day in closed) == CLOSED_WEEKDAYS[year]
    assert sum(map(is_working_day, every_day(year))) == WORKING_DAYS_IN[year]


@pytest.mark.parametrize("year", CLOSED_WEEKDAYS)
def test_banks_are_open_on_working_days(year: int) -> None:
    assert all(is_banking_day(day) == is_working_day(day) for day in every_day(year))


@pytest.mark.parametrize(
    "day", ["2026-04-02", "2026-01-05", "2026-04-30", "2026-12-23", "2026-10-30"]
)
def test_a_half_day_is_a_working_day(day: str) -> None:
    assert is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("after", "count", "day"),
    [
        ("2026-12-18", 7, "2027-01-04"),
        ("2026-06-10", 7, "2026-06-22"),
        ("2025-03-31", 7, "2025-04-09"),
        ("2026-03-31", 3, "2026-04-07"),
        ("2026-12-26", 0, "2026-12-26"),
    ],
)
def test_working_days_are_counted_past_easter_christmas_and_midsummer(
    after: str, count: int, day: str
) -> None:
    assert add_working_days(date.fromisoformat(after), count) == date.fromisoformat(day)
    assert add_banking_days(date.fromisoformat(after), count) == date.fromisoformat(day)


@given(DAYS, st.integers(min_value=1, max_value=40))
def test_counting_forward_passes_exactly_that_many_working_days(day: date, count: int) -> None:
    end = add_working_days(day, count)
    passed = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(map(is_working_day, passed)) == count
    assert is_working_day(end)


@pytest.mark.parametrize(
    ("day", "following", "before"),
    [
        ("2026-04-03", "2026-04-07", "2026-04-02"),
        ("2026-04-07", "2026-04-07", "2026-04-02"),
        ("2026-12-24", "2026-12-28", "2026-12-23"),
        ("2026-12-31", "2027-01-04", "2026-12-30"),
    ],
)
def test_the_banking_days_around_a_day(day: str, following: str, before: str) -> None:
    assert next_banking_day(date.fromisoformat(day)) == date.fromisoformat(following)
    assert previous_banking_day(date.fromisoformat(day)) == date.fromisoformat(before)


@given(DAYS)
def test_no_banking_day_lies_between_the_two(day: date) -> None:
    before, following = previous_banking_day(day), next_banking_day(day)
    assert before < day <= following
    assert add_banking_days(before, 1) == following


@pytest.mark.parametrize(
    ("text", "after", "day"),
    [
        ("14 days", "2025-04-09", "2025-04-23"),
        ("1 day", "2025-12-31", "2026-01-01"),
        ("7 working days", "2026-12-18", "2027-01-04"),
        ("1 banking day", "2026-04-02", "2026-04-07"),
        ("4 weeks", "2025-04-24", "2025-05-22"),
        ("18 months", "2024-09-15", "2026-03-15"),
        ("18 months", "2025-08-31", "2027-02-28"),
        ("12 months", "2024-02-29", "2025-02-28"),
        ("1 month", "2025-12-31", "2026-01-31"),
        ("0 days", "2025-12-31", "2025-12-31"),
    ],
)
def test_a_span_is_counted_from_the_day_after(text: str, after: str, day: str) -> None:
    assert Span.parse(text).after(date.fromisoformat(after)) == date.fromisoformat(day)
    assert str(Span.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["", "days", "-1 days", "7 workdays", "7  days", "1.5 days", "2 years"]
)
def test_other_words_for_time_are_refused_with_the_allowed_ones(text: str) -> None:
    with pytest.raises(NotASpan, match="7 working days"):
        Span.parse(text)


def test_time_is_not_counted_backward() -> None:
    with pytest.raises(NegativeCount):
        add_working_days(date(2026, 1, 1), -1)


def test_a_year_without_a_calendar_is_refused() -> None:
    with pytest.raises(NoCalendar, match="1989"):
        is_working_day(date(1989, 5, 5))


@pytest.mark.parametrize(("year", "days"), [(2023, 365), (2024, 366), (2000, 366), (2100, 365)])
def test_a_leap_year_has_366_days(year: int, days: int) -> None:
    assert days_in_year(year) == days
