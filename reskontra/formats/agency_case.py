"""What a collection agency is told: a claim to collect, money paid to us, a credit, a recall.

    {"record": "case", "reference": "0f6c…", "creditor": {…}, "debtor": {…}, "invoice": {…}, …}
    {"record": "payment", "reference": "0f6c…", "message": "told-7", "amount_ore": 30000, …}
    {"record": "recall", "reference": "0f6c…", "message": "recall", "reason": "dispute", …}

One JSON object a file, in UTF-8; the invoice's copy lies beside as a PDF. The one rule: every
file is named by our reference and what it says, so that one sent twice is taken once. Amounts are
whole öre. The JSON Schema is docs/generated/schema/agency_case.json.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from reskontra.formats.invoice_problems import problems_of
from reskontra.formats.invoice_records import (
    AmountOre,
    Code,
    IdentityText,
    LineOre,
    Number,
    OcrNumber,
    PdfName,
    Text,
)
from reskontra.formats.problems import FileRefused

Reference = Annotated[str, Field(pattern=r"^[0-9a-f-]{36}$")]
"""Our name of a claim that has been handed over."""
Percent = Annotated[str, Field(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]
Words = Annotated[str, Field(max_length=500)]

RECORDS = ("case", "payment", "credit", "taken_back", "recall")


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class CreditorOfCase(_Strict):
    """Who is owed."""

    code: Code
    name: Text
    organization_number: IdentityText
    bankgiro: Annotated[str, Field(pattern=r"^[0-9]{7,8}$")]


class Debtor(_Strict):
    """Who owes. No address of a protected identity is ever written."""

    identity_number: IdentityText
    kind: Literal["person", "organization", "estate"]
    name: Text
    address: tuple[Text, ...]
    language: Literal["sv", "en"]
    protected_identity: bool


class InvoiceOfCase(_Strict):
    """The invoice as it was sent."""

    number: Number
    ocr_number: OcrNumber
    invoice_date: date
    due_date: date
    description: Words
    """By what it is owed (inkassolagen (1974:182) 5 §)."""
    billed_ore: AmountOre
    vat_ore: LineOre
    pdf: PdfName | None = None
    """A file in the same folder: its copy."""


class InterestOfCase(_Strict):
    """Late interest that runs on the principal."""

    from_date: date
    percent: Percent
    """A year, on the day of the hand-over."""
    terms: Words


class Reminded(_Strict):
    """A reminder that has been sent."""

    date: date
    fee_ore: Annotated[int, Field(ge=0)]


class Moved(_Strict):
    """Money paid, or a credit, before the hand-over."""

    kind: Literal["payment", "credit", "withdrawal", "write_off", "reversal"]
    date: date
    amount_ore: AmountOre


class Case(_Strict):
    """One claim: one case at the agency. What is left is principal, fee and interest."""

    record: Literal["case"] = "case"
    version: Literal[1] = 1
    reference: Reference
    agency: Text
    action: Literal["debt_collection"] = "debt_collection"
    handed_over_date: date
    reason: Words
    """The rule that led to it."""
    creditor: CreditorOfCase
    debtor: Debtor
    co_debtors: tuple[Debtor, ...] = ()
    """Who owes it too, each the whole of it. One that may not be pursued is not named."""
    invoice: InvoiceOfCase
    principal_ore: Annotated[int, Field(ge=0)]
    fee_ore: Annotated[int, Field(ge=0)]
    interest_ore: Annotated[int, Field(ge=0)]
    interest: InterestOfCase | None = None
    reminders: tuple[Reminded, ...] = ()
    movements: tuple[Moved, ...] = ()
    transferred: bool = False
    """true: the agency owns the claim from then on; else it collects for the creditor."""
    dispute: Words = ""
    """What the debtor has objected, if the objection is settled; a disputed claim is not sent."""


class _Told(_Strict):
    reference: Reference
    message: Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,60}$")]
    """Ours, and the same when it is sent again."""
    date: date


class PaymentTold(_Told):
    """Money for the claim has been paid to us."""

    record: Literal["payment"] = "payment"
    amount_ore: AmountOre


class CreditTold(_Told):
    """A part of the claim need not be paid."""

    record: Literal["credit"] = "credit"
    amount_ore: AmountOre


class TakenBackTold(_Told):
    """The bank has taken back a payment that the agency has been told of."""

    record: Literal["taken_back"] = "taken_back"
    amount_ore: AmountOre


class RecallTold(_Told):
    """The claim is ours again, and the agency stops at once."""

    record: Literal["recall"] = "recall"
    reason: Words


Told = PaymentTold | CreditTold | TakenBackTold | RecallTold
Outward = Case | Told
_OUTWARD: TypeAdapter[Outward] = TypeAdapter(Annotated[Outward, Field(discriminator="record")])


def write(record: Outward) -> str:
    """The text of the file."""
    return record.model_dump_json(indent=2) + "\n"


def read(text: str | bytes, *, name: str) -> Outward:
    """The record of a file; refuses all that is wrong in it, field by field."""
    try:
        return _OUTWARD.validate_json(text)
    except ValidationError as error:
        problems = tuple(problems_of(error, line=1, records=RECORDS))
        raise FileRefused(name=name, problems=problems, count=len(problems)) from None


def json_schema() -> dict[str, Any]:
    """The JSON Schema of one file, for those who read them."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What reskontra tells a collection agency",
        **_OUTWARD.json_schema(),
    }
