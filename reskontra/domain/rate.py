"""The yearly rate of interest of each day, in per cent.

    AboveReference(reference_rate=…, margin=…)   reference rate 2 + 8 points -> 10 %, räntelagen 6 §
    AboveReference(reference_rate=…, margin=…)   reference rate 2 + 2 points ->  4 %, räntelagen 5 §
    FlatRate(rate=…)                             8.5 % by the council's own decision

The one rule: a rate is dated in every part, so a day for which a part is not known is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from reskontra.domain.dated import Dated
from reskontra.domain.money import MINUS_SIGN, NO_BREAK_SPACE, round_half_up

_SHOWN_DECIMALS = 2
_ONE_DAY = timedelta(days=1)

RateSpan = tuple[date, date, Fraction]
"""From a day, to a day, both included, and the per cent a year between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboveReference:
    """The reference rate in force at each time, and points above it (räntelagen 5 and 6 §§)."""

    reference_rate: Dated[Fraction]
    """Per cent a year."""
    margin: Dated[Fraction]
    """Percentage points above the reference rate."""

    def spans(self, first: date, last: date) -> Iterator[RateSpan]:
        """The rate of every day from `first` to `last`; refuses a day without one."""
        for margin_from, margin_to, points in self.margin.spans(first, last):
            for from_date, to_date, rate in self.reference_rate.spans(margin_from, margin_to):
                yield from_date, to_date, rate + points

    def words(self, *, day: date, language: str = "sv") -> str:
        """What the rate is made of on `day`, as a part of a sentence."""
        margin = self.margin.on(day)
        points = _short(margin, language)
        if language == "en":
            return f"the reference rate plus {points} percentage point{'' if margin == 1 else 's'}"
        return f"referensräntan plus {points} procentenhet{'' if margin == 1 else 'er'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatRate:
    """A rate that the creditor has decided itself, which follows no reference rate."""

    rate: Dated[Fraction]
    """Per cent a year."""

    def spans(self, first: date, last: date) -> Iterator[RateSpan]:
        """The rate of every day from `first` to `last`; refuses a day without one."""
        yield from self.rate.spans(first, last)

    def words(self, *, day: date, language: str = "sv") -> str:
        """What the rate is on `day`, as a part of a sentence."""
        percent = f"{_short(self.rate.on(day), language)}{NO_BREAK_SPACE}%"
        return f"{percent} a year" if language == "en" else f"{percent} om året"


Rate = AboveReference | FlatRate


def words_today(rate: Rate, *, day: date, language: str = "sv") -> str:
    """What the rate is made of, and how much that is on `day`, where the law has set it so far."""
    said = rate.words(day=day, language=language)
    known = isinstance(rate, AboveReference) and rate.reference_rate.confirmed_until
    if not isinstance(rate, AboveReference) or (known and day > known):
        return said
    ((_, _, percent),) = rate.spans(day, day)
    now = "now" if language == "en" else "nu"
    return f"{said} ({now} {_short(percent, language)}{NO_BREAK_SPACE}%)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ByTime:
    """One rate, but another, or none, in some times that do not overlap."""

    rate: Rate | None
    """None: no interest at all."""
    times: tuple[tuple[date, date, Rate | None], ...]
    """(first day, last day, the rate of those days), in order of day."""

    def spans(self, first: date, last: date) -> Iterator[RateSpan]:
        """The rate of every day from `first` to `last` that bears interest."""
        for from_date, to_date, rate in self.times:
            if to_date < first or from_date > last:
                continue
            yield from _of(self.rate, first, from_date - _ONE_DAY)
            yield from _of(rate, max(first, from_date), min(last, to_date))
            first = to_date + _ONE_DAY
        yield from _of(self.rate, first, last)


def _of(rate: Rate | None, first: date, last: date) -> Iterator[RateSpan]:
    if rate is not None and first <= last:
        yield from rate.spans(first, last)


def percent_text(percent: Fraction, *, language: str) -> str:
    """The rate for a reader: "11,50 %" in Swedish, "11.50 %" in English."""
    number = decimal_number(percent, decimals=_SHOWN_DECIMALS, language=language)
    return f"{number}{NO_BREAK_SPACE}%"


def decimal_number(number: Fraction, *, decimals: int, language: str) -> str:
    """The number with so many decimals, a half rounded up: "1 234,50" or "1,234.50"."""
    scaled = round_half_up(number * 10**decimals)
    whole, rest = divmod(abs(scaled), 10**decimals)
    sign = MINUS_SIGN if scaled < 0 else ""
    grouped = f"{whole:,}"
    if language == "en":
        return f"{sign}{grouped}.{rest:0{decimals}d}"
    return f"{sign}{grouped.replace(',', NO_BREAK_SPACE)},{rest:0{decimals}d}"


def _short(number: Fraction, language: str) -> str:
    """The number without decimals that say nothing: 8, or 8,5."""
    return (
        decimal_number(number, decimals=_SHOWN_DECIMALS, language=language).rstrip("0").rstrip(",.")
    )
