"""What a story's questions about more time to pay, and payment in parts, are answered with.

    deferral 1001 until 2025-04-30     -> by self_service, interest 2,71
    plan 1001 3 parts from 2025-04-30  -> by case_officer
    parts 1001 3 from 2025-04-30       -> 333,00 last 334,00 2025-06-30, fee 170,00
    stands 1001 3 from 2025-04-30      -> broken 2025-05-31 missed, all 667,00

The one rule: an answer says all that the rules decided, so a rule that is ignored shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reskontra.domain.assumed import assumed
from reskontra.domain.claim import Claim
from reskontra.domain.deferral import Deferral, judge_deferral
from reskontra.domain.installments import InstallmentPlan, judge_plan
from reskontra.domain.plan_state import follow
from reskontra.domain.reasons import Declined
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import Ruled, under_rules
from reskontra.domain.step import CREDITOR
from reskontra.domain.terms import WhenBroken
from reskontra.nightly.stories.notation import Form, Question, kronor

INSTALLMENT_PLAN = "installment_plan"
"""The kind of hold that a plan becomes: it begins on the day that the plan is granted."""


def say_more_time(question: Question, claim: Claim, policy: Policy, *, today: date) -> str:
    """The answer to a question of `Form.DEFERRAL`, or of one of the forms about plans."""
    lasting, _ = assumed(policy, until=date.max)
    ruled = under_rules(claim, lasting, today=today)
    match question.form:
        case Form.DEFERRAL | Form.DEFERRAL_OF:
            return _deferral(question, ruled, today)
        case Form.PLAN | Form.PARTS:
            return _plan(question, ruled, today)
        case _:
            return _standing(question, ruled, today)


def _deferral(question: Question, ruled: Ruled, today: date) -> str:
    assert question.due_date is not None
    part_ore = question.amount_ore if question.form is Form.DEFERRAL_OF else None
    answer = judge_deferral(
        ruled.claim, ruled.procedure, until=question.due_date, today=today, part_ore=part_ore
    )
    return answer.short if isinstance(answer, Declined) else ", ".join(_granted(answer))


def _granted(answer: Deferral) -> Iterator[str]:
    yield f"by {answer.by}"
    yield from _amounts(
        ("first", answer.pay_now_ore),
        ("fee", answer.fee.amount_ore),
        ("interest", answer.interest.total_ore),
    )


def _plan(question: Question, ruled: Ruled, today: date) -> str:
    assert question.due_date is not None
    answer = judge_plan(
        (ruled.claim,),
        ruled.procedure,
        parts=question.parts,
        first_on=question.due_date,
        today=today,
    )
    if isinstance(answer, Declined):
        return answer.short
    if question.form is Form.PLAN:
        at = f" at {answer.administered_by}" if answer.administered_by != CREDITOR else ""
        return f"by {answer.by}{at}"
    return ", ".join(_in_parts(answer))


def _in_parts(answer: InstallmentPlan) -> Iterator[str]:
    first, last = answer.installments[0], answer.installments[-1]
    yield f"{kronor(first.amount_ore)} last {kronor(last.amount_ore)} {last.due_date}"
    yield from _amounts(
        ("fee", answer.fee.amount_ore),
        ("each notice", answer.notice_fee.amount_ore),
        ("interest", answer.interest.total_ore),
    )


def _amounts(*named: tuple[str, int]) -> Iterator[str]:
    return (f"{name} {kronor(amount_ore)}" for name, amount_ore in named if amount_ore)


def _standing(question: Question, ruled: Ruled, today: date) -> str:
    terms, claim = ruled.procedure.plan, ruled.claim
    granted_on = max(
        (hold.first_day for hold in claim.holds if hold.kind == INSTALLMENT_PLAN), default=None
    )
    if terms is None or question.due_date is None or granted_on is None:
        return "no plan"
    state = follow(
        (claim,),
        terms,
        parts=question.parts,
        first_on=question.due_date,
        granted_on=granted_on,
        today=today,
    )
    what = "all" if state.follows is WhenBroken.WHOLE_DUE else "due"
    broken = f" {state.day} {state.by.value.replace('_', ' ')}" if state.by else ""
    return f"{state.standing.value}{broken}, {what} {kronor(state.due_ore)}"
