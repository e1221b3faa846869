"""What a line of a story may say of a night that is undone.

    undo night 2025-04-09 "the bank file lacked a day"
    undo night 2025-04-09 step reminder not before 2025-04-14 "the rule was wrong"

The same steps may be taken anew the next day, or from the day that is said. The one rule: it is the
decision of the day of the line, before that day's money and night.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.backends.utils import CursorWrapper

from reskontra.casework import undo_night
from reskontra.casework.undo_night import Order
from reskontra.casework.undo_parties import RECALLED
from reskontra.domain.undoing import resting_on
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.areas.agency import Recalled
from reskontra.nightly.stories.line import GivenLine
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.records import undoing
from reskontra.records.demands_leaving import RECHECK

if TYPE_CHECKING:
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

_ONE_DAY = timedelta(days=1)


def undo_in_values(
    world: Pure, number: str, steps: Sequence[str], *, day: date, not_before: date
) -> None:
    """The steps of an invoice are undone as values, unless others rest on them or it is sold."""
    ruled = world.ruled(number, day)
    if ruled.claim.transferred:
        return
    later = resting_on(ruled.claim, ruled.procedure, steps)
    if any(world.taken[number, step].night is not None for step in later):
        return
    owed = world.owed[number]
    if any(step.startswith("hand_over") for step in steps) and owed.claim.handed_over:
        name = world.name_of(owed.claim)
        world.tell(day, Recalled(name=name, number=number, reason=RECALLED))
    for step in (*steps, *later):
        lived = world.taken.pop((number, step))
        owed.undo(step, lived.entries, order=ruled.procedure.allocation, not_before=not_before)
        if lived.own_invoice and not world.owed[lived.own_invoice].claim.sums.withdrawn_ore:
            world.owed[lived.own_invoice].withdraw(day=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class NightUndone(GivenLine):
    """A person undoes what a night did, or one step of it."""

    night: date
    step: str
    not_before: date | None
    """The next day when it is not said."""
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        step = f" step {self.step.replace('_', '-')}" if self.step else ""
        anew = f" not before {self.not_before}" if self.not_before else ""
        return f'undo night {self.night}{step}{anew} "{self.reason}"'

    def in_values(self, world: Pure, day: date) -> None:
        """Every step of that night is undone that no later night has built on."""
        for number in dict.fromkeys(number for number, _ in world.taken):
            mine = [
                step
                for (of, step), lived in world.taken.items()
                if of == number and lived.night == self.night and self.step in ("", step)
            ]
            if mine:
                anew = self.not_before or day + _ONE_DAY
                undo_in_values(world, number, mine, day=day, not_before=anew)

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """The operator's own door, with the number that it shows."""
        order = Order(
            night=self.night,
            step=self.step,
            reason=self.reason,
            by="story",
            today=day,
            not_before=self.not_before or day + _ONE_DAY,
            policy=world.policy,
        )
        undo_night.undo(order, confirm=len(undo_night.look(order).steps))


def _given(rows: Rows) -> Iterator[tuple[date, GivenLine]]:
    decided = {
        (each.day, each.night, each.part_step, each.not_before, each.reason): None
        for each in undoing.undone(rows.cursor, rows.ids)
        if each.by != RECHECK
    }
    for day, night, step, not_before, reason in decided:
        said = " ".join(reason.replace('"', "'").split())
        anew = None if not_before == day + _ONE_DAY else not_before
        yield day, NightUndone(night=night, step=step, not_before=anew, reason=said)


def _undone(g: Groups) -> tuple[NightUndone]:
    return (
        NightUndone(
            night=date.fromisoformat(g["night"]),
            step=(g["step"] or "").replace("-", "_"),
            not_before=date.fromisoformat(g["anew"]) if g["anew"] else None,
            reason=g["reason"],
        ),
    )


AREA = Area(
    shapes=(
        shape(
            'undo night <night:day>[ step <step:word>][ not before <anew:day>] "<reason:quoted>"',
            _undone,
        ),
    ),
    given=_given,
)
