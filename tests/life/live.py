"""A life: years of a small town in which everything happens at random, and then its end.

    life = live(seed=1, folder=tmp_path, policy=policy)   # or LifeFailedError, with its story

The first phase lets anything happen. In the second nothing goes wrong any more and everybody pays
what is asked; every claim must then end. The one rule: the auditor looks every week, and knows
nothing of how the work is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from django.db import connections

from reskontra.domain.calendar import is_banking_day
from reskontra.domain.rules import Policy
from reskontra.nightly.stories.cast import Cast
from reskontra.nightly.stories.parse import parse
from tests.life import auditor
from tests.life.chance import Drawn, Fact, House, draw, facts, houses, kronor
from tests.life.town import Town, a_town
from tests.life.world import NO_FAULTS, Faults, LifeWorld

FIRST = date(2023, 1, 2)
YEARS = 3
ENDS_WITHIN_DAYS = 150
HEAD = "# a life, seed {seed}\n"


class LifeFailedError(AssertionError):
    """What was wrong, and the story until then."""


@dataclass(slots=True)
class Life:
    """What has been lived so far."""

    seed: int
    town: Town
    world: LifeWorld
    chance: Random
    lines: list[str] = field(default_factory=list)
    """The story, each line with its day."""

    @property
    def story(self) -> str:
        """As it is read."""
        return HEAD.format(seed=self.seed) + "\n".join(self.lines) + "\n"

    def live_day(self, day: date, drawn: Drawn, bills: Sequence[str] = ()) -> None:
        """One day and its night; whatever is wrong is told with the story."""
        try:
            for line in self.world.live_day(day, bills=bills, drawn=drawn):
                self.lines.append(line if line.startswith("#") else f"{day}  {line}")
        except Exception as error:
            raise LifeFailedError(f"{day}: {error!r}\n\n{self.story}") from error

    def audit(self, day: date) -> None:
        """Everything that must hold, holds."""
        if faults := auditor.faults():
            raise LifeFailedError("\n".join([f"{day}:", *faults, "", self.story]))


def live(*, seed: int, folder: Path, policy: Policy, years: int = YEARS) -> Life:
    """Live it; the database must be empty."""
    chance = Random(seed)  # noqa: S311 - a life is no secret
    last = FIRST + timedelta(days=365 * years)
    town = a_town(chance, first=FIRST, last=last - timedelta(days=60))
    known = sorted([*town.bills, *town.houses], key=lambda line: line[:10])
    story = parse(HEAD.format(seed=seed) + "\n".join(known), file=Path(f"life {seed}"))
    world = LifeWorld(Cast(story, policy), folder=folder, chance=chance, faults=Faults())
    life = Life(seed, town, world, chance)
    day = FIRST
    while day < last:
        bills = [each[12:] for each in town.bills if each.startswith(str(day))]
        drawn = draw(chance, _facts(), _houses(), town, day=day)
        owned = (each[12:] for each in town.houses if each.startswith(str(day)))
        drawn = replace(drawn, decided=(*owned, *drawn.decided))
        life.live_day(day, drawn, bills)
        if day.weekday() == 0:
            life.audit(day)
        day += timedelta(days=1)
    _end(life, day)
    return life


def _facts() -> tuple[Fact, ...]:
    with connections["default"].cursor() as cursor:
        return facts(cursor)


def _houses() -> tuple[House, ...]:
    with connections["default"].cursor() as cursor:
        return houses(cursor)


def _without_water() -> list[str]:
    return [each.code for each in _houses() if each.said & {"off", "throttled", "reconnect"}]


def _end(life: Life, day: date) -> None:
    """Nothing goes wrong, everybody pays: every claim ends."""
    life.world.faults = NO_FAULTS
    latest = day + timedelta(days=ENDS_WITHIN_DAYS)
    while day < latest and ((left := _facts()) or _without_water()):
        settled, paid = tuple(_settled(left, day)), tuple(_paid(left, day))
        life.live_day(day, Drawn(sent=(), decided=settled, money=paid))
        day += timedelta(days=1)
    life.audit(day)
    if dry := _without_water():
        raise LifeFailedError("\n".join(["without water:", *dry, "", life.story]))
    if left := _facts():
        unended = (f"{fact.number} {fact.name} {fact.open_ore} öre: {fact.said}" for fact in left)
        raise LifeFailedError("\n".join(["do not end:", *unended, "", life.story]))


def _settled(left: Iterable[Fact], day: date) -> Iterator[str]:
    """What people decide and do, and the agency tells, so that all may end."""
    yield from (f"done reconnect {each.code}" for each in _houses() if "reconnect" in each.said)
    for fact in left:
        if "disputed" in fact.said:
            yield f'settle {fact.number} rejected "allt stämmer"'
        if fact.overpaid_ore:
            yield f"refund {fact.number}"
        if fact.open_ore and "at_agency" in fact.said and is_banking_day(day):
            yield f"agency paid {fact.number} {kronor(fact.open_ore)}"


def _paid(left: Iterable[Fact], day: date) -> Iterator[str]:
    """What we ask for is paid to us."""
    for fact in left:
        if fact.open_ore and "at_agency" not in fact.said and is_banking_day(day):
            yield f"payment {fact.number} {kronor(fact.open_ore)}"
