"""All that a party owes one creditor, or has owed, as far as rules may ask about it.

    dealings.overdue(today=date(2025, 4, 9))   -> the overdue invoices
    dealings.days_of({"reminder"})             -> the days on which reminders were sent
    dealings.days_of({"deferral"})             -> the days from which it has had more time to pay
    dealings.next_invoice(date(2025, 4, 9))    -> the first invoice dated that day or later

The one rule: facts of rows alone; what follows from them is said by conditions.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from reskontra.domain.calendar import next_banking_day

INTEREST_KIND = "interest"
FEE_KIND = "fee"
OURS = frozenset({INTEREST_KIND, FEE_KIND})
"""Kinds of invoice that we make ourselves: they bring no service, and nothing joins them."""
DEFERRAL = "deferral"
"""The kind of hold that gives more time to pay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherInvoice:
    """One invoice of the party. Amount in öre."""

    number: str
    kind: str
    services: frozenset[str]
    invoice_date: date
    due_date: date
    open_ore: int
    paid_date: date | None
    """The day the balance became zero; None while something is left."""
    steps: tuple[tuple[str, date], ...] = ()
    """Steps taken, with their days."""
    holds: tuple[tuple[str, date], ...] = ()
    """Kinds of hold that it has had, those of the party among them, with their first days."""

    more_time: tuple[tuple[date, date | None], ...] = ()
    """The first and last days of its deferrals; no last day: until it is ended."""
    facility: str = ""

    @property
    def paid_late(self) -> bool:
        """Whether it was settled after its last day, more time counted."""
        return self.paid_date is not None and self.late_on(self.paid_date)

    def late_on(self, day: date) -> bool:
        """Whether it was too late to pay it in time on `day`, with no more time given."""
        if day <= next_banking_day(self.due_date):
            return False
        return not any(
            first <= day and (last is None or day <= next_banking_day(last))
            for first, last in self.more_time
        )

    def next_late_on(self, *, today: date) -> date | None:
        """The first day after today on which it is late, when it was not the day before."""
        lasts = (self.due_date, *(last for _, last in self.more_time if last is not None))
        days = (next_banking_day(last) + timedelta(days=1) for last in lasts)
        return min((day for day in days if day > today and self.late_on(day)), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealings:
    """A party's invoices from one creditor, the claim at hand among them."""

    invoices: tuple[OtherInvoice, ...] = ()

    @property
    def services(self) -> frozenset[str]:
        """Every service that it has been billed for."""
        billed = (each for each in self.invoices if each.kind not in OURS)
        return frozenset(service for each in billed for service in each.services)

    def at(self, facility: str) -> Dealings:
        """Those about one facility; with none given, those that name none."""
        return Dealings(invoices=tuple(i for i in self.invoices if i.facility == facility))

    def overdue(self, *, today: date, kinds: Collection[str] = ()) -> tuple[OtherInvoice, ...]:
        """The overdue invoices, of these kinds when any are given."""
        return tuple(
            each
            for each in self.invoices
            if each.open_ore > 0 and each.late_on(today) and (not kinds or each.kind in kinds)
        )

    def next_overdue_on(self, *, today: date, kinds: Collection[str] = ()) -> date | None:
        """The first day after today on which another invoice, of these kinds, is overdue."""
        days = (
            each.next_late_on(today=today)
            for each in self.invoices
            if each.open_ore > 0 and (not kinds or each.kind in kinds)
        )
        return min((day for day in days if day is not None), default=None)

    def days_of(self, names: Collection[str]) -> tuple[date, ...]:
        """The days on which such a step was taken, or such a hold began; one day counts once."""
        days = {
            day
            for each in self.invoices
            for name, day in (*each.steps, *each.holds)
            if name in names
        }
        return tuple(sorted(days))

    def days_paid_late(self) -> tuple[date, ...]:
        """The days on which an invoice was paid after its last day."""
        return tuple(
            sorted(each.paid_date for each in self.invoices if each.paid_late and each.paid_date)
        )

    def last_paid_on_time(self, count: int) -> bool:
        """Whether the `count` latest settled invoices were all settled in time."""
        settled = [each for each in self.invoices if each.paid_date is not None]
        settled.sort(key=lambda each: (each.due_date, each.number))
        latest = settled[len(settled) - count :] if count else []
        return len(latest) == count and not any(each.paid_late for each in latest)

    def next_invoice(self, day: date, *, but: str = "") -> OtherInvoice | None:
        """The first invoice dated `day` or later, that of number `but` not counted."""
        found = [
            each
            for each in self.invoices
            if each.invoice_date >= day and each.number != but and each.kind not in OURS
        ]
        return min(found, key=lambda each: (each.invoice_date, each.due_date), default=None)


NO_INVOICES = Dealings()
"""What is known of a party whom no rule asks about."""
