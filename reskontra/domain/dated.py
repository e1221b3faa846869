"""Dated: a value that changes by date, like the reference rate.

    rate.on(date(2024, 6, 30))                       -> Fraction(4)
    rate.spans(date(2025, 6, 1), date(2025, 7, 31))  -> ((June 1, June 30, 3), (July 1, July 31, 2))

The one rule: a day without a value is refused; the last known value is never carried on past
the day until which a person has confirmed it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Generic, TypeVar

from reskontra.domain.refusal import Refused

T = TypeVar("T")

_ONE_DAY = timedelta(days=1)


class NoValueYet(Refused):
    """{name} has no value on {day}: its first value is valid from {first}."""

    swedish = "{name} saknar värde för {day}. Det första värdet gäller från {first}."


class NoLongerConfirmed(Refused):
    """{name} has no value on {day}: it is confirmed until {confirmed_until}.

    Add the next value, or confirm that the last one still holds.
    """

    swedish = (
        "{name} saknar värde för {day}. Värdet är bekräftat till och med {confirmed_until}. "
        "Lägg till nästa värde eller bekräfta att det senaste fortfarande gäller."
    )


class NoValueAtAll(Refused):
    """{name} has no value at all; give at least one."""

    swedish = "{name} saknar värden. Ange minst ett."


class DatesOutOfOrder(Refused):
    """{name} has {day} after {earlier}; the dates must rise, each given once."""

    swedish = "{name} har {day} efter {earlier}. Datumen ska stiga och får inte upprepas."


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue(Generic[T]):
    """One value, from a day until the next value's day, with where it comes from."""

    valid_from: date
    value: T
    reference: str
    confirmed: date
    """The day on which a person last compared it with its reference."""
    unverified: bool = False
    """True while only a weak source is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Generic[T]):
    """The values of one thing over time, in order of date; refuses dates out of order."""

    name: str
    values: tuple[DatedValue[T], ...]
    confirmed_until: date | None = None
    """The last day on which the last value is known to hold; None when it has no end."""

    def __post_init__(self) -> None:
        if not self.values:
            raise NoValueAtAll(name=self.name)
        for earlier, later in pairwise(self.values):
            if later.valid_from <= earlier.valid_from:
                raise DatesOutOfOrder(
                    name=self.name, day=later.valid_from, earlier=earlier.valid_from
                )

    def on(self, day: date) -> T:
        """The value on `day`; refuses a day before the first value or past the confirmed time."""
        return self.entry_on(day).value

    def entry_on(self, day: date) -> DatedValue[T]:
        """As `on`, with the value's reference and when it was confirmed."""
        if self.confirmed_until is not None and day > self.confirmed_until:
            raise NoLongerConfirmed(name=self.name, day=day, confirmed_until=self.confirmed_until)
        for entry in reversed(self.values):
            if entry.valid_from <= day:
                return entry
        raise NoValueYet(name=self.name, day=day, first=self.values[0].valid_from)

    def spans(self, first: date, last: date) -> tuple[tuple[date, date, T], ...]:
        """(from, to, value) covering every day from `first` to `last`, both included.

        Neighbors with equal values are one span. Refuses days without a value, as `on` does;
        empty when `last` is before `first`.
        """
        if last < first:
            return ()
        self.on(last)
        spans = [(first, last, self.on(first))]
        for entry in self.values:
            start, _, value = spans[-1]
            if first < entry.valid_from <= last and entry.value != value:
                spans[-1] = (start, entry.valid_from - _ONE_DAY, value)
                spans.append((entry.valid_from, last, entry.value))
        return tuple(spans)
