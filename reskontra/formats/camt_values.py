"""What a bank's file says, as values: an account, a payment, and an account's end.

    BankAccount(scheme="BGNR", number="9876541")

The one rule: an amount is öre above zero, and `reversal` says that it left the account.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

GIRO_SCHEMES = frozenset({"BGNR", "PGNR"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BankAccount:
    """An account as a bank names it: BGNR, PGNR (digits only), IBAN, BBAN or another scheme."""

    scheme: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A structured reference, and its part of the payment in öre when the file says it.

    The part is below zero for a credit note that the payer has set off.
    """

    number: str
    amount_ore: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BankPayment:
    """One booked payment; `bank_reference` is unique within the account, file after file."""

    account: BankAccount
    """The account that the file is about."""
    paid_to: BankAccount
    """Our giro number that the payer used, when the file tells it; else the account."""
    amount_ore: int
    """Above zero, whichever way the money went."""
    reversal: bool
    """True when money left the account: an earlier payment is taken back."""
    booking_date: date
    value_date: date
    references: tuple[Reference, ...]
    texts: tuple[str, ...]
    """Free text, and last the payer's own reference: where to look when no reference matches."""
    payer_name: str
    bank_reference: str
    message_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountEnd:
    """One account's notification has ended and its sums agree."""

    notification_id: str
    account: BankAccount
    day: date
    """The last day that the notification covers."""
    count: int
    total_ore: int
    """In less out, over the payments given."""
    message_id: str
