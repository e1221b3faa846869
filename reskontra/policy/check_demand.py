"""What the law says of collection: a demand with time to pay comes before all else.

    - step: order_to_pay
      in_law: order_to_pay
      after: reminder
      -> refused: a collection demand comes first, and its time to pay has run out

The one rule: the time of a demand of our own is counted on every day of two years, as it may be
sent on any; that of an agency in an ordinary week, as the agency keeps the law over holidays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from reskontra.domain.calendar import Span, Unit, add_banking_days
from reskontra.domain.dunning import pay_by_day
from reskontra.domain.step import CountedFrom, Does, InLaw, States, Step
from reskontra.domain.waiting import Waiting
from reskontra.policy.build import build_step
from reskontra.policy.case import Case
from reskontra.policy.document import Way
from reskontra.policy.problems import NOTHING, Problem, one_of
from reskontra.policy.step_file import StepFile

TIME_TO_PAY = "inkassolagen (1974:182) 5 §: a demand gives a reasonable time to pay or object"
FROM_SENDING = (
    "inkassolagen (1974:182) 5 §, Datainspektionens allmänna råd: at least {time} from sending"
)
FROM_RECEIPT = (
    "inkassolagen (1974:182) 5 §, Datainspektionens allmänna råd: at least {time} from the day "
    "that the demand can be taken to have arrived"
)
DEMAND_FIRST = (
    "inkassolagen (1974:182) 6 §: no legal measure before a collection demand has been sent and "
    "its time to pay has run out"
)
IN_WRITING = "inkassolagen (1974:182) 5 §: a demand is made in writing"
EACH_PART = "inkassolagen (1974:182) 5 §: a demand states capital, interest and costs separately"
GOOD_PRACTICE = (
    "inkassolagen (1974:182) 4 and 8 §§: nothing is collected that is disputed or paid by plan"
)
NO_ORDER_TO_PAY = (
    "lagen (1990:746) 2 § and RH 2010:56: a decision that is enforceable by itself goes straight "
    "to enforcement"
)
VERDICT_FIRST = "lagen (1990:746): a claim is enforced when there is a verdict"

LEGAL_MEASURES = frozenset({InLaw.ORDER_TO_PAY, InLaw.COURT, InLaw.ENFORCEMENT})
IN_THE_POST = 2
"""Banking days until a letter can be taken to have arrived."""
FIRST_SENDING = date(2024, 1, 1)
SENDING_DAYS = 731
"""Two years, one of them a leap year."""
ORDINARY_WEEK = tuple(date(2025, 11, day) for day in range(10, 15))
"""Monday to Friday, with no holiday in it or the three weeks after."""
ANY_DAY = tuple(FIRST_SENDING + timedelta(days=number) for number in range(SENDING_DAYS))


def check_demand(case: Case) -> Iterator[Problem]:
    """Everything that the law has against how the claims are collected."""
    for way, step in case.steps():
        if step.demands:
            yield from _time_to_pay(case, way, step)
            yield from _in_writing(case, way, step)
            yield from _states_each_part(case, way, step)
        if step.law in LEGAL_MEASURES:
            yield from _demand_first(case, way, step)
            yield from _what_may_be_asked(case, way, step)
        if step.demands or step.law in LEGAL_MEASURES or step.does is Does.HAND_OVER:
            yield from _stopped(case, way, step)


def _time_to_pay(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    here = (*way, "pay_within")
    if step.pay_within is None:
        if step.does is not Does.LETTER:
            yield case.problem(here, NOTHING, "a period like '10 days'", TIME_TO_PAY)
        return
    if case.law is None:
        return
    day = case.file.valid_from
    built = build_step(step, 1, case.law)
    least = case.law.collection_demand_from_sending.on(day)
    found = repr(str(step.pay_within))
    if shortest := _too_short(built, least):
        allowed = f"{least} or more; sent on {shortest} it gives less"
        yield case.problem(here, found, allowed, FROM_SENDING.format(time=least))
        return
    least = case.law.collection_demand_from_receipt.on(day)
    days = ANY_DAY if step.does is Does.LETTER else ORDINARY_WEEK
    if late := _too_short_from_receipt(built, least, days):
        allowed = f"{least} or more from receipt{_in_words(built, least)}; "
        allowed += f"sent on {late:%A} {late} it gives less"
        yield case.problem(here, found, allowed, FROM_RECEIPT.format(time=least))


def _too_short(step: Step, least: Span) -> date | None:
    """The first day on which sending it would give less time than the law's least."""
    for sent in ANY_DAY:
        last = pay_by_day(step, day=sent)
        if last is not None and last < least.after(sent):
            return sent
    return None


def _too_short_from_receipt(step: Step, least: Span, days: Iterable[date]) -> date | None:
    """The first of the days on which sending it would leave less from when it has arrived."""
    for sent in days:
        last = pay_by_day(step, day=sent)
        if last is not None and last < least.after(add_banking_days(sent, IN_THE_POST)):
            return sent
    return None


def _in_words(step: Step, least: Span) -> str:
    """The time that would do, as the file may say it: the step's own, and the law's beside it."""
    if step.pay_within is None or least.unit is not Unit.BANKING_DAYS:
        return ""
    law = replace(least, count=least.count + IN_THE_POST)
    return f", as '{Waiting(spans=(step.pay_within.spans[0], law))}'"


def _in_writing(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    short = ", ".join(case.short_channels(step))
    if short:
        yield case.problem((*way, "channels"), short, one_of(case.whole_channels), IN_WRITING)


def _states_each_part(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    if step.states is not States.OPEN:
        allowed = "open: all that is left, with capital, interest and costs each by itself"
        yield case.problem((*way, "states"), repr(step.states.value), allowed, EACH_PART)


def _demand_first(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """Some step before it is a demand, and the one counted from it waits for its last day."""
    demands = [(each, anchor) for each, anchor in case.before(step) if each.demands]
    if not demands:
        found, allowed = f"{step.law.value} with no collection demand before it", "a step after one"
        yield case.problem((*way, "after"), found, allowed, DEMAND_FIRST)
    elif not any(
        anchor.counted_from is CountedFrom.PAY_BY and demand.pay_within is not None
        for demand, anchor in demands
    ):
        found = f"{step.law.value} counted from the day that the demand was sent"
        allowed = "a step counted from the demand's last day to pay"
        yield case.problem((*way, "after"), found, allowed, DEMAND_FIRST)


def _what_may_be_asked(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    grounds = case.grounds_of(step)
    here = (*way, "in_law")
    supervision = [kind for kind, ground in grounds.items() if ground == "supervision"]
    if step.law is not InLaw.ENFORCEMENT and supervision:
        found = f"{step.law.value} for {', '.join(supervision)}, owed by supervision"
        yield case.problem(here, found, "enforcement", NO_ORDER_TO_PAY)
    others = sorted(set(grounds) - set(supervision))
    if step.law is InLaw.ENFORCEMENT and others and not _has_verdict(case, step):
        found = f"enforcement for {', '.join(others)}, with no verdict before it"
        allowed = "a step after an order_to_pay or court step, or that needs verdict"
        yield case.problem(here, found, allowed, VERDICT_FIRST)


def _has_verdict(case: Case, step: StepFile) -> bool:
    names = {anchor.after for anchor in step.anchors} | {each.clearance for each in step.gates}
    earlier = {each.law for each, _ in case.before(step)}
    return "verdict" in names or bool(earlier & {InLaw.ORDER_TO_PAY, InLaw.COURT})


def _stopped(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """What collects minds disputes and plans; a court may be asked about a dispute."""
    if step.stopped_by is None:
        return
    needed = {"installment_plan"} if step.law is InLaw.COURT else {"dispute", "installment_plan"}
    missing = sorted(needed - set(step.stopped_by))
    if missing:
        found = "a step that goes on in spite of " + ", ".join(missing)
        allowed = f"{', '.join(missing)} too, or no such key"
        yield case.problem((*way, "stopped_by"), found, allowed, GOOD_PRACTICE)
