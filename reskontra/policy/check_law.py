"""What the law says of the files: no fee without ground, none above its ceiling, no gap in time.

    fee: {amount: 60 kr, ground: agreement} on a procedure for water
      -> refused, because a tariff is no agreement

The one rule: a check made for the law's sake names the section.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from reskontra.domain.money import format_kronor
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Does
from reskontra.policy.check_procedure import Case
from reskontra.policy.document import Document, Way
from reskontra.policy.law_file import READERS, WHOLE, LawFile
from reskontra.policy.problems import Problem
from reskontra.policy.procedure_file import FeeFile, StepFile

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
HALF_YEARS = "räntelagen (1975:635) 9 §: the reference rate is set for each half-year"

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
        found, allowed = repr(fee.ground), "agreement, or fee: none"
        yield case.problem((*way, "fee", "ground"), found, allowed, NO_AGREEMENT)
    if case.creditor is None:
        return
    owed_for = [
        (f"kind {name}", case.creditor.invoice_kinds.get(name))
        for name in case.file.applies_to.kinds
    ] + [(f"service {name}", case.creditor.services.get(name)) for name in step.only_if.services]
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


def check_value(document: Document, law: LawFile) -> Iterator[Problem]:
    """Everything wrong in a national value that its shape does not show."""
    stem = document.file.rsplit("/", 1)[-1].removesuffix(".yaml")
    if law.value != stem:
        yield document.problem(("value",), found=repr(law.value), allowed=f"{stem}, as the file")
    yield from _days_rise(document, law)
    yield from _readable(document, law)
    if law.set_anew:
        yield from _every_half_year(document, law)


def _days_rise(document: Document, law: LawFile) -> Iterator[Problem]:
    days = tuple(law.values)
    for earlier, later in pairwise(days):
        if later < earlier:
            allowed = f"a day after {earlier}: the days rise"
            yield document.problem(("values", later), found=later, allowed=allowed)


def _readable(document: Document, law: LawFile) -> Iterator[Problem]:
    read, allowed = READERS[law.unit]
    parts = frozenset(next(iter(law.values.values())).value)
    for day, dated in law.values.items():
        way: Way = ("values", day, "value")
        if frozenset(dated.value) != parts:
            words = ", ".join(sorted(parts - {WHOLE})) or "one value"
            found = ", ".join(sorted(dated.value)) or "one value"
            yield document.problem(way, found=found, allowed=f"{words}, as the first value")
        for part, text in dated.value.items():
            here = (*way, part) if part else way
            try:
                read(text)
            except (ValueError, Refused):
                yield document.problem(here, found=repr(text), allowed=allowed)


def _every_half_year(document: Document, law: LawFile) -> Iterator[Problem]:
    days = sorted(date.fromisoformat(day) for day in law.values)
    expected = days[0]
    for day in days:
        way: Way = ("values", day.isoformat())
        if (day.month, day.day) not in ((1, 1), (7, 1)):
            allowed = "1 January or 1 July"
            yield document.problem(way, found=day.isoformat(), allowed=allowed, law=HALF_YEARS)
        elif day > expected:
            found, allowed = f"{day}, with no value from {expected}", f"{expected} first"
            yield document.problem(way, found=found, allowed=allowed, law=HALF_YEARS)
        expected = next_half_year(day)


def next_half_year(day: date) -> date:
    """The first day of the half-year after the one that `day` lies in."""
    return date(day.year, 7, 1) if day.month < 7 else date(day.year + 1, 1, 1)
