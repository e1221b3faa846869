"""What the rows tell of the houses that some invoices name: owners, orders and fees.

    owned(cursor, [17])   -> [Owned(code="A-7", first_day=..., owners=(4, 7), told_on=...)]

Reads only, for `explain`. The one rule: only what touches the invoices that are asked about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.domain.premises import FacilityKind
from reskontra.domain.water_work import FeeKind
from reskontra.records import water_work
from reskontra.records.water_work import Order

_FACILITIES = """
    SELECT DISTINCT f.id FROM invoice i
    JOIN facility f ON f.creditor_id = i.creditor_id AND f.code = i.facility
    WHERE i.id = ANY(%s)
"""


@dataclass(frozen=True, slots=True)
class Owned:
    """Who owned a facility from a day on, and what it served; told by the file of a day."""

    code: str
    kind: FacilityKind
    first_day: date
    owners: tuple[int, ...]
    told_on: date


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee by the water tariff. Amount in öre."""

    invoice: int
    kind: FeeKind
    amount_ore: int
    day: date


def owned(cursor: CursorWrapper, invoices: list[int]) -> list[Owned]:
    """The owners of the invoices' facilities, change by change."""
    cursor.execute(
        f"""SELECT f.code, (SELECT t.kind FROM facility_fact t WHERE t.facility_id = f.id
                            AND t.first_day <= w.first_day ORDER BY t.first_day DESC LIMIT 1),
                   w.first_day, ARRAY(SELECT o.party_id FROM facility_owner o
                                      WHERE o.ownership_id = w.id ORDER BY o.position), d.day
            FROM facility_ownership w JOIN facility f ON f.id = w.facility_id
            JOIN facility_file d ON d.id = w.file_id
            WHERE f.id IN ({_FACILITIES}) ORDER BY w.id""",
        [invoices],
    )
    return [
        Owned(code, FacilityKind(kind), first_day, tuple(owners), told_on)
        for code, kind, first_day, owners, told_on in cursor.fetchall()
        if kind is not None
    ]


def fees(cursor: CursorWrapper, invoices: list[int]) -> list[Fee]:
    """The fees of the water tariff on these invoices."""
    cursor.execute(
        "SELECT invoice_id, kind, amount_ore, day FROM water_fee WHERE invoice_id = ANY(%s)"
        " ORDER BY id",
        [invoices],
    )
    return [
        Fee(invoice, FeeKind(kind), amount_ore, day)
        for invoice, kind, amount_ore, day in cursor.fetchall()
    ]


def orders(cursor: CursorWrapper, invoices: list[int]) -> list[tuple[str, Order]]:
    """(facility's code, order) of every order at the invoices' facilities, while somebody who owes
    one of them owned it; what follows from another's order is the other's.
    """
    cursor.execute(
        """SELECT o.id FROM work_order o
           JOIN work_order_party w ON w.order_id = coalesce(o.follows_id, o.id)
           WHERE w.party_id IN (SELECT party_id FROM invoice WHERE id = ANY(%s)
                                UNION SELECT party_id FROM invoice_debtor
                                WHERE invoice_id = ANY(%s))""",
        [invoices, invoices],
    )
    mine = {key for (key,) in cursor.fetchall()}
    cursor.execute(
        f"SELECT id, code FROM facility WHERE id IN ({_FACILITIES}) ORDER BY id", [invoices]
    )
    codes = dict(cursor.fetchall())
    found = water_work.of_facilities(cursor, codes)
    return [(codes[key], each) for key in codes for each in found[key] if each.key in mine]


def owners_of(cursor: CursorWrapper, invoices: list[int]) -> list[int]:
    """Everybody who owns or has owned the invoices' facilities."""
    cursor.execute(
        f"SELECT DISTINCT party_id FROM facility_owner WHERE facility_id IN ({_FACILITIES})"
        " ORDER BY party_id",
        [invoices],
    )
    return [party for (party,) in cursor.fetchall()]
