"""What should happen today, and if not, why not.

    assess(claim, procedure, today) -> for each step not yet taken: Act, Wait or Stopped
    next_look(outcomes, today)      -> the day to look again

`bundling` joins the acts into letters and `projection` imagines the days to come. All of them
serve the nightly run, the dry run, the simulation, the explanation and the citizen's timeline
alike. They read no clock and no database. A step is counted from what was really sent: from
the earlier step's pay-by day, never from the age of the debt, so nothing is ever skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reskontra.domain.calendar import (
    add_working_days,
    day_before_disconnection,
    is_working_day,
    next_banking_day,
    previous_banking_day,
)
from reskontra.domain.claim import Claim, Hold
from reskontra.domain.conditions import NOT_CONCERNED, TOO_YOUNG, holds_until, unmet
from reskontra.domain.cost import fee_due, interest_on
from reskontra.domain.debtors import IN_THE_BOOKS, LAPSED, MINOR, minded
from reskontra.domain.handover import goes_again, hindering
from reskontra.domain.held import after_held, lengthen
from reskontra.domain.premises import in_the_way
from reskontra.domain.rules import Creditor, Procedure
from reskontra.domain.scope import Billed
from reskontra.domain.step import (
    ANCHORS,
    BILLED,
    DUE,
    PAID,
    Anchor,
    CountedFrom,
    Does,
    Falls,
    InLaw,
    Need,
    Step,
    TimeOut,
)

SETTLED = "settled"
TRANSFERRED = "transferred"
"""An agency owns the claim: it is nobody else's to act on."""
BELOW_MINIMUM = "below_minimum"
PAID_IN_TIME = "paid_in_time"
ENFORCEABLE = "enforceable_by_itself"
"""No court tries it: it goes straight to enforcement (lagen (1990:746) 2 § and RH 2010:56)."""
SUPERVISION = "supervision"
NEEDS = "needs"
GAVE_UP = "gave_up"
NEXT_INVOICE = "next_invoice"


@dataclass(frozen=True, slots=True)
class Act:
    """The step is to be taken today."""

    step: Step


@dataclass(frozen=True, slots=True)
class Wait:
    """The step's day has not come; `until` is the day, or None while it waits for `what`."""

    step: Step
    until: date | None
    what: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """Something stands in the way; `until` is the last day of it, when that is known."""

    step: Step
    by: tuple[str, ...]
    until: date | None = None


Outcome = Act | Wait | Stopped

_OF_ALL = frozenset({Does.WRITE_OFF, Does.WRITE_DOWN, Does.INTEREST_INVOICE})
"""What is done about all of a claim, and waits until every part of it is settled."""


def assess(claim: Claim, procedure: Procedure, today: date) -> tuple[Outcome, ...]:
    """What each step not yet taken does today, in the procedure's order.

    Of a claim that has come back from an agency for a time, also what the hand-over does.
    """
    return tuple(_in_turn(claim, procedure, today))


def assess_until_act(claim: Claim, procedure: Procedure, today: date) -> tuple[Outcome, ...]:
    """As `assess`, but ends with the first step to be taken: the rest then looks otherwise."""
    outcomes: list[Outcome] = []
    for outcome in _in_turn(claim, procedure, today):
        outcomes.append(outcome)
        if isinstance(outcome, Act):
            break
    return tuple(outcomes)


def _in_turn(claim: Claim, procedure: Procedure, today: date) -> Iterator[Outcome]:
    done = {taken.name for taken in claim.steps_taken}
    again = goes_again(claim)
    for step in procedure.steps:
        if step.name not in done:
            yield assess_step(claim, procedure, step, today)
        elif again and step.does is Does.HAND_OVER:
            yield _hand_over_again(claim, procedure, step, today)


def _hand_over_again(claim: Claim, procedure: Procedure, step: Step, today: date) -> Outcome:
    """It is handed over anew on the first day that the step may be taken and nothing hinders."""
    assert claim.came_back is not None
    if today <= claim.came_back.given_on:
        return Wait(step, claim.came_back.given_on + timedelta(days=1), "day")
    blocking = hindering(claim, today=today)
    if blocking and not claim.settled:
        return Stopped(step, tuple(hold.kind for hold in blocking), _last_day(blocking))
    return assess_step(claim, procedure, step, today)


def next_look(outcomes: Iterable[Outcome], *, today: date) -> date | None:
    """The first day after today on which `assess` may say something new by itself."""
    days: list[date] = []
    for outcome in outcomes:
        if isinstance(outcome, Wait) and outcome.until is not None:
            days.append(outcome.until)
        elif isinstance(outcome, Stopped) and outcome.until is not None:
            days.append(outcome.until + timedelta(days=1))
    return min((day for day in days if day > today), default=None)


def first_look(creditor: Creditor, billed: Billed, *, today: date) -> date | None:
    """The first day on which an unpaid claim for this invoice is looked at.

    By each procedure that may take it: which one does may depend on what else the party owes.
    Where claims depend on each other, it is looked at as soon as it is overdue.
    """
    days = [next_banking_day(billed.due_date) + timedelta(days=1)] if creditor.asks_party else []
    days += [
        _first_day(step, billed)
        for procedure in creditor.procedures_for(billed, today=today)
        for step in procedure.steps
        if step.after in (BILLED, DUE)
    ]
    return min(days, default=None)


def _first_day(step: Step, billed: Billed) -> date:
    day = step.wait.after(billed.due_date if step.after == DUE else billed.invoice_date)
    after_due = next_banking_day(billed.due_date) + timedelta(days=1)
    return day if step.before_due else max(day, after_due)


def assess_step(claim: Claim, procedure: Procedure, step: Step, today: date) -> Outcome:
    """What one step, not yet taken, does today."""
    if claim.transferred:
        return Stopped(step, (TRANSFERRED,))
    if step.after != PAID and claim.settled and step.does is not Does.FEE_INVOICE:
        return Stopped(step, (SETTLED,))
    missing = missing_anchor(claim, step)
    if missing is not None:
        return Wait(step, None, missing)
    if barred := barred_by_law(claim, procedure, step):
        return Stopped(step, (barred,))
    if failed := _concern(claim, step, today):
        return failed
    if stops := in_the_way(claim, step, today):
        return Stopped(step, stops)
    held = minded(claim, step)
    blocking = tuple(hold for hold in held if hold.covers(today) and _holds(hold, claim, step))
    if blocking:
        return Stopped(step, tuple(hold.kind for hold in blocking), _last_day(blocking))
    if step.before_due and today > claim.on_time_until:
        return Stopped(step, (NOT_CONCERNED,))
    opens = opens_on(claim, step, [hold for hold in held if hold.delays], today)
    assert opens is not None
    if today < opens:
        return Wait(step, opens, "day")
    return _gates(claim, procedure, step, opens, today)


def missing_anchor(claim: Claim, step: Step) -> str | None:
    """The first thing that has not happened yet of those that the step is counted from."""
    if _anchor_day(claim, step.after, step.counted_from) is None:
        return step.after
    for anchor in step.also_after:
        if _anchor_day(claim, anchor.after, anchor.counted_from) is None:
            return anchor.after
    return None


def opens_on(claim: Claim, step: Step, holds: Sequence[Hold], today: date) -> date | None:
    """The first day on which the step may be taken, the days of `holds` not counted.

    One that was undone is not taken anew before the day that was decided.

    None while something that it is counted from has not happened. Only what is meant for the
    time before the due date comes before the last day to pay in time.
    """
    opens = _opens_after(claim, step, holds, today)
    if opens is None:
        return None
    if not step.before_due:
        opens = max(opens, claim.on_time_until + timedelta(days=1))
    for anchor in step.also_after:
        day = _opens_after(claim, anchor, holds, today)
        if day is None:
            return None
        opens = max(opens, day)
    return max([opens, *(each.not_before for each in claim.undone(step.name))])


def barred_by_law(claim: Claim, procedure: Procedure, step: Step) -> str:
    """Why the law never lets the step be taken for this claim; empty when it does."""
    if claim.lapsed_on is not None and step.does not in IN_THE_BOOKS:
        return LAPSED
    if claim.minor and step.collects:
        return MINOR
    grounds = (procedure.grounds.get(name, "") for name in claim.services)
    tried = step.in_law in (InLaw.ORDER_TO_PAY, InLaw.COURT)
    return ENFORCEABLE if tried and SUPERVISION in grounds else ""


def _concern(claim: Claim, step: Step, today: date) -> Outcome | None:
    """Why the step does not concern the claim today; None when it does."""
    failed = unmet(claim, step.only_if, today)
    if failed is not None:
        if failed.reason == TOO_YOUNG:
            return Wait(step, failed.mended_on, "day")
        until = failed.mended_on - timedelta(days=1) if failed.mended_on else None
        return Stopped(step, (failed.reason,), until)
    if step.unless is not None and unmet(claim, step.unless, today) is None:
        return Stopped(step, (NOT_CONCERNED,), holds_until(claim, step.unless, today))
    return None


def _gates(claim: Claim, procedure: Procedure, step: Step, opens: date, today: date) -> Outcome:
    """The step's day has come; now what it needs, the invoice it joins and its own days."""
    missing: list[tuple[str, date | None]] = []
    for need in step.needs:
        if _is_met(claim, need, today):
            continue
        out_on = need.time_out.after(opens) if need.time_out else None
        if out_on is None or today < out_on:
            missing.append((f"{NEEDS}:{need.clearance}", out_on))
        elif need.then is TimeOut.GIVE_UP:
            return Stopped(step, (f"{GAVE_UP}:{need.clearance}",))
    if missing:
        days = [day for _, day in missing if day is not None]
        until = min(days) - timedelta(days=1) if days else None
        return Stopped(step, tuple(sorted(words for words, _ in missing)), until)
    if step.joins_next_invoice is not None:
        following = claim.dealings.next_invoice(opens)
        latest = step.joins_next_invoice.after(opens)
        comes_on = latest if following is None else min(latest, following.invoice_date)
        if today < comes_on:
            return Wait(step, comes_on, NEXT_INVOICE)
    if step.does is Does.AWAIT_REPORT:
        return _awaited(claim, step, opens, today)
    return _ready(claim, procedure, step, today)


def _awaited(claim: Claim, step: Step, opens: date, today: date) -> Outcome:
    """Somebody else performs it, from the first of its days on which nothing hindered it."""
    cleared = (claim.cleared_on(need.clearance) for need in step.needs)
    ready = max([opens, *(day for day in cleared if day is not None)])
    day = ready if step.on_days is None else step.on_days.first_from(ready)
    if day is None:
        return Stopped(step, (NOT_CONCERNED,))
    if today < day:
        return Wait(step, day, "day")
    return Wait(step, None, f"report:{step.performed_by}")


def _is_met(claim: Claim, need: Need, today: date) -> bool:
    day = claim.cleared_on(need.clearance)
    if day is None:
        return False
    if need.fresh_within is not None and need.fresh_within.after(day) < today:
        return False
    paid = [each.value_date for each in claim.principal_payments]
    return not (need.after_part_payment and paid and max(paid) >= day)


def _ready(claim: Claim, procedure: Procedure, step: Step, today: date) -> Outcome:
    """The step's day has come and nothing holds it: only what it does itself may stop it."""
    if step.does is Does.INTEREST_INVOICE:
        if claim.paid_date is None or claim.paid_date <= claim.interest_free_until:
            return Stopped(step, (PAID_IN_TIME,))
        if interest_on(claim, procedure, until=claim.paid_date).total_ore == 0:
            return Stopped(step, (BELOW_MINIMUM,))
    if step.does is Does.FEE_INVOICE:
        decision = fee_due(claim, procedure, step, today)
        if decision.amount_ore == 0:
            return Stopped(step, (decision.why,))
    day = today if step.on_days is None else step.on_days.first_from(today)
    if day is None:
        return Stopped(step, (NOT_CONCERNED,))
    if day > today:
        return Wait(step, day, "day")
    if not is_working_day(today):
        return Wait(step, add_working_days(today, 1), "day")
    return Act(step)


def _anchor_day(claim: Claim, after: str, counted_from: CountedFrom) -> date | None:
    if after == DUE:
        return claim.due_date
    if after == BILLED:
        return claim.invoice_date
    if after == PAID:
        return claim.paid_date
    taken = claim.taken(after)
    if taken is None:
        return claim.cleared_on(after)
    if counted_from is CountedFrom.DAY:
        return taken.day
    return taken.pay_by or taken.day


def _opens_after(
    claim: Claim, anchor: Step | Anchor, holds: Sequence[Hold], today: date
) -> date | None:
    """The first day that one anchor allows, held days not counted."""
    day = _anchor_day(claim, anchor.after, anchor.counted_from)
    if day is None:
        return None
    taken = claim.taken(anchor.after) if holds and anchor.after not in ANCHORS else None
    if taken is not None and taken.day < day:
        day = lengthen(day, holds, first=taken.day + timedelta(days=1), today=today)
    return after_held(day, anchor.wait, holds, today)


def _holds(hold: Hold, claim: Claim, step: Step) -> bool:
    """Whether the hold stops the step: one of a part does not stop what only the rest is asked."""
    return claim.held_whole_by(hold) or step.does in _OF_ALL or step.transfers_claim


def _last_day(holds: Sequence[Hold]) -> date | None:
    days = [hold.last_day for hold in holds]
    return None if None in days else max(day for day in days if day is not None)


def pay_by_day(step: Step, *, day: date) -> date | None:
    """The last day to pay after a step taken on `day`, moved as the step says."""
    if step.pay_within is None:
        return None
    last = step.pay_within.after(day)
    match step.pay_by_falls:
        case Falls.NEXT_BANKING_DAY:
            return next_banking_day(last)
        case Falls.PREVIOUS_BANKING_DAY:
            return max(day, previous_banking_day(last + timedelta(days=1)))
        case Falls.BEFORE_DISCONNECTION:
            return day_before_disconnection(last)
        case Falls.ANY_DAY:
            return last
