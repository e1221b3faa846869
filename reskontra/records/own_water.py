"""What a citizen's own rows tell of the water at the house that an invoice is about.

    ahead(cursor, public_id)  -> (OrderAhead(kind="reconnect", ...),)
    fees(cursor, public_id)   -> (WaterFee(kind="disconnection", amount_ore=225_600, ...),)

Reads only. The one rule: the cursor is the citizen's own, so that the database leaves out all that
is another's.
"""

from __future__ import annotations

from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.records.views import OrderAhead, WaterFee

_HOUSE = """
    FROM invoice i JOIN facility f ON f.creditor_id = i.creditor_id AND f.code = i.facility
"""


def ahead(cursor: CursorWrapper, public_id: UUID) -> tuple[OrderAhead, ...]:
    """What is to be done there, the latest order first."""
    cursor.execute(
        f"""SELECT o.kind, o.day, o.last_day {_HOUSE}
            JOIN work_order o ON o.facility_id = f.id
            WHERE i.public_id = %s AND NOT EXISTS (
                SELECT 1 FROM work_order_event e WHERE e.order_id = o.id
                AND e.kind IN ('done', 'not_possible', 'withdrawn'))
            ORDER BY o.id DESC""",
        [public_id],
    )
    return tuple(OrderAhead(*row) for row in cursor.fetchall())


def closed_for(cursor: CursorWrapper, public_id: UUID) -> list[int]:
    """The citizen's own invoices that the water is off or throttled for now."""
    cursor.execute(
        f"""SELECT c.invoice_id {_HOUSE}
            JOIN LATERAL (SELECT order_id, state FROM water_turn t WHERE t.facility_id = f.id
                          ORDER BY t.id DESC LIMIT 1) t ON t.state <> 'on'
            JOIN work_order_claim c ON c.order_id = t.order_id
            WHERE i.public_id = %s ORDER BY c.invoice_id""",
        [public_id],
    )
    return [invoice for (invoice,) in cursor.fetchall()]


def fees(cursor: CursorWrapper, public_id: UUID) -> tuple[WaterFee, ...]:
    """The fees of the tariff that were entered on the citizen's own invoices there."""
    cursor.execute(
        f"""SELECT w.kind, w.invoice_id, w.amount_ore, w.day {_HOUSE}
            JOIN invoice mine ON mine.creditor_id = i.creditor_id AND mine.facility = i.facility
            JOIN water_fee w ON w.invoice_id = mine.id
            WHERE i.public_id = %s ORDER BY w.id""",
        [public_id],
    )
    return tuple(WaterFee(*row) for row in cursor.fetchall())
