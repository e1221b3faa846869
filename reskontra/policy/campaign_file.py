"""What a campaign file may say: `campaigns/*.yaml`.

    campaign: late_invoices
    first_day: 2025-02-10
    last_day: 2025-03-31
    applies_to: {kinds: [water]}
    invoiced: {first_day: 2025-02-01, last_day: 2025-02-28}
    due_moves_to: 2025-03-31

The one rule: a campaign only makes things easier for the one who owes.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from reskontra.domain.campaign import Campaign
from reskontra.policy.creditor_file import CreditorFile
from reskontra.policy.document import Document
from reskontra.policy.procedure_file import AppliesTo
from reskontra.policy.values import Day, FileModel, Name, ReferenceFile, Text, TextsFile


class DayRangeFile(FileModel):
    """From one day to another, both included."""

    first_day: Day
    """The first day."""
    last_day: Day
    """The last day."""


class CampaignFile(FileModel):
    """For some time other rules hold for some invoices, by a decision."""

    campaign: Name
    """Its name."""
    label: TextsFile
    """Its name to people."""
    explanation: TextsFile
    """What it means to the person who owes."""
    reference: ReferenceFile
    """The decision."""
    first_day: Day
    """The first day on which it holds."""
    last_day: Day | None = None
    """The last day; until the file says when, when left out."""
    applies_to: AppliesTo = AppliesTo()
    """Which invoices it concerns; all of them when left out."""
    invoiced: DayRangeFile | None = None
    """Their invoice date lies between these days."""
    due: DayRangeFile | None = None
    """Their due date lies between these days."""
    numbers: Annotated[list[Text], Field(min_length=1)] | None = None
    """Only the invoices of these numbers, in quotation marks."""
    stops: bool = False
    """true: no step is taken while it lasts, and its days do not count."""
    due_moves_to: Day | None = None
    """The debtor has until this day; steps and interest are counted from it."""
    interest_free: bool = False
    """true: the days that it lasts bear no interest."""
    interest_free_if_paid_by: Day | None = None
    """No interest on what is paid whole by this day; what is not, bears it from the first."""
    fee_free: bool = False
    """true: no step costs anything while it lasts."""

    def build(self, document: Document, creditor: CreditorFile) -> Campaign:
        """As the domain has it."""
        return Campaign(
            name=self.campaign,
            label=self.label.texts(),
            explanation=self.explanation.texts(),
            reference=self.reference.reference(),
            file=document.file,
            digest=document.digest,
            first_day=self.first_day,
            last_day=self.last_day,
            scope=self.applies_to.build(creditor),
            invoiced=(self.invoiced.first_day, self.invoiced.last_day) if self.invoiced else None,
            due=(self.due.first_day, self.due.last_day) if self.due else None,
            numbers=frozenset(self.numbers or ()),
            stops=self.stops,
            due_moves_to=self.due_moves_to,
            interest_free=self.interest_free,
            interest_free_if_paid_by=self.interest_free_if_paid_by,
            fee_free=self.fee_free,
        )
