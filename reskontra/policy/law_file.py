"""What a file about a national value may say: `law/*.yaml`, one value a file.

    value: reminder_fee_ceiling
    unit: kronor
    values:
      2013-03-16:
        value: 60 kr
        reference: {title: Lagen (1981:739) 4 §, url: "https://lagen.nu/1981:739#P4"}
        confirmed: 2026-11-22
        verified: true

A value that awaits a better source says `verified: false` and, under `doubt`, why.

The one rule: every value has its day, its reference, and the day a person last confirmed it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from reskontra.domain.calendar import Span
from reskontra.domain.calendar import Unit as SpanUnit
from reskontra.policy.values import (
    AMOUNT_ALLOWED,
    PERCENT_ALLOWED,
    POINTS_ALLOWED,
    Day,
    DayKey,
    FileModel,
    Name,
    ReferenceFile,
    TextsFile,
    parse_amount,
    parse_percent,
    parse_points,
)

Unit = Literal["kronor", "per cent a year", "percentage points", "period"]

_YEARS = re.compile(r"([0-9]{1,3}) years?")
TERM_ALLOWED = "a period like '30 days', '4 banking days', '2 weeks', '6 months' or '3 years'"


def parse_term(text: str) -> Span:
    """The span that a law words; years are counted as twelve months (lag (1930:173) 1 §)."""
    match = _YEARS.fullmatch(text)
    return Span(count=12 * int(match[1]), unit=SpanUnit.MONTHS) if match else Span.parse(text)


READERS: dict[str, tuple[Callable[[str], object], str]] = {
    "kronor": (parse_amount, AMOUNT_ALLOWED),
    "per cent a year": (parse_percent, PERCENT_ALLOWED),
    "percentage points": (parse_points, POINTS_ALLOWED),
    "period": (parse_term, TERM_ALLOWED),
}
"""How a value of each unit is read, and what is allowed."""

WHOLE = ""
"""The name of a value that has no parts."""

HALF_YEARLY = "every half-year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What the code expects of one national value."""

    unit: Unit
    parts: tuple[str, ...] = (WHOLE,)
    set_anew: str | None = None


_KRONOR = Shape(unit="kronor")
_PERIOD = Shape(unit="period")
_POINTS = Shape(unit="percentage points")

SHAPES: Mapping[str, Shape] = {
    "reference_rate": Shape(unit="per cent a year", set_anew=HALF_YEARLY),
    "late_interest_margin": _POINTS,
    "capital_interest_margin": _POINTS,
    "interest_after_demand": _PERIOD,
    "reminder_fee_ceiling": _KRONOR,
    "collection_demand_fee_ceiling": _KRONOR,
    "installment_plan_fee_ceiling": _KRONOR,
    "installment_notice_fee_ceiling": _KRONOR,
    "late_payment_compensation": _KRONOR,
    "order_to_pay_application_fee": _KRONOR,
    "order_to_pay_own_work_ceiling": _KRONOR,
    "enforcement_base_fee": _KRONOR,
    "collection_demand_days": Shape(unit="period", parts=("from_sending", "from_receipt")),
    "order_to_pay_reply_time": _PERIOD,
    "order_to_pay_transfer_time": _PERIOD,
    "verdict_reopening_time": _PERIOD,
    "disconnection_warning_time": _PERIOD,
    "connection_charge_plan_longest": _PERIOD,
    "limitation_periods": Shape(unit="period", parts=("consumer", "other")),
    "limitation_of_water": _PERIOD,
    "limitation_of_care": _PERIOD,
    "limitation_after_procedure": _PERIOD,
    "limitation_warnings": Shape(unit="period", parts=("first", "second")),
    "record_of_non_payment_person": _PERIOD,
    "record_of_non_payment_company": Shape(unit="period", parts=("verdict", "application")),
    "retention_municipality": _PERIOD,
    "retention_company": _PERIOD,
    "age_of_majority": _PERIOD,
}
"""The national values: each has its file, and there are no others. Their order is that in which
people read them: interest, fees, times, limitation, keeping."""


def _by_part(value: object) -> object:
    return value if isinstance(value, dict) else {WHOLE: value}


PartTexts = Annotated[
    dict[str, str],
    BeforeValidator(_by_part),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1},
            ]
        }
    ),
]


class DatedValueFile(FileModel):
    """One value, from its day until the next."""

    value: PartTexts
    """In the unit of the file; several parts when the law gives them together."""
    reference: ReferenceFile
    """The law and section."""
    confirmed: Day
    """The day a person last compared it with its reference."""
    verified: bool
    """false while only a weak source is known."""
    doubt: TextsFile | None = None
    """Why the value is not verified; given exactly when it is not."""


class LawFile(FileModel):
    """One national value over time."""

    value: Name
    """Its name: that of the file."""
    description: TextsFile
    """What it is."""
    unit: Unit
    """What its values are counted in."""
    set_anew: Literal["every half-year"] | None = None
    """When given, a value holds only to the end of its half-year."""
    values: Annotated[dict[DayKey, DatedValueFile], Field(min_length=1)]
    """Each value from its day until the next."""
