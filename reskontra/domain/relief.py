"""Relief: interest that a creditor has decided to give up, in whole or in part, for some days.

    Relief(first_day=date(2026, 3, 1), last_day=date(2026, 3, 31), share=Fraction(1, 2),
           reason="Lång sjukdom", reference="KS 2026/118")
    -> half the interest of every day in March

An adjustment for one person (räntelagen (1975:635) 8 §), a deferral without interest and a
campaign for everybody are all reliefs; what tells them apart is the reason.
`docs/algorithms/interest.md` has a worked table.

The one rule: of several reliefs on one day the largest counts; they are never added together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from reskontra.domain.refusal import Refused

_ONE_DAY = timedelta(days=1)


class ReliefEndsBeforeItBegins(Refused):
    """A relief from interest ends {last_day}, before it begins {first_day}."""

    swedish = "En nedsättning av ränta slutar {last_day}, före sin början {first_day}."


class NotAShare(Refused):
    """A relief gives up {share} of the interest; it is more than none and at most all of it, 1."""

    swedish = (
        "En nedsättning efterger {share} av räntan. Andelen ska vara större än noll och högst 1, "
        "som är hela räntan."
    )


class ReliefWithoutReason(Refused):
    """A relief from interest has the reason {reason!r} and the reference {reference!r}.

    Give both: why interest is given up, and where the decision is found.
    """

    swedish = (
        "En nedsättning av ränta har skälet {reason!r} och hänvisningen {reference!r}. Ange båda: "
        "varför räntan efterges och var beslutet finns."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """A share of the interest given up on every day from `first_day` to `last_day`."""

    first_day: date
    last_day: date | None
    """None while no end is decided."""
    share: Fraction
    """Of the interest: 1 gives up all of it."""
    reason: str
    """In the words of the decision, as they are printed."""
    reference: str
    """Where the decision is found, such as its record number."""
    if_all_paid: bool = False
    """Given only when all is paid by the last day; until then it is taken to be."""

    def __post_init__(self) -> None:
        if self.last_day is not None and self.last_day < self.first_day:
            raise ReliefEndsBeforeItBegins(last_day=self.last_day, first_day=self.first_day)
        if not 0 < self.share <= 1:
            raise NotAShare(share=self.share)
        if not self.reason.strip() or not self.reference.strip():
            raise ReliefWithoutReason(reason=self.reason, reference=self.reference)

    def covers(self, day: date) -> bool:
        """Whether the interest of `day` is given up, in whole or in part."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def holds(self, *, paid_date: date | None, until: date) -> bool:
        """Whether it is given to a claim settled on `paid_date`, or still open on `until`."""
        if not self.if_all_paid or self.last_day is None:
            return True
        return (until if paid_date is None else paid_date) <= self.last_day

    def text(self, *, full_rate: str, language: str = "sv") -> str:
        """What a row of the printed calculation says; `full_rate` is the rate without relief."""
        why = f"{self.reason} ({self.reference})"
        if self.share == 1:
            instead = "No interest instead of" if language == "en" else "Ingen ränta i stället för"
            return f"{instead} {full_rate}: {why}"
        share = _share_text(self.share)
        if language == "en":
            return f"Lowered by {share} from {full_rate}: {why}"
        return f"Nedsatt med {share} från {full_rate}: {why}"


def relief_spans(
    reliefs: tuple[Relief, ...], *, first: date, last: date
) -> tuple[tuple[date, date, Relief | None], ...]:
    """(from, to, relief) for every day from `first` to `last`, None where nothing is given up.

    Of reliefs with the same share the one that is given first counts.
    """
    if not reliefs:
        return ((first, last, None),)
    edges = [first, *sorted(_changes(reliefs, first, last)), last + _ONE_DAY]
    spans: list[tuple[date, date, Relief | None]] = []
    for start, after in pairwise(edges):
        relief = _largest(reliefs, start)
        if spans and spans[-1][2] == relief:
            start = spans.pop()[0]
        spans.append((start, after - _ONE_DAY, relief))
    return tuple(spans)


def _changes(reliefs: tuple[Relief, ...], first: date, last: date) -> set[date]:
    """The days after `first`, up to `last`, on which a relief begins or has just ended."""
    starts = {relief.first_day for relief in reliefs}
    ends = {relief.last_day for relief in reliefs if relief.last_day is not None}
    days = starts | {day + _ONE_DAY for day in ends if day < last}
    return {day for day in days if first < day <= last}


def _largest(reliefs: tuple[Relief, ...], day: date) -> Relief | None:
    covering = (relief for relief in reliefs if relief.covers(day))
    return max(covering, key=lambda relief: relief.share, default=None)


def _share_text(share: Fraction) -> str:
    """Per cent when they are whole, else the fraction: a third has no end in decimals."""
    percent = share * 100
    return f"{percent}\N{NO-BREAK SPACE}%" if percent.denominator == 1 else str(share)
