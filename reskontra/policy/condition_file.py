"""What a step may ask of a claim, and of the party who owes it: `only_if` and `unless`.

    only_if: {open_at_least: 100 kr, party: {invoices_overdue_at_least: 2}}
    unless: {marks: [needs_assessed]}

The one rule: every key narrows; a condition with no keys is always true.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from reskontra.domain.conditions import Condition, PartyCondition, Times
from reskontra.domain.course import Course
from reskontra.domain.party import PartyKind
from reskontra.policy.values import FileModel, Name, Ore, Period

ADebtor = Annotated[PartyKind, Field(strict=False)]
Count = Annotated[int, Field(ge=0, le=1000)]
Names = Annotated[list[Name], Field(min_length=1)]


class TimesFile(FileModel):
    """How often something has happened to the party, within a time until today."""

    within: Period
    """How far back is looked."""
    at_least: Count = 0
    """So many times, or more."""
    at_most: Count | None = None
    """So many times, or fewer."""

    def build(self) -> Times:
        """As the domain has it."""
        return Times(within=self.within, at_least=self.at_least, at_most=self.at_most)


class PartyConditionFile(FileModel):
    """What must be true of everything that the party owes the creditor, or has owed it."""

    overdue_at_least: Ore | None = None
    """So much is overdue in all."""
    invoices_overdue_at_least: Count = 0
    """So many invoices are overdue."""
    of_kinds: Names | None = None
    """`overdue_at_least` and `invoices_overdue_at_least` count these kinds; all when left out."""
    same_facility: bool = False
    """true: the two count only invoices about the same facility as this one."""
    others_overdue_at_most: Count | None = None
    """So many invoices, or fewer, are overdue besides this one."""
    steps: Names | None = None
    """What `steps_taken` counts, on any of the party's invoices: steps, and holds that began."""
    steps_taken: TimesFile | None = None
    """How often any of `steps` has been taken, or has begun."""
    paid_late: TimesFile | None = None
    """How many invoices were paid after their last day."""
    last_paid_on_time: Count = 0
    """So many of the latest paid invoices were paid in time."""
    has_only_services: Names | None = None
    """The party is billed for these services and for no other."""

    def build(self) -> PartyCondition:
        """As the domain has it."""
        return PartyCondition(
            overdue_at_least_ore=self.overdue_at_least or 0,
            invoices_overdue_at_least=self.invoices_overdue_at_least,
            of_kinds=frozenset(self.of_kinds or ()),
            same_facility=self.same_facility,
            others_overdue_at_most=self.others_overdue_at_most,
            steps=frozenset(self.steps or ()),
            steps_taken=self.steps_taken.build() if self.steps_taken else None,
            paid_late=self.paid_late.build() if self.paid_late else None,
            last_paid_on_time=self.last_paid_on_time,
            has_only_services=frozenset(self.has_only_services or ()),
        )


class ConditionFile(FileModel):
    """What must be true of a claim; all of it at once."""

    open_at_least: Ore | None = None
    """At least so much is left to pay."""
    open_at_most: Ore | None = None
    """At most so much is left to pay."""
    part_paid: bool | None = None
    """true: some of it has been paid. false: nothing has."""
    kinds: Names | None = None
    """The invoice is of one of these kinds."""
    services: Names | None = None
    """The invoice has a line of one of these services."""
    service_debt_at_least: Ore | None = None
    """At least so much is left of what was billed for `services`."""
    debtors: Annotated[list[ADebtor], Field(min_length=1)] | None = None
    """The one who owes is one of these in law."""
    marks: Names | None = None
    """The billing system has marked the invoice with one of these."""
    overdue_at_least: Period | None = None
    """So long has passed since the due date."""
    overdue_at_most: Period | None = None
    """No more than so long has passed since the due date."""
    taken: Names | None = None
    """All of these steps have been taken for the claim."""
    not_taken: Names | None = None
    """None of these steps has been taken for the claim."""
    courses: Annotated[list[Annotated[Course, Field(strict=False)]], Field(min_length=1)] | None = (
        None
    )
    """A person has decided that the claim goes one of these ways."""
    party: PartyConditionFile | None = None
    """What else the party owes, and how it has paid before."""

    def build(self) -> Condition:
        """As the domain has it."""
        return Condition(
            open_at_least_ore=self.open_at_least,
            open_at_most_ore=self.open_at_most,
            part_paid=self.part_paid,
            kinds=frozenset(self.kinds or ()),
            services=frozenset(self.services or ()),
            service_debt_at_least_ore=self.service_debt_at_least,
            debtors=frozenset(self.debtors or ()),
            marks=frozenset(self.marks or ()),
            overdue_at_least=self.overdue_at_least,
            overdue_at_most=self.overdue_at_most,
            taken=frozenset(self.taken or ()),
            not_taken=frozenset(self.not_taken or ()),
            courses=frozenset(self.courses or ()),
            party=self.party.build() if self.party else None,
        )
