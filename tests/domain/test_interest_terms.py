"""What may be decided about late interest: its rate, start and reliefs, and what is left out."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from reskontra.domain.calendar import Span
from reskontra.domain.dated import Dated, DatedValue, NoValueYet
from reskontra.domain.interest import (
    Interest,
    NegativeLimit,
    PrincipalSpan,
    RateBelowZero,
    interest_over,
    principal_spans,
    runs_after_demand,
)
from reskontra.domain.money import format_kronor
from reskontra.domain.rate import AboveReference, FlatRate, Rate
from reskontra.domain.relief import (
    NotAShare,
    Relief,
    ReliefEndsBeforeItBegins,
    ReliefWithoutReason,
)

DOCUMENT = Path(__file__).parents[2] / "docs" / "algorithms" / "interest.md"
HALF = Fraction(1, 2)
THIRTY_DAYS = Span.parse("30 days")


def dated(name: str, **percents: str) -> Dated[Fraction]:
    """Per cent by day, as `d2026_01_01="2"`."""
    values = tuple(
        DatedValue(
            valid_from=date.fromisoformat(day[1:].replace("_", "-")),
            value=Fraction(percent),
            reference="KF 2025/77",
            confirmed=date(2026, 1, 1),
        )
        for day, percent in percents.items()
    )
    return Dated(name=name, values=values)


REFERENCE_RATE = dated("reference rate", d2020_01_01="0", d2026_01_01="2", d2026_07_01="3")
LATE = AboveReference(reference_rate=REFERENCE_RATE, margin=dated("margin", d1984_07_01="8"))
CAPITAL = AboveReference(reference_rate=REFERENCE_RATE, margin=dated("margin", d1984_07_01="2"))
OWN = FlatRate(rate=dated("own rate", d2025_01_01="8.5", d2026_04_01="6"))


def over(
    first: str,
    last: str,
    *reliefs: Relief,
    rate: Rate = LATE,
    minus_ore: int = 0,
    minimum_ore: int = 0,
) -> Interest:
    """Interest on 10 000 kr."""
    span = PrincipalSpan(
        from_date=date.fromisoformat(first),
        to_date=date.fromisoformat(last),
        principal_ore=10_000_00,
    )
    return interest_over(
        spans=(span,), rate=rate, reliefs=reliefs, minus_ore=minus_ore, minimum_ore=minimum_ore
    )


def a_relief(
    first: str,
    last: str | None,
    share: Fraction | int = 1,
    reason: str = "Lång sjukdom",
    reference: str = "KS 2026/118",
) -> Relief:
    return Relief(
        first_day=date.fromisoformat(first),
        last_day=None if last is None else date.fromisoformat(last),
        share=Fraction(share),
        reason=reason,
        reference=reference,
    )


def printed(interest: Interest) -> list[tuple[str, str, int, str, str]]:
    return [
        (f"{r.from_date}", f"{r.to_date}", r.days, r.rate_text(language="en"), r.interest_text())
        for r in interest.rows
    ]


def test_the_capital_of_a_connection_charge_bears_two_points_above_the_reference_rate() -> None:
    assert printed(over("2026-06-30", "2026-07-01", rate=CAPITAL)) == [
        ("2026-06-30", "2026-06-30", 1, "4.00\u00a0%", "1,0959"),
        ("2026-07-01", "2026-07-01", 1, "5.00\u00a0%", "1,3699"),
    ]


def test_a_rate_of_the_creditor_s_own_follows_its_own_days_and_no_half_year() -> None:
    interest = over("2026-03-31", "2026-07-31", rate=OWN)
    assert printed(interest) == [
        ("2026-03-31", "2026-03-31", 1, "8.50\u00a0%", "2,3288"),
        ("2026-04-01", "2026-07-31", 122, "6.00\u00a0%", "200,5479"),
    ]
    assert interest.total_ore == 202_88


def test_a_day_before_the_first_own_rate_is_refused() -> None:
    with pytest.raises(NoValueYet, match="own rate"):
        over("2024-12-31", "2025-01-01", rate=OWN)


def test_a_rate_below_zero_is_refused() -> None:
    below = AboveReference(
        reference_rate=dated("reference rate", d2016_07_01="-0.5"),
        margin=dated("margin", d2016_07_01="0"),
    )
    with pytest.raises(RateBelowZero, match="2026-05-01 is -1/2"):
        over("2026-05-01", "2026-05-31", rate=below)


def test_a_rate_says_what_it_is_made_of() -> None:
    day = date(2026, 3, 31)
    assert LATE.words(day=day) == "referensräntan plus 8 procentenheter"
    assert CAPITAL.words(day=day, language="en") == "the reference rate plus 2 percentage points"
    assert OWN.words(day=day) == "8,5\u00a0% om året"
    assert OWN.words(day=day, language="en") == "8.5\u00a0% a year"
    one = AboveReference(reference_rate=REFERENCE_RATE, margin=dated("margin", d1984_07_01="1"))
    assert one.words(day=day) == "referensräntan plus 1 procentenhet"
    assert one.words(day=day, language="en") == "the reference rate plus 1 percentage point"
    ten = FlatRate(rate=dated("own rate", d2025_01_01="10"))
    assert ten.words(day=day) == "10\u00a0% om året"


def test_a_relief_lowers_the_rate_of_its_days_and_says_why() -> None:
    interest = over("2026-02-01", "2026-04-30", a_relief("2026-03-01", "2026-03-31", HALF))
    assert printed(interest) == [
        ("2026-02-01", "2026-02-28", 28, "10.00\u00a0%", "76,7123"),
        ("2026-03-01", "2026-03-31", 31, "5.00\u00a0%", "42,4658"),
        ("2026-04-01", "2026-04-30", 30, "10.00\u00a0%", "82,1918"),
    ]
    assert [row.relief_text() for row in interest.rows] == [
        "",
        "Nedsatt med 50\u00a0% från 10,00\u00a0%: Lång sjukdom (KS 2026/118)",
        "",
    ]
    assert interest.total_ore == 201_37


@pytest.mark.parametrize(
    ("share", "language", "text"),
    [
        ("1", "sv", "Ingen ränta i stället för 10,00\u00a0%: Lång sjukdom (KS 2026/118)"),
        ("1", "en", "No interest instead of 10.00\u00a0%: Lång sjukdom (KS 2026/118)"),
        ("1/3", "sv", "Nedsatt med 1/3 från 10,00\u00a0%: Lång sjukdom (KS 2026/118)"),
        ("1/4", "en", "Lowered by 25\u00a0% from 10.00\u00a0%: Lång sjukdom (KS 2026/118)"),
    ],
)
def test_a_relief_is_printed_in_both_languages(share: str, language: str, text: str) -> None:
    interest = over("2026-03-01", "2026-03-01", a_relief("2026-01-01", None, Fraction(share)))
    assert interest.rows[0].relief_text(language=language) == text


def test_of_reliefs_on_one_day_the_largest_counts_and_they_are_not_added() -> None:
    campaign = a_relief("2026-02-01", "2026-02-20", HALF, "Kampanj", "KF 2025/9")
    illness = a_relief("2026-02-11", "2026-03-05", Fraction(3, 4))
    small = a_relief("2026-02-12", "2026-02-13", Fraction(1, 10), "Annat", "KS 2026/2")
    interest = over("2026-02-01", "2026-03-10", small, campaign, illness)
    assert [(f"{r.to_date}", r.rate_percent, r.relief) for r in interest.rows] == [
        ("2026-02-10", 5, campaign),
        ("2026-03-05", Fraction(5, 2), illness),
        ("2026-03-10", 10, None),
    ]


def test_of_equal_reliefs_the_first_given_counts() -> None:
    first = a_relief("2026-02-01", "2026-02-20", HALF)
    second = a_relief("2026-01-01", None, HALF, "Kampanj", "KF 2025/9")
    interest = over("2026-02-01", "2026-02-28", first, second)
    assert [(f"{r.to_date}", r.relief) for r in interest.rows] == [
        ("2026-02-20", first),
        ("2026-02-28", second),
    ]


def test_a_relief_without_an_end_covers_every_later_day() -> None:
    interest = over("2026-06-30", "2026-07-01", a_relief("2026-07-01", None))
    assert [row.rate_text() for row in interest.rows] == ["10,00\u00a0%", "0,00\u00a0%"]


def test_a_deferral_without_interest_still_counts_from_the_due_date() -> None:
    spans = principal_spans(
        principal_ore=10_000_00, due_date=date(2026, 1, 31), last_date=date(2026, 4, 30)
    )
    deferral = a_relief("2026-02-01", "2026-03-31", 1, "Anstånd utan ränta")
    interest = interest_over(spans=spans, rate=LATE, reliefs=(deferral,))
    assert printed(interest) == [
        ("2026-02-01", "2026-03-31", 59, "0.00\u00a0%", "0,0000"),
        ("2026-04-01", "2026-04-30", 30, "10.00\u00a0%", "82,1918"),
    ]


@pytest.mark.parametrize("share", ["0", "-1/2", "11/10"])
def test_a_relief_gives_up_some_or_all_of_the_interest(share: str) -> None:
    with pytest.raises(NotAShare):
        a_relief("2026-02-01", None, Fraction(share))


@pytest.mark.parametrize(("reason", "reference"), [("", "KS 2026/118"), ("Sjukdom", " ")])
def test_a_relief_says_why_and_by_which_decision(reason: str, reference: str) -> None:
    with pytest.raises(ReliefWithoutReason):
        a_relief("2026-02-01", None, 1, reason, reference)


def test_a_relief_ends_after_it_begins() -> None:
    with pytest.raises(ReliefEndsBeforeItBegins):
        a_relief("2026-02-02", "2026-02-01")


@pytest.mark.parametrize(
    ("minus_ore", "minimum_ore", "total_ore"),
    [
        (0, 0, 84_93),
        (30_14, 0, 54_79),
        (84_93, 0, 0),
        (90_00, 0, 0),
        (0, 84_93, 84_93),
        (0, 84_94, 0),
        (30_14, 54_79, 54_79),
        (30_14, 54_80, 0),
    ],
)
def test_what_is_charged_already_is_taken_off_and_little_is_not_charged(
    minus_ore: int, minimum_ore: int, total_ore: int
) -> None:
    interest = over("2026-05-01", "2026-05-31", minus_ore=minus_ore, minimum_ore=minimum_ore)
    assert (interest.accrued_ore, interest.total_ore) == (84_93, total_ore)


def test_a_relief_decided_after_a_demand_shows_what_was_charged_too_much() -> None:
    relief = a_relief("2026-06-21", None, HALF)
    interest = over("2026-06-21", "2026-07-20", relief, minus_ore=87_67)
    assert (interest.accrued_ore, interest.total_ore, interest.too_much_ore) == (43_84, 0, 43_83)


@pytest.mark.parametrize(("minus_ore", "minimum_ore"), [(-1, 0), (0, -1)])
def test_amounts_below_zero_are_refused(minus_ore: int, minimum_ore: int) -> None:
    with pytest.raises(NegativeLimit):
        over("2026-06-21", "2026-07-20", minus_ore=minus_ore, minimum_ore=minimum_ore)


@pytest.mark.parametrize(
    ("due", "sent", "reached", "runs_after"),
    [
        ("2026-03-20", "2026-03-01", "2026-03-04", "2026-03-31"),
        ("2026-03-20", "2026-03-01", "2026-04-10", "2026-04-10"),
        ("2026-04-30", "2026-03-01", "2026-03-04", "2026-04-30"),
    ],
)
def test_interest_runs_thirty_days_after_a_demand_that_has_arrived_and_fallen_due(
    due: str, sent: str, reached: str, runs_after: str
) -> None:
    day = runs_after_demand(
        due_date=date.fromisoformat(due),
        sent_date=date.fromisoformat(sent),
        reached_date=date.fromisoformat(reached),
        wait=THIRTY_DAYS,
    )
    assert f"{day}" == runs_after


def test_a_reversed_payment_lets_interest_run_on_the_whole_again() -> None:
    spans = principal_spans(
        principal_ore=300_00,
        due_date=date(2026, 3, 31),
        last_date=date(2026, 5, 31),
        payments=[(date(2026, 4, 10), 300_00), (date(2026, 5, 10), -300_00)],
    )
    assert [(f"{s.from_date}", f"{s.to_date}", s.principal_ore) for s in spans] == [
        ("2026-04-01", "2026-04-10", 300_00),
        ("2026-05-11", "2026-05-31", 300_00),
    ]


def test_the_tables_of_the_document_are_what_the_code_computes() -> None:
    campaign = a_relief("2026-02-01", "2026-02-20", HALF, "Kampanj", "KF 2025/9")
    illness = a_relief("2026-02-11", "2026-03-05", Fraction(3, 4))
    text = DOCUMENT.read_text(encoding="utf-8")
    for interest in (
        over("2026-06-21", "2026-07-20", rate=CAPITAL),
        over("2026-03-01", "2026-07-31", rate=OWN),
        over("2026-02-01", "2026-04-30", a_relief("2026-03-01", "2026-03-31", HALF)),
        over("2026-02-01", "2026-03-10", campaign, illness),
    ):
        for row in interest.rows:
            cells = [
                *(f"{row.from_date}", f"{row.to_date}", f"{row.days}", f"{row.days_in_year}"),
                row.rate_text(language="en"),
                row.interest_text(language="en"),
                *filter(None, [row.relief_text(language="en")]),
            ]
            assert f"| {' | '.join(cells)} |".replace("\u00a0", " ") in text
        assert f"**{format_kronor(interest.total_ore, language='en')}**" in text
