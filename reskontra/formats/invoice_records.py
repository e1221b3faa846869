"""What one line of an invoice file may hold: an invoice, a credit or a withdrawal.

    record = RECORD.validate_json(b'{"record": "withdrawal", …}')
    record.withdraws  -> "1001"

The one rule: strict. An unknown field, a number written as text, or an amount that is not whole
öre is an error, since a guess here becomes a wrong claim on a person. Amounts include VAT, and
`vat_ore` is the part of them that is VAT.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    StringConstraints,
    TypeAdapter,
)
from pydantic_core import PydanticCustomError

from reskontra.domain.identity import (
    NotIdentityNumber,
    is_ocr_number,
    mask_digits,
    parse_identity_number,
)
from reskontra.formats.problems import Problem

_MOST_ORE = 10**13


def _checked_ocr_number(text: str) -> str:
    if not is_ocr_number(text):
        raise PydanticCustomError("ocr_number", "2 to 25 digits with a right check digit")
    return text


def _checked_identity_number(text: str) -> str:
    try:
        return parse_identity_number(text).number
    except NotIdentityNumber:
        raise PydanticCustomError("identity_number", "a valid identity number") from None


def _checked_file_name(text: str) -> str:
    if not re.fullmatch(r"[^/\\:\x00-\x1f]+\.pdf", text, re.IGNORECASE):
        raise PydanticCustomError("file_name", "the name of a PDF beside the file")
    return text


CODE_PATTERN = r"^[a-z][a-z0-9_]{0,49}$"
NUMBER_PATTERN = r"^[0-9A-Za-z][0-9A-Za-z/_-]{0,29}$"
FACILITY_PATTERN = r"^([0-9A-Za-z][0-9A-Za-z/_. -]{0,39})?$"
FACILITY_CODE_PATTERN = r"^[0-9A-Za-z][0-9A-Za-z/_. -]{0,39}$"
SHARE_PATTERN = r"^[1-9][0-9]{0,3}/[1-9][0-9]{0,3}$"
TEXT_PATTERN = r"^[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f]$"

Code = Annotated[str, StringConstraints(pattern=CODE_PATTERN)]
Number = Annotated[str, StringConstraints(pattern=NUMBER_PATTERN)]
Text = Annotated[str, StringConstraints(pattern=TEXT_PATTERN, max_length=200)]
OcrNumber = Annotated[str, AfterValidator(_checked_ocr_number)]
IdentityText = Annotated[str, AfterValidator(_checked_identity_number)]
PdfName = Annotated[str, AfterValidator(_checked_file_name), Field(max_length=100)]
AmountOre = Annotated[int, Field(ge=1, le=_MOST_ORE)]
LineOre = Annotated[int, Field(ge=-_MOST_ORE, le=_MOST_ORE)]


class _Strict(BaseModel):
    """Nothing is converted, nothing is ignored, nothing is changed afterwards."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Recipient(_Strict):
    """Whom the invoice is addressed to. The identity number comes out in its one stored form."""

    identity_number: IdentityText
    name: Text
    address: Annotated[tuple[Text, ...], Field(max_length=6)]
    """Lines as on an envelope; none when the recipient's address is protected."""
    language: Literal["sv", "en"]
    protected_identity: bool
    estate: bool = False
    """Whether it is the estate of the person (dödsbo); an estate remains one."""


class CoDebtor(Recipient):
    """One more who owes the invoice: each who does owes the whole of it, until it is paid once."""

    share: Annotated[str, StringConstraints(pattern=SHARE_PATTERN)] | None = None
    """What this one answers for among them, as 1/2, where that is known; said of all or of none."""

    @property
    def share_of_it(self) -> Fraction | None:
        """The share as a number."""
        return Fraction(self.share) if self.share else None


class InvoiceLine(_Strict):
    """One line of an invoice; below zero when it takes something off."""

    text: Text
    service: Code
    amount_ore: LineOre
    """VAT included."""
    vat_ore: LineOre


class Placed(_Strict):
    """A record that knows its line in the file, for errors found later."""

    creditor: Code
    _line: int = PrivateAttr(default=0)

    @property
    def line(self) -> int:
        """The record's line in its file, from 1."""
        return self._line

    def place(self, line: int) -> None:
        """Tell the record where it stands."""
        self._line = line

    def contradictions(self) -> Iterator[Problem]:
        """What the record's own fields contradict in each other."""
        yield from ()

    def used_once(self) -> tuple[tuple[str, str], ...]:
        """(field, value) that no other record of the file may use."""
        raise NotImplementedError


class InvoiceRecord(Placed):
    """An invoice as it was sent."""

    record: Literal["invoice"]
    number: Number
    ocr_number: OcrNumber
    kind: Code
    department: Code
    our_reference: Text | None = None
    invoice_date: date
    due_date: date
    recipient: Recipient
    lines: Annotated[tuple[InvoiceLine, ...], Field(min_length=1, max_length=1_000)]
    total_ore: AmountOre
    marks: Annotated[tuple[Code, ...], Field(max_length=20)] = ()
    """What the procedures may ask about it, as `final_invoice`: words of the policy's kinds."""
    facility: Annotated[str, StringConstraints(pattern=FACILITY_PATTERN)] = ""
    """The facility that it concerns, as the billing system numbers it."""
    co_debtors: Annotated[tuple[CoDebtor, ...], Field(max_length=20)] = ()
    """Who owes it besides the recipient, each with notices of their own."""
    pdf: PdfName | None = None
    """A file in the same folder; without it we make the PDF."""

    def contradictions(self) -> Iterator[Problem]:
        """Lines that do not add up, more VAT than amount, and a due date before the invoice."""
        lines_ore = sum(line.amount_ore for line in self.lines)
        if lines_ore != self.total_ore:
            yield self._problem(
                "total_ore",
                str(self.total_ore),
                (f"{lines_ore}, the sum of the lines", f"{lines_ore}, summan av raderna"),
            )
        if self.due_date < self.invoice_date:
            yield self._problem(
                "due_date",
                f"{self.due_date}",
                (f"{self.invoice_date} or later", f"{self.invoice_date} eller senare"),
            )
        for at, line in enumerate(self.lines, start=1):
            if not min(0, line.amount_ore) <= line.vat_ore <= max(0, line.amount_ore):
                yield self._problem(
                    f"lines[{at}].vat_ore",
                    str(line.vat_ore),
                    (f"0 to {line.amount_ore}", f"0 till {line.amount_ore}"),
                )
        yield from self._against_each_other()

    def _against_each_other(self) -> Iterator[Problem]:
        """Somebody named twice among those who owe it, and shares that leave the recipient none."""
        named = {self.recipient.identity_number}
        for at, debtor in enumerate(self.co_debtors, start=1):
            if debtor.identity_number in named:
                yield self._problem(
                    f"co_debtors[{at}].identity_number",
                    mask_digits(debtor.identity_number),
                    ("each who owes it once", "var och en som ska betala en gång"),
                )
            named.add(debtor.identity_number)
        shares = [each.share_of_it for each in self.co_debtors]
        known = [share for share in shares if share is not None]
        if known and (len(known) < len(shares) or sum(known) >= 1):
            yield self._problem(
                "co_debtors",
                " ".join(str(share or "–") for share in shares),
                (
                    "a share for each or for none, less than 1 in all",
                    "en andel för var och en eller ingen, tillsammans mindre än 1",
                ),
            )

    def used_once(self) -> tuple[tuple[str, str], ...]:
        """Its number and its OCR number."""
        return (("number", self.number), ("ocr_number", self.ocr_number))

    def _problem(self, field: str, found: str, allowed: tuple[str, str]) -> Problem:
        english, swedish = allowed
        return Problem(
            line=self.line, field=field, found=found, allowed=english, allowed_swedish=swedish
        )


class CreditRecord(Placed):
    """A credit note: takes an amount off one invoice."""

    record: Literal["credit"]
    number: Number
    credits: Number
    """The number of the invoice."""
    date: date
    amount_ore: AmountOre
    reason: Text

    def used_once(self) -> tuple[tuple[str, str], ...]:
        """Its number, which is of the same series as the invoices'."""
        return (("number", self.number),)


class WithdrawalRecord(Placed):
    """An invoice that should never have been sent."""

    record: Literal["withdrawal"]
    withdraws: Number
    """The number of the invoice."""
    date: date
    reason: Text

    def used_once(self) -> tuple[tuple[str, str], ...]:
        """The invoice: it is withdrawn once."""
        return (("withdraws", self.withdraws),)


Record = InvoiceRecord | CreditRecord | WithdrawalRecord
RECORD: TypeAdapter[Record] = TypeAdapter(Annotated[Record, Field(discriminator="record")])


def json_schema() -> dict[str, Any]:
    """The JSON Schema of one line, to be published for those who write the files."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of a reskontra invoice file",
        **RECORD.json_schema(),
    }
