"""What a procedure file may say: `procedures/*.yaml`.

    procedure: water
    valid_from: 2020-01-01
    reference: {title: Avfalls- och VA-taxa 2020}
    applies_to: {kinds: [water]}
    allocation: [interest, fee, principal]
    steps: [...]

The one rule: a file is one version of one procedure; it takes over from the version before it on
its day.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from reskontra.domain.party import PartyKind
from reskontra.domain.rules import Part, VersionBy
from reskontra.domain.scope import Scope
from reskontra.policy.condition_file import ADebtor, Names
from reskontra.policy.creditor_file import CreditorFile, Ground
from reskontra.policy.step_file import StepFile
from reskontra.policy.terms_file import CarryFile, DeferralFile, InterestFile, PlanFile
from reskontra.policy.values import Day, FileModel, Name, ReferenceFile, Text


class AppliesTo(FileModel):
    """Which invoices are taken; what is not named may be anything."""

    kinds: Names | None = None
    """Kinds of invoice of creditor.yaml."""
    grounds: Annotated[list[Ground], Field(min_length=1)] | None = None
    """Every kind of invoice that is owed on one of these grounds."""
    debtors: Annotated[list[ADebtor], Field(min_length=1)] | None = None
    """What the one who owes is in law."""
    departments: Names | None = None
    """Which department has billed."""
    facilities: Annotated[list[Text], Field(min_length=1)] | None = None
    """Which facility the invoice concerns."""
    marks: Names | None = None
    """The billing system has marked the invoice with one of these."""
    party_has_only: Names | None = None
    """The party is billed for these services and for no other."""

    def kinds_of(self, creditor: CreditorFile) -> tuple[str, ...]:
        """The kinds of invoice that are meant; every kind when neither key is given."""
        if self.kinds is None and self.grounds is None:
            return tuple(creditor.invoice_kinds)
        by_ground = (
            name
            for name, kind in creditor.invoice_kinds.items()
            if kind.ground in (self.grounds or ())
        )
        return tuple(dict.fromkeys((*(self.kinds or ()), *by_ground)))

    def build(self, creditor: CreditorFile) -> Scope:
        """As the domain has it."""
        return Scope(
            kinds=frozenset(self.kinds_of(creditor)),
            debtors=frozenset(self.debtors or PartyKind),
            departments=frozenset(self.departments or ()),
            facilities=frozenset(self.facilities or ()),
            marks=frozenset(self.marks or ()),
            party_has_only=frozenset(self.party_has_only or ()),
        )


class ProcedureFile(FileModel):
    """One version of a procedure: the whole process for some unpaid invoices."""

    procedure: Name
    """Its name; the same in every version."""
    valid_from: Day
    """The first day of this version."""
    version_by: Annotated[VersionBy, Field(strict=False)] = VersionBy.DUE_DATE
    """Which day of a claim is compared with `valid_from`."""
    reference: ReferenceFile
    """Where it was decided or published."""
    applies_to: AppliesTo
    """Which invoices it takes; of two procedures the narrower takes an invoice."""
    allocation: Annotated[list[Annotated[Part, Field(strict=False)]], Field(min_length=3)]
    """Which part of a claim a payment pays first."""
    interest: InterestFile | None = None
    """Late interest; none when left out."""
    carry: CarryFile | None = None
    """When a small claim waits for the next invoice."""
    deferral: DeferralFile | None = None
    """On what terms more time is given."""
    plan: PlanFile | None = None
    """On what terms one may pay in parts."""
    steps: Annotated[list[StepFile], Field(min_length=1)]
    """What happens when the invoice is not paid, each step after a day or an earlier step."""
