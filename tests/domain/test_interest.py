"""Late interest to the öre, against worked examples and an independent count day by day."""

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.dated import Dated, DatedValue, NoLongerConfirmed
from reskontra.domain.interest import (
    EmptySpan,
    Interest,
    NegativePrincipal,
    PrincipalSpan,
    SpansOutOfOrder,
    late_interest,
    principal_spans,
)
from reskontra.domain.money import format_kronor

# Per cent, by half-year.
REFERENCE_RATES: dict[str, Fraction | int] = {
    "2021-01-01": 0,
    "2023-01-01": Fraction(5, 2),
    "2023-07-01": Fraction(7, 2),
    "2024-01-01": 4,
    "2024-07-01": 4,
    "2025-01-01": 3,
    "2025-07-01": 2,
    "2026-01-01": 2,
}
LAST_DAY = date(2026, 12, 31)


def a_rate(name: str, rates: dict[str, Fraction | int]) -> Dated[Fraction]:
    values = tuple(
        DatedValue(
            valid_from=date.fromisoformat(day),
            value=Fraction(rate),
            reference="räntelagen",
            confirmed=LAST_DAY,
        )
        for day, rate in rates.items()
    )
    return Dated(name=name, values=values, confirmed_until=LAST_DAY if len(values) > 1 else None)


DOCUMENT = Path(__file__).parents[2] / "docs" / "algorithms" / "interest.md"
WORKED = [
    (("2023-12-16", "2024-01-31"), 10_000_00),
    (("2024-01-01", "2024-12-31"), 10_000_00),
    (("2025-06-21", "2025-07-20"), 10_000_00),
    (("2026-02-01", "2026-04-30"), 2_256_00),
    (("2021-01-01", "2021-04-20"), 6_780_00),
]
REFERENCE_RATE = a_rate("reference rate", REFERENCE_RATES)
MARGIN = a_rate("margin", {"1984-07-01": 8})


def interest_on(*spans: PrincipalSpan) -> Interest:
    return late_interest(spans=spans, reference_rate=REFERENCE_RATE, margin=MARGIN)


@pytest.mark.parametrize(
    ("kronor", "due", "paid", "total_ore"),
    [
        (10_000, "2023-12-15", "2024-01-31", 152_05),
        (10_000, "2023-12-31", "2024-12-31", 1_200_00),
        (10_000, "2025-06-20", "2025-07-20", 84_93),
        (2_256, "2026-01-31", "2026-04-30", 55_01),
        (6_780, "2020-12-31", "2021-04-20", 163_46),
        (1_000, "2026-09-30", "2026-10-31", 8_49),
        (1_000, "2026-09-30", "2026-09-30", 0),
    ],
)
def test_interest_is_right_to_the_ore(kronor: int, due: str, paid: str, total_ore: int) -> None:
    spans = principal_spans(
        principal_ore=kronor * 100,
        due_date=date.fromisoformat(due),
        last_date=date.fromisoformat(paid),
    )
    assert interest_on(*spans).total_ore == total_ore


def test_the_tables_of_the_document_are_what_the_code_computes() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for span, principal_ore in WORKED:
        first, last = map(date.fromisoformat, span)
        interest = interest_on(
            PrincipalSpan(from_date=first, to_date=last, principal_ore=principal_ore)
        )
        for row in interest.rows:
            amount = row.interest_text(language="en")
            rate = row.rate_text(language="en").replace("\u00a0", " ")
            assert f"| {row.from_date} | {row.to_date} | {row.days} |" in text
            assert f"| {rate} | {amount} |" in text
        assert f"**{format_kronor(interest.total_ore, language='en')}**" in text


def test_the_printed_rows_explain_the_total() -> None:
    interest = interest_on(
        PrincipalSpan(
            from_date=date(2023, 12, 16), to_date=date(2024, 1, 31), principal_ore=10_000_00
        )
    )
    printed = [
        (f"{r.from_date}", f"{r.to_date}", r.days, r.days_in_year, r.rate_text(), r.interest_text())
        for r in interest.rows
    ]
    assert printed == [
        ("2023-12-16", "2023-12-31", 16, 365, "11,50\u00a0%", "50,4110"),
        ("2024-01-01", "2024-01-31", 31, 366, "12,00\u00a0%", "101,6393"),
    ]
    assert interest.rows[0].rate_text(language="en") == "11.50\u00a0%"
    assert interest.rows[0].interest_text(language="en") == "50.4110"


def test_each_part_payment_lowers_the_principal_from_the_day_after_it() -> None:
    spans = principal_spans(
        principal_ore=300_00,
        due_date=date(2026, 3, 31),
        last_date=date(2026, 5, 31),
        payments=[(date(2026, 4, 20), 50_00), (date(2026, 4, 10), 100_00)],
    )
    assert [(f"{s.from_date}", f"{s.to_date}", s.principal_ore) for s in spans] == [
        ("2026-04-01", "2026-04-10", 300_00),
        ("2026-04-11", "2026-04-20", 200_00),
        ("2026-04-21", "2026-05-31", 150_00),
    ]


@pytest.mark.parametrize(
    ("paid", "expected"),
    [
        ([("2026-03-20", 300_00)], []),
        ([("2026-03-31", 100_00)], [("2026-04-01", "2026-05-31", 200_00)]),
        ([("2026-04-01", 300_00)], [("2026-04-01", "2026-04-01", 300_00)]),
        ([("2026-06-01", 300_00)], [("2026-04-01", "2026-05-31", 300_00)]),
        (
            [("2026-04-10", 100_00), ("2026-04-10", 200_00)],
            [("2026-04-01", "2026-04-10", 300_00)],
        ),
    ],
)
def test_a_payment_counts_from_its_own_day(
    paid: list[tuple[str, int]], expected: list[tuple[str, str, int]]
) -> None:
    spans = principal_spans(
        principal_ore=300_00,
        due_date=date(2026, 3, 31),
        last_date=date(2026, 5, 31),
        payments=[(date.fromisoformat(day), ore) for day, ore in paid],
    )
    assert [(f"{s.from_date}", f"{s.to_date}", s.principal_ore) for s in spans] == expected


def test_payments_above_the_principal_are_refused() -> None:
    with pytest.raises(NegativePrincipal):
        principal_spans(
            principal_ore=100,
            due_date=date(2026, 3, 31),
            last_date=date(2026, 5, 31),
            payments=[(date(2026, 4, 1), 101)],
        )


def test_a_day_whose_rate_is_unknown_stops_the_calculation() -> None:
    with pytest.raises(NoLongerConfirmed, match="reference rate"):
        interest_on(PrincipalSpan(from_date=LAST_DAY, to_date=date(2027, 1, 1), principal_ore=100))


def test_days_are_not_counted_twice() -> None:
    span = PrincipalSpan(from_date=LAST_DAY, to_date=LAST_DAY, principal_ore=100)
    with pytest.raises(SpansOutOfOrder):
        interest_on(span, span)


def test_a_span_has_at_least_one_day() -> None:
    with pytest.raises(EmptySpan):
        PrincipalSpan(from_date=LAST_DAY, to_date=date(2026, 12, 30), principal_ore=100)


def half_percents(day: date) -> int:
    """The yearly rate in half per cents, from the table alone."""
    known = [value for start, value in REFERENCE_RATES.items() if start <= day.isoformat()]
    return int(2 * known[-1]) + 16


def interest_day_by_day(principal_ore: int, first: date, last: date) -> int:
    """An independent count: one day at a time, in whole numbers over the divisor 200·365·366."""
    numerator, day = 0, first
    while day <= last:
        leap = day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0)
        numerator += principal_ore * half_percents(day) * (365 if leap else 366)
        day += timedelta(days=1)
    divisor = 200 * 365 * 366
    return (2 * numerator + divisor) // (2 * divisor)


SOME_DAYS = st.tuples(
    st.dates(min_value=date(2021, 1, 1), max_value=LAST_DAY),
    st.dates(min_value=date(2021, 1, 1), max_value=LAST_DAY),
).map(sorted)


@given(SOME_DAYS, st.integers(min_value=0, max_value=10**9))
def test_an_independent_count_gives_the_same_ore(days: list[date], principal_ore: int) -> None:
    first, last = days
    interest = interest_on(
        PrincipalSpan(from_date=first, to_date=last, principal_ore=principal_ore)
    )
    assert interest.total_ore == interest_day_by_day(principal_ore, first, last)


@given(SOME_DAYS, st.data(), st.integers(min_value=0, max_value=10**9))
def test_cutting_a_period_in_two_changes_nothing(
    days: list[date], data: st.DataObject, principal_ore: int
) -> None:
    first, last = days
    cut = data.draw(st.dates(min_value=first, max_value=last))
    whole = PrincipalSpan(from_date=first, to_date=last, principal_ore=principal_ore)
    parts = [PrincipalSpan(from_date=first, to_date=cut, principal_ore=principal_ore)]
    if cut < last:
        after = cut + timedelta(days=1)
        parts.append(PrincipalSpan(from_date=after, to_date=last, principal_ore=principal_ore))
    assert interest_on(*parts).total_ore == interest_on(whole).total_ore
