"""What a story may ask about who may find what a step needs.

    ? finding committee_decision 1003 by committee
    ? finding officer_decision 1003 by anybody

The one rule: the answer is the procedure's own, as it is asked when somebody finds it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db import connections

from reskontra.casework import decisions
from reskontra.nightly.stories.area import Area
from reskontra.nightly.stories.line import AskedLine
from reskontra.nightly.stories.shape import Groups, shape

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

ANYBODY = "anybody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finders(AskedLine):
    """The roles that a finding about an invoice is left to."""

    kind: str
    number: str
    said: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f"? finding {self.kind} {self.number} by {self.said}"

    def from_values(self, world: Pure, today: date) -> Finders:
        """As the procedure says."""
        return self._answered(world.ruled(self.number, today).procedure.finders(self.kind))

    def from_rows(self, world: ThroughDatabase, today: date) -> Finders:
        """As the case officers' own door asks."""
        with connections["default"].cursor() as cursor:
            invoice, _ = world.invoice_rows(cursor, self.number)
            found = decisions.finders_of(
                cursor, invoice=invoice, kind=self.kind, policy=world.policy, day=today
            )
        return self._answered(found)

    def _answered(self, roles: Collection[str]) -> Finders:
        return replace(self, said=" ".join(sorted(roles)) or ANYBODY)


def _asked(g: Groups) -> tuple[Finders]:
    return (Finders(kind=g["kind"], number=g["number"], said=g["said"]),)


AREA = Area(shapes=(shape("? finding <kind:word> <number> by <said:words>", _asked),))
