"""The only writer of entries, and the few shapes that they come in.

    post(cursor, [payment_entry(...)])

Each shape says which two ledger accounts an amount moves between. Whoever posts also tells
`claim_states` what became of the claims, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.ledger import RECEIVABLE_OF, Entry, EntryKind, LedgerAccount
from reskontra.domain.rules import Part
from reskontra.records import bulk

_COLUMNS = (
    "creditor_id",
    "kind",
    "debit",
    "credit",
    "amount_ore",
    "value_date",
    "booking_date",
    "invoice_id",
    "payment_id",
    "cause",
)


@dataclass(frozen=True, slots=True)
class NewEntry:
    """One row to be. Amount in öre, above zero."""

    creditor: int
    kind: EntryKind
    debit: LedgerAccount
    credit: LedgerAccount
    amount_ore: int
    value_date: date
    booking_date: date
    invoice: int | None
    payment: int | None
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What is alike for the entries of one event."""

    creditor: int
    value_date: date
    booking_date: date
    cause: str
    payment: int | None = None


def post(cursor: CursorWrapper, entries: Iterable[NewEntry]) -> int:
    """Add the entries, all or none, and say how many."""
    return bulk.insert(cursor, "entry", _COLUMNS, map(_row, entries))


def _row(entry: NewEntry) -> tuple[object, ...]:
    return (
        entry.creditor,
        entry.kind.value,
        entry.debit.value,
        entry.credit.value,
        entry.amount_ore,
        entry.value_date,
        entry.booking_date,
        entry.invoice,
        entry.payment,
        entry.cause,
    )


def carried_out(occasion: Occasion, entry: Entry, *, invoice: int) -> NewEntry:
    """An entry that the domain has decided, with its own value date."""
    return NewEntry(
        occasion.creditor,
        EntryKind(entry.kind),
        LedgerAccount(entry.debit),
        LedgerAccount(entry.credit),
        entry.amount_ore,
        entry.value_date,
        occasion.booking_date,
        invoice,
        occasion.payment,
        occasion.cause,
    )


def _entry(
    occasion: Occasion,
    kind: EntryKind,
    debit: LedgerAccount,
    credit: LedgerAccount,
    amount_ore: int,
    invoice: int | None,
) -> NewEntry:
    return NewEntry(
        occasion.creditor,
        kind,
        debit,
        credit,
        amount_ore,
        occasion.value_date,
        occasion.booking_date,
        invoice,
        occasion.payment,
        occasion.cause,
    )


def invoiced(occasion: Occasion, *, amount_ore: int, invoice: int) -> NewEntry:
    """An invoice is owed."""
    return _entry(
        occasion,
        EntryKind.INVOICE,
        LedgerAccount.RECEIVABLE,
        LedgerAccount.INCOME,
        amount_ore,
        invoice,
    )


def interest_invoiced(occasion: Occasion, *, amount_ore: int, invoice: int) -> NewEntry:
    """An invoice for late interest is owed."""
    return _entry(
        occasion,
        EntryKind.INTEREST,
        LedgerAccount.RECEIVABLE,
        LedgerAccount.INTEREST_INCOME,
        amount_ore,
        invoice,
    )


def fee_invoiced(occasion: Occasion, *, amount_ore: int, invoice: int) -> NewEntry:
    """An invoice for a step's fee is owed."""
    return _entry(
        occasion,
        EntryKind.INVOICE,
        LedgerAccount.RECEIVABLE,
        LedgerAccount.FEE_INCOME,
        amount_ore,
        invoice,
    )


def late_interest(occasion: Occasion, *, amount_ore: int, invoice: int) -> NewEntry:
    """A step enters late interest on the claim itself."""
    return _entry(
        occasion,
        EntryKind.LATE_INTEREST,
        LedgerAccount.INTEREST_RECEIVABLE,
        LedgerAccount.INTEREST_INCOME,
        amount_ore,
        invoice,
    )


def fee(occasion: Occasion, *, amount_ore: int, invoice: int) -> NewEntry:
    """A step adds its fee to the claim."""
    return _entry(
        occasion,
        EntryKind.FEE,
        LedgerAccount.FEE_RECEIVABLE,
        LedgerAccount.FEE_INCOME,
        amount_ore,
        invoice,
    )


def paid(
    occasion: Occasion,
    *,
    part: Part,
    amount_ore: int,
    invoice: int,
    money: LedgerAccount = LedgerAccount.BANK,
) -> NewEntry:
    """Money, from the bank unless it lies elsewhere, pays a part of a claim."""
    return _entry(occasion, EntryKind.PAYMENT, money, RECEIVABLE_OF[part], amount_ore, invoice)


def overpaid(
    occasion: Occasion,
    *,
    amount_ore: int,
    invoice: int,
    money: LedgerAccount = LedgerAccount.BANK,
) -> NewEntry:
    """Money above what the claim owed."""
    return _entry(occasion, EntryKind.PAYMENT, money, LedgerAccount.OVERPAID, amount_ore, invoice)


def recovered(occasion: Occasion, *, part: Part, amount_ore: int, invoice: int) -> NewEntry:
    """So much of what was written off is owed again, since it is being paid."""
    return _entry(
        occasion,
        EntryKind.RECOVERY,
        RECEIVABLE_OF[part],
        LedgerAccount.WRITTEN_OFF,
        amount_ore,
        invoice,
    )


def moved_out(occasion: Occasion, *, amount_ore: int, invoice: int) -> NewEntry:
    """Money that is too much on a claim is to be placed elsewhere."""
    return _entry(
        occasion,
        EntryKind.MOVE,
        LedgerAccount.OVERPAID,
        LedgerAccount.UNMATCHED,
        amount_ore,
        invoice,
    )


def paid_out(
    occasion: Occasion, *, money: LedgerAccount, amount_ore: int, invoice: int | None
) -> NewEntry:
    """Money is paid back, from where it lies."""
    return _entry(occasion, EntryKind.PAYOUT, money, LedgerAccount.BANK_OUT, amount_ore, invoice)


def payout_returned(
    occasion: Occasion, *, money: LedgerAccount, amount_ore: int, invoice: int | None
) -> NewEntry:
    """Money that was paid back did not arrive: it lies where it lay."""
    return _entry(occasion, EntryKind.PAYOUT, LedgerAccount.BANK_OUT, money, amount_ore, invoice)


def paid_to_agency(
    occasion: Occasion, *, part: Part | None, amount_ore: int, invoice: int
) -> NewEntry:
    """Money that an agency has received pays a part of a claim; with no part, it is too much."""
    credit = LedgerAccount.OVERPAID if part is None else RECEIVABLE_OF[part]
    return _entry(occasion, EntryKind.PAYMENT, LedgerAccount.AGENCY, credit, amount_ore, invoice)


def taken_back_from_agency(
    occasion: Occasion, *, taken_from: LedgerAccount, amount_ore: int, invoice: int
) -> NewEntry:
    """A payment there is taken back from the agency: what it paid is owed again."""
    return _entry(
        occasion, EntryKind.REVERSAL, taken_from, LedgerAccount.AGENCY, amount_ore, invoice
    )


def assigned(occasion: Occasion, *, part: Part, amount_ore: int, invoice: int) -> NewEntry:
    """An agency takes over what is left of a part as its own, and owes us for it."""
    sold = LedgerAccount.SOLD
    return _entry(occasion, EntryKind.ASSIGNMENT, sold, RECEIVABLE_OF[part], amount_ore, invoice)


def kept_by_agency(occasion: Occasion, *, account: LedgerAccount, amount_ore: int) -> NewEntry:
    """The agency has kept its costs of what it owes us on the account."""
    cost = LedgerAccount.AGENCY_COST
    return _entry(occasion, EntryKind.KEPT, cost, account, amount_ore, None)


def remitted(occasion: Occasion, *, account: LedgerAccount, amount_ore: int) -> NewEntry:
    """Money from the bank, which had found no claim, is what an agency owed us on the account."""
    lain = LedgerAccount.UNMATCHED
    return _entry(occasion, EntryKind.REMITTED, lain, account, amount_ore, None)


def unmatched(occasion: Occasion, *, amount_ore: int) -> NewEntry:
    """Money that found no claim waits for a person."""
    return _entry(
        occasion,
        EntryKind.PAYMENT,
        LedgerAccount.BANK,
        LedgerAccount.UNMATCHED,
        amount_ore,
        None,
    )


def taken_back(
    occasion: Occasion, *, taken_from: LedgerAccount, amount_ore: int, invoice: int | None
) -> NewEntry:
    """The bank takes a payment back from where it was booked."""
    return _entry(occasion, EntryKind.REVERSAL, taken_from, LedgerAccount.BANK, amount_ore, invoice)


def lost(occasion: Occasion, *, amount_ore: int) -> NewEntry:
    """The bank takes back money that never found a claim."""
    return taken_back(
        occasion, taken_from=LedgerAccount.UNMATCHED, amount_ore=amount_ore, invoice=None
    )


def written_off_again(
    occasion: Occasion, account: LedgerAccount, amount_ore: int, *, invoice: int
) -> tuple[NewEntry, ...]:
    """What a payment had recovered is written off again, when the bank takes the payment back."""
    if amount_ore == 0:
        return ()
    off = LedgerAccount.WRITTEN_OFF
    return (_entry(occasion, EntryKind.WRITE_OFF, off, account, amount_ore, invoice),)


def taken_off(
    occasion: Occasion, *, kind: EntryKind, part: Part, amount_ore: int, invoice: int
) -> NewEntry:
    """A credit, a withdrawal or a write-off takes something off a part of a claim."""
    return _entry(occasion, kind, _GIVEN_UP[kind], RECEIVABLE_OF[part], amount_ore, invoice)


def given_back(occasion: Occasion, *, kind: EntryKind, amount_ore: int, invoice: int) -> NewEntry:
    """A credit or a withdrawal of what had been paid already: the money is the payer's again."""
    return _entry(occasion, kind, _GIVEN_UP[kind], LedgerAccount.OVERPAID, amount_ore, invoice)


def interest_given_back(occasion: Occasion, *, amount_ore: int, invoice: int) -> NewEntry:
    """Interest that was entered and paid before its time: the money is the payer's again."""
    return _entry(
        occasion,
        EntryKind.CREDIT,
        LedgerAccount.INTEREST_INCOME,
        LedgerAccount.OVERPAID,
        amount_ore,
        invoice,
    )


def written_down(occasion: Occasion, *, amount_ore: int, invoice: int) -> NewEntry:
    """The books expect to lose what is left of a claim, which is owed as before."""
    return _entry(
        occasion,
        EntryKind.WRITE_DOWN,
        LedgerAccount.EXPECTED_LOSS,
        LedgerAccount.WRITTEN_DOWN,
        amount_ore,
        invoice,
    )


_GIVEN_UP = {
    EntryKind.CREDIT: LedgerAccount.CREDITED,
    EntryKind.WITHDRAWAL: LedgerAccount.WITHDRAWN,
    EntryKind.WRITE_OFF: LedgerAccount.WRITTEN_OFF,
}
