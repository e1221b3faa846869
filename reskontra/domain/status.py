"""The status words of a claim, the main one first.

    statuses(claim, today=today)  -> (Status.DISPUTED, Status.PARTIALLY_PAID, Status.SENT)

The one rule: every word that is true is there, and the first is the main one, by their order.
"""

from __future__ import annotations

from datetime import date

from reskontra.domain.claim import REMINDER, Claim, Hold, Status

_STATUS_OF_HOLD = {
    "dispute": Status.DISPUTED,
    "deferral": Status.DEFERRED,
    "installment_plan": Status.INSTALLMENT_PLAN,
}
_OF_A_PART = {Status.DISPUTED: Status.PARTLY_DISPUTED}


def statuses(claim: Claim, *, today: date) -> tuple[Status, ...]:
    """Every status word that is true of the claim, the main one first."""
    sums = claim.sums
    true: set[Status] = {Status.SENT}
    if claim.transferred:
        true.add(Status.TRANSFERRED)
    elif claim.settled:
        true |= _settled_words(claim)
    elif sums.paid_ore > 0:
        true.add(Status.PARTIALLY_PAID)
    if sums.overpaid_ore > 0:
        true.add(Status.PAID_TOO_MUCH)
    if claim.handed_over or claim.at_authority:
        true.add(Status.DEBT_COLLECTION)
    if any(taken.name.startswith(REMINDER) for taken in claim.steps_taken):
        true.add(Status.REMINDER)
    for hold in claim.holds:
        if hold.kind in _STATUS_OF_HOLD and hold.covers(today):
            true.add(_word_of(hold, claim.without_held(today=today)))
    return tuple(status for status in Status if status in true)


def _word_of(hold: Hold, claim: Claim) -> Status:
    word = _STATUS_OF_HOLD[hold.kind]
    return word if claim.held_whole_by(hold) else _OF_A_PART.get(word, word)


def _settled_words(claim: Claim) -> set[Status]:
    sums = claim.sums
    words: set[Status] = set()
    if sums.withdrawn_ore > 0:
        words.add(Status.VOID)
    elif sums.paid_ore > 0 or sums.billed_ore == 0:
        words.add(Status.PAID)
    if sums.written_off_ore > 0 and sums.paid_ore == 0:
        words.add(Status.WRITTEN_OFF)
    if sums.credited_ore > 0 and sums.paid_ore == 0 and sums.withdrawn_ore == 0:
        words.add(Status.CREDITED)
    return words
