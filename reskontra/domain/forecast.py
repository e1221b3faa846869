"""Forecast: what a simulated policy comes to, month by month.

    forecast(claims, policy=policy, term=Term(first_day=date(2026, 3, 2), months=12), seed=1)
        -> (Month(first_day=2026-03-02, figures={(LETTERS, "reminder"): 412, ...}), ...)

Months are counted from the first day. The one rule: a figure is a sum of what the days came to, or
a count of how the claims stand when the month ends; nothing is estimated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reskontra.domain.calendar import Span, Unit
from reskontra.domain.claim import Claim
from reskontra.domain.ledger import EntryKind
from reskontra.domain.simulation import Day, Simulation
from reskontra.domain.step import Does

NO_STEP = "no step"
"""The stage of a claim for which no step has been taken; no step can have this name."""


class Measure(StrEnum):
    """What is counted. Amounts in öre."""

    LETTERS = "letters"
    """Letters, by the step that they take."""
    FEES_ORE = "fees_ore"
    INTEREST_ORE = "interest_ore"
    """Late interest invoiced."""
    MONEY_ORE = "money_ore"
    """Money in, what was paid too much among it."""
    PAID = "paid"
    """Claims whose last öre was paid."""
    HANDED_OVER = "handed_over"
    WRITTEN_OFF = "written_off"
    WRITTEN_OFF_ORE = "written_off_ore"
    WRITTEN_DOWN_ORE = "written_down_ore"
    OPEN = "open"
    """Claims with something left to pay, when the month ends."""
    OPEN_ORE = "open_ore"
    STAGE = "stage"
    """Of those, by the latest step taken."""


Figures = Mapping[tuple[Measure, str], int]
"""(measure, step or nothing) -> how many, or how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month and what it came to."""

    first_day: date
    last_day: date
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """How long is simulated: so many months from the first day."""

    first_day: date
    months: int

    @property
    def last_day(self) -> date:
        """The last day that is lived."""
        return self._begins(self.months) - timedelta(days=1)

    def spans(self) -> tuple[tuple[date, date], ...]:
        """The first and last day of each month."""
        one_day = timedelta(days=1)
        return tuple(
            (self._begins(place), self._begins(place + 1) - one_day) for place in range(self.months)
        )

    def _begins(self, place: int) -> date:
        return Span(count=place, unit=Unit.MONTHS).after(self.first_day)


def forecast(
    life: Simulation, *, term: Term, tell: Callable[[date], None] = lambda day: None
) -> tuple[Month, ...]:
    """Live every month of the term; `tell` hears each day that has been lived."""
    return tuple(_month(life, first, last, tell) for first, last in term.spans())


def _month(life: Simulation, first: date, last: date, tell: Callable[[date], None]) -> Month:
    found = Counter[tuple[Measure, str]]()
    for day in life.until(last):
        _add(found, day)
        tell(day.day)
    tell(last)
    _count_open(found, life.claims())
    return Month(first_day=first, last_day=last, figures=dict(found))


_BOOKED_AS = {
    EntryKind.FEE.value: Measure.FEES_ORE,
    EntryKind.INTEREST.value: Measure.INTEREST_ORE,
    EntryKind.LATE_INTEREST.value: Measure.INTEREST_ORE,
    EntryKind.WRITE_OFF.value: Measure.WRITTEN_OFF_ORE,
    EntryKind.WRITE_DOWN.value: Measure.WRITTEN_DOWN_ORE,
}
"""What is told in öre; a claim that is sold counts among those handed over."""


def _add(found: Counter[tuple[Measure, str]], day: Day) -> None:
    for paid in day.paid:
        found[Measure.MONEY_ORE, ""] += paid.amount_ore
        found[Measure.PAID, ""] += paid.settles
    for bundle in day.night.plan.bundles:
        found[Measure.LETTERS, bundle.step.name] += 1
    for due in day.night.plan.interest:
        found[Measure.LETTERS, due.taken.step.name] += 1
    for taken in day.night.plan.taken:
        if taken.step.does is Does.HAND_OVER:
            found[Measure.HANDED_OVER, ""] += 1
        elif taken.step.does is Does.WRITE_OFF:
            found[Measure.WRITTEN_OFF, ""] += 1
    for entry in day.night.entries:
        if entry.kind in _BOOKED_AS:
            found[_BOOKED_AS[entry.kind], ""] += entry.amount_ore


def _count_open(found: Counter[tuple[Measure, str]], claims: Iterable[Claim]) -> None:
    for claim in claims:
        left_ore = claim.open_ore
        if left_ore:
            taken = claim.steps_taken
            found[Measure.OPEN, ""] += 1
            found[Measure.OPEN_ORE, ""] += left_ore
            found[Measure.STAGE, taken[-1].name if taken else NO_STEP] += 1
