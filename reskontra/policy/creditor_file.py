"""What the files about a creditor may say: `creditor.yaml`, `portal.yaml`, and `kinds.yaml`.

    creditor: water_company
    name: Granviks Vatten och Avfall AB
    invoice_kinds:
      water: {sv: Vatten och avlopp, en: Water and sewerage, ground: water_tariff}

The one rule: every kind of invoice says on what ground it is owed, because the law asks.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from reskontra.domain.party import PartyKind
from reskontra.domain.texts import Texts
from reskontra.policy.values import (
    Bankgiro,
    FileModel,
    Name,
    OrganizationNumber,
    Period,
    ReferenceFile,
    Text,
    TextsFile,
)

Ground = Literal["agreement", "tariff", "water_tariff", "law"]
"""Why the invoice is owed. `water_tariff` is a charge under lagen (2006:412)."""

WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]


class ContactFile(FileModel):
    """Whom to ask."""

    name: Text
    phone: str = ""
    email: Annotated[str, StringConstraints(pattern=r"^\S+@\S+$")] | None = None
    website: WebAddress | None = None


class DepartmentFile(FileModel):
    """The part of a creditor that billed."""

    department: Name
    name: TextsFile
    contact: ContactFile


class KindFile(FileModel):
    """A kind of invoice, or a service on its lines: its name and why it is owed."""

    sv: Text
    en: Text
    ground: Ground

    def texts(self) -> Texts:
        """Its name as the domain has it."""
        return Texts(sv=self.sv, en=self.en)


class AgencyFile(FileModel):
    """The collection agency."""

    name: Text
    bankgiro: Bankgiro
    contact: ContactFile


class CreditorFile(FileModel):
    """Who is owed."""

    creditor: Name
    name: Text
    organization_number: OrganizationNumber
    bankgiro: Bankgiro
    address_lines: Annotated[list[Text], Field(min_length=1, max_length=4)]
    contact: ContactFile
    departments: Annotated[list[DepartmentFile], Field(min_length=1)]
    invoice_kinds: Annotated[dict[Name, KindFile], Field(min_length=1)]
    services: Annotated[dict[Name, KindFile], Field(min_length=1)]
    ocr_series: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,4}$")]
    agency: AgencyFile | None = None


class PortalFile(FileModel):
    """What a citizen sees, and for how long."""

    shown_from_invoice_date: Period
    hidden_when_overdue: Period
    shown_to: Annotated[list[Annotated[PartyKind, Field(strict=False)]], Field(min_length=1)]
    payment_registered_within: Period
    paper_arrives_within: Period
    e_invoice_within: Period
    e_invoice_url: WebAddress | None = None
    reference: ReferenceFile


class KindsFile(FileModel):
    """What may hold a claim, and what a person may find."""

    holds: Annotated[dict[Name, TextsFile], Field(min_length=1)]
    clearances: Annotated[dict[Name, TextsFile], Field(min_length=1)]
