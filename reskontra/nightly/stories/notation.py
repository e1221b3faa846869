"""What a line of a story may say, as values; each knows how it is written.

    InvoiceSent(number="1003", name="Cilla", amount_ore=30000, due_date=date(2025, 3, 31)).text
    -> "invoice 1003 Cilla 300,00 due 2025-03-31"

The one rule: a value has one way to be written, so that two lives are compared as lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reskontra.domain.money import NO_BREAK_SPACE, format_kronor
from reskontra.domain.party import PartyKind
from reskontra.domain.relief import Relief
from reskontra.nightly.stories.line import AskedLine, DidLine, GivenLine


def kronor(amount_ore: int) -> str:
    """An amount as stories write it: "1 234,50", with the blank that a keyboard has."""
    return format_kronor(amount_ore).replace(NO_BREAK_SPACE, " ")


def step_words(step: str) -> str:
    """The name of a step as stories write it: hand-over."""
    return step.replace("_", "-")


class Way(StrEnum):
    """What a payment gives for us to find its invoice by."""

    INVOICE = "invoice"
    """The invoice's OCR number."""
    REMINDER = "reminder"
    """The OCR number of the latest reminder that speaks for the invoice."""
    PART = "part"
    """The OCR number of a part of the plan that the invoice is, or was last, in."""
    SAID = "said"
    """Whatever the payer wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceSent:
    """An invoice comes from the billing system. Amount in öre."""

    number: str
    name: str
    amount_ore: int
    due_date: date
    invoice_date: date | None = None
    """The day of the line when not said."""
    kind: str = ""
    debtor: PartyKind | None = None
    born: date | None = None
    """When the party was born; it says so once."""
    department: str = ""
    facility: str = ""
    marks: tuple[str, ...] = ()
    lines: tuple[tuple[str, int], ...] = ()
    """(service, öre); one line of the invoice's own kind when none is given."""
    others: tuple[str, ...] = ()
    """Who owes it too."""

    @property
    def text(self) -> str:
        """As it is written."""
        lines = " ".join(f"{service} {kronor(amount_ore)}" for service, amount_ore in self.lines)
        said = {
            "dated": self.invoice_date,
            "due": self.due_date,
            "kind": self.kind,
            "as": self.debtor.value if self.debtor else "",
            "born": self.born,
            "department": self.department,
            "facility": self.facility,
            "marks": " ".join(self.marks),
            "lines": lines,
            "with": " ".join(self.others),
        }
        rest = "".join(f" {word} {value}" for word, value in said.items() if value)
        return f"invoice {self.number} {self.name} {kronor(self.amount_ore)}{rest}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """The bank tells of a payment, or that it takes one back. Amount in öre."""

    way: Way
    said: str
    """An invoice number, or what the payer wrote; of a part, `2 of` and an invoice number."""
    amount_ore: int
    value_date: date | None = None
    """The day of the line when not said."""
    reversal: bool = False

    @property
    def number(self) -> str:
        """The invoice that is named."""
        return self.said.rpartition(" ")[2]

    @property
    def text(self) -> str:
        """As it is written."""
        verb = "reversal" if self.reversal else "payment"
        value = f" value {self.value_date}" if self.value_date else ""
        said = {
            Way.INVOICE: self.said,
            Way.REMINDER: f"reminder of {self.said}",
            Way.PART: f"part {self.said}",
            Way.SAID: f'"{self.said}"',
        }[self.way]
        return f"{verb} {said} {kronor(self.amount_ore)}{value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credited:
    """A credit note takes something off an invoice. Amount in öre."""

    number: str
    amount_ore: int
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'credit {self.number} {kronor(self.amount_ore)} "{self.reason}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """An invoice should never have been sent."""

    number: str
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'withdraw {self.number} "{self.reason}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldSet:
    """A person lets steps wait, from the day of the line."""

    kind: str
    whom: str
    """An invoice number, or the name of a party: then all that it owes."""
    last_day: date | None
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        until = f" until {self.last_day}" if self.last_day else ""
        return f'hold {self.kind} {self.whom}{until} "{self.reason}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldEnded:
    """A person ends a hold; the day of the line is no longer held."""

    kind: str
    whom: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"lift {self.kind} {self.whom}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """A person finds that a condition which a step needs holds."""

    kind: str
    number: str
    finding: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'clear {self.kind} {self.number} "{self.finding}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """Somebody else tells that they have performed a step, the same day."""

    step: str
    number: str
    rate: str = ""
    """The name of the fee's rate; the ordinary one when it is not said."""

    @property
    def text(self) -> str:
        """As it is written."""
        rate = f" rate {self.rate}" if self.rate else ""
        return f"report {step_words(self.step)} {self.number}{rate}"


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestRelieved:
    """Late interest on an invoice is given up by a decision."""

    number: str
    relief: Relief

    @property
    def text(self) -> str:
        """As it is written."""
        given = self.relief
        until = f" until {given.last_day}" if given.last_day else ""
        share = f"{given.share.numerator}/{given.share.denominator}"
        return (
            f"relieve {self.number} {share} from {given.first_day}{until}"
            f' "{given.reason}" "{given.reference}"'
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRun:
    """The night does not run; nor do those after it, up to and with `until`."""

    until: date | None = None

    @property
    def text(self) -> str:
        """As it is written."""
        return f"no run until {self.until}" if self.until else "no run"


Decided = HoldSet | HoldEnded | Cleared | Reported | InterestRelieved | GivenLine
Given = InvoiceSent | Money | Credited | Withdrawn | Decided | NoRun


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSent:
    """One letter: the invoices whose step is taken by it, and those only listed beside them."""

    step: str
    name: str
    taken: tuple[str, ...]
    listed: tuple[str, ...] = ()
    pay_by: date | None = None

    @property
    def text(self) -> str:
        """As it is written."""
        also = f" (also listed {' '.join(self.listed)})" if self.listed else ""
        pay_by = f", pay by {self.pay_by}" if self.pay_by else ""
        return f"-> {step_words(self.step)} {self.name} {' '.join(self.taken)}{also}{pay_by}"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """One invoice goes to the agency."""

    step: str
    name: str
    number: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"-> {step_words(self.step)} {self.name} {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestInvoiced:
    """Late interest on an invoice of its own. Amount in öre."""

    number: str
    name: str
    amount_ore: int
    due_date: date

    @property
    def text(self) -> str:
        """As it is written."""
        amount = kronor(self.amount_ore)
        return f"-> interest invoice {self.number} {self.name} {amount} due {self.due_date}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeInvoiced:
    """A step's fee on an invoice of its own. Amount in öre."""

    number: str
    name: str
    amount_ore: int
    due_date: date

    @property
    def text(self) -> str:
        """As it is written."""
        amount = kronor(self.amount_ore)
        return f"-> fee invoice {self.number} {self.name} {amount} due {self.due_date}"


class Booked(StrEnum):
    """What the books say of an invoice by a step, without a letter that tells it."""

    FEE = "fee"
    """It is added, as an earlier letter said that it would be."""
    INTEREST = "interest"
    """Late interest is entered on the invoice itself."""
    WRITE_OFF = "write-off"
    """What is left need not be paid."""
    WRITE_DOWN = "write-down"
    """What is left is owed as before, but may be lost."""


@dataclass(frozen=True, slots=True)
class StepBooked:
    """A step books an amount on an invoice. Amount in öre."""

    booked: Booked
    number: str
    amount_ore: int

    @property
    def text(self) -> str:
        """As it is written."""
        return f"-> {self.booked} {self.number} {kronor(self.amount_ore)}"


Did = LetterSent | HandedOver | InterestInvoiced | FeeInvoiced | StepBooked | DidLine


class Form(StrEnum):
    """What a question is about, as the words before its answer."""

    STATUS = "status {number}"
    BALANCE = "balance {number}"
    OVERPAID = "overpaid {number}"
    REFUND = "refund {number}"
    AGENCY = "agency {number}"
    """The agency that has it."""
    """What becomes of what was paid too much."""
    UNMATCHED = "unmatched"
    SEES = "citizen {name} sees {number}"
    BOOKS = "books"
    STEP = ""
    """The answer says it all: waits or stopped, the invoice, the step and why."""
    INTEREST = "interest {amount} due {due_date} paid {paid_date} is"
    DEFERRAL = "deferral {number} until {due_date}"
    DEFERRAL_OF = "deferral {number} {amount} until {due_date}"
    PLAN = "plan {number} {parts} parts from {due_date}"
    PARTS = "parts {number} {parts} from {due_date}"
    STANDS = "stands {number} {parts} from {due_date}"
    """How the plan that the invoice has been held for stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something asked after the night of a day, with the answer in words. Amount in öre."""

    form: Form
    said: str
    number: str = ""
    name: str = ""
    step: str = ""
    amount_ore: int = 0
    due_date: date | None = None
    """The day that is asked for, where more time is."""
    paid_date: date | None = None
    parts: int = 0

    @property
    def text(self) -> str:
        """As it is written."""
        words = self.form.value.format(
            parts=self.parts,
            number=self.number,
            name=self.name,
            amount=kronor(self.amount_ore),
            due_date=self.due_date,
            paid_date=self.paid_date,
        )
        return " ".join(filter(None, ("?", words, self.said)))


Event = Given | Did | Question | AskedLine
