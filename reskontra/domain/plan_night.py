"""What a plan comes to when it is granted, and on each night that something of it is due.

    granted((claim,), procedure, answer, key=7, today=date(2025, 4, 9)) -> Granted: parts, charges
    turn((Ruled(claim, procedure),), today=date(2025, 5, 31))           -> PlanTurn: broken

The interest and the fee of a part are entered before its day, so that what is asked is what is
paid; what was entered too much, since somebody paid early, is given back when all is paid.

The one rule: a plan ends once: paid, broken or cancelled, and on that day its hold ends too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate

from reskontra.domain.agreed import (
    ENDINGS,
    INSTALLMENT_PLAN,
    PLAN_BROKEN,
    Agreed,
    Happened,
    Installment,
    PlanHappening,
    last_day_of,
)
from reskontra.domain.claim import Claim, Clearance, Hold, PrincipalPayment
from reskontra.domain.cost import fee_of_terms, plan_interest
from reskontra.domain.installments import InstallmentPlan, paid_by
from reskontra.domain.interest import Interest
from reskontra.domain.plan_state import PlanState, Standing, standing
from reskontra.domain.rules import Procedure
from reskontra.domain.ruling import Ruled
from reskontra.domain.step import CREDITOR
from reskontra.domain.terms import Fee

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCharge:
    """What is entered on one claim for one part of its plan. Amount in öre."""

    claim: int
    ordinal: int
    fee_ore: int
    interest: Interest

    @property
    def total_ore(self) -> int:
        """The fee and the interest."""
        return self.fee_ore + self.interest.total_ore


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """A plan as it begins."""

    plan: Agreed
    schedule: tuple[Installment, ...]
    """Its parts, with what each is reckoned to cost when all of them come in time."""
    charges: tuple[PlanCharge, ...]
    """Entered at once, with the first part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTurn:
    """What happens to one plan in a night."""

    plan: Agreed
    claims: tuple[Claim, ...]
    """As they were before; the earliest due first."""
    procedure: Procedure
    state: PlanState
    happened: tuple[Happened, ...]
    charges: tuple[PlanCharge, ...] = ()
    given_back: tuple[tuple[int, int], ...] = ()
    """Claim and öre: interest entered before its time, and paid."""

    @property
    def ending(self) -> PlanHappening | None:
        """How the plan ends in the night, if it does."""
        return next((kind for kind, _ in self.happened if kind in ENDINGS), None)

    @property
    def called(self) -> tuple[int, ...]:
        """The parts that are given notice of, where the terms say so."""
        assert self.plan.terms is not None
        if self.plan.terms.notice is None:
            return ()
        return tuple(part for kind, part in self.happened if kind is PlanHappening.CALLED)


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of a plan in the order that its money pays them: the earliest due first."""
    return tuple(sorted(claims, key=lambda each: (each.due_date, each.key)))


def granted(
    claims: Sequence[Claim], procedure: Procedure, answer: InstallmentPlan, *, key: int, today: date
) -> Granted:
    """The plan that `judge_plan` has said yes to, as it begins today."""
    claims, terms = in_order(claims), procedure.plan
    assert terms is not None
    bare = tuple(replace(each, fee_ore=0) for each in answer.installments)
    plan = Agreed(
        key=key,
        digest=procedure.digest,
        granted_on=today,
        installments=bare,
        administered_by=answer.administered_by,
        terms=terms,
    )
    if not plan.followed:
        return Granted(plan=plan, schedule=answer.installments, charges=())
    ours = tuple(each for each in (terms.fee, terms.notice_fee) if _is_ours(each))
    fee_ore = sum(fee_of_terms(each, claims, procedure, today).amount_ore for each in ours)
    with_plan = [replace(each, plans=(*each.plans, plan)) for each in claims]
    ruled = [Ruled(each, procedure) for each in with_plan]
    charges = tuple(_charges(ruled, plan, bare[0], fee_ore, until=bare[0].due_date))
    return Granted(
        plan=with_charges(plan, charges),
        schedule=_schedule(claims, procedure, plan, answer.installments),
        charges=charges,
    )


def _is_ours(fee: Fee | None) -> bool:
    return fee is not None and fee.charged_by == CREDITOR


def _schedule(
    claims: Sequence[Claim], procedure: Procedure, plan: Agreed, parts: Sequence[Installment]
) -> tuple[Installment, ...]:
    """The parts with the interest that each is reckoned to carry."""
    of_part: defaultdict[int, int] = defaultdict(int)
    for claim, payments in paid_by(claims, procedure, parts):
        money = tuple(PrincipalPayment(value_date=day, amount_ore=ore) for day, ore in payments)
        imagined = replace(
            claim,
            plans=(*claim.plans, plan),
            principal_payments=(*claim.principal_payments, *money),
        )
        charged_ore = 0
        for part in parts:
            if plan.bears_interest(part.ordinal):
                interest = plan_interest(imagined, procedure, plan, until=part.due_date)
                added_ore = max(0, interest.accrued_ore - charged_ore)
                of_part[part.ordinal] += added_ore
                charged_ore += added_ore
    return tuple(replace(each, interest_ore=of_part[each.ordinal]) for each in parts)


def turns(ruled: Iterable[Ruled], *, today: date) -> Iterator[PlanTurn]:
    """What happens tonight to each plan that these claims are in; every claim of it is here."""
    of_plan: defaultdict[int, list[Ruled]] = defaultdict(list)
    for each in ruled:
        plan = each.claim.plan
        if plan is not None and plan.terms is not None:
            of_plan[plan.key].append(each)
    for mine in of_plan.values():
        if not (_mine(mine[0]).followed or all(each.claim.settled for each in mine)):
            # An agency follows its own plans; we only see when all is paid.
            continue
        found = turn(sorted(mine, key=lambda each: (each.claim.due_date, each.claim.key)), today)
        if found.happened:
            yield found


def turn(ruled: Sequence[Ruled], today: date) -> PlanTurn:
    """What happens tonight to the plan of these claims; the earliest due comes first."""
    claims, procedure = tuple(each.claim for each in ruled), ruled[0].procedure
    plan = claims[0].plan
    assert plan is not None
    state = standing(claims, plan, today=today)
    if state.standing is Standing.BROKEN:
        ended: tuple[Happened, ...] = ((PlanHappening.BROKEN, 0),)
        return PlanTurn(plan=plan, claims=claims, procedure=procedure, state=state, happened=ended)
    if state.standing is Standing.PAID:
        return _paid(ruled, plan, state, today)
    happened = tuple(_of_parts(claims, plan, state, today))
    charges: list[PlanCharge] = []
    for part in plan.installments:
        if (PlanHappening.CALLED, part.ordinal) in happened:
            fee_ore = _notice_fee(ruled, plan, today)
            charges += _charges(ruled, plan, part, fee_ore, until=part.due_date, so_far=charges)
    return PlanTurn(
        plan=plan,
        claims=claims,
        procedure=procedure,
        state=state,
        happened=happened,
        charges=tuple(charges),
    )


def _paid(ruled: Sequence[Ruled], plan: Agreed, state: PlanState, today: date) -> PlanTurn:
    """It ends; but interest that was to come with a later part is asked for first.

    Of what we have given up no interest is asked for, and none of it was the payer's to get back.
    """
    claims, procedure = tuple(each.claim for each in ruled), ruled[0].procedure
    ruled = [each for each in ruled if not _given_up(each.claim)]
    last = plan.installments[-1]
    charges: tuple[PlanCharge, ...] = ()
    call: Happened = (PlanHappening.CALLED, last.ordinal)
    asks = plan.followed and plan.bears_interest(last.ordinal) and plan.is_called(last)
    if asks and call not in plan.happened:
        charges = tuple(_charges(ruled, plan, last, 0, until=today))
    if charges:
        return PlanTurn(
            plan=plan,
            claims=claims,
            procedure=procedure,
            state=state,
            happened=(call,),
            charges=charges,
        )
    over = (
        (each.claim.key, plan_interest(each.claim, each.procedure, _mine(each), until=today))
        for each in ruled
        if plan.followed
    )
    return PlanTurn(
        plan=plan,
        claims=claims,
        procedure=procedure,
        state=state,
        happened=((PlanHappening.ENDED, 0),),
        given_back=tuple((key, it.too_much_ore) for key, it in over if it.too_much_ore),
    )


def _given_up(claim: Claim) -> bool:
    return bool(claim.sums.withdrawn_ore or claim.sums.written_off.total_ore)


def _mine(ruled: Ruled) -> Agreed:
    """The plan as this claim knows it, with what has been entered on it."""
    return ruled.claim.plans[-1]


def _of_parts(
    claims: Sequence[Claim], plan: Agreed, state: PlanState, today: date
) -> Iterator[Happened]:
    """What happens to its parts: paid, late, or their turn has come."""
    paid_ore = sum(ore for claim in claims for _, ore in claim.plans[-1].lowered)
    sums = accumulate(each.total_ore for each in plan.installments)
    for part, sum_ore in zip(plan.installments, sums, strict=True):
        kept, late = (PlanHappening.KEPT, part.ordinal), (PlanHappening.LATE, part.ordinal)
        called = (PlanHappening.CALLED, part.ordinal)
        if kept in plan.happened:
            continue
        if paid_ore >= sum_ore:
            yield kept
            continue
        if plan.is_called(part) and called not in plan.happened and plan.called_on(part) <= today:
            yield called
        if state.standing is Standing.LATE and part.due_date < today and late not in plan.happened:
            yield late


def _notice_fee(ruled: Sequence[Ruled], plan: Agreed, today: date) -> int:
    assert plan.terms is not None
    if plan.terms.notice is None or not _is_ours(plan.terms.notice_fee):
        return 0
    claims = [each.claim for each in ruled]
    return fee_of_terms(plan.terms.notice_fee, claims, ruled[0].procedure, today).amount_ore


def _charges(
    ruled: Sequence[Ruled],
    plan: Agreed,
    part: Installment,
    fee_ore: int,
    *,
    until: date,
    so_far: Sequence[PlanCharge] = (),
) -> Iterator[PlanCharge]:
    """The fee on the first claim that is owed, and each claim's interest to the part's day."""
    owed = [each.claim.key for each in ruled if not each.claim.settled]
    for each in ruled:
        claim = each.claim
        charged_ore = claim.plans[-1].charged_ore
        charged_ore += sum(it.interest.total_ore for it in so_far if it.claim == claim.key)
        mine = replace(claim.plans[-1], charged_ore=charged_ore)
        interest = Interest(rows=(), accrued_ore=0)
        if plan.bears_interest(part.ordinal):
            interest = plan_interest(claim, each.procedure, mine, until=until)
        charge = PlanCharge(
            claim=claim.key,
            ordinal=part.ordinal,
            fee_ore=fee_ore if claim.key in owed[:1] else 0,
            interest=interest,
        )
        if charge.total_ore:
            yield charge


def with_charges(plan: Agreed, charges: Iterable[PlanCharge]) -> Agreed:
    """The plan when these have been entered: what its parts come to."""
    fees: defaultdict[int, int] = defaultdict(int)
    interest: defaultdict[int, int] = defaultdict(int)
    for each in charges:
        fees[each.ordinal] += each.fee_ore
        interest[each.ordinal] += each.interest.total_ore
    parts = (
        replace(
            each,
            fee_ore=each.fee_ore + fees[each.ordinal],
            interest_ore=each.interest_ore + interest[each.ordinal],
        )
        for each in plan.installments
    )
    return replace(plan, installments=tuple(parts))


def after_turn(claim: Claim, turned: PlanTurn, *, today: date) -> Claim:
    """The claim when the turn has been taken; what was entered on it is not counted here."""
    mine = claim.plans[-1]
    charged_ore = sum(each.interest.total_ore for each in turned.charges if each.claim == claim.key)
    plan = with_charges(
        replace(
            mine,
            happened=mine.happened | set(turned.happened),
            charged_ore=mine.charged_ore + charged_ore,
        ),
        turned.charges,
    )
    claim = replace(claim, plans=(*claim.plans[:-1], plan))
    if turned.ending is None:
        return claim
    claim = ended(claim, turned.ending, today=today)
    if turned.ending is PlanHappening.BROKEN:
        found = Clearance(kind=PLAN_BROKEN, day=today)
        claim = replace(claim, clearances=(*claim.clearances, found))
    return claim


def begun(claim: Claim, plan: Agreed, charges: Iterable[PlanCharge], *, reason: str) -> Claim:
    """The claim under the plan from the day that it was granted, with the plan's hold."""
    charged_ore = sum(each.interest.total_ore for each in charges if each.claim == claim.key)
    hold = Hold(kind=INSTALLMENT_PLAN, first_day=plan.granted_on, last_day=None, reason=reason)
    mine = replace(plan, charged_ore=charged_ore)
    return replace(claim, plans=(*claim.plans, mine), holds=(*claim.holds, hold))


def ended(claim: Claim, ending: PlanHappening, *, today: date) -> Claim:
    """The claim when its plan ends today, and its hold with it: today is no longer held."""
    plan = replace(claim.plans[-1], last_day=last_day_of(ending, today=today))
    last_day, holds = today - _ONE_DAY, []
    for hold in claim.holds:
        of_plan = hold.kind == INSTALLMENT_PLAN and hold.first_day == plan.granted_on
        if not of_plan or hold.last_day is not None:
            holds.append(hold)
        elif hold.first_day <= last_day:
            holds.append(replace(hold, last_day=last_day))
    return replace(claim, plans=(*claim.plans[:-1], plan), holds=tuple(holds))
