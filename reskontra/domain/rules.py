"""What policy files become: procedures of steps, and a creditor's own choices.

    reminder                 after due, wait 7 working days, pay within 14 days
    └─ hand_over             after reminder: the day after its pay-by day at the earliest
       ├─ enforcement        performed by the agency: waits for its report
       └─ disconnection_warning

A procedure is a tree: each step names the one it comes `after`, so several branches may
grow from one step. Nothing here decides anything; `dunning.assess` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from reskontra.domain.calendar import Span
from reskontra.domain.campaign import Campaign
from reskontra.domain.channels import LETTER, Channel
from reskontra.domain.court import Court
from reskontra.domain.dealings import Dealings
from reskontra.domain.deciding import ONE_OFFICER, TWO_OFFICERS, DecisionRule
from reskontra.domain.holding import HoldRule
from reskontra.domain.law import Law
from reskontra.domain.party import PartyKind
from reskontra.domain.representative import RepresentativeKind
from reskontra.domain.scope import Billed, Scope
from reskontra.domain.step import Does, InLaw, Step
from reskontra.domain.terms import Carry, DeferralTerms, InterestTerms, PlanTerms, RefundRules
from reskontra.domain.texts import Contact, Reference, Texts
from reskontra.domain.water_rules import WaterRules


class Part(StrEnum):
    """The parts of a claim's balance."""

    PRINCIPAL = "principal"
    FEE = "fee"
    INTEREST = "interest"


class VersionBy(StrEnum):
    """Which day decides the version of a procedure that a claim follows."""

    DUE_DATE = "due_date"
    INVOICE_DATE = "invoice_date"
    STEP_DAY = "step_day"
    """The version in force on the day of each step: running claims follow the new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """The whole unpaid-invoice process for some invoices of one creditor."""

    name: str
    creditor: str
    valid_from: date
    version_by: VersionBy = VersionBy.DUE_DATE
    scope: Scope
    steps: tuple[Step, ...]
    interest: InterestTerms | None
    allocation: tuple[Part, ...]
    """Which part of a claim a payment pays first."""
    grounds: dict[str, str]
    """By what each kind of invoice, and each service, is owed."""
    carry: Carry | None = None
    """When a small claim waits for the next invoice."""
    deferral: DeferralTerms | None = None
    plan: PlanTerms | None = None
    reference: Reference
    file: str
    digest: str
    """SHA-256 of the file's bytes, in hex: kept with every step that it led to."""
    text: str

    @property
    def offers_installment_plan(self) -> bool:
        """Whether letters and pages say that one can ask to pay in parts."""
        return self.plan is not None

    @property
    def charges_interest_separately(self) -> bool:
        """Whether late interest comes on an invoice of its own."""
        return any(step.does is Does.INTEREST_INVOICE for step in self.steps)

    @property
    def asks_party(self) -> bool:
        """Whether anything in it depends on other invoices of the party."""
        return (
            bool(self.scope.party_has_only)
            or self.carry is not None
            or any(step.asks_party for step in self.steps)
        )

    def step(self, name: str) -> Step | None:
        """The step of this name, if there is one."""
        return next((step for step in self.steps if step.name == name), None)

    def finders(self, clearance: str) -> frozenset[str]:
        """The roles that alone may make a finding, by any of its steps; empty: anybody may."""
        needs = (need for step in self.steps for need in step.needs)
        return frozenset(need.by for need in needs if need.clearance == clearance and need.by)

    def step_after(self, name: str) -> Step | None:
        """The first step after the one called `name` that the debtor notices, if any does."""
        following = (step for step in self.steps if step.after == name)
        return next((step for step in following if step.does is not Does.WRITE_DOWN), None)

    def in_force(self, billed: Billed, *, today: date) -> bool:
        """Whether this version, or a later one, holds for the invoice."""
        match self.version_by:
            case VersionBy.DUE_DATE:
                return self.valid_from <= billed.due_date
            case VersionBy.INVOICE_DATE:
                return self.valid_from <= billed.invoice_date
            case VersionBy.STEP_DAY:
                return self.valid_from <= today


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """The part of a municipality that billed (förvaltning)."""

    code: str
    name: Texts
    contact: Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """The collection agency that a creditor hands claims over to."""

    name: str
    bankgiro: str
    contact: Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where letters to somebody go."""

    name: str
    address_lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HighRule:
    """When an invoice is unusually high for its recipient. Amount in öre."""

    percent: int = 200
    """Of the median of the earlier invoices of its kind."""
    above_ore: int = 50_000
    """And so much more than it at least."""
    earlier_at_least: int = 3
    """With fewer earlier invoices nothing is usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRules:
    """How long before the due date somebody may choose to be told of it by e-mail."""

    days_before: tuple[int, ...] = (2, 5, 10)
    """Days; none: nobody is told of these invoices."""
    usual: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalRules:
    """What a citizen sees, for how long. Only what is shown: nothing is deleted by these."""

    shown_from_invoice_date: Span
    hidden_when_overdue: Span
    shown_to: frozenset[PartyKind]
    payment_registered_within: Span
    paper_arrives_within: Span
    e_invoice_within: Span
    e_invoice_url: str = ""
    unusually_high: HighRule = field(default_factory=HighRule)
    notices: NoticeRules = field(default_factory=NoticeRules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Creditor:
    """Who is owed, with its own rules."""

    code: str
    name: str
    organization_number: str
    bankgiro: str
    address_lines: tuple[str, ...]
    contact: Contact
    departments: tuple[Department, ...]
    invoice_kinds: dict[str, Texts]
    services: dict[str, Texts]
    ocr_series: str
    """The digits that OCR numbers of our own documents begin with; refused in invoice files."""
    agencies: dict[str, Agency]
    """By their own short names; the first is the one that is meant when none is named."""
    portal: PortalRules
    procedures: tuple[Procedure, ...]
    campaigns: tuple[Campaign, ...] = ()
    refunds: RefundRules = field(default_factory=RefundRules)
    accounts: dict[str, str] = field(default_factory=dict)
    """Other bankgiro numbers that letters may let people pay to, by their short names."""
    channels: tuple[str, ...] = (LETTER,)
    """How its letters go, the wished way first."""
    addresses: dict[str, Address] = field(default_factory=dict)
    """Where copies go, by role."""
    decisions: dict[str, DecisionRule] = field(default_factory=dict)
    """Who may decide, by kind of decision."""
    water: WaterRules | None = None
    """On what terms it disconnects water; None when it never does by itself."""

    def rule_for_decision(self, kind: str, *, gives_up: bool) -> DecisionRule:
        """Who may decide it; when nothing is said two sign what gives up money, else one does."""
        return self.decisions.get(kind, TWO_OFFICERS if gives_up else ONE_OFFICER)

    def procedure_for(
        self, billed: Billed, *, today: date, dealings: Dealings | None = None
    ) -> Procedure | None:
        """The version that the invoice follows of the narrowest procedure that takes it.

        None when no procedure does. With no dealings given, one that depends on what else the
        party is billed for is taken to hold.
        """
        best: Procedure | None = None
        for each in self.procedures_for(billed, today=today, dealings=dealings):
            if best is None or _before(best, each):
                best = each
        return best

    def procedures_for(
        self, billed: Billed, *, today: date, dealings: Dealings | None = None
    ) -> Iterator[Procedure]:
        """Every procedure, and every version of it, that may take the invoice."""
        for each in self.procedures:
            if each.in_force(billed, today=today) and each.scope.takes(billed, dealings):
                yield each

    @property
    def steps_that_hurt(self) -> frozenset[str]:
        """Steps after which it hurts most not to pay: those that warn of cutting the water."""
        steps = (step for each in self.procedures for step in each.steps)
        return frozenset(step.name for step in steps if step.in_law is InLaw.DISCONNECTION_WARNING)

    @property
    def asks_party(self) -> bool:
        """Whether any of its procedures depends on a party's other invoices."""
        return any(each.asks_party for each in self.procedures)

    @property
    def agency(self) -> Agency | None:
        """The agency that is meant when none is named."""
        return next(iter(self.agencies.values()), None)

    def agency_of(self, step: Step) -> Agency | None:
        """The agency that gets a claim by the step."""
        return self.agencies[step.to] if step.to else self.agency

    @property
    def bankgiros(self) -> tuple[str, ...]:
        """Every account where people may pay, the usual one first."""
        return tuple(dict.fromkeys((self.bankgiro, *self.accounts.values())))

    def pays_to(self, step: Step | None) -> str:
        """The bankgiro number that the step's letter lets people pay to; else the usual one."""
        return self.accounts[step.pays_to] if step and step.pays_to else self.bankgiro

    def department(self, code: str) -> Department | None:
        """The department with this code, if there is one."""
        return next((each for each in self.departments if each.code == code), None)


def _before(best: Procedure, other: Procedure) -> bool:
    """Whether `other` takes precedence: a later version of the same, or a narrower one."""
    if best.name == other.name:
        return other.valid_from > best.valid_from
    return other.scope.narrowness > best.scope.narrowness


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Everything that the policy files say: national values, kinds, and each creditor."""

    law: Law
    hold_kinds: dict[str, Texts]
    hold_rules: dict[str, HoldRule] = field(default_factory=dict)
    """What each kind of hold does."""
    clearance_kinds: dict[str, Texts]
    mark_kinds: dict[str, Texts]
    """What an invoice may be marked with by the billing system."""
    role_kinds: dict[str, Texts] = field(default_factory=dict)
    """Who may perform a step, decide, or get a copy."""
    channel_kinds: dict[str, Channel] = field(default_factory=dict)
    """How a letter may be sent."""
    enclosure_kinds: dict[str, Texts] = field(default_factory=dict)
    """What may be sent along with a letter."""
    decision_kinds: dict[str, Texts] = field(default_factory=dict)
    """What a person may decide."""
    courts: dict[str, Court] = field(default_factory=dict)
    """Which court tries what is contested."""
    representative_kinds: dict[str, RepresentativeKind] = field(default_factory=dict)
    """Who may stand for a party, and whom the letters go to then."""
    creditors: dict[str, Creditor]

    def procedure_by_digest(self, digest: str) -> Procedure | None:
        """The procedure whose file has this digest, if it is still among the files."""
        for creditor in self.creditors.values():
            for procedure in creditor.procedures:
                if procedure.digest == digest:
                    return procedure
        return None
