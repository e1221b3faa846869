"""What a line of a story may say of water: who owns a house, what is found, ordered and done there.

    facility A-7 single_dwelling of Cilla Bo from 2020-01-01
    finding no_health_risk A-7 "visited: two grown-ups in good health"
    order disconnect A-7 on 2025-06-18
    done disconnect A-7
    -> water fee 1001 disconnection 2 256,00
    -> order reconnect A-7 by 2025-06-27
    ? hinders A-7 health money

The one rule: a technician's `done` is preceded the same day by reading the money once more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db import connections
from django.db.backends.utils import CursorWrapper

from reskontra.casework import water_findings, water_orders, water_turns
from reskontra.domain.disconnection import (
    HEALTH_RISK,
    NO_HEALTH_RISK,
)
from reskontra.domain.money import parse_kronor
from reskontra.domain.premises import FacilityKind, Ownership, Premises, Served
from reskontra.domain.water_work import FeeKind, OrderKind, WorkEvent
from reskontra.intake import facilities as intake
from reskontra.nightly.stories import notation
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.areas import water_values as values
from reskontra.nightly.stories.areas.water_asked import Flows, Hinders, Missing, visited_at
from reskontra.nightly.stories.line import DidLine, GivenLine
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.records import water_told, water_work

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

DECIDED_BY = "story"
STREET = "Sjövägen 7"
TARIFF = "standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned(GivenLine):
    """From a day on these own the house; a file of the register says so."""

    code: str
    kind: FacilityKind
    owners: tuple[str, ...]
    first_day: date

    @property
    def text(self) -> str:
        """As it is written."""
        who = " ".join(self.owners)
        return f"facility {self.code} {self.kind.value} of {who} from {self.first_day}"

    @property
    def names(self) -> tuple[str, ...]:
        """The owners need owe nothing."""
        return self.owners

    def in_values(self, world: Pure, day: date) -> None:
        """The house has these owners from the day."""
        key = (world.cast.home.code, self.code)
        house = world.nights.houses.get(key, Premises(code=self.code))
        owners = tuple(world.cast.names.index(name) for name in self.owners)
        owned = Ownership(first_day=self.first_day, owners=owners)
        served = Served(first_day=self.first_day, kind=self.kind, tariff=TARIFF)
        world.nights.houses[key] = replace(
            house, ownerships=(*house.ownerships, owned), served=(*house.served, served)
        )

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """By a file of the register."""
        path = world.folder / f"{self.code}-{self.first_day}-facilities.jsonl"
        common = {
            "creditor": world.cast.home.code,
            "facility": self.code,
            "from": str(self.first_day),
        }
        facility = {
            "record": "facility",
            "kind": self.kind.value,
            "tariff": TARIFF,
            "address": [STREET],
        }
        owners = [world.person(name) for name in self.owners]
        records = [{**common, **facility}, {**common, "record": "owners", "owners": owners}]
        path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
        intake.take_in(path, day=day, policy=world.policy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(GivenLine):
    """A person has found something at the house."""

    code: str
    kind: str
    finding: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'finding {self.kind} {self.code} "{self.finding}"'

    def in_values(self, world: Pure, day: date) -> None:
        """It holds for all that is owed for water there."""
        values.find(world, self.code, self.kind, day)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """By the officers' own door."""
        visited = visited_at(world, cursor, self.code, day)
        if self.kind in (NO_HEALTH_RISK, HEALTH_RISK):
            health = water_findings.Health(
                seen_on=day,
                by=DECIDED_BY,
                how=self.finding,
                there=frozenset(),
                risk=self.kind == HEALTH_RISK,
            )
            water_findings.find_health(cursor, visited, health, today=day)
        else:
            water_findings.find(
                cursor, visited, self.kind, finding=self.finding, by=DECIDED_BY, today=day
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderGiven(GivenLine):
    """An officer orders work for a day."""

    code: str
    kind: OrderKind
    on: date

    @property
    def text(self) -> str:
        """As it is written."""
        return f"order {self.kind.value} {self.code} on {self.on}"

    def in_values(self, world: Pure, day: date) -> None:
        """It stands until it is done or withdrawn."""
        values.order(world, self.code, self.kind, self.on, day, by=DECIDED_BY)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """Through the gates."""
        visited = visited_at(world, cursor, self.code, day)
        new = water_orders.NewWork(kind=self.kind, day=self.on, by=DECIDED_BY, reason="sist")
        if self.kind is OrderKind.INSPECT:
            water_orders.order_inspection(cursor, visited, new, today=day)
        else:
            water_orders.order_closing(cursor, visited, new, policy=world.policy, today=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkDone(GivenLine):
    """A technician has done what was ordered."""

    code: str
    kind: OrderKind

    @property
    def text(self) -> str:
        """As it is written."""
        return f"done {self.kind.value} {self.code}"

    def in_values(self, world: Pure, day: date) -> None:
        """The water flows otherwise, and the fee is entered."""
        for fee in values.done(world, self.code, self.kind, day):
            world.tell(day, WaterCharged.of(*fee))

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """The money is read again, and then it is done."""
        order = _open_one(world, cursor, self.code, self.kind, day)
        key, policy = order.public_id, world.policy
        water_orders.start(cursor, key, by=DECIDED_BY, policy=policy, today=day)
        work = water_orders.Work(by=DECIDED_BY, meter_reading="1234")
        water_orders.done(cursor, key, work, policy=policy, today=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedByAnother(GivenLine):
    """A technician who looked has found the water on."""

    code: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"opened by another {self.code}"

    def in_values(self, world: Pure, day: date) -> None:
        """It is on, and costs by the tariff."""
        claims = values.opened_by_another(world, self.code, day)
        kind = FeeKind.UNAUTHORIZED_OPENING
        for fee in values.charge(world, self.code, kind, claims, day):
            world.tell(day, WaterCharged.of(*fee))

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """By the order to inspect."""
        order = _open_one(world, cursor, self.code, OrderKind.INSPECT, day)
        work = water_orders.Work(by=DECIDED_BY, note="plomben är bruten")
        key = order.public_id
        water_orders.found_open(cursor, key, work, policy=world.policy, today=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterCharged(DidLine):
    """A fee by the water tariff was entered. Amount in öre."""

    number: str
    kind: FeeKind
    amount_ore: int

    @classmethod
    def of(cls, kind: FeeKind, number: str, amount_ore: int) -> WaterCharged:
        """The line of a fee."""
        return cls(number=number, kind=kind, amount_ore=amount_ore)

    @property
    def text(self) -> str:
        """As it is written."""
        amount = notation.kronor(self.amount_ore)
        return f"-> water fee {self.number} {self.kind.value} {amount}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedByItself(DidLine):
    """The night has ordered the water on."""

    code: str
    last_day: date

    @property
    def text(self) -> str:
        """As it is written."""
        return f"-> order reconnect {self.code} by {self.last_day}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderWithdrawn(DidLine):
    """The night has withdrawn an order."""

    code: str
    kind: OrderKind

    @property
    def text(self) -> str:
        """As it is written."""
        return f"-> withdraw {self.kind.value} {self.code}"


def _open_one(
    world: ThroughDatabase, cursor: CursorWrapper, code: str, kind: OrderKind, day: date
) -> water_work.Order:
    visited = visited_at(world, cursor, code, day)
    for each in visited.open_orders:
        if each.kind is kind:
            return each
    raise world.lacks(f"an order to {kind.value} {code}")


def _night(world: Pure, day: date) -> Iterator[DidLine]:
    for made in values.night(world, day):
        if made.open and made.last_day is not None:
            yield OrderedByItself(code=made.code, last_day=made.last_day)
        else:
            yield OrderWithdrawn(code=made.code, kind=made.kind)


def _night_in_rows(world: ThroughDatabase, day: date) -> None:
    with connections["default"].cursor() as cursor:
        water_turns.live(cursor, policy=world.policy, today=day)


def _deeds(rows: Rows) -> Iterator[tuple[date, DidLine]]:
    for charged in water_told.fees(rows.cursor, list(rows.ids)):
        number = rows.number(charged.invoice)
        yield charged.day, WaterCharged.of(charged.kind, number, charged.amount_ore)
    for code, order in water_told.orders(rows.cursor, list(rows.ids)):
        if order.by == water_turns.BY_ITSELF and order.last_day is not None:
            yield order.ordered_on, OrderedByItself(code=code, last_day=order.last_day)
        ended = order.ended
        if ended and ended.kind is WorkEvent.WITHDRAWN and ended.by == water_turns.BY_ITSELF:
            yield ended.day, OrderWithdrawn(code=code, kind=order.kind)


def _given(rows: Rows) -> Iterator[tuple[date, GivenLine]]:
    for told in water_told.owned(rows.cursor, list(rows.ids)):
        owners = tuple(rows.names[party] for party in told.owners)
        yield (
            told.told_on,
            Owned(code=told.code, kind=told.kind, owners=owners, first_day=told.first_day),
        )
    for code, order in water_told.orders(rows.cursor, list(rows.ids)):
        if order.by != water_turns.BY_ITSELF:
            yield order.ordered_on, OrderGiven(code=code, kind=order.kind, on=order.day)
        if order.found_open is not None:
            yield order.found_open.day, OpenedByAnother(code=code)
        if order.done_on is not None:
            yield order.done_on, WorkDone(code=code, kind=order.kind)


def _owned(g: Groups) -> tuple[Owned]:
    return (
        Owned(
            code=g["code"],
            kind=FacilityKind(g["kind"]),
            owners=tuple(g["owners"].split()),
            first_day=date.fromisoformat(g["first"]),
        ),
    )


def _ordered(g: Groups) -> tuple[OrderGiven]:
    on = date.fromisoformat(g["on"])
    return (OrderGiven(code=g["code"], kind=OrderKind(g["kind"]), on=on),)


def _by_itself(g: Groups) -> tuple[OrderedByItself]:
    return (OrderedByItself(code=g["code"], last_day=date.fromisoformat(g["last"])),)


def _charged(g: Groups) -> tuple[WaterCharged]:
    return (WaterCharged.of(FeeKind(g["kind"]), g["number"], parse_kronor(g["amount"])),)


AREA = Area(
    shapes=(
        shape("facility <code:facility> <kind:word> of <owners:names> from <first:day>", _owned),
        shape(
            'finding <kind:word> <code:facility> "<finding:quoted>"',
            lambda g: (Found(code=g["code"], kind=g["kind"], finding=g["finding"]),),
        ),
        shape("order <kind:word> <code:facility> on <on:day>", _ordered),
        shape(
            "done <kind:word> <code:facility>",
            lambda g: (WorkDone(code=g["code"], kind=OrderKind(g["kind"])),),
        ),
        shape("opened by another <code:facility>", lambda g: (OpenedByAnother(code=g["code"]),)),
        shape("-> water fee <number> <kind:word> <amount>", _charged),
        shape("-> order reconnect <code:facility> by <last:day>", _by_itself),
        shape(
            "-> withdraw <kind:word> <code:facility>",
            lambda g: (OrderWithdrawn(code=g["code"], kind=OrderKind(g["kind"])),),
        ),
        shape(
            "? water <code:facility> <said:word>",
            lambda g: (Flows(code=g["code"], said=g["said"]),),
        ),
        shape(
            "? hinders <code:facility> <said:words>",
            lambda g: (Hinders(code=g["code"], said=g["said"]),),
        ),
        shape(
            "? missing for <code:facility> <said:amount>",
            lambda g: (Missing(code=g["code"], said=g["said"]),),
        ),
    ),
    night_in_values=_night,
    night_in_rows=_night_in_rows,
    deeds=_deeds,
    given=_given,
)
