"""Claims go to the agency once, with news of them afterwards, and are called back.

    send(Order(day=date(2025, 4, 25), policy=policy, carrier_of=…)) -> Sent(cases=3, told=1, …)

What an agency is told of a claim is settled and kept first (PREPARED), then carried, then noted
(SENT). The one rule: a stop at any point leaves something that the next run finishes in the same
words, and a recall counts from the moment we decide it, not when the agency hears of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.handover import HandoverState, Happening, recall_reason
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import asking, under_rules
from reskontra.formats import agency_case
from reskontra.formats.agency_case import (
    Case,
    CreditTold,
    PaymentTold,
    RecallTold,
    TakenBackTold,
    Told,
)
from reskontra.outgoing.agency_carrier import Carrier
from reskontra.outgoing.agency_case_of import case_of
from reskontra.outgoing.documents import invoice_copy
from reskontra.records import as_of, claim_states, handovers, parties
from reskontra.records.handovers import Handover, NewEvent, Untold

CHUNK_CLAIMS = 500
RECALL = "recall"


class MayHaveBeenSent(Refused):
    """The claim {reference} was called back while it was being sent; ask the agency if it came."""

    swedish = (
        "Fordran {reference} återkallades medan den skickades. Fråga inkassobolaget om den har "
        "kommit fram."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be done: the day, the rules, and the way to each (creditor, agency)."""

    day: date
    policy: Policy
    carrier_of: Callable[[str, str], Carrier]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """News that did not reach an agency; it is tried again the next time."""

    number: str
    error: str


@dataclass(slots=True, kw_only=True)
class Sent:
    """What left, and what did not."""

    cases: int = 0
    told: int = 0
    recalls: int = 0
    failures: list[Failure] = field(default_factory=list)


def send(order: Order) -> Sent:
    """Decide recalls, and carry what the agencies are to know; failures are listed."""
    sent = Sent()
    with connections["default"].cursor() as cursor:
        looked = handovers.to_look_at(cursor, day=order.day)
        for at in range(0, len(looked), CHUNK_CLAIMS):
            _send(cursor, order, looked[at : at + CHUNK_CLAIMS], sent)
    return sent


def _send(cursor: CursorWrapper, order: Order, invoices: list[int], sent: Sent) -> None:
    news = decide(cursor, invoices, policy=order.policy, day=order.day)
    lying = handovers.lying(cursor, invoices)
    untold = handovers.untold(cursor, lying)
    for handover in lying:
        try:
            _carry(cursor, order, handover, untold.get(handover.key, ()), sent)
        except (Refused, OSError) as error:
            sent.failures.append(Failure(number=handover.number, error=str(error)))
            news.pop(handover.invoice, None)
    claim_states.heard(cursor, news, day=order.day)


def decide(
    cursor: CursorWrapper, invoices: list[int], *, policy: Policy, day: date
) -> dict[int, int]:
    """Call back every claim that its agency may not keep, and prepare those to be sent.

    In one transaction; how much had happened to each of the invoices when it was decided.
    """
    with transaction.atomic():
        claim_states.lock(cursor, invoices)
        lying = [each for each in handovers.lying(cursor, invoices) if each.pays_agency]
        reasons = _reasons(cursor, lying, policy, day)
        for each in lying:
            if reasons[each.key]:
                handovers.call_back(cursor, each, reason=reasons[each.key], day=day)
        new = [each for each in lying if not reasons[each.key]]
        _prepare(cursor, [it for it in new if Happening.PREPARED not in it.happened], policy, day)
        return claim_states.agency_news(cursor, invoices)


def _reasons(
    cursor: CursorWrapper, lying: list[Handover], policy: Policy, day: date
) -> dict[int, str]:
    """Why each must come back, by hand-over; empty when it may stay."""
    ids = [each.invoice for each in lying]
    wanted = as_of.Wanted.invoices(ids, asking=asking(policy))
    claims = {loaded.claim.key: loaded.claim for loaded in as_of.load(cursor, wanted)}
    paid_there = handovers.paid_last_to_agency(cursor, ids)
    reasons = {}
    for each in lying:
        ruled = under_rules(claims[each.invoice], policy, today=day)
        paid = each.invoice in paid_there
        found = recall_reason(ruled.claim, paid_last_to_agency=paid, today=day)
        reasons[each.key] = found or ""
    return reasons


def _prepare(cursor: CursorWrapper, new: list[Handover], policy: Policy, day: date) -> None:
    latest = handovers.last_entries(cursor, [each.invoice for each in new])
    events = [
        _event(
            each,
            Happening.PREPARED,
            day,
            text=agency_case.write(case_of(cursor, each, policy=policy, today=day)),
            last_entry=latest[each.invoice],
        )
        for each in new
    ]
    handovers.happen_all(cursor, events)


def _event(
    handover: Handover,
    kind: Happening,
    day: date,
    *,
    key: str = "",
    text: str = "",
    last_entry: int = 0,
) -> NewEvent:
    return NewEvent(
        handover=handover.key,
        party=handover.party,
        key=key or kind.value,
        kind=kind,
        day=day,
        text=text,
        last_entry=last_entry,
    )


def _carry(
    cursor: CursorWrapper,
    order: Order,
    handover: Handover,
    untold: Iterable[Untold],
    sent: Sent,
) -> None:
    if Happening.RECALL_SENT in handover.happened:
        return
    carrier = order.carrier_of(handover.creditor, handover.agency)
    recalled = handover.state is HandoverState.RECALLED
    if Happening.SENT not in handover.happened:
        if recalled:
            raise MayHaveBeenSent(reference=handover.reference)
        handover = _register(cursor, order, handover, carrier)
        sent.cases += 1
    for entry in untold:
        _tell(cursor, order, handover, carrier, entry)
        sent.told += 1
    if recalled:
        reason = handovers.recall_reason_of(cursor, handover.key)
        told = RecallTold(
            reference=str(handover.reference), message=RECALL, date=order.day, reason=reason
        )
        carrier.tell(told, case_number=handover.case_number)
        handovers.happen(cursor, _event(handover, Happening.RECALL_SENT, order.day))
        sent.recalls += 1


def _register(
    cursor: CursorWrapper, order: Order, handover: Handover, carrier: Carrier
) -> Handover:
    case = cast(Case, agency_case.read(handovers.prepared(cursor, handover.key), name="case"))
    party = parties.with_identity(cursor, case.debtor.identity_number)
    copy = invoice_copy(
        cursor, invoice=handover.invoice, party=party, today=order.day, policy=order.policy
    )
    answer = carrier.register(case, copy)
    with transaction.atomic():
        handovers.happen(cursor, _event(handover, Happening.SENT, order.day))
        if answer is not None:
            registered = NewEvent(
                handover=handover.key,
                party=handover.party,
                key=Happening.REGISTERED.value,
                kind=Happening.REGISTERED,
                day=order.day,
                case_number=answer.case_number,
                ocr_number=answer.ocr_number,
            )
            handovers.happen(cursor, registered)
    return handovers.one(cursor, handover.key)


def _tell(
    cursor: CursorWrapper, order: Order, handover: Handover, carrier: Carrier, entry: Untold
) -> None:
    carrier.tell(_news(handover, entry), case_number=handover.case_number)
    told = _event(
        handover,
        Happening.TOLD,
        order.day,
        key=f"told:{entry.entry}",
        text=f"{entry.kind} {entry.amount_ore}",
        last_entry=entry.entry,
    )
    handovers.happen(cursor, told)


def _news(handover: Handover, entry: Untold) -> Told:
    kind = {"payment": PaymentTold, "reversal": TakenBackTold}.get(entry.kind, CreditTold)
    return kind(
        reference=str(handover.reference),
        message=f"told-{entry.entry}",
        date=entry.value_date,
        amount_ore=abs(entry.amount_ore),
    )
