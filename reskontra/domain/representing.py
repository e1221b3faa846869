"""Who reads the letters of somebody else: guardians of a minor, an administrator, a proxy.

    unguarded(represented, since=…, of_age=…)   -> the days on which nobody may be written to
    readers(represented, day=date(2025, 4, 9))  -> whom a letter of that day goes to

The one rule: nothing that a minor owes is asked of the minor. While nobody is registered who gets
the letters instead, what would be written waits, and the days do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from reskontra.domain.claim import Hold
from reskontra.domain.law import Law
from reskontra.domain.representative import Representation
from reskontra.domain.step import Does

NO_GUARDIAN = "no_guardian"
"""The kind of hold that there is on a minor for whom nobody is registered."""
WRITES = frozenset(
    does.value for does in Does if does not in (Does.WRITE_OFF, Does.WRITE_DOWN, Does.MONITOR)
)
"""What steps do that reaches the debtor."""


def readers(represented: Iterable[Representation], *, day: date) -> tuple[Representation, ...]:
    """Those who get a letter of the day, first those who get it instead of the party."""
    now = [each for each in represented if each.covers(day)]
    return tuple(sorted(now, key=lambda each: not each.instead))


def is_under_age(born: date | None, *, law: Law, day: date) -> bool:
    """Whether somebody born then is a minor on the day; one without a birth date never is."""
    return born is not None and law.age_of_majority.on(day).after(born) > day


def is_read_by_another(represented: Iterable[Representation], *, day: date) -> bool:
    """Whether somebody gets the party's letters instead of the party."""
    return any(each.instead for each in readers(represented, day=day))


def unguarded(
    represented: Sequence[Representation], *, since: date, of_age: date
) -> tuple[Hold, ...]:
    """The times from `since` until somebody comes of age when nobody else gets the letters."""
    return tuple(
        Hold(kind=NO_GUARDIAN, first_day=first, last_day=last, stops=WRITES)
        for first, last in _gaps(represented, since, of_age - timedelta(days=1))
    )


def _gaps(
    represented: Sequence[Representation], first: date, last: date
) -> Iterator[tuple[date, date]]:
    """The days from `first` to `last` that no representation covers, span by span."""
    instead = sorted((each for each in represented if each.instead), key=lambda it: it.first_day)
    for each in instead:
        if first > last:
            return
        if each.first_day > first:
            yield first, min(last, each.first_day - timedelta(days=1))
        if each.last_day is None:
            return
        first = max(first, each.last_day + timedelta(days=1))
    if first <= last:
        yield first, last
