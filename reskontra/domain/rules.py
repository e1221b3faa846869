"""What policy files become: procedures of steps, and a creditor's own choices.

    reminder                 after due, wait 7 working days, pay within 14 days
    └─ hand_over             after reminder: the day after its pay-by day at the earliest
       ├─ enforcement        performed by the agency: waits for its report
       └─ disconnection_warning

A procedure is a tree: each step names the one it comes `after`, so several branches may
grow from one step. Nothing here decides anything; `dunning.assess` does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from reskontra.domain.calendar import Span
from reskontra.domain.dated import Dated
from reskontra.domain.law import Law

DUE = "due"
PAID = "paid"
ANCHORS = frozenset({DUE, PAID})


class Does(StrEnum):
    """What happens when a step is taken."""

    LETTER = "letter"
    HAND_OVER = "hand_over"
    INTEREST_INVOICE = "interest_invoice"
    WRITE_OFF = "write_off"
    AWAIT_REPORT = "await_report"
    """Somebody else performs it; the step is taken when they report it."""


class Together(StrEnum):
    """Which claims of a party share one letter."""

    EACH = "each"
    SAME_DAY = "same_day"
    """Those whose step is taken the same day."""
    ALL_OVERDUE = "all_overdue"
    """As SAME_DAY, and every other overdue claim of the party is listed beside them."""


class Part(StrEnum):
    """The parts of a claim's balance."""

    PRINCIPAL = "principal"
    FEE = "fee"
    INTEREST = "interest"


class PartyKind(StrEnum):
    """What a party is in law."""

    PERSON = "person"
    ORGANIZATION = "organization"
    ESTATE = "estate"


class InterestFrom(StrEnum):
    """The day after which late interest runs."""

    DUE_DATE = "due_date"
    BANKING_DUE_DATE = "banking_due_date"
    """The due date moved to the next banking day, as payment on that day is in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """One thing said in both languages."""

    sv: str
    en: str

    def say(self, language: str) -> str:
        """The text in `language`; Swedish unless English is asked for."""
        return self.en if language == "en" else self.sv


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where a rule comes from."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What must be true of a claim for a step to concern it; an empty one is always true."""

    open_at_least_ore: int | None = None
    open_at_most_ore: int | None = None
    part_paid: bool | None = None
    services: frozenset[str] = frozenset()
    """When given, the claim must have a line of one of these services."""
    debtors: frozenset[PartyKind] = frozenset()
    """When given, the debtor must be of one of these kinds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """A fee that a step adds to the claim; `ground` says by what right."""

    amount_ore: int
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a procedure, as a policy file words it."""

    name: str
    ordinal: int
    """Its place in the file, from 1: part of the OCR number of what it sends."""
    label: Texts
    does: Does
    after: str
    """`due`, `paid`, or the name of an earlier step."""
    wait: Span
    """Counted from the anchor's day: the due date, the paid date, or the earlier step's pay-by."""
    letter: str = ""
    pay_within: Span | None = None
    together: Together = Together.EACH
    fee: Fee | None = None
    only_if: Condition = field(default_factory=Condition)
    needs: frozenset[str] = frozenset()
    """Kinds of clearance that a person must have recorded first."""
    stopped_by: frozenset[str] | None = None
    """Kinds of hold that stop it; every kind when not given."""
    performed_by: str = "creditor"
    explanation: Texts = Texts(sv="", en="")
    """What the step means to the person who owes."""
    reference: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestTerms:
    """Late interest on a claim (räntelagen 6 §): each day's reference rate plus the margin."""

    reference_rate: Dated[Fraction]
    """Per cent a year, from the national values."""
    margin: Dated[Fraction]
    """Percentage points above it, from the national values."""
    runs_from: InterestFrom = InterestFrom.BANKING_DUE_DATE
    minimum_ore: int = 0
    """Interest below this is not charged."""
    pay_within: Span = field(default_factory=lambda: Span.parse("30 days"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """The whole unpaid-invoice process for some kinds of invoice of one creditor."""

    name: str
    creditor: str
    valid_from: date
    kinds: frozenset[str]
    debtors: frozenset[PartyKind]
    steps: tuple[Step, ...]
    interest: InterestTerms | None
    allocation: tuple[Part, ...]
    """Which part of a claim a payment pays first."""
    offers_installment_plan: bool = False
    """Whether letters and pages say that one can ask to pay in parts."""
    reference: Reference
    file: str
    digest: str
    """SHA-256 of the file's bytes, in hex: kept with every step that it led to."""
    text: str

    @property
    def charges_interest_separately(self) -> bool:
        """Whether late interest comes on an invoice of its own."""
        return any(step.does is Does.INTEREST_INVOICE for step in self.steps)

    def step_after(self, name: str) -> Step | None:
        """The first step that comes after the step called `name`, if any does."""
        return next((step for step in self.steps if step.after == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask."""

    name: str
    phone: str = ""
    email: str = ""
    website: str = ""


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
class PortalRules:
    """What a citizen sees, for how long. Only what is shown: nothing is deleted by these."""

    shown_from_invoice_date: Span
    hidden_when_overdue: Span
    shown_to: frozenset[PartyKind]
    payment_registered_within: Span
    paper_arrives_within: Span
    e_invoice_within: Span
    e_invoice_url: str = ""


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
    agency: Agency | None
    portal: PortalRules
    procedures: tuple[Procedure, ...]

    def procedure_for(self, *, kind: str, debtor: PartyKind, due_date: date) -> Procedure | None:
        """The version in force on the due date; None when no procedure takes the invoice."""
        best: Procedure | None = None
        for procedure in self.procedures:
            if kind not in procedure.kinds or debtor not in procedure.debtors:
                continue
            if procedure.valid_from > due_date:
                continue
            if best is None or procedure.valid_from > best.valid_from:
                best = procedure
        return best

    def department(self, code: str) -> Department | None:
        """The department with this code, if there is one."""
        return next((each for each in self.departments if each.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Everything that the policy files say: national values, kinds, and each creditor."""

    law: Law
    hold_kinds: dict[str, Texts]
    clearance_kinds: dict[str, Texts]
    creditors: dict[str, Creditor]

    def procedure_by_digest(self, digest: str) -> Procedure | None:
        """The procedure whose file has this digest, if it is still among the files."""
        for creditor in self.creditors.values():
            for procedure in creditor.procedures:
                if procedure.digest == digest:
                    return procedure
        return None
