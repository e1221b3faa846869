"""A world of values: a story is lived in the domain alone, in milliseconds.

    differences(story, Pure(Cast(story, policy)))

Every invoice is looked at every night, so this world also shows that the database, which looks
only on the day that it has noted, notes the right days. The one rule: no file, no row, no clock.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from reskontra.domain.allocation import allocate
from reskontra.domain.claim import Claim, Hold, StepTaken, principal_payments
from reskontra.domain.ledger import RECEIVABLE_OF, Entry, EntryKind, LedgerAccount, sums
from reskontra.domain.matching import candidates
from reskontra.domain.night import InterestDue, Loaded, Plan, Taken, plan, procedure_of
from reskontra.domain.rules import Does, Part, Policy
from reskontra.domain.visibility import Listing, place
from reskontra.nightly.stories import notation
from reskontra.nightly.stories.cast import Cast, Sent
from reskontra.nightly.stories.notation import Did, Given, Money, Way

INTEREST_KIND = "interest"

_TAKEN_OFF = {
    EntryKind.CREDIT: LedgerAccount.CREDITED,
    EntryKind.WITHDRAWAL: LedgerAccount.WITHDRAWN,
    EntryKind.WRITE_OFF: LedgerAccount.WRITTEN_OFF,
}


@dataclass(slots=True, kw_only=True)
class _Owed:
    """One invoice and everything that happened to it."""

    claim: Claim
    name: str
    entries: list[Entry] = field(default_factory=list)

    def book(self, kind: EntryKind, debit: str, credit: str, amount_ore: int, day: date) -> None:
        """Write an entry, and let the claim know."""
        self.entries.append(Entry(kind.value, debit, credit, amount_ore, day))
        self.claim = replace(
            self.claim,
            sums=sums(self.entries),
            principal_payments=principal_payments(self.entries),
        )

    def money(self) -> Counter[str]:
        """Where the payers' money for the invoice lies, in öre by ledger account."""
        bank, over = LedgerAccount.BANK, LedgerAccount.OVERPAID
        found = Counter[str]()
        for entry in self.entries:
            if bank in (entry.debit, entry.credit) or over in (entry.debit, entry.credit):
                found[entry.credit] += entry.amount_ore
                found[entry.debit] -= entry.amount_ore
        return found

    def take_off(self, kind: EntryKind, amount_ore: int, day: date, parts: Iterable[Part]) -> int:
        """Take an amount off the parts, in order; what could not be taken."""
        shares = allocate(
            amount_ore=amount_ore, balance=self.claim.sums.balance, order=tuple(parts)
        )
        for part, share_ore in shares.parts:
            self.book(kind, _TAKEN_OFF[kind], RECEIVABLE_OF[part], share_ore, day)
        return shares.over_ore


@dataclass(slots=True, kw_only=True)
class _Received:
    """A payment, and what was booked of it on each invoice, in öre."""

    amount_ore: int
    booked: Counter[str]
    returned: bool = False


class Pure:
    """The world of values."""

    def __init__(self, cast: Cast) -> None:
        """An empty world with the cast's parties in it."""
        self._cast = cast
        self._owed: dict[str, _Owed] = {}
        self._letters: list[notation.LetterSent] = []
        self._received: list[_Received] = []
        self._party_holds: dict[str, tuple[Hold, ...]] = {}
        self._unmatched_ore = 0
        self._bank_ore = 0
        self._did: list[tuple[date, Did]] = []

    @property
    def policy(self) -> Policy:
        """The rules in force."""
        return self._cast.policy

    def claim(self, number: str) -> Claim:
        """The invoice as it stands now."""
        return self._owed[number].claim

    def did(self) -> Iterable[tuple[date, Did]]:
        """Everything that the system did."""
        return self._did

    def unmatched_ore(self) -> int:
        """Money that found no invoice."""
        return self._unmatched_ore

    def sees(self, name: str, number: str, *, today: date) -> str:
        """The list where the party sees the invoice."""
        owed = self._owed[number]
        rules = self.policy.creditors[owed.claim.creditor].portal
        shown = place(owed.claim, rules, today=today)
        return shown.value if isinstance(shown, Listing) and owed.name == name else "not"

    def books(self) -> str:
        """All that came to the bank is on invoices, overpaid or unmatched; none is below zero."""
        kept = Counter[str]()
        for owed in self._owed.values():
            for entry in owed.entries:
                kept[entry.debit] += entry.amount_ore
                kept[entry.credit] -= entry.amount_ore
        if kept[LedgerAccount.BANK] + self._unmatched_ore != self._bank_ore:
            return f"have {kept[LedgerAccount.BANK]} öre on invoices of {self._bank_ore} received"
        low = [n for n, owed in self._owed.items() if owed.claim.open_ore < 0]
        return f"have less than nothing on {' '.join(low)}" if low else "balance"

    def give(self, day: date, given: Sequence[Given]) -> None:
        """Take in what is given, as the system's doors do."""
        for event in given:
            self._give(day, event)

    def _give(self, day: date, event: Given) -> None:
        match event:
            case notation.InvoiceSent(number=number):
                self._send(self._cast.invoice(number))
            case Money(reversal=False):
                self._pay(day, event)
            case Money():
                self._take_back(day, event)
            case notation.Credited(number=number, amount_ore=amount_ore):
                self._credit(number, amount_ore, day)
            case notation.Withdrawn(number=number):
                self._withdraw(number, day)
            case notation.HoldSet():
                self._hold(day, event)
            case notation.HoldEnded(kind=kind, whom=whom):
                self._lift(day, kind, whom)
            case notation.Cleared(kind=kind, number=number):
                claim = self.claim(number)
                self._owed[number].claim = replace(claim, clearances=claim.clearances | {kind})
            case notation.NoRun():
                pass

    def _send(self, sent: Sent) -> None:
        self._owe(
            sent,
            services=frozenset({sent.kind}),
            kind=EntryKind.INVOICE,
            income=LedgerAccount.INCOME,
        )

    def _owe(
        self, sent: Sent, *, services: frozenset[str], kind: EntryKind, income: LedgerAccount
    ) -> None:
        claim = Claim(
            key=len(self._owed) + 1,
            number=sent.number,
            ocr_number=sent.ocr_number,
            creditor=sent.creditor.code,
            party=self._cast.names.index(sent.name),
            debtor=sent.debtor,
            kind=sent.kind,
            services=services,
            invoice_date=sent.invoice_date,
            due_date=sent.due_date,
            sums=sums(()),
            holds=self._party_holds.get(sent.name, ()),
        )
        owed = _Owed(claim=claim, name=sent.name)
        owed.book(kind, LedgerAccount.RECEIVABLE, income, sent.amount_ore, sent.invoice_date)
        self._owed[sent.number] = owed

    def _pay(self, day: date, money: Money) -> None:
        """Pay the invoices that the payment is for, the earliest due first."""
        value_date, rest_ore = money.value_date or day, money.amount_ore
        numbers = self._targets(money)
        booked = Counter[str]()
        for number in numbers:
            owed = self._owed[number]
            order = procedure_of(owed.claim, self.policy).allocation
            shares = allocate(amount_ore=rest_ore, balance=owed.claim.sums.balance, order=order)
            for part, share_ore in shares.parts:
                paid_to = RECEIVABLE_OF[part]
                owed.book(EntryKind.PAYMENT, LedgerAccount.BANK, paid_to, share_ore, value_date)
                booked[number] += share_ore
            rest_ore = shares.over_ore
            if rest_ore == 0:
                break
        self._bank_ore += money.amount_ore
        if rest_ore and numbers:
            last, over = self._owed[numbers[-1]], LedgerAccount.OVERPAID
            last.book(EntryKind.PAYMENT, LedgerAccount.BANK, over, rest_ore, value_date)
            booked[numbers[-1]] += rest_ore
        elif rest_ore:
            self._unmatched_ore += rest_ore
        self._received.append(_Received(amount_ore=money.amount_ore, booked=booked))

    def _targets(self, money: Money) -> list[str]:
        if money.way is Way.INVOICE:
            return [money.said]
        if money.way is Way.REMINDER:
            letter = next(
                each
                for each in reversed(self._letters)
                if money.said in (*each.taken, *each.listed)
            )
            return sorted(
                (*letter.taken, *letter.listed),
                key=lambda number: (self.claim(number).due_date, self.claim(number).key),
            )
        references, texts = ((money.said,), ()) if money.said.isdigit() else ((), (money.said,))
        by_ocr_number = {
            owed.claim.ocr_number: number
            for number, owed in self._owed.items()
            if owed.claim.creditor == self._cast.home.code
        }
        found = candidates(references=references, texts=texts)
        return [by_ocr_number[each] for each in found if each in by_ocr_number][:1]

    def _take_back(self, day: date, money: Money) -> None:
        """Take back the earliest payment of the amount for the same invoices."""
        value_date, numbers = money.value_date or day, set(self._targets(money))
        self._bank_ore -= money.amount_ore
        for received in self._received:
            mine = not numbers.isdisjoint(received.booked)
            if mine and not received.returned and received.amount_ore == money.amount_ore:
                received.returned = True
                for number, amount_ore in received.booked.items():
                    self._undo(self._owed[number], amount_ore, value_date)
                return
        self._unmatched_ore -= money.amount_ore

    def _undo(self, owed: _Owed, amount_ore: int, day: date) -> None:
        """From what is paid too much first, then from the parts, the last paid first."""
        order = procedure_of(owed.claim, self.policy).allocation
        lies_in = owed.money()
        for paid_to in (LedgerAccount.OVERPAID, *(RECEIVABLE_OF[p] for p in reversed(order))):
            share_ore = min(amount_ore, max(0, lies_in[paid_to]))
            if share_ore:
                owed.book(EntryKind.REVERSAL, paid_to, LedgerAccount.BANK, share_ore, day)
                amount_ore -= share_ore
        if amount_ore:
            over, bank = LedgerAccount.OVERPAID, LedgerAccount.BANK
            owed.book(EntryKind.REVERSAL, over, bank, amount_ore, day)

    def _credit(self, number: str, amount_ore: int, day: date) -> None:
        owed = self._owed[number]
        over_ore = owed.take_off(EntryKind.CREDIT, amount_ore, day, (Part.PRINCIPAL,))
        if over_ore:
            credited, over = LedgerAccount.CREDITED, LedgerAccount.OVERPAID
            owed.book(EntryKind.CREDIT, credited, over, over_ore, day)

    def _withdraw(self, number: str, day: date) -> None:
        """Nothing is owed any more; what was paid of the invoice is the payer's again."""
        owed = self._owed[number]
        before = owed.claim.sums
        paid_ore = before.paid_ore - before.given_back_ore
        owed.take_off(EntryKind.WITHDRAWAL, owed.claim.open_ore, day, Part)
        if paid_ore:
            withdrawn, over = LedgerAccount.WITHDRAWN, LedgerAccount.OVERPAID
            owed.book(EntryKind.WITHDRAWAL, withdrawn, over, paid_ore, day)

    def _hold(self, day: date, event: notation.HoldSet) -> None:
        hold = Hold(kind=event.kind, first_day=day, last_day=event.last_day, reason=event.reason)
        if event.whom not in self._owed:
            self._party_holds[event.whom] = (*self._party_holds.get(event.whom, ()), hold)
        for owed in self._whom(event.whom):
            owed.claim = replace(owed.claim, holds=(*owed.claim.holds, hold))

    def _lift(self, day: date, kind: str, whom: str) -> None:
        """End the holds on the invoice itself, or those on the party as a whole."""
        last_day, of_party = day - timedelta(days=1), whom not in self._owed
        name = whom if of_party else self._owed[whom].name
        whole = self._party_holds.get(name, ())
        if of_party:
            self._party_holds[name] = tuple(_ended(whole, kind, last_day))
        for owed in self._whom(whom):
            own = [hold for hold in owed.claim.holds if hold not in whole]
            own = own if of_party else list(_ended(own, kind, last_day))
            owed.claim = replace(owed.claim, holds=(*own, *self._party_holds.get(name, ())))

    def _whom(self, whom: str) -> list[_Owed]:
        """The invoice of that number, or all that the party owes."""
        if whom in self._owed:
            return [self._owed[whom]]
        return [owed for owed in self._owed.values() if owed.name == whom]

    def live_night(self, day: date) -> None:
        """Let the domain plan the night, and let the plan happen."""
        loaded = [Loaded(owed.claim, day) for owed in self._owed.values()]
        planned = plan(loaded, policy=self.policy, today=day)
        numbers = {owed.claim.key: owed for owed in self._owed.values()}
        for bundle in planned.bundles:
            letter = notation.LetterSent(
                step=bundle.step.name,
                name=numbers[bundle.acted[0].key].name,
                taken=tuple(claim.number for claim in bundle.acted),
                listed=tuple(claim.number for claim in bundle.listed),
                pay_by=bundle.pay_by,
            )
            self._letters.append(letter)
            self._did.append((day, letter))
        for taken in planned.taken:
            self._take(day, taken, numbers[taken.claim.key])
        self._invoice_interest(day, planned, numbers)

    def _take(self, day: date, taken: Taken, owed: _Owed) -> None:
        step, number = taken.step, taken.claim.number
        owed.claim = owed.claim.with_step(StepTaken(name=step.name, day=day, pay_by=taken.pay_by))
        if step.fee is not None:
            fee, income = LedgerAccount.FEE_RECEIVABLE, LedgerAccount.FEE_INCOME
            owed.book(EntryKind.FEE, fee, income, step.fee.amount_ore, day)
        if step.does is Does.WRITE_OFF:
            written = notation.WrittenOff(number=number, amount_ore=taken.claim.open_ore)
            owed.take_off(EntryKind.WRITE_OFF, taken.claim.open_ore, day, Part)
            self._did.append((day, written))
        if step.does is Does.HAND_OVER:
            handed = notation.HandedOver(step=step.name, name=owed.name, number=number)
            self._did.append((day, handed))

    def _invoice_interest(self, day: date, planned: Plan, numbers: dict[int, _Owed]) -> None:
        for due in planned.interest:
            sent = self._interest_invoice(day, due, numbers[due.taken.claim.key])
            self._owe(
                sent,
                services=frozenset({INTEREST_KIND}),
                kind=EntryKind.INTEREST,
                income=LedgerAccount.INTEREST_INCOME,
            )
            invoiced = notation.InterestInvoiced(
                number=sent.number,
                name=sent.name,
                amount_ore=sent.amount_ore,
                due_date=sent.due_date,
            )
            self._did.append((day, invoiced))

    def _interest_invoice(self, day: date, due: InterestDue, late: _Owed) -> Sent:
        return Sent(
            number=f"R{late.claim.number}",
            ocr_number="",
            creditor=self.policy.creditors[late.claim.creditor],
            kind=INTEREST_KIND,
            name=late.name,
            debtor=late.claim.debtor,
            invoice_date=day,
            due_date=due.due_date,
            amount_ore=due.interest.total_ore,
        )


def _ended(holds: Iterable[Hold], kind: str, last_day: date) -> Iterator[Hold]:
    """The holds, those of the kind ended on the day; one that began after it never held."""
    for hold in holds:
        ends = hold.kind == kind and (hold.last_day is None or hold.last_day > last_day)
        if not ends:
            yield hold
        elif hold.first_day <= last_day:
            yield replace(hold, last_day=last_day)
