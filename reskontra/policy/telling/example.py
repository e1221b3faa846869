"""An example invoice, and what a procedure comes to for it when nobody pays.

    live(procedure, policy, example=Example(due_date=date(2026, 3, 31))) -> Lived(claim, steps, …)

The one rule: the days are the domain's own projection. Where the example does not meet what a step
asks, the step is projected as if it did, and is told to be conditional.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reskontra.domain.assumed import Assumption, assumed
from reskontra.domain.claim import Claim, StepTaken
from reskontra.domain.conditions import TOO_YOUNG, Condition, unmet
from reskontra.domain.ledger import Balance, Sums
from reskontra.domain.party import PartyKind
from reskontra.domain.premises import Ownership, Premises
from reskontra.domain.projection import Projected, project
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.ruling import under_rules
from reskontra.domain.step import PAID, Does, Step

_BILLED_BEFORE = timedelta(days=30)
_LOOKED_AHEAD = timedelta(days=366 * 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The invoice to show a procedure by. Amount in öre."""

    due_date: date
    amount_ore: int = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """What the procedure comes to for the example."""

    claim: Claim
    """The example as the procedure sees it: a small one may have been carried."""
    procedure: Procedure
    """With values of the law assumed to last, where they were needed."""
    steps: tuple[tuple[Projected, bool], ...]
    """Each step to come while nothing is paid, and whether the example meets what it asks."""
    after_paid: tuple[Step, ...]
    """The steps that come when all is paid."""
    assumptions: tuple[Assumption, ...]


def live(procedure: Procedure, policy: Policy, *, example: Example) -> Lived:
    """Let the example be under the procedure, with no campaign on.

    Refuses a due date before the procedure is in force.
    """
    until = example.due_date + _LOOKED_AHEAD
    creditor = policy.creditors[procedure.creditor]
    alone = replace(creditor, procedures=(procedure,), campaigns=())
    lasting, assumptions = assumed(replace(policy, creditors={creditor.code: alone}), until=until)
    (mine,) = lasting.creditors[creditor.code].procedures
    found = [_live(kind, mine, lasting, example) for kind in sorted(mine.scope.kinds)]
    claim, steps = max(found, key=lambda each: sum(met for _, met in each[1]))
    return Lived(
        claim=claim,
        procedure=mine,
        steps=steps,
        after_paid=tuple(step for step in mine.steps if step.after == PAID),
        assumptions=assumptions,
    )


def _live(
    kind: str, procedure: Procedure, policy: Policy, example: Example
) -> tuple[Claim, tuple[tuple[Projected, bool], ...]]:
    claim = _claim(kind, procedure, policy, example)
    today = claim.invoice_date
    claim = under_rules(claim, policy, today=today).claim
    sure = {each.step.name for each in project(claim, procedure, today) if each.day is not None}
    asked = {step.name: step for step in procedure.steps}
    eased = tuple(
        step if step.name in sure else _eased(step)
        for step in procedure.steps
        if step.after != PAID
    )
    steps = project(claim, replace(procedure, steps=eased), today)
    told = (replace(each, step=asked[each.step.name]) for each in steps)
    return claim, tuple(_with_conditions(claim, told))


def _eased(step: Step) -> Step:
    """The step as it is for a claim that meets all it asks, but for the age of the claim."""
    does = Does.CHARGE_FEE if step.does is Does.FEE_INVOICE else step.does
    age = Condition(overdue_at_least=step.only_if.overdue_at_least)
    return replace(step, does=does, only_if=age, unless=None)


def _with_conditions(claim: Claim, steps: Iterator[Projected]) -> Iterator[tuple[Projected, bool]]:
    """Each step, and whether the example meets what it asks when it comes."""
    for each in steps:
        day = each.day or claim.due_date
        failed = unmet(claim, each.step.only_if, day)
        excepted = each.step.unless is not None and unmet(claim, each.step.unless, day) is None
        yield each, not excepted and (failed is None or failed.reason == TOO_YOUNG)
        if each.day is not None:
            claim = claim.with_step(
                StepTaken(name=each.step.name, day=each.day, pay_by=each.pay_by)
            )


def _claim(kind: str, procedure: Procedure, policy: Policy, example: Example) -> Claim:
    scope = procedure.scope
    debtor = next(each for each in PartyKind if each in scope.debtors)
    services = frozenset({_service(kind, procedure, policy)})
    return Claim(
        key=1,
        number="1",
        ocr_number="",
        creditor=procedure.creditor,
        party=1,
        debtor=debtor,
        kind=kind,
        services=services,
        invoice_date=example.due_date - _BILLED_BEFORE,
        due_date=example.due_date,
        sums=_billed(example.amount_ore),
        department=min(scope.departments, default=""),
        facility=min(scope.facilities, default=""),
        premises=_house(procedure),
        marks=frozenset(sorted(scope.marks)[:1]),
    )


def _house(procedure: Procedure) -> Premises | None:
    """A house that the debtor has always owned, where the procedure asks a register of it."""
    if not any(step.by_register for step in procedure.steps):
        return None
    return Premises(code="1", ownerships=(Ownership(first_day=date.min, owners=(1,)),))


def _service(kind: str, procedure: Procedure, policy: Policy) -> str:
    """The service that is billed: that of the same name as the kind, or of the same ground."""
    services = policy.creditors[procedure.creditor].services
    if kind in services:
        return kind
    ground = procedure.grounds[kind]
    alike = [name for name in services if procedure.grounds[name] == ground]
    return next(iter(alike or services))


def _billed(amount_ore: int) -> Sums:
    return Sums(
        balance=Balance(principal_ore=amount_ore),
        billed_ore=amount_ore,
        fee_ore=0,
        interest_ore=0,
        paid_ore=0,
        credited_ore=0,
        withdrawn_ore=0,
        principal_given_up_ore=0,
        written_off=Balance(),
        given_back_ore=0,
        overpaid_ore=0,
        sold_ore=0,
        last_change=None,
    )
