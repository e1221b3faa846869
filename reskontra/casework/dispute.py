"""Somebody objects to an invoice, to all of it or to a part; and a person settles it.

    dispute(cursor, invoice=17, amount_ore=15_000, reason="en timme för mycket", by="A. Ek", ...)
    settle_dispute(cursor, invoice=17, upheld_ore=5_000, reason="halva timmen", by="A. Ek", ...)

The one rule: only what is disputed waits; the rest goes on, and days that waited do not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Claim
from reskontra.domain.disputing import DISPUTE, Settlement, disputed_ore, settle
from reskontra.domain.ledger import EntryKind
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.records import as_of, claim_states, disputes, parties, steps
from reskontra.records.claim_states import Change
from reskontra.records.disputes import OpenHold
from reskontra.records.post import NewEntry, Occasion, given_back, post, taken_off
from reskontra.records.steps import NewHold


class DisputedAlready(Refused):
    """Invoice {number} is disputed already, since {day}; settle that first."""

    swedish = "Faktura {number} är redan bestridd, sedan {day}. Avgör det först."


class NotDisputed(Refused):
    """Invoice {number} is not disputed, so there is nothing to settle."""

    swedish = "Faktura {number} är inte bestridd, så det finns inget att avgöra."


def dispute(
    cursor: CursorWrapper,
    *,
    invoice: int,
    amount_ore: int | None,
    reason: str,
    by: str,
    policy: Policy,
    today: date,
) -> int:
    """Hold the invoice, or `amount_ore` of what is left of it, in öre; the id of the hold.

    Refuses an invoice that is settled or disputed already, and a part that is none.
    """
    claim_states.lock(cursor, [invoice])
    claim = claim_of(cursor, invoice)
    before = disputes.open_hold(cursor, invoice=invoice, kind=DISPUTE)
    if before is not None:
        raise DisputedAlready(number=claim.number, day=before.first_day)
    new = NewHold(
        party=claim.party,
        invoice=invoice,
        kind=DISPUTE,
        first_day=today,
        last_day=None,
        reason=reason,
        decided_by=by,
        amount_ore=disputed_ore(claim, amount_ore),
    )
    key = steps.add_hold(cursor, new)
    _look_at_others(cursor, claim, policy, today)
    return key


def settle_dispute(
    cursor: CursorWrapper,
    *,
    invoice: int,
    upheld_ore: int | None,
    reason: str,
    by: str,
    policy: Policy,
    today: date,
) -> Settlement:
    """End the dispute: what is upheld in öre (None: all, 0: nothing) is credited.

    Of a part that has been billed apart the credit is on that invoice. What is not upheld is owed
    again from today, which is no longer held. Refuses when nothing is disputed.
    """
    claim_states.lock(cursor, [invoice])
    held = disputes.open_hold(cursor, invoice=invoice, kind=DISPUTE)
    if held is None:
        raise NotDisputed(number=claim_of(cursor, invoice).number)
    return settle_hold(
        cursor, held, upheld_ore=upheld_ore, reason=reason, by=by, policy=policy, today=today
    )


def settle_hold(
    cursor: CursorWrapper,
    held: OpenHold,
    *,
    upheld_ore: int | None,
    reason: str,
    by: str,
    policy: Policy,
    today: date,
) -> Settlement:
    """End a hold that tells that something may not be owed, whoever has tried it."""
    claim_states.lock(cursor, [held.lies_on])
    claim = claim_of(cursor, held.lies_on)
    hold = next(each for each in claim.holds if each.key == held.key)
    result = settle(claim, hold, upheld_ore=upheld_ore)
    steps.lift_hold(
        cursor,
        hold=held.key,
        last_day=today - timedelta(days=1),
        look_on=today,
        reason=reason,
        by=by,
        upheld_ore=result.upheld_ore,
    )
    post(cursor, _entries(cursor, claim, result, reason, today))
    claim_states.move(cursor, {claim.key: Change(-result.off_ore, today)})
    _look_at_others(cursor, claim, policy, today)
    return result


def claim_of(cursor: CursorWrapper, invoice: int) -> Claim:
    """The claim as the rows tell it, without the rules of any procedure."""
    return as_of.load(cursor, as_of.Wanted.invoices([invoice]))[0].claim


def _entries(
    cursor: CursorWrapper, claim: Claim, result: Settlement, reason: str, today: date
) -> Iterator[NewEntry]:
    occasion = Occasion(
        creditor=parties.creditors(cursor, [claim.creditor])[claim.creditor],
        value_date=today,
        booking_date=today,
        cause=reason,
    )
    for part, amount_ore in result.off:
        yield taken_off(
            occasion,
            kind=EntryKind.CREDIT,
            part=part,
            amount_ore=amount_ore,
            invoice=claim.key,
        )
    if result.given_back_ore:
        yield given_back(
            occasion, kind=EntryKind.CREDIT, amount_ore=result.given_back_ore, invoice=claim.key
        )


def _look_at_others(cursor: CursorWrapper, claim: Claim, policy: Policy, today: date) -> None:
    """What else the party owes may depend on this, where the creditor's rules say so."""
    if policy.creditors[claim.creditor].asks_party:
        creditor = parties.creditors(cursor, [claim.creditor])[claim.creditor]
        claim_states.look_at_parties_of(cursor, [claim.key], creditor=creditor, on=today)
