"""What the law says of procedures: no fee without ground, none above its ceiling.

    fee: {amount: 60 kr, ground: agreement} on a procedure for water
      -> refused, because a tariff is no agreement

The one rule: a check made for the law's sake names the section.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reskontra.domain.money import format_kronor
from reskontra.domain.step import Does
from reskontra.policy.check_procedure import Case
from reskontra.policy.document import Way
from reskontra.policy.problems import Problem
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

Ceilings = tuple[tuple[date, int], ...]
"""The most that a reminder may cost, in öre, from each day."""


def check_fees(case: Case, *, ceilings: Ceilings, until: date | None) -> Iterator[Problem]:
    """What a step may cost while this version is in force, `until` the next one's day."""
    for way, step in case.steps():
        if step.fee is None:
            continue
        if step.does is Does.LETTER:
            yield from _reminder_fee(case, way, step, step.fee)
            yield from _above_ceiling(case, way, step.fee, ceilings, until)
        elif step.does is not Does.AWAIT_REPORT or step.fee.ground != "tariff":
            found = f"a fee on a step that does {step.does.value}"
            allowed = "none, or ground: tariff on a measure that is performed and reported"
            yield case.problem((*way, "fee"), found, allowed, NOT_CHARGEABLE)


def _reminder_fee(case: Case, way: Way, step: StepFile, fee: FeeFile) -> Iterator[Problem]:
    if fee.ground != "agreement":
        found, allowed = repr(fee.ground.value), "agreement, or fee: none"
        yield case.problem((*way, "fee", "ground"), found, allowed, NO_AGREEMENT)
    if case.creditor is None:
        return
    owed_for = [
        (f"kind {name}", case.creditor.invoice_kinds.get(name))
        for name in case.file.applies_to.kinds_of(case.creditor)
    ] + [
        (f"service {name}", case.creditor.services.get(name))
        for name in step.only_if.services or ()
    ]
    for words, kind in owed_for:
        if kind is not None and kind.ground != "agreement":
            law = WATER_TARIFF if kind.ground == "water_tariff" else NO_AGREEMENT
            found = f"a reminder fee for the {words}, owed by {kind.ground}"
            yield case.problem((*way, "fee"), found, "fee: none", law)


def _above_ceiling(
    case: Case, way: Way, fee: FeeFile, ceilings: Ceilings, until: date | None
) -> Iterator[Problem]:
    for day, ceiling_ore in _in_force(ceilings, case.file.valid_from, until):
        if fee.amount > ceiling_ore:
            found = f"{format_kronor(fee.amount)} kr"
            allowed = f"at most {format_kronor(ceiling_ore)} kr from {day}"
            yield case.problem((*way, "fee", "amount"), found, allowed, CEILING)


def _in_force(ceilings: Ceilings, first: date, until: date | None) -> Ceilings:
    """The ceilings that hold on any day from `first`, each with its first such day."""
    before = [each for each in ceilings if each[0] <= first]
    later = [each for each in ceilings if each[0] > first and (until is None or each[0] < until)]
    return tuple((max(day, first), ore) for day, ore in before[-1:] + later)
