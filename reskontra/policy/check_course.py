"""What in-house collection must say: a table that always answers, and a person before each measure.

    courses: [{course: monitoring, only_if: {...}, because: ...}]
      -> refused: some claim would have no course; let the last row ask nothing

The one rule: nothing is proposed that no step follows up, and no application is made by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from reskontra.domain.claim import COURSE, MONITORING
from reskontra.domain.course import ABILITY_TO_PAY, Course
from reskontra.domain.money import format_kronor
from reskontra.domain.step import Does, InLaw
from reskontra.domain.terms import CostKind
from reskontra.policy.case import Case
from reskontra.policy.course_file import CostFile, by_law
from reskontra.policy.document import Way
from reskontra.policy.problems import NOTHING, Problem, one_of
from reskontra.policy.step_file import StepFile

COST_BY_LAW = {
    CostKind.APPLICATION_FEE: "förordningen (1992:1094) 1 §",
    CostKind.OWN_WORK: "lagen (1990:746) 48 §",
    CostKind.BASE_FEE: "förordningen (1992:1094) 6 §",
}
_COSTS_OF = {
    InLaw.ORDER_TO_PAY: frozenset({CostKind.APPLICATION_FEE, CostKind.OWN_WORK}),
    InLaw.ENFORCEMENT: frozenset({CostKind.BASE_FEE}),
}
NOT_ALONE = "inkassolagen (1974:182) 4 §: somebody must have judged the claim before the measure"
BY_HAND = frozenset({Course.INSTALLMENT_PLAN})
"""What a person goes on with, so that no step need follow."""


def check_course(case: Case) -> Iterator[Problem]:
    """Everything wrong in tables of courses, in what follows them, and in applications."""
    for way, step in case.steps():
        yield from _name(case, way, step)
        yield from _table(case, way, step)
        yield from _decided_first(case, way, step)
        yield from _application(case, way, step)
        yield from _costs(case, way, step)


def _name(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    """The story of a claim is read from step names, as of reminders and hand-overs."""
    begins = {Does.PROPOSE_COURSE: COURSE, Does.MONITOR: MONITORING}
    if step.law in _COSTS_OF:
        begins[Does.APPLY] = step.law.value
    begin = begins.get(step.does, "")
    if not step.step.startswith(begin):
        yield case.problem((*way, "step"), repr(step.step), f"a name that begins with {begin}")


def _table(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    here, rows = (*way, "courses"), step.courses or []
    if step.does is not Does.PROPOSE_COURSE:
        if rows:
            yield case.problem(here, "a table on another step", "a step that does propose_course")
        return
    if not rows:
        yield case.problem(here, NOTHING, "a table of courses, the last row without only_if")
        return
    for at, row in enumerate(rows):
        last, asks = at == len(rows) - 1, bool(row.only_if.model_fields_set)
        if last and asks:
            allowed = "no condition: some claim would else have no course"
            yield case.problem((*here, at, "only_if"), "a condition on the last row", allowed)
        if not last and not asks:
            allowed = "a condition: the rows after it would never decide"
            yield case.problem((*here, at), "a row for every claim before the last", allowed)
        if row.only_if in [each.only_if for each in rows[:at]]:
            allowed = "another condition: a row above takes the same claims"
            yield case.problem((*here, at, "only_if"), "a condition again", allowed)
        yield from _followed_up(case, (*here, at, "course"), row.course)


def _followed_up(case: Case, way: Way, course: Course) -> Iterator[Problem]:
    followed = {each for step in case.file.steps for each in step.only_if.courses or ()}
    if course not in followed | BY_HAND:
        allowed = one_of(each.value for each in sorted(followed | BY_HAND))
        yield case.problem(way, f"{course.value}, which no step goes on with", allowed)


def _decided_first(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    if step.only_if.courses and ABILITY_TO_PAY not in {each.clearance for each in step.gates}:
        allowed = f"needs: [{ABILITY_TO_PAY}] beside it, as a person decides the course"
        yield case.problem((*way, "only_if", "courses"), "a course that nobody decides", allowed)


def _application(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    if step.does is not Does.APPLY:
        return
    if step.in_law not in _COSTS_OF:
        found = step.in_law.value if step.in_law else NOTHING
        yield case.problem((*way, "in_law"), found, "order_to_pay or enforcement")
    if not step.gates:
        allowed = "what a person must have found, as ability_to_pay or officer_decision"
        yield case.problem((*way, "needs"), NOTHING, allowed, NOT_ALONE)


def _costs(case: Case, way: Way, step: StepFile) -> Iterator[Problem]:
    allowed = _COSTS_OF.get(step.law, frozenset()) if step.does is Does.APPLY else frozenset()
    met: set[CostKind] = set()
    for at, cost in enumerate(step.adds):
        here = (*way, "costs", at)
        if cost.cost not in allowed or cost.cost in met:
            found = f"{cost.cost.value} on a step that does {step.does.value}"
            may_be = ", ".join(sorted(each.value for each in allowed - met)) or "no such key"
            yield case.problem(here, found, may_be, COST_BY_LAW[cost.cost])
        else:
            yield from _above_the_law(case, here, cost)
        met.add(cost.cost)


def _above_the_law(case: Case, way: Way, cost: CostFile) -> Iterator[Problem]:
    if case.law is None or cost.at_most is None:
        return
    for day, most_ore in case.in_force(by_law(cost.cost, case.law)):
        if cost.at_most > most_ore:
            found = f"{format_kronor(cost.at_most)} kr"
            allowed = f"at most {format_kronor(most_ore)} kr from {day}"
            yield case.problem((*way, "at_most"), found, allowed, COST_BY_LAW[cost.cost])
