"""The claims whose last day is near, for those who watch them: what, until when, since what.

    limitation_near(cursor, policy=policy, today=today)  -> (Near(number="1003", lapses_on=…), …)

The one rule: a claim is on the list from the law's first warning time before its last day; what
nobody interrupts lapses, and is then collected by nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.backends.utils import CursorWrapper

from reskontra.domain.limitation import Cause, Control, arose_by
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import asking, limitation_of, under_rules
from reskontra.records import as_of, limitation

CHUNK = 1_000


class Warned(StrEnum):
    """How near the last day is."""

    FIRST = "first"
    SECOND = "second"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A claim on the list. Amount in öre: what is left of it."""

    invoice: int
    number: str
    creditor: str
    open_ore: int
    lapses_on: date
    since: date
    cause: Cause
    warned: Warned


def limitation_near(cursor: CursorWrapper, *, policy: Policy, today: date) -> tuple[Near, ...]:
    """Every open claim within the first warning time of its last day, the nearest first."""
    horizon = policy.law.limitation_first_warning.on(today).after(today)
    shortest = policy.law.limitation_consumer.on(today)
    old = limitation.old(cursor, billed_by=arose_by(horizon, period=shortest))
    found: list[Near] = []
    for at in range(0, len(old), CHUNK):
        found += _near(cursor, old[at : at + CHUNK], policy, today)
    return tuple(sorted(found, key=lambda each: (each.lapses_on, each.invoice)))


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDay:
    """A claim that may be near its last day, and the day; None while a procedure is on."""

    invoice: int
    lapses_on: date | None


def count_near(cursor: CursorWrapper, *, policy: Policy, today: date) -> int:
    """How many claims the list has, counted by SQL."""
    return limitation.near_count(cursor, **_arose_by(policy, today))


def page_near(
    cursor: CursorWrapper, *, policy: Policy, today: date, limit: int, offset: int
) -> tuple[LastDay, ...]:
    """One page of the list, those that arose first at the top: only these claims are read."""
    ids = limitation.near(cursor, limit=limit, offset=offset, **_arose_by(policy, today))
    found = {}
    for loaded in as_of.load(cursor, as_of.Wanted.invoices(ids, asking=asking(policy))):
        ruled = under_rules(loaded.claim, policy, today=today)
        control = limitation_of(ruled.claim, ruled.procedure, policy)
        found[ruled.claim.key] = LastDay(invoice=ruled.claim.key, lapses_on=control.lapses_on)
    return tuple(found[key] for key in ids)


def _arose_by(policy: Policy, today: date) -> dict[str, date]:
    """The days by which claims arose that lapse within the first warning time, uninterrupted."""
    law = policy.law
    horizon = law.limitation_first_warning.on(today).after(today)
    return {
        "shorter": arose_by(horizon, period=law.limitation_consumer.on(today)),
        "longer": arose_by(horizon, period=law.limitation_other.on(today)),
    }


def _near(cursor: CursorWrapper, ids: Sequence[int], policy: Policy, today: date) -> list[Near]:
    wanted = as_of.Wanted.invoices(list(ids), asking=asking(policy))
    found = []
    for loaded in as_of.load(cursor, wanted):
        ruled = under_rules(loaded.claim, policy, today=today)
        control = limitation_of(ruled.claim, ruled.procedure, policy)
        warned = _warned(control, policy, today)
        if control.lapses_on is not None and warned is not None:
            found.append(
                Near(
                    invoice=ruled.claim.key,
                    number=ruled.claim.number,
                    creditor=ruled.claim.creditor,
                    open_ore=ruled.claim.open_ore,
                    lapses_on=control.lapses_on,
                    since=control.since,
                    cause=control.cause,
                    warned=warned,
                )
            )
    return found


def _warned(control: Control, policy: Policy, today: date) -> Warned | None:
    if control.lapses_on is None:
        return None
    if control.lapsed(today):
        return Warned.LAPSED
    law = policy.law
    if control.lapses_on <= law.limitation_second_warning.on(today).after(today):
        return Warned.SECOND
    first = control.lapses_on <= law.limitation_first_warning.on(today).after(today)
    return Warned.FIRST if first else None
