"""Days under a hold do not count: how a waiting is lengthened by them.

    waiting 7 working days from 31 March, held 3 to 7 April -> the 7th day that was not held

The one rule: only days up to today are known to be held; what the future holds is not foreseen.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from reskontra.domain.calendar import Span, Unit, is_working_day
from reskontra.domain.claim import Hold
from reskontra.domain.waiting import Waiting

_ONE_DAY = timedelta(days=1)


def after_held(start: date, wait: Waiting, holds: Sequence[Hold], today: date) -> date:
    """`wait` after `start`, each held day until today moving the end one day on."""
    if not holds or wait.before:
        return wait.after(start)
    return wait.decide(_span_after(start, span, holds, today) for span in wait.spans)


def _span_after(start: date, span: Span, holds: Sequence[Hold], today: date) -> date:
    if span.unit not in (Unit.WORKING_DAYS, Unit.BANKING_DAYS):
        return lengthen(span.after(start), holds, first=start + _ONE_DAY, today=today)
    held = held_days(tuple(holds), first=start, last=today)
    left, day = span.count, start
    while left > 0:
        day += _ONE_DAY
        if is_working_day(day) and day not in held:
            left -= 1
    return day


def lengthen(end: date, holds: Sequence[Hold], *, first: date, today: date) -> date:
    """Move `end` on by the held days from `first`; those met on the way count too."""
    while True:
        moved = end
        held = held_days(tuple(holds), first=first, last=min(end, today))
        if not held:
            return end
        first = min(end, today) + _ONE_DAY
        end += timedelta(days=len(held))
        if first > today or moved == end:
            return end


def held_days(holds: tuple[Hold, ...], *, first: date, last: date) -> frozenset[date]:
    """The days from `first` to `last`, both counted, on which any of the holds is in force."""
    days: set[date] = set()
    for hold in holds:
        day = max(first, hold.first_day)
        end = last if hold.last_day is None else min(last, hold.last_day)
        while day <= end:
            days.add(day)
            day += timedelta(days=1)
    return frozenset(days)
