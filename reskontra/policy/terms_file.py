"""On what terms: fees, late interest, more time to pay, payment in parts, small claims, refunds.

    interest: {rate: law, runs_from: banking_due_date, minimum: 50 kr}
    deferral: {longest: 30 days, apply_within: 0 days, grants: [{role: self_service}]}
    plan: {longest: 12 months, parts_at_most: 12, grants: [{role: case_officer}]}

The one rule: a term that is left out is not offered, and nothing is charged by it.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, Tag

from reskontra.domain.fees import FeeGround
from reskontra.domain.terms import BrokenBy, InterestFrom, InterestOn, TimeFrom, WhenBroken
from reskontra.policy.condition_file import ADebtor, ConditionFile, Names
from reskontra.policy.values import (
    BY_SHAPE,
    KEYS,
    WORD,
    Day,
    DayKey,
    FileModel,
    Name,
    Ore,
    Percent,
    Period,
    RateWord,
    Wait,
)

NONE = ConditionFile()


class FeeFile(FileModel):
    """What a step costs the debtor, and by what right."""

    amount: Ore
    """With value-added tax, when there is any."""
    ground: Annotated[FeeGround, Field(strict=False)]
    """`agreement` for a reminder, `law` for a collection demand or a plan, `tariff` for a
    measure that is performed."""
    vat_percent: Annotated[int, Field(ge=0, le=25)] = 0
    """The rate of the value-added tax inside the amount."""
    charged_by: Literal["creditor", "agency"] = "creditor"
    """`agency` when it is told of, but never booked with us."""
    rates: dict[Name, Ore] = Field(default_factory=dict)
    """Other amounts by name, as for work in the evening; who reports the step says which."""
    waived_if_paid_within: Period | None = None
    """For a fee on an invoice of its own: nothing is charged when the claim is paid so soon
    after the step that this one follows."""


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


class FlatRateFile(FileModel):
    """A rate of one's own, which follows no reference rate."""

    flat: Annotated[dict[DayKey, Percent], Field(min_length=1)]
    """Per cent a year, from each day."""


RateName = Literal["law", "capital"]
"""`law`: the reference rate and 8 points. `capital`: the reference rate and 2 points."""

RateFile = Annotated[
    Annotated[RateName, Tag(WORD)] | Annotated[FlatRateFile, Tag(KEYS)],
    BY_SHAPE,
]

PlanRateFile = Annotated[
    Annotated[RateWord, Tag(WORD)] | Annotated[FlatRateFile, Tag(KEYS)],
    BY_SHAPE,
]
"""As for late interest, or `reference plus 6 points`: what the debtor and we agree on."""


class InterestFile(FileModel):
    """Late interest."""

    rate: RateFile = "law"
    """`law` (räntelagen 6 §), `capital` (5 §), or a flat rate of one's own."""
    runs_from: Annotated[InterestFrom, Field(strict=False)] = InterestFrom.BANKING_DUE_DATE
    """The day after which interest runs."""
    minimum: Ore = 0
    """Interest below this is not charged."""
    pay_within: Period | None = None
    """How long there is to pay an interest invoice; 30 days when left out."""
    free_under: Names | None = None
    """Holds whose days bear no interest."""
    not_for: Annotated[list[ADebtor], Field(min_length=1)] | None = None
    """Who is never charged interest."""


class GrantFile(FileModel):
    """Who may say yes; within what limits."""

    role: Name
    """A role of kinds.yaml; `self_service` is the debtor's own choice."""
    up_to: Period | None = None
    """The longest time; without limit when left out."""
    up_to_amount: Ore | None = None
    """The largest amount; without limit when left out."""


class DecisionFile(FileModel):
    """Who may decide something about a claim; within what limits."""

    grants: Annotated[list[GrantFile], Field(min_length=1)]
    """Who may say yes, the one who may least first."""
    second: bool = False
    """Whether two must always agree: the one who decides, and one who signs."""


class DeferralFile(FileModel):
    """More time to pay (anstånd)."""

    longest: Period
    """The longest time that can be given."""
    longest_from: Annotated[TimeFrom, Field(strict=False)] = TimeFrom.DUE
    """The day that the longest time is counted from."""
    not_beyond: Day | None = None
    """A fixed last day, however long the time would else be."""
    apply_within: Period
    """How long after the due date one may ask; `0 days` is on the due date at the latest."""
    not_after: Names | None = None
    """Steps after which it is not given."""
    only_if: ConditionFile = NONE
    """What must be true of the claim, and of the party."""
    needs: Names | None = None
    """What a person must have found first: clearances of kinds.yaml."""
    pay_now_percent: Annotated[int, Field(ge=0, le=99)] = 0
    """How much of the claim must be paid first."""
    part_of_invoice: bool = False
    """Whether a part of the invoice may be deferred."""
    fee: FeeOrNone = None
    """What it costs when it is granted."""
    grants: Annotated[list[GrantFile], Field(min_length=1)]
    """Who may say yes, the one who may least first."""


class PlanFile(FileModel):
    """Payment in parts (avbetalningsplan)."""

    longest: Period
    """The longest time to the last part."""
    longest_from: Annotated[TimeFrom, Field(strict=False)] = TimeFrom.DECIDED
    """The day that the longest time is counted from."""
    parts_at_most: Annotated[int, Field(ge=2, le=240)]
    """How many parts there may be."""
    part_at_least: Ore = 0
    """The least that a part may be."""
    every: Period | None = None
    """The time from one part to the next; one month when left out."""
    first_part_within: Period | None = None
    """When the first part is to be paid at the latest; one month when left out."""
    first_part_on_due_date: bool = False
    """true: the first part is paid on the ordinary due date."""
    only_if: ConditionFile = NONE
    """What must be true of the claim, and of the party."""
    needs: Names | None = None
    """What a person must have found first: clearances of kinds.yaml."""
    not_after: Names | None = None
    """Steps after which it is not given."""
    fee: FeeOrNone = None
    """For the plan, once (lagen (1981:739) 3 § 2)."""
    notice_fee: FeeOrNone = None
    """For each notice of a part."""
    interest: PlanRateFile | None = None
    """While the plan is kept: `law`, `capital`, `reference plus 6 points`, or a flat rate of one's
    own; none when left out."""
    interest_on: Annotated[InterestOn, Field(strict=False)] = InterestOn.EACH_PART
    """What the interest is paid with: each part, the last one, or an invoice of its own."""
    notice: Wait | None = None
    """When each part but the first is given notice of, as `14 days before`; the plan's letter has
    them all when left out."""
    late_within: Period | None = None
    """How late a part may come without breaking the plan; not at all when left out."""
    broken_by: Annotated[list[Annotated[BrokenBy, Field(strict=False)]], Field(min_length=1)] = (
        Field(default_factory=lambda: list(BrokenBy))
    )
    """What breaks the plan; all of it when left out."""
    when_broken: Annotated[WhenBroken, Field(strict=False)] = WhenBroken.RESUMES
    """What follows when it is broken."""
    administered_by: Literal["creditor", "agency"] = "creditor"
    """Who keeps the plan and sends its notices."""
    agency_from_parts: Annotated[int, Field(ge=0, le=240)] = 0
    """The agency keeps only plans of so many parts or more; shorter ones we keep."""
    to: Name | None = None
    """Which of the creditor's agencies keeps the plan; the first when left out."""
    grants: Annotated[list[GrantFile], Field(min_length=1)]
    """Who may say yes, the one who may least first."""


class CarryFile(FileModel):
    """A small claim falls due with the party's next invoice (överförs till nästa faktura)."""

    below: Ore
    """What is less than this is carried."""
    at_latest: Period
    """How long after its due date it waits when no next invoice comes."""
    part_paid: bool | None = None
    """true: only what is left after a part payment. Left out: any claim so small."""
    unless_marks: Names | None = None
    """Marks of invoices that are never carried, as `final_invoice`."""


class RefundsFile(FileModel):
    """What becomes of money that is too much."""

    kept_below: Ore = 0
    """Less than this stays as it is."""
    next_invoice_below: Ore = 0
    """Less than this is set off against the next invoice; more is paid out."""
    bound_kinds: Names | None = None
    """Kinds of invoice whose credits may neither pay another debt nor be paid out."""
    interest: RateName | None = None
    """Interest on what was paid and then credited, as when an appeal is won; none if left out."""
