"""What the law says of fees: none without ground, none above its ceiling, none twice.

    fee: {amount: 60 kr, ground: agreement} on a procedure for water
      -> refused, because a tariff is no agreement

The one rule: a check made for the law's sake names the section.
"""

from __future__ import annotations

from collections.abc import Iterator

from reskontra.domain.dated import Dated
from reskontra.domain.fees import FeeGround
from reskontra.domain.money import format_kronor
from reskontra.domain.step import AGENCY, Does
from reskontra.policy.build_terms import step_ceiling
from reskontra.policy.case import Case
from reskontra.policy.document import Way
from reskontra.policy.problems import NOTHING, Problem
from reskontra.policy.step_file import StepFile
from reskontra.policy.terms_file import FeeFile

NO_AGREEMENT = (
    "lagen (1981:739) 2 §: a reminder fee must be agreed when the debt arises, "
    "and a tariff is no agreement"
)
WATER_TARIFF = (
    "lagen (2006:412) and lagen (1981:739) 2 §: a reminder fee must be agreed, "
    "and Svenskt Vatten holds that a tariff is no agreement"
)
CEILING = "lagen (1981:739) 4 §"
NOT_CHARGEABLE = "lagen (1981:739) 5 and 6 §§: no other measure may cost the debtor anything"
FOR_A_DEMAND = "lagen (1981:739) 3 § 1: the law grants this fee for a collection demand"
FOR_A_PLAN = "lagen (1981:739) 3 § 2: a plan may cost something by law, and a tariff cannot set it"
ONCE = "lagen (1981:739) 2 and 4 §§: one reminder fee a debt, however many reminders are sent"

LATER = frozenset({Does.CHARGE_FEE, Does.FEE_INVOICE})
"""What charges a fee that an earlier step gave rise to."""


def check_fees(case: Case) -> Iterator[Problem]:
    """What steps, deferrals and plans may cost while this version is in force."""
    for way, step in case.steps():
        yield from _step_fee(case, way, step)
    yield from _two_reminder_fees(case)
    yield from _terms(case)


def _step_fee(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    if step.fee is None:
        if step.does in LATER:
            yield case.problem((*way, "fee"), NOTHING, "what is charged, and by what right")
        return
    wrong = list(_ground(case, way, step, step.fee))
    yield from wrong
    if not wrong and step.fee.ground is FeeGround.AGREEMENT:
        yield from _owed_by_agreement(case, way, step)
    if not wrong and case.law is not None:
        ceiling = step_ceiling(step.fee.ground, case.law)
        yield from _above_ceiling(case, (*way, "fee"), step.fee, ceiling)
    yield from _keys(case, way, step, step.fee)


def _ground(case: Case, way: Way, step: StepFile, fee: FeeFile) -> Iterator[Problem]:
    here, found = (*way, "fee", "ground"), repr(fee.ground.value)
    if step.does in LATER:
        yield from _ground_of_later(case, way, step, fee)
    elif step.reminds:
        if fee.ground is not FeeGround.AGREEMENT:
            yield case.problem(here, found, "agreement, or fee: none", NO_AGREEMENT)
    elif step.demands:
        if fee.ground is not FeeGround.LAW:
            yield case.problem(here, found, "law, or fee: none", FOR_A_DEMAND)
    elif step.does is Does.AWAIT_REPORT:
        if fee.ground is FeeGround.LAW:
            yield case.problem(here, found, "tariff, or a collection demand", FOR_A_DEMAND)
        elif fee.ground is FeeGround.AGREEMENT:
            allowed = "tariff on a measure that is performed and reported"
            yield case.problem(here, found, allowed, NOT_CHARGEABLE)
    else:
        what = f"letter {step.letter}" if step.letter else f"step that does {step.does.value}"
        allowed = "none, or ground: tariff on a measure that is performed and reported"
        yield case.problem((*way, "fee"), f"a fee on a {what}", allowed, NOT_CHARGEABLE)


def _ground_of_later(case: Case, way: Way, step: StepFile, fee: FeeFile) -> Iterator[Problem]:
    """What is charged afterwards is the fee of something that was done before."""
    here, found = (*way, "fee", "ground"), repr(fee.ground.value)
    earlier = [each for each, _ in case.before(step)]
    match fee.ground:
        case FeeGround.AGREEMENT if not any(each.reminds for each in earlier):
            yield case.problem(here, found, "a step after a reminder", NO_AGREEMENT)
        case FeeGround.LAW if not any(each.demands for each in earlier):
            yield case.problem(here, found, "a step after a collection demand", FOR_A_DEMAND)
        case FeeGround.TARIFF if not any(_measure(each) for each in earlier):
            allowed = "a step after a measure that is performed and reported"
            yield case.problem(here, found, allowed, NOT_CHARGEABLE)


def _measure(step: StepFile) -> bool:
    return step.does is Does.AWAIT_REPORT and not step.reminds and not step.demands


def _owed_by_agreement(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """A reminder may cost something only for what is owed by agreement itself.

    Of several kinds some may be owed otherwise, as the fee is never charged for them; water may
    not, and there must be some kind that it is charged for.
    """
    kinds = case.grounds_of(step)
    services = {
        name: case.creditor.services[name].ground
        for name in step.only_if.services or ()
        if name in case.creditor.services
    }
    for words, grounds in (("kind", kinds), ("service", services)):
        by_agreement = FeeGround.AGREEMENT.value in grounds.values()
        for name, ground in grounds.items():
            if ground == FeeGround.AGREEMENT.value or (ground != "water_tariff" and by_agreement):
                continue
            law = WATER_TARIFF if ground == "water_tariff" else NO_AGREEMENT
            found = f"a reminder fee for the {words} {name}, owed by {ground}"
            yield case.problem((*way, "fee"), found, "fee: none", law)


def _above_ceiling(
    case: Case, way: Way, fee: FeeFile, ceiling: Dated[int] | None
) -> Iterator[Problem]:
    if ceiling is None:
        return
    amounts: list[tuple[Way, int]] = [(("amount",), fee.amount)]
    amounts += [(("rates", name), ore) for name, ore in fee.rates.items()]
    for inside, amount in amounts:
        for day, ceiling_ore in case.in_force(ceiling):
            if amount > ceiling_ore:
                found = f"{format_kronor(amount)} kr"
                allowed = f"at most {format_kronor(ceiling_ore)} kr from {day}"
                yield case.problem((*way, *inside), found, allowed, CEILING)


def _keys(case: Case, way: Way, step: StepFile, fee: FeeFile) -> Iterator[Problem]:
    """Keys of a fee that would have no effect where it stands."""
    if fee.waived_if_paid_within is not None and step.does is not Does.FEE_INVOICE:
        allowed = "a step that does fee_invoice; a charge_fee step waits so long instead"
        found = str(fee.waived_if_paid_within)
        yield case.problem((*way, "fee", "waived_if_paid_within"), found, allowed)
    if fee.rates and step.does is not Does.AWAIT_REPORT:
        allowed = "a step that somebody reports, and says the rate of"
        yield case.problem((*way, "fee", "rates"), "rates that nobody chooses", allowed)
    if fee.charged_by == AGENCY and step.by != AGENCY:
        found = f"an agency's fee on a step by {step.by}"
        yield case.problem(
            (*way, "fee", "charged_by"), found, "by: agency, or charged_by: creditor"
        )


def _two_reminder_fees(case: Case) -> Iterator[Problem]:
    """No claim can meet two steps that each cost a reminder fee."""
    charging = [
        (way, step)
        for way, step in case.steps()
        if step.fee is not None
        and step.fee.ground is FeeGround.AGREEMENT
        and (step.reminds or step.does in LATER)
    ]
    for at, (way, step) in enumerate(charging):
        for _, earlier in charging[:at]:
            if not _never_both(case, step, earlier):
                found = f"a second reminder fee, after that of {earlier.step}"
                yield case.problem((*way, "fee"), found, "fee: none", ONCE)


def _never_both(case: Case, step: StepFile, other: StepFile) -> bool:
    """Whether the two conditions leave no claim that both steps could concern."""
    debtors, others = step.only_if.debtors, other.only_if.debtors
    if debtors and others and not set(debtors) & set(others):
        return True
    return not set(case.kinds_of(step)) & set(case.kinds_of(other))


def _terms(case: Case) -> Iterator[Problem]:
    law, plan, deferral = case.law, case.file.plan, case.file.deferral
    if plan is not None and law is not None:
        for key, fee, ceiling in (
            ("fee", plan.fee, law.installment_plan_fee_ceiling),
            ("notice_fee", plan.notice_fee, law.installment_notice_fee_ceiling),
        ):
            if fee is None:
                continue
            if fee.ground is FeeGround.TARIFF:
                found = repr(fee.ground.value)
                yield case.problem(("plan", key, "ground"), found, "law or agreement", FOR_A_PLAN)
            yield from _above_ceiling(case, ("plan", key), fee, ceiling)
    fee = deferral.fee if deferral is not None else None
    if fee is not None and fee.ground is FeeGround.LAW:
        here, found = ("deferral", "fee", "ground"), repr(fee.ground.value)
        yield case.problem(here, found, "agreement, or fee: none", NOT_CHARGEABLE)
