"""What one door or another hands out of the records: plain values, never rows.

InvoiceRow    one line of a list
InvoiceDetail one invoice with everything that its recipient may know
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from reskontra.domain.claim import Claim, Status
from reskontra.records.plan_views import PartView as PartView
from reskontra.records.plan_views import PlanView as PlanView
from reskontra.records.requests import NewRequest as NewRequest
from reskontra.records.requests import RequestRow as RequestRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizen:
    """Who is asking: the party that signed in. Every query is bound to it by the database."""

    party_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LookView:
    """One look at the party's data by somebody of the staff."""

    actor: str
    role: str
    """As what they looked; empty for one who looked from a terminal."""
    purpose: str
    looked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceRow:
    """One line of the list of unpaid or of paid invoices. Amounts in öre."""

    public_id: UUID
    number: str
    creditor: str
    department: str
    kind: str
    invoice_date: date
    due_date: date
    paid_date: date | None
    billed_ore: int
    open_ore: int
    overdue: bool
    statuses: tuple[Status, ...]
    """Every status word that is true, the main one first."""
    disputed_ore: int = 0
    """A part that waits while the rest goes on; nothing when all waits."""
    sold_ore: int = 0
    """What an agency took over as its own."""

    @property
    def to_pay_ore(self) -> int:
        """What is asked for."""
        return self.open_ore - self.disputed_ore


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFilter:
    """Which invoices of a list are wanted; what is empty leaves nothing out."""

    year: int | None = None
    """Of the invoice date."""
    kind: str = ""
    creditor: str = ""
    department: str = ""
    """A department is one of a creditor's: the two go together."""
    number: str = ""
    """Some of the invoice number's or the OCR number's characters, in a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListGroup:
    """Something that a list can be narrowed to: some of its invoices are such."""

    year: int
    creditor: str
    kind: str
    department: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicePage:
    """One page of a citizen's list, and what all that is wanted of the list adds up to."""

    name: str
    """Of the citizen."""
    represented: tuple[StandinView, ...]
    """Who gets the citizen's letters instead of them, or also, today."""
    rows: tuple[InvoiceRow, ...]
    groups: tuple[ListGroup, ...]
    """Of the whole list, whatever is wanted of it."""
    page: int
    pages: int
    count: int
    whole_count: int
    """How many the list has when nothing is left out."""
    open_ore: int
    """What is left to pay us of all that is wanted, not of the page."""
    at_agency_ore: int
    """What is left of the invoices that are to be paid to a collection agency instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """One line of an invoice. Amounts in öre, VAT included in `amount_ore`."""

    text: str
    service: str
    amount_ore: int
    vat_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementView:
    """One thing that changed what is owed: a payment, a fee, a credit, a write-off."""

    kind: str
    """A word of `EntryKind`, or `overpaid` for money above what was owed."""
    amount_ore: int
    value_date: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """A letter that speaks for the invoice."""

    public_id: UUID
    template: str
    day: date
    pay_by: date | None
    total_ore: int
    ocr_number: str
    invoice_count: int
    """How many invoices of the same recipient the letter speaks for."""
    taken_for_this: bool
    """False when this invoice is only listed because it was overdue too."""
    bankgiro: str
    """Where it lets people pay, as printed."""
    channel: str
    """How it goes: a channel of kinds.yaml."""
    left_on: date | None
    """The day it left; None while it waits, and when it never will."""
    stopped: bool
    """It was not to go any more."""
    undone: bool = False
    """It should not have been sent, and what it says does not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverView:
    """The invoice is with a collection agency since `day`."""

    agency: str
    bankgiro: str
    ocr_number: str
    """What it is paid with there; empty until the agency has told it."""
    day: date
    principal_ore: int
    interest_ore: int
    fee_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackView:
    """The invoice had been with a collection agency, and became ours again on `day`."""

    agency: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HappenedView:
    """A step taken, with the rule that led to it."""

    step: str
    day: date
    pay_by: date | None
    procedure: str
    procedure_file: str
    digest: str
    fee_ore: int
    """What it cost the invoice."""
    undone_on: date | None = None
    """The day on which it was undone, when it was: it counts as not taken."""
    undone_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceDetail:
    """One invoice, whole."""

    public_id: UUID
    row: InvoiceRow
    claim: Claim
    ocr_number: str
    our_reference: str
    has_pdf: bool
    """False until somebody asks for it, when we are the ones who make it."""
    created_at: datetime
    lines: tuple[LineView, ...]
    movements: tuple[MovementView, ...]
    letters: tuple[LetterView, ...]
    steps: tuple[HappenedView, ...]
    handover: HandoverView | None
    """Who is to be paid; None when we are, or when the agency has closed it."""
    given: HandoverView | None
    """The latest hand-over, wherever the claim is now."""
    """The agency that is to be paid; never when we are."""
    backs: tuple[BackView, ...]
    """The times that it became ours again, oldest first."""
    debtors: int
    """How many owe it; of the others nothing more is told."""
    interest_for_number: str
    """On an interest invoice: the number of the invoice that was paid late."""
    paying_back_ore: int = 0
    """Of what is too much, what we have decided to pay back and is on its way."""
    plan: PlanView | None = None
    """The latest plan that it has been in."""
    requests: tuple[RequestRow, ...] = ()
    """What its recipient has asked for, the newest first."""
    earlier_ore: tuple[int, ...] = ()
    """The recipient's invoices of the kind in the two years before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRequest:
    """Something that the citizen has asked for, and how its invoice stands. Amount in öre."""

    row: RequestRow
    invoice: UUID | None
    """None when the portal's rules no longer show the invoice."""
    open_ore: int


@dataclass(frozen=True, slots=True)
class StandinView:
    """Who stands for the citizen; without a name when the identity is protected."""

    kind: str
    instead: bool
    """Gets the letters instead of the citizen."""
    name: str


@dataclass(frozen=True, slots=True)
class OrderAhead:
    """Work that is to be done at a house: from which day, and until when."""

    kind: str
    day: date
    last_day: date | None


@dataclass(frozen=True, slots=True)
class WaterFee:
    """A fee by the water tariff that was entered on one's invoice. Amount in öre."""

    kind: str
    invoice: int
    amount_ore: int
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseView:
    """The work at a house, as one who owns it may see it."""

    ahead: tuple[OrderAhead, ...] = ()
    """What is to be done, the latest order first."""
    closed_for: tuple[Claim, ...] = ()
    """One's own claims that the water is off or throttled for."""
    fees: tuple[WaterFee, ...] = ()
