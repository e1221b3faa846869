"""When a claim lapses (preskription): from when it arose, and what has interrupted it since.

    control(arose=date(2022, 1, 31), breaks=(), period=Span("3 years"), …)   -> lapses 2025-01-31
    … with a part payment on 2024-05-02                                      -> lapses 2027-05-02

The one rule: nothing counts that happened after the claim had lapsed, and a demand counts only
when it has been received (preskriptionslagen (1981:130) 5 to 8 §§). The day is the safe one to
watch: where the law is not settled the shorter time is counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from reskontra.domain.calendar import Span
from reskontra.domain.claim import Claim, PrincipalPayment
from reskontra.domain.law import Law
from reskontra.domain.party import PartyKind
from reskontra.domain.refusal import Refused


class Cause(StrEnum):
    """What interrupts limitation (5 §)."""

    AROSE = "arose"
    """The claim itself; nothing has interrupted it."""
    PAYMENT = "payment"
    """The debtor has paid a part."""
    ACKNOWLEDGED = "acknowledged"
    """The debtor has promised to pay, or acknowledged the debt."""
    DEMAND_RECEIVED = "demand_received"
    """The debtor has received a written demand, and we can prove it."""
    PROCEDURE = "procedure"
    """The claim is, or has been, before the Enforcement Authority or a court."""


BY_HAND = (Cause.ACKNOWLEDGED, Cause.DEMAND_RECEIVED)
"""What a person records, with the proof."""


class NoProof(Refused):
    """Say what proves that limitation was interrupted, and where it is kept."""

    swedish = "Ange vad som bevisar att preskriptionen avbröts, och var det finns."


class NotByHand(Refused):
    """{cause!r} is not recorded by hand; allowed are {known}."""

    swedish = "{cause!r} registreras inte för hand. Tillåtna är {known}."


class LapsedBefore(Refused):
    """Invoice {number} lapsed on {lapsed}, so nothing interrupts it on {day}."""

    swedish = "Faktura {number} preskriberades {lapsed}, så inget avbryter det {day}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Something that interrupts limitation; a procedure has an end, if it has ended."""

    cause: Cause
    day: date
    ended: date | None = None
    party: int | None = None
    """Towards whom, where several owe the claim; None is towards nobody in particular."""
    served: bool = False
    """The debtor was served in the procedure: else it is as if it never was, all but (7 §)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """The last day of the claim, None while a procedure is on; and what the time runs from."""

    lapses_on: date | None
    since: date
    cause: Cause

    def lapsed(self, today: date) -> bool:
        """Whether nothing may be collected any more."""
        return self.lapses_on is not None and self.lapses_on < today


def control(
    *, arose: date, breaks: Iterable[Break], period: Span, after_procedure: Span
) -> Control:
    """The claim's last day by what is known; `after_procedure` is the least time (7 § 2 st)."""
    state = Control(lapses_on=period.after(arose), since=arose, cause=Cause.AROSE)
    for each in sorted(breaks, key=lambda found: (found.day, found.ended or date.max)):
        if state.lapses_on is None or state.lapsed(each.day):
            return state
        state = _after(state, each, period, after_procedure)
    return state


def _after(state: Control, each: Break, period: Span, after_procedure: Span) -> Control:
    if each.cause is not Cause.PROCEDURE:
        return Control(lapses_on=period.after(each.day), since=each.day, cause=each.cause)
    if each.ended is None:
        return Control(lapses_on=None, since=each.day, cause=each.cause)
    if each.served:
        return Control(lapses_on=period.after(each.ended), since=each.ended, cause=each.cause)
    assert state.lapses_on is not None
    least = after_procedure.after(each.ended)
    return Control(lapses_on=max(state.lapses_on, least), since=state.since, cause=state.cause)


def period_of(claim: Claim, *, grounds: frozenset[str], law: Law) -> Span:
    """The time that the claim has: by who owes it, and by what it is owed.

    A company has the long time. Of a person's claims those for water are settled, those by tariff
    and agreement are watched by the shorter time (2 §).
    """
    day = claim.arose_on
    if claim.debtor is PartyKind.ORGANIZATION:
        return law.limitation_other.on(day)
    if "water_tariff" in grounds:
        return law.limitation_of_water.on(day)
    if "tariff" in grounds:
        return law.limitation_of_care.on(day)
    return law.limitation_consumer.on(day)


def arose_by(horizon: date, *, period: Span) -> date:
    """The latest day on which a claim can have arisen that lapses by `horizon`, uninterrupted."""
    day = horizon
    while period.after(day) > horizon:
        day -= timedelta(days=1)
    return day


def payments_as_breaks(payments: Iterable[PrincipalPayment]) -> tuple[Break, ...]:
    """Part payments; one that the bank took back again never was."""
    kept: list[PrincipalPayment] = []
    for each in payments:
        if each.amount_ore > 0:
            kept.append(each)
            continue
        same = [one for one in kept if one.amount_ore == -each.amount_ore]
        if same:
            kept.remove(same[-1])
    return tuple(Break(cause=Cause.PAYMENT, day=each.value_date) for each in kept)


def control_of(claim: Claim, *, grounds: frozenset[str], law: Law) -> Control:
    """The claim's last day, by its payments and by all else that has interrupted it.

    Of several debtors the one whose last day comes first.
    """
    if claim.debtors:
        found = controls_of(claim, grounds=grounds, law=law).values()
        return min(found, key=lambda control: control.lapses_on or date.max)
    breaks = (*claim.breaks, *payments_as_breaks(claim.principal_payments))
    return _control(claim, breaks, grounds=grounds, law=law)


def controls_of(claim: Claim, *, grounds: frozenset[str], law: Law) -> dict[int, Control]:
    """The last day of each who owes the claim with others, by party: time runs for each (9 §).

    Only what is known to be towards that one counts, and money does not say who sent it.
    """
    return {
        each.party: _control(
            replace(claim, debtor=each.kind),
            [found for found in claim.breaks if found.party == each.party],
            grounds=grounds,
            law=law,
        )
        for each in claim.debtors
    }


def _control(
    claim: Claim, breaks: Iterable[Break], *, grounds: frozenset[str], law: Law
) -> Control:
    return control(
        arose=claim.arose_on,
        breaks=breaks,
        period=period_of(claim, grounds=grounds, law=law),
        after_procedure=law.limitation_after_procedure.on(claim.arose_on),
    )


def checked(cause: str, *, proof: str) -> Cause:
    """What a person records as an interruption; refuses what is none, and one without proof."""
    if cause not in [each.value for each in BY_HAND]:
        raise NotByHand(cause=cause, known=", ".join(each.value for each in BY_HAND))
    if not proof.strip():
        raise NoProof
    return Cause(cause)
