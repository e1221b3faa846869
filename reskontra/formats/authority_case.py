"""What the Enforcement Authority is told: an application, a reduction, a withdrawal, a court.

    {"record": "application", "reference": "0f6c…", "matter": "order_to_pay", "ground": "…", …}
    {"record": "payment", "reference": "0f6c…", "message": "told-7", "amount_ore": 30000, …}
    {"record": "withdrawal", "reference": "0f6c…", "message": "withdrawal", "reason": "paid", …}

One JSON object a file, in UTF-8; the application also lies beside as a PDF. The one rule: it says
what the Authority asks for in plain words and asks the debtor to pay nothing to anybody. Amounts
are whole öre. The JSON Schema is docs/generated/schema/authority_case.json.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from reskontra.formats.agency_case import (
    CreditTold,
    Debtor,
    PaymentTold,
    Percent,
    Reference,
    TakenBackTold,
    Words,
)
from reskontra.formats.invoice_problems import problems_of
from reskontra.formats.invoice_records import AmountOre, Code, IdentityText, Number, Text
from reskontra.formats.problems import FileRefused

RECORDS = ("application", "payment", "credit", "taken_back", "withdrawal", "court")
Ore = Annotated[int, Field(ge=0)]
LongWords = Annotated[str, Field(min_length=1, max_length=2000)]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Applicant(_Strict):
    """Who is owed, and whom the Authority asks. Where to pay is not said."""

    code: Code
    name: Text
    organization_number: IdentityText
    address: tuple[Text, ...]
    contact_name: Text
    phone: str
    email: str


class InvoiceApplied(_Strict):
    """The invoice that was not paid."""

    number: Number
    invoice_date: date
    due_date: date
    description: Words


class InterestApplied(_Strict):
    """Late interest: what it has come to, on how much, and how it goes on."""

    accrued_ore: Ore
    """Until the day of the application, that day counted."""
    capital_ore: AmountOre
    """What it is counted on from now."""
    from_date: date
    percent: Percent
    """A year, on the day of the application."""
    terms: Words


class FeeApplied(_Strict):
    """A fee that was added to the claim before."""

    text: Words
    date: date
    amount_ore: AmountOre


class CostApplied(_Strict):
    """What the application itself costs, by law."""

    cost: Literal["application_fee", "own_work", "base_fee"]
    amount_ore: AmountOre


class SentBefore(_Strict):
    """A reminder or a demand that was sent."""

    kind: Literal["reminder", "collection_demand", "notice"]
    sent_date: date
    pay_by: date | None = None


class VerdictApplied(_Strict):
    """The verdict that is to be enforced."""

    date: date
    case_number: str


class Application(_Strict):
    """One claim: one matter."""

    record: Literal["application"] = "application"
    version: Literal[1] = 1
    reference: Reference
    matter: Literal["order_to_pay", "enforcement"]
    applied_date: date
    reason: Words
    """The rule that led to it."""
    applicant: Applicant
    debtor: Debtor
    co_debtors: tuple[Debtor, ...] = ()
    """Others who owe it together with the debtor, each the whole of it."""
    ground: LongWords
    """What is owed and why, in plain words and in Swedish."""
    invoice: InvoiceApplied
    principal_ore: Ore
    interest: InterestApplied | None = None
    fees: tuple[FeeApplied, ...] = ()
    fees_left_ore: Ore = 0
    """What is left of them, this application's own costs not counted."""
    costs: tuple[CostApplied, ...] = ()
    sent_before: tuple[SentBefore, ...] = ()
    contested: Literal[False] = False
    """A claim that is contested is not applied for."""
    court_if_contested: Words = ""
    verdict: VerdictApplied | None = None


class WithdrawalTold(_Strict):
    """The application is withdrawn."""

    record: Literal["withdrawal"] = "withdrawal"
    reference: Reference
    message: Literal["withdrawal"] = "withdrawal"
    date: date
    reason: Words


class CourtTold(_Strict):
    """We ask that a contested matter goes to court."""

    record: Literal["court"] = "court"
    reference: Reference
    message: Literal["court"] = "court"
    date: date
    court: Words
    reason: Words


ToldAuthority = PaymentTold | CreditTold | TakenBackTold | WithdrawalTold | CourtTold
Outward = Application | ToldAuthority
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
        "title": "What reskontra tells the Enforcement Authority",
        **_OUTWARD.json_schema(),
    }
