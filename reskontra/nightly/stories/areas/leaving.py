"""What a line of a story may say of letters that do not leave in the night that wrote them.

    no letters
    no letters until 2025-04-27
    -> demand stopped Anna 1001 1002 "skulden ändrades innan kravet skickades"

The one rule: letters leave every night, unless the story says that they wait; a demand is then
looked at once more, by the way of the nightly command.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import connections
from django.db.backends.utils import CursorWrapper

from reskontra.casework import demands, water_warnings
from reskontra.domain.bundling import Bundle
from reskontra.domain.leaving import Demanded, what_happened
from reskontra.domain.night import Plan
from reskontra.domain.step import COLLECTION_DEMAND
from reskontra.nightly.stories.area import Area, Rows
from reskontra.nightly.stories.areas.undoing import undo_in_values
from reskontra.nightly.stories.line import DidLine, GivenLine
from reskontra.nightly.stories.shape import Groups, shape
from reskontra.outgoing import send_out
from reskontra.records import demands_leaving, letters

if TYPE_CHECKING:
    from reskontra.nightly.stories.cast import Cast
    from reskontra.nightly.stories.pure import Pure
    from reskontra.nightly.stories.through_database import ThroughDatabase

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersWait(GivenLine):
    """Letters written from that day do not leave, until and with the last day."""

    until: date | None

    @property
    def text(self) -> str:
        """As it is written."""
        return f"no letters until {self.until}" if self.until else "no letters"

    def in_values(self, world: Pure, day: date) -> None:
        """Nothing yet: the night asks whether letters leave."""

    def in_rows(self, world: ThroughDatabase, cursor: CursorWrapper, day: date) -> None:
        """Nothing yet: the night asks whether letters leave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandStopped(DidLine):
    """A collection demand did not leave."""

    name: str
    numbers: tuple[str, ...]
    reason: str

    @property
    def text(self) -> str:
        """As it is written."""
        return f'-> demand stopped {self.name} {" ".join(self.numbers)} "{self.reason}"'


def _waits(cast: Cast, day: date) -> bool:
    pauses = [(each.day, each.event) for each in cast.lines if isinstance(each.event, LettersWait)]
    return any(first <= day <= (wait.until or first) for first, wait in pauses)


def leaves_on(cast: Cast, written_on: date) -> date:
    """The first day from that one on which letters leave."""
    day = written_on
    while _waits(cast, day):
        day += _ONE_DAY
    return day


def _tells_of_leaving(cast: Cast) -> bool:
    return any(isinstance(each.event, LettersWait) for each in cast.lines)


def _night_in_values(world: Pure, day: date) -> Iterator[DemandStopped]:
    if _waits(world.cast, day):
        return
    for night, plan in world.plans:
        written_before = (night + _ONE_DAY * n for n in range((day - night).days))
        if night < day and all(_waits(world.cast, each) for each in written_before):
            for bundle in plan.bundles:
                if bundle.step.letter == COLLECTION_DEMAND:
                    yield from _look(world, bundle, plan, night, day)


def _look(
    world: Pure, bundle: Bundle, plan: Plan, night: date, day: date
) -> Iterator[DemandStopped]:
    asked = {(each.claim.key, each.step.name): each for each in plan.taken}
    demanded = []
    for claim in bundle.acted:
        now = world.ruled(claim.number, day).claim
        taken = now.taken(bundle.step.name)
        if taken is None or taken.day != night:
            return
        step = asked[claim.key, bundle.step.name]
        open_ore = step.claim.open_ore + step.fee_on_claim_ore + step.interest_ore
        demanded.append(Demanded(claim=now, step=bundle.step, open_ore=open_ore))
    told = DemandStopped(
        name=world.cast.names[bundle.party],
        numbers=tuple(claim.number for claim in bundle.acted),
        reason=send_out.PAID_BEFORE,
    )
    since = what_happened(demanded, written_on=night, today=day)
    if since is not None:
        steps = [step.name for step in (bundle.step, *bundle.guests)]
        for claim in bundle.acted:
            undo_in_values(world, claim.number, steps, day=day, not_before=day + _ONE_DAY)
        yield replace(told, reason=demands.words(since, world.policy).sv)
    elif all(each.claim.settled for each in demanded):
        yield told


def _night_in_rows(world: ThroughDatabase, day: date) -> None:
    """Letters leave; they are made only when the story tells of it, since that takes its time."""
    if not _tells_of_leaving(world.cast):
        with connections["default"].cursor() as cursor:
            if count := letters.unsent_count(cursor, until=day):
                leaving = letters.unsent(cursor, until=day, after=0, limit=count)
                letters.add_events(cursor, [(it.letter, "printed", day, "") for it in leaving])
    elif not _waits(world.cast, day):
        demands.recheck(policy=world.policy, today=day)
        water_warnings.stop_paid(policy=world.policy, today=day)
        send_out.send_out(day=day, folder=world.folder / "print", policy=world.policy)


def _deeds(rows: Rows) -> Iterator[tuple[date, DemandStopped]]:
    for row in demands_leaving.stopped(rows.cursor, rows.ids):
        told = DemandStopped(
            name=rows.names[row.party],
            numbers=tuple(map(rows.number, row.invoices)),
            reason=row.reason,
        )
        yield row.day, told


def _given(rows: Rows) -> Iterator[tuple[date, LettersWait]]:
    """As far as a demand shows it: those written before the day on which it was stopped waited."""
    for row in demands_leaving.stopped(rows.cursor, rows.ids):
        last = row.day - _ONE_DAY
        yield row.written_on, LettersWait(until=None if last == row.written_on else last)


def _until(g: Groups) -> tuple[LettersWait]:
    return (LettersWait(until=date.fromisoformat(g["day"]) if g["day"] else None),)


def _stopped(g: Groups) -> tuple[DemandStopped]:
    numbers = tuple(g["numbers"].split())
    return (DemandStopped(name=g["name"], numbers=numbers, reason=g["quoted"]),)


AREA = Area(
    shapes=(
        shape("no letters[ until <day>]", _until),
        shape('-> demand stopped <name> <numbers> "<quoted>"', _stopped),
    ),
    night_in_values=_night_in_values,
    night_in_rows=_night_in_rows,
    deeds=_deeds,
    given=_given,
)
