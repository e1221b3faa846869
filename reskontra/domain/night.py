"""A night: what the claims of some parties come to on a day.

    plan([Loaded(claim, look_on), ...], policy=policy, today=date(2025, 4, 9)) -> Plan

Each claim is assessed, does what it is to do, and is assessed again until nothing is left to do
today; so a claim that is written off is not also reminded. Letters are joined afterwards.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from reskontra.domain.calendar import next_banking_day
from reskontra.domain.claim import Claim, StepTaken
from reskontra.domain.dunning import (
    NOT_CONCERNED,
    SETTLED,
    Act,
    Bundle,
    Outcome,
    Stopped,
    Wait,
    assess,
    bundle,
    interest_on,
    next_look,
    pay_by_day,
)
from reskontra.domain.interest import Interest
from reskontra.domain.ledger import Balance
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Does, Policy, Procedure, Step

_QUIET = frozenset({SETTLED, NOT_CONCERNED})


@dataclass(frozen=True, slots=True)
class Loaded:
    """A claim, and the day that was set for looking at it."""

    claim: Claim
    next_look_on: date | None


class NoProcedure(Refused):
    """No procedure of {creditor} takes invoice {number} of kind {kind} due {due_date}.

    Let a procedure file name the kind, valid from that day or earlier.
    """

    swedish = (
        "Ingen rutin hos {creditor} gäller för faktura {number} av typen {kind} som förfaller "
        "{due_date}. Låt en rutin ange typen, giltig från den dagen eller tidigare."
    )


@dataclass(frozen=True, slots=True)
class Taken:
    """A step taken for a claim, by a procedure. `claim` is as it was before."""

    claim: Claim
    step: Step
    procedure: Procedure
    pay_by: date | None


@dataclass(frozen=True, slots=True)
class InterestDue:
    """Late interest to be invoiced."""

    taken: Taken
    interest: Interest
    due_date: date


@dataclass(slots=True)
class Plan:
    """Everything that one chunk of parties comes to."""

    selected: int = 0
    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    taken: list[Taken] = field(default_factory=list)
    bundles: list[Bundle] = field(default_factory=list)
    interest: list[InterestDue] = field(default_factory=list)
    looks: dict[int, date | None] = field(default_factory=dict)
    """Invoice -> the day to look at it next."""


def plan(loaded: Sequence[Loaded], *, policy: Policy, today: date) -> Plan:
    """Assess the claims that are due to be looked at, party by party."""
    result = Plan()
    by_party: defaultdict[int, list[Loaded]] = defaultdict(list)
    for each in loaded:
        by_party[each.claim.party].append(each)
    for mine in by_party.values():
        _plan_party(result, mine, policy, today)
    return result


def _plan_party(result: Plan, mine: Sequence[Loaded], policy: Policy, today: date) -> None:
    letters: list[tuple[Claim, Step]] = []
    for each in mine:
        if each.next_look_on is None or each.next_look_on > today:
            continue
        claim = each.claim
        procedure = procedure_of(claim, policy)
        acts, outcomes = _live(claim, procedure, today)
        result.selected += 1
        result.outcomes[_category(acts, outcomes)] += 1
        result.looks[claim.key] = next_look(outcomes, today=today)
        for taken in acts:
            result.taken.append(taken)
            if taken.step.does is Does.LETTER:
                letters.append((taken.claim, taken.step))
            elif taken.step.does is Does.INTEREST_INVOICE:
                result.interest.append(_interest_due(taken, today))
    if letters:
        result.bundles.extend(bundle(letters, [each.claim for each in mine], today))


def procedure_of(claim: Claim, policy: Policy) -> Procedure:
    """The procedure in force for the claim; refused when there is none."""
    procedure = policy.creditors[claim.creditor].procedure_for(
        kind=claim.kind, debtor=claim.debtor, due_date=claim.due_date
    )
    if procedure is None:
        raise NoProcedure(
            creditor=claim.creditor, number=claim.number, kind=claim.kind, due_date=claim.due_date
        )
    return procedure


def _live(
    claim: Claim, procedure: Procedure, today: date
) -> tuple[list[Taken], tuple[Outcome, ...]]:
    """Take the steps that are to be taken today, one after another."""
    acts: list[Taken] = []
    while True:
        outcomes = assess(claim, procedure, today)
        act = next((each for each in outcomes if isinstance(each, Act)), None)
        if act is None:
            return acts, outcomes
        taken = Taken(claim, act.step, procedure, pay_by_day(act.step, day=today))
        acts.append(taken)
        claim = _after(claim, taken, today)


def _after(claim: Claim, taken: Taken, today: date) -> Claim:
    step, sums = taken.step, claim.sums
    if step.does is Does.WRITE_OFF:
        sums = replace(sums, balance=Balance(), last_change=today)
    elif step.fee is not None:
        sums = replace(sums, balance=sums.balance.plus_fee(step.fee.amount_ore))
    now = StepTaken(name=step.name, day=today, pay_by=taken.pay_by)
    return replace(claim, steps_taken=(*claim.steps_taken, now), sums=sums)


def _interest_due(taken: Taken, today: date) -> InterestDue:
    terms, paid_date = taken.procedure.interest, taken.claim.paid_date
    assert terms is not None
    assert paid_date is not None
    return InterestDue(
        taken,
        interest_on(taken.claim, terms, until=paid_date),
        next_banking_day(terms.pay_within.after(today)),
    )


def _category(acts: Sequence[Taken], outcomes: Iterable[Outcome]) -> tuple[str, str]:
    """What became of a claim in one pair of words: it is counted once."""
    if acts:
        return "acted", acts[0].step.name
    stopped = [each for each in outcomes if isinstance(each, Stopped)]
    held = next((each.by[0] for each in stopped if not _QUIET & set(each.by)), None)
    waits = [each for each in outcomes if isinstance(each, Wait)]
    if held is not None:
        return "stopped", held
    if waits:
        soonest = min(waits, key=lambda wait: wait.until or date.max)
        return "waiting", soonest.step.name
    return "stopped", stopped[0].by[0] if stopped else "done"


def looks_with_changes(result: Plan) -> Mapping[int, tuple[int, date | None]]:
    """Invoice -> (öre added to what is left, day to look next), for all that was selected."""
    added: Counter[int] = Counter()
    for taken in result.taken:
        if taken.step.fee is not None:
            added[taken.claim.key] += taken.step.fee.amount_ore
        if taken.step.does is Does.WRITE_OFF:
            added[taken.claim.key] -= taken.claim.open_ore
    return {key: (added[key], look) for key, look in result.looks.items()}
