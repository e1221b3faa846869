"""Orders to technicians: decided by a named officer, begun when nothing stops them, done once.

    order_closing(cursor, visited, Closing(kind=OrderKind.DISCONNECT, day=…), policy=…, today=…)
    start(cursor, public_id, by="T. Dal", policy=policy, today=today)   -> the money is read again
    done(cursor, public_id, Work(by="T. Dal", meter_reading="1 234"), policy=policy, today=today)

The one rule: the gates of section 43 are judged when it is ordered and once more the same day that
it is done; what costs anything is entered then, and each fee once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.casework import reports, water_fees
from reskontra.casework.water_sites import Visited, steps_in_law, visit
from reskontra.domain.disconnection import (
    ALTERNATIVE_WATER,
    NO_HEALTH_RISK,
    OFFICER_DECISION,
    Gate,
    Standing,
    gates,
    reasons,
)
from reskontra.domain.premises import MULTI_DWELLING_DECISION, WaterState
from reskontra.domain.reconnection import answer_for_any
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.domain.step import InLaw
from reskontra.domain.texts import Texts
from reskontra.domain.water_work import (
    CLOSES,
    COSTS,
    FINDINGS,
    LEAVES,
    OPENED_BY_ANOTHER,
    FeeKind,
    OrderKind,
    WorkEvent,
)
from reskontra.records import claim_states, facilities, steps, water_work
from reskontra.records.water_work import Event, NewOrder, Order


class GatesClosed(Refused):
    """The water may not be closed: {why}"""

    swedish = "Vattnet får inte stängas: {why}"


class NoSuchOrder(Refused):
    """There is no such order."""

    swedish = "Det finns ingen sådan order."


class OrderEnded(Refused):
    """The order has ended: {how}."""

    swedish = "Ordern är avslutad: {how}."


class OrderOpen(Refused):
    """There is an open order at the facility already; it must be done or withdrawn first."""

    swedish = "Det finns redan en öppen order vid anläggningen. Den ska utföras eller tas tillbaka."


class NotStarted(Refused):
    """Start the work first, the same day: then the money is read once more."""

    swedish = "Påbörja arbetet först, samma dag. Då läses pengarna av en gång till."


class TooEarly(Refused):
    """The work may be done from {day}."""

    swedish = "Arbetet får göras från och med {day}."


class NotClosedByUs(Refused):
    """The water at {facility} is on as far as we know: nothing has been closed."""

    swedish = "Vattnet vid {facility} är på, så vitt vi vet. Inget är avstängt."


class WhyNot(Refused):
    """Write why."""

    swedish = "Skriv varför."


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWork:
    """What an officer orders."""

    kind: OrderKind
    day: date
    by: str
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a technician says of the work; the photo is the name of a kept file."""

    by: str
    note: str = ""
    meter_reading: str = ""
    photo: str = ""
    photo_type: str = ""


def standing_gates(visited: Visited, kind: OrderKind, *, day: date, today: date) -> list[Standing]:
    """The gates for such an order on the day; the money is judged as it is today."""
    judged = {each.gate: each for each in gates(visited.site, day)}
    judged |= {e.gate: e for e in gates(visited.site, today) if e.gate is Gate.MONEY}
    if kind is OrderKind.THROTTLE:
        # Some water still runs, so none need be brought.
        judged.pop(Gate.ALTERNATIVE_WATER)
    return list(judged.values())


def order_closing(
    cursor: CursorWrapper, visited: Visited, new: NewWork, *, policy: Policy, today: date
) -> UUID:
    """Order that the water be turned off or throttled: a named officer's decision (43 §)."""
    assert new.kind in CLOSES
    water_work.lock(cursor, visited.place.facility)
    if visited.open_orders:
        raise OrderOpen
    if new.day < today:
        raise TooEarly(day=today)
    standing = standing_gates(visited, new.kind, day=new.day, today=today)
    _refuse_closed([each for each in standing if not each.open])
    due = visited.site.due(today)
    for each in due:
        for kind, finding in _found(visited, new):
            if kind == OFFICER_DECISION or each.cleared_on(kind) is None:
                steps.add_clearance(
                    cursor, invoice=each.key, kind=kind, day=today, finding=finding, by=new.by
                )
    _, public_id = water_work.add_order(
        cursor,
        NewOrder(
            facility=visited.place.facility,
            kind=new.kind,
            day=new.day,
            last_day=None,
            reason=new.reason,
            note=new.note,
            by=new.by,
            ordered_on=today,
            owners=visited.site.premises.owners_on(today),
            claims={each.key: visited.site.water_left_ore(each) for each in due},
        ),
    )
    return public_id


def _found(visited: Visited, new: NewWork) -> list[tuple[str, str]]:
    """What was found at the facility holds for every claim that the water is closed for."""
    site = visited.site
    kinds = (NO_HEALTH_RISK, ALTERNATIVE_WATER, MULTI_DWELLING_DECISION)
    found = [(kind, day) for kind in kinds if (day := site.found(kind)) is not None]
    told = [(kind, f"{visited.place.code}: {day}") for kind, day in found]
    return [*told, (OFFICER_DECISION, new.reason)]


def _refuse_closed(standing: Sequence[Standing]) -> None:
    if standing:
        raise GatesClosed(
            why=Texts(sv=" ".join(reasons(standing, "sv")), en=" ".join(reasons(standing, "en")))
        )


def order_inspection(cursor: CursorWrapper, visited: Visited, new: NewWork, *, today: date) -> UUID:
    """Order that somebody looks; nothing is closed, so no gate is asked."""
    _, public_id = water_work.add_order(
        cursor,
        NewOrder(
            facility=visited.place.facility,
            kind=OrderKind.INSPECT,
            day=new.day,
            last_day=None,
            reason=new.reason,
            note=new.note,
            by=new.by,
            ordered_on=today,
            owners=visited.site.premises.owners_on(today),
            claims={},
        ),
    )
    return public_id


def order_reconnection(
    cursor: CursorWrapper, visited: Visited, cut: Order, *, by: str, reason: str, today: date
) -> UUID:
    """Order that the water be turned on, within the time that the creditor promises."""
    _, public_id = water_work.add_order(
        cursor,
        NewOrder(
            facility=visited.place.facility,
            kind=OrderKind.RECONNECT,
            day=today,
            last_day=visited.rules.reconnect_within.after(today),
            reason=reason,
            note="",
            by=by,
            ordered_on=today,
            owners=visited.site.premises.owners_on(today),
            claims=dict.fromkeys(cut.claims, 0),
            follows=cut.key,
        ),
    )
    return public_id


def the_order(
    cursor: CursorWrapper, public_id: UUID, *, policy: Policy, today: date
) -> tuple[Order, Visited]:
    """The order and its facility, kept from others; refused when there is none."""
    found = water_work.find(cursor, public_id)
    if found is None:
        raise NoSuchOrder
    water_work.lock(cursor, found.facility)
    order = water_work.find(cursor, public_id)
    place = facilities.place(cursor, key=found.facility)
    assert order is not None
    assert place is not None
    return order, visit(cursor, place=place, policy=policy, today=today)


def _open_one(
    cursor: CursorWrapper, public_id: UUID, policy: Policy, today: date
) -> tuple[Order, Visited]:
    order, visited = the_order(cursor, public_id, policy=policy, today=today)
    if (ended := order.ended) is not None:
        raise OrderEnded(how=f"{ended.kind.value} {ended.day}")
    return order, visited


def hinders(order: Order, visited: Visited, *, today: date) -> list[Standing]:
    """What stops the work today; nothing stops an inspection, nor that the water comes back."""
    if order.kind not in CLOSES:
        return []
    standing = standing_gates(visited, order.kind, day=today, today=today)
    return [each for each in standing if not each.open]


def start(cursor: CursorWrapper, public_id: UUID, *, by: str, policy: Policy, today: date) -> None:
    """Read the money once more, the same day, and begin; refused by any gate that has closed."""
    order, visited = _open_one(cursor, public_id, policy, today)
    if today < order.day:
        raise TooEarly(day=order.day)
    _refuse_closed(hinders(order, visited, today=today))
    if not order.started(today):
        water_work.add_event(cursor, order.key, Event(kind=WorkEvent.STARTED, day=today, by=by))


def done(
    cursor: CursorWrapper, public_id: UUID, work: Work, *, policy: Policy, today: date
) -> None:
    """The work is done: the water flows otherwise, and what it costs is entered."""
    order, visited = _open_one(cursor, public_id, policy, today)
    if order.kind in CLOSES and not order.started(today):
        raise NotStarted
    if order.kind is OrderKind.DISCONNECT:
        _report(cursor, order, work, policy, today)
    _end(cursor, order, WorkEvent.DONE, work, today)
    if (state := LEAVES.get(order.kind)) is not None:
        _turn(cursor, order, state, work, today)
    _found_done(cursor, order, FINDINGS.get(order.kind), work, today)
    kind = COSTS.get(order.kind)
    if kind is not None and not _opens_at_no_cost(order, visited, today):
        water_fees.charge(cursor, visited, order, kind, policy=policy, today=today)


def _opens_at_no_cost(order: Order, visited: Visited, today: date) -> bool:
    """Only what was turned off costs anything to turn on, and only those who owe for it."""
    follows = next((each for each in visited.orders if each.key == order.follows), None)
    if follows is None:
        return False
    answers = answer_for_any(visited.site, tuple(follows.claims), day=today)
    return follows.kind is OrderKind.THROTTLE or not answers


def _found_done(
    cursor: CursorWrapper, order: Order, kind: str | None, work: Work, today: date
) -> None:
    """What was done is a finding, which the steps of a procedure may be counted from."""
    for claim in order.claims if kind else ():
        steps.add_clearance(
            cursor, invoice=claim, kind=kind or "", day=today, finding=work.note, by=work.by
        )


def not_possible(
    cursor: CursorWrapper, public_id: UUID, work: Work, *, policy: Policy, today: date
) -> None:
    """It could not be done; why, in the note."""
    if not work.note.strip():
        raise WhyNot
    order, _ = _open_one(cursor, public_id, policy, today)
    _end(cursor, order, WorkEvent.NOT_POSSIBLE, work, today)


def withdraw(
    cursor: CursorWrapper, public_id: UUID, *, by: str, why: str, policy: Policy, today: date
) -> None:
    """The order is not to be done any more."""
    if not why.strip():
        raise WhyNot
    order, _ = _open_one(cursor, public_id, policy, today)
    _end(cursor, order, WorkEvent.WITHDRAWN, Work(by=by, note=why), today)


def found_open(
    cursor: CursorWrapper, public_id: UUID, work: Work, *, policy: Policy, today: date
) -> None:
    """Somebody else has opened what we had closed: it costs by tariff, and an officer is told."""
    order, visited = the_order(cursor, public_id, policy=policy, today=today)
    cut = visited.cut(today)
    if cut is None:
        raise NotClosedByUs(facility=visited.place.code)
    event = Event(
        kind=WorkEvent.FOUND_OPEN,
        day=today,
        by=work.by,
        note=work.note,
        meter_reading=work.meter_reading,
        photo=work.photo,
        photo_type=work.photo_type,
    )
    water_work.add_event(cursor, order.key, event)
    _turn(cursor, order, WaterState.ON, work, today)
    _found_done(cursor, cut, OPENED_BY_ANOTHER, work, today)
    water_fees.charge(
        cursor,
        visited,
        order,
        FeeKind.UNAUTHORIZED_OPENING,
        policy=policy,
        today=today,
        claims=tuple(cut.claims),
    )


def _end(cursor: CursorWrapper, order: Order, kind: WorkEvent, work: Work, today: date) -> None:
    water_work.add_event(
        cursor,
        order.key,
        Event(
            kind=kind,
            day=today,
            by=work.by,
            note=work.note,
            meter_reading=work.meter_reading,
            photo=work.photo,
            photo_type=work.photo_type,
        ),
    )


def _turn(cursor: CursorWrapper, order: Order, state: WaterState, work: Work, today: date) -> None:
    water_work.turn(
        cursor, facility=order.facility, order=order.key, state=state, day=today, by=work.by
    )
    looks = {key: claim_states.Change(0, today) for key in order.claims}
    claim_states.move(cursor, looks)


def _report(cursor: CursorWrapper, order: Order, work: Work, policy: Policy, today: date) -> None:
    """The claims whose procedure waits for it hear of it."""
    names = steps_in_law(policy, InLaw.DISCONNECTION)
    waiting = reports.open_ones(cursor, list(order.claims), names, policy=policy, today=today)
    said = [
        reports.Report(invoice=key, step=step, day=today, by=work.by, note=work.note)
        for key, step in waiting
    ]
    reports.report_by_order(cursor, said, policy=policy, today=today)
