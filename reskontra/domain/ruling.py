"""Under which rules a claim stands today: its procedure, and what campaigns and law do to it.

    under_rules(claim, policy, today=date(2025, 4, 9)) -> Ruled(claim, procedure)

The one rule: the claim that comes out is the one to assess; the rows that it came from are as
they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from reskontra.domain.calendar import next_banking_day
from reskontra.domain.campaign import Campaign
from reskontra.domain.claim import Claim, Hold
from reskontra.domain.debtors import CAMPAIGN
from reskontra.domain.enforcement import with_matters
from reskontra.domain.holding import HoldRule
from reskontra.domain.limitation import Control, control_of, controls_of
from reskontra.domain.refusal import Refused
from reskontra.domain.relief import Relief
from reskontra.domain.representative import Representation
from reskontra.domain.representing import unguarded
from reskontra.domain.rules import Creditor, Policy, Procedure, VersionBy
from reskontra.domain.shares import LAPSED_SHARE, lapsed_share_ore
from reskontra.domain.terms import Carry, WhenBroken


class NoProcedure(Refused):
    """No procedure of {creditor} takes invoice {number} of kind {kind} due {due_date}.

    Let a procedure file name the kind, valid from that day or earlier.
    """

    swedish = (
        "Ingen rutin hos {creditor} gäller för faktura {number} av typen {kind} som förfaller "
        "{due_date}. Låt en rutin ange typen, giltig från den dagen eller tidigare."
    )


@dataclass(frozen=True, slots=True)
class Ruled:
    """A claim as the rules see it today, and the procedure that it follows."""

    claim: Claim
    procedure: Procedure


def asking(policy: Policy) -> tuple[str, ...]:
    """The creditors for whom what becomes of a claim depends on what else its party owes."""
    return tuple(code for code, creditor in policy.creditors.items() if creditor.asks_party)


def comes_in_force(creditor: Creditor, *, after: date, until: date) -> bool:
    """Whether a version that running claims follow from its first day began in this time."""
    return any(
        each.version_by is VersionBy.STEP_DAY and after < each.valid_from <= until
        for each in creditor.procedures
    )


def procedure_of(claim: Claim, policy: Policy, *, today: date) -> Procedure:
    """The procedure in force for the claim; refused when there is none."""
    procedure = policy.creditors[claim.creditor].procedure_for(
        claim, today=today, dealings=claim.dealings
    )
    if procedure is None:
        raise NoProcedure(
            creditor=claim.creditor, number=claim.number, kind=claim.kind, due_date=claim.due_date
        )
    return procedure


def under_rules(claim: Claim, policy: Policy, *, today: date) -> Ruled:
    """The claim with what campaigns, its smallness and the debtor's age do to it today."""
    procedure = procedure_of(claim, policy, today=today)
    if claim.matters:
        claim = with_matters(claim)
    claim = _held_under(claim, policy.hold_rules)
    if claim.plans:
        claim = _under_plans(claim, policy, procedure)
    claim = _with_ages(claim, policy)
    if not claim.settled and _may_have_lapsed(claim, policy, today):
        claim = _with_lapses(claim, procedure, policy, today)
    if procedure.carry is not None and not claim.settled:
        claim = _carried(claim, procedure)
    for campaign in policy.creditors[claim.creditor].campaigns:
        if campaign.first_day <= today and campaign.takes(claim, number=claim.number):
            claim = _under(claim, campaign, today)
    return Ruled(claim.without_held(today=today), procedure)


def limitation_of(claim: Claim, procedure: Procedure, policy: Policy) -> Control:
    """Until when the claim may be collected, and what that is counted from."""
    grounds = frozenset(procedure.grounds.get(name, "") for name in claim.services)
    return control_of(claim, grounds=grounds, law=policy.law)


def limitation_of_each(claim: Claim, procedure: Procedure, policy: Policy) -> dict[int, Control]:
    """The same for each of several who owe the claim, by party."""
    grounds = frozenset(procedure.grounds.get(name, "") for name in claim.services)
    return controls_of(claim, grounds=grounds, law=policy.law)


def _with_lapses(claim: Claim, procedure: Procedure, policy: Policy, today: date) -> Claim:
    """The claim with what has lapsed: of several debtors towards each, and of all when all have."""
    if not claim.debtors:
        control = limitation_of(claim, procedure, policy)
        return replace(claim, lapsed_on=control.lapses_on if control.lapsed(today) else None)
    each = limitation_of_each(claim, procedure, policy)
    debtors = tuple(
        replace(debtor, lapsed=each[debtor.party].lapsed(today)) for debtor in claim.debtors
    )
    days = [control.lapses_on for control in each.values() if control.lapses_on is not None]
    lapsed = all(debtor.lapsed for debtor in debtors)
    claim = replace(claim, debtors=debtors, lapsed_on=max(days) if lapsed else None)
    gone = [control.lapses_on for control in each.values() if control.lapsed(today)]
    first = min((day for day in gone if day is not None), default=None)
    return claim if lapsed or first is None else _shared_out(claim, first, policy.hold_rules)


def _shared_out(claim: Claim, lapsed_on: date, rules: Mapping[str, HoldRule]) -> Claim:
    """The others owe their own shares alone: all waits until a person has taken off the rest."""
    hold = Hold(kind=LAPSED_SHARE, first_day=lapsed_on + timedelta(days=1), last_day=None)
    held = tuple(_each_under(claim, (hold,), rules))
    waits = any(each.last_day is None for each in held)
    return replace(
        claim,
        holds=(*claim.holds, *held),
        lapsed_share_ore=lapsed_share_ore(claim) if waits else 0,
    )


def _may_have_lapsed(claim: Claim, policy: Policy, today: date) -> bool:
    """Whether the shortest time has passed since it arose, with nothing that interrupts it."""
    day = claim.arose_on
    return policy.law.limitation_consumer.on(day).after(day) < today


def _held_under(claim: Claim, rules: Mapping[str, HoldRule]) -> Claim:
    """The claim with what the kinds of its holds do; those that a person has permitted are over."""
    if not claim.holds and not claim.debtors:
        return claim
    return replace(
        claim,
        holds=tuple(_each_under(claim, claim.holds, rules)),
        debtors=tuple(
            replace(each, holds=tuple(_each_under(claim, each.holds, rules)))
            for each in claim.debtors
        ),
    )


def _each_under(
    claim: Claim, holds: Iterable[Hold], rules: Mapping[str, HoldRule]
) -> Iterator[Hold]:
    for hold in holds:
        rule = rules.get(hold.kind)
        if rule is None:
            yield hold
            continue
        last_day = hold.last_day
        permitted_on = claim.cleared_on(rule.permitted_by) if rule.permitted_by else None
        if permitted_on is not None and permitted_on >= hold.first_day:
            if permitted_on == hold.first_day:
                continue
            before = permitted_on - timedelta(days=1)
            last_day = before if last_day is None else min(last_day, before)
        yield replace(
            hold,
            stops=rule.stops,
            recalls=rule.recalls,
            goes_again=rule.goes_again,
            last_day=last_day,
        )


def _under_plans(claim: Claim, policy: Policy, procedure: Procedure) -> Claim:
    """The claim with the terms of its plans, and as those that broke have left it.

    A rule's file that has been written anew since the grant gives its terms as they now stand.
    """
    plans = tuple(
        replace(plan, terms=(policy.procedure_by_digest(plan.digest) or procedure).plan)
        for plan in claim.plans
    )
    return due_when_broken(replace(claim, plans=plans))


def due_when_broken(claim: Claim) -> Claim:
    """The claim, due since a plan of it broke that makes all that is left due at once."""
    due_date = claim.due_date
    for plan in claim.plans:
        whole = plan.terms is not None and plan.terms.when_broken is WhenBroken.WHOLE_DUE
        if plan.broke and whole and plan.last_day is not None:
            due_date = min(due_date, plan.last_day)
    return claim if due_date == claim.due_date else replace(claim, due_date=due_date)


def _with_ages(claim: Claim, policy: Policy) -> Claim:
    """The claim with who of its debtors was a minor; it is a minor's when all of them were.

    What would be written to one who still is waits while nobody is registered to read it.
    """
    billed = claim.arose_on
    debtors = tuple(
        replace(each, minor=True, holds=(*each.holds, *_waiting(each.represented, billed, of_age)))
        if (of_age := _minor_until(each.born, billed, policy))
        else each
        for each in claim.debtors
    )
    if debtors:
        return replace(claim, debtors=debtors, minor=all(each.minor for each in debtors))
    of_age = _minor_until(claim.born, billed, policy)
    if of_age is None:
        return claim
    waiting = _waiting(claim.represented, billed, of_age)
    return replace(claim, minor=True, holds=(*claim.holds, *waiting))


def _waiting(represented: Sequence[Representation], since: date, of_age: date) -> tuple[Hold, ...]:
    return unguarded(represented, since=since, of_age=of_age)


def _minor_until(born: date | None, billed: date, policy: Policy) -> date | None:
    """The day on which one who was a minor when billed comes of age; None for all others."""
    if born is None:
        return None
    of_age = policy.law.age_of_majority.on(billed).after(born)
    return of_age if of_age > billed else None


def _carried(claim: Claim, procedure: Procedure) -> Claim:
    """A claim too small to be demanded falls due with the party's next invoice."""
    carry = procedure.carry
    assert carry is not None
    spared = carry.unless_marks & claim.marks
    if spared or claim.open_ore >= carry.below_ore:
        return claim
    if carry.part_paid is not None and carry.part_paid is not claim.part_paid:
        return claim
    following = claim.dealings.next_invoice(_small_since(claim, carry), but=claim.number)
    latest = carry.at_latest.after(claim.due_date)
    due_date = latest if following is None else max(claim.due_date, following.due_date)
    return replace(claim, due_date=min(latest, due_date))


def _small_since(claim: Claim, carry: Carry) -> date:
    """The day after which an invoice is the next one: the rest of a payment is no older than it."""
    paid = [each.value_date for each in claim.principal_payments] if carry.part_paid else []
    return max(paid, default=claim.invoice_date)


def _under(claim: Claim, campaign: Campaign, today: date) -> Claim:
    """The claim as the campaign lets it be."""
    if campaign.due_moves_to is not None and campaign.due_moves_to > claim.due_date:
        claim = replace(claim, due_date=campaign.due_moves_to)
    claim = replace(claim, reliefs=(*claim.reliefs, *_reliefs(claim, campaign)))
    if campaign.stops:
        hold = Hold(
            kind=CAMPAIGN,
            first_day=campaign.first_day,
            last_day=campaign.last_day,
            reason=campaign.label.sv,
        )
        claim = replace(claim, holds=(*claim.holds, hold))
    if campaign.fee_free and campaign.covers(today):
        claim = replace(claim, fee_free=True)
    return claim


def _reliefs(claim: Claim, campaign: Campaign) -> Iterator[Relief]:
    """The interest that the campaign gives up; a day to pay by is moved to a banking day."""
    if campaign.interest_free:
        yield Relief(
            first_day=campaign.first_day,
            last_day=campaign.last_day,
            share=Fraction(1),
            reason=campaign.label.sv,
            reference=campaign.reference.title,
        )
    if campaign.interest_free_if_paid_by is not None:
        last_day = next_banking_day(campaign.interest_free_if_paid_by)
        yield Relief(
            first_day=min(claim.invoice_date, last_day),
            last_day=last_day,
            share=Fraction(1),
            reason=campaign.label.sv,
            reference=campaign.reference.title,
            if_all_paid=True,
        )
