"""The agency API that docs/howto/connect_an_agency.md describes, as its publisher describes it.

    carrier = ApiCarrier(Access(url="https://…", key="…", account="674d…", creditor="674e…"))

POST /case--registrations           a claim: one debt is one case
POST /media                         its invoice, as PDF
POST /creditor--payments            money paid to us afterwards
POST /creditor--creditings          what need not be paid
POST /case--cancellations           the recall

The one rule: what leaves has a name of its own in `Idempotency-Key`, so that it can be sent again
after a stop. The key is in a header and never in a log.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.utils import format_datetime
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from reskontra.formats import agency_case
from reskontra.formats.agency_case import Case, CreditTold, PaymentTold, RecallTold, Told
from reskontra.outgoing.agency_carrier import AgencyDidNotTake, Registration, TellByHand

SECONDS = 30
CURRENCY = "SEK"
ORIGIN = "creditor_system"
_WORDS_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Where the API is, and who we are to it."""

    url: str
    key: str = field(repr=False)
    account: str
    creditor: str


class ApiCarrier:
    """One creditor's way to an agency."""

    def __init__(self, access: Access) -> None:
        """Nothing is asked until something is to be told."""
        self._access = access

    def register(self, case: Case, copy: bytes) -> Registration | None:
        """One case; its number and the OCR number that the debtor pays it with."""
        answer = self._post("case--registrations", self._case(case), key=case.reference)
        number = str(answer["_cases"][0])
        self._attach(number, f"{case.invoice.number}.pdf", copy, key=f"{case.reference}.pdf")
        if case.co_debtors:
            # A registration has one debtor: who owes it too is in the case file.
            name, file = f"{case.invoice.number}.json", agency_case.write(case).encode()
            self._attach(number, name, file, key=f"{case.reference}.json")
        return Registration(case_number=number, ocr_number=str(answer["_ocr_numbers_ocr"][0]))

    def tell(self, told: Told, *, case_number: str) -> None:
        """A payment, a credit or a recall; money taken back has no place in the API."""
        about = {**self._who(), "case": case_number}
        key = f"{told.reference}.{told.message}"
        match told:
            case PaymentTold():
                payment = {
                    **about,
                    **_amount(told.amount_ore),
                    "bank_transaction_date": _day(told.date),
                    "creditor_payment_reference": key,
                    "origin": ORIGIN,
                }
                self._post("creditor--payments", payment, key=key)
            case CreditTold():
                credit = {**about, **_amount(told.amount_ore), "origin": ORIGIN}
                self._post("creditor--creditings", credit, key=key)
            case RecallTold():
                self._post("case--cancellations", {**about, "reason": told.reason}, key=key)
            case _:
                what = f"{told.record} {told.amount_ore} öre, {told.date}"
                raise TellByHand(reference=told.reference, what=what)

    def _who(self) -> dict[str, str]:
        return {"account": self._access.account, "creditor": self._access.creditor}

    def _case(self, case: Case) -> dict[str, Any]:
        return {
            **self._who(),
            "first_action": case.action,
            "currency": CURRENCY,
            "customer": _debtor(case),
            "debts": [_debt(case)],
        }

    def _attach(self, number: str, name: str, content: bytes, *, key: str) -> None:
        media = {
            "case": number,
            # That of an invoice which was made anew has a stroke, which ends a folder's name.
            "file_name": name.replace("/", "-"),
            "content": base64.b64encode(content).decode("ascii"),
        }
        self._post("media", media, key=key)

    def _post(self, path: str, body: dict[str, Any], *, key: str) -> dict[str, Any]:
        request = Request(  # noqa: S310 - the address is a setting, checked when it is read
            f"{self._access.url}/{path}",
            data=json.dumps(body).encode(),
            headers={
                "Content-Type": "application/json",
                "x-api-key": self._access.key,
                "Idempotency-Key": key,
            },
            method="POST",
        )
        try:
            with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - as above
                found = json.load(answer)
        except HTTPError as error:
            words = error.read(_WORDS_SHOWN).decode("utf-8", "replace")
            raise AgencyDidNotTake(reference=key, why=f"{error.code} {words}") from error
        except (URLError, TimeoutError, ValueError) as error:
            raise AgencyDidNotTake(reference=key, why=str(error)) from error
        if not isinstance(found, dict) or found.get("_status") != "OK":
            raise AgencyDidNotTake(reference=key, why="the answer is not OK")
        return found


def _debtor(case: Case) -> dict[str, Any]:
    debtor = case.debtor
    *lines, place = debtor.address or ("",)
    zip_code, city = _zip_and_city(place)
    return {
        "name": debtor.name,
        "id_number": debtor.identity_number,
        "is_company": debtor.kind == "organization",
        "address": {
            "address_line_1": ", ".join(lines),
            "zip_code": zip_code,
            "city": city,
            "country": "SE",
        },
    }


def _zip_and_city(place: str) -> tuple[str, str]:
    """The last line of an address: five digits, most often with a blank, and the city."""
    digits = ""
    for at, sign in enumerate(place):
        if sign.isdigit():
            digits += sign
        elif not sign.isspace():
            return digits, place[at:]
    return digits, ""


def _debt(case: Case) -> dict[str, Any]:
    invoice = case.invoice
    debt: dict[str, Any] = {
        "invoice_number": invoice.number,
        "debt_description": invoice.description,
        "invoice_date": _day(invoice.invoice_date),
        "capital_to_claim": _kronor(case.principal_ore),
        "invoice_due_days_after_invoice_date": (invoice.due_date - invoice.invoice_date).days,
    }
    if case.fee_ore and case.reminders:
        debt["fees_already_claimed"] = {
            "reminder": {
                "amount": _kronor(case.fee_ore),
                "fee_registration_date": _day(case.reminders[-1].date),
            }
        }
    return debt


def _amount(ore: int) -> dict[str, Any]:
    return {"currency": CURRENCY, "amount": _kronor(ore)}


def _kronor(ore: int) -> float:
    """As the API counts: the nearest number of kronor, exact to the öre."""
    return round(ore / 100, 2)


def _day(day: date) -> str:
    return format_datetime(datetime(day.year, day.month, day.day, tzinfo=UTC), usegmt=True)
