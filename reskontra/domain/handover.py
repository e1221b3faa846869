"""A claim at a collection agency: where it stands, whom to pay, and when to call it back.

    state_of({SENT, REGISTERED})                -> REGISTERED: pay the agency
    state_of({SENT, REGISTERED, RECALL_ASKED})  -> RECALLED: pay us again

The one rule: there is never more than one to pay. What has happened is a set, so the order in
which the news came does not matter, and what has once ended does not begin again: a claim that goes
to an agency once more is handed over anew.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum

from reskontra.domain.agreed import INSTALLMENT_PLAN
from reskontra.domain.claim import HAND_OVER, Claim, Debtor, Hold
from reskontra.domain.ledger import Balance
from reskontra.domain.rules import Part


class Happening(StrEnum):
    """What may happen to a claim that has been handed over."""

    PREPARED = "prepared"
    """What the agency is told has been settled and kept."""
    SENT = "sent"
    REGISTERED = "registered"
    """The agency has given it a case number."""
    TOLD = "told"
    """Money paid to us, or a credit, has been told to the agency."""
    RECALL_ASKED = "recall_asked"
    RECALL_SENT = "recall_sent"
    DEMAND = "demand"
    """The agency has sent its collection demand."""
    STEP = "step"
    """The agency has performed another step."""
    ASSESSMENT = "assessment"
    """The agency has assessed the ability to pay."""
    COST = "cost"
    """What the agency has added: its own costs and interest. Never ours."""
    PAYMENT = "payment"
    """Money that was paid to the agency."""
    TAKEN_BACK = "taken_back"
    """A payment there has been taken back from the agency."""
    STATE = "state"
    CLOSED = "closed"


class HandoverState(StrEnum):
    """Where a claim that has been handed over stands."""

    WAITING = "waiting"
    """To be sent."""
    SENT = "sent"
    REGISTERED = "registered"
    RECALLED = "recalled"
    """Called back; the agency has not confirmed it yet."""
    CLOSED = "closed"


ENDS = frozenset({Happening.RECALL_ASKED, Happening.CLOSED})
"""From either on we are the ones to pay."""

DEBTOR_HELD = "debtor_held"
"""One of several debtors is held since; which one, and why, the others are not told."""
LAPSED = "lapsed"
WITHDRAWN, CREDITED, PAID, WRITTEN_OFF = "withdrawn", "credited", "paid", "written_off"

_AROUND = (Part.PRINCIPAL, Part.INTEREST, Part.FEE)


def state_of(happened: Collection[Happening]) -> HandoverState:
    """Where the claim stands; `happened` is everything that has, in whatever order."""
    if Happening.CLOSED in happened:
        return HandoverState.CLOSED
    if Happening.RECALL_ASKED in happened:
        return HandoverState.RECALLED
    if Happening.REGISTERED in happened:
        return HandoverState.REGISTERED
    return HandoverState.SENT if Happening.SENT in happened else HandoverState.WAITING


def recall_reason(claim: Claim, *, paid_last_to_agency: bool, today: date) -> str | None:
    """Why the agency must give the claim back today; None when it may keep it.

    One that the agency owns is nobody else's to call back.
    It is settled otherwise than by money paid there, it has lapsed, or it is held by what no agency
    may press on through (inkassolagen (1974:182) 4 and 8 §§). One of several
    debtors that is held since the hand-over calls it back, for the agency knows of this one.
    `claim` is as the rules see it.
    """
    if claim.transferred:
        return None
    if claim.settled:
        return None if paid_last_to_agency else why_settled(claim)
    if claim.lapsed_on is not None:
        return LAPSED
    for hold in hindering(claim, today=today):
        return hold.kind
    named = [each for each in claim.debtors if may_be_named(each, day=_handed_over_on(claim))]
    held_since = not all(may_be_named(each, day=today) for each in named)
    return DEBTOR_HELD if held_since or (claim.debtors and not named) else None


def may_be_named(debtor: Debtor, *, day: date) -> bool:
    """Whether an agency may be told of this one of several debtors on the day."""
    held = any(hold.recalls and hold.covers(day) for hold in debtor.holds)
    return not (held or debtor.minor or debtor.lapsed)


def _handed_over_on(claim: Claim) -> date:
    """The latest day that it was handed over; it has been."""
    return max(each.day for each in claim.steps_taken if each.name.startswith(HAND_OVER))


def goes_again(claim: Claim) -> bool:
    """Whether the claim goes back to an agency when what it came back for is over.

    So it does after the holds of which `kinds.yaml` says so, and when what was paid is taken back;
    after the others a person decides. `claim` is as the rules see it.
    """
    if claim.came_back is None:
        return False
    reason = claim.came_back.reason
    return reason == PAID or any(hold.goes_again and hold.kind == reason for hold in claim.holds)


def hindering(claim: Claim, *, today: date) -> tuple[Hold, ...]:
    """The holds under which no agency may have the claim today."""
    return tuple(
        hold
        for hold in claim.holds
        if hold.recalls and hold.covers(today) and claim.held_whole_by(hold)
        if not (hold.kind == INSTALLMENT_PLAN and _kept_there(claim))
    )


def _kept_there(claim: Claim) -> bool:
    """The claim is in a plan that the agency itself keeps."""
    return claim.plan is not None and not claim.plan.followed


def why_settled(claim: Claim) -> str:
    """Why nothing is left to pay, in the word that whoever collects the claim is told."""
    sums = claim.sums
    if sums.withdrawn_ore:
        return WITHDRAWN
    if sums.paid_ore:
        return PAID
    return WRITTEN_OFF if sums.written_off_ore else CREDITED


def place_money(
    paid: Mapping[Part, int], *, balance: Balance
) -> tuple[tuple[tuple[Part, int], ...], int]:
    """What money paid to the agency takes off each part, and what is too much; in öre.

    Each part's money pays that part, and what is over pays the next, around: principal, interest,
    fee. Going around keeps the sums alike in whatever order the agency's messages come.
    """
    left, over_ore = {part: balance.of(part) for part in _AROUND}, 0
    taken = dict.fromkeys(_AROUND, 0)
    for at, part in enumerate(_AROUND):
        rest_ore = paid.get(part, 0)
        for each in (*_AROUND[at:], *_AROUND[:at]):
            share_ore = min(rest_ore, left[each])
            left[each] -= share_ore
            taken[each] += share_ore
            rest_ore -= share_ore
        over_ore += rest_ore
    return tuple((part, ore) for part, ore in taken.items() if ore), over_ore
