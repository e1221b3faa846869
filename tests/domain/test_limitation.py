"""When a claim lapses, and what interrupts it (preskriptionslagen (1981:130) 2 and 5 to 8 §§).

The one rule: every expected day here is counted by hand.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reskontra.domain.calendar import Span
from reskontra.domain.claim import PrincipalPayment
from reskontra.domain.limitation import (
    Break,
    Cause,
    Control,
    NoProof,
    NotByHand,
    arose_by,
    checked,
    control,
    payments_as_breaks,
)

THREE_YEARS = Span.parse("36 months")
ONE_YEAR = Span.parse("12 months")
AROSE = date(2022, 1, 31)


def lapses(*breaks: Break) -> Control:
    return control(arose=AROSE, breaks=breaks, period=THREE_YEARS, after_procedure=ONE_YEAR)


def acknowledged(day: date) -> Break:
    return Break(cause=Cause.ACKNOWLEDGED, day=day)


def procedure(day: date, ended: date | None, *, served: bool) -> Break:
    return Break(cause=Cause.PROCEDURE, day=day, ended=ended, served=served)


def test_nothing_has_interrupted_it() -> None:
    found = lapses()
    assert found == Control(lapses_on=date(2025, 1, 31), since=AROSE, cause=Cause.AROSE)
    assert not found.lapsed(date(2025, 1, 31))
    assert found.lapsed(date(2025, 2, 1))


def test_a_promise_begins_a_new_time() -> None:
    assert lapses(acknowledged(date(2024, 6, 1))).lapses_on == date(2027, 6, 1)


def test_the_latest_counts_in_whatever_order_they_are_known() -> None:
    early, late = acknowledged(date(2023, 1, 1)), acknowledged(date(2024, 1, 1))
    assert lapses(late, early) == lapses(early, late)
    assert lapses(late, early).lapses_on == date(2027, 1, 1)


def test_what_comes_after_the_last_day_wakes_nothing() -> None:
    assert lapses(acknowledged(date(2025, 2, 1))).lapses_on == date(2025, 1, 31)


def test_it_does_not_lapse_while_the_authority_has_it() -> None:
    assert lapses(procedure(date(2024, 12, 1), None, served=False)).lapses_on is None


def test_after_a_verdict_the_time_begins_anew() -> None:
    found = lapses(procedure(date(2024, 12, 1), date(2025, 6, 1), served=True))
    assert found.lapses_on == date(2028, 6, 1)


def test_a_procedure_without_service_is_as_if_it_never_was() -> None:
    found = lapses(procedure(date(2022, 6, 1), date(2022, 9, 1), served=False))
    assert found.lapses_on == date(2025, 1, 31)


def test_but_it_lapses_no_earlier_than_a_year_after_that() -> None:
    found = lapses(procedure(date(2025, 1, 1), date(2025, 3, 1), served=False))
    assert found.lapses_on == date(2026, 3, 1)


def test_money_that_the_bank_took_back_was_never_paid() -> None:
    paid = PrincipalPayment(value_date=date(2024, 1, 1), amount_ore=100)
    back = PrincipalPayment(value_date=date(2024, 1, 5), amount_ore=-100)
    assert payments_as_breaks([paid, back]) == ()
    assert [each.day for each in payments_as_breaks([paid])] == [date(2024, 1, 1)]


def test_an_interruption_needs_a_proof_and_a_known_cause() -> None:
    with pytest.raises(NoProof):
        checked("acknowledged", proof=" ")
    with pytest.raises(NotByHand):
        checked("payment", proof="kontoutdrag")


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_the_list_reaches_back_to_every_claim_that_lapses_by_the_day(horizon: date) -> None:
    day = arose_by(horizon, period=THREE_YEARS)
    assert (
        THREE_YEARS.after(day) <= horizon < THREE_YEARS.after(date.fromordinal(day.toordinal() + 1))
    )


@given(
    st.lists(st.dates(date(2022, 1, 31), date(2030, 1, 1)), max_size=6),
    st.dates(date(2022, 1, 31), date(2030, 1, 1)),
)
def test_one_interruption_more_never_makes_it_lapse_sooner(days: list[date], more: date) -> None:
    before = lapses(*map(acknowledged, days)).lapses_on
    after = lapses(*map(acknowledged, [*days, more])).lapses_on
    assert before is not None
    assert after is not None
    assert after >= before
