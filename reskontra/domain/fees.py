"""Whether a fee is charged, how much of it, and which part of it is value-added tax.

    fee_on(amount_ore=60_00, ground=AGREEMENT, owed_by={"agreement"}, ceiling_ore=60_00, …)
    -> 60,00, charged
    fee_on(amount_ore=60_00, ground=AGREEMENT, owed_by={"water_tariff"}, ceiling_ore=60_00, …)
    -> nothing: a tariff is no agreement

The one rule: a fee without a ground is not charged, and none is charged above the law's ceiling
that day. `docs/algorithms/fees.md` has the worked tables and the sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from reskontra.domain.calendar import Span, next_banking_day
from reskontra.domain.money import round_half_up
from reskontra.domain.refusal import Refused


class FeeBelowZero(Refused):
    """A fee of {amount_ore} öre with {vat_percent} % value-added tax; both are zero or more."""

    swedish = (
        "En avgift på {amount_ore} öre med {vat_percent} % moms. Båda ska vara noll eller mer."
    )


class FeeGround(StrEnum):
    """By what right a fee is charged."""

    AGREEMENT = "agreement"
    """Agreed when the debt arose at the latest, as a reminder fee must be (1981:739, 2 §)."""
    TARIFF = "tariff"
    """Set by the council for a measure that is performed, as a reconnection; never for a letter."""
    LAW = "law"
    """Granted by the law itself, as that of a collection demand (1981:739, 3 §)."""


class FeeWhy(StrEnum):
    """Why a fee is what it is."""

    CHARGED = "charged"
    LOWERED_TO_CEILING = "lowered_to_ceiling"
    NO_GROUND = "no_ground"
    CHARGED_BEFORE = "charged_before"
    PAID_IN_TIME = "paid_in_time"
    CAMPAIGN = "campaign"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeDecision:
    """What is charged, zero when nothing is, and why."""

    amount_ore: int
    """With value-added tax, when there is any."""
    vat_ore: int
    """The part of the amount that is value-added tax."""
    why: FeeWhy


def fee_on(
    *,
    amount_ore: int,
    ground: FeeGround,
    owed_by: frozenset[str],
    ceiling_ore: int | None,
    charged_times: int,
    most_times: int | None,
    vat_percent: int = 0,
    waived_until: date | None = None,
    paid_date: date | None = None,
) -> FeeDecision:
    """Decide on one fee for one claim, in öre.

    `owed_by` says by what the claim itself is owed, for each service on it: a fee by agreement
    needs all of it to be owed by agreement (lagen (1981:739) 2 §). `ceiling_ore` is the law's
    ceiling on the day, None where the law sets none; what is above it is not charged (4 §).
    `charged_times` is how often a fee of this kind was charged on the claim, of at most
    `most_times`: once for reminders, however many are sent; None where nothing limits it.
    A claim paid by `waived_until`, from `last_day_to_waive`, costs nothing. Refuses an amount or
    a percentage below zero.
    """
    _refuse_below_zero(amount_ore, vat_percent)
    why = _why_not(ground, owed_by, charged_times, most_times)
    if why is None and _paid_by(waived_until, paid_date):
        why = FeeWhy.PAID_IN_TIME
    if why is not None:
        return FeeDecision(amount_ore=0, vat_ore=0, why=why)
    charged_ore = amount_ore if ceiling_ore is None else min(amount_ore, ceiling_ore)
    return FeeDecision(
        amount_ore=charged_ore,
        vat_ore=vat_part_ore(amount_ore=charged_ore, vat_percent=vat_percent),
        why=FeeWhy.CHARGED if charged_ore == amount_ore else FeeWhy.LOWERED_TO_CEILING,
    )


def last_day_to_waive(*, letter_date: date, within: Span) -> date:
    """The last day on which payment waives a fee told of on `letter_date`.

    Moved to a banking day, as every day to pay is (skuldebrevslagen (1936:81) 5 §).
    """
    return next_banking_day(within.after(letter_date))


def vat_part_ore(*, amount_ore: int, vat_percent: int) -> int:
    """The value-added tax inside `amount_ore`, a half öre rounded up: 25 % is a fifth of it."""
    _refuse_below_zero(amount_ore, vat_percent)
    return round_half_up(Fraction(amount_ore * vat_percent, 100 + vat_percent))


def _refuse_below_zero(amount_ore: int, vat_percent: int) -> None:
    if amount_ore < 0 or vat_percent < 0:
        raise FeeBelowZero(amount_ore=amount_ore, vat_percent=vat_percent)


def _why_not(
    ground: FeeGround, owed_by: frozenset[str], charged_times: int, most_times: int | None
) -> FeeWhy | None:
    if ground == FeeGround.AGREEMENT and owed_by != {FeeGround.AGREEMENT}:
        return FeeWhy.NO_GROUND
    if most_times is not None and charged_times >= most_times:
        return FeeWhy.CHARGED_BEFORE
    return None


def _paid_by(waived_until: date | None, paid_date: date | None) -> bool:
    return waived_until is not None and paid_date is not None and paid_date <= waived_until
