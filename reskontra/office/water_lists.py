"""Work lists about water: what must be turned on soon, and what somebody else has opened.

    near(cursor, policy=policy, today=today)  -> [(invoice, order), ...], the most urgent first

The one rule: a warning comes while there is still time to do it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.rules import Policy
from reskontra.domain.water_work import OrderKind
from reskontra.office.work_list import Asked, Row, WorkList
from reskontra.records import facilities, water_work, work
from reskontra.records.water_work import Order


def near(cursor: CursorWrapper, *, policy: Policy, today: date) -> list[tuple[int, Order]]:
    """Orders to turn the water on whose last day is near, or has passed."""
    found = []
    orders = [e for e in water_work.open_orders(cursor) if e.kind is OrderKind.RECONNECT]
    places = facilities.places(cursor, {each.facility for each in orders})
    for order in orders:
        if order.last_day is None:
            continue
        place = places.get(order.facility)
        rules = policy.creditors[place.creditor].water if place else None
        if rules is not None and rules.near_within.after(today) >= order.last_day:
            found += [(invoice, order) for invoice in list(order.claims)[:1]]
    return found


def opened(cursor: CursorWrapper) -> list[tuple[int, Order]]:
    """Orders by which the water was found open, and about which nobody has decided."""
    orders = water_work.found_open_unanswered(cursor)
    invoices = facilities.invoices_of(cursor, {each.facility for each in orders})
    return [(key, each) for each in orders for key in invoices[each.facility][:1]]


def _reconnections(asked: Asked) -> list[Row]:
    found = near(asked.cursor, policy=asked.policy, today=asked.today)
    page = found[asked.offset : asked.offset + asked.limit]
    named = work.named(asked.cursor, [invoice for invoice, _ in page])
    return [
        Row(
            waiting=replace(
                named[invoice], day=order.last_day or order.day, amount_ore=0, words=order.reason
            )
        )
        for invoice, order in page
    ]


def _opened(asked: Asked) -> list[Row]:
    page = opened(asked.cursor)[asked.offset : asked.offset + asked.limit]
    named = work.named(asked.cursor, [invoice for invoice, _ in page])
    return [
        Row(
            waiting=replace(
                named[invoice],
                day=order.found_open.day if order.found_open else order.day,
                words=order.found_open.note if order.found_open else "",
            ),
            kind="police_report",
        )
        for invoice, order in page
    ]


LISTS = (
    WorkList(
        name="reconnections",
        count=lambda asked: len(near(asked.cursor, policy=asked.policy, today=asked.today)),
        rows=_reconnections,
    ),
    WorkList(name="opened", count=lambda asked: len(opened(asked.cursor)), rows=_opened),
)
"""Those about water, in the order in which the start page shows them."""
