"""Late interest, by the day, on what is left of the principal.

    10 000,00 due 2023-12-15, paid 2024-01-31, at the reference rate plus 8 percentage points
    2023-12-16 to 2023-12-31   16 days of 365   at 11.5 %    50.4110
    2024-01-01 to 2024-01-31   31 days of 366   at 12 %     101.6393
                                                    total   152.05

The one rule: every day costs the rate of that day divided by the days of that calendar year, less
the relief of that day; the sum is exact and is rounded once, for the whole claim (räntelagen
(1975:635) 6 and 9 §§). `docs/algorithms/interest.md` has the worked tables and the sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from reskontra.domain.calendar import Span, days_in_year
from reskontra.domain.dated import Dated
from reskontra.domain.money import round_half_up
from reskontra.domain.rate import AboveReference, ByTime, Rate, decimal_number, percent_text
from reskontra.domain.refusal import Refused
from reskontra.domain.relief import Relief, relief_spans

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


class RateBelowZero(Refused):
    """The rate of interest on {day} is {percent} per cent; it must be zero or more."""

    swedish = "Räntesatsen {day} är {percent} procent. Den ska vara noll eller mer."


class NegativeLimit(Refused):
    """{minus_ore} öre is charged already, the minimum is {minimum_ore} öre; both are 0 or more."""

    swedish = (
        "{minus_ore} öre är redan debiterat och {minimum_ore} öre är det lägsta beloppet. "
        "Båda ska vara noll eller mer."
    )


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
    full_rate_percent: Fraction
    """The rate without relief."""
    interest_ore: Fraction
    """Exact, with the relief taken off; the total is rounded, the rows never are."""
    relief: Relief | None = None

    @property
    def rate_percent(self) -> Fraction:
        """The rate that the days cost, with the relief taken off."""
        return _relieved(self.full_rate_percent, self.relief)

    def rate_text(self, *, language: str = "sv") -> str:
        """The rate for a reader: "11,50 %" in Swedish, "11.50 %" in English."""
        return percent_text(self.rate_percent, language=language)

    def interest_text(self, *, language: str = "sv") -> str:
        """The row's interest in kronor with four decimals, shown so that rows can be added."""
        return decimal_number(self.interest_ore / 100, decimals=_SHOWN_DECIMALS, language=language)

    def relief_text(self, *, language: str = "sv") -> str:
        """What is given up, from which rate, and why; nothing on a row without relief."""
        if self.relief is None:
            return ""
        full_rate = percent_text(self.full_rate_percent, language=language)
        return self.relief.text(full_rate=full_rate, language=language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """Late interest on one claim: the rows that explain it, and amounts in whole öre."""

    rows: tuple[InterestRow, ...]
    accrued_ore: int
    """The sum of the rows, rounded once."""
    minus_ore: int = 0
    """What has been charged already, as on a collection demand."""
    minimum_ore: int = 0
    """Less than this is not charged."""

    @property
    def total_ore(self) -> int:
        """What is left to charge; nothing when that is below the minimum."""
        left_ore = max(0, self.accrued_ore - self.minus_ore)
        return 0 if left_ore < self.minimum_ore else left_ore

    @property
    def too_much_ore(self) -> int:
        """What has been charged above what accrued, as when relief is decided afterwards."""
        return max(0, self.minus_ore - self.accrued_ore)


def runs_after_demand(*, due_date: date, sent_date: date, reached_date: date, wait: Span) -> date:
    """The day after which interest runs on a claim whose due date was not fixed in advance.

    It takes the due date's place in `principal_spans`. Interest runs when `wait`, 30 days, has
    passed since the creditor sent an invoice that states the interest, but not for time before
    that invoice reached the debtor, nor before the due date (räntelagen 2 § and 4 § 1 st).
    """
    return max(due_date, wait.after(sent_date), reached_date)


def principal_spans(
    *,
    principal_ore: int,
    due_date: date,
    last_date: date,
    payments: Iterable[tuple[date, int]] = (),
) -> tuple[PrincipalSpan, ...]:
    """What was unpaid of `principal_ore`, day by day, from the day after `due_date`.

    `payments` are (day, öre taken off the principal) in any order; one below zero puts back what
    an earlier one took, when that is reversed. The day of a payment still bears interest on the
    amount before it, since interest runs until payment is made (räntelagen 6 §). `last_date` is
    the last day counted. Refuses payments above the principal.
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


def interest_over(
    *,
    spans: tuple[PrincipalSpan, ...],
    rate: Rate | ByTime,
    reliefs: tuple[Relief, ...] = (),
    minus_ore: int = 0,
    minimum_ore: int = 0,
) -> Interest:
    """Interest in öre over `spans`, which must follow each other in time without overlapping.

    Each of `reliefs` gives up a share of the interest of its days. `minus_ore` is the interest
    charged already; less than `minimum_ore` is not charged. Refuses a day without a rate.
    """
    if minus_ore < 0 or minimum_ore < 0:
        raise NegativeLimit(minus_ore=minus_ore, minimum_ore=minimum_ore)
    for earlier, later in pairwise(spans):
        if later.from_date <= earlier.to_date:
            raise SpansOutOfOrder(from_date=later.from_date, after=earlier.to_date)
    rows = tuple(row for span in spans for row in _rows(span, rate, reliefs))
    exact_ore = sum((row.interest_ore for row in rows), Fraction(0))
    return Interest(
        rows=rows,
        accrued_ore=round_half_up(exact_ore),
        minus_ore=minus_ore,
        minimum_ore=minimum_ore,
    )


def late_interest(
    *,
    spans: tuple[PrincipalSpan, ...],
    reference_rate: Dated[Fraction],
    margin: Dated[Fraction],
) -> Interest:
    """Interest in öre over `spans` by law alone: the reference rate and points above it.

    Both are in per cent, as in force on each day (räntelagen 6 §). Refuses what `interest_over`
    refuses.
    """
    return interest_over(
        spans=spans, rate=AboveReference(reference_rate=reference_rate, margin=margin)
    )


def _rows(
    span: PrincipalSpan, rate: Rate | ByTime, reliefs: tuple[Relief, ...]
) -> Iterator[InterestRow]:
    """The span cut where a calendar year ends, the rate changes, or a relief begins or ends."""
    for first, last in _years(span.from_date, span.to_date):
        for rate_from, rate_to, percent in rate.spans(first, last):
            if percent < 0:
                raise RateBelowZero(day=rate_from, percent=percent)
            for from_date, to_date, relief in relief_spans(reliefs, first=rate_from, last=rate_to):
                yield _row(from_date, to_date, span.principal_ore, percent, relief)


def _years(first: date, last: date) -> Iterator[tuple[date, date]]:
    for year in range(first.year, last.year + 1):
        yield max(first, date(year, 1, 1)), min(last, date(year, 12, 31))


def _row(
    from_date: date, to_date: date, principal_ore: int, percent: Fraction, relief: Relief | None
) -> InterestRow:
    days = (to_date - from_date).days + 1
    year_days = days_in_year(from_date.year)
    return InterestRow(
        from_date=from_date,
        to_date=to_date,
        days=days,
        days_in_year=year_days,
        principal_ore=principal_ore,
        full_rate_percent=percent,
        interest_ore=principal_ore * _relieved(percent, relief) * days / (100 * year_days),
        relief=relief,
    )


def _relieved(percent: Fraction, relief: Relief | None) -> Fraction:
    return percent if relief is None else percent * (1 - relief.share)
