"""What the law says of disconnection: of water, five conditions at once (lagen (2006:412) 43 §).

    - step: disconnection
      in_law: disconnection
      after: reminder
      -> refused: a written warning with two weeks comes first, and three findings

The one rule: what the law asks to be found by people stands among the step's own `needs`, where
nothing but a person's finding opens it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from reskontra.domain.calendar import Span
from reskontra.domain.step import COLLECTION_DEMAND, CountedFrom, InLaw, States, Together
from reskontra.domain.waiting import Waiting
from reskontra.policy.case import Case
from reskontra.policy.document import Way
from reskontra.policy.problems import NOTHING, Problem, one_of
from reskontra.policy.step_file import StepFile

WATER = "water_tariff"
SECTION = "lagen (2006:412) om allmänna vattentjänster 43 §"
WARNED = f"{SECTION}: the owner is urged in writing, and given reasonable time"
TWICE = f"{SECTION}: the neglect is considerable, which one unanswered letter does not show"
ONLY_WATER = (
    f"{SECTION} and Va-nämnden 2012-08-23: a notice that demands other debts too gives no right "
    "to disconnect"
)
STOPPED = f"{SECTION}, 46 and 53 §§: who disconnects without right restores and pays damages"
FINDINGS = {
    "no_health_risk": f"{SECTION}: nobody's health may suffer",
    "alternative_water": f"{SECTION}: other water is within reach, so that nobody's health suffers",
    "officer_decision": f"{SECTION}: each case is weighed, by a person who answers for it",
}
"""What a person must have found before water is disconnected, and why."""

MUST_STOP = ("court_case", "death", "dispute", "installment_plan", "protected_identity")
WRITTEN_BEFORE = 2
"""Letters with time to pay, the warning counted, before water is disconnected."""


def check_disconnection(case: Case) -> Iterator[Problem]:
    """Everything that the law has against how a service is disconnected."""
    for way, step in case.steps():
        if step.law in (InLaw.DISCONNECTION, InLaw.DISCONNECTION_WARNING):
            yield from _which_services(case, way, step)
            if _concerns_water(case, step):
                yield from _only_water(case, way, step)
                if step.law is InLaw.DISCONNECTION_WARNING:
                    yield from _warning_states_water(case, way, step)
                else:
                    yield from _warned(case, way, step)
                    yield from _found(case, way, step)
                    yield from _stopped(case, way, step)


def _which_services(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    if not step.only_if.services:
        allowed = "services: which are meant; no other debt counts"
        law = ONLY_WATER if WATER in case.grounds_of(step).values() else ""
        yield case.problem((*way, "only_if", "services"), NOTHING, allowed, law)


def _warning_states_water(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """The warning demands the debt for water alone, and lists no other invoice beside it."""
    if step.states is not States.SERVICES:
        allowed = "states: services, so that the letter demands their debt alone"
        yield case.problem((*way, "states"), repr(step.states.value), allowed, ONLY_WATER)
    if step.letter == COLLECTION_DEMAND:
        found = "a warning in a collection demand, which states all that is left"
        yield case.problem((*way, "letter"), found, "letter: notice", ONLY_WATER)
    if short := ", ".join(case.short_channels(step)):
        yield case.problem((*way, "channels"), short, one_of(case.whole_channels), WARNED)
    if step.together is Together.ALL_OVERDUE:
        found = "a warning that lists every overdue invoice"
        yield case.problem((*way, "together"), found, "each or same_day", ONLY_WATER)


def _grounds(case: Case, step: StepFile) -> dict[str, str]:
    known = case.creditor.services
    return {name: known[name].ground for name in step.only_if.services or () if name in known}


def _concerns_water(case: Case, step: StepFile) -> bool:
    return WATER in _grounds(case, step).values()


def _only_water(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    others = [name for name, ground in _grounds(case, step).items() if ground != WATER]
    if others:
        found = f"water and {', '.join(others)} in one {step.law.value}"
        allowed = "services owed by water_tariff alone"
        yield case.problem((*way, "only_if", "services"), found, allowed, ONLY_WATER)


def _warned(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """A warning with enough time comes before it, and another letter before that."""
    if case.law is None:
        return
    least = case.law.disconnection_warning_time.on(case.file.valid_from)
    warnings = [
        earlier
        for earlier, anchor in case.before(step)
        if earlier.law is InLaw.DISCONNECTION_WARNING
        and anchor.counted_from is CountedFrom.PAY_BY
        and earlier.pay_within is not None
        and _as_long(earlier.pay_within, least)
    ]
    letters = {each.step for each, _ in case.before(step) if each.pay_within is not None}
    if not warnings:
        found = f"no disconnection_warning with {least} to pay before it"
        allowed = f"a step after the last day of a warning with {least} or more"
        yield case.problem((*way, "after"), found, allowed, WARNED)
    elif len(letters) < WRITTEN_BEFORE:
        found, allowed = "one written demand before it", "two, each with its time to pay"
        yield case.problem((*way, "after"), found, allowed, TWICE)


def _as_long(given: Waiting, least: Span) -> bool:
    """Whether the time is long enough from every day of a year."""
    days = (date(2025, 1, 1) + timedelta(days=number) for number in range(365))
    return all(given.after(day) >= least.after(day) for day in days)


def _found(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    needs = {each.clearance: (at, each) for at, each in enumerate(step.gates)}
    for clearance, law in FINDINGS.items():
        if clearance not in needs:
            found = f"a disconnection without {clearance}"
            yield case.problem((*way, "needs"), found, f"{clearance} among the needs", law)
            continue
        at, need = needs[clearance]
        if need.then == "go_on":
            here = (*way, "needs", at, "then")
            yield case.problem(here, "go_on", "give_up: silence is no finding", law)


def _stopped(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    if step.stopped_by is None:
        return
    missing = [hold for hold in MUST_STOP if hold not in step.stopped_by]
    if missing:
        found = "a disconnection in spite of " + ", ".join(missing)
        allowed = f"{', '.join(missing)} too, or no such key"
        yield case.problem((*way, "stopped_by"), found, allowed, STOPPED)
