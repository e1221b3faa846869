"""A second count of late interest, for tests alone: whole numbers, one day at a time.

    10 000,00 at 10 % for one day of 2026
    -> 1 000 000 öre x 1 000 hundredths of per cent x 60 sixtieths kept x 366, of the divisor below

The one rule: it shares nothing with `reskontra.domain`. It has no fractions, no spans and no
calendar but the four-hundred-year rule, so that the two agree only when both are right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

DIVISOR = 10_000 * 60 * 365 * 366
"""Hundredths of per cent, sixtieths of the interest kept, and the days of both kinds of year."""

FOUR_CENTURIES = 400 * 365 + 97
"""Days: 97 of the years are leap years."""

Table = tuple[tuple[int, int], ...]
"""(day number, hundredths of per cent) from that day on, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One claim with everything that its interest depends on; days are numbered from 0001-01-01."""

    principal_ore: int
    due: int
    last: int
    taken_off: tuple[tuple[int, int], ...]
    """(day, öre), below zero where a payment is reversed."""
    tables: tuple[Table, ...]
    """Their sum is the rate."""
    reliefs: tuple[tuple[int, int | None, int], ...]
    """(first day, last day, sixtieths given up)."""
    minus_ore: int
    minimum_ore: int


def accrued_ore(case: Case) -> int:
    """The interest of every day from the day after the due date, rounded once, a half up."""
    numerator = 0
    left_ore = case.principal_ore - sum(ore for day, ore in case.taken_off if day <= case.due)
    rates = [_value_before(table, case.due + 1) for table in case.tables]
    turns = {day for table in case.tables for day, _ in table}
    paid_days = {day for day, _ in case.taken_off}
    year, year_ends = _year_of(case.due + 1)
    weight = _weight(year)
    for day in range(case.due + 1, case.last + 1):
        if day > year_ends:
            year += 1
            year_ends += _length(year)
            weight = _weight(year)
        if day in turns:
            rates = [_value_before(table, day + 1) for table in case.tables]
        kept = 60 - _given_up(case.reliefs, day) if case.reliefs else 60
        numerator += left_ore * sum(rates) * kept * weight
        if day in paid_days:
            left_ore -= sum(ore for paid_day, ore in case.taken_off if paid_day == day)
    whole, rest = divmod(numerator, DIVISOR)
    return whole + 1 if 2 * rest >= DIVISOR else whole


def to_charge_ore(case: Case, *, accrued_ore: int) -> int:
    """What is left to charge of the interest that accrued."""
    left_ore = accrued_ore - case.minus_ore
    if left_ore <= 0 or left_ore < case.minimum_ore:
        return 0
    return left_ore


def _value_before(table: Table, day: int) -> int:
    """The table's last value from before `day`."""
    return [value for start, value in table if start < day][-1]


def _year_of(day: int) -> tuple[int, int]:
    """The year of a day after 2000, and the number of that year's last day."""
    year, ends = 2000, 5 * FOUR_CENTURIES
    while ends < day:
        year += 1
        ends += _length(year)
    return year, ends


def _weight(year: int) -> int:
    """What a day of the year counts for over `DIVISOR`: the length of the other kind of year."""
    return 365 + 366 - _length(year)


def _length(year: int) -> int:
    return 366 if year % 400 == 0 or (year % 4 == 0 and year % 100 != 0) else 365


def _given_up(reliefs: Iterable[tuple[int, int | None, int]], day: int) -> int:
    most = 0
    for first, last, sixtieths in reliefs:
        if day >= first and (last is None or day <= last) and sixtieths > most:
            most = sixtieths
    return most
