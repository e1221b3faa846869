"""A world of rows: a story is lived through the real doors and the real nights.

    differences(story, ThroughDatabase(Cast(story, policy), folder=Path("/tmp/x")))

Invoices come as our JSON Lines file, payments as a camt.054 file for each creditor and banking
day, people's decisions as records; the night is the nightly run's. The one rule: the database is
empty when the story begins, and nothing reaches it but by those doors.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework import decisions, requests
from reskontra.casework.reports import Report, report
from reskontra.domain.calendar import is_banking_day, previous_banking_day
from reskontra.domain.claim import Claim
from reskontra.domain.identity import parse_bankgiro
from reskontra.domain.party import PartyKind
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.dunning.daily import Order
from reskontra.dunning.daily import run as run_day
from reskontra.formats import camt_writer
from reskontra.formats.camt import BankAccount
from reskontra.intake import invoices, payments
from reskontra.nightly.stories import notation
from reskontra.nightly.stories.area import Rows
from reskontra.nightly.stories.areas import AREAS
from reskontra.nightly.stories.cast import Cast, Sent
from reskontra.nightly.stories.deeds import deeds
from reskontra.nightly.stories.line import AskedLine, GivenLine
from reskontra.nightly.stories.notation import Did, Given, Money, Way
from reskontra.records import access, as_of, handovers, history, payment_numbers, queries, steps
from reskontra.records.check import CHECKS, run_check
from reskontra.records.views import Citizen

DECIDED_BY = "story"
PAGE_SIZE = 1_000
ADDRESS = ("Storgatan 1", "999 10 Granvik")

InvoiceFileEvent = notation.InvoiceSent | notation.Credited | notation.Withdrawn


class NightFailed(Refused):
    """The night of {day} ended red: {what}"""

    swedish = "Natten {day} slutade rött: {what}"


class NotAmongRows(Refused):
    """The story speaks of {what} before there is any such; send the invoice first."""

    swedish = "Berättelsen talar om {what} innan det finns. Skicka fakturan först."


class ThroughDatabase:
    """The world of rows."""

    def __init__(self, cast: Cast, *, folder: Path) -> None:
        """The database must be empty; files are written to `folder`."""
        self.cast = cast
        self.folder = folder
        self._bank_is_open = False

    @property
    def policy(self) -> Policy:
        """The rules in force."""
        return self.cast.policy

    def give(self, day: date, given: Sequence[Given]) -> None:
        """Write the day's files and have them taken in; record what people decide."""
        sent = [event for event in given if isinstance(event, InvoiceFileEvent)]
        if sent:
            self.send(day, sent, name=f"{day}")
        with transaction.atomic(), connections["default"].cursor() as cursor:
            for event in given:
                self.decide(cursor, event, day)
        self.tell_of_payments(day, [event for event in given if isinstance(event, Money)])

    def send(self, day: date, sent: Sequence[InvoiceFileEvent], *, name: str) -> None:
        """The billing system's file is taken in."""
        path = self.folder / f"{name}.jsonl"
        lines = (json.dumps(self._record(event, day)) for event in sent)
        path.write_text("\n".join(lines), encoding="utf-8")
        invoices.take_in(path, day=day, policy=self.policy)

    def _record(self, event: InvoiceFileEvent, day: date) -> dict[str, object]:
        match event:
            case notation.InvoiceSent(number=number):
                return self._invoice(self.cast.invoice(number))
            case notation.Credited(number=number, amount_ore=amount_ore, reason=reason):
                return {
                    "record": "credit",
                    "creditor": self.cast.invoice(number).creditor.code,
                    "number": f"K{number}-{day}",
                    "credits": number,
                    "date": str(day),
                    "amount_ore": amount_ore,
                    "reason": reason,
                }
            case notation.Withdrawn(number=number, reason=reason):
                return {
                    "record": "withdrawal",
                    "creditor": self.cast.invoice(number).creditor.code,
                    "withdraws": number,
                    "date": str(day),
                    "reason": reason,
                }

    def _invoice(self, sent: Sent) -> dict[str, object]:
        text = sent.creditor.invoice_kinds[sent.kind].sv
        return {
            "record": "invoice",
            "creditor": sent.creditor.code,
            "number": sent.number,
            "ocr_number": sent.ocr_number,
            "kind": sent.kind,
            "department": sent.department,
            "facility": sent.facility,
            "marks": sent.marks,
            "invoice_date": str(sent.invoice_date),
            "due_date": str(sent.due_date),
            "recipient": self.person(sent.name),
            "co_debtors": [self.person(name) for name in sent.others],
            "lines": [
                {"text": text, "service": service, "amount_ore": amount_ore, "vat_ore": 0}
                for service, amount_ore in sent.lines
            ],
            "total_ore": sent.amount_ore,
        }

    def person(self, name: str) -> dict[str, object]:
        """Somebody as files name them."""
        return {
            "identity_number": self.cast.identity_number(name),
            "name": name,
            "address": ADDRESS,
            "language": "sv",
            "protected_identity": False,
            "estate": self.cast.debtor(name) is PartyKind.ESTATE,
        }

    def decide(self, cursor: CursorWrapper, event: Given, day: date) -> None:
        """What a person decides is recorded; nothing else is looked at."""
        match event:
            case notation.HoldSet(kind=kind, whom=whom, last_day=last_day, reason=reason):
                invoice, party = self._whom(cursor, whom)
                new = steps.NewHold(
                    party=party,
                    invoice=invoice,
                    kind=kind,
                    first_day=day,
                    last_day=last_day,
                    reason=reason,
                    decided_by=DECIDED_BY,
                )
                steps.add_hold(cursor, new)
            case notation.HoldEnded(kind=kind, whom=whom):
                invoice, party = self._whom(cursor, whom)
                for hold in steps.open_holds(cursor, party=party, kind=kind, invoice=invoice):
                    steps.lift_hold(
                        cursor,
                        hold=hold,
                        last_day=day - timedelta(days=1),
                        look_on=day,
                        reason="",
                        by=DECIDED_BY,
                    )
            case GivenLine():
                event.in_rows(self, cursor, day)
            case notation.Cleared() | notation.Reported() | notation.InterestRelieved():
                self._decide_case(cursor, event, day)

    def _decide_case(
        self,
        cursor: CursorWrapper,
        event: notation.Cleared | notation.Reported | notation.InterestRelieved,
        day: date,
    ) -> None:
        """What the case officers' own door records."""
        invoice, _ = self.invoice_rows(cursor, event.number)
        match event:
            case notation.Cleared(kind=kind, finding=finding):
                decisions.clear(
                    cursor,
                    invoice=invoice,
                    kind=kind,
                    finding=finding,
                    by=DECIDED_BY,
                    roles=self.policy.role_kinds,
                    policy=self.policy,
                    day=day,
                )
            case notation.Reported(step=step, rate=rate):
                said = Report(invoice=invoice, step=step, day=day, by=DECIDED_BY, rate=rate)
                report(cursor, said, policy=self.policy, today=day)
            case notation.InterestRelieved():
                decisions.relieve(
                    cursor,
                    invoice=invoice,
                    relief=event.relief,
                    by=DECIDED_BY,
                    policy=self.policy,
                    today=day,
                )

    def _whom(self, cursor: CursorWrapper, whom: str) -> tuple[int | None, int]:
        """(invoice or None, party)."""
        if whom in self.cast.names:
            return None, self.citizen(whom).party_id
        return self.invoice_rows(cursor, whom)

    def lacks(self, what: str) -> NotAmongRows:
        """The refusal of a line about what is not there."""
        return NotAmongRows(what=what)

    def citizen(self, name: str) -> Citizen:
        """The party of that name, as its own door knows it."""
        found = access.parties_for(identity_number=self.cast.identity_number(name))
        if not found:
            raise NotAmongRows(what=name)
        return found[0]

    def invoice_rows(self, cursor: CursorWrapper, number: str) -> tuple[int, int]:
        """(invoice, party)."""
        found = queries.find_invoice(cursor, number=number)
        if not found:
            raise NotAmongRows(what=number)
        return found[0][0], found[0][1]

    def tell_of_payments(self, day: date, money: Sequence[Money]) -> None:
        """The bank's file for each account: of a banking day also when nobody paid to it."""
        if not self._bank_is_open:
            self._bank_is_open = True
            self._write_payments(previous_banking_day(day), [])
        if money or is_banking_day(day):
            self._write_payments(day, money)

    def _write_payments(self, day: date, money: Sequence[Money]) -> None:
        for account in (each for creditor in self.cast.creditors for each in creditor.bankgiros):
            mine = [
                self._payment(event, day, place)
                for place, event in enumerate(money)
                if self._paid_to(event) == account
            ]
            name = f"{account}-{day}"
            path = self.folder / f"{name}.xml"
            with path.open("wb") as stream:
                camt_writer.write(
                    stream,
                    message_id=name,
                    account=BankAccount(scheme="BGNR", number=account),
                    day=day,
                    payments=mine,
                )
            payments.take_in(path, day=day, policy=self.policy)

    def _paid_to(self, event: Money) -> str:
        """The bankgiro number: that of the letter whose OCR number is given, else the usual one."""
        if event.way is Way.SAID:
            return self.cast.home.bankgiro
        with connections["default"].cursor() as cursor:
            invoice, _, code = queries.find_invoice(cursor, number=event.number)[0][:3]
            said = payment_numbers.letter_bankgiro(cursor, invoice)
        if event.way is Way.REMINDER and said:
            return parse_bankgiro(said)
        return self.policy.creditors[code].bankgiro

    def _payment(self, event: Money, day: date, place: int) -> camt_writer.PaymentToWrite:
        said = self.reference_of(event)
        return camt_writer.PaymentToWrite(
            amount_ore=event.amount_ore,
            reference=said if said.isdigit() else "",
            text="" if said.isdigit() else said,
            value_date=event.value_date or day,
            bank_reference=f"{day}-{place}",
            reversal=event.reversal,
        )

    def reference_of(self, event: Money) -> str:
        """The OCR number, or what the payer wrote."""
        if event.way is Way.SAID:
            return event.said
        with connections["default"].cursor() as cursor:
            invoice, _ = self.invoice_rows(cursor, event.number)
            if event.way is Way.PART:
                ordinal = int(event.said.split()[0])
                return payment_numbers.part_ocr_number(cursor, invoice, ordinal)
            if event.way is Way.INVOICE:
                return payment_numbers.ocr_number(cursor, invoice)
            return payment_numbers.letter_ocr_number(cursor, invoice)

    def live_night(self, day: date) -> None:
        """The nightly run; a red one is refused, so that no story passes over it."""
        requests.answer_by_rule(policy=self.policy, today=day)
        report = run_day(Order(day=day, policy=self.policy))
        if report.failures:
            raise NightFailed(day=day, what="; ".join(each.error for each in report.failures))
        if not report.sums.closes:
            raise NightFailed(day=day, what="the sums do not close")
        for area in AREAS:
            area.night_in_rows(self, day)

    def claim(self, number: str) -> Claim:
        """The invoice as it stands now."""
        with connections["default"].cursor() as cursor:
            invoice, _ = self.invoice_rows(cursor, number)
            wanted = as_of.Wanted.invoices([invoice], asking=tuple(self.policy.creditors))
            return as_of.load(cursor, wanted)[0].claim

    def agency(self, number: str) -> str:
        """The name of the agency that has the invoice."""
        with connections["default"].cursor() as cursor:
            invoice, _ = self.invoice_rows(cursor, number)
            found = handovers.of_invoice(cursor, invoice)
            return found.agency if found and found.pays_agency else ""

    def answered(self, question: AskedLine, today: date) -> AskedLine:
        """The question of an area with the answer that the rows give."""
        return question.from_rows(self, today)

    def sees(self, name: str, number: str, *, today: date) -> str:
        """The list where the citizen's own door shows the invoice."""
        citizen = self.citizen(name)
        for listing in ("unpaid", "paid"):
            page = access.invoices(
                citizen=citizen,
                listing=listing,
                sort="due",
                page=1,
                page_size=PAGE_SIZE,
                today=today,
                policy=self.policy,
            )
            if number in (row.number for row in page.rows):
                return listing
        return "not"

    def unmatched_ore(self) -> int:
        """What lies in *unmatched*."""
        with connections["default"].cursor() as cursor:
            return -queries.ledger_totals(cursor).get("unmatched", 0)

    def books(self) -> str:
        """Everything that must always hold, over the real tables."""
        faults = [fault for check in CHECKS for fault in run_check(check)]
        return "; ".join(faults) or "balance"

    def did(self) -> Iterable[tuple[date, Did]]:
        """Everything that the rows say was done."""
        with connections["default"].cursor() as cursor:
            ids = history.all_invoices(cursor)
            names = {self.citizen(name).party_id: name for name in self.cast.names}
            rows = {row.invoice: row for row in history.invoices(cursor, ids)}
            return tuple(deeds(Rows(cursor=cursor, rows=rows, names=names)))
