"""A night: what the claims of some parties come to on a day.

    plan([Loaded(claim, look_on), ...], policy=policy, today=date(2025, 4, 9)) -> Plan

Each claim is assessed, does what it is to do, and is assessed again until nothing is left to do
today; so a claim that is written off is not also reminded. Letters are joined afterwards.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from reskontra.domain.assumed import rates_lasting
from reskontra.domain.bundling import Bundle, bundle
from reskontra.domain.calendar import Span, next_banking_day
from reskontra.domain.claim import Claim, StepTaken
from reskontra.domain.conditions import NOT_CONCERNED, PARTY
from reskontra.domain.cost import fee_due, interest_on
from reskontra.domain.dunning import (
    NEEDS,
    SETTLED,
    Act,
    Outcome,
    Stopped,
    Wait,
    assess_until_act,
    next_look,
    opens_on,
    pay_by_day,
)
from reskontra.domain.enforcement import FOUND_BY_AUTHORITY
from reskontra.domain.interest import Interest
from reskontra.domain.ledger import Balance, Sums
from reskontra.domain.part_apart import PartDue, parts_due, without_part
from reskontra.domain.plan_night import PlanTurn, after_turn, turns
from reskontra.domain.proposal import Proposal, propose
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.ruling import Ruled, due_when_broken, under_rules
from reskontra.domain.step import Does, Step
from reskontra.domain.terms import CostKind

_QUIET = frozenset({SETTLED, NOT_CONCERNED, PARTY})
INTEREST_PREFIX = "R"
FEE_PREFIX = "F"
_TIME_TO_PAY_A_FEE = Span.parse("30 days")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A claim, and the day that was set for looking at it."""

    claim: Claim
    next_look_on: date | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A step taken for a claim, by a procedure. `claim` is as it was before."""

    claim: Claim
    step: Step
    procedure: Procedure
    pay_by: date | None
    fee_ore: int = 0
    """What the step costs the claim, or is billed by it."""
    interest: Interest | None = None
    """Late interest that the step enters on the claim."""
    costs: tuple[tuple[CostKind, int], ...] = ()
    """What an application adds to the claim, in öre."""
    proposal: Proposal | None = None
    """The course that the step proposes."""

    @property
    def interest_ore(self) -> int:
        """The late interest entered on the claim, in öre."""
        return 0 if self.interest is None else self.interest.total_ore

    @property
    def fee_on_claim_ore(self) -> int:
        """The fee entered on the claim itself, in öre."""
        return 0 if self.step.does is Does.FEE_INVOICE else self.fee_ore

    @property
    def costs_ore(self) -> int:
        """What an application adds to the claim in all, in öre."""
        return sum(amount_ore for _, amount_ore in self.costs)

    @property
    def added_ore(self) -> int:
        """What the step adds to what is owed of the claim, in öre."""
        return self.fee_on_claim_ore + self.interest_ore + self.costs_ore

    @property
    def left(self) -> Balance:
        """What is owed of the claim once the step has added to it."""
        fee_ore = self.fee_on_claim_ore + self.costs_ore
        balance = self.claim.sums.balance
        return balance.plus(fee_ore=fee_ore, interest_ore=self.interest_ore)

    @property
    def sold(self) -> Balance:
        """What an agency takes over as its own: all that is left, when the step transfers it."""
        return self.left if self.step.transfers_claim else Balance()

    @property
    def again(self) -> bool:
        """Whether the claim has been through the step before: it goes to the agency once more."""
        return self.claim.taken(self.step.name) is not None

    @property
    def written_down_ore(self) -> int:
        """What the books write down, in öre: all that is left when the step is taken."""
        return self.claim.open_ore if self.step.does is Does.WRITE_DOWN else 0


@dataclass(frozen=True, slots=True)
class InterestDue:
    """Late interest to be invoiced."""

    taken: Taken
    interest: Interest
    due_date: date

    @property
    def number(self) -> str:
        """The number of the invoice to be: that of the one paid late, after a letter."""
        return f"{INTEREST_PREFIX}{self.taken.claim.number}{_anew(self.taken)}"


@dataclass(frozen=True, slots=True)
class FeeDue:
    """A fee to be invoiced by itself."""

    taken: Taken
    due_date: date

    @property
    def number(self) -> str:
        """The number of the invoice to be; a procedure's second such fee ends it with -2."""
        procedure, step = self.taken.procedure, self.taken.step
        billing = [each.name for each in procedure.steps if each.does is Does.FEE_INVOICE]
        place = billing.index(step.name) + 1
        which = f"-{place}" if place > 1 else ""
        return f"{FEE_PREFIX}{self.taken.claim.number}{which}{_anew(self.taken)}"


def _anew(taken: Taken) -> str:
    """What ends the number of an invoice whose step has been undone before: /2, /3 …"""
    times = len(taken.claim.undone(taken.step.name))
    return f"/{times + 1}" if times else ""


@dataclass(slots=True)
class Plan:
    """Everything that one chunk of parties comes to."""

    selected: int = 0
    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    taken: list[Taken] = field(default_factory=list)
    bundles: list[Bundle] = field(default_factory=list)
    interest: list[InterestDue] = field(default_factory=list)
    fees: list[FeeDue] = field(default_factory=list)
    parts: list[PartDue] = field(default_factory=list)
    turns: list[PlanTurn] = field(default_factory=list)
    """What happens to installment plans."""
    looks: dict[int, date | None] = field(default_factory=dict)
    """Invoice -> the day to look at it next."""
    needs: dict[int, str] = field(default_factory=dict)
    """Invoice -> the findings that a step of it waits for and nothing else, with spaces between."""


def plan(loaded: Sequence[Loaded], *, policy: Policy, today: date) -> Plan:
    """Assess the claims that are due to be looked at, party by party.

    Of a party with something due, those that depend on its other claims are assessed too.
    """
    result = Plan()
    by_party: defaultdict[int, list[Loaded]] = defaultdict(list)
    for each in loaded:
        by_party[each.claim.party].append(each)
    for mine in by_party.values():
        _plan_party(result, mine, policy, today)
    return result


def _plan_party(result: Plan, mine: Sequence[Loaded], policy: Policy, today: date) -> None:
    mine = [_part_company(result, each, today) for each in mine]
    ruled = {each.claim.key: under_rules(each.claim, policy, today=today) for each in mine}
    turned = _turn_plans(result, mine, ruled, policy, today)
    letters: list[tuple[Claim, Step]] = []
    taken_before = len(result.taken)
    for each in mine:
        key = each.claim.key
        if key in turned or _is_due(each, ruled[key].procedure, today):
            letters += _plan_claim(result, ruled[each.claim.key], today)
    if len(result.taken) > taken_before:
        _look_again_tomorrow(result, ruled.values(), today)
    if letters:
        claims = [each.claim for each in ruled.values()]
        result.bundles.extend(bundle(letters, claims, today))


def _part_company(result: Plan, loaded: Loaded, today: date) -> Loaded:
    """Let the parts that are to be billed apart leave the claim."""
    if loaded.next_look_on is None or loaded.next_look_on > today:
        return loaded
    claim = loaded.claim
    for due in parts_due(claim, today=today):
        result.parts.append(due)
        claim = without_part(claim, due.hold, due.amount_ore, day=today)
    return loaded if claim is loaded.claim else replace(loaded, claim=claim)


def _turn_plans(
    result: Plan,
    mine: Sequence[Loaded],
    ruled: dict[int, Ruled],
    policy: Policy,
    today: date,
) -> set[int]:
    """Let the party's plans go on, and its claims stand as they then do; those of such plans."""
    turned: set[int] = set()
    plans = [(each.claim, plan) for each in mine if (plan := each.claim.plan) is not None]
    if not plans:
        return turned
    # What a part costs is asked for before its day, so the rates of days to come are assumed.
    last = max(plan.installments[-1].due_date for _, plan in plans)
    lasting = rates_lasting(policy, until=last)
    seen = [under_rules(claim, lasting, today=today) for claim, _ in plans]
    for each in turns(seen, today=today):
        result.turns.append(each)
        for claim in each.claims:
            charged = [charge for charge in each.charges if charge.claim == claim.key]
            fee_ore = sum(charge.fee_ore for charge in charged)
            interest_ore = sum(charge.interest.total_ore for charge in charged)
            after = due_when_broken(after_turn(claim, each, today=today))
            after = replace(after, sums=_with_added(after.sums, fee_ore, interest_ore))
            ruled[claim.key] = replace(ruled[claim.key], claim=after)
            turned.add(claim.key)
    return turned


def _with_added(sums: Sums, fee_ore: int, interest_ore: int) -> Sums:
    return replace(
        sums,
        balance=sums.balance.plus(fee_ore=fee_ore, interest_ore=interest_ore),
        fee_ore=sums.fee_ore + fee_ore,
        interest_ore=sums.interest_ore + interest_ore,
    )


def looks_next(claim: Claim, outcomes: Iterable[Outcome], *, today: date) -> date | None:
    """The first day after today on which a step, or its plan, may come to something new."""
    days = [next_look(outcomes, today=today)]
    if claim.plan is not None:
        days.append(claim.plan.next_day(today=today, others=claim.dealings.invoices))
    return min((day for day in days if day is not None), default=None)


def _look_again_tomorrow(result: Plan, ruled: Iterable[Ruled], today: date) -> None:
    """A step taken for one claim may be what another of the party's claims depends on."""
    for each in ruled:
        if each.procedure.asks_party and each.claim.key in result.looks:
            result.looks[each.claim.key] = today + timedelta(days=1)


def _is_due(loaded: Loaded, procedure: Procedure, today: date) -> bool:
    """Its day has come, or something about the party may have changed."""
    day = loaded.next_look_on
    return (day is not None and day <= today) or procedure.asks_party


def _plan_claim(result: Plan, ruled: Ruled, today: date) -> list[tuple[Claim, Step]]:
    """Let the claim do what it is to do; the letters that it is to be in."""
    letters = []
    acts, outcomes = _live(ruled.claim, ruled.procedure, today)
    result.selected += 1
    result.outcomes[_category(acts, outcomes)] += 1
    result.looks[ruled.claim.key] = looks_next(ruled.claim, outcomes, today=today)
    needed = needed_by(outcomes)
    if needed:
        result.needs[ruled.claim.key] = needed
    for taken in acts:
        result.taken.append(taken)
        match taken.step.does:
            case Does.LETTER:
                letters.append((taken.claim, taken.step))
            case Does.INTEREST_INVOICE:
                result.interest.append(_interest_due(taken, today))
            case Does.FEE_INVOICE:
                result.fees.append(FeeDue(taken, _due_with_next(taken, _TIME_TO_PAY_A_FEE, today)))
    return letters


def needed_by(outcomes: Iterable[Outcome]) -> str:
    """The findings that the first step waits for that waits for nothing else; empty when none."""
    for each in outcomes:
        if isinstance(each, Stopped) and all(by.startswith(f"{NEEDS}:") for by in each.by):
            needed = [by.removeprefix(f"{NEEDS}:") for by in each.by]
            if FOUND_BY_AUTHORITY.isdisjoint(needed):
                return " ".join(needed)
    return ""


def _live(
    claim: Claim, procedure: Procedure, today: date
) -> tuple[list[Taken], tuple[Outcome, ...]]:
    """Take the steps that are to be taken today, one after another."""
    acts: list[Taken] = []
    while True:
        outcomes = assess_until_act(claim, procedure, today)
        act = outcomes[-1] if outcomes else None
        if not isinstance(act, Act):
            return acts, outcomes
        taken = take_step(claim, procedure, act.step, today)
        acts.append(taken)
        claim = _after(claim, taken, today)


def take_step(
    claim: Claim, procedure: Procedure, step: Step, today: date, *, rate: str = ""
) -> Taken:
    """What the step comes to for the claim when it is taken today; `rate` names another amount."""
    return Taken(
        claim,
        step,
        procedure,
        pay_by_day(step, day=today),
        fee_ore=fee_due(claim, procedure, step, today, rate=rate).amount_ore if step.fee else 0,
        interest=interest_on(claim, procedure, until=today) if step.adds_interest else None,
        costs=tuple((each.kind, each.on(today)) for each in step.costs),
        proposal=propose(claim, step.courses, today) if step.courses else None,
    )


def _after(claim: Claim, taken: Taken, today: date) -> Claim:
    step, sums = taken.step, claim.sums
    if step.does is Does.WRITE_OFF:
        sums = replace(sums, balance=Balance(), last_change=today)
    elif taken.added_ore:
        sums = _with_added(sums, taken.fee_on_claim_ore + taken.costs_ore, taken.interest_ore)
    if taken.sold.total_ore:
        sums = replace(sums, balance=Balance(), sold_ore=sums.sold_ore + taken.sold.total_ore)
    now = StepTaken(name=step.name, day=today, pay_by=taken.pay_by)
    back = None if step.does is Does.HAND_OVER else claim.came_back
    return replace(claim, steps_taken=(*claim.steps_taken, now), sums=sums, came_back=back)


def _interest_due(taken: Taken, today: date) -> InterestDue:
    terms, paid_date = taken.procedure.interest, taken.claim.paid_date
    assert terms is not None
    assert paid_date is not None
    return InterestDue(
        taken,
        interest_on(taken.claim, taken.procedure, until=paid_date),
        _due_with_next(taken, terms.pay_within, today),
    )


def _due_with_next(taken: Taken, pay_within: Span, today: date) -> date:
    """The due date of what is billed today: that of the invoice it joins, when it joins one."""
    if taken.step.joins_next_invoice is not None:
        opened = opens_on(taken.claim, taken.step, (), today)
        following = taken.claim.dealings.next_invoice(opened or today)
        if following is not None and following.due_date > today:
            return following.due_date
    return next_banking_day(pay_within.after(today))


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
    for due in result.parts:
        added[due.claim.key] -= due.amount_ore
    for turned in result.turns:
        for charge in turned.charges:
            added[charge.claim] += charge.total_ore
    for taken in result.taken:
        added[taken.claim.key] += taken.added_ore - taken.sold.total_ore
        if taken.step.does is Does.WRITE_OFF:
            added[taken.claim.key] -= taken.claim.open_ore
    return {key: (added[key], look) for key, look in result.looks.items()}
