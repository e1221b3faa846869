"""What has happened to an invoice and what comes next, for the person who owes.

timeline(detail, policy=policy, today=date(2025, 4, 9))
-> sent, reminder, ... then the steps to come, each with its day, cost, meaning and source
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reskontra.domain.claim import Claim
from reskontra.domain.ledger import EntryKind
from reskontra.domain.money import format_kronor
from reskontra.domain.projection import Projected, to_come
from reskontra.domain.rules import Policy, Procedure
from reskontra.domain.ruling import under_rules
from reskontra.domain.step import Does
from reskontra.domain.texts import Reference, Texts
from reskontra.records.views import BackView, HappenedView, InvoiceDetail, MovementView


class ItemKind(StrEnum):
    """Where an item lies in time."""

    HAPPENED = "happened"
    NEXT = "next"
    STOPPED = "stopped"
    """It would come next, but something holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem:
    """One thing that happened, or may happen. Cost in öre."""

    day: date | None
    latest: date | None
    """The last day to pay after it, where it has one."""
    kind: ItemKind
    title: Texts
    explanation: Texts
    cost_ore: int = 0
    reference: Reference | None = None
    stopped_by: tuple[str, ...] = ()
    at_earliest: bool = False
    may_have_happened: bool = False
    """Somebody else performs it, and could have done so before today."""


NOTHING = Texts(sv="", en="")
SENT = Texts(sv="Fakturan skapades", en="The invoice was made")
DUE = Texts(sv="Sista dag att betala", en="Last day to pay")
BACK = Texts(sv="Fordran är tillbaka hos oss", en="The claim is ours again")
PAY_US = Texts(
    sv="Betala inte längre till {agency}. Betala till oss.",
    en="Do not pay {agency} any more. Pay us.",
)
UNDONE = Texts(sv="Vi tog tillbaka det, för det var fel", en="We took it back, for it was wrong")
UNDONE_WHY = Texts(
    sv="Det räknas som om det inte hade hänt, och det som det kostade är borttaget. Skäl: {reason}",
    en="It counts as if it had not happened, and what it cost is removed. Reason: {reason}",
)
MOVED = {
    EntryKind.PAYMENT: Texts(sv="Betalning", en="Payment"),
    EntryKind.REVERSAL: Texts(
        sv="Betalningen togs tillbaka av banken", en="The bank took the payment back"
    ),
    EntryKind.LATE_INTEREST: Texts(sv="Dröjsmålsränta lades till", en="Late interest was added"),
    EntryKind.CREDIT: Texts(sv="Fakturan sänktes", en="The invoice was reduced"),
    EntryKind.WITHDRAWAL: Texts(sv="Fakturan togs bort", en="The invoice was removed"),
    EntryKind.WRITE_OFF: Texts(sv="Resten behöver inte betalas", en="The rest need not be paid"),
    EntryKind.MOVE: Texts(
        sv="Det som var för mycket betalar en annan faktura",
        en="What was too much pays another invoice",
    ),
    EntryKind.PAYOUT: Texts(sv="Vi betalade tillbaka", en="We paid back"),
}
"""Fees are told with the step that added them."""

REASON_SHOWN = frozenset({EntryKind.CREDIT, EntryKind.WITHDRAWAL, EntryKind.WRITE_OFF})


def timeline(detail: InvoiceDetail, *, policy: Policy, today: date) -> tuple[TimelineItem, ...]:
    """What happened, oldest first, and then what comes next if nothing is paid."""
    ruled = under_rules(detail.claim, policy, today=today)
    procedure = ruled.procedure
    past = sorted(_happened(detail, procedure, today), key=lambda item: item.day or today)
    return (*past, *_to_come(ruled.claim, procedure, today))


def _happened(detail: InvoiceDetail, procedure: Procedure, today: date) -> Iterator[TimelineItem]:
    claim = detail.claim
    yield _past(claim.invoice_date, SENT)
    if claim.on_time_until < today and not _settled_by(detail, claim.on_time_until):
        yield _past(claim.on_time_until, DUE)
    for step in detail.steps:
        if step.step not in _unnoticed(procedure):
            yield _step_taken(step, procedure)
            if step.undone_on is not None:
                yield _undone(step, step.undone_on)
    for back in detail.backs:
        yield _back(back)
    for movement in detail.movements:
        if movement.kind in MOVED:
            yield _moved(movement)


def _unnoticed(procedure: Procedure) -> frozenset[str]:
    """The steps in the books alone, of which nobody who owes notices anything."""
    return frozenset(step.name for step in procedure.steps if step.does is Does.WRITE_DOWN)


def _past(day: date, title: Texts) -> TimelineItem:
    return TimelineItem(
        day=day, latest=None, kind=ItemKind.HAPPENED, title=title, explanation=NOTHING
    )


def _back(back: BackView) -> TimelineItem:
    explanation = Texts(
        sv=PAY_US.sv.format(agency=back.agency), en=PAY_US.en.format(agency=back.agency)
    )
    return TimelineItem(
        day=back.day, latest=None, kind=ItemKind.HAPPENED, title=BACK, explanation=explanation
    )


def _settled_by(detail: InvoiceDetail, day: date) -> bool:
    paid_date = detail.claim.paid_date
    return paid_date is not None and paid_date <= day


def _step_taken(taken: HappenedView, procedure: Procedure) -> TimelineItem:
    step = next((each for each in procedure.steps if each.name == taken.step), None)
    name = taken.step.replace("_", " ").capitalize()
    return TimelineItem(
        day=taken.day,
        latest=taken.pay_by,
        kind=ItemKind.HAPPENED,
        title=step.label if step else Texts(sv=name, en=name),
        explanation=step.explanation if step else NOTHING,
        cost_ore=taken.fee_ore,
        reference=(step.reference if step else None) or procedure.reference,
    )


def _undone(taken: HappenedView, day: date) -> TimelineItem:
    sv, en = (each.format(reason=taken.undone_reason) for each in (UNDONE_WHY.sv, UNDONE_WHY.en))
    return TimelineItem(
        day=day,
        latest=None,
        kind=ItemKind.HAPPENED,
        title=UNDONE,
        explanation=Texts(sv=sv, en=en),
    )


def _moved(movement: MovementView) -> TimelineItem:
    kind = EntryKind(movement.kind)
    reason = f": {movement.reason}" if kind in REASON_SHOWN and movement.reason else ""
    sv, en = (format_kronor(movement.amount_ore, language=each) for each in ("sv", "en"))
    return TimelineItem(
        day=movement.value_date,
        latest=None,
        kind=ItemKind.HAPPENED,
        title=MOVED[kind],
        explanation=Texts(sv=f"{sv} kr{reason}", en=f"SEK {en}{reason}"),
    )


def _to_come(claim: Claim, procedure: Procedure, today: date) -> Iterator[TimelineItem]:
    if not claim.settled and today <= claim.on_time_until:
        yield TimelineItem(
            day=claim.on_time_until,
            latest=None,
            kind=ItemKind.NEXT,
            title=DUE,
            explanation=NOTHING,
        )
    for projected in to_come(claim, procedure, today):
        if projected.step.does not in (Does.WRITE_OFF, Does.WRITE_DOWN, Does.MONITOR):
            yield _projected(projected, procedure, today)


def _projected(projected: Projected, procedure: Procedure, today: date) -> TimelineItem:
    step = projected.step
    held = tuple(each for each in projected.stopped_by if not each.startswith("needs:"))
    return TimelineItem(
        day=projected.day,
        latest=projected.pay_by,
        kind=ItemKind.STOPPED if held else ItemKind.NEXT,
        title=step.label,
        explanation=step.explanation,
        cost_ore=projected.fee_ore,
        reference=step.reference or procedure.reference,
        stopped_by=held,
        at_earliest=True,
        may_have_happened=projected.day is not None and projected.day < today,
    )
