"""From the terms of a checked file to the domain's: fees, interest, deferral, plan, refunds.

The one rule: a fee gets its ceiling from the law by what it is for, not from the file.

Example: `fee: {amount: 60 kr, ground: agreement}` on a reminder gets the reminder fee's ceiling.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import cast

from reskontra.domain.calendar import Span
from reskontra.domain.dated import Dated, DatedValue
from reskontra.domain.deciding import DecisionRule
from reskontra.domain.fees import FeeGround
from reskontra.domain.law import Law
from reskontra.domain.rate import AboveReference, FlatRate, Rate
from reskontra.domain.terms import (
    Carry,
    DeferralTerms,
    Fee,
    Grant,
    InterestTerms,
    PlanTerms,
    RefundRules,
)
from reskontra.policy.procedure_file import ProcedureFile
from reskontra.policy.terms_file import (
    CarryFile,
    DecisionFile,
    DeferralFile,
    FeeFile,
    FlatRateFile,
    GrantFile,
    InterestFile,
    PlanFile,
    PlanRateFile,
    RateFile,
    RateName,
    RefundsFile,
)

DAY_BY_DAY = Span.parse("0 days")
ONE_MONTH = Span.parse("1 month")
THIRTY_DAYS = Span.parse("30 days")


def step_ceiling(ground: FeeGround, law: Law) -> Dated[int] | None:
    """The most that a step's fee may be: of a reminder by agreement, of a demand by law."""
    match ground:
        case FeeGround.AGREEMENT:
            return law.reminder_fee_ceiling
        case FeeGround.LAW:
            return law.collection_demand_fee_ceiling
        case FeeGround.TARIFF:
            return None


def build_fee(file: FeeFile | None, *, ceiling: Dated[int] | None) -> Fee | None:
    """A fee, or None when nothing is charged."""
    if file is None:
        return None
    return Fee(
        amount_ore=file.amount,
        ground=file.ground,
        ceiling=ceiling,
        vat_percent=file.vat_percent,
        charged_by=file.charged_by,
        rates=tuple(file.rates.items()),
        waived_if_paid_within=file.waived_if_paid_within,
    )


def build_interest(file: InterestFile, procedure: ProcedureFile, law: Law) -> InterestTerms:
    """The terms of late interest."""
    return InterestTerms(
        rate=_rate(file.rate, procedure, law),
        runs_from=file.runs_from,
        minimum_ore=file.minimum,
        pay_within=file.pay_within or THIRTY_DAYS,
        free_under=frozenset(file.free_under or ()),
        not_for=frozenset(file.not_for or ()),
        after_demand=law.interest_after_demand.on(procedure.valid_from),
    )


def _rate(file: RateFile, procedure: ProcedureFile, law: Law) -> Rate:
    if isinstance(file, FlatRateFile):
        return FlatRate(
            rate=Dated(
                name=f"the interest rate of {procedure.procedure}",
                values=tuple(
                    DatedValue(
                        valid_from=date.fromisoformat(day),
                        value=percent,
                        reference=procedure.reference.title,
                        confirmed=procedure.valid_from,
                    )
                    for day, percent in file.flat.items()
                ),
            )
        )
    return _lawful(file, law)


def _plan_rate(file: PlanRateFile, procedure: ProcedureFile, law: Law) -> Rate:
    if not isinstance(file, Fraction):
        return _rate(cast(RateFile, file), procedure, law)
    margin = DatedValue(
        valid_from=procedure.valid_from,
        value=file,
        reference=procedure.reference.title,
        confirmed=procedure.valid_from,
    )
    name = f"the interest of a plan by {procedure.procedure}"
    return AboveReference(
        reference_rate=law.reference_rate, margin=Dated(name=name, values=(margin,))
    )


def _lawful(name: RateName, law: Law) -> Rate:
    margin = law.capital_interest_margin if name == "capital" else law.late_interest_margin
    return AboveReference(reference_rate=law.reference_rate, margin=margin)


def build_deferral(file: DeferralFile) -> DeferralTerms:
    """The terms on which more time is given."""
    return DeferralTerms(
        longest=file.longest,
        longest_from=file.longest_from,
        not_beyond=file.not_beyond,
        apply_within=file.apply_within,
        not_after=frozenset(file.not_after or ()),
        only_if=file.only_if.build(),
        needs=frozenset(file.needs or ()),
        pay_now_percent=file.pay_now_percent,
        part_of_invoice=file.part_of_invoice,
        fee=build_fee(file.fee, ceiling=None),
        grants=_grants(file.grants),
    )


def build_plan(file: PlanFile, procedure: ProcedureFile, law: Law) -> PlanTerms:
    """The terms on which one may pay in parts."""
    return PlanTerms(
        longest=file.longest,
        longest_from=file.longest_from,
        parts_at_most=file.parts_at_most,
        part_at_least_ore=file.part_at_least,
        every=file.every or ONE_MONTH,
        first_part_within=file.first_part_within or ONE_MONTH,
        first_part_on_due_date=file.first_part_on_due_date,
        only_if=file.only_if.build(),
        needs=frozenset(file.needs or ()),
        not_after=frozenset(file.not_after or ()),
        fee=build_fee(file.fee, ceiling=law.installment_plan_fee_ceiling),
        notice_fee=build_fee(file.notice_fee, ceiling=law.installment_notice_fee_ceiling),
        interest=_plan_rate(file.interest, procedure, law) if file.interest else None,
        interest_on=file.interest_on,
        notice=file.notice,
        late_within=file.late_within or DAY_BY_DAY,
        broken_by=frozenset(file.broken_by),
        when_broken=file.when_broken,
        administered_by=file.administered_by,
        agency_from_parts=file.agency_from_parts,
        to=file.to or "",
        grants=_grants(file.grants),
    )


def _grants(files: Iterable[GrantFile]) -> tuple[Grant, ...]:
    return tuple(
        Grant(role=each.role, up_to=each.up_to, up_to_ore=each.up_to_amount) for each in files
    )


def build_decision(file: DecisionFile) -> DecisionRule:
    """Who may decide something about a claim."""
    return DecisionRule(grants=_grants(file.grants), second=file.second)


def build_carry(file: CarryFile) -> Carry:
    """When a small claim waits for the next invoice."""
    return Carry(
        below_ore=file.below,
        at_latest=file.at_latest,
        part_paid=file.part_paid,
        unless_marks=frozenset(file.unless_marks or ()),
    )


def build_refunds(file: RefundsFile, law: Law) -> RefundRules:
    """What becomes of money that is too much."""
    return RefundRules(
        kept_below_ore=file.kept_below,
        next_invoice_below_ore=file.next_invoice_below,
        bound_kinds=frozenset(file.bound_kinds or ()),
        interest=_lawful(file.interest, law) if file.interest else None,
    )
