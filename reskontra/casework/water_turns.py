"""What a night does about water: orders that must not be done any more, and water that comes back.

    live(cursor, policy=policy, today=date(2025, 6, 18))  -> what was ordered and withdrawn

The one rule: the water comes back by itself when the debt for it is paid with both fees, when a
receipt has been confirmed, if the creditor says so by a plan, or when a new owner does not answer
for the debt; and run again nothing is done twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.casework import water_orders
from reskontra.casework.water_sites import Visited, visit_all
from reskontra.domain.disconnection import Gate, Standing, reasons
from reskontra.domain.reconnection import BackBy, back_on, fee_by_tariff
from reskontra.domain.rules import Policy
from reskontra.domain.water_work import CLOSES, FeeKind, OrderKind
from reskontra.records import water_work
from reskontra.records.water_work import Order

BY_ITSELF = "reskontra"
"""Who does what no person decides."""

WHY: dict[BackBy, str] = {
    BackBy.MONEY: "Skulden och avgifterna är betalda",
    BackBy.RECEIPT: "Kvitto på betalningen är bekräftat",
    BackBy.PLAN: "Avbetalningsplan är beviljad",
    BackBy.NEW_OWNER: "Huset har en ny ägare, som inte svarar för skulden",
}
MONEY_GONE = "Betalningen har tagits tillbaka"
WAITS = frozenset({Gate.DAY, Gate.WARNED})
"""Gates that open by themselves with the days: they withdraw no order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """An order that the night made or withdrew."""

    facility: str
    kind: OrderKind
    withdrawn: bool
    last_day: date | None = None


def live(cursor: CursorWrapper, *, policy: Policy, today: date) -> list[Turn]:
    """Withdraw what must not be done, and order back what may come back."""
    return [*_withdraw_all(cursor, policy, today), *_bring_back_all(cursor, policy, today)]


def _withdraw_all(cursor: CursorWrapper, policy: Policy, today: date) -> list[Turn]:
    turns = []
    orders = [each for each in water_work.open_orders(cursor) if each.kind in CLOSES]
    houses = visit_all(cursor, {each.facility for each in orders}, policy=policy, today=today)
    for order in orders:
        visited = houses[order.facility]
        standing = water_orders.standing_gates(
            visited, order.kind, day=max(order.day, today), today=today
        )
        hindering = [each for each in standing if _ends(each, visited)]
        if hindering:
            why = " ".join(reasons(hindering, "sv"))
            turns.append(_withdraw(cursor, order, visited, why, policy, today))
    return turns


def _ends(standing: Standing, visited: Visited) -> bool:
    """Whether what closes the gate ends the order: of the money only that a receipt was shown."""
    if standing.open or standing.gate in WAITS:
        return False
    return standing.gate is not Gate.MONEY or visited.site.receipt() is not None


def _withdraw(
    cursor: CursorWrapper, order: Order, visited: Visited, why: str, policy: Policy, today: date
) -> Turn:
    water_orders.withdraw(
        cursor, order.public_id, by=BY_ITSELF, why=why, policy=policy, today=today
    )
    return Turn(facility=visited.place.code, kind=order.kind, withdrawn=True)


def _bring_back_all(cursor: CursorWrapper, policy: Policy, today: date) -> list[Turn]:
    closed = water_work.closed_facilities(cursor)
    houses = visit_all(cursor, closed, policy=policy, today=today)
    turns = (bring_back(cursor, houses[each], policy, today) for each in closed)
    return [turn for turn in turns if turn is not None]


def bring_back(cursor: CursorWrapper, visited: Visited, policy: Policy, today: date) -> Turn | None:
    """Order the water on when something brings it back, or withdraw that when nothing does now."""
    cut = visited.cut(today)
    if cut is None or cut.done_on is None:
        return None
    by = back_on(
        visited.site,
        tuple(cut.claims),
        off_since=cut.done_on,
        fee_ore=_fee_ore(visited, cut, today),
        day=today,
    )
    coming = next((e for e in visited.open_orders if e.kind is OrderKind.RECONNECT), None)
    if by is None and coming is not None and coming.by == BY_ITSELF:
        return _withdraw(cursor, coming, visited, MONEY_GONE, policy, today)
    if by is None or coming is not None:
        return None
    water_work.lock(cursor, visited.place.facility)
    water_orders.order_reconnection(cursor, visited, cut, by=BY_ITSELF, reason=WHY[by], today=today)
    return Turn(
        facility=visited.place.code,
        kind=OrderKind.RECONNECT,
        withdrawn=False,
        last_day=visited.rules.reconnect_within.after(today),
    )


def _fee_ore(visited: Visited, cut: Order, today: date) -> int:
    """What it will cost to turn the water on; throttled water is opened at no cost."""
    if cut.kind is not OrderKind.DISCONNECT:
        return 0
    found = fee_by_tariff(visited.site, FeeKind.RECONNECTION, today)
    return 0 if found is None else found[0]
