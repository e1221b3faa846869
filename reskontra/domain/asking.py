"""What a citizen may ask for about an invoice, and whether the rules alone can say yes.

    time_offered(claim, procedure, today=today)          -> the last day they may choose, or None
    parts_offered(claim, procedure, today=today)         -> (2, 3, 4): how many parts
    unusually_high(billed_ore=…, earlier_ore=…, rule=…)  -> True: more than twice the usual

The one rule: nothing is offered that the procedure's terms would refuse whoever asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from statistics import median

from reskontra.domain.claim import Claim
from reskontra.domain.deferral import Deferral, judge_deferral, last_day_of
from reskontra.domain.installments import InstallmentPlan, judge_plan, usual_first_day
from reskontra.domain.rules import HighRule, Procedure

SELF_SERVICE = "self_service"


class AskedFor(StrEnum):
    """What may be asked for."""

    DEFERRAL = "deferral"
    PLAN = "plan"
    PAYMENT_REPORTED = "payment_reported"
    """A payment is under way."""
    OBJECTION = "objection"
    """The invoice is wrong, in whole or in part."""


class Answered(StrEnum):
    """What came of it."""

    GRANTED = "granted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    """By the citizen, before anybody had answered."""


def unusually_high(*, billed_ore: int, earlier_ore: Sequence[int], rule: HighRule) -> bool:
    """Whether an invoice is far above the recipient's own earlier ones of the kind."""
    if len(earlier_ore) < rule.earlier_at_least:
        return False
    usual_ore = int(median(earlier_ore))
    return billed_ore * 100 > usual_ore * rule.percent and billed_ore >= usual_ore + rule.above_ore


def is_high(claim: Claim, *, earlier_ore: Sequence[int], rule: HighRule) -> bool:
    """Whether what was rightly billed is far above what the recipient was billed before."""
    billed_ore = claim.principal_owed_from_start_ore()
    return unusually_high(billed_ore=billed_ore, earlier_ore=earlier_ore, rule=rule)


def time_offered(claim: Claim, procedure: Procedure, *, today: date) -> date | None:
    """The last day until which the invoice may wait, if it may at all."""
    terms = procedure.deferral
    if terms is None or claim.plan is not None:
        return None
    until = last_day_of(claim, terms, today=today)
    answer = judge_deferral(claim, procedure, until=until, today=today)
    return until if isinstance(answer, Deferral) else None


def parts_offered(claim: Claim, procedure: Procedure, *, today: date) -> tuple[int, ...]:
    """In how many parts the invoice may be paid, the first on its usual day; none if in none."""
    terms = procedure.plan
    if terms is None or claim.settled or claim.plan is not None:
        return ()
    first_on = usual_first_day([claim], terms, today=today)
    answers = (
        (parts, judge_plan((claim,), procedure, parts=parts, first_on=first_on, today=today))
        for parts in range(2, terms.parts_at_most + 1)
    )
    return tuple(parts for parts, answer in answers if isinstance(answer, InstallmentPlan))
