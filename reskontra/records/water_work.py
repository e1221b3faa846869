"""Orders to technicians, what became of them, and what they cost: every statement about them.

    add_order(cursor, NewOrder(facility=3, kind=OrderKind.DISCONNECT, ...))  -> its key, public id
    of_facilities(cursor, [3])                                               -> {3: [Order(...)]}

The one rule: rows are only added; an order ends once, by the database's own constraint.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.domain.premises import WaterState
from reskontra.domain.water_work import ENDS, FeeKind, OrderKind, WorkEvent
from reskontra.records import bulk


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrder:
    """An order to be."""

    facility: int
    kind: OrderKind
    day: date
    last_day: date | None
    reason: str
    note: str
    by: str
    ordered_on: date
    owners: tuple[int, ...]
    claims: Mapping[int, int]
    """What is left for water of each invoice that it is about, in öre."""
    follows: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What became of an order."""

    kind: WorkEvent
    day: date
    by: str
    note: str = ""
    meter_reading: str = ""
    photo: str = ""
    photo_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charged:
    """A fee that was entered for an order. Amount in öre."""

    kind: FeeKind
    invoice: int
    amount_ore: int
    tariff: str
    tariff_from: date
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order as it stands."""

    key: int
    public_id: UUID
    facility: int
    kind: OrderKind
    day: date
    last_day: date | None
    reason: str
    note: str
    by: str
    ordered_on: date
    follows: int | None
    events: tuple[Event, ...]
    claims: Mapping[int, int]
    fees: tuple[Charged, ...]
    reported: date | None
    """The day on which a person decided to report it to the police."""

    @property
    def ended(self) -> Event | None:
        """How it ended; None while it is open."""
        return next((each for each in self.events if each.kind in ENDS), None)

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.ended is None

    @property
    def done_on(self) -> date | None:
        """The day on which it was done."""
        ended = self.ended
        return ended.day if ended and ended.kind is WorkEvent.DONE else None

    @property
    def found_open(self) -> Event | None:
        """That somebody else had opened the water."""
        return next((each for each in self.events if each.kind is WorkEvent.FOUND_OPEN), None)

    def started(self, day: date) -> bool:
        """Whether the money was read once more that day, and nothing stopped it."""
        return any(each.kind is WorkEvent.STARTED and each.day == day for each in self.events)


def add_order(cursor: CursorWrapper, new: NewOrder) -> tuple[int, UUID]:
    """Add the order with whom and what it is about."""
    cursor.execute(
        """INSERT INTO work_order (facility_id, kind, day, last_day, reason, note, ordered_by,
                                   ordered_on, follows_id)
           VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id, public_id""",
        [
            new.facility,
            new.kind.value,
            new.day,
            new.last_day,
            new.reason,
            new.note,
            new.by,
            new.ordered_on,
            new.follows,
        ],
    )
    key, public_id = cursor.fetchone()
    bulk.insert(
        cursor, "work_order_party", ("order_id", "party_id"), ((key, it) for it in new.owners)
    )
    cursor.execute(
        """INSERT INTO work_order_claim (order_id, invoice_id, party_id, water_ore)
           SELECT %s, i.id, i.party_id, w.ore
           FROM unnest(%s::bigint[], %s::bigint[]) AS w (id, ore) JOIN invoice i ON i.id = w.id""",
        [key, list(new.claims), list(new.claims.values())],
    )
    return int(key), public_id


def add_event(cursor: CursorWrapper, order: int, event: Event) -> None:
    """Note what became of an order."""
    cursor.execute(
        """INSERT INTO work_order_event (order_id, kind, day, by, note, meter_reading, photo,
                                         photo_type) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)""",
        [
            order,
            event.kind.value,
            event.day,
            event.by,
            event.note,
            event.meter_reading,
            event.photo,
            event.photo_type,
        ],
    )


def turn(
    cursor: CursorWrapper, *, facility: int, order: int, state: WaterState, day: date, by: str
) -> None:
    """The water flows so from now on."""
    cursor.execute(
        "INSERT INTO water_turn (facility_id, order_id, state, day, by)"
        " VALUES (%s, %s, %s, %s, %s)",
        [facility, order, state.value, day, by],
    )


def add_fee(cursor: CursorWrapper, order: int, charged: Charged) -> bool:
    """Note the fee; False when the order has had its fee of that kind already."""
    cursor.execute(
        """INSERT INTO water_fee (order_id, kind, invoice_id, party_id, amount_ore, tariff,
                                  tariff_from, day)
           SELECT %s, %s, i.id, i.party_id, %s, %s, %s, %s FROM invoice i WHERE i.id = %s
           ON CONFLICT (order_id, kind) DO NOTHING""",
        [
            order,
            charged.kind.value,
            charged.amount_ore,
            charged.tariff,
            charged.tariff_from,
            charged.day,
            charged.invoice,
        ],
    )
    return cursor.rowcount == 1


def report_to_police(cursor: CursorWrapper, order: int, *, by: str, day: date, reason: str) -> None:
    """A person has decided it."""
    cursor.execute(
        "INSERT INTO police_report (order_id, decided_by, day, reason) VALUES (%s, %s, %s, %s)",
        [order, by, day, reason],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A decision to report to the police."""

    by: str
    day: date
    reason: str


def report_of(cursor: CursorWrapper, order: int) -> Reported | None:
    """The decision about what an order found; None when there is none."""
    cursor.execute("SELECT decided_by, day, reason FROM police_report WHERE order_id = %s", [order])
    row = cursor.fetchone()
    return None if row is None else Reported(by=row[0], day=row[1], reason=row[2])


def lock(cursor: CursorWrapper, facility: int) -> None:
    """Keep the facility from others until the transaction ends."""
    cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_FACILITIES, facility])


_FACILITIES = 5_043  # the advisory locks of facilities, apart from others of the same numbers
_ORDERS = """
    SELECT o.id, o.public_id, o.facility_id, o.kind, o.day, o.last_day, o.reason, o.note,
           o.ordered_by, o.ordered_on, o.follows_id, r.day
    FROM work_order o LEFT JOIN police_report r ON r.order_id = o.id
"""
_OPEN = """NOT EXISTS (SELECT 1 FROM work_order_event e WHERE e.order_id = o.id
                       AND e.kind IN ('done', 'not_possible', 'withdrawn'))"""


def of_facilities(
    cursor: CursorWrapper, facilities: Collection[int]
) -> defaultdict[int, list[Order]]:
    """By facility: every order there, oldest first."""
    found: defaultdict[int, list[Order]] = defaultdict(list)
    for order in _read(cursor, "o.facility_id = ANY(%s)", [list(facilities)]):
        found[order.facility].append(order)
    return found


def find(cursor: CursorWrapper, public_id: UUID) -> Order | None:
    """One order, by the id in its address."""
    return next(iter(_read(cursor, "o.public_id = %s", [public_id])), None)


def open_orders(cursor: CursorWrapper) -> list[Order]:
    """Every order that is still to be done, in order of its day."""
    return sorted(_read(cursor, _OPEN, []), key=lambda each: (each.last_day or each.day, each.key))


def found_open_unanswered(cursor: CursorWrapper) -> list[Order]:
    """Orders by which something was found open, and about which nobody has decided anything."""
    return _read(
        cursor,
        """r.day IS NULL AND EXISTS (SELECT 1 FROM work_order_event e
                                     WHERE e.order_id = o.id AND e.kind = 'found_open')""",
        [],
    )


def closed_facilities(cursor: CursorWrapper) -> list[int]:
    """Facilities whose water is off or throttled by our work."""
    cursor.execute(
        """SELECT facility_id FROM (SELECT DISTINCT ON (facility_id) facility_id, state
                                    FROM water_turn ORDER BY facility_id, id DESC) latest
           WHERE state <> 'on' ORDER BY facility_id"""
    )
    return [facility for (facility,) in cursor.fetchall()]


def fees_on(cursor: CursorWrapper, invoices: Collection[int]) -> dict[int, int]:
    """What fees of the water tariff have been entered on these invoices, in öre."""
    cursor.execute(
        "SELECT invoice_id, sum(amount_ore)::bigint FROM water_fee WHERE invoice_id = ANY(%s)"
        " GROUP BY invoice_id",
        [list(invoices)],
    )
    return dict(cursor.fetchall())


def _read(cursor: CursorWrapper, condition: str, values: Sequence[object]) -> list[Order]:
    cursor.execute(f"{_ORDERS} WHERE {condition} ORDER BY o.ordered_on, o.id", list(values))
    rows = cursor.fetchall()
    ids = [row[0] for row in rows]
    events, claims, fees = _events(cursor, ids), _claims(cursor, ids), _fees(cursor, ids)
    return [_order(row, events, claims, fees) for row in rows]


def _order(
    row: Sequence[Any],
    events: Mapping[int, list[Event]],
    claims: Mapping[int, dict[int, int]],
    fees: Mapping[int, list[Charged]],
) -> Order:
    return Order(
        key=row[0],
        public_id=row[1],
        facility=row[2],
        kind=OrderKind(row[3]),
        day=row[4],
        last_day=row[5],
        reason=row[6],
        note=row[7],
        by=row[8],
        ordered_on=row[9],
        follows=row[10],
        events=tuple(events.get(row[0], ())),
        claims=claims.get(row[0], {}),
        fees=tuple(fees.get(row[0], ())),
        reported=row[11],
    )


def _events(cursor: CursorWrapper, ids: list[int]) -> dict[int, list[Event]]:
    cursor.execute(
        """SELECT order_id, kind, day, by, note, meter_reading, photo, photo_type
           FROM work_order_event WHERE order_id = ANY(%s) ORDER BY id""",
        [ids],
    )
    found: defaultdict[int, list[Event]] = defaultdict(list)
    for order, kind, day, by, note, meter_reading, photo, photo_type in cursor.fetchall():
        found[order].append(
            Event(
                kind=WorkEvent(kind),
                day=day,
                by=by,
                note=note,
                meter_reading=meter_reading,
                photo=photo,
                photo_type=photo_type,
            )
        )
    return found


def _claims(cursor: CursorWrapper, ids: list[int]) -> dict[int, dict[int, int]]:
    cursor.execute(
        "SELECT order_id, invoice_id, water_ore FROM work_order_claim WHERE order_id = ANY(%s)"
        " ORDER BY id",
        [ids],
    )
    found: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for order, invoice, water_ore in cursor.fetchall():
        found[order][invoice] = water_ore
    return found


def _fees(cursor: CursorWrapper, ids: list[int]) -> dict[int, list[Charged]]:
    cursor.execute(
        """SELECT order_id, kind, invoice_id, amount_ore, tariff, tariff_from, day
           FROM water_fee WHERE order_id = ANY(%s) ORDER BY id""",
        [ids],
    )
    found: defaultdict[int, list[Charged]] = defaultdict(list)
    for order, kind, invoice, amount_ore, tariff, tariff_from, day in cursor.fetchall():
        found[order].append(
            Charged(
                kind=FeeKind(kind),
                invoice=invoice,
                amount_ore=amount_ore,
                tariff=tariff,
                tariff_from=tariff_from,
                day=day,
            )
        )
    return found
