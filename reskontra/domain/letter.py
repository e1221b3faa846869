"""Letter: everything that a letter says, as plain values that can be kept, compared and attached.

Example: a reminder for one invoice of 300 kronor is

    ReminderLetter(letter_number="20001", day=date(2025, 4, 9), pay_by=date(2025, 4, 23),
                   claims=(LetterClaim(invoice_number="1003", open_ore=30000, ...),),
                   total_ore=30000, language="sv", ...)

and `to_json` of it is its record: what the templates print, and what is attached to the PDF.

The one rule: a letter carries its own words and amounts, in öre, and adds up by itself; whoever
prints it computes nothing and looks nothing up.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from reskontra.domain.deferral_letter import DeferralLetter as DeferralLetter
from reskontra.domain.letter_parts import Addressee as Addressee
from reskontra.domain.letter_parts import CalculationRow as CalculationRow
from reskontra.domain.letter_parts import Language as Language
from reskontra.domain.letter_parts import LetterClaim as LetterClaim
from reskontra.domain.letter_parts import LetterDoesNotAddUp as LetterDoesNotAddUp
from reskontra.domain.letter_parts import Sender as Sender
from reskontra.domain.letter_parts import add_up, same
from reskontra.domain.plan_letter import InstallmentPlanLetter as InstallmentPlanLetter
from reskontra.domain.plan_letter import PlannedInvoice, PlannedPart
from reskontra.domain.refusal import Refused


class DemandLacks(Refused):
    """Collection demand {number} lacks {what}, which inkassolagen (1974:182) section 5 demands."""

    swedish = "Inkassokrav {number} saknar {what}, som 5 § inkassolagen (1974:182) kräver."


class NotALetter(Refused):
    """The text is no letter: {reason}."""

    swedish = "Texten är inget brev: {reason}."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderLetter:
    """One reminder to one party, for every overdue invoice of one creditor.

    `total_ore` is the sum of what is open. `fee_ore` is what this reminder costs, already inside
    its claims' fees. `next_step` says in full sentences what happens if nothing is paid.
    """

    letter_number: str
    day: date
    pay_by: date
    sender: Sender
    addressee: Addressee
    claims: tuple[LetterClaim, ...]
    fee_ore: int
    total_ore: int
    ocr_number: str
    next_step: str
    interest_on_separate_invoice: bool
    installment_plan_offered: bool
    paragraphs: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    language: Language

    def __post_init__(self) -> None:
        """Refuse a reminder whose rows do not make its total."""
        add_up(number=self.letter_number, claims=self.claims, total_ore=self.total_ore)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLetter:
    """A letter in the policy's own words, about some invoices of one creditor.

    `title` and `paragraphs`, plain text, are the step's. `fee_ore` is what the letter costs,
    already inside its claims' fees. When it `pays` it asks for `total_ore`, the sum of what is
    open, at the latest on `pay_by`, or at once when there is no such day. `enclosures` and
    `copies_to` are listed for the reader.
    """

    letter_number: str
    day: date
    pay_by: date | None
    sender: Sender
    addressee: Addressee
    title: str
    paragraphs: tuple[str, ...]
    claims: tuple[LetterClaim, ...]
    fee_ore: int
    total_ore: int
    ocr_number: str
    pays: bool
    enclosures: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    already_paid: str = ""
    """What one who has paid is to do; empty when that is nothing."""
    language: Language

    def __post_init__(self) -> None:
        """Refuse a notice whose rows do not make its total."""
        add_up(number=self.letter_number, claims=self.claims, total_ore=self.total_ore)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApologyLetter:
    """Says that an earlier letter was wrong, and what holds instead; it asks for no money.

    `wrong_letter` is the template of that letter, `wrong_day` its day, and `reason` what went
    wrong, in the words of whoever decided that it should not have been. `claims` are those that
    the letter was about, as they stand now.
    """

    letter_number: str
    day: date
    sender: Sender
    addressee: Addressee
    wrong_letter: str
    wrong_day: date
    reason: str
    claims: tuple[LetterClaim, ...]
    total_ore: int
    ocr_number: str
    language: Language

    def __post_init__(self) -> None:
        """Refuse an apology whose rows do not make what is left."""
        add_up(number=self.letter_number, claims=self.claims, total_ore=self.total_ore)

    @property
    def pay_by(self) -> None:
        """It has no last day to pay."""
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """One line of an invoice: `amount_ore` with value-added tax, `vat_ore` the tax inside it."""

    text: str
    amount_ore: int
    vat_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandClaim:
    """One invoice in a demand: `open_ore` = principal + interest + fees.

    `principal_ore` is what is left of what was billed, but for `disputed_ore`; `fee_ore` of every
    fee, this demand's too. `kind_label` says what it is based on, `calculation` the interest.
    """

    invoice_number: str
    kind_label: str
    invoice_date: date
    due_date: date
    billed_ore: int
    principal_ore: int
    interest_ore: int
    fee_ore: int
    open_ore: int
    ocr_number: str
    calculation: tuple[CalculationRow, ...] = ()
    disputed_ore: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionDemandLetter:
    """One collection demand (inkassokrav) of a creditor for its own claims on one party.

    `principal_ore`, `interest_ore` and `fee_ore` are the sums of the claims', and make
    `total_ore`. `demand_fee_ore` is what this demand costs, already inside the fees.
    `interest_terms` says whether and how interest goes on; `next_step` what happens if nothing is
    paid. A claim that was assigned or pledged needs more words (5 §), which this letter has not.
    """

    letter_number: str
    day: date
    pay_by: date
    sender: Sender
    addressee: Addressee
    claims: tuple[DemandClaim, ...]
    principal_ore: int
    interest_ore: int
    fee_ore: int
    total_ore: int
    demand_fee_ore: int
    ocr_number: str
    interest_terms: str
    next_step: str
    installment_plan_offered: bool
    paragraphs: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    language: Language

    def __post_init__(self) -> None:
        """Refuse a demand that does not add up, or lacks what inkassolagen 5 § demands."""
        for part in ("principal_ore", "interest_ore", "fee_ore"):
            rows_ore = sum(getattr(claim, part) for claim in self.claims)
            same(number=self.letter_number, said_ore=getattr(self, part), rows_ore=rows_ore)
        parts_ore = self.principal_ore + self.interest_ore + self.fee_ore
        same(number=self.letter_number, said_ore=self.total_ore, rows_ore=parts_ore)
        for claim in self.claims:
            parts_ore = claim.principal_ore + claim.interest_ore + claim.fee_ore
            same(number=self.letter_number, said_ore=claim.open_ore, rows_ore=parts_ore)
        for what in self._missing():
            raise DemandLacks(number=self.letter_number, what=what)

    def _missing(self) -> Iterator[str]:
        if not self.sender.name:
            yield "the name of the creditor"
        if self.pay_by <= self.day:
            yield "time to pay or object"
        for claim in self.claims:
            if not claim.kind_label:
                yield f"what the claim {claim.invoice_number} is based on"
            if claim.interest_ore and not claim.calculation:
                yield f"how the interest on {claim.invoice_number} is calculated"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLetter:
    """One invoice. An interest invoice is one that brings its `calculation`.

    `our_reference` may be empty. `terms` says what happens when it is paid late; it may be empty.
    """

    invoice_number: str
    ocr_number: str
    invoice_date: date
    due_date: date
    department: str
    our_reference: str
    sender: Sender
    addressee: Addressee
    lines: tuple[InvoiceLine, ...]
    total_ore: int
    calculation: tuple[CalculationRow, ...] = ()
    terms: str = ""
    language: Language

    def __post_init__(self) -> None:
        """Refuse an invoice whose lines do not make its total."""
        lines_ore = sum(line.amount_ore for line in self.lines)
        same(number=self.invoice_number, said_ore=self.total_ore, rows_ore=lines_ore)


WithWords = ReminderLetter | NoticeLetter | CollectionDemandLetter
"""Letters of steps, in which the policy's own words may stand."""
Letter = WithWords | InvoiceLetter | InstallmentPlanLetter | DeferralLetter | ApologyLetter
_Rows = LetterClaim | DemandClaim | InvoiceLine | CalculationRow | PlannedInvoice | PlannedPart
Slotted = Letter | Sender | Addressee | _Rows
"""Every value that a letter is built of."""


def kind_of(letter: Letter) -> str:
    """`reminder`, `invoice`, `installment_plan` …: the name of its template."""
    return _KINDS[type(letter)]


def to_json(letter: Letter) -> str:
    """The letter as one line of JSON: its fields by name, first `letter`, the kind of letter."""
    return _ENCODE({"letter": kind_of(letter), **_fields(letter)})


def from_json(text: str) -> Letter:
    """The letter that `to_json` made `text` of; anything else is refused."""
    try:
        data = json.loads(text)
        build = _BUILDERS[data.pop("letter")]
        return build(data)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NotALetter(reason=f"{type(error).__name__}: {error}") from error


def _fields(value: Slotted) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__slots__}


def _plain(value: date | Slotted) -> str | dict[str, object]:
    """What JSON has no word for: a day as its ISO text, a value as its fields by name."""
    return value.isoformat() if isinstance(value, date) else _fields(value)


_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain).encode


def _with_days(data: dict[str, Any], *names: str) -> dict[str, Any]:
    return data | {name: date.fromisoformat(data[name]) for name in names}


def _with_parties(data: dict[str, Any]) -> dict[str, Any]:
    sender = data["sender"] | {"address_lines": tuple(data["sender"]["address_lines"])}
    addressee = data["addressee"] | {"address_lines": tuple(data["addressee"]["address_lines"])}
    said = {"paragraphs", "enclosures", "copies_to"} & data.keys()
    texts = {name: tuple(data[name]) for name in said}
    return data | texts | {"sender": Sender(**sender), "addressee": Addressee(**addressee)}


def _claims(data: dict[str, Any]) -> tuple[LetterClaim, ...]:
    return tuple(
        LetterClaim(**_with_days(row, "invoice_date", "due_date")) for row in data["claims"]
    )


def _calculation(data: dict[str, Any]) -> tuple[CalculationRow, ...]:
    return tuple(
        CalculationRow(**_with_days(row, "first_day", "last_day")) for row in data["calculation"]
    )


def _reminder(data: dict[str, Any]) -> Letter:
    return ReminderLetter(
        **_with_parties(_with_days(data, "day", "pay_by")) | {"claims": _claims(data)},
    )


def _invoice(data: dict[str, Any]) -> Letter:
    lines = tuple(InvoiceLine(**row) for row in data["lines"])
    return InvoiceLetter(
        **_with_parties(_with_days(data, "invoice_date", "due_date"))
        | {"lines": lines, "calculation": _calculation(data)},
    )


def _notice(data: dict[str, Any]) -> Letter:
    days = ("day", "pay_by") if data["pay_by"] is not None else ("day",)
    return NoticeLetter(**_with_parties(_with_days(data, *days)) | {"claims": _claims(data)})


def _apology(data: dict[str, Any]) -> Letter:
    dated = _with_days(data, "day", "wrong_day")
    return ApologyLetter(**_with_parties(dated) | {"claims": _claims(data)})


def _collection_demand(data: dict[str, Any]) -> Letter:
    claims = tuple(
        DemandClaim(
            **_with_days(row, "invoice_date", "due_date") | {"calculation": _calculation(row)}
        )
        for row in data["claims"]
    )
    return CollectionDemandLetter(
        **_with_parties(_with_days(data, "day", "pay_by")) | {"claims": claims},
    )


def _deferral(data: dict[str, Any]) -> Letter:
    days = _with_days(data, "day", "pay_by", "due_date")
    return DeferralLetter(**_with_parties(days) | {"claims": _claims(data)})


def _installment_plan(data: dict[str, Any]) -> Letter:
    invoices = tuple(PlannedInvoice(**row) for row in data["invoices"])
    parts = tuple(PlannedPart(**_with_days(row, "due_date")) for row in data["parts"])
    return InstallmentPlanLetter(
        **_with_parties(_with_days(data, "day", "pay_by", "agreed_on"))
        | {"invoices": invoices, "parts": parts},
    )


_KINDS: dict[type[Letter], str] = {
    DeferralLetter: "deferral",
    InstallmentPlanLetter: "installment_plan",
    ReminderLetter: "reminder",
    InvoiceLetter: "invoice",
    NoticeLetter: "notice",
    ApologyLetter: "apology",
    CollectionDemandLetter: "collection_demand",
}
_BUILDERS: dict[str, Callable[[dict[str, Any]], Letter]] = {
    "deferral": _deferral,
    "installment_plan": _installment_plan,
    "reminder": _reminder,
    "invoice": _invoice,
    "notice": _notice,
    "apology": _apology,
    "collection_demand": _collection_demand,
}
