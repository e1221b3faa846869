"""The values that the law itself sets: national, dated, each with its reference.

    law.reference_rate.on(date(2024, 6, 30))       -> Fraction(4), per cent a year
    law.reminder_fee_ceiling.on(date(2013, 3, 15)) -> 5000, öre

The one rule: a value is asked for with a day, and a day without a value is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reskontra.domain.dated import Dated


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The national values that this system counts with, each dated and referenced."""

    reference_rate: Dated[Fraction]
    """Per cent a year."""
    late_interest_margin: Dated[Fraction]
    """Percentage points above the reference rate."""
    reminder_fee_ceiling: Dated[int]
    """Öre."""
