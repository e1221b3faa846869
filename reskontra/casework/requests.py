"""Requests that citizens have made in the portal are answered: by rule, or by a person.

    answer_by_rule(policy=policy, today=today)                   -> how many were answered
    grant(cursor, row, by="A. Ek", reason="", policy=..., today=...)
    decline(cursor, row, by="A. Ek", reason="för sent", today=...)

The one rule: what the terms leave to the debtor's own choice is granted before the night acts;
everything else waits for a person.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import Any

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework import deferrals, dispute, installment_plan
from reskontra.domain.asking import SELF_SERVICE, Answered, AskedFor
from reskontra.domain.assumed import rates_lasting
from reskontra.domain.claim import Claim
from reskontra.domain.deferral import judge_deferral
from reskontra.domain.disputing import DISPUTE
from reskontra.domain.installments import judge_plan
from reskontra.domain.reasons import Declined
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import Ruled, under_rules
from reskontra.records import as_of, disputes, requests, steps
from reskontra.records.requests import AnsweredBefore, RequestRow
from reskontra.records.steps import NewHold


class NeedsADecision(Refused):
    """An objection is answered with what comes of it, at the desk: answer_objection."""

    swedish = "En invändning besvaras med vad det blir av den, vid skrivbordet: answer_objection."


def answer_by_rule(*, policy: Policy, today: date) -> int:
    """Grant what the rules leave to the debtor's own choice; how many were granted."""
    with connections["default"].cursor() as cursor:
        waiting = requests.requests_waiting(cursor)
    lasting = rates_lasting(policy, until=date.max) if waiting else policy
    return sum(_by_rule(row, policy, lasting, today) for row in waiting)


def _by_rule(row: RequestRow, policy: Policy, lasting: Policy, today: date) -> bool:
    """Whether it was granted; one that its sender withdrew meanwhile was not."""
    with suppress(AnsweredBefore), transaction.atomic(), connections["default"].cursor() as cursor:
        if not _own_choice(_ruled(cursor, row, lasting, today), row, today):
            return False
        grant(cursor, row, by=SELF_SERVICE, reason="", policy=policy, today=today)
        return True
    return False


def _ruled(cursor: CursorWrapper, row: RequestRow, lasting: Policy, today: date) -> Ruled:
    wanted = as_of.Wanted.invoices([row.invoice], asking=tuple(lasting.creditors))
    claim = as_of.load(cursor, wanted)[0].claim
    return under_rules(claim, lasting, today=today)


def _own_choice(ruled: Ruled, row: RequestRow, today: date) -> bool:
    """Whether the terms let the debtor decide it."""
    claim, procedure = ruled.claim, ruled.procedure
    match row.kind:
        case AskedFor.DEFERRAL if row.until is not None:
            deferral = judge_deferral(claim, procedure, until=row.until, today=today)
            if isinstance(deferral, Declined):
                return False
            return deferral.by == SELF_SERVICE and deferral.pay_now_ore == 0
        case AskedFor.PLAN if row.parts is not None and row.first_on is not None:
            plan = judge_plan(
                (claim,), procedure, parts=row.parts, first_on=row.first_on, today=today
            )
            return not isinstance(plan, Declined) and plan.by == SELF_SERVICE
        case AskedFor.PAYMENT_REPORTED:
            return not claim.settled and not _reported_before(claim)
        case _:
            return False


def _reported_before(claim: Claim) -> bool:
    return any(hold.kind == AskedFor.PAYMENT_REPORTED for hold in claim.holds)


def grant(
    cursor: CursorWrapper,
    row: RequestRow,
    *,
    by: str,
    reason: str,
    policy: Policy,
    today: date,
) -> None:
    """Do what was asked for, and answer it; refuses what the terms do not give."""
    if row.outcome is not None:
        raise AnsweredBefore(number=row.number)
    why = reason or row.text or "begärt i portalen"
    match row.kind:
        case AskedFor.DEFERRAL:
            assert row.until is not None
            ask = deferrals.Ask(invoice=row.invoice, until=row.until, reason=why, by=by)
            deferrals.grant(cursor, ask, policy=policy, today=today)
        case AskedFor.PLAN:
            assert row.parts is not None
            assert row.first_on is not None
            installment_plan.grant(
                cursor,
                invoices=[row.invoice],
                parts=row.parts,
                first_on=row.first_on,
                agreed_on=row.day,
                reason=why,
                by=by,
                policy=policy,
                today=today,
            )
        case AskedFor.PAYMENT_REPORTED:
            _wait_for_money(cursor, row, why, by, policy, today)
        case AskedFor.OBJECTION:
            raise NeedsADecision
    requests.answer(cursor, row, outcome=Answered.GRANTED, reason=reason, by=by, day=today)


class Found(StrEnum):
    """What comes of an objection."""

    TRIED = "tried"
    """What is objected to waits while it is looked into."""
    NOTHING = "nothing"
    """It is wrong: all is to be paid."""
    PART = "part"
    ALL = "all"
    """It is right: a part, or all that it is about, need not be paid."""


def answer_objection(
    cursor: CursorWrapper,
    row: RequestRow,
    *,
    found: Found,
    amount_ore: int | None,
    by: str,
    reason: str,
    policy: Policy,
    today: date,
) -> None:
    """Answer an objection and do what comes of it, as one decision.

    `amount_ore` is the part that is tried, or that is upheld; None is as much as was objected to.
    An invoice that is disputed already is settled.
    """
    if row.outcome is not None:
        raise AnsweredBefore(number=row.number)
    disputed = disputes.open_hold(cursor, invoice=row.invoice, kind=DISPUTE) is not None
    decided: Any = {"invoice": row.invoice, "reason": reason, "by": by}
    if found is not Found.NOTHING and not disputed:
        tried_ore = amount_ore if found is Found.TRIED and amount_ore else row.amount_ore
        dispute.dispute(cursor, amount_ore=tried_ore, policy=policy, today=today, **decided)
        disputed = True
    if found is not Found.TRIED and disputed:
        upheld_ore = {Found.NOTHING: 0, Found.PART: amount_ore or 0, Found.ALL: None}[found]
        dispute.settle_dispute(cursor, upheld_ore=upheld_ore, policy=policy, today=today, **decided)
    outcome = Answered.DECLINED if found is Found.NOTHING else Answered.GRANTED
    requests.answer(cursor, row, outcome=outcome, reason=reason, by=by, day=today)


def _wait_for_money(
    cursor: CursorWrapper, row: RequestRow, why: str, by: str, policy: Policy, today: date
) -> None:
    """Steps wait as long as a payment takes to be registered."""
    within = policy.creditors[row.creditor].portal.payment_registered_within
    paid_on = max(row.until or today, today)
    hold = NewHold(
        party=row.party,
        invoice=row.invoice,
        kind=AskedFor.PAYMENT_REPORTED.value,
        first_day=today,
        last_day=within.after(min(paid_on, within.after(today))),
        reason=why,
        decided_by=by,
    )
    steps.add_hold(cursor, hold)


def decline(cursor: CursorWrapper, row: RequestRow, *, by: str, reason: str, today: date) -> None:
    """Say no, with the reason that the citizen reads."""
    if row.outcome is not None:
        raise AnsweredBefore(number=row.number)
    requests.answer(cursor, row, outcome=Answered.DECLINED, reason=reason, by=by, day=today)
