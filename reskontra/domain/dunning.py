"""What should happen today, and if not, why not.

    assess(claim, procedure, today) -> for each step not yet taken: Act, Wait or Stopped
    bundle(acts)                    -> one letter for each creditor, party and step
    project(claim, procedure, today)-> the steps to come, with days, if nothing is paid

These three serve the nightly run, the dry run, the explanation and the citizen's timeline
alike. They read no clock and no database. A step is counted from what was really sent: from
the earlier step's pay-by day, never from the age of the debt, so nothing is ever skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reskontra.domain.calendar import (
    Span,
    Unit,
    add_working_days,
    is_working_day,
    next_banking_day,
)
from reskontra.domain.claim import Claim, Hold, PrincipalPayment, StepTaken, held_days
from reskontra.domain.interest import Interest, late_interest, principal_spans
from reskontra.domain.rules import (
    ANCHORS,
    DUE,
    PAID,
    Condition,
    Does,
    InterestFrom,
    InterestTerms,
    Procedure,
    Step,
    Together,
)

SETTLED = "settled"
NOT_CONCERNED = "not_concerned"
BELOW_MINIMUM = "below_minimum"
PAID_IN_TIME = "paid_in_time"
NEEDS = "needs"


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


def assess(claim: Claim, procedure: Procedure, today: date) -> tuple[Outcome, ...]:
    """What each step not yet taken does today, in the procedure's order."""
    done = {taken.name for taken in claim.steps_taken}
    return tuple(
        _assess_step(claim, procedure, step, today)
        for step in procedure.steps
        if step.name not in done
    )


def next_look(outcomes: Iterable[Outcome], *, today: date) -> date | None:
    """The first day after today on which `assess` may say something new by itself."""
    days: list[date] = []
    for outcome in outcomes:
        if isinstance(outcome, Wait) and outcome.until is not None:
            days.append(outcome.until)
        elif isinstance(outcome, Stopped) and outcome.until is not None:
            days.append(outcome.until + timedelta(days=1))
    return min((day for day in days if day > today), default=None)


def first_look(procedure: Procedure, *, due_date: date) -> date | None:
    """The first day on which an unpaid claim that falls due on `due_date` is looked at."""
    days = [step.wait.after(due_date) for step in procedure.steps if step.after == DUE]
    after_due = next_banking_day(due_date) + timedelta(days=1)
    return max(min(days), after_due) if days else None


def _assess_step(claim: Claim, procedure: Procedure, step: Step, today: date) -> Outcome:
    anchor = _anchor_day(claim, step)
    if step.after == PAID:
        if anchor is None:
            return Wait(step, None, PAID)
    elif claim.settled:
        return Stopped(step, (SETTLED,))
    elif anchor is None:
        return Wait(step, None, step.after)
    failed = _unmet(claim, step.only_if)
    if failed:
        return Stopped(step, (failed,))
    assert anchor is not None
    minded = tuple(hold for hold in claim.holds if _minds(step, hold))
    blocking = tuple(hold for hold in minded if hold.covers(today))
    if blocking:
        return Stopped(step, tuple(hold.kind for hold in blocking), _last_day(blocking))
    opens = _opens_on(claim, step, anchor, minded, today)
    if today < opens:
        return Wait(step, opens, "day")
    missing = sorted(step.needs - claim.clearances)
    if missing:
        return Stopped(step, tuple(f"{NEEDS}:{kind}" for kind in missing))
    return _ready(claim, procedure, step, today)


def _ready(claim: Claim, procedure: Procedure, step: Step, today: date) -> Outcome:
    """The step's day has come and nothing holds it: only what it does itself may stop it."""
    if step.does is Does.AWAIT_REPORT:
        return Wait(step, None, f"report:{step.performed_by}")
    if step.does is Does.INTEREST_INVOICE:
        terms = procedure.interest
        if terms is None or claim.paid_date is None or claim.paid_date <= claim.on_time_until:
            return Stopped(step, (PAID_IN_TIME,))
        owed = interest_on(claim, terms, until=claim.paid_date).total_ore
        if owed == 0 or owed < terms.minimum_ore:
            return Stopped(step, (BELOW_MINIMUM,))
    if not is_working_day(today):
        return Wait(step, add_working_days(today, 1), "day")
    return Act(step)


def _anchor_day(claim: Claim, step: Step) -> date | None:
    if step.after == DUE:
        return claim.due_date
    if step.after == PAID:
        return claim.paid_date
    taken = claim.taken(step.after)
    return None if taken is None else (taken.pay_by or taken.day)


def _opens_on(claim: Claim, step: Step, anchor: date, holds: Sequence[Hold], today: date) -> date:
    """The first day on which the step may be taken, held days not counted."""
    start = anchor
    taken = claim.taken(step.after) if holds and step.after not in ANCHORS else None
    if taken is not None and taken.day < anchor:
        start = _lengthen(anchor, holds, first=taken.day + timedelta(days=1), today=today)
    opens = _after(start, step.wait, holds, today)
    if step.after == DUE:
        opens = max(opens, claim.on_time_until + timedelta(days=1))
    return opens


def _after(start: date, wait: Span, holds: Sequence[Hold], today: date) -> date:
    """`wait` after `start`, each held day until today moving the end one day on."""
    if not holds:
        return wait.after(start)
    if wait.unit not in (Unit.WORKING_DAYS, Unit.BANKING_DAYS):
        return _lengthen(wait.after(start), holds, first=start + timedelta(days=1), today=today)
    held = held_days(tuple(holds), first=start, last=today)
    left, day = wait.count, start
    while left > 0:
        day += timedelta(days=1)
        if is_working_day(day) and day not in held:
            left -= 1
    return day


def _lengthen(end: date, holds: Sequence[Hold], *, first: date, today: date) -> date:
    """Move `end` on by the held days from `first`; those met on the way count too."""
    while True:
        moved = end
        held = held_days(tuple(holds), first=first, last=min(end, today))
        if not held:
            return end
        first = min(end, today) + timedelta(days=1)
        end += timedelta(days=len(held))
        if first > today or moved == end:
            return end


def _minds(step: Step, hold: Hold) -> bool:
    return step.stopped_by is None or hold.kind in step.stopped_by


def _last_day(holds: Sequence[Hold]) -> date | None:
    days = [hold.last_day for hold in holds]
    return None if None in days else max(day for day in days if day is not None)


def _unmet(claim: Claim, condition: Condition) -> str:
    """Why the condition does not hold, or nothing."""
    if condition.debtors and claim.debtor not in condition.debtors:
        return NOT_CONCERNED
    if condition.services and not (condition.services & claim.services):
        return NOT_CONCERNED
    if condition.part_paid is not None and condition.part_paid is not claim.part_paid:
        return NOT_CONCERNED
    least, most = condition.open_at_least_ore, condition.open_at_most_ore
    if least is not None and claim.open_ore < least:
        return BELOW_MINIMUM
    if most is not None and claim.open_ore > most:
        return NOT_CONCERNED
    return ""


def interest_on(claim: Claim, terms: InterestTerms, *, until: date) -> Interest:
    """Late interest on the claim's principal, to `until`, that day counted."""
    moved = terms.runs_from is InterestFrom.BANKING_DUE_DATE
    principal_ore = claim.principal_owed_from_start_ore()
    spans = principal_spans(
        principal_ore=principal_ore,
        due_date=claim.on_time_until if moved else claim.due_date,
        last_date=until,
        payments=_up_to(principal_ore, claim.principal_payments),
    )
    return late_interest(spans=spans, reference_rate=terms.reference_rate, margin=terms.margin)


def _up_to(principal_ore: int, payments: Iterable[PrincipalPayment]) -> Iterator[tuple[date, int]]:
    """The payments as far as they paid what was owed: what was credited later never was."""
    left_ore = principal_ore
    for payment in sorted(payments, key=lambda each: each.value_date):
        counted_ore = min(payment.amount_ore, left_ore)
        left_ore -= counted_ore
        yield payment.value_date, counted_ore


def pay_by_day(step: Step, *, day: date) -> date | None:
    """The last day to pay after a step taken on `day`, moved to a banking day."""
    return None if step.pay_within is None else next_banking_day(step.pay_within.after(day))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """One letter to be: the claims whose step is taken, and those only listed with them."""

    creditor: str
    party: int
    step: Step
    pay_by: date | None
    acted: tuple[Claim, ...]
    listed: tuple[Claim, ...]


def bundle(
    acts: Iterable[tuple[Claim, Step]], party_claims: Sequence[Claim], today: date
) -> tuple[Bundle, ...]:
    """Join one party's acts into letters, in the order that the acts come.

    Only claims of one creditor, with the same step and the same time to pay, share a letter.
    `party_claims` are all the party's claims: the overdue ones are listed where the step says so.
    """
    groups: dict[tuple[object, ...], list[tuple[Claim, Step]]] = {}
    for claim, step in acts:
        alone = claim.key if step.together is Together.EACH else None
        key = (claim.creditor, step.name, step.letter, step.does, step.pay_within, alone)
        groups.setdefault(key, []).append((claim, step))
    return tuple(_bundle(group, party_claims, today) for group in groups.values())


def _bundle(
    group: Sequence[tuple[Claim, Step]], party_claims: Sequence[Claim], today: date
) -> Bundle:
    claim, step = group[0]
    acted = tuple(each for each, _ in group)
    keys = {each.key for each in acted}
    listed = (
        tuple(
            each
            for each in party_claims
            if each.creditor == claim.creditor
            and each.key not in keys
            and each.overdue(today=today)
            and not each.taken("hand_over")
            and not any(hold.covers(today) for hold in each.holds)
        )
        if step.together is Together.ALL_OVERDUE
        else ()
    )
    return Bundle(
        creditor=claim.creditor,
        party=claim.party,
        step=step,
        pay_by=pay_by_day(step, day=today),
        acted=acted,
        listed=listed,
    )


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
        if claim.taken(step.name) or not _concerns(claim, step):
            continue
        if step.after not in ANCHORS and imagined.taken(step.after) is None:
            blocked = next((p for p in steps if p.step.name == step.after), None)
            by = blocked.stopped_by if blocked else (NOT_CONCERNED,)
            steps.append(_projected(step, None, by))
            continue
        outcome = _assess_step(imagined, procedure, step, today)
        day = _day_of(outcome, imagined, step, today)
        by = outcome.by if isinstance(outcome, Stopped) else ()
        needed = tuple(each for each in by if each.startswith(NEEDS))
        if day is None and needed:
            day = _first_working_day(imagined, step, today, not_before=today)
        steps.append(_projected(step, day, by))
        if day is not None:
            taken = StepTaken(name=step.name, day=day, pay_by=pay_by_day(step, day=day))
            imagined = imagined.with_step(taken)
    return tuple(steps)


def _projected(step: Step, day: date | None, by: tuple[str, ...]) -> Projected:
    return Projected(
        step=step,
        day=day,
        pay_by=None if day is None else pay_by_day(step, day=day),
        fee_ore=step.fee.amount_ore if step.fee else 0,
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
    anchor = _anchor_day(claim, step)
    if anchor is None:
        return None
    opens = _opens_on(claim, step, anchor, (), today)
    return next_banking_day(max(opens, not_before))


def _concerns(claim: Claim, step: Step) -> bool:
    """Whether the step can come at all for a claim like this, as it stands today."""
    if step.does is Does.INTEREST_INVOICE:
        return claim.settled
    return not claim.settled and _unmet(claim, step.only_if) == ""
