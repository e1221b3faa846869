"""Late interest, by the day, on what is left of the principal.

    10 000,00 due 2023-12-15, paid 2024-01-31, at the reference rate plus 8 percentage points
    2023-12-16 to 2023-12-31   16 days of 365   at 11.5 %    50.4110
    2024-01-01 to 2024-01-31   31 days of 366   at 12 %     101.6393
                                                    total   152.05

The one rule: every day costs the rate of that day divided by the days of that calendar year;
the sum is exact and is rounded once, for the whole claim (räntelagen (1975:635) 6 and 9 §§).
`docs/algorithms/interest.md` has the worked tables and the sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from reskontra.domain.calendar import days_in_year
from reskontra.domain.dated import Dated
from reskontra.domain.money import MINUS_SIGN, NO_BREAK_SPACE, round_half_up
from reskontra.domain.refusal import Refused

_ONE_DAY = timedelta(days=1)
_SHOWN_DECIMALS = 4


class SpansOutOfOrder(Refused):
    """A span of principal begins {from_date}, not after {after}, where the one before ends."""

    swedish = "En period börjar {from_date}, inte efter {after} där perioden före slutar."


class EmptySpan(Refused):
    """A span of principal ends {to_date}, before it begins {from_date}."""

    swedish = "En period slutar {to_date}, före sin början {from_date}."


class NegativePrincipal(Refused):
    """The principal is {principal_ore} öre; interest is counted on zero or more."""

    swedish = "Kapitalbeloppet är {principal_ore} öre. Ränta räknas på noll eller mer."


@dataclass(frozen=True, slots=True, kw_only=True)
class PrincipalSpan:
    """The unpaid principal over some days, both ends bearing interest."""

    from_date: date
    to_date: date
    principal_ore: int

    def __post_init__(self) -> None:
        if self.to_date < self.from_date:
            raise EmptySpan(from_date=self.from_date, to_date=self.to_date)
        if self.principal_ore < 0:
            raise NegativePrincipal(principal_ore=self.principal_ore)


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestRow:
    """One line of the printed calculation."""

    from_date: date
    to_date: date
    days: int
    days_in_year: int
    principal_ore: int
    rate_percent: Fraction
    interest_ore: Fraction
    """Exact; the total is rounded, the rows never are."""

    def rate_text(self, *, language: str = "sv") -> str:
        """The rate for a reader: "11,50 %" in Swedish, "11.50 %" in English."""
        return f"{_decimals(self.rate_percent, 2, language)}{NO_BREAK_SPACE}%"

    def interest_text(self, *, language: str = "sv") -> str:
        """The row's interest in kronor with four decimals, shown so that rows can be added."""
        return _decimals(self.interest_ore / 100, _SHOWN_DECIMALS, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """Late interest on one claim: the rows that explain it, and the amount in whole öre."""

    rows: tuple[InterestRow, ...]
    total_ore: int


def principal_spans(
    *,
    principal_ore: int,
    due_date: date,
    last_date: date,
    payments: Iterable[tuple[date, int]] = (),
) -> tuple[PrincipalSpan, ...]:
    """What was unpaid of `principal_ore`, day by day, from the day after `due_date`.

    `payments` are (day, öre taken off the principal) in any order. The day of a payment still
    bears interest on the amount before it, since interest runs until payment is made
    (räntelagen 6 §). `last_date` is the last day counted. Refuses payments above the principal.
    """
    left_ore = principal_ore
    start = due_date + _ONE_DAY
    spans: list[PrincipalSpan] = []
    for day, paid_ore in sorted(payments):
        if day > last_date:
            break
        if day >= start:
            spans.append(PrincipalSpan(from_date=start, to_date=day, principal_ore=left_ore))
            start = day + _ONE_DAY
        left_ore -= paid_ore
    if start <= last_date:
        spans.append(PrincipalSpan(from_date=start, to_date=last_date, principal_ore=left_ore))
    if left_ore < 0:
        raise NegativePrincipal(principal_ore=left_ore)
    return tuple(span for span in spans if span.principal_ore)


def late_interest(
    *,
    spans: tuple[PrincipalSpan, ...],
    reference_rate: Dated[Fraction],
    margin: Dated[Fraction],
) -> Interest:
    """Interest in öre over `spans`, which must follow each other in time without overlapping.

    The yearly rate of a day is `reference_rate` plus `margin`, both in per cent, on that day
    (räntelagen 6 §: the reference rate in force at each time). Refuses a day without a rate.
    """
    for earlier, later in pairwise(spans):
        if later.from_date <= earlier.to_date:
            raise SpansOutOfOrder(from_date=later.from_date, after=earlier.to_date)
    rows = tuple(row for span in spans for row in _rows(span, reference_rate, margin))
    exact_ore = sum((row.interest_ore for row in rows), Fraction(0))
    return Interest(rows=rows, total_ore=round_half_up(exact_ore))


def _rows(
    span: PrincipalSpan, reference_rate: Dated[Fraction], margin: Dated[Fraction]
) -> Iterator[InterestRow]:
    """The span cut where a calendar year ends or the rate changes."""
    for first, last in _years(span.from_date, span.to_date):
        for margin_from, margin_to, points in margin.spans(first, last):
            for from_date, to_date, rate in reference_rate.spans(margin_from, margin_to):
                yield _row(from_date, to_date, span.principal_ore, rate + points)


def _years(first: date, last: date) -> Iterator[tuple[date, date]]:
    for year in range(first.year, last.year + 1):
        yield max(first, date(year, 1, 1)), min(last, date(year, 12, 31))


def _row(from_date: date, to_date: date, principal_ore: int, rate: Fraction) -> InterestRow:
    days = (to_date - from_date).days + 1
    year_days = days_in_year(from_date.year)
    return InterestRow(
        from_date=from_date,
        to_date=to_date,
        days=days,
        days_in_year=year_days,
        principal_ore=principal_ore,
        rate_percent=rate,
        interest_ore=principal_ore * rate * days / (100 * year_days),
    )


def _decimals(number: Fraction, decimals: int, language: str) -> str:
    scaled = round_half_up(number * 10**decimals)
    whole, rest = divmod(abs(scaled), 10**decimals)
    sign = MINUS_SIGN if scaled < 0 else ""
    grouped = f"{whole:,}"
    if language == "en":
        return f"{sign}{grouped}.{rest:0{decimals}d}"
    return f"{sign}{grouped.replace(',', NO_BREAK_SPACE)},{rest:0{decimals}d}"
