"""When a fee is charged, how much of it, and the value-added tax inside it."""

from __future__ import annotations

from datetime import date

import pytest

from reskontra.domain.calendar import Span
from reskontra.domain.fees import (
    FeeBelowZero,
    FeeDecision,
    FeeGround,
    FeeWhy,
    fee_on,
    last_day_to_waive,
    vat_part_ore,
)


def reminder_fee(
    *,
    amount_ore: int = 60_00,
    owed_by: str = "agreement",
    ceiling_ore: int | None = 60_00,
    charged_times: int = 0,
    waived_until: date | None = None,
    paid_date: date | None = None,
) -> FeeDecision:
    return fee_on(
        amount_ore=amount_ore,
        ground=FeeGround.AGREEMENT,
        owed_by=frozenset(owed_by.split()),
        ceiling_ore=ceiling_ore,
        charged_times=charged_times,
        most_times=1,
        waived_until=waived_until,
        paid_date=paid_date,
    )


@pytest.mark.parametrize(
    ("owed_by", "amount_ore"),
    [
        ("agreement", 60_00),
        ("tariff", 0),
        ("water_tariff", 0),
        ("law", 0),
        ("agreement tariff", 0),
        ("", 0),
    ],
)
def test_a_reminder_fee_needs_all_of_the_claim_to_be_owed_by_agreement(
    owed_by: str, amount_ore: int
) -> None:
    decision = reminder_fee(owed_by=owed_by)
    why = FeeWhy.CHARGED if amount_ore else FeeWhy.NO_GROUND
    assert decision == FeeDecision(amount_ore=amount_ore, vat_ore=0, why=why)


@pytest.mark.parametrize("ground", [FeeGround.LAW, FeeGround.TARIFF])
def test_the_law_and_a_tariff_are_grounds_whatever_the_claim_is_owed_by(ground: FeeGround) -> None:
    decision = fee_on(
        amount_ore=180_00,
        ground=ground,
        owed_by=frozenset({"water_tariff"}),
        ceiling_ore=180_00,
        charged_times=0,
        most_times=1,
    )
    assert (decision.amount_ore, decision.why) == (180_00, FeeWhy.CHARGED)


@pytest.mark.parametrize(
    ("ceiling_ore", "amount_ore", "why"),
    [
        (60_00, 60_00, FeeWhy.CHARGED),
        (50_00, 50_00, FeeWhy.LOWERED_TO_CEILING),
        (None, 60_00, FeeWhy.CHARGED),
    ],
)
def test_nothing_above_the_ceiling_of_the_day_is_charged(
    ceiling_ore: int | None, amount_ore: int, why: FeeWhy
) -> None:
    decision = reminder_fee(ceiling_ore=ceiling_ore)
    assert (decision.amount_ore, decision.why) == (amount_ore, why)


def test_a_claim_bears_one_reminder_fee_however_many_reminders() -> None:
    decision = reminder_fee(charged_times=1)
    assert (decision.amount_ore, decision.why) == (0, FeeWhy.CHARGED_BEFORE)


def test_a_measure_costs_each_time_that_it_is_performed_and_says_its_vat() -> None:
    decision = fee_on(
        amount_ore=2_256_00,
        ground=FeeGround.TARIFF,
        owed_by=frozenset({"water_tariff"}),
        ceiling_ore=None,
        charged_times=3,
        most_times=None,
        vat_percent=25,
    )
    assert decision == FeeDecision(amount_ore=2_256_00, vat_ore=451_20, why=FeeWhy.CHARGED)


def test_the_vat_is_that_of_the_lowered_fee() -> None:
    decision = fee_on(
        amount_ore=100_00,
        ground=FeeGround.LAW,
        owed_by=frozenset({"tariff"}),
        ceiling_ore=50_00,
        charged_times=0,
        most_times=1,
        vat_percent=25,
    )
    assert (decision.amount_ore, decision.vat_ore) == (50_00, 10_00)


@pytest.mark.parametrize(
    ("paid", "amount_ore", "why"),
    [
        (date(2026, 3, 9), 0, FeeWhy.PAID_IN_TIME),
        (date(2026, 3, 10), 60_00, FeeWhy.CHARGED),
        (None, 60_00, FeeWhy.CHARGED),
    ],
)
def test_a_fee_is_waived_by_payment_up_to_its_last_day(
    paid: date | None, amount_ore: int, why: FeeWhy
) -> None:
    waived_until = last_day_to_waive(letter_date=date(2026, 2, 27), within=Span.parse("8 days"))
    assert waived_until == date(2026, 3, 9), "8 days end on a Saturday"
    decision = reminder_fee(waived_until=waived_until, paid_date=paid)
    assert (decision.amount_ore, decision.why) == (amount_ore, why)


def test_a_fee_that_is_never_waived_is_charged_on_what_was_paid() -> None:
    assert reminder_fee(paid_date=date(2026, 3, 1)).amount_ore == 60_00


@pytest.mark.parametrize(
    ("amount_ore", "vat_percent", "vat_ore"),
    [
        (125_00, 25, 25_00),
        (100_00, 0, 0),
        (112_00, 12, 12_00),
        (106_00, 6, 6_00),
        (2, 25, 0),
        (3, 25, 1),
        (75, 100, 38),
    ],
)
def test_vat_is_a_part_of_the_amount_rounded_half_up(
    amount_ore: int, vat_percent: int, vat_ore: int
) -> None:
    assert vat_part_ore(amount_ore=amount_ore, vat_percent=vat_percent) == vat_ore


def test_a_fee_below_zero_is_refused_even_when_nothing_is_charged() -> None:
    with pytest.raises(FeeBelowZero):
        reminder_fee(amount_ore=-1, owed_by="tariff")
    with pytest.raises(FeeBelowZero):
        vat_part_ore(amount_ore=1, vat_percent=-25)
