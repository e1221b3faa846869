"""A claim goes to court, and comes back from it.

    register(cursor, invoice=17, case=CourtCase(...), by="A. Ek", policy=policy, today=today)
    end(cursor, invoice=17, outcome=Outcome.REJECTED, reason="dom 2025-06-02", by="A. Ek", ...)

The one rule: nobody asks for the money before the court is done; what it rejects is credited.
"""

from __future__ import annotations

from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.casework import dispute, holding
from reskontra.domain.court_case import COURT_CASE, CourtCase, NotSinceLater, Outcome
from reskontra.domain.disputing import DISPUTE
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.records import claim_states, disputes
from reskontra.records.steps import NewHold


class InCourtAlready(Refused):
    """Invoice {number} is before a court already, since {day}; write down how that ended first."""

    swedish = "Faktura {number} är redan i domstol, sedan {day}. Registrera först hur det slutade."


class NotInCourt(Refused):
    """Invoice {number} is before no court, so nothing has ended."""

    swedish = "Faktura {number} prövas inte av någon domstol, så det finns inget som har slutat."


class NothingForTheCourt(Refused):
    """Nothing is left to pay of invoice {number}, so nothing has to wait for the court."""

    swedish = (
        "Det finns inget kvar att betala av faktura {number}, så inget behöver vänta på domstolen."
    )


class PartIsDisputed(Refused):
    """A part of invoice {number} is disputed; settle that before all that is left is credited."""

    swedish = "En del av faktura {number} är bestridd. Avgör den innan allt som är kvar krediteras."


def register(
    cursor: CursorWrapper, *, invoice: int, case: CourtCase, by: str, policy: Policy, today: date
) -> int:
    """Hold the invoice from today, with what is known of the case as the reason; the hold's id.

    Refuses an invoice that is settled or before a court already, and a case of a day to come.
    """
    claim_states.lock(cursor, [invoice])
    claim = dispute.claim_of(cursor, invoice)
    before = disputes.open_hold(cursor, invoice=invoice, kind=COURT_CASE)
    if before is not None:
        raise InCourtAlready(number=claim.number, day=before.first_day)
    if claim.settled:
        raise NothingForTheCourt(number=claim.number)
    if case.since > today:
        raise NotSinceLater(since=case.since, today=today)
    new = NewHold(
        party=claim.party,
        invoice=invoice,
        kind=COURT_CASE,
        first_day=today,
        last_day=None,
        reason=case.text,
        decided_by=by,
    )
    return holding.hold(cursor, new, policy=policy, today=today)


def end(
    cursor: CursorWrapper,
    *,
    invoice: int,
    outcome: Outcome,
    reason: str,
    by: str,
    policy: Policy,
    today: date,
) -> None:
    """Lift the hold; when the court has rejected the claim, credit all that is left of it.

    Refuses an invoice that is before no court, and to credit one of which a part is disputed.
    """
    claim_states.lock(cursor, [invoice])
    held = disputes.open_hold(cursor, invoice=invoice, kind=COURT_CASE)
    claim = dispute.claim_of(cursor, invoice)
    if held is None:
        raise NotInCourt(number=claim.number)
    if outcome is Outcome.WITHDRAWN:
        holding.lift(cursor, hold=held.key, party=claim.party, reason=reason, by=by, today=today)
        return
    rejected = outcome is Outcome.REJECTED
    objection = disputes.open_hold(cursor, invoice=invoice, kind=DISPUTE)
    if rejected and objection is not None and objection.amount_ore is not None:
        raise PartIsDisputed(number=claim.number)
    dispute.settle_hold(
        cursor,
        held,
        upheld_ore=None if rejected else 0,
        reason=reason,
        by=by,
        policy=policy,
        today=today,
    )
