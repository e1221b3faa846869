"""Steps that an agency says it has performed become steps taken, as any report does.

    take_steps(policy=policy, today=date(2025, 5, 2))  -> how many were taken

The one rule: a step that was not open on its day is not taken; its message waits for a person,
with the reason, and is tried again.
"""

from __future__ import annotations

from datetime import date

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework.reports import Report, report
from reskontra.domain.claim import Claim
from reskontra.domain.refusal import Refused
from reskontra.domain.reporting import ReportedBefore
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.ruling import asking, under_rules
from reskontra.domain.step import Does, InLaw
from reskontra.formats.agency_return import MESSAGE, Demand, Performed
from reskontra.records import agency_messages, as_of, handovers
from reskontra.records.agency_messages import PLACED, WAITING, Kept


def take_steps(*, policy: Policy, today: date) -> int:
    """Take every step that an agency has told of and that was open; how many were taken."""
    taken, progress = 0, True
    while progress:
        with connections["default"].cursor() as cursor:
            kept = agency_messages.waiting(cursor)
        done = sum(_take(each, policy, today) for each in kept if each.kind in ("demand", "step"))
        taken += done
        progress = done > 0
    return taken


def _take(kept: Kept, policy: Policy, today: date) -> bool:
    message = MESSAGE.validate_json(kept.data)
    assert isinstance(message, Demand | Performed)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        agency_messages.lock_all(cursor)
        handover = handovers.find(
            cursor,
            creditor=kept.creditor,
            agency=kept.agency,
            reference=message.reference or "",
            case_number=message.case_number or "",
        )
        if handover is None:
            return False
        wanted = as_of.Wanted.invoices([handover.invoice], asking=asking(policy))
        claim = as_of.load(cursor, wanted)[0].claim
        ruled = under_rules(claim, policy, today=message.date)
        step = _step(message, ruled.procedure)
        if step is None or not _still_asked(claim, step):
            agency_messages.note(cursor, kept.key, outcome=PLACED, reason="", day=today)
            return True
        said = Report(
            invoice=handover.invoice, step=step, day=message.date, by=kept.agency, note=kept.message
        )
        return _report(cursor, said, kept, policy, today)


def _report(cursor: CursorWrapper, said: Report, kept: Kept, policy: Policy, today: date) -> bool:
    try:
        with transaction.atomic():
            report(cursor, said, policy=policy, today=today)
    except ReportedBefore:
        pass
    except Refused as refusal:
        if str(refusal) != kept.reason:
            agency_messages.note(cursor, kept.key, outcome=WAITING, reason=str(refusal), day=today)
        return False
    agency_messages.note(cursor, kept.key, outcome=PLACED, reason="", day=today)
    return True


def _step(message: Demand | Performed, procedure: Procedure) -> str | None:
    """What the procedure calls it; None for a demand that it has no step for."""
    if isinstance(message, Performed):
        return message.step
    for step in procedure.steps:
        if step.in_law is InLaw.COLLECTION_DEMAND and step.does is Does.AWAIT_REPORT:
            return step.name
    return None


def _still_asked(claim: Claim, step: str) -> bool:
    """A settled claim takes no more steps; what the agency did before is on the hand-over."""
    return not claim.settled and claim.taken(step) is None
