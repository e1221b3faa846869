"""What a file about a national value may say: `law/*.yaml`, one value a file.

    value: reminder_fee_ceiling
    unit: kronor
    values:
      2013-03-16:
        value: 60 kr
        reference: {title: Lagen (1981:739) 4 §}
        confirmed: 2026-11-22
        verified: true

The one rule: every value has its day, its reference, and the day a person last confirmed it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from reskontra.domain.calendar import Span
from reskontra.policy.values import (
    AMOUNT_ALLOWED,
    PERCENT_ALLOWED,
    POINTS_ALLOWED,
    SPAN_ALLOWED,
    Day,
    FileModel,
    Name,
    ReferenceFile,
    TextsFile,
    parse_amount,
    parse_percent,
    parse_points,
    wrong,
)

Unit = Literal["kronor", "per cent a year", "percentage points", "period"]

READERS: dict[str, tuple[Callable[[str], object], str]] = {
    "kronor": (parse_amount, AMOUNT_ALLOWED),
    "per cent a year": (parse_percent, PERCENT_ALLOWED),
    "percentage points": (parse_points, POINTS_ALLOWED),
    "period": (Span.parse, SPAN_ALLOWED),
}
"""How a value of each unit is read, and what is allowed."""

WHOLE = ""
"""The name of a value that has no parts."""


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


def _iso_day(value: object) -> object:
    text = str(value)
    try:
        if date.fromisoformat(text).isoformat() == text:
            return value
    except ValueError:
        pass
    raise wrong("a day like 2024-01-18")


DayKey = Annotated[str, BeforeValidator(_iso_day)]


class DatedValueFile(FileModel):
    """One value, from its day until the next."""

    value: PartTexts
    reference: ReferenceFile
    confirmed: Day
    verified: bool


class LawFile(FileModel):
    """One national value over time."""

    value: Name
    description: TextsFile
    unit: Unit
    set_anew: Literal["every half-year"] | None = None
    """When given, a value holds only to the end of its half-year."""
    values: Annotated[dict[DayKey, DatedValueFile], Field(min_length=1)]
