"""Swedish working days and banking days, and spans of time counted in them.

    add_working_days(date(2026, 12, 18), 7)             -> date(2027, 1, 4)
    Span.parse("7 working days").after(date(2026, 6, 10)) -> date(2026, 6, 22)

The one rule: a span is counted from the day after its anchor, so "14 days after the 9th" is
the 23rd. `docs/algorithms/working_days.md` has the worked tables.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from typing import Self

import holidays

from reskontra.domain.refusal import Refused

FIRST_YEAR = 1990
"""The first year of lag (1989:253) om allmänna helgdagar."""

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


class NoCalendar(Refused):
    """There is no calendar of public holidays for {year}; the first year is {first_year}."""

    swedish = "Det finns ingen kalender över helgdagar för {year}. Första året är {first_year}."


class NotASpan(Refused):
    """{text!r} is not a span of time; allowed are for example {allowed}."""

    swedish = "{text!r} är ingen tidslängd. Tillåtet är till exempel {allowed}."


class NegativeCount(Refused):
    """{count} is below zero; time is counted forward."""

    swedish = "{count} är mindre än noll. Tid räknas framåt."


@cache
def _closed_days(year: int) -> frozenset[date]:
    """Public holidays, and the three eves on which Sweden and its banks are closed.

    Lag (1989:253) om allmänna helgdagar; lag (1930:173) 2 § for Midsummer Eve, Christmas Eve
    and New Year's Eve.
    """
    if year < FIRST_YEAR:
        raise NoCalendar(year=year, first_year=FIRST_YEAR)
    return frozenset(
        holidays.country_holidays(
            "SE",
            years=year,
            categories=(holidays.PUBLIC, holidays.DE_FACTO),
            include_sundays=False,
        )
    )


def is_working_day(day: date) -> bool:
    """Monday to Friday, and neither a public holiday nor one of the three eves."""
    return day.weekday() < _SATURDAY and day not in _closed_days(day.year)


def is_banking_day(day: date) -> bool:
    """A day on which banks move money: by Bankgirot's definition, today the working days."""
    return is_working_day(day)


@lru_cache(maxsize=65_536)
def add_working_days(day: date, count: int) -> date:
    """The `count`th working day after `day`; with 0 the day itself, whatever it is."""
    if count < 0:
        raise NegativeCount(count=count)
    while count:
        day += _ONE_DAY
        if is_working_day(day):
            count -= 1
    return day


@lru_cache(maxsize=65_536)
def add_banking_days(day: date, count: int) -> date:
    """The `count`th banking day after `day`; with 0 the day itself, whatever it is."""
    if count < 0:
        raise NegativeCount(count=count)
    while count:
        day += _ONE_DAY
        if is_banking_day(day):
            count -= 1
    return day


@lru_cache(maxsize=65_536)
def next_banking_day(day: date) -> date:
    """`day` itself when it is a banking day, else the first one after it.

    A payment due on a closed day is in time on the next open one (skuldebrevslagen 5 §).
    """
    while not is_banking_day(day):
        day += _ONE_DAY
    return day


@lru_cache(maxsize=65_536)
def previous_banking_day(day: date) -> date:
    """The last banking day strictly before `day`."""
    day -= _ONE_DAY
    while not is_banking_day(day):
        day -= _ONE_DAY
    return day


def day_before_disconnection(earliest: date) -> date:
    """The first banking day from `earliest` that two working days follow: the water is cut on the
    first of them, when somebody can still be reached the day after.
    """
    day = earliest
    while not (
        is_banking_day(day)
        and is_working_day(day + _ONE_DAY)
        and is_working_day(day + 2 * _ONE_DAY)
    ):
        day += _ONE_DAY
    return day


def days_in_year(year: int) -> int:
    """366 in a leap year, else 365."""
    return 365 + monthrange(year, 2)[1] - 28


class Unit(StrEnum):
    """What a span is counted in, worded as in a policy file."""

    DAYS = "days"
    WORKING_DAYS = "working days"
    BANKING_DAYS = "banking days"
    WEEKS = "weeks"
    MONTHS = "months"


_UNITS = {word: unit for unit in Unit for word in (unit.value, unit.value.removesuffix("s"))}
_SPAN = re.compile(r"([0-9]{1,4}) ([a-z ]+)")
_ALLOWED = "14 days, 7 working days, 1 banking day, 4 weeks, 18 months"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A length of time: 7 working days, 4 weeks, 18 months."""

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.count < 0:
            raise NegativeCount(count=self.count)

    def __str__(self) -> str:
        word = self.unit.value.removesuffix("s") if self.count == 1 else self.unit.value
        return f"{self.count} {word}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The span that a policy file words; refuses other words than those of `Unit`."""
        match = _SPAN.fullmatch(text)
        unit = _UNITS.get(match[2]) if match else None
        if match is None or unit is None:
            raise NotASpan(text=text, allowed=_ALLOWED)
        return cls(count=int(match[1]), unit=unit)

    def after(self, day: date) -> date:
        """The last day of the span when it begins the day after `day`.

        Months end on the same number, or on the month's last day when it has no such number
        (lag (1930:173) 1 §).
        """
        match self.unit:
            case Unit.DAYS:
                return day + timedelta(days=self.count)
            case Unit.WEEKS:
                return day + timedelta(weeks=self.count)
            case Unit.WORKING_DAYS:
                return add_working_days(day, self.count)
            case Unit.BANKING_DAYS:
                return add_banking_days(day, self.count)
            case Unit.MONTHS:
                return _add_months(day, self.count)


def _add_months(day: date, count: int) -> date:
    years, month = divmod(day.month - 1 + count, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
