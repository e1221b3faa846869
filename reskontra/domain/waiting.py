"""How long a step waits after another day, by one clock or two.

    Waiting.parse("7 working days").after(date(2026, 6, 10))        -> date(2026, 6, 22)
    Waiting.parse("later of 7 days and 5 banking days").after(due)  -> the later of the two
    Waiting.parse("3 days before").after(due)                       -> three days before it

The one rule: a waiting is read as it is written in a policy file, and is written back the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Self

from reskontra.domain.calendar import Span, Unit, previous_banking_day
from reskontra.domain.refusal import Refused

_OF = re.compile(r"(later|earlier) of (.+) and (.+)")
_BEFORE = " before"
_ALLOWED = (
    "7 working days, later of 7 days and 5 banking days, "
    "earlier of 2 weeks and 10 banking days, 3 days before"
)


class NotAWaiting(Refused):
    """{text!r} does not say how long to wait; allowed are for example {allowed}."""

    swedish = "{text!r} säger inte hur länge man väntar. Tillåtet är till exempel {allowed}."


class Which(StrEnum):
    """Which of two clocks decides."""

    LATER = "later"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A time to wait after a day, by one clock or two; or a time before it."""

    spans: tuple[Span, ...]
    which: Which = Which.LATER
    before: bool = False
    """Whether the time is counted backward from the day."""

    def __str__(self) -> str:
        if self.before:
            return f"{self.spans[0]}{_BEFORE}"
        if len(self.spans) == 1:
            return str(self.spans[0])
        return f"{self.which} of {self.spans[0]} and {self.spans[1]}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The waiting that a policy file words; refuses anything else."""
        try:
            if match := _OF.fullmatch(text):
                spans = (Span.parse(match[2]), Span.parse(match[3]))
                return cls(spans=spans, which=Which(match[1]))
            span = Span.parse(text.removesuffix(_BEFORE))
        except Refused:
            raise NotAWaiting(text=text, allowed=_ALLOWED) from None
        before = text.endswith(_BEFORE)
        if before and span.unit is Unit.MONTHS:
            raise NotAWaiting(text=text, allowed=_ALLOWED)
        return cls(spans=(span,), before=before)

    def after(self, day: date) -> date:
        """The day on which the waiting ends when it is counted from `day`."""
        if self.before:
            return _before(day, self.spans[0])
        return self.decide(span.after(day) for span in self.spans)

    def decide(self, days: Iterable[date]) -> date:
        """The day that decides among those of the clocks."""
        return max(days) if self.which is Which.LATER else min(days)


@lru_cache(maxsize=65_536)
def _before(day: date, span: Span) -> date:
    """`span` before `day`, counted back from the day before it."""
    if span.unit is Unit.WEEKS:
        return day - timedelta(weeks=span.count)
    if span.unit is Unit.DAYS:
        return day - timedelta(days=span.count)
    for _ in range(span.count):
        day = previous_banking_day(day)
    return day
