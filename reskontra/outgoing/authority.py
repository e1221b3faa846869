"""Applications go to the Enforcement Authority once, with news of them, and are withdrawn.

    send(Order(day=date(2025, 6, 2), policy=policy, folder_of=…)) -> Sent(applications=3, …)

What the Authority is told of a claim is settled and kept first (PREPARED), then written, then noted
(SENT). The one rule: money that comes reduces the application, and all of it withdraws it, by
itself; a stop at any point leaves something that the next run finishes in the same words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import cast

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.domain.claim import Claim
from reskontra.domain.enforcement import News, withdrawal_reason
from reskontra.domain.handover import why_settled
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.domain.ruling import asking, under_rules
from reskontra.formats import authority_case
from reskontra.formats.agency_case import CreditTold, PaymentTold, TakenBackTold
from reskontra.formats.authority_case import (
    Application,
    CourtTold,
    ToldAuthority,
    WithdrawalTold,
)
from reskontra.outgoing.application_of import application_of
from reskontra.outgoing.application_pdf import application_pdf
from reskontra.outgoing.drop_folder import put
from reskontra.records import as_of, claim_states, files, handovers, matters
from reskontra.records.matters import Case, NewEvent, Untold


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be done: the day, the rules, and each creditor's folder for the Authority."""

    day: date
    policy: Policy
    folder_of: Callable[[str], Path]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """News that was not written; it is tried again the next time."""

    number: str
    error: str


@dataclass(slots=True, kw_only=True)
class Sent:
    """What left, and what did not."""

    applications: int = 0
    reductions: int = 0
    withdrawals: int = 0
    courts: int = 0
    failures: list[Failure] = field(default_factory=list)


def send(order: Order) -> Sent:
    """Decide withdrawals, and write what the Authority is to know; failures are listed."""
    sent = Sent()
    with connections["default"].cursor() as cursor:
        failures = decide(cursor, policy=order.policy, day=order.day)
        sent.failures += failures
        refused = {each.number for each in failures}
        for case in matters.to_carry(cursor):
            if case.number in refused:
                continue
            try:
                _carry(cursor, order, case, sent)
            except (Refused, OSError) as error:
                sent.failures.append(Failure(number=case.number, error=str(error)))
    return sent


def decide(cursor: CursorWrapper, *, policy: Policy, day: date) -> list[Failure]:
    """Withdraw what may not stand, and settle what is to be sent; what is refused is listed."""
    failures = []
    for found in matters.to_decide(cursor, day=day):
        try:
            with transaction.atomic():
                _decide(cursor, found, policy, day)
        except Refused as refusal:
            failures.append(Failure(number=found.number, error=str(refusal)))
    return failures


def _decide(cursor: CursorWrapper, found: Case, policy: Policy, day: date) -> None:
    claim_states.lock(cursor, [found.invoice])
    case = matters.one(cursor, found.key)
    if not case.matter.open:
        return
    reason = _reason(cursor, case, policy, day)
    if reason is not None:
        matters.withdraw(cursor, case, reason=reason, day=day)
    elif not case.has(News.PREPARED):
        application = application_of(cursor, case, policy=policy, today=day)
        text = authority_case.write(application)
        last = handovers.last_entries(cursor, [case.invoice])[case.invoice]
        matters.happen(cursor, _event(case, News.PREPARED, day, text=text, last_entry=last))


def _reason(cursor: CursorWrapper, case: Case, policy: Policy, day: date) -> str | None:
    wanted = as_of.Wanted.invoices([case.invoice], asking=asking(policy))
    claim = under_rules(as_of.load(cursor, wanted)[0].claim, policy, today=day).claim
    if not case.has(News.PREPARED) and _only_costs_left(cursor, case, claim):
        return why_settled(claim)
    return withdrawal_reason(
        claim,
        case.matter,
        paid_last_to_collector=bool(handovers.paid_last_to_agency(cursor, [case.invoice])),
        today=day,
    )


def _only_costs_left(cursor: CursorWrapper, case: Case, claim: Claim) -> bool:
    """Whether all but what an application that has not left added to the claim is settled."""
    added_ore = sum(
        ore for day, _, _, ore in matters.costs(cursor, [case.invoice]) if day == case.matter.day
    )
    return 0 < claim.open_ore <= added_ore


def _event(
    case: Case,
    kind: News,
    day: date,
    *,
    key: str = "",
    text: str = "",
    last_entry: int = 0,
    amount_ore: int = 0,
) -> NewEvent:
    return NewEvent(
        case=case.key,
        party=case.party,
        key=key or kind.value,
        kind=kind,
        day=day,
        text=text,
        last_entry=last_entry,
        amount_ore=amount_ore,
    )


def _carry(cursor: CursorWrapper, order: Order, case: Case, sent: Sent) -> None:
    folder = order.folder_of(case.creditor)
    if not case.has(News.SENT):
        _apply(cursor, order, case, folder)
        sent.applications += 1
    if case.has(News.WITHDRAWAL_ASKED):
        _withdraw(cursor, order, case, folder)
        sent.withdrawals += 1
        return
    for entry in matters.untold(cursor, case):
        _write(folder, _reduction(case, entry))
        matters.happen(cursor, _reduced(case, entry, order.day))
        sent.reductions += 1
    asked = case.matter.first(News.COURT_ASKED)
    if asked is not None and not case.has(News.COURT_SENT):
        court, _, reason = asked.text.partition(": ")
        reference = str(case.reference)
        _write(folder, CourtTold(reference=reference, date=asked.day, court=court, reason=reason))
        matters.happen(cursor, _event(case, News.COURT_SENT, order.day))
        sent.courts += 1


def _withdraw(cursor: CursorWrapper, order: Order, case: Case, folder: Path) -> None:
    asked = case.matter.first(News.WITHDRAWAL_ASKED)
    assert asked is not None
    reference = str(case.reference)
    _write(folder, WithdrawalTold(reference=reference, date=asked.day, reason=asked.text))
    matters.happen(cursor, _event(case, News.WITHDRAWAL_SENT, order.day))


def _reduction(case: Case, entry: Untold) -> ToldAuthority:
    kind = {"payment": PaymentTold, "reversal": TakenBackTold}.get(entry.kind, CreditTold)
    return kind(
        reference=str(case.reference),
        message=f"told-{entry.entry}",
        date=entry.value_date,
        amount_ore=abs(entry.amount_ore),
    )


def _reduced(case: Case, entry: Untold, day: date) -> NewEvent:
    return _event(
        case,
        News.TOLD,
        day,
        key=f"told:{entry.entry}",
        text=entry.kind,
        last_entry=entry.entry,
        amount_ore=entry.amount_ore,
    )


def _write(folder: Path, told: ToldAuthority) -> None:
    name = f"{told.reference}.{told.message}.json"
    put(folder, name, authority_case.write(told).encode())


def _apply(cursor: CursorWrapper, order: Order, case: Case, folder: Path) -> None:
    text = matters.prepared(cursor, case.key)
    application = cast(Application, authority_case.read(text, name="application"))
    pdf = application_pdf(application)
    put(folder, f"{case.reference}.pdf", pdf)
    put(folder, f"{case.reference}.application.json", text.encode())
    digest = files.keep(pdf)
    matters.happen(cursor, _event(case, News.SENT, order.day, text=digest))
    claim_states.move(cursor, {case.invoice: claim_states.Change(0, order.day)})
