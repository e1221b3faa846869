"""A collection agency of our own, small and invented: for the demo, and for trying the API.

    agency = SmallAgency(name="Exempel Inkasso AB", day=day, key="…")
    make_server("localhost", 0, agency)      the API that outgoing/agency_api.py speaks
    agency.take_folder(folder)               the files that outgoing/agency_carrier.py writes
    agency.returns()                         what it has to tell, as lines of an agency's file

The one rule: it knows nothing of reskontra but what is published: the API and the two formats.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from reskontra.domain.identity import ocr_number
from reskontra.formats import agency_case
from reskontra.formats.agency_case import Case, CreditTold, PaymentTold, RecallTold

PAY_WITHIN = timedelta(days=10)
COST_ORE = 18_000
"""The law's ceiling for a collection demand (förordning (1981:1057))."""

Start = Callable[[str, list[tuple[str, str]]], object]
Message = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class AgencyCase:
    """One debt at the agency. Amounts in öre."""

    number: str
    ocr_number: str
    creditor: str
    reference: str
    """The creditor's name of it; empty when it came by the API, which has no place for it."""
    invoice: str
    debtor: str
    left_ore: int
    own_ore: int = 0
    demanded: bool = False
    closed: bool = False
    copies: int = 0


@dataclass(slots=True, kw_only=True)
class SmallAgency:
    """The agency: its cases, and what it has not told yet."""

    name: str
    day: date
    """The day that it is there."""
    key: str = ""
    creditors: dict[str, str] = field(default_factory=dict)
    """What the API calls each creditor -> the creditor's own code."""
    cases: dict[str, AgencyCase] = field(default_factory=dict)
    """By the creditor's reference, or what names the request."""
    _answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _messages: list[Message] = field(default_factory=list)
    _count: int = 0

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """Answer one request of the API; the same `Idempotency-Key` gets the same answer."""
        if environ.get("HTTP_X_API_KEY") != self.key:
            return _answer(start, "401 Unauthorized", {"_status": "ERR"})
        path = environ["PATH_INFO"].strip("/")
        name = f"{path} {environ.get('HTTP_IDEMPOTENCY_KEY', '')}"
        if name not in self._answers:
            size = int(environ.get("CONTENT_LENGTH") or 0)
            body = json.loads(environ["wsgi.input"].read(size))
            try:
                self._answers[name] = {"_status": "OK", **self._do(path, body)}
            except KeyError as missing:
                return _answer(start, "422 Unprocessable Entity", {"_error": str(missing)})
        return _answer(start, "201 Created", self._answers[name])

    def _do(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        if path == "case--registrations":
            return self._registered(body)
        case = self._of_number(body["case"])
        match path:
            case "media":
                case.copies += 1
            case "creditor--payments" | "creditor--creditings":
                self._lower(case, round(body["amount"] * 100))
            case "case--cancellations":
                self._close(case, self.day, "withdrawn")
            case _:
                raise KeyError(path)
        return {"_id": f"{path}-{len(self._answers)}"}

    def _registered(self, body: dict[str, Any]) -> dict[str, Any]:
        (debt,) = body["debts"]
        claimed = debt.get("fees_already_claimed", {}).get("reminder", {}).get("amount", 0)
        case = self._open(
            creditor=self.creditors[body["creditor"]],
            reference="",
            invoice=debt["invoice_number"],
            debtor=body["customer"]["id_number"],
            left_ore=round((debt["capital_to_claim"] + claimed) * 100),
        )
        return {"_cases": [case.number], "_ocr_numbers_ocr": [case.ocr_number]}

    def _open(
        self, *, creditor: str, reference: str, invoice: str, debtor: str, left_ore: int
    ) -> AgencyCase:
        number = f"{len(self.cases) + 1001}"
        case = AgencyCase(
            number=number,
            ocr_number=ocr_number(f"77{number}"),
            creditor=creditor,
            reference=reference,
            invoice=invoice,
            debtor=debtor,
            left_ore=left_ore,
        )
        self.cases[reference or number] = case
        return case

    def _of_number(self, number: str) -> AgencyCase:
        for case in self.cases.values():
            if case.number == number:
                return case
        raise KeyError(number)

    def take_folder(self, folder: Path, *, day: date) -> None:
        """Read every file that has not been read: cases first, then what is told of them."""
        self.day = day
        new = [path for path in folder.glob("*.json") if path.name not in self._taken]
        self._taken |= {path.name for path in new}
        records = [agency_case.read(path.read_bytes(), name=path.name) for path in new]
        cases = [each for each in records if isinstance(each, Case)]
        for case in sorted(cases, key=lambda each: each.invoice.number):
            self._read(case, day)
        told = [each for each in records if not isinstance(each, Case)]
        for news in sorted(
            told, key=lambda each: (self.cases[each.reference].number, each.message)
        ):
            self._read(news, day)

    def _read(self, record: agency_case.Outward, day: date) -> None:
        if isinstance(record, Case):
            case = self._open(
                creditor=record.creditor.code,
                reference=record.reference,
                invoice=record.invoice.number,
                debtor=record.debtor.identity_number,
                left_ore=record.principal_ore + record.fee_ore + record.interest_ore,
            )
            self._tell(case, "registered", day, ocr_number=case.ocr_number)
            return
        case = self.cases[record.reference]
        if isinstance(record, RecallTold):
            self._close(case, day, "withdrawn")
        elif isinstance(record, PaymentTold | CreditTold):
            self._lower(case, record.amount_ore)
        else:
            case.left_ore += record.amount_ore

    def _lower(self, case: AgencyCase, amount_ore: int) -> None:
        case.left_ore = max(0, case.left_ore - amount_ore)

    def demand(self, case: AgencyCase, *, day: date) -> None:
        """Send the collection demand, with its cost."""
        case.demanded, case.own_ore = True, COST_ORE
        self._tell(case, "demand", day, pay_by=f"{day + PAY_WITHIN}")
        self._tell(case, "cost", day, cost_ore=COST_ORE)

    def assess(self, case: AgencyCase, *, day: date, ability: str, course: str) -> None:
        """Tell how able the debtor is to pay, and the course taken."""
        self._tell(case, "assessment", day, ability=ability, course=course)

    def receive(self, case: AgencyCase, amount_ore: int, *, day: date) -> None:
        """Money from the debtor: the agency's own cost first, then the claim; closed when paid."""
        own_ore = min(case.own_ore, amount_ore)
        case.own_ore -= own_ore
        for_claim_ore = amount_ore - own_ore
        self._lower(case, for_claim_ore)
        self._tell(case, "payment", day, principal_ore=for_claim_ore, agency_ore=own_ore)
        if not case.left_ore and not case.own_ore:
            self._close(case, day, "paid")

    def give_up(self, case: AgencyCase, *, day: date) -> None:
        """Send the claim back: nothing can be collected."""
        self._close(case, day, "uncollectable")

    def _close(self, case: AgencyCase, day: date, reason: str) -> None:
        if not case.closed:
            case.closed = True
            self._tell(case, "closed", day, reason=reason)

    def _tell(self, case: AgencyCase, record: str, day: date, **said: object) -> None:
        self._count += 1
        about = {"reference": case.reference} if case.reference else {}
        self._messages.append(
            {
                "record": record,
                "creditor": case.creditor,
                "agency": self.name,
                "message": f"{case.number}-{self._count}",
                "case_number": case.number,
                "date": f"{day}",
                **about,
                **said,
            }
        )

    def returns(self) -> Iterator[str]:
        """What has not been told yet, a line each."""
        told, self._messages = self._messages, []
        for message in told:
            yield json.dumps(message, ensure_ascii=False)


def _answer(start: Start, status: str, body: dict[str, Any]) -> Iterable[bytes]:
    start(status, [("Content-Type", "application/json")])
    return [json.dumps(body).encode()]
