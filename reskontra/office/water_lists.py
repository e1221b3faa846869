"""Work lists about water: what must be turned on soon, and what somebody else has opened.

    near(cursor, policy=policy, today=today)  -> [(invoice, order), ...], the most urgent first

The one rule: a warning comes while there is still time to do it.
"""

from __future__ import annotations

from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.rules import Policy
from reskontra.domain.water_work import OrderKind
from reskontra.records import facilities, water_work
from reskontra.records.water_work import Order


def near(cursor: CursorWrapper, *, policy: Policy, today: date) -> list[tuple[int, Order]]:
    """Orders to turn the water on whose last day is near, or has passed."""
    found = []
    for order in water_work.open_orders(cursor):
        if order.kind is not OrderKind.RECONNECT or order.last_day is None:
            continue
        place = facilities.place(cursor, key=order.facility)
        rules = policy.creditors[place.creditor].water if place else None
        if rules is not None and rules.near_within.after(today) >= order.last_day:
            found += [(invoice, order) for invoice in list(order.claims)[:1]]
    return found


def opened(cursor: CursorWrapper) -> list[tuple[int, Order]]:
    """Orders by which the water was found open, and about which nobody has decided."""
    found = []
    for order in water_work.found_open_unanswered(cursor):
        invoices = facilities.invoices_of(cursor, order.facility)
        found += [(invoice, order) for invoice in invoices[:1]]
    return found
