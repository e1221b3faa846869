"""What the terms of a procedure must mean: interest, carrying over, more time, payment in parts.

    plan: {grants: [{role: finance_manager}, {role: case_officer, up_to: 6 months}]}
      -> refused: who may say yes without limit stands last

The one rule: of two who may say yes, the one who may more stands later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from reskontra.domain.calendar import Span
from reskontra.domain.step import AGENCY, Does
from reskontra.domain.terms import InterestOn
from reskontra.policy.case import Case
from reskontra.policy.check_step import INTEREST_KIND
from reskontra.policy.document import Way
from reskontra.policy.problems import Problem, one_of
from reskontra.policy.terms_file import FlatRateFile, GrantFile, PlanRateFile, RateFile

NO_INTEREST_ON_INTEREST = "NJA 1994 s. 3: no interest runs on late interest"


def check_terms(case: Case) -> Iterator[Problem]:
    """Everything wrong in the terms of one procedure."""
    for check in CHECKS:
        yield from check(case)


def no_interest_on_interest(case: Case) -> Iterator[Problem]:
    """An interest invoice bears no interest."""
    kinds = case.file.applies_to.kinds_of(case.creditor)
    if INTEREST_KIND in kinds and case.file.interest is not None:
        found, allowed = "interest on interest invoices", "no interest for this kind"
        yield case.problem(("interest",), found, allowed, NO_INTEREST_ON_INTEREST)


def flat_rates(case: Case) -> Iterator[Problem]:
    """A rate of one's own is known from the day the procedure is, its days rising."""
    rates: list[tuple[Way, RateFile | PlanRateFile | None]] = [
        (("interest", "rate"), case.file.interest.rate if case.file.interest else None),
        (("plan", "interest"), case.file.plan.interest if case.file.plan else None),
    ]
    for way, rate in rates:
        if not isinstance(rate, FlatRateFile):
            continue
        days = list(rate.flat)
        for earlier, later in pairwise(days):
            if later <= earlier:
                allowed = f"a day after {earlier}: the days rise"
                yield case.problem((*way, "flat", later), later, allowed)
        if min(days) > case.file.valid_from.isoformat():
            allowed = f"a rate from {case.file.valid_from}, as the procedure"
            yield case.problem((*way, "flat"), f"the first from {min(days)}", allowed)


def grants_rise(case: Case) -> Iterator[Problem]:
    """Those who may say yes stand in order, so that the first who may is the lowest."""
    for key, terms in (("deferral", case.file.deferral), ("plan", case.file.plan)):
        if terms is not None:
            way, day = (key, "grants"), case.file.valid_from
            for rest, found, allowed in out_of_order(terms.grants, day=day):
                yield case.problem((*way, *rest), found, allowed)


def out_of_order(grants: Sequence[GrantFile], *, day: date) -> Iterator[tuple[Way, str, str]]:
    """Where a role stands twice, or after one that may as much; times are counted from `day`."""
    met: set[str] = set()
    for at, grant in enumerate(grants):
        if grant.role in met:
            yield (at, "role"), f"{grant.role!r} again", "each role once"
        met.add(grant.role)
    for at, (lower, higher) in enumerate(pairwise(grants), start=1):
        if not _more(lower, higher, day):
            found = f"{higher.role}, who may no more than {lower.role}"
            yield (at,), found, "the one who may more, last"


def _more(lower: GrantFile, higher: GrantFile, day: date) -> bool:
    amounts = _at_most(lower.up_to_amount), _at_most(higher.up_to_amount)
    times = _days(lower.up_to, day), _days(higher.up_to, day)
    return (
        amounts[0] <= amounts[1]
        and times[0] <= times[1]
        and (amounts[0] < amounts[1] or times[0] < times[1])
    )


WITHOUT_LIMIT = 10**15


def _at_most(amount: int | None) -> int:
    return WITHOUT_LIMIT if amount is None else amount


def _days(span: Span | None, day: date) -> int:
    return WITHOUT_LIMIT if span is None else (span.after(day) - day).days


def plan_adds_up(case: Case) -> Iterator[Problem]:
    """So many parts, so far from each other, fit in the longest time."""
    plan = case.file.plan
    if plan is None:
        return
    first = case.file.valid_from
    every = plan.every or Span.parse("1 month")
    if every.count == 0:
        yield case.problem(("plan", "every"), str(every), "a time of one day or more")
    elif every.after(first) > plan.longest.after(first):
        found = f"{plan.longest}, with parts {every} from each other"
        yield case.problem(("plan", "longest"), found, "time for two parts")


def plan_is_paid_as_said(case: Case) -> Iterator[Problem]:
    """Where its interest goes, when its notices come and which agency keeps it can all be."""
    plan = case.file.plan
    if plan is None:
        return
    if plan.interest_on is InterestOn.SEPARATELY and not _bills_interest(case):
        allowed = "a step that does interest_invoice, or each_part or last_part"
        yield case.problem(("plan", "interest_on"), "separately, and nothing bills it", allowed)
    if plan.notice is not None and not plan.notice.before:
        yield case.problem(("plan", "notice"), str(plan.notice), "a time before, as 14 days before")
    at_agency = plan.administered_by == AGENCY
    if plan.agency_from_parts and not at_agency:
        allowed = "administered_by: agency, or no such key"
        yield case.problem(("plan", "agency_from_parts"), "no agency that keeps plans", allowed)
    if plan.to is not None:
        agencies = case.creditor.agencies or {}
        if not at_agency or plan.to not in agencies:
            allowed = one_of(agencies, found=plan.to) if at_agency else "no such key"
            yield case.problem(("plan", "to"), plan.to, allowed)


def _bills_interest(case: Case) -> bool:
    return any(step.does is Does.INTEREST_INVOICE for step in case.file.steps)


def deferral_is_some_time(case: Case) -> Iterator[Problem]:
    """A deferral gives time, and a fixed last day lies after the procedure's first."""
    deferral = case.file.deferral
    if deferral is None:
        return
    if deferral.longest.count == 0:
        yield case.problem(("deferral", "longest"), str(deferral.longest), "one day or more")
    if deferral.not_beyond is not None and deferral.not_beyond < case.file.valid_from:
        allowed = f"a day from {case.file.valid_from} on"
        yield case.problem(("deferral", "not_beyond"), str(deferral.not_beyond), allowed)


def carried_is_some_amount(case: Case) -> Iterator[Problem]:
    """What is carried over is less than something."""
    carry = case.file.carry
    if carry is not None and carry.below == 0:
        yield case.problem(("carry", "below"), "0 kr", "an amount above zero")


CHECKS = (
    no_interest_on_interest,
    flat_rates,
    grants_rise,
    plan_adds_up,
    plan_is_paid_as_said,
    deferral_is_some_time,
    carried_is_some_amount,
)
