"""Letter: everything that a letter says, as plain values that can be kept, compared and attached.

Example: a reminder for one invoice of 300 kronor is

    ReminderLetter(letter_number="20001", day=date(2025, 4, 9), pay_by=date(2025, 4, 23),
                   claims=(LetterClaim(invoice_number="1003", open_ore=30000, ...),),
                   total_ore=30000, language="sv", ...)

and `to_json` of it is the letter's record: what the templates in `outgoing` print, and what is
attached to the PDF.

The one rule: a letter carries its own words and amounts and adds up by itself; whoever prints it
computes nothing and looks nothing up. Amounts are whole öre, days are ISO dates in JSON.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from reskontra.domain.refusal import Refused

Language = Literal["sv", "en"]


class LetterDoesNotAddUp(Refused):
    """Letter {number} says {said_ore} öre, but its rows make {rows_ore} öre."""

    swedish = "Brev {number} anger {said_ore} öre, men raderna ger {rows_ore} öre."


class NotALetter(Refused):
    """The text is no letter: {reason}."""

    swedish = "Texten är inget brev: {reason}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who writes: the creditor, whom to ask, and the bankgiro number as printed, `5050-1055`."""

    name: str
    organization_number: str
    address_lines: tuple[str, ...]
    contact_name: str
    phone: str
    email: str
    website: str
    bankgiro: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Whom the letter is for. A party with protected identity has no address lines."""

    name: str
    address_lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterClaim:
    """One invoice in a reminder: `open_ore` = `billed_ore` + `fee_ore` - `paid_ore`.

    `fee_ore` is every fee on the invoice so far, with this reminder's own. `paid_ore` is all that
    has lessened it: paid, credited or written off. `reminded` is true when the step is taken for
    this invoice, false when it is listed only because it is overdue too.
    """

    invoice_number: str
    kind_label: str
    invoice_date: date
    due_date: date
    billed_ore: int
    paid_ore: int
    fee_ore: int
    open_ore: int
    ocr_number: str
    reminded: bool


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
    language: Language

    def __post_init__(self) -> None:
        """Refuse a reminder whose rows do not make its total."""
        for claim in self.claims:
            expected_ore = claim.billed_ore + claim.fee_ore - claim.paid_ore
            _same(number=self.letter_number, said_ore=claim.open_ore, rows_ore=expected_ore)
        open_ore = sum(claim.open_ore for claim in self.claims)
        _same(number=self.letter_number, said_ore=self.total_ore, rows_ore=open_ore)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """One line of an invoice: `amount_ore` with value-added tax, `vat_ore` the tax inside it."""

    text: str
    amount_ore: int
    vat_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculationRow:
    """One span of late interest: both days included; the rate in per cent and the kronor as text.

    They are texts because the unrounded amount of a span is no whole number of öre: only the sum
    is rounded (docs/algorithms/interest.md).
    """

    first_day: date
    last_day: date
    days: int
    days_in_year: int
    principal_ore: int
    rate_percent: str
    amount: str


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
        _same(number=self.invoice_number, said_ore=self.total_ore, rows_ore=lines_ore)


Letter = ReminderLetter | InvoiceLetter
Slotted = Letter | Sender | Addressee | LetterClaim | InvoiceLine | CalculationRow
"""Every value that a letter is built of."""


def kind_of(letter: Letter) -> str:
    """`reminder` or `invoice`: the name of the letter's template."""
    return "reminder" if isinstance(letter, ReminderLetter) else "invoice"


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


def _same(*, number: str, said_ore: int, rows_ore: int) -> None:
    if said_ore != rows_ore:
        raise LetterDoesNotAddUp(number=number, said_ore=said_ore, rows_ore=rows_ore)


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
    return data | {"sender": Sender(**sender), "addressee": Addressee(**addressee)}


def _reminder(data: dict[str, Any]) -> Letter:
    claims = tuple(
        LetterClaim(**_with_days(row, "invoice_date", "due_date")) for row in data["claims"]
    )
    return ReminderLetter(
        **_with_parties(_with_days(data, "day", "pay_by")) | {"claims": claims},
    )


def _invoice(data: dict[str, Any]) -> Letter:
    lines = tuple(InvoiceLine(**row) for row in data["lines"])
    calculation = tuple(
        CalculationRow(**_with_days(row, "first_day", "last_day")) for row in data["calculation"]
    )
    return InvoiceLetter(
        **_with_parties(_with_days(data, "invoice_date", "due_date"))
        | {"lines": lines, "calculation": calculation},
    )


_BUILDERS: dict[str, Callable[[dict[str, Any]], Letter]] = {
    "reminder": _reminder,
    "invoice": _invoice,
}
