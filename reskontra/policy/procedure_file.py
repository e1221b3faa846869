"""What a procedure file may say: `procedures/*.yaml`.

    - step: reminder
      label: {sv: Påminnelse, en: Reminder}
      does: letter
      letter: reminder
      after: due
      wait: 7 working days
      pay_within: 14 days

The one rule: these models are the whole language; the checks after them only compare names and
amounts with each other and with the law.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from reskontra.domain.party import PartyKind
from reskontra.domain.rules import Part
from reskontra.domain.step import Does, Together
from reskontra.domain.terms import InterestFrom
from reskontra.policy.values import (
    Day,
    FileModel,
    Name,
    Ore,
    Period,
    ReferenceFile,
    TextsFile,
)

Letter = Literal["reminder", "invoice"]
Performer = Literal["creditor", "agency", "enforcement_authority", "department", "technician"]
FeeGround = Literal["agreement", "tariff"]
"""By what right a step may cost something."""

ADebtor = Annotated[PartyKind, Field(strict=False)]


class FeeFile(FileModel):
    """What a step costs the debtor, and by what right."""

    amount: Ore
    ground: FeeGround


def _none_is_nothing(value: object) -> object:
    return None if value == "none" else value


def _say_none(schema: dict[str, Any]) -> None:
    schema["anyOf"] = [
        {"const": "none"} if each == {"type": "null"} else each for each in schema["anyOf"]
    ]
    schema["default"] = "none"


FeeOrNone = Annotated[
    FeeFile | None, BeforeValidator(_none_is_nothing), Field(json_schema_extra=_say_none)
]


class ConditionFile(FileModel):
    """When a step concerns a claim at all."""

    open_at_least: Ore | None = None
    open_at_most: Ore | None = None
    part_paid: bool | None = None
    services: list[Name] = Field(default_factory=list)
    debtors: list[ADebtor] = Field(default_factory=list)


class StepFile(FileModel):
    """One step."""

    step: Name
    label: TextsFile
    does: Annotated[Does, Field(strict=False)]
    after: Name
    wait: Period
    letter: Letter | None = None
    pay_within: Period | None = None
    together: Annotated[Together, Field(strict=False)] = Together.EACH
    fee: FeeOrNone = None
    only_if: ConditionFile = ConditionFile()
    needs: list[Name] = Field(default_factory=list)
    stopped_by: list[Name] | None = None
    by: Performer = "creditor"
    explanation: TextsFile
    reference: ReferenceFile | None = None


class AppliesTo(FileModel):
    """Which invoices a procedure takes."""

    kinds: Annotated[list[Name], Field(min_length=1)]
    debtors: list[ADebtor] = Field(default_factory=lambda: list(PartyKind), min_length=1)


class InterestFile(FileModel):
    """Late interest: the rate itself is the law's."""

    runs_from: Annotated[InterestFrom, Field(strict=False)]
    minimum: Ore
    pay_within: Period


class ProcedureFile(FileModel):
    """A whole procedure, valid for invoices due from a day."""

    procedure: Name
    valid_from: Day
    reference: ReferenceFile
    applies_to: AppliesTo
    allocation: Annotated[list[Annotated[Part, Field(strict=False)]], Field(min_length=3)]
    interest: InterestFile | None = None
    offers_installment_plan: bool = False
    """Whether letters and pages say that one can ask to pay in parts."""
    steps: Annotated[list[StepFile], Field(min_length=1)]
