"""A life: years of a small town in which everything happens at random, and then its end.

    life = live(seed=1, folder=tmp_path, policy=policy)   # or LifeFailedError, with its story
    again(life.story, folder=tmp_path, policy=policy)     # the same days, and the same faults

The first phase lets anything happen. In the second nothing goes wrong any more and everybody pays
what is asked; every claim must then end. The one rule: the auditor looks every week, and knows
nothing of how the work is done.
"""

from __future__ import annotations

from collections import defaultdict
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
from tests.life.chance import Drawn, Fact, House, as_drawn, draw, facts, houses, kronor
from tests.life.town import a_town
from tests.life.world import LifeWorld
from tests.life.wrong import NOTHING, Wrong, as_told, drawn, told

FIRST = date(2023, 1, 2)
ONE_DAY = timedelta(days=1)
DAYS = 3 * 365
ENDS_WITHIN_DAYS = 150
ENDS = "the story ends"


class LifeFailedError(AssertionError):
    """What was wrong, and the story until then."""

    def __init__(self, faults: Sequence[str], story: str) -> None:
        super().__init__("\n".join([*faults, "", story]))
        self.story = story


@dataclass(slots=True)
class Life:
    """What has been lived so far."""

    head: str
    world: LifeWorld
    lines: list[str] = field(default_factory=list)
    """The story, each line with its day."""

    @property
    def story(self) -> str:
        """As it is read, by people and by `again`."""
        return self.head + "\n".join(self.lines) + "\n"

    def live_day(
        self, day: date, drawn: Drawn, bills: Sequence[str] = (), wrong: Wrong = NOTHING
    ) -> None:
        """One day and its night; whatever is wrong is told with the story."""
        self.lines += [f"# {day}  {words}" for words in told(wrong)]
        try:
            for line in self.world.live_day(day, bills=bills, drawn=drawn, wrong=wrong):
                self.lines.append(f"{day}  {line}")
        except Exception as error:
            raise self.failed(day, [repr(error)]) from error

    def audit(self, day: date) -> None:
        """Everything that must hold, holds."""
        if faults := auditor.faults():
            raise self.failed(day, faults)

    def failed(self, day: date, faults: Iterable[str]) -> LifeFailedError:
        """What is wrong on the day, and the story until then."""
        self.lines.append(f"# {day}  {ENDS}")
        return LifeFailedError([f"{day}:", *faults], self.story)


def live(*, seed: int, folder: Path, policy: Policy, days: int = DAYS) -> Life:
    """Live it; the database must be empty."""
    chance = Random(seed)  # noqa: S311 - a life is no secret
    last = FIRST + timedelta(days=days)
    town = a_town(chance, first=FIRST, last=last - timedelta(days=60))
    known = sorted([*town.bills, *town.houses], key=lambda line: line[:10])
    life = _begun(f"# a life, seed {seed}\n", known, folder=folder, policy=policy)
    for day in _days(FIRST, last):
        bills = [each[12:] for each in town.bills if each.startswith(str(day))]
        lived = draw(chance, _facts(), _houses(), town, day=day)
        owned = (each[12:] for each in town.houses if each.startswith(str(day)))
        life.live_day(
            day, replace(lived, decided=(*owned, *lived.decided)), bills, wrong=drawn(chance)
        )
        if day.weekday() == 0:
            life.audit(day)
    _end(life, last)
    return life


def again(story: str, *, folder: Path, policy: Policy) -> Life:
    """Live a life that was told, with all that went wrong in it; the database must be empty."""
    lines = story.splitlines()
    life = _begun(f"{lines[0]}\n", lines, folder=folder, policy=policy)
    of_day = defaultdict[str, list[str]](list)
    for line in lines[1:]:
        of_day[line.removeprefix("# ")[:10]].append(line)
    for day in _days(FIRST, date.fromisoformat(max(of_day)) + ONE_DAY):
        told_lines = [line[14:] for line in of_day[str(day)] if line.startswith("#")]
        lived = [line[12:] for line in of_day[str(day)] if not line.startswith("#")]
        bills, drawn_again = as_drawn(lived)
        life.live_day(day, drawn_again, bills, wrong=as_told(told_lines))
        if day.weekday() == 0 or ENDS in told_lines:
            life.audit(day)
    return life


def _begun(head: str, known: Iterable[str], *, folder: Path, policy: Policy) -> Life:
    """A life in which nothing has happened, of the people in these lines."""
    story = parse(head + "\n".join(known), file=Path(head[2:].strip()))
    return Life(head, LifeWorld(Cast(story, policy), folder=folder))


def _days(first: date, end: date) -> Iterator[date]:
    """Every day from the first, `end` not among them."""
    return (first + timedelta(days=place) for place in range((end - first).days))


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
    latest = day + timedelta(days=ENDS_WITHIN_DAYS)
    while day < latest and ((left := _facts()) or _without_water()):
        settled, paid = tuple(_settled(left, day)), tuple(_paid(left, day))
        life.live_day(day, Drawn(sent=(), decided=settled, money=paid))
        day += ONE_DAY
    life.audit(day)
    if dry := _without_water():
        raise life.failed(day, ["without water:", *dry])
    if left := _facts():
        unended = (f"{fact.number} {fact.name} {fact.open_ore} öre: {fact.said}" for fact in left)
        raise life.failed(day, ["do not end:", *unended])


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
