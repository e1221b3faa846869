"""Lives the days: what the world sends comes in, the night runs, letters leave and are answered.

    life = Life(frame=frame, invoices=invoices, policy=policy, inbox=..., outbox=...)
    for day in life.days():
        life.live(day)

The one rule: a day goes as it does in reality. The bank's file of a banking day is read the day
after, before the night runs; whoever gets a letter answers what the letter says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from reskontra.casework import demands, water_warnings
from reskontra.domain.calendar import add_banking_days, previous_banking_day
from reskontra.domain.letter import InvoiceLetter, ReminderLetter, from_json
from reskontra.domain.plan_letter import InstallmentPlanLetter
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.dunning import daily
from reskontra.intake import facilities, invoices, payments
from reskontra.nightly import early_notices, payback, water
from reskontra.nightly.demo import files
from reskontra.nightly.demo.agencies import Agencies
from reskontra.nightly.demo.conduct import (
    PlannedPayment,
    ToPay,
    answer_to_reminder,
    paid_on,
    plan_of,
)
from reskontra.nightly.demo.deeds import Diary
from reskontra.nightly.demo.names import chance_of
from reskontra.nightly.demo.plan import Frame, PlannedInvoice
from reskontra.outgoing import authority
from reskontra.outgoing.send_out import send_out
from reskontra.records.models import Letter

DAYS_BY_POST = 2
"""Banking days from a letter's day until it is opened."""
INTEREST_PREFIX = "R"
"""An interest invoice has the number of the invoice that was paid late, after this letter."""


class NightEndedRed(Refused):
    """The night of {day} ended red: {problems}"""

    swedish = "Natten {day} slutade rött: {problems}"


@dataclass(slots=True, kw_only=True)
class Counts:
    """What has happened so far."""

    nights: int = 0
    invoices: int = 0
    payments: int = 0
    letters: int = 0


@dataclass(slots=True, kw_only=True)
class Life:
    """A municipality's life: what is planned, and what has been planned since because of it."""

    frame: Frame
    policy: Policy
    inbox: Path
    outbox: Path
    agencies: Agencies
    houses: tuple[files.House, ...] = ()
    counts: Counts = field(default_factory=Counts)
    _invoices: defaultdict[tuple[str, date], list[PlannedInvoice]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _corrected: defaultdict[tuple[str, date], list[PlannedInvoice]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _payments: defaultdict[tuple[str, date], list[PlannedPayment]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _diary: Diary = field(default_factory=Diary)
    _known: dict[tuple[str, str], PlannedInvoice] = field(default_factory=dict)

    def foresee(self, planned: Sequence[PlannedInvoice]) -> None:
        """Take up what the world is going to do."""
        for invoice in planned:
            day = max(invoice.invoice_date, self.frame.start)
            self._invoices[invoice.creditor, day].append(invoice)
            self._known[invoice.creditor, invoice.number] = invoice
            if invoice.correction:
                self._corrected[invoice.creditor, invoice.correction.day].append(invoice)
            self._diary.note(invoice.creditor, invoice.number, invoice.deeds)
            self._will_pay(invoice.plan.payments)

    def days(self) -> Iterator[date]:
        """Every day of the life."""
        for after in range((self.frame.until - self.frame.start).days + 1):
            yield self.frame.start + timedelta(days=after)

    def live(self, day: date) -> None:
        """One day and its night. Refused when the night ends red."""
        if previous_banking_day(day) == day - timedelta(days=1) or day == self.frame.start:
            self._read_bank(day)
        if day == self.frame.start and self.houses:
            path = files.facility_file(self.inbox, day=day, houses=self.houses)
            facilities.take_in(path, day=day, policy=self.policy)
        self._read_invoices(day)
        self.agencies.tell_us(day)
        self._diary.live(day, policy=self.policy, inbox=self.inbox)
        report = daily.run(daily.Order(day=day, policy=self.policy))
        if report.failures or not report.sums.closes:
            problems = "; ".join(failure.error for failure in report.failures) or f"{report.sums}"
            raise NightEndedRed(day=day, problems=problems)
        self.counts.nights += 1
        demands.recheck(policy=self.policy, today=day)
        water_warnings.stop_paid(policy=self.policy, today=day)
        water.work(day=day, policy=self.policy)
        sent = send_out(day=day, folder=self.outbox, policy=self.policy)
        if sent.failures:
            problems = "; ".join(failure.error for failure in sent.failures)
            raise NightEndedRed(day=day, problems=problems)
        self.counts.letters += sent.printed + sent.sent
        early_notices.work(day=day, policy=self.policy)
        self._answer_letters(day)
        self.agencies.hear_of(day)
        self._apply(day)
        payback.work(day=day, policy=self.policy, into=self.outbox.parent / "payouts")

    def _apply(self, day: date) -> None:
        """What the Enforcement Authority is to know leaves by files."""
        sent = authority.send(
            authority.Order(day=day, policy=self.policy, folder_of=self.outbox.joinpath)
        )
        if sent.failures:
            problems = "; ".join(failure.error for failure in sent.failures)
            raise NightEndedRed(day=day, problems=problems)

    def _read_bank(self, day: date) -> None:
        """The files of the last banking day, one for each creditor."""
        booked = previous_banking_day(day)
        for creditor in self.policy.creditors.values():
            found = self._payments.pop((creditor.code, booked), [])
            path = files.bank_file(self.inbox, creditor=creditor, day=booked, payments=found)
            receipt = payments.take_in(path, day=day, policy=self.policy)
            self.counts.payments += receipt.count

    def _read_invoices(self, day: date) -> None:
        for code in self.policy.creditors:
            made = self._invoices.pop((code, day), [])
            corrected = self._corrected.pop((code, day), [])
            if made or corrected:
                path = files.invoice_file(
                    self.inbox, creditor=code, day=day, invoices=made, corrected=corrected
                )
                receipt = invoices.take_in(path, day=day, policy=self.policy)
                self.counts.invoices += receipt.invoices

    def _will_pay(self, planned: Sequence[PlannedPayment]) -> None:
        for payment in planned:
            self._payments[payment.creditor, payment.day].append(payment)

    def _answer_letters(self, day: date) -> None:
        """Everybody opens the letters of the day, and some do something about them."""
        found = Letter.objects.filter(day=day, sent_to_print=True).order_by("id")
        for creditor, data in found.values_list("creditor__code", "data"):
            letter = from_json(data)
            if isinstance(letter, ReminderLetter):
                self._answer_reminder(creditor, letter)
            elif isinstance(letter, InvoiceLetter):
                self._answer_interest_invoice(creditor, letter)
            elif isinstance(letter, InstallmentPlanLetter) and not letter.notice:
                self._pay_in_parts(creditor, letter)

    def _answer_reminder(self, creditor: str, letter: ReminderLetter) -> None:
        about = [self._behind(creditor, claim.invoice_number) for claim in letter.claims]
        reminded = [it for it, claim in zip(about, letter.claims, strict=True) if claim.reminded]
        if all(invoice.plan.heeds_reminder for invoice in reminded):
            asked = self._asked(creditor, letter, letter.day, letter.pay_by)
            chance = chance_of(self.frame.seed, letter.ocr_number)
            self._will_pay(tuple(answer_to_reminder(asked, chance)))

    def _answer_interest_invoice(self, creditor: str, letter: InvoiceLetter) -> None:
        invoice = self._behind(creditor, letter.invoice_number)
        asked = self._asked(creditor, letter, letter.invoice_date, letter.due_date)
        chance = chance_of(self.frame.seed, letter.ocr_number)
        self._will_pay(plan_of(asked, invoice.who.habit, chance).payments)

    def _pay_in_parts(self, creditor: str, letter: InstallmentPlanLetter) -> None:
        invoice = self._behind(creditor, letter.invoices[0].invoice_number)
        for part in letter.parts[: invoice.parts_paid]:
            asked = ToPay(
                creditor=creditor,
                ocr_number=part.ocr_number,
                amount_ore=part.total_ore,
                first_day=add_banking_days(letter.day, DAYS_BY_POST),
                due_date=part.due_date,
                payer_name=letter.addressee.name,
            )
            day = previous_banking_day(part.due_date)
            self._will_pay((paid_on(asked, day, part.total_ore),))

    def _behind(self, creditor: str, number: str) -> PlannedInvoice:
        """The invoice that a letter is about; for an interest invoice, the one paid late."""
        return self._known[creditor, number.removeprefix(INTEREST_PREFIX)]

    def _asked(
        self, creditor: str, letter: ReminderLetter | InvoiceLetter, day: date, due_date: date
    ) -> ToPay:
        return ToPay(
            creditor=creditor,
            ocr_number=letter.ocr_number,
            amount_ore=letter.total_ore,
            first_day=add_banking_days(day, DAYS_BY_POST),
            due_date=due_date,
            payer_name=letter.addressee.name,
        )
