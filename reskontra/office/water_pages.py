"""Plain values for the pages about water: an order on a technician's phone, a house, its papers.

    order_values(order, visited, today=today, language="sv")

The one rule: what stops a work is told in whole sentences, in the words of the gates themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from reskontra.casework import water_orders
from reskontra.casework.water_sites import Visited
from reskontra.domain.claim import Claim
from reskontra.domain.disconnection import Gate, Site, Standing
from reskontra.domain.premises import WaterState
from reskontra.domain.reconnection import fee_by_tariff, missing_ore
from reskontra.domain.water_work import CLOSES, FeeKind, OrderKind, WorkEvent
from reskontra.office import words
from reskontra.office.wording import say
from reskontra.records import parties, search
from reskontra.records.water_work import Event, Order

STARTED = WorkEvent.STARTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Something that happened, or stands: its words, and how it is marked."""

    title: str
    text: str = ""
    good: bool = False
    day: str = ""
    photo: int | None = None
    """Which of the order's events has a photo, when it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCard:
    """An order as a list places it."""

    public_id: UUID
    title: str
    address: str
    code: str
    when: str
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPage:
    """An order as its own page places it."""

    card: OrderCard
    reason: str
    note: str
    by: str
    events: tuple[Line, ...]
    hinders: tuple[str, ...]
    open: bool
    closes: bool
    may_start: bool
    """Nothing stops it, and it has not been begun today."""
    may_end: bool
    may_be_found_open: bool
    found_open: bool
    reported: bool
    house: UUID
    invoice: UUID | None
    """An invoice to decide from."""


def card(order: Order, visited: Visited, *, today: date, language: str) -> OrderCard:
    """What is to be done, where and until when."""
    last = order.last_day
    if last is not None:
        when = say("order.by", language=language, day=last.isoformat())
    else:
        when = say("order.from", language=language, day=order.day.isoformat())
    place = visited.place
    return OrderCard(
        public_id=order.public_id,
        title=say(f"order.kind.{order.kind.value}", language=language),
        address=", ".join(place.address_lines),
        code=place.code,
        when=when,
        late=last is not None and near(visited, last, today=today),
    )


def near(visited: Visited, last_day: date, *, today: date) -> bool:
    """Whether the last day has come so near that somebody must be told, or has passed."""
    return visited.rules.near_within.after(today) >= last_day


def order_values(
    cursor: CursorWrapper, order: Order, visited: Visited, *, today: date, language: str
) -> OrderPage:
    """Everything that the order's page shows."""
    stops = water_orders.hinders(order, visited, today=today) if order.open else []
    started = order.started(today)
    early = order.open and today < order.day
    hinders = [each.closed.say(language) for each in stops if each.closed is not None]
    if early:
        hinders.insert(0, say("order.early", language=language, day=order.day.isoformat()))
    closes = order.kind in CLOSES
    return OrderPage(
        card=card(order, visited, today=today, language=language),
        reason=order.reason,
        note=order.note,
        by=order.by,
        events=tuple(_events(order.events, language)),
        hinders=tuple(hinders),
        open=order.open,
        closes=closes,
        may_start=order.open and closes and not started and not hinders,
        may_end=order.open and (started or not closes) and not early,
        may_be_found_open=order.kind in (OrderKind.INSPECT, OrderKind.RECONNECT)
        and visited.cut(today) is not None
        and order.open,
        found_open=order.found_open is not None,
        reported=order.reported is not None,
        house=visited.place.public_id,
        invoice=_invoice(cursor, visited),
    )


def _invoice(cursor: CursorWrapper, visited: Visited) -> UUID | None:
    services = visited.rules.services
    mine = [each for each in visited.site.claims if each.services & services]
    open_ones = [each for each in mine if not each.settled] or mine
    return search.public_id_of(cursor, open_ones[0].key) if open_ones else None


def _events(events: Sequence[Event], language: str) -> Iterator[Line]:
    for place, each in enumerate(events):
        text = "; ".join(
            part
            for part in (
                say("order.started.read", language=language) if each.kind is STARTED else "",
                each.note,
                _meter(each.meter_reading, language) if each.meter_reading else "",
            )
            if part
        )
        yield Line(
            title=say(f"order.event.{each.kind.value}", language=language),
            text=f"{each.by}. {text[0].upper()}{text[1:]}" if text else each.by,
            day=each.day.isoformat(),
            good=each.kind is WorkEvent.DONE,
            photo=place if each.photo else None,
        )


def _meter(reading: str, language: str) -> str:
    """What the meter shows, kept on one line."""
    return say("order.meter", language=language, reading=reading.replace(" ", "\u00a0"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A claim for water at a house."""

    public_id: UUID
    number: str
    due: str
    water: str
    all: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HousePage:
    """A house as an officer sees it."""

    code: str
    address: str
    kind: str
    tariff: str
    state: str
    off: bool
    owners: tuple[str, ...]
    gates: tuple[Line, ...]
    open_gates: bool
    owed: tuple[Owed, ...]
    total: str
    missing: str
    """What must still come before the water does; empty when it is on."""
    orders: tuple[OrderCard, ...]
    fees: tuple[Line, ...]
    decide: UUID | None


def house_values(
    cursor: CursorWrapper, visited: Visited, *, today: date, language: str
) -> HousePage:
    """Everything that the house's page shows."""
    site, place = visited.site, visited.place
    owners = parties.recipients(cursor, site.premises.owners_on(today))
    standing = water_orders.standing_gates(visited, OrderKind.DISCONNECT, day=today, today=today)
    due = site.due(today)
    state = site.premises.state_on(today)
    return HousePage(
        code=place.code,
        address=", ".join(place.address_lines),
        kind=say(f"house.kind.{place.kind.value}", language=language),
        tariff=place.tariff,
        state=say(f"house.state.{state.value}", language=language),
        off=state is not WaterState.ON,
        owners=tuple(each.name for each in owners.values()),
        gates=tuple(_gate(each, site, language) for each in standing),
        open_gates=all(each.open for each in standing),
        owed=tuple(_owed(cursor, each, site, language) for each in due),
        total=words.kronor(sum(map(site.water_left_ore, due)), language=language),
        missing=_missing(visited, today, language),
        orders=tuple(
            card(each, visited, today=today, language=language) for each in visited.orders[::-1]
        ),
        fees=tuple(
            Line(
                title=say(f"fee.{fee.kind.value}", language=language),
                text=words.kronor(fee.amount_ore, language=language),
                day=fee.day.isoformat(),
            )
            for order in visited.orders
            for fee in order.fees
        ),
        decide=_invoice(cursor, visited),
    )


def _gate(standing: Standing, site: Site, language: str) -> Line:
    """A gate with why it is closed; of the money also up to which day it has been read."""
    text = standing.closed.say(language) if standing.closed else ""
    if standing.open and standing.gate is Gate.MONEY and site.money_until:
        text = say("gate.money.until", language=language, day=site.money_until.isoformat())
    title = say(f"gate.{standing.gate.value}", language=language)
    return Line(title=title, text=text, good=standing.open)


def _owed(cursor: CursorWrapper, claim: Claim, site: Site, language: str) -> Owed:
    return Owed(
        public_id=search.public_id_of(cursor, claim.key),
        number=claim.number,
        due=claim.due_date.isoformat(),
        water=words.kronor(site.water_left_ore(claim), language=language),
        all=words.kronor(claim.open_ore, language=language),
    )


def _missing(visited: Visited, today: date, language: str) -> str:
    cut = visited.cut(today)
    if cut is None:
        return ""
    found = fee_by_tariff(visited.site, FeeKind.RECONNECTION, today)
    fee_ore = found[0] if found and cut.kind is OrderKind.DISCONNECT else 0
    ore = missing_ore(visited.site, tuple(cut.claims), fee_ore=fee_ore)
    return words.kronor(ore, language=language)
