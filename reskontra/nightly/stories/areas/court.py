"""What a line of a story may say of how a court case ended.

    hold court_case 1003 "Norrköpings tingsrätt, mål T 1234-25, sedan 2025-04-10"
    court 1003 rejected "dom 2025-06-02"

A case that is withdrawn is a hold that is lifted. The one rule: what the court rejects is credited,
with all that it has cost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.backends.utils import CursorWrapper

from reskontra.casework import court as casework
from reskontra.domain.court_case import COURT_CASE, Outcome
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.areas.disputes import DECIDED_BY, said, settle_in_values
from reskontra.nightly.stories.line import GivenLine
from reskontra.nightly.stories.notation import HoldSet
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.records import disputes

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged(GivenLine):
    """The court has decided: the claim is to be paid, or nothing of what is left of it."""

    number: str
    outcome: Outcome
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'court {self.number} {self.outcome.value} "{self.reason}"'

    def in_values(self, world: Pure, day: date) -> None:
        """The hold ends; what is rejected is credited."""
        upheld_ore = None if self.outcome is Outcome.REJECTED else 0
        settle_in_values(world, self.number, kind=COURT_CASE, upheld_ore=upheld_ore, day=day)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """A person writes it down."""
        casework.end(
            cursor,
            invoice=world.invoice_rows(cursor, self.number)[0],
            outcome=self.outcome,
            reason=self.reason,
            by=DECIDED_BY,
            policy=world.policy,
            today=day,
        )


def _given(rows: Rows) -> Iterator[tuple[date, GivenLine | HoldSet]]:
    for row in disputes.settled(rows.cursor, rows.ids, kind=COURT_CASE):
        number = rows.number(row.invoice)
        yield (
            row.day,
            HoldSet(kind=COURT_CASE, whom=number, last_day=None, reason=said(row.reason)),
        )
        assert row.settled_on is not None
        outcome = Outcome.REJECTED if row.upheld_ore else Outcome.UPHELD
        yield row.settled_on, Judged(number=number, outcome=outcome, reason=said(row.finding))


def _judged(outcome: Outcome, g: Groups) -> tuple[Judged]:
    return (Judged(number=g["number"], outcome=outcome, reason=g["reason"]),)


AREA = Area(
    shapes=(
        shape('court <number> upheld "<reason:quoted>"', lambda g: _judged(Outcome.UPHELD, g)),
        shape('court <number> rejected "<reason:quoted>"', lambda g: _judged(Outcome.REJECTED, g)),
    ),
    given=_given,
)
