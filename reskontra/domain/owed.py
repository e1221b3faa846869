"""Owed: one claim kept as values, and everything that may be booked on it.

    owed = Owed(claim)
    owed.pay(10_000, order=procedure.allocation, day=date(2025, 4, 10))  -> 0, what no part took
    owed.claim.open_ore                                                  -> 20000

The stories and the simulation keep their books here; the database keeps them by the same rules in
`records.post`. The one rule: the claim's sums change by an entry, and by nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from reskontra.domain import ledger
from reskontra.domain.allocation import allocate, owed_again
from reskontra.domain.claim import Claim, StepTaken, principal_payments
from reskontra.domain.handover import place_money
from reskontra.domain.ledger import RECEIVABLE_OF, Balance, Entry, EntryKind, LedgerAccount, sums
from reskontra.domain.night import Taken
from reskontra.domain.plan_night import PlanCharge
from reskontra.domain.rules import Part
from reskontra.domain.step import Does
from reskontra.domain.undoing import undone

_TAKEN_OFF = {
    EntryKind.CREDIT: LedgerAccount.CREDITED,
    EntryKind.WITHDRAWAL: LedgerAccount.WITHDRAWN,
    EntryKind.WRITE_OFF: LedgerAccount.WRITTEN_OFF,
}


@dataclass(slots=True)
class Owed:
    """A claim and the entries made since it was taken up here. Amounts in öre."""

    claim: Claim
    entries: list[Entry] = field(default_factory=list)

    def book(self, kind: EntryKind, debit: str, credit: str, amount_ore: int, day: date) -> None:
        """Write an entry of value date `day`, and let the claim know."""
        self._add(Entry(kind.value, debit, credit, amount_ore, day))

    def _add(self, new: Entry) -> None:
        entry = (new,)
        self.entries += entry
        claim = self.claim
        self.claim = replace(
            claim,
            sums=claim.sums.plus(sums(entry)),
            principal_payments=(*claim.principal_payments, *principal_payments(entry)),
            plans=tuple(plan.after(entry) for plan in claim.plans),
        )

    def invoice(
        self,
        kind: EntryKind,
        amount_ore: int,
        day: date,
        *,
        income: LedgerAccount = LedgerAccount.INCOME,
    ) -> None:
        """Write the entry of the invoice itself; `income` is what it brings."""
        self.book(kind, LedgerAccount.RECEIVABLE, income, amount_ore, day)

    def pay(self, amount_ore: int, *, order: Sequence[Part], day: date) -> int:
        """Pay the parts in order with money of value date `day`; what no part took.

        What was written off is owed again as far as the money goes.
        """
        return self._place(amount_ore, LedgerAccount.BANK, order, day)

    def place(self, amount_ore: int, *, order: Sequence[Part], day: date) -> int:
        """Pay with money that lay without a claim; what no part took."""
        return self._place(amount_ore, LedgerAccount.UNMATCHED, order, day)

    def _place(self, amount_ore: int, money: str, order: Sequence[Part], day: date) -> int:
        sums = self.claim.sums
        for part, share_ore in owed_again(
            amount_ore=amount_ore,
            balance=sums.balance,
            written_off=Balance() if sums.withdrawn_ore else sums.written_off,
            order=order,
        ):
            owed, written_off = RECEIVABLE_OF[part], LedgerAccount.WRITTEN_OFF
            self.book(EntryKind.RECOVERY, owed, written_off, share_ore, day)
        shares = allocate(amount_ore=amount_ore, balance=self.claim.sums.balance, order=order)
        for part, share_ore in shares.parts:
            paid_to = RECEIVABLE_OF[part]
            self.book(EntryKind.PAYMENT, money, paid_to, share_ore, day)
        return shares.over_ore

    @property
    def recovered_ore(self) -> int:
        """What was written off, and has been paid since."""
        return ledger.recovered_ore(self.entries)

    def write_off(self, *, day: date) -> None:
        """Nothing more is demanded."""
        self._take_off(EntryKind.WRITE_OFF, self.claim.open_ore, day, Part)

    def write_down(self, *, day: date) -> None:
        """The books expect to lose what is left, which is owed as before."""
        loss, against = LedgerAccount.EXPECTED_LOSS, LedgerAccount.WRITTEN_DOWN
        self.book(EntryKind.WRITE_DOWN, loss, against, self.claim.open_ore, day)

    def pay_out(self, *, day: date) -> None:
        """Pay back all that is too much."""
        over_ore = self.claim.sums.overpaid_ore
        self.book(EntryKind.PAYOUT, LedgerAccount.OVERPAID, LedgerAccount.BANK_OUT, over_ore, day)

    def move_out(self, amount_ore: int, *, day: date) -> None:
        """Let money that is too much here be placed elsewhere."""
        self.book(EntryKind.MOVE, LedgerAccount.OVERPAID, LedgerAccount.UNMATCHED, amount_ore, day)

    def pay_agency(self, paid: Mapping[Part, int], *, day: date) -> None:
        """Book money that was paid to an agency for the parts; what it owns is its own."""
        if self.claim.transferred:
            return
        parts, over_ore = place_money(paid, balance=self.claim.sums.balance)
        for part, share_ore in parts:
            agency, paid_to = LedgerAccount.AGENCY, RECEIVABLE_OF[part]
            self.book(EntryKind.PAYMENT, agency, paid_to, share_ore, day)
        if over_ore:
            agency, over = LedgerAccount.AGENCY, LedgerAccount.OVERPAID
            self.book(EntryKind.PAYMENT, agency, over, over_ore, day)

    def agency_takes_back(self, amount_ore: int, *, day: date) -> None:
        """Undo money that was paid to an agency: what was too much first, then what it paid."""
        if self.claim.transferred:
            return
        over = LedgerAccount.OVERPAID
        for paid_to in (over, *RECEIVABLE_OF.values()):
            lies_ore = sum(
                each.amount_ore * ((each.credit == paid_to) - (each.debit == paid_to))
                for each in self.entries
                if paid_to == over or LedgerAccount.AGENCY in (each.debit, each.credit)
            )
            share_ore = min(amount_ore, max(0, lies_ore))
            if share_ore:
                self.book(EntryKind.REVERSAL, paid_to, LedgerAccount.AGENCY, share_ore, day)
                amount_ore -= share_ore

    @property
    def paid_last_to_agency(self) -> bool:
        """Whether what last lowered the claim was money paid to an agency."""
        lowered = [entry for entry in self.entries if entry.credit in RECEIVABLE_OF.values()]
        return bool(lowered) and lowered[-1].debit == LedgerAccount.AGENCY

    def pay_too_much(self, amount_ore: int, *, day: date, money: str = LedgerAccount.BANK) -> None:
        """Keep money above what is owed for the payer."""
        self.book(EntryKind.PAYMENT, money, LedgerAccount.OVERPAID, amount_ore, day)

    def take_back(
        self, amount_ore: int, *, order: Sequence[Part], day: date, recovered_ore: int = 0
    ) -> None:
        """Undo a payment: from what is paid too much first, then the parts, the last paid first.

        What the payment had recovered of what was written off is written off again, unless that
        has been undone since.
        """
        recovered_ore = min(recovered_ore, self.recovered_ore)
        lies_in = self._money()
        for paid_to in (LedgerAccount.OVERPAID, *(RECEIVABLE_OF[p] for p in reversed(order))):
            share_ore = min(amount_ore, max(0, lies_in[paid_to]))
            if share_ore:
                self.book(EntryKind.REVERSAL, paid_to, LedgerAccount.BANK, share_ore, day)
                amount_ore -= share_ore
                off_ore = 0 if paid_to == LedgerAccount.OVERPAID else min(share_ore, recovered_ore)
                if off_ore:
                    off = LedgerAccount.WRITTEN_OFF
                    self.book(EntryKind.WRITE_OFF, off, paid_to, off_ore, day)
                    recovered_ore -= off_ore
        if amount_ore:
            over, bank = LedgerAccount.OVERPAID, LedgerAccount.BANK
            self.book(EntryKind.REVERSAL, over, bank, amount_ore, day)

    def credit(self, amount_ore: int, *, day: date) -> None:
        """Take an amount off the principal; what was paid of it already is the payer's again."""
        over_ore = self._take_off(EntryKind.CREDIT, amount_ore, day, (Part.PRINCIPAL,))
        self._give_back(EntryKind.CREDIT, over_ore, day)

    def credit_interest(self, amount_ore: int, *, day: date) -> None:
        """Take late interest, still owed, off the claim itself."""
        if amount_ore:
            credited, interest = LedgerAccount.CREDITED, LedgerAccount.INTEREST_RECEIVABLE
            self.book(EntryKind.CREDIT, credited, interest, amount_ore, day)

    def withdraw(self, *, day: date) -> None:
        """Nothing is owed any more; what was paid of the invoice is the payer's again."""
        before = self.claim.sums
        self._take_off(EntryKind.WITHDRAWAL, self.claim.open_ore, day, Part)
        self._give_back(EntryKind.WITHDRAWAL, before.paid_ore - before.given_back_ore, day)

    def take(self, taken: Taken, *, day: date) -> list[Entry]:
        """Let a step be taken: fee and interest are added, or the rest taken off; the entries."""
        step, before = taken.step, len(self.entries)
        self.claim = self.claim.with_step(StepTaken(name=step.name, day=day, pay_by=taken.pay_by))
        if taken.fee_on_claim_ore:
            fee, income = LedgerAccount.FEE_RECEIVABLE, LedgerAccount.FEE_INCOME
            self.book(EntryKind.FEE, fee, income, taken.fee_on_claim_ore, day)
        for _, cost_ore in taken.costs:
            fee, income = LedgerAccount.FEE_RECEIVABLE, LedgerAccount.FEE_INCOME
            self.book(EntryKind.FEE, fee, income, cost_ore, day)
        if taken.interest_ore:
            interest, income = LedgerAccount.INTEREST_RECEIVABLE, LedgerAccount.INTEREST_INCOME
            self.book(EntryKind.LATE_INTEREST, interest, income, taken.interest_ore, day)
        if taken.written_down_ore:
            loss, against = LedgerAccount.EXPECTED_LOSS, LedgerAccount.WRITTEN_DOWN
            self.book(EntryKind.WRITE_DOWN, loss, against, taken.written_down_ore, day)
        if step.does is Does.WRITE_OFF:
            self._take_off(EntryKind.WRITE_OFF, taken.claim.open_ore, day, Part)
        for part in Part:
            if taken.sold.of(part):
                sold, owed = LedgerAccount.SOLD, RECEIVABLE_OF[part]
                self.book(EntryKind.ASSIGNMENT, sold, owed, taken.sold.of(part), day)
        return self.entries[before:]

    def undo(
        self, step: str, booked: Sequence[Entry], *, order: Sequence[Part], not_before: date
    ) -> None:
        """Let a step that booked these entries count as not taken."""
        for entry in undone(self.entries, booked, order=order):
            self._add(entry)
        self.claim = self.claim.without_step(step, not_before=not_before)

    def charge(self, charges: Iterable[PlanCharge], *, day: date) -> None:
        """Enter the fees and the interest of a plan."""
        for each in charges:
            if each.fee_ore:
                fee, income = LedgerAccount.FEE_RECEIVABLE, LedgerAccount.FEE_INCOME
                self.book(EntryKind.FEE, fee, income, each.fee_ore, day)
            if each.interest.total_ore:
                interest, income = LedgerAccount.INTEREST_RECEIVABLE, LedgerAccount.INTEREST_INCOME
                self.book(EntryKind.LATE_INTEREST, interest, income, each.interest.total_ore, day)

    def give_interest_back(self, amount_ore: int, *, day: date) -> None:
        """Interest that was paid before its time is the payer's again."""
        income, over = LedgerAccount.INTEREST_INCOME, LedgerAccount.OVERPAID
        self.book(EntryKind.CREDIT, income, over, amount_ore, day)

    def _take_off(self, kind: EntryKind, amount_ore: int, day: date, parts: Iterable[Part]) -> int:
        """Take an amount off the parts, in order; what could not be taken."""
        shares = allocate(
            amount_ore=amount_ore, balance=self.claim.sums.balance, order=tuple(parts)
        )
        for part, share_ore in shares.parts:
            self.book(kind, _TAKEN_OFF[kind], RECEIVABLE_OF[part], share_ore, day)
        return shares.over_ore

    def _give_back(self, kind: EntryKind, amount_ore: int, day: date) -> None:
        if amount_ore:
            self.book(kind, _TAKEN_OFF[kind], LedgerAccount.OVERPAID, amount_ore, day)

    def _money(self) -> Counter[str]:
        """Where the payers' money lies, in öre by ledger account."""
        from_or_to = {LedgerAccount.BANK, LedgerAccount.UNMATCHED, LedgerAccount.OVERPAID}
        found = Counter[str]()
        for entry in self.entries:
            if entry.kind == EntryKind.MOVE or from_or_to & {entry.debit, entry.credit}:
                found[entry.credit] += entry.amount_ore
                found[entry.debit] -= entry.amount_ore
        return found
