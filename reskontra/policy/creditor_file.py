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

from reskontra.domain.channels import Channel, LeavesAs
from reskontra.domain.court import Court
from reskontra.domain.holding import HoldRule
from reskontra.domain.party import PartyKind
from reskontra.domain.representative import Letters, RepresentativeKind
from reskontra.domain.step import Does
from reskontra.domain.texts import Texts
from reskontra.policy.condition_file import Names
from reskontra.policy.terms_file import DecisionFile, RefundsFile
from reskontra.policy.values import (
    Bankgiro,
    FileModel,
    Name,
    Ore,
    OrganizationNumber,
    Period,
    ReferenceFile,
    Text,
    TextsFile,
)
from reskontra.policy.water_file import WaterFile

Ground = Literal["agreement", "tariff", "water_tariff", "supervision", "law"]
"""Why an invoice is owed. `water_tariff`: a charge under lagen (2006:412). `supervision`: decided
by an authority and enforceable without a verdict, as a fee by miljöbalken."""

WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]


class ContactFile(FileModel):
    """Whom to ask."""

    name: Text
    """Who answers."""
    phone: str = ""
    """As people dial it."""
    email: Annotated[str, StringConstraints(pattern=r"^\S+@\S+$")] | None = None
    """Where to write."""
    website: WebAddress | None = None
    """Where to read more."""


class DepartmentFile(FileModel):
    """The part of a creditor that billed."""

    department: Name
    """Its code in invoice files."""
    name: TextsFile
    """Its name to people."""
    contact: ContactFile
    """Whom to ask about its invoices."""


class KindFile(FileModel):
    """A kind of invoice, or a service on its lines: its name and why it is owed."""

    sv: Text
    """In Swedish."""
    en: Text
    """In English."""
    ground: Ground
    """Why it is owed; what a step may cost depends on it."""

    def texts(self) -> Texts:
        """Its name as the domain has it."""
        return Texts(sv=self.sv, en=self.en)


class AgencyFile(FileModel):
    """A collection agency."""

    name: Text
    """Its name in full."""
    bankgiro: Bankgiro
    """Where those pay whose claim it has."""
    contact: ContactFile
    """Whom they ask."""


class AddressFile(FileModel):
    """Where letters to somebody go."""

    name: Text
    """Who it is."""
    address_lines: Annotated[list[Text], Field(min_length=1, max_length=4)]
    """The postal address."""


class CreditorFile(FileModel):
    """Who is owed."""

    creditor: Name
    """Its code: the name of its folder."""
    name: Text
    """Its name in full."""
    organization_number: OrganizationNumber
    """As it is registered."""
    bankgiro: Bankgiro
    """Where people pay."""
    accounts: Annotated[dict[Name, Bankgiro], Field(min_length=1)] | None = None
    """Other bankgiro numbers where a step's letter may let people pay, by short names."""
    channels: Names | None = None
    """How its letters go, the wished way first: channels of kinds.yaml; paper when left out."""
    addresses: Annotated[dict[Name, AddressFile], Field(min_length=1)] | None = None
    """Where copies go to roles of kinds.yaml that are the same for every invoice."""
    address_lines: Annotated[list[Text], Field(min_length=1, max_length=4)]
    """Its postal address."""
    contact: ContactFile
    """Whom to ask."""
    departments: Annotated[list[DepartmentFile], Field(min_length=1)]
    """The parts of it that bill."""
    invoice_kinds: Annotated[dict[Name, KindFile], Field(min_length=1)]
    """What it sends invoices for. `interest` and `fee` are its own invoices of late interest and
    of fees."""
    services: Annotated[dict[Name, KindFile], Field(min_length=1)]
    """What lines of invoices may be about."""
    ocr_series: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,4}$")]
    """The digits that OCR numbers of our own documents begin with."""
    agencies: Annotated[dict[Name, AgencyFile], Field(min_length=1)] | None = None
    """Its collection agencies by short names; the first is meant when none is named."""
    refunds: RefundsFile = RefundsFile()
    """What becomes of money that is too much; all of it is paid out when left out."""
    decisions: dict[Name, DecisionFile] = Field(default_factory=dict)
    """Who may decide, by kind of decision in kinds.yaml. A kind that is left out is decided by a
    case officer, and signed by another when it gives up money."""
    water: WaterFile | None = None
    """On what terms it disconnects water by orders of its own."""


class HighFile(FileModel):
    """When an invoice is unusually high for its recipient, who is then offered to pay in parts."""

    percent: Annotated[int, Field(ge=101, le=10_000)] = 200
    """Above so much of the median of the recipient's earlier invoices of the kind."""
    above: Ore = 50_000
    """And so much more than it at least."""
    earlier_at_least: Annotated[int, Field(ge=1, le=100)] = 3
    """With fewer earlier invoices nothing is usual."""


class NoticesFile(FileModel):
    """How long before the due date a person may choose to be told of it by e-mail."""

    days_before: list[Annotated[int, Field(ge=1, le=30)]] = Field(
        default_factory=lambda: [2, 5, 10]
    )
    """Among so many days; none: nobody is told of these invoices."""
    usual: Annotated[int, Field(ge=1, le=30)] = 5
    """What is chosen at first."""


class PortalFile(FileModel):
    """What a citizen sees, and for how long. Nothing is deleted by these."""

    shown_from_invoice_date: Period
    """How long an invoice is shown."""
    hidden_when_overdue: Period
    """How long after its due date an unpaid invoice is hidden."""
    shown_to: Annotated[list[Annotated[PartyKind, Field(strict=False)]], Field(min_length=1)]
    """Who may sign in and see."""
    payment_registered_within: Period
    """How long a payment may take to be seen."""
    paper_arrives_within: Period
    """How long a letter on paper may take."""
    e_invoice_within: Period
    """How long an e-invoice may take."""
    e_invoice_url: WebAddress | None = None
    """Where one asks for e-invoices."""
    unusually_high: HighFile = HighFile()
    """When an invoice is unusually high for its recipient."""
    notices: NoticesFile = NoticesFile()
    """When a person may be told by e-mail that an invoice falls due."""
    reference: ReferenceFile
    """Where it was decided or published."""


class HoldFile(TextsFile):
    """A kind of hold, and what it does; one that says nothing stops everything until lifted."""

    stops: Annotated[list[Annotated[Does, Field(strict=False)]], Field(min_length=1)] | None = None
    """What steps do that it stops; everything when not given."""
    recalls: bool = False
    """No agency may have the claim."""
    goes_again: bool = False
    """When it is over, a claim that it called back goes to the agency again by itself."""
    permitted_by: Name | None = None
    """The clearance by which a person lets the claim go on in spite of it."""
    closes_portal: bool = False
    """Nobody signs in as the party."""

    def rule(self) -> HoldRule:
        """As the domain has it."""
        return HoldRule(
            stops=frozenset(each.value for each in self.stops or ()),
            recalls=self.recalls,
            goes_again=self.goes_again,
            permitted_by=self.permitted_by or "",
            closes_portal=self.closes_portal,
        )


class ChannelFile(FileModel):
    """A way to send letters."""

    sv: Text
    """Its name in Swedish."""
    en: Text
    """Its name in English."""
    leaves_as: Annotated[LeavesAs, Field(strict=False)]
    """What is made for it: `text` says the least needed; `nothing` is seen by signing in."""
    mark: Name | None = None
    """What an invoice must be marked with for its recipient to be reached so."""

    def build(self) -> Channel:
        """As the domain has it."""
        texts = Texts(sv=self.sv, en=self.en)
        return Channel(texts=texts, leaves_as=self.leaves_as, mark=self.mark or "")


class CourtFile(FileModel):
    """A court that tries what is contested."""

    sv: Text
    """In Swedish, as within a sentence."""
    en: Text
    """In English."""
    grounds: Annotated[list[Ground], Field(min_length=1)]
    """By what the claims are owed that it tries."""

    def build(self) -> Court:
        """As the domain has it."""
        return Court(name=Texts(sv=self.sv, en=self.en), grounds=frozenset(self.grounds))


class RepresentativeFile(FileModel):
    """A kind of representative."""

    sv: Text
    """Its name in Swedish."""
    en: Text
    """Its name in English."""
    letters: Annotated[Letters, Field(strict=False)]
    """Whether the letters go to the representative `instead`, or `also`."""
    of_minors: bool = False
    """Only somebody under age has one, and only until they come of age."""
    reference: ReferenceFile
    """The law that says so."""
    verified: bool
    """Whether it has been read in the law's own words, or a lawyer has been asked."""

    def build(self) -> RepresentativeKind:
        """As the domain has it."""
        return RepresentativeKind(
            texts=Texts(sv=self.sv, en=self.en),
            letters=self.letters,
            of_minors=self.of_minors,
            reference=self.reference.reference(),
            verified=self.verified,
        )


class KindsFile(FileModel):
    """The words that the files of every creditor share."""

    holds: Annotated[dict[Name, HoldFile], Field(min_length=1)]
    """What may hold a claim."""
    clearances: Annotated[dict[Name, TextsFile], Field(min_length=1)]
    """What a person may find; a step may need it, or be counted from it."""
    marks: Annotated[dict[Name, TextsFile], Field(min_length=1)]
    """What the billing system may mark an invoice with."""
    roles: Annotated[dict[Name, TextsFile], Field(min_length=1)]
    """Who may perform a step, decide, or get a copy."""
    channels: Annotated[dict[Name, ChannelFile], Field(min_length=1)]
    """How a letter may be sent."""
    enclosures: Annotated[dict[Name, TextsFile], Field(min_length=1)]
    """What may be sent along with a letter."""
    decisions: Annotated[dict[Name, TextsFile], Field(min_length=1)]
    """What a person may decide."""
    courts: Annotated[dict[Name, CourtFile], Field(min_length=1)]
    """Which court tries what is contested."""
    representatives: Annotated[dict[Name, RepresentativeFile], Field(min_length=1)]
    """Who may stand for a party."""
