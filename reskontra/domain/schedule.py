"""On which days a step may be taken: once a month, once a quarter, on a weekday, on listed days.

    Schedule.parse("each month on the 15th").first_from(date(2025, 4, 16))        -> 2025-05-15
    Schedule.parse("each month on the last banking day").first_from(...)          -> 2025-04-30
    Schedule.parse("each quarter on the 1st").first_from(date(2025, 4, 2))        -> 2025-07-01
    Schedule.parse("each quarter on the last day").first_from(date(2025, 4, 2))   -> 2025-06-30
    Schedule.parse("each monday").first_from(date(2025, 4, 16))                   -> 2025-04-21
    Schedule.parse("each monday of weeks 8, 21").first_from(date(2025, 4, 16))    -> 2025-05-19
    Schedule.parse("on 2025-03-31, 2025-06-30").first_from(date(2025, 4, 1))      -> 2025-06-30

The one rule: a schedule only makes a step later than its waiting says, never earlier.
"""

from __future__ import annotations

import re
from calendar import day_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from reskontra.domain.calendar import next_banking_day, previous_banking_day
from reskontra.domain.refusal import Refused

_BANKING = "last banking"
_MONTHLY = re.compile(
    r"each (month|quarter) on the (?:(\d{1,2})(?:st|nd|rd|th)|(last|last banking) day)"
)
_WEEKLY = re.compile(r"each ([a-z]+day)(?: of weeks? ([1-9]\d?(?:, [1-9]\d?)*))?")
_LISTED = re.compile(r"on \d{4}-\d{2}-\d{2}(?:, \d{4}-\d{2}-\d{2})*")
_WEEKDAYS = tuple(name.lower() for name in day_name)
_MONTHS_IN_A_QUARTER = 3
_LAST_NUMBER = 31
_WEEKS_AT_MOST = 53
_LONGEST_CLOSED = timedelta(days=10)
"""More than banks are ever closed in a row: a day before this has been moved already."""
_ALLOWED = (
    "each month on the 15th, each month on the last banking day, each quarter on the 1st, "
    "each monday, on 2025-03-31, 2025-06-30"
)


class NotASchedule(Refused):
    """{text!r} does not say on which days; allowed are for example {allowed}."""

    swedish = "{text!r} säger inte vilka dagar. Tillåtet är till exempel {allowed}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The days on which a step may be taken; one of the four ways to say them."""

    text: str
    """As it is written."""
    months: int = 0
    """1 for each month, 3 for each quarter, counted from January."""
    number: int = 0
    """The day of the month; the month's last day when it has no such number."""
    last: bool = False
    """Whether the last day is meant, of a quarter that of its last month."""
    banking: bool = False
    """Whether the last banking day of the month is meant."""
    weekday: int | None = None
    """From 0, Monday."""
    weeks: tuple[int, ...] = ()
    """Of the year, by ISO 8601; every week when none is given."""
    days: tuple[date, ...] = ()

    def __str__(self) -> str:
        return self.text

    @classmethod
    def parse(cls, text: str) -> Self:
        """The schedule that a policy file words; refuses anything else."""
        if match := _MONTHLY.fullmatch(text):
            number = int(match[2]) if match[2] else _LAST_NUMBER
            if 1 <= number <= _LAST_NUMBER:
                months = 1 if match[1] == "month" else _MONTHS_IN_A_QUARTER
                last = match[2] is None
                banking = match[3] == _BANKING
                return cls(text=text, months=months, number=number, last=last, banking=banking)
        if (match := _WEEKLY.fullmatch(text)) and match[1] in _WEEKDAYS:
            weeks = tuple(sorted({int(each) for each in (match[2] or "").split(", ") if each}))
            # Week 53 is not in every year, and week 0 in none.
            if not weeks or 1 <= weeks[0] <= weeks[-1] < _WEEKS_AT_MOST:
                return cls(text=text, weekday=_WEEKDAYS.index(match[1]), weeks=weeks)
        if _LISTED.fullmatch(text):
            try:
                days = tuple(date.fromisoformat(each) for each in text[3:].split(", "))
            except ValueError:
                raise NotASchedule(text=text, allowed=_ALLOWED) from None
            return cls(text=text, days=tuple(sorted(days)))
        raise NotASchedule(text=text, allowed=_ALLOWED)

    def first_from(self, day: date) -> date | None:
        """The first such day from `day` on, moved to a banking day; None when all have passed."""
        moved = (next_banking_day(each) for each in self._days_from(day - _LONGEST_CLOSED))
        return next((each for each in moved if each >= day), None)

    def _days_from(self, day: date) -> Iterator[date]:
        """The days themselves, from `day` or a little before it on, in order."""
        if self.days:
            yield from self.days
        elif self.weekday is not None:
            day += timedelta(days=(self.weekday - day.weekday()) % 7)
            while True:
                if not self.weeks or day.isocalendar().week in self.weeks:
                    yield day
                day += timedelta(days=7)
        else:
            before = (day.month - 1) // self.months * self.months
            month = day.replace(day=1, month=before + (self.months if self.last else 1))
            while True:
                yield self._day_in(month)
                years, at = divmod(month.month - 1 + self.months, 12)
                month = date(month.year + years, at + 1, 1)

    def _day_in(self, month: date) -> date:
        last = month.replace(day=monthrange(month.year, month.month)[1])
        if self.banking:
            return previous_banking_day(last + timedelta(days=1))
        return min(month + timedelta(days=self.number - 1), last)
