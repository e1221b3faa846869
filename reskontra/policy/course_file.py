"""What the steps of in-house collection may say: the table of courses, and an application's costs.

    courses:
      - course: monitoring
        only_if: {party: {paid_late: {within: 12 months, at_least: 3}}}
        because: {sv: Tre sena på ett år., en: Three late in a year.}
      - course: enforcement_authority
        because: {sv: Inget talar emot., en: Nothing speaks against it.}
    costs: [application_fee, {cost: own_work, at_most: 300 kr}]

The one rule: the first row that is true decides, so the last one asks nothing.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, Tag

from reskontra.domain.course import Course
from reskontra.domain.dated import Dated
from reskontra.domain.law import Law
from reskontra.domain.step import CourseRow
from reskontra.domain.terms import AuthorityCost, CostKind
from reskontra.policy.condition_file import ConditionFile
from reskontra.policy.terms_file import NONE
from reskontra.policy.values import BY_SHAPE, KEYS, WORD, FileModel, Ore, TextsFile

ACourse = Annotated[Course, Field(strict=False)]
ACost = Annotated[CostKind, Field(strict=False)]


class CourseRowFile(FileModel):
    """A row of the table: which claims, which course, and why."""

    course: ACourse
    """Which way the claim goes, if a person agrees."""
    only_if: ConditionFile = NONE
    """For which claims; the last row asks nothing."""
    because: TextsFile
    """Why, to the one who decides and to the one who owes."""

    def build(self) -> CourseRow:
        """As the domain has it."""
        return CourseRow(
            course=self.course, only_if=self.only_if.build(), because=self.because.texts()
        )


class CostFile(FileModel):
    """A cost that is less than the law lets it be."""

    cost: ACost
    """Which one."""
    at_most: Ore | None = None
    """The most that is added; the law's own amount when left out."""

    def build(self, law: Law) -> AuthorityCost:
        """As the domain has it, with the law's amount."""
        return AuthorityCost(
            kind=self.cost, at_most_ore=self.at_most, ceiling=by_law(self.cost, law)
        )


def by_law(kind: CostKind, law: Law) -> Dated[int]:
    """The law's own amount of the cost."""
    match kind:
        case CostKind.APPLICATION_FEE:
            return law.order_to_pay_application_fee
        case CostKind.OWN_WORK:
            return law.order_to_pay_own_work_ceiling
        case CostKind.BASE_FEE:
            return law.enforcement_base_fee


AnyCost = Annotated[Annotated[ACost, Tag(WORD)] | Annotated[CostFile, Tag(KEYS)], BY_SHAPE]
"""A cost by its name alone, or with the most that is added of it."""
Courses = Annotated[list[CourseRowFile], Field(min_length=1)]
Costs = Annotated[list[AnyCost], Field(min_length=1)]
