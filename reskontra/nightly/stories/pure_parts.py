"""What the world of values keeps beside its claims, and what it works out for them.

    Received(amount_ore=30_000, booked=Counter({17: 30_000}), said="1003", ...)

The one rule: plain values, changed by the world alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from reskontra.domain.claim import Claim, Hold
from reskontra.domain.ledger import Entry
from reskontra.domain.rules import Policy


@dataclass(slots=True, kw_only=True)
class Received:
    """A payment, and what was booked of it on each claim, in öre."""

    amount_ore: int
    booked: Counter[int]
    said: str
    value_date: date
    recovered: Counter[int]
    """Of it, what had been written off."""
    returned: bool = False


@dataclass(slots=True)
class StepLived:
    """A step that was taken: the night, what it booked, and the invoice that it made."""

    night: date | None
    """None when somebody else has reported it."""
    entries: tuple[Entry, ...]
    own_invoice: str = ""


def added_up(lines: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """The öre of each service, by the alphabet."""
    billed = Counter[str]()
    for service, amount_ore in lines:
        billed[service] += amount_ore
    yield from sorted(billed.items())


def ended(holds: Iterable[Hold], kind: str, last_day: date) -> Iterator[Hold]:
    """The holds, those of the kind ended on the day; one that began after it never held."""
    for hold in holds:
        ends = hold.kind == kind and (hold.last_day is None or hold.last_day > last_day)
        if not ends:
            yield hold
        elif hold.first_day <= last_day:
            yield replace(hold, last_day=last_day)


def paid_first(claim: Claim, policy: Policy) -> tuple[bool, date, int]:
    """In which order money for several pays them: what hurts most first, then the earliest due."""
    hurts = policy.creditors[claim.creditor].steps_that_hurt
    return not any(claim.taken(step) for step in hurts), claim.due_date, claim.key
