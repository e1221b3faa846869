"""What a story asks about water: how it flows, what hinders that it is cut, what brings it back.

    ? water A-7 off
    ? hinders A-7 health money
    ? missing for A-7 4 512,00

The one rule: in both worlds the answer is the domain's own judgment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db import connections
from django.db.backends.utils import CursorWrapper

from reskontra.casework import water_orders
from reskontra.casework.water_sites import Visited, visit
from reskontra.domain.disconnection import Site, Standing
from reskontra.domain.reconnection import fee_by_tariff, missing_ore
from reskontra.domain.water_work import FeeKind, OrderKind
from reskontra.nightly.stories import notation
from reskontra.nightly.stories.areas import water_values as values
from reskontra.nightly.stories.line import AskedLine
from reskontra.records import facilities
from reskontra.records.water_work import Order

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows(AskedLine):
    """How the water flows."""

    code: str
    said: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"? water {self.code} {self.said}"

    def from_values(self, world: Pure, today: date) -> Flows:
        """As the house says."""
        _, house = values.house_of(world, self.code)
        return replace(self, said=house.state_on(today).value)

    def from_rows(self, world: ThroughDatabase, today: date) -> Flows:
        """As the register says."""
        with connections["default"].cursor() as cursor:
            premises = visited_at(world, cursor, self.code, today).site.premises
        return replace(self, said=premises.state_on(today).value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinders(AskedLine):
    """Which gates are closed for turning the water off today."""

    code: str
    said: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"? hinders {self.code} {self.said}"

    def from_values(self, world: Pure, today: date) -> Hinders:
        """As the domain judges."""
        site = values.judged(world, self.code, today)
        return self._answered(values.standing(site, OrderKind.DISCONNECT, today))

    def from_rows(self, world: ThroughDatabase, today: date) -> Hinders:
        """As the office judges."""
        with connections["default"].cursor() as cursor:
            visited = visited_at(world, cursor, self.code, today)
        found = water_orders.standing_gates(visited, OrderKind.DISCONNECT, day=today, today=today)
        return self._answered([each for each in found if not each.open])

    def _answered(self, closed: Sequence[Standing]) -> Hinders:
        named = sorted(each.gate.value for each in closed)
        return replace(self, said=" ".join(named) or NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing(AskedLine):
    """What must still come before the water comes back."""

    code: str
    said: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"? missing for {self.code} {self.said}"

    def from_values(self, world: Pure, today: date) -> Missing:
        """The debt and both fees."""
        closing = values.cut(world, self.code, today)
        assert closing is not None
        return self._answered(values.judged(world, self.code, today), closing, today)

    def from_rows(self, world: ThroughDatabase, today: date) -> Missing:
        """As the rows have it."""
        with connections["default"].cursor() as cursor:
            visited = visited_at(world, cursor, self.code, today)
        closing = visited.cut(today)
        assert closing is not None
        return self._answered(visited.site, closing, today)

    def _answered(self, site: Site, closing: values.Ordered | Order, today: date) -> Missing:
        found = fee_by_tariff(site, FeeKind.RECONNECTION, today)
        fee_ore = found[0] if found and closing.kind is OrderKind.DISCONNECT else 0
        ore = missing_ore(site, tuple(closing.claims), fee_ore=fee_ore)
        return replace(self, said=notation.kronor(ore))


def visited_at(world: ThroughDatabase, cursor: CursorWrapper, code: str, day: date) -> Visited:
    """The house of that code, as the office sees it."""
    key = facilities.with_code(cursor, creditor=world.cast.home.code, code=code)
    place = None if key is None else facilities.place(cursor, key=key)
    if place is None:
        raise world.lacks(code)
    return visit(cursor, place=place, policy=world.policy, today=day)
