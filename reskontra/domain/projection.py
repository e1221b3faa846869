"""What will happen to a claim, and when, if nothing is paid: what the citizen is shown.

    project(claim, procedure, today) -> the steps to come, with days and costs

The one rule: the night's own `assess` says what comes; here the days are only imagined.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reskontra.domain.calendar import next_banking_day
from reskontra.domain.claim import Claim, StepTaken
from reskontra.domain.conditions import NOT_CONCERNED, TOO_YOUNG, unmet
from reskontra.domain.cost import fee_due
from reskontra.domain.dunning import (
    NEEDS,
    PAID_IN_TIME,
    Act,
    Outcome,
    Stopped,
    Wait,
    assess_step,
    barred_by_law,
    missing_anchor,
    opens_on,
    pay_by_day,
)
from reskontra.domain.rules import Procedure
from reskontra.domain.step import PAID, Does, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Projected:
    """A step to come if nothing is paid, on `day` at the earliest."""

    step: Step
    day: date | None
    pay_by: date | None
    fee_ore: int
    stopped_by: tuple[str, ...]
    awaits_report: bool


def project(claim: Claim, procedure: Procedure, today: date) -> tuple[Projected, ...]:
    """The steps to come, in the procedure's order, if nothing is paid and nothing changes.

    A step stopped today by a hold has no day, nor have those after it. A step that
    somebody else performs is given the first day on which it could be performed, which may
    have passed when nobody has told us of it.
    """
    steps: list[Projected] = []
    imagined = claim
    for step in procedure.steps:
        if claim.taken(step.name) or not _concerns(imagined, procedure, step, today):
            continue
        missing = missing_anchor(imagined, step)
        if missing is not None and missing != PAID:
            blocked = next((each for each in steps if each.step.name == missing), None)
            by = blocked.stopped_by if blocked else _waits_for(procedure, missing)
            steps.append(_projected(step, None, by, 0))
            continue
        outcome = assess_step(imagined, procedure, step, today)
        day = _day_of(outcome, imagined, step, today)
        by = outcome.by if isinstance(outcome, Stopped) else ()
        needed = tuple(each for each in by if each.startswith(NEEDS))
        if day is None and needed:
            day = _first_working_day(imagined, step, today, not_before=today)
        fee_ore = fee_due(imagined, procedure, step, day or today).amount_ore
        fee_ore += sum(each.on(day or today) for each in step.costs)
        steps.append(_projected(step, day, by, fee_ore))
        if day is not None:
            taken = StepTaken(name=step.name, day=day, pay_by=pay_by_day(step, day=day))
            imagined = imagined.with_step(taken)
    return tuple(steps)


def to_come(claim: Claim, procedure: Procedure, today: date) -> tuple[Projected, ...]:
    """The same, without those that nobody need hear of, for they never come."""
    return tuple(each for each in project(claim, procedure, today) if each.stopped_by not in _NEVER)


_NEVER = ((NOT_CONCERNED,), (PAID_IN_TIME,))
"""A step after one that never comes, and interest on what was paid in time or never owed."""


def _waits_for(procedure: Procedure, anchor: str) -> tuple[str, ...]:
    """A step that does not concern the claim, or a finding that nobody has made yet."""
    return (NOT_CONCERNED,) if procedure.step(anchor) else (f"{NEEDS}:{anchor}",)


def _projected(step: Step, day: date | None, by: tuple[str, ...], fee_ore: int) -> Projected:
    return Projected(
        step=step,
        day=day,
        pay_by=None if day is None else pay_by_day(step, day=day),
        fee_ore=fee_ore,
        stopped_by=by,
        awaits_report=step.does is Does.AWAIT_REPORT,
    )


def _day_of(outcome: Outcome, claim: Claim, step: Step, today: date) -> date | None:
    match outcome:
        case Act():
            return today
        case Wait(until=None, what=what) if what.startswith("report:"):
            # Nobody has told us of it, but it may have been done on any day since it could be.
            return _first_working_day(claim, step, today, not_before=date.min)
        case Wait(until=until):
            return None if until is None else next_banking_day(until)
        case Stopped():
            return None


def _first_working_day(claim: Claim, step: Step, today: date, *, not_before: date) -> date | None:
    opens = opens_on(claim, step, (), today)
    if opens is None:
        return None
    day = next_banking_day(max(opens, not_before))
    return day if step.on_days is None else step.on_days.first_from(day)


def _concerns(claim: Claim, procedure: Procedure, step: Step, today: date) -> bool:
    """Whether the step can come at all for a claim like this, as it would stand then."""
    if claim.transferred:
        return False
    if step.does in (Does.INTEREST_INVOICE, Does.FEE_INVOICE) or step.after == PAID:
        return claim.settled
    if claim.settled or barred_by_law(claim, procedure, step):
        return False
    failed = unmet(claim, step.only_if, today)
    if failed is not None and failed.reason != TOO_YOUNG:
        return False
    return step.unless is None or unmet(claim, step.unless, today) is not None
