"""The agency's messages are placed on the claims that they are about.

    place_waiting(day=date(2025, 5, 2))   -> (3, 1)    three placed, one waits

Many are placed in one transaction. The one rule: what cannot be placed waits with its reason, and
is tried again each time. A step that the agency has performed waits here for `casework`, which
takes it.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.handover import Happening
from reskontra.domain.ledger import Balance
from reskontra.formats.agency_return import (
    MESSAGE,
    AboutClaim,
    Assessment,
    Closed,
    Cost,
    Demand,
    PaidThere,
    Payout,
    Performed,
    Registered,
    State,
    TakenBack,
)
from reskontra.intake import agency_books
from reskontra.records import agency_messages, agency_told, claim_states, handovers
from reskontra.records.agency_messages import PLACED, WAITING, Kept, Note
from reskontra.records.claim_states import Change
from reskontra.records.handovers import Handover, Named, NewEvent

CHUNK_MESSAGES = 500
STEP_WAITS = "the step is to be taken"
NO_CLAIM = "no claim at {agency} has the {what}"
NO_PAYMENT = "no payment called {payment} is known of the claim"
BACK_BEFORE = "the payment {payment} has been taken back before"

Placed = tuple[Kept, AboutClaim, Handover]


def place_waiting(*, day: date) -> tuple[int, int]:
    """Place every message that can be; how many were placed, and how many wait still.

    One may be about a claim that another one names: they are gone through until nothing moves.
    """
    placed = 0
    while True:
        with connections["default"].cursor() as cursor:
            waiting = agency_messages.waiting(cursor)
        new = [each.key for each in waiting if not each.placed]
        moved = 0
        for at in range(0, len(new), CHUNK_MESSAGES):
            done, changed = _place(new[at : at + CHUNK_MESSAGES], day)
            placed, moved = placed + done, moved + changed
        if not moved:
            return placed, len(waiting)


def _place(new: list[int], day: date) -> tuple[int, int]:
    """Place these messages, in one transaction; how many are done, and how many have moved."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        agency_messages.lock_all(cursor)
        kept = [it for it in agency_messages.waiting(cursor, only=new) if not it.placed]
        messages = [(each, MESSAGE.validate_json(each.data)) for each in kept]
        payouts = [(each, it) for each, it in messages if isinstance(it, Payout)]
        about = [(each, it) for each, it in messages if not isinstance(it, Payout)]
        found = handovers.find_all(cursor, [_named(each, it) for each, it in about])
        claim_states.lock(cursor, sorted({each.invoice for each in found.values()}))
        told = [(each, it, found[each.key]) for each, it in about if each.key in found]
        notes = [_unknown(each, it) for each, it in about if each.key not in found]
        notes += _on_claims(cursor, told, day)
        agency_books.keep_payouts(cursor, payouts, day)
        notes += [Note(message=each.key, outcome=PLACED) for each, _ in payouts]
        reasons = {each.key: each.reason for each in kept}
        news = [it for it in notes if it.outcome == PLACED or it.reason != reasons[it.message]]
        agency_messages.note(cursor, news, day=day)
    done = sum(note.outcome == PLACED for note in notes)
    return done, done + sum(note.reason == STEP_WAITS for note in notes)


def _on_claims(cursor: CursorWrapper, told: list[Placed], day: date) -> list[Note]:
    """Let them happen to their claims; money first, since it may be taken back by another."""
    first = [each for each in told if not isinstance(each[1], TakenBack)]
    handovers.happen_all(cursor, (_event(kept, it, handover) for kept, it, handover in first))
    for _, message, handover in first:
        if isinstance(message, PaidThere):
            agency_books.book_payment(cursor, message, handover, day)
    closed = [handover for _, message, handover in first if isinstance(message, Closed)]
    claim_states.move(cursor, {each.invoice: Change(0, day) for each in closed})
    notes = [
        Note(message=kept.key, outcome=WAITING, reason=STEP_WAITS)
        if isinstance(message, Demand | Performed)
        else Note(message=kept.key, outcome=PLACED)
        for kept, message, _ in first
    ]
    for kept, message, handover in told:
        if isinstance(message, TakenBack):
            notes.append(_take_back(cursor, kept, message, handover, day))
    return notes


def _take_back(
    cursor: CursorWrapper, kept: Kept, message: TakenBack, handover: Handover, day: date
) -> Note:
    """Of the payment that it names, once; what it paid is owed again."""
    paid = agency_told.payment_told(cursor, handover.key, message=message.payment)
    if paid is None:
        reason = NO_PAYMENT.format(payment=message.payment)
    elif not handovers.happen(cursor, _event(kept, message, handover, balance=paid)):
        reason = BACK_BEFORE.format(payment=message.payment)
    else:
        agency_books.book_taken_back(cursor, message, handover, paid, day)
        return Note(message=kept.key, outcome=PLACED)
    return Note(message=kept.key, outcome=WAITING, reason=reason)


def _named(kept: Kept, message: AboutClaim) -> Named:
    return Named(
        message=kept.key,
        creditor=kept.creditor,
        agency=kept.agency,
        reference=_uuid(message.reference) if message.reference else None,
        case_number=message.case_number or "",
    )


def _uuid(text: str) -> UUID:
    """Our reference; what has its length and signs, and is none, names nothing."""
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)


def _unknown(kept: Kept, message: AboutClaim) -> Note:
    what = message.reference or f"case number {message.case_number}"
    reason = NO_CLAIM.format(agency=kept.agency, what=what)
    return Note(message=kept.key, outcome=WAITING, reason=reason)


def _event(
    kept: Kept, message: AboutClaim, handover: Handover, *, balance: Balance | None = None
) -> NewEvent:
    key, words, agency_ore, ocr_number = f"message:{kept.key}", "", 0, ""
    match message:
        case Registered():
            ocr_number = message.ocr_number
        case PaidThere():
            balance = Balance(message.principal_ore, message.fee_ore, message.interest_ore)
            agency_ore = message.agency_ore
        case TakenBack():
            key, words = f"back:{message.payment}", message.payment
        case Cost():
            agency_ore = message.cost_ore + message.interest_ore
        case Demand():
            words = f"{message.pay_by}"
        case Assessment():
            words = f"{message.ability}, {message.course}"
        case Performed():
            words = message.step
        case State():
            words = message.text
        case Closed():
            words = message.reason
    return NewEvent(
        handover=handover.key,
        party=handover.party,
        key=key,
        kind=Happening(message.record),
        day=message.date,
        balance=balance or Balance(),
        agency_ore=agency_ore,
        case_number=message.case_number or "" if isinstance(message, Registered) else "",
        ocr_number=ocr_number,
        text=words,
        message=kept.key,
    )
