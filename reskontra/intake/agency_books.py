"""What an agency tells of money becomes entries.

    book_payment(cursor, message, handover, day)            agency <- receivable
    book_taken_back(cursor, message, handover, paid, day)   receivable <- agency
    keep_payouts(cursor, payouts, day)                      agency_cost <- agency

The one rule: what a claim owes after any messages is what it would owe had only those payments
come that were not taken back, whatever their order.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.handover import place_money
from reskontra.domain.ledger import RECEIVABLE_OF, Balance, LedgerAccount
from reskontra.domain.rules import Part
from reskontra.formats.agency_return import AboutClaim, PaidThere, Payout, TakenBack
from reskontra.records import agency_told, claim_states, parties, payments, remittances
from reskontra.records.agency_messages import Kept
from reskontra.records.claim_states import Change
from reskontra.records.handovers import Handover
from reskontra.records.post import (
    NewEntry,
    Occasion,
    kept_by_agency,
    paid_to_agency,
    post,
    taken_back_from_agency,
)
from reskontra.records.remittances import NewPayout

ACCOUNT_OF = {"collected": LedgerAccount.AGENCY, "sold": LedgerAccount.SOLD}


def book_payment(cursor: CursorWrapper, message: PaidThere, handover: Handover, day: date) -> None:
    """The money lowers the claim; what is the agency's own is not ours to book."""
    if handover.assigned:
        return
    balance = payments.lock_claims(cursor, [handover.invoice])[handover.invoice].balance
    paid = Balance(message.principal_ore, message.fee_ore, message.interest_ore)
    parts, over_ore = place_money(_by_part(paid), balance=balance)
    occasion = _occasion(cursor, message, handover, day)
    post(cursor, _paid(occasion, parts, over_ore, handover.invoice))
    _moved(cursor, handover, occasion, -sum(ore for _, ore in parts))


def _paid(
    occasion: Occasion, parts: tuple[tuple[Part, int], ...], over_ore: int, invoice: int
) -> Iterator[NewEntry]:
    for part, ore in parts:
        yield paid_to_agency(occasion, part=part, amount_ore=ore, invoice=invoice)
    if over_ore:
        yield paid_to_agency(occasion, part=None, amount_ore=over_ore, invoice=invoice)


def book_taken_back(
    cursor: CursorWrapper, message: TakenBack, handover: Handover, paid: Balance, day: date
) -> None:
    """What the payment had paid is owed again: first what was too much, then what it paid.

    Each part owes what it would had the payment never come. What was paid for a claim that the
    agency owns was never booked.
    """
    if handover.assigned:
        return
    balance = payments.lock_claims(cursor, [handover.invoice])[handover.invoice].balance
    booked = agency_told.paid_there(cursor, handover.invoice)
    told = agency_told.told_as_paid(cursor, handover.invoice)
    before = Balance(
        balance.principal_ore + booked.principal_ore,
        balance.fee_ore + booked.fee_ore,
        balance.interest_ore + booked.interest_ore,
    )
    parts, _ = place_money(_by_part(told), balance=before)
    left = dict(parts)
    owed = {part: booked.of(part) - left.get(part, 0) for part in Part}
    lying = payments.money_on(cursor, invoices=[handover.invoice])[handover.invoice]
    from_where = _lies(owed, paid.total_ore, lying.get(LedgerAccount.OVERPAID, 0))
    occasion = _occasion(cursor, message, handover, day)
    post(
        cursor,
        (
            taken_back_from_agency(
                occasion, taken_from=account, amount_ore=ore, invoice=handover.invoice
            )
            for account, ore in from_where.items()
            if ore
        ),
    )
    over_ore = from_where.get(LedgerAccount.OVERPAID, 0)
    _moved(cursor, handover, occasion, paid.total_ore - over_ore)


def _lies(owed: dict[Part, int], total_ore: int, over_ore: int) -> dict[LedgerAccount, int]:
    """From where an amount is taken back: from the parts, and the rest of what was too much.

    What has been paid back to the payer meanwhile is owed as principal.
    """
    found, rest_ore = dict.fromkeys(LedgerAccount, 0), total_ore
    for part, ore in owed.items():
        share_ore = max(0, min(ore, rest_ore))
        found[RECEIVABLE_OF[part]] = share_ore
        rest_ore -= share_ore
    found[LedgerAccount.OVERPAID] = min(rest_ore, max(0, over_ore))
    found[LedgerAccount.RECEIVABLE] += rest_ore - found[LedgerAccount.OVERPAID]
    return found


def _by_part(paid: Balance) -> dict[Part, int]:
    return {part: paid.of(part) for part in Part}


def _occasion(
    cursor: CursorWrapper, message: AboutClaim, handover: Handover, day: date
) -> Occasion:
    creditors = parties.creditors(cursor, [handover.creditor])
    return Occasion(
        creditor=creditors[handover.creditor],
        value_date=message.date,
        booking_date=day,
        cause=f"{message.agency}: {message.message}",
    )


def _moved(cursor: CursorWrapper, handover: Handover, occasion: Occasion, moved_ore: int) -> None:
    day = occasion.booking_date
    claim_states.move(cursor, {handover.invoice: Change(moved_ore, day)})
    claim_states.look_at_parties_of(cursor, [handover.invoice], creditor=occasion.creditor, on=day)


def keep_payouts(cursor: CursorWrapper, told: list[tuple[Kept, Payout]], day: date) -> None:
    """What agencies pay us is awaited from the bank; what they have kept is a cost at once."""
    if not told:
        return
    creditors = parties.creditors(cursor, {message.creditor for _, message in told})
    new = [
        NewPayout(
            message=kept.key,
            creditor=creditors[message.creditor],
            agency=message.agency,
            day=message.date,
            amount_ore=message.amount_ore,
            kept_ore=message.kept_ore,
            payment_reference=message.payment_reference,
            account=ACCOUNT_OF[message.of],
        )
        for kept, message in told
    ]
    remittances.add(cursor, new)
    costs = [
        kept_by_agency(
            Occasion(
                creditor=each.creditor,
                value_date=each.day,
                booking_date=day,
                cause=f"{each.agency}: {message.message}",
            ),
            account=each.account,
            amount_ore=each.kept_ore,
        )
        for each, (_, message) in zip(new, told, strict=True)
        if each.kept_ore
    ]
    post(cursor, costs)
