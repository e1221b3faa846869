"""Steps that an agency says it has performed become steps taken, as any report does.

    take_steps(policy=policy, today=date(2025, 5, 2))  -> how many were taken

The one rule: a step that was not open on its day is not taken; its message waits for a person,
with the reason, and is tried again.
"""

from __future__ import annotations

from datetime import date

from django.db import connections, transaction

from reskontra.casework.reports import Report, report_all, why_not
from reskontra.domain.claim import Claim
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.ruling import asking, under_rules
from reskontra.domain.step import Does, InLaw
from reskontra.formats.agency_return import MESSAGE, Demand, Performed
from reskontra.records import agency_messages, as_of, claim_states, handovers
from reskontra.records.agency_messages import PLACED, WAITING, Kept, Note

CHUNK_MESSAGES = 500


def take_steps(*, policy: Policy, today: date) -> int:
    """Take every step that an agency has told of and that was open; how many were taken.

    One for each claim at a time, since a step may open the next; until nothing moves.
    """
    taken = 0
    while True:
        with connections["default"].cursor() as cursor:
            ids = [each.key for each in agency_messages.waiting(cursor) if each.placed]
        done = sum(
            _take(ids[at : at + CHUNK_MESSAGES], policy, today)
            for at in range(0, len(ids), CHUNK_MESSAGES)
        )
        taken += done
        if not done:
            return taken


def _take(ids: list[int], policy: Policy, today: date) -> int:
    """Take what these messages tell, in one transaction; how many of them are done."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        agency_messages.lock_all(cursor)
        kept = agency_messages.waiting(cursor, only=ids)
        invoice_of = handovers.invoices_of(cursor, [each.key for each in kept])
        invoices = sorted(set(invoice_of.values()))
        claim_states.lock(cursor, invoices)
        wanted = as_of.Wanted.invoices(invoices, asking=asking(policy))
        claims = {loaded.claim.key: loaded.claim for loaded in as_of.load(cursor, wanted)}
        reports: dict[int, Report] = {}
        notes = []
        for each in kept:
            claim = claims[invoice_of[each.key]]
            if claim.key in reports:
                continue
            said = _said(each, claim, policy)
            refusal = why_not(said, claim, policy) if said else None
            notes.append(_note(each, refusal))
            if said and refusal is None:
                reports[claim.key] = said
        report_all(cursor, list(reports.values()), policy=policy, today=today)
        news = [it for it, each in notes if it.outcome == PLACED or it.reason != each.reason]
        agency_messages.note(cursor, news, day=today)
    return sum(it.outcome == PLACED for it, _ in notes)


def _said(kept: Kept, claim: Claim, policy: Policy) -> Report | None:
    """The report that the message comes to; None when nobody asks for it any more."""
    message = MESSAGE.validate_json(kept.data)
    assert isinstance(message, Demand | Performed)
    ruled = under_rules(claim, policy, today=message.date)
    step = _step(message, ruled.procedure)
    if step is None or not _still_asked(claim, step):
        return None
    return Report(invoice=claim.key, step=step, day=message.date, by=kept.agency, note=kept.message)


def _note(kept: Kept, refusal: Refused | None) -> tuple[Note, Kept]:
    outcome = PLACED if refusal is None else WAITING
    return Note(message=kept.key, outcome=outcome, reason=str(refusal or "")), kept


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
