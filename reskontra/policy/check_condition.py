"""Conditions that could never hold, or that say nothing, are refused.

    only_if: {open_at_least: 200 kr, open_at_most: 100 kr}   -> no claim is both
    unless: {}                                               -> would bar every claim

The one rule: what is refused here is refused because no claim could ever meet it, or because the
key has no effect.
"""

from __future__ import annotations

from collections.abc import Iterator

from reskontra.policy.case import Case
from reskontra.policy.condition_file import ConditionFile, PartyConditionFile, TimesFile
from reskontra.policy.document import Way
from reskontra.policy.problems import NOTHING, Problem


def check_conditions(case: Case) -> Iterator[Problem]:
    """Everything wrong in the conditions of one procedure."""
    for way, asked in _conditions(case):
        yield from _amounts(case, way, asked)
        yield from _times(case, way, asked)
        yield from _steps(case, way, asked)
        if asked.party is not None:
            yield from _party(case, (*way, "party"), asked.party)
    for way, step in case.steps():
        if step.unless is not None and not step.unless.model_fields_set:
            allowed = "at least one key, as it would else bar every claim"
            yield case.problem((*way, "unless"), "no condition", allowed)


def _conditions(case: Case) -> Iterator[tuple[Way, ConditionFile]]:
    for way, step in case.steps():
        yield (*way, "only_if"), step.only_if
        for at, row in enumerate(step.courses or ()):
            yield (*way, "courses", at, "only_if"), row.only_if
        if step.unless is not None:
            yield (*way, "unless"), step.unless
    if case.file.deferral is not None:
        yield ("deferral", "only_if"), case.file.deferral.only_if
    if case.file.plan is not None:
        yield ("plan", "only_if"), case.file.plan.only_if


def _amounts(case: Case, way: Way, asked: ConditionFile) -> Iterator[Problem]:
    least, most = asked.open_at_least, asked.open_at_most
    if least is not None and most is not None and least > most:
        yield case.problem((*way, "open_at_most"), "less than open_at_least", "at least as much")
    if asked.service_debt_at_least is not None and not asked.services:
        allowed = "services beside it: whose debt is meant"
        yield case.problem((*way, "service_debt_at_least"), "no services", allowed)


def _times(case: Case, way: Way, asked: ConditionFile) -> Iterator[Problem]:
    least, most = asked.overdue_at_least, asked.overdue_at_most
    if least is None or most is None:
        return
    first = case.file.valid_from
    if least.after(first) > most.after(first):
        yield case.problem((*way, "overdue_at_most"), f"{most}", f"at least {least}")


def _steps(case: Case, way: Way, asked: ConditionFile) -> Iterator[Problem]:
    for at, name in enumerate(asked.not_taken or ()):
        if name in (asked.taken or ()):
            allowed = "another step: it stands in taken too"
            yield case.problem((*way, "not_taken", at), repr(name), allowed)


def _party(case: Case, way: Way, asked: PartyConditionFile) -> Iterator[Problem]:
    if not asked.model_fields_set:
        yield case.problem(way, "no condition", "at least one key, or no such key at all")
    if asked.steps and asked.steps_taken is None:
        allowed = "how often they have been taken: {within: 12 months, at_most: 0}"
        yield case.problem((*way, "steps_taken"), NOTHING, allowed)
    if asked.steps_taken is not None and not asked.steps:
        yield case.problem((*way, "steps"), NOTHING, "which steps are counted")
    if asked.of_kinds and not (asked.overdue_at_least or asked.invoices_overdue_at_least):
        allowed = "overdue_at_least or invoices_overdue_at_least beside it"
        yield case.problem((*way, "of_kinds"), "kinds of nothing", allowed)
    if asked.same_facility and not (asked.overdue_at_least or asked.invoices_overdue_at_least):
        allowed = "overdue_at_least or invoices_overdue_at_least beside it"
        yield case.problem((*way, "same_facility"), "a facility of nothing", allowed)
    for key, times in (("steps_taken", asked.steps_taken), ("paid_late", asked.paid_late)):
        if times is not None:
            yield from _how_often(case, (*way, key), times)


def _how_often(case: Case, way: Way, times: TimesFile) -> Iterator[Problem]:
    if times.at_most is None and times.at_least == 0:
        yield case.problem(way, "no number", "at_least or at_most")
    elif times.at_most is not None and times.at_most < times.at_least:
        yield case.problem((*way, "at_most"), str(times.at_most), f"at least {times.at_least}")
