"""A claim: an invoice with its entries, holds and steps, as of a day.

    invoice 1003, 300 kr, due 2025-03-31, reminded 2025-04-09, paid 2025-04-10
    payment state PAID, process state REMINDER, status PAID

Two axes are never mixed: the *payment state* comes from the books, the *process state* from
the steps taken. `status` is one word for those who want one, by the precedence below; the
other words remain as notes. Nothing about a claim is stored but what led to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from reskontra.domain.agreed import Agreed
from reskontra.domain.calendar import next_banking_day
from reskontra.domain.came_back import CameBack
from reskontra.domain.course import Course
from reskontra.domain.dealings import DEFERRAL, NO_INVOICES, Dealings, OtherInvoice
from reskontra.domain.ledger import Entry, EntryKind, LedgerAccount, Sums
from reskontra.domain.party import PartyKind
from reskontra.domain.relief import Relief
from reskontra.domain.representative import Representation
from reskontra.domain.rules import Part

if TYPE_CHECKING:
    from reskontra.domain.enforcement import Matter
    from reskontra.domain.limitation import Break
    from reskontra.domain.premises import Premises

HAND_OVER = "hand_over"
REMINDER = "reminder"
COURSE, MONITORING = "course", "monitoring"
"""How the names of steps begin that hand over, remind, propose a course, or let a claim rest: the
policy files are held to it."""


class Status(StrEnum):
    """Status words, in order of precedence: the first that is true is the main status."""

    VOID = "VOID"
    CREDITED = "CREDITED"
    WRITTEN_OFF = "WRITTEN_OFF"
    TRANSFERRED = "TRANSFERRED"
    """An agency owns it; nothing of it is ours."""
    PAID_TOO_MUCH = "PAID_TOO_MUCH"
    PAID = "PAID"
    DISPUTED = "DISPUTED"
    DEFERRED = "DEFERRED"
    INSTALLMENT_PLAN = "INSTALLMENT_PLAN"
    DEBT_COLLECTION = "DEBT_COLLECTION"
    PARTIALLY_PAID = "PARTIALLY_PAID"
    REMINDER = "REMINDER"
    SENT = "SENT"
    PARTLY_DISPUTED = "PARTLY_DISPUTED"
    """Never the main one: the rest goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken:
    """A step that has been taken, with the day until which the party may pay."""

    name: str
    day: date
    pay_by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepUndone:
    """A step that was taken and undone: it counts as not taken, and may be taken anew."""

    name: str
    day: date
    """The day on which it was taken."""
    not_before: date
    """The first day on which it may be taken anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Why steps wait, from the first day to the last (none yet: until it is lifted)."""

    kind: str
    first_day: date
    last_day: date | None
    reason: str = ""
    amount_ore: int | None = None
    """Of the principal, when only a part is held and the rest goes on; else all is."""
    back_ore: int | None = None
    """Of a part that is settled: what is owed again with the rest."""
    place: int = 0
    """Which of the invoice's held parts it is, from 1."""
    key: int = 0
    """Names the hold among the rows; never shown."""
    stops: frozenset[str] = frozenset()
    """What steps do that it stops, by its kind; everything when nothing is said."""
    recalls: bool = False
    goes_again: bool = False
    """By its kind: no agency may have the claim; and it goes there again when that is over."""

    @property
    def delays(self) -> bool:
        """Whether its days do not count for the claim: all was held, or the part is back."""
        return self.amount_ore is None or bool(self.back_ore)

    def covers(self, day: date) -> bool:
        """Whether the hold is in force on `day`."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Debtor:
    """One of several who owe a claim together, each the whole of it."""

    party: int
    kind: PartyKind
    born: date | None = None
    minor: bool = False
    """Was a minor when the claim arose, taken as its invoice date."""
    lapsed: bool = False
    """Towards this one the claim has lapsed."""
    share: Fraction | None = None
    """What this one answers for among them; all of them have one, or none has."""
    holds: tuple[Hold, ...] = ()
    """On all that this one owes: they stop what is done to this one, and to no other."""
    represented: tuple[Representation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """What a person found, on a day: a condition that a step needs, or a day to count from."""

    kind: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrincipalPayment:
    """Money that lowered the principal, by value date; below zero when it was taken back."""

    value_date: date
    amount_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is known of one invoice on one day. Amounts in öre."""

    key: int
    """Names the claim among those at hand; never shown."""
    number: str
    ocr_number: str
    creditor: str
    party: int
    debtor: PartyKind
    kind: str
    services: frozenset[str]
    invoice_date: date
    due_date: date
    sums: Sums
    department: str = ""
    facility: str = ""
    premises: Premises | None = None
    """The facility as its register knows it; None when no register names it."""
    marks: frozenset[str] = frozenset()
    """What the billing system has marked the invoice with."""
    billed_by_service: tuple[tuple[str, int], ...] = ()
    """Öre billed for each service; empty when the invoice has only one."""
    born: date | None = None
    """The debtor's date of birth, when the debtor is a person."""
    minor: bool = False
    """The debtor was a minor when the claim arose, taken as its invoice date."""
    represented: tuple[Representation, ...] = ()
    """Who stands for the debtor, or has stood; with several, each debtor's stand with them."""
    principal_payments: tuple[PrincipalPayment, ...] = ()
    steps_taken: tuple[StepTaken, ...] = ()
    steps_undone: tuple[StepUndone, ...] = ()
    holds: tuple[Hold, ...] = ()
    debtors: tuple[Debtor, ...] = ()
    """Those who owe it together, its party first; empty when the party owes it alone.

    With several, `holds` are those on the claim itself, and each debtor's stand with the debtor.
    """
    clearances: tuple[Clearance, ...] = ()
    reliefs: tuple[Relief, ...] = ()
    """Interest given up by a decision."""
    plans: tuple[Agreed, ...] = ()
    """Plans granted for it, in order of day; only the last may be in force."""
    course: Course | None = None
    """Which way a person has decided that it goes, the latest decision."""
    breaks: tuple[Break, ...] = ()
    """What has interrupted its limitation, besides money."""
    lapsed_on: date | None = None
    """Its last day, when that has passed: nothing is collected any more."""
    lapsed_share_ore: int = 0
    """Of what is left, the part of those towards whom it has lapsed: the others do not owe it."""
    matters: tuple[Matter, ...] = ()
    """What we have applied for about it at the Enforcement Authority, oldest first."""
    dealings: Dealings = NO_INVOICES
    """The party's invoices from the creditor, where the procedures ask about them."""
    came_back: CameBack | None = None
    fee_free: bool = False
    """No step costs anything today, by a campaign."""
    held_back_ore: int = 0
    """Left out of the sums, for it is a part that is held today: see `without_held`."""
    first_invoice_date: date | None = None
    first_due_date: date | None = None
    """Of a part that is billed apart: those of the invoice that it comes from."""

    @property
    def open_ore(self) -> int:
        """What is left to pay."""
        return self.sums.balance.total_ore

    @property
    def settled(self) -> bool:
        """Nothing is left to pay, for whatever reason."""
        return self.sums.balance.total_ore == 0

    @property
    def transferred(self) -> bool:
        """Whether an agency has taken it over as its own: then no step of ours concerns it."""
        return self.sums.sold_ore > 0

    @property
    def paid_date(self) -> date | None:
        """The day the balance became zero, by value date; a sale is no payment."""
        return self.sums.last_change if self.settled and not self.transferred else None

    @property
    def part_paid(self) -> bool:
        """Some of it has been paid, and some is left."""
        return self.sums.paid_ore > 0 and not self.settled

    @property
    def on_time_until(self) -> date:
        """The last day on which a payment is in time (skuldebrevslagen 5 § 2 st)."""
        return next_banking_day(self.due_date)

    @property
    def arose_on(self) -> date:
        """The day that the debt is taken to have arisen."""
        return self.first_invoice_date or self.invoice_date

    @property
    def interest_free_until(self) -> date:
        """The last day to pay without late interest."""
        return next_banking_day(self.first_due_date or self.due_date)

    @property
    def plan(self) -> Agreed | None:
        """The plan that is in force."""
        return self.plans[-1] if self.plans and self.plans[-1].in_force else None

    @property
    def handed_over(self) -> bool:
        """Whether an agency has the claim."""
        given = (taken.name.startswith(HAND_OVER) for taken in self.steps_taken)
        return self.came_back is None and any(given)

    def is_held(self, party: int, *, today: date) -> bool:
        """Whether everything about all of it waits today against one who owes it.

        A held part is not among its sums.
        """
        on_party = self.holds_on(party)
        held = (hold for hold in on_party if hold.covers(today) and not hold.stops)
        return any(self.held_whole_by(hold) for hold in held)

    def held_ore(self, *, today: date) -> int:
        """What of the principal is held today, by holds of a part of it."""
        held = (each.amount_ore or 0 for each in self.holds if each.covers(today))
        return min(sum(held), self.sums.balance.principal_ore)

    def without_held(self, *, today: date) -> Claim:
        """The claim as it may be asked for today: what is held of it left out of its sums.

        One of which nothing would be left stays as it is, and its holds then hold all of it.
        """
        held_ore = self.held_ore(today=today)
        if not held_ore or held_ore >= self.open_ore or self.held_back_ore:
            return self
        sums = replace(
            self.sums,
            billed_ore=self.sums.billed_ore - held_ore,
            balance=self.sums.balance.less(Part.PRINCIPAL, held_ore),
        )
        return replace(self, sums=sums, held_back_ore=held_ore)

    def held_whole_by(self, hold: Hold) -> bool:
        """Whether the hold, while it lasts, leaves nothing of the claim to be asked for."""
        return hold.amount_ore is None or not self.held_back_ore

    def owed_by(self, party: int) -> bool:
        """Whether the party owes it, alone or with others."""
        return party == self.party or any(each.party == party for each in self.debtors)

    def holds_on(self, party: int) -> tuple[Hold, ...]:
        """What holds the claim against one who owes it."""
        mine = (hold for each in self.debtors if each.party == party for hold in each.holds)
        return (*self.holds, *mine)

    @property
    def at_authority(self) -> bool:
        """Whether the Enforcement Authority, or a court, has the claim."""
        return bool(self.matters) and self.matters[-1].there

    def cleared_on(self, kind: str) -> date | None:
        """The latest day on which a person found this, if anybody has."""
        if not self.clearances:
            return None
        return max((each.day for each in self.clearances if each.kind == kind), default=None)

    def service_debt_ore(self, services: Collection[str]) -> int:
        """What is left of what was billed for the services.

        Money without a word of what it pays goes first to the debt that hurts most (NJA 2013
        s. 1190): the services asked about are paid before what else stands on the invoice.
        """
        principal_ore = self.sums.balance.principal_ore
        if not self.billed_by_service:
            return principal_ore if self.services & frozenset(services) else 0
        others_ore = sum(ore for name, ore in self.billed_by_service if name not in services)
        return max(0, principal_ore - max(0, others_ore))

    def overdue(self, *, today: date) -> bool:
        """Something is left to pay and the last day for it has passed."""
        return not self.settled and today > self.on_time_until

    def taken(self, step: str) -> StepTaken | None:
        """The step of this name, if it has been taken."""
        for taken in self.steps_taken:
            if taken.name == step:
                return taken
        return None

    def undone(self, step: str) -> tuple[StepUndone, ...]:
        """Every time that the step of this name was undone."""
        return tuple(each for each in self.steps_undone if each.name == step)

    def as_other(self) -> OtherInvoice:
        """The claim as the party's other claims see it."""
        return OtherInvoice(
            number=self.number,
            kind=self.kind,
            services=self.services,
            invoice_date=self.invoice_date,
            due_date=self.due_date,
            open_ore=self.open_ore,
            paid_date=self.paid_date,
            steps=tuple((taken.name, taken.day) for taken in self.steps_taken),
            holds=tuple((hold.kind, hold.first_day) for hold in self.holds),
            more_time=tuple(
                (hold.first_day, hold.last_day) for hold in self.holds if hold.kind == DEFERRAL
            ),
            facility=self.facility,
        )

    def with_step(self, step: StepTaken) -> Claim:
        """The claim after one more step."""
        return replace(self, steps_taken=(*self.steps_taken, step))

    def without_step(self, name: str, *, not_before: date) -> Claim:
        """The claim after a step of this name, which was taken, has been undone."""
        kept = tuple(each for each in self.steps_taken if each.name != name)
        gone = tuple(
            StepUndone(name=name, day=each.day, not_before=not_before)
            for each in self.steps_taken
            if each.name == name
        )
        return replace(self, steps_taken=kept, steps_undone=(*self.steps_undone, *gone))

    def principal_owed_from_start_ore(self) -> int:
        """What was rightly billed: credited and withdrawn amounts were never owed."""
        # A withdrawal gives paid fees back too, so it may give up more than was billed.
        return max(0, self.sums.billed_ore - self.sums.principal_given_up_ore)


_IS_MONEY = frozenset({EntryKind.PAYMENT.value, EntryKind.REVERSAL.value, EntryKind.MOVE.value})


def principal_payments(entries: Iterable[Entry]) -> tuple[PrincipalPayment, ...]:
    """The money that lowered the principal, or was taken back from it."""
    found = []
    for entry in entries:
        if entry.kind in _IS_MONEY and entry.credit == LedgerAccount.RECEIVABLE:
            found.append(PrincipalPayment(value_date=entry.value_date, amount_ore=entry.amount_ore))
        elif entry.kind in _IS_MONEY and entry.debit == LedgerAccount.RECEIVABLE:
            found.append(
                PrincipalPayment(value_date=entry.value_date, amount_ore=-entry.amount_ore)
            )
    return tuple(found)
