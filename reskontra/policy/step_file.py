"""What a step of a procedure may say.

    - step: reminder
      label: {sv: Påminnelse, en: Reminder}
      does: letter
      letter: reminder
      after: due
      wait: 7 working days
      pay_within: 14 days
      explanation: {sv: Vi påminner., en: We remind you.}

The one rule: these keys are the whole language of steps; the checks after them only compare names,
times and amounts with each other and with the law.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Tag

from reskontra.domain.claim import REMINDER
from reskontra.domain.step import (
    COLLECTION_DEMAND,
    Anchor,
    CountedFrom,
    Does,
    Falls,
    InLaw,
    Need,
    States,
    TimeOut,
    Together,
)
from reskontra.policy.condition_file import ConditionFile, Names
from reskontra.policy.course_file import CostFile, Costs, Courses
from reskontra.policy.terms_file import NONE, FeeOrNone
from reskontra.policy.values import (
    BY_SHAPE,
    KEYS,
    WORD,
    Days,
    FileModel,
    Name,
    Period,
    ReferenceFile,
    Text,
    TextsFile,
    Wait,
)

Letter = Literal["invoice", "reminder", "notice", "collection_demand"]


class AnchorFile(FileModel):
    """Another day that must have come, and how long after it."""

    after: Name
    """`billed`, `due`, an earlier step, or a clearance of kinds.yaml."""
    wait: Wait
    """How long after that day."""
    counted_from: Annotated[CountedFrom, Field(strict=False)] = CountedFrom.PAY_BY
    """Of an earlier step: its last day to pay, or the day it was taken."""

    def build(self) -> Anchor:
        """As the domain has it."""
        return Anchor(after=self.after, wait=self.wait, counted_from=self.counted_from)


class NeedFile(FileModel):
    """A gate: a person must have found something before the step is taken."""

    clearance: Name
    """What is to be found: a clearance of kinds.yaml."""
    by: Name | None = None
    """Who may say so: a role of kinds.yaml; anybody in the office when left out."""
    time_out: Wait | None = None
    """How long is waited for an answer, from the day the step could else be taken."""
    then: Annotated[TimeOut, Field(strict=False)] = TimeOut.GIVE_UP
    """What happens when no answer has come by then."""
    fresh_within: Period | None = None
    """The finding may not be older than this."""
    after_part_payment: bool = False
    """true: a finding made before the latest payment must be made again."""

    def build(self) -> Need:
        """As the domain has it."""
        return Need(
            clearance=self.clearance,
            by=self.by or "",
            time_out=self.time_out,
            then=self.then,
            fresh_within=self.fresh_within,
            after_part_payment=self.after_part_payment,
        )


ANeed = Annotated[Annotated[Name, Tag(WORD)] | Annotated[NeedFile, Tag(KEYS)], BY_SHAPE]
"""A clearance by its name alone, or with its terms."""


class StepFile(FileModel):
    """One step."""

    step: Name
    """Its name in the system. A reminder's begins with `reminder`, a hand-over's with
    `hand_over`."""
    label: TextsFile
    """Its name to people."""
    does: Annotated[Does, Field(strict=False)]
    """What happens. `await_report`: somebody else performs it and reports it."""
    in_law: Annotated[InLaw, Field(strict=False)] | None = None
    """What it is in law; said of each step that somebody else performs, `other` when the law asks
    nothing of it, and of a notice that warns of disconnection."""
    after: Name
    """What it is counted from: `billed`, `due`, `paid`, an earlier step, or a clearance."""
    wait: Wait
    """How long after that day."""
    counted_from: Annotated[CountedFrom, Field(strict=False)] = CountedFrom.PAY_BY
    """Of an earlier step: its last day to pay, or the day it was taken."""
    also_after: Annotated[list[AnchorFile], Field(min_length=1)] | None = None
    """Other days that must have come too."""
    on_days: Days | None = None
    """The only days on which it is taken."""
    joins_next_invoice: Period | None = None
    """It comes with the party's next invoice; alone after so long, when none comes."""
    letter: Letter | None = None
    """Which letter is sent."""
    pay_within: Wait | None = None
    """How long there is to pay, by one clock or two; the next step is counted from that day."""
    pay_by_falls: Annotated[Falls, Field(strict=False)] = Falls.NEXT_BANKING_DAY
    """Where that day goes when banks are closed."""
    together: Annotated[Together, Field(strict=False)] = Together.EACH
    """Which invoices of a party share one letter."""
    in_letter_of: Name | None = None
    """An earlier step in whose letter its words stand when both are taken the same day."""
    states: Annotated[States, Field(strict=False)] = States.OPEN
    """Which amount the letter demands; `services`: what is left of those that `only_if` names."""
    adds_interest: bool = False
    """true: late interest until the day is entered on the claim, and the letter shows it."""
    text: TextsFile | None = None
    """What the letter says in its own words."""
    channels: Names | None = None
    """How the letter is sent, the wished way first: channels of kinds.yaml."""
    pays_to: Name | None = None
    """Which account of creditor.yaml its letter lets people pay to; the usual one when left out."""
    copies_to: Names | None = None
    """Who gets a copy: roles of kinds.yaml."""
    encloses: Names | None = None
    """What is sent along: enclosures of kinds.yaml."""
    fee: FeeOrNone = None
    """What it costs the debtor, and by what right."""
    costs: Costs | None = None
    """What an application adds to the claim by law: its fee, our own work, the base fee."""
    courses: Courses | None = None
    """The table of a step that does propose_course; the first row that is true decides."""
    only_if: ConditionFile = NONE
    """When it concerns a claim at all."""
    unless: ConditionFile | None = None
    """It does not concern a claim of which all of this is true."""
    needs: Annotated[list[ANeed], Field(min_length=1)] | None = None
    """What a person must have found first: clearances of kinds.yaml."""
    stopped_by: list[Name] | None = None
    """Which holds of kinds.yaml stop it; every one when left out."""
    by: Name = "creditor"
    """Who performs it: a role of kinds.yaml."""
    to: Name | None = None
    """Which agency gets the claim; the creditor's first one when left out."""
    transfers_claim: bool = False
    """true: the agency owns the claim from then on; else it collects for the creditor."""
    explanation: TextsFile
    """What the step means to the person who owes."""
    as_published: Text | None = None
    """The source's own words for the time, when they are not exact."""
    reference: ReferenceFile | None = None
    """Where the step comes from, when not from the procedure's own source."""

    @property
    def gates(self) -> tuple[NeedFile, ...]:
        """What it needs, each with its terms."""
        return tuple(
            each if isinstance(each, NeedFile) else NeedFile(clearance=each)
            for each in self.needs or ()
        )

    @property
    def adds(self) -> tuple[CostFile, ...]:
        """What it adds by law, each with its terms."""
        return tuple(
            each if isinstance(each, CostFile) else CostFile(cost=each) for each in self.costs or ()
        )

    @property
    def law(self) -> InLaw:
        """What it is in law: a letter that is a collection demand need not say so twice."""
        if self.in_law is None and self.letter == COLLECTION_DEMAND:
            return InLaw.COLLECTION_DEMAND
        return self.in_law or InLaw.OTHER

    @property
    def demands(self) -> bool:
        """Whether it is a collection demand, ours or an agency's."""
        return self.letter == COLLECTION_DEMAND or self.law is InLaw.COLLECTION_DEMAND

    @property
    def reminds(self) -> bool:
        """Whether it is a reminder, ours or an agency's."""
        reported = self.does is Does.AWAIT_REPORT and self.step.startswith(REMINDER)
        return self.letter == REMINDER or reported

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Every day that it is counted from."""
        first = Anchor(after=self.after, wait=self.wait, counted_from=self.counted_from)
        return (first, *(each.build() for each in self.also_after or ()))
