"""Several who owe one claim: against whom a step may be taken, and what holds it against all.

    pursued(claim, step, today)  -> (4, 7), the parties; (7,) while 4 is bankrupt
    minded(claim, step)          -> the holds that leave nobody to take the step against
    as_seen_by(claim, 7)         -> the claim of one who is alone with it

The one rule: what holds one of them stops what is done to that one. The claim goes on while there
is somebody to pursue, since each of them owes the whole of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce

from reskontra.domain.claim import Claim, Debtor, Hold
from reskontra.domain.representing import NO_GUARDIAN
from reskontra.domain.shares import LAPSED_SHARE
from reskontra.domain.step import Does, Step

CAMPAIGN = "campaign"
MINOR = "minor"
LAPSED = "lapsed"
IN_THE_BOOKS = frozenset({Does.WRITE_OFF, Does.WRITE_DOWN})
_ALWAYS = Hold(kind=MINOR, first_day=date.min, last_day=None)
_LAPSED = Hold(kind=LAPSED, first_day=date.min, last_day=None)


def owing(claim: Claim) -> tuple[int, ...]:
    """The parties that owe the claim, its own first."""
    return tuple(each.party for each in claim.debtors) or (claim.party,)


def minds(step: Step, hold: Hold) -> bool:
    """Whether the step waits while the hold is in force."""
    if hold.stops and step.does.value not in hold.stops:
        return False
    always = hold.kind in (CAMPAIGN, NO_GUARDIAN, LAPSED_SHARE)
    return always or step.stopped_by is None or hold.kind in step.stopped_by


def minded(claim: Claim, step: Step) -> tuple[Hold, ...]:
    """The holds that the step minds: on the claim, and on all its debtors at the same time."""
    on_claim = tuple(hold for hold in claim.holds if minds(step, hold))
    if not claim.debtors:
        return on_claim
    on_each = (_minded_of(debtor, step) for debtor in claim.debtors)
    return (*on_claim, *reduce(_together, on_each))


def pursued(claim: Claim, step: Step, today: date) -> tuple[int, ...]:
    """The parties that the step is taken against today, the claim's own first."""
    if not claim.debtors:
        return (claim.party,)
    return tuple(
        debtor.party
        for debtor in claim.debtors
        if not any(hold.covers(today) for hold in _minded_of(debtor, step))
    )


def as_seen_by(claim: Claim, party: int) -> Claim:
    """The claim as one who owes it sees it: nothing of the others, nor of what holds them."""
    for debtor in claim.debtors:
        if debtor.party == party:
            return replace(
                claim,
                party=party,
                debtor=debtor.kind,
                born=debtor.born,
                represented=debtor.represented,
                holds=claim.holds_on(party),
                debtors=(),
            )
    return claim


def held_by(debtors: Sequence[Debtor], holds: Mapping[int, tuple[Hold, ...]]) -> tuple[Debtor, ...]:
    """The debtors with the holds that there are on each party."""
    return tuple(replace(each, holds=holds.get(each.party, ())) for each in debtors)


def _minded_of(debtor: Debtor, step: Step) -> tuple[Hold, ...]:
    if debtor.lapsed and step.does not in IN_THE_BOOKS:
        return (_LAPSED,)
    if debtor.minor and step.collects:
        return (_ALWAYS,)
    return tuple(hold for hold in debtor.holds if minds(step, hold))


def _together(ones: Sequence[Hold], others: Sequence[Hold]) -> tuple[Hold, ...]:
    return tuple(_overlaps(ones, others))


def _overlaps(ones: Sequence[Hold], others: Sequence[Hold]) -> Iterator[Hold]:
    """The time that both are held, by the kind of the first."""
    for one in ones:
        for other in others:
            first_day = max(one.first_day, other.first_day)
            ends = [hold.last_day for hold in (one, other) if hold.last_day is not None]
            last_day = min(ends, default=None)
            if last_day is None or first_day <= last_day:
                kind = other.kind if one in (_ALWAYS, _LAPSED) else one.kind
                yield Hold(kind=kind, first_day=first_day, last_day=last_day)
