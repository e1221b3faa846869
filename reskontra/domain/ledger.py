"""The books: one row moves one amount from one ledger account to another.

    invoice 1003, 300 kr      receivable  <- income         30000
    payment of 100 kr         bank        <- receivable     10000
    the rest withdrawn        withdrawn   <- receivable     20000

    the rest, so old that it may be lost     expected_loss <- written_down   20000

Every row has two different ledger accounts and an amount above zero, so the books cannot
be out of balance; a mistake is mended by another row. What a claim owes is what its rows
leave on the three receivable accounts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reskontra.domain.rules import Part


class LedgerAccount(StrEnum):
    """The ledger accounts."""

    RECEIVABLE = "receivable"
    FEE_RECEIVABLE = "fee_receivable"
    INTEREST_RECEIVABLE = "interest_receivable"
    BANK = "bank"
    AGENCY = "agency"
    """Money that a collection agency has received for us, and owes us."""
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
    WRITE_DOWN = "write_down"
    """In the books alone: what is left is owed as before."""


RECEIVABLE_OF: dict[Part, LedgerAccount] = {
    Part.PRINCIPAL: LedgerAccount.RECEIVABLE,
    Part.FEE: LedgerAccount.FEE_RECEIVABLE,
    Part.INTEREST: LedgerAccount.INTEREST_RECEIVABLE,
}
_GIVEN_UP = frozenset({LedgerAccount.CREDITED.value, LedgerAccount.WITHDRAWN.value})
_OF_PRINCIPAL = frozenset({LedgerAccount.RECEIVABLE.value, LedgerAccount.OVERPAID.value})
_CREDIT = EntryKind.CREDIT.value
_INTEREST = LedgerAccount.INTEREST_RECEIVABLE.value
_KINDS = tuple(kind.value for kind in EntryKind)
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
    written_off_ore: int
    given_back_ore: int
    """Of the money received, what a credit or a withdrawal made the payer's again."""
    overpaid_ore: int
    last_change: date | None
    """Value date of the latest row that took something off the claim."""

    def plus(self, other: Sums) -> Sums:
        """What the rows of both add up to."""
        mine, theirs = self.balance, other.balance
        days = [day for day in (self.last_change, other.last_change) if day is not None]
        return Sums(
            balance=Balance(
                mine.principal_ore + theirs.principal_ore,
                mine.fee_ore + theirs.fee_ore,
                mine.interest_ore + theirs.interest_ore,
            ),
            billed_ore=self.billed_ore + other.billed_ore,
            fee_ore=self.fee_ore + other.fee_ore,
            interest_ore=self.interest_ore + other.interest_ore,
            paid_ore=self.paid_ore + other.paid_ore,
            credited_ore=self.credited_ore + other.credited_ore,
            withdrawn_ore=self.withdrawn_ore + other.withdrawn_ore,
            principal_given_up_ore=self.principal_given_up_ore + other.principal_given_up_ore,
            written_off_ore=self.written_off_ore + other.written_off_ore,
            given_back_ore=self.given_back_ore + other.given_back_ore,
            overpaid_ore=self.overpaid_ore + other.overpaid_ore,
            last_change=max(days, default=None),
        )


def sums(entries: Iterable[Entry]) -> Sums:
    """Add up the rows of one claim."""
    left = dict.fromkeys(_RECEIVABLES, 0)
    # By the words of the rows, not by EntryKind: hashing an enum is slow, and rows are many.
    totals = dict.fromkeys(_KINDS, 0)
    overpaid = given_up = given_back = interest_off = 0
    last_change: date | None = None
    for entry in entries:
        amount = entry.amount_ore
        if entry.debit in left:
            left[entry.debit] += amount
            totals[entry.kind] += amount
        elif entry.credit in left:
            left[entry.credit] -= amount
            totals[entry.kind] += amount
            if last_change is None or entry.value_date > last_change:
                last_change = entry.value_date
        if entry.debit in _GIVEN_UP and entry.credit in _OF_PRINCIPAL:
            given_up += amount
        elif entry.kind == _CREDIT and entry.credit == _INTEREST:
            interest_off += amount
        if entry.credit == LedgerAccount.OVERPAID:
            overpaid += amount
            if entry.debit in _GIVEN_UP:
                totals[entry.kind] += amount
                given_back += amount
        elif entry.debit == LedgerAccount.OVERPAID:
            overpaid -= amount
    return Sums(
        balance=Balance(*(left[account] for account in _RECEIVABLES)),
        billed_ore=totals[EntryKind.INVOICE.value] + totals[EntryKind.INTEREST.value],
        fee_ore=totals[EntryKind.FEE.value],
        interest_ore=totals[EntryKind.LATE_INTEREST.value] - interest_off,
        paid_ore=totals[EntryKind.PAYMENT.value] - totals[EntryKind.REVERSAL.value],
        credited_ore=totals[EntryKind.CREDIT.value],
        withdrawn_ore=totals[EntryKind.WITHDRAWAL.value],
        principal_given_up_ore=given_up,
        written_off_ore=totals[EntryKind.WRITE_OFF.value],
        given_back_ore=given_back,
        overpaid_ore=overpaid,
        last_change=last_change,
    )
