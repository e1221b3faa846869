"""The books: one row moves one amount from one ledger account to another.

    invoice 1003, 300 kr      receivable  <- income         30000
    payment of 100 kr         bank        <- receivable     10000
    the rest withdrawn        withdrawn   <- receivable     20000

    the rest, so old that it may be lost     expected_loss <- written_down   20000
    a fee taken by mistake, undone           fee_income <- fee_receivable     6000
    the rest sold to an agency               sold <- receivable              20000

Every row has two different ledger accounts and an amount above zero, so the books cannot
be out of balance; a mistake is mended by another row. What a claim owes is what its rows
leave on the three receivable accounts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from reskontra.domain.rules import Part


class LedgerAccount(StrEnum):
    """The ledger accounts."""

    RECEIVABLE = "receivable"
    FEE_RECEIVABLE = "fee_receivable"
    INTEREST_RECEIVABLE = "interest_receivable"
    BANK = "bank"
    AGENCY = "agency"
    """Money that a collection agency has received for us, and owes us."""
    AGENCY_COST = "agency_cost"
    """What agencies have kept of our money for their work."""
    SOLD = "sold"
    """What an agency owes for claims that it has taken over as its own."""
    UNMATCHED = "unmatched"
    """Money that has found no claim yet; a person places it."""
    OVERPAID = "overpaid"
    """Money above what the claim owed; to be paid back or moved."""
    INCOME = "income"
    FEE_INCOME = "fee_income"
    INTEREST_INCOME = "interest_income"
    CREDITED = "credited"
    WITHDRAWN = "withdrawn"
    WRITTEN_OFF = "written_off"
    EXPECTED_LOSS = "expected_loss"
    """What claims that are written down are expected to lose."""
    BANK_OUT = "bank_out"
    """The bank account that money is paid back from."""
    WRITTEN_DOWN = "written_down"
    """Set against the receivables, which stay as they are: they are still collected."""


class EntryKind(StrEnum):
    """Why a row was written."""

    INVOICE = "invoice"
    INTEREST = "interest"
    FEE = "fee"
    LATE_INTEREST = "late_interest"
    """Late interest entered on the claim itself, as on a collection demand."""
    PAYMENT = "payment"
    REVERSAL = "reversal"
    CREDIT = "credit"
    WITHDRAWAL = "withdrawal"
    WRITE_OFF = "write_off"
    ASSIGNMENT = "assignment"
    """An agency owns the claim from now on, and owes us for it."""
    REMITTED = "remitted"
    """An agency has paid us what it had received."""
    KEPT = "kept"
    """An agency has kept its costs of what it had received."""
    WRITE_DOWN = "write_down"
    """In the books alone: what is left is owed as before."""
    RECOVERY = "recovery"
    """Money came for what was written off: so much of it is owed again, and paid."""
    MOVE = "move"
    """Money that had come already is placed elsewhere."""
    PAYOUT = "payout"
    """Money is paid back."""
    UNDO = "undo"
    """What a step booked is undone: it should never have been taken."""


RECEIVABLE_OF: dict[Part, LedgerAccount] = {
    Part.PRINCIPAL: LedgerAccount.RECEIVABLE,
    Part.FEE: LedgerAccount.FEE_RECEIVABLE,
    Part.INTEREST: LedgerAccount.INTEREST_RECEIVABLE,
}
_GIVEN_UP = frozenset({LedgerAccount.CREDITED.value, LedgerAccount.WITHDRAWN.value})
_OF_PRINCIPAL = frozenset({LedgerAccount.RECEIVABLE.value, LedgerAccount.OVERPAID.value})
_CREDIT = EntryKind.CREDIT.value
_UNDO = EntryKind.UNDO.value
_RECOVERY = EntryKind.RECOVERY.value
_NOT_LOWERED = frozenset({_UNDO, EntryKind.ASSIGNMENT.value})
_INTEREST = LedgerAccount.INTEREST_RECEIVABLE.value
_FEE = LedgerAccount.FEE_RECEIVABLE.value
_WRITTEN_OFF = LedgerAccount.WRITTEN_OFF.value
_OVERPAID = LedgerAccount.OVERPAID.value
_INTEREST_INCOME = LedgerAccount.INTEREST_INCOME.value
_PART_OF_INCOME = {
    LedgerAccount.FEE_INCOME.value: _FEE,
    LedgerAccount.INTEREST_INCOME.value: _INTEREST,
}
_RECEIVABLES = tuple(account.value for account in RECEIVABLE_OF.values())


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the books. Positional, for it is made by the hundred thousand."""

    kind: str
    debit: str
    credit: str
    amount_ore: int
    value_date: date


@dataclass(frozen=True, slots=True)
class Balance:
    """What is left to pay, by part, in öre."""

    principal_ore: int = 0
    fee_ore: int = 0
    interest_ore: int = 0

    @property
    def total_ore(self) -> int:
        """Everything that is left to pay."""
        return self.principal_ore + self.fee_ore + self.interest_ore

    def plus(self, *, fee_ore: int, interest_ore: int) -> Balance:
        """The balance when a fee and late interest have been added."""
        return Balance(self.principal_ore, self.fee_ore + fee_ore, self.interest_ore + interest_ore)

    def less(self, part: Part, amount_ore: int) -> Balance:
        """The balance when `amount_ore` öre has been taken off one part."""
        match part:
            case Part.PRINCIPAL:
                return Balance(self.principal_ore - amount_ore, self.fee_ore, self.interest_ore)
            case Part.FEE:
                return Balance(self.principal_ore, self.fee_ore - amount_ore, self.interest_ore)
            case Part.INTEREST:
                return Balance(self.principal_ore, self.fee_ore, self.interest_ore - amount_ore)

    def more(self, part: Part, amount_ore: int) -> Balance:
        """The balance when `amount_ore` öre more is owed of one part."""
        return self.less(part, -amount_ore)

    def of(self, part: Part) -> int:
        """What is left of one part."""
        match part:
            case Part.PRINCIPAL:
                return self.principal_ore
            case Part.FEE:
                return self.fee_ore
            case Part.INTEREST:
                return self.interest_ore


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What the rows of one claim add up to, in öre."""

    balance: Balance
    billed_ore: int
    """The invoice itself, before anything was taken off it."""
    fee_ore: int
    interest_ore: int
    """Late interest entered on the claim itself, less what has been credited of it."""
    paid_ore: int
    """Money received for the claim, overpayment not counted."""
    credited_ore: int
    withdrawn_ore: int
    principal_given_up_ore: int
    """Of the invoice itself, what was credited or withdrawn, paid before or not: never owed."""
    written_off: Balance
    """What has been written off of each part, and has neither been undone nor paid since."""
    given_back_ore: int
    """Of the money received, what a credit or a withdrawal made the payer's again."""
    overpaid_ore: int
    sold_ore: int
    """What was left of it when an agency took it over as its own."""
    last_change: date | None
    """Value date of the latest row that took something off the claim, undone steps and a sale left
    out."""

    @property
    def written_off_ore(self) -> int:
        """What has been written off, in öre."""
        return self.written_off.total_ore

    def plus(self, other: Sums) -> Sums:
        """What the rows of both add up to."""
        days = [day for day in (self.last_change, other.last_change) if day is not None]
        return Sums(
            balance=_both(self.balance, other.balance),
            billed_ore=self.billed_ore + other.billed_ore,
            fee_ore=self.fee_ore + other.fee_ore,
            interest_ore=self.interest_ore + other.interest_ore,
            paid_ore=self.paid_ore + other.paid_ore,
            credited_ore=self.credited_ore + other.credited_ore,
            withdrawn_ore=self.withdrawn_ore + other.withdrawn_ore,
            principal_given_up_ore=self.principal_given_up_ore + other.principal_given_up_ore,
            written_off=_both(self.written_off, other.written_off),
            given_back_ore=self.given_back_ore + other.given_back_ore,
            overpaid_ore=self.overpaid_ore + other.overpaid_ore,
            sold_ore=self.sold_ore + other.sold_ore,
            last_change=max(days, default=None),
        )


def recovered_ore(entries: Iterable[Entry]) -> int:
    """What was written off and has been paid since, in öre; not what was written off by mistake."""
    return sum(
        each.amount_ore
        * ((each.kind == _RECOVERY) - (each.kind == _UNDO and each.debit == _WRITTEN_OFF))
        for each in entries
    )


def _both(one: Balance, other: Balance) -> Balance:
    return Balance(
        one.principal_ore + other.principal_ore,
        one.fee_ore + other.fee_ore,
        one.interest_ore + other.interest_ore,
    )


def sums(entries: Iterable[Entry]) -> Sums:
    """Add up the rows of one claim."""
    added = Counter[str]()
    last_change: date | None = None
    for entry in entries:
        for name, sign in _effect(entry.kind, entry.debit, entry.credit):
            added[name] += sign * entry.amount_ore
        lowers = entry.credit in _RECEIVABLES and entry.kind not in _NOT_LOWERED
        if lowers and (last_change is None or entry.value_date > last_change):
            last_change = entry.value_date
    return Sums(
        balance=Balance(*(added[_LEFT + part] for part in _RECEIVABLES)),
        billed_ore=added[EntryKind.INVOICE.value] + added[EntryKind.INTEREST.value],
        fee_ore=added[EntryKind.FEE.value] - added[_UNDONE + _FEE],
        interest_ore=added[EntryKind.LATE_INTEREST.value]
        - added[_INTEREST_CREDITED]
        - added[_UNDONE + _INTEREST],
        paid_ore=added[EntryKind.PAYMENT.value]
        - added[EntryKind.REVERSAL.value]
        - added[_MOVED_OFF],
        credited_ore=added[_CREDIT],
        withdrawn_ore=added[EntryKind.WITHDRAWAL.value],
        principal_given_up_ore=added[_GIVEN_UP_PRINCIPAL],
        written_off=Balance(*(added[_OFF + part] for part in _RECEIVABLES)),
        given_back_ore=added[_GIVEN_BACK],
        overpaid_ore=added[_OVERPAID],
        sold_ore=added[EntryKind.ASSIGNMENT.value],
        last_change=last_change,
    )


_LEFT, _OFF, _UNDONE = "left ", "written off ", "undone "
_INTEREST_CREDITED, _MOVED_OFF = "interest credited", "moved off"
_GIVEN_UP_PRINCIPAL, _GIVEN_BACK = "principal given up", "given back"


@cache
def _effect(kind: str, debit: str, credit: str) -> tuple[tuple[str, int], ...]:
    """What a row does to the sums of its claim: (sum, 1 or -1). There are few kinds of row."""
    return (
        *_on_parts(kind, debit, credit),
        *_on_money(kind, debit, credit),
        *_off_the_claim(kind, debit, credit),
    )


def _on_parts(kind: str, debit: str, credit: str) -> Iterator[tuple[str, int]]:
    if debit in _RECEIVABLES:
        yield _LEFT + debit, 1
    if credit in _RECEIVABLES:
        yield _LEFT + credit, -1
    if debit in _RECEIVABLES or credit in _RECEIVABLES:
        yield kind, 1


def _on_money(kind: str, debit: str, credit: str) -> Iterator[tuple[str, int]]:
    """What is too much, and how it came to be."""
    if credit == _OVERPAID:
        yield _OVERPAID, 1
        if debit in _GIVEN_UP:
            yield _GIVEN_BACK, 1
            yield kind, 1
        elif debit in _RECEIVABLES:
            yield _MOVED_OFF, 1
    elif debit == _OVERPAID:
        yield _OVERPAID, -1
        if credit in _RECEIVABLES:
            yield _MOVED_OFF, -1


def _off_the_claim(kind: str, debit: str, credit: str) -> Iterator[tuple[str, int]]:
    """What is not owed, for whatever reason."""
    if debit in _GIVEN_UP and credit in _OF_PRINCIPAL:
        yield _GIVEN_UP_PRINCIPAL, 1
    elif kind == _CREDIT and (credit == _INTEREST or debit == _INTEREST_INCOME):
        yield _INTEREST_CREDITED, 1
    part = _PART_OF_INCOME.get(debit) if kind == _UNDO else None
    if part is not None:
        yield _UNDONE + part, 1
    if debit == _WRITTEN_OFF:
        yield _OFF + credit, 1
    elif credit == _WRITTEN_OFF:
        yield _OFF + (part or debit), -1
