"""What a credit and a withdrawal are in the books, whoever decides them.

    found = lock_to_correct(cursor, creditor=1, number="1003")
    credit(cursor, found, 10_000, occasion)     -> 100 kr less is owed
    withdraw(cursor, found, occasion)           -> nothing is owed, and what was paid is the payer's

The one rule: what was paid of what is taken off is the payer's again, as *overpaid*.
"""

from __future__ import annotations

from django.db.backends.utils import CursorWrapper

from reskontra.domain.ledger import EntryKind
from reskontra.domain.rules import Part
from reskontra.records import claim_states
from reskontra.records.claim_states import Change
from reskontra.records.invoices import Correctable
from reskontra.records.post import NewEntry, Occasion, given_back, post, taken_off


def credit(cursor: CursorWrapper, found: Correctable, amount_ore: int, occasion: Occasion) -> None:
    """Take an amount off the principal; the claim is looked at on the booking day."""
    owed_ore = min(amount_ore, found.balance.principal_ore)
    entries = []
    if owed_ore:
        entries.append(
            taken_off(
                occasion,
                kind=EntryKind.CREDIT,
                part=Part.PRINCIPAL,
                amount_ore=owed_ore,
                invoice=found.invoice,
            )
        )
    if amount_ore > owed_ore:
        over_ore = amount_ore - owed_ore
        entries.append(
            given_back(occasion, kind=EntryKind.CREDIT, amount_ore=over_ore, invoice=found.invoice)
        )
    _book(cursor, found, entries, owed_ore, occasion)


def withdraw(cursor: CursorWrapper, found: Correctable, occasion: Occasion) -> None:
    """Nothing is owed any more, fees included; what was paid is the payer's again."""
    entries = [
        taken_off(
            occasion,
            kind=EntryKind.WITHDRAWAL,
            part=part,
            amount_ore=found.balance.of(part),
            invoice=found.invoice,
        )
        for part in Part
        if found.balance.of(part)
    ]
    if found.kept_ore:
        entries.append(
            given_back(
                occasion,
                kind=EntryKind.WITHDRAWAL,
                amount_ore=found.kept_ore,
                invoice=found.invoice,
            )
        )
    _book(cursor, found, entries, found.balance.total_ore, occasion)


def written_down_before(cursor: CursorWrapper, invoice: int) -> bool:
    """Whether the books expect to lose the claim already."""
    cursor.execute(
        "SELECT coalesce(sum(amount_ore * ((debit = 'expected_loss')::int"
        " - (credit = 'expected_loss')::int)), 0) > 0 FROM entry WHERE invoice_id = %s",
        [invoice],
    )
    return bool(cursor.fetchone()[0])


def _book(
    cursor: CursorWrapper,
    found: Correctable,
    entries: list[NewEntry],
    off_ore: int,
    occasion: Occasion,
) -> None:
    post(cursor, entries)
    claim_states.move(cursor, {found.invoice: Change(-off_ore, occasion.booking_date)})
