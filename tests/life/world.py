"""The world of a life: a story's, whose days go wrong by chance.

    world.live_day(day, sent=(...), drawn=drawn) -> the lines that the doors let through

The one rule: what a door refuses has not happened, and leaves nothing; whatever else goes wrong is
a fault of ours, and ends the life.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from time import sleep
from typing import cast

from django.db import DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from reskontra.domain.refusal import Refused
from reskontra.dunning.daily import AnotherRunIsOn
from reskontra.nightly.stories.cast import Cast
from reskontra.nightly.stories.notation import Given, Money
from reskontra.nightly.stories.shapes import events_of
from reskontra.nightly.stories.through_database import InvoiceFileEvent, ThroughDatabase
from tests.life import auditor
from tests.life.chance import Drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """How often each thing goes wrong, as the chance of a day."""

    night_dies: float = 0.02
    file_comes_twice: float = 0.05
    invoices_come_twice: float = 0.05
    files_come_late: float = 0.01
    no_night: float = 0.01
    night_runs_twice: float = 0.05
    wrong_night: float = 0.002


NO_FAULTS = Faults(
    night_dies=0,
    file_comes_twice=0,
    invoices_come_twice=0,
    files_come_late=0,
    no_night=0,
    night_runs_twice=0,
    wrong_night=0,
)


@dataclass(slots=True)
class LifeWorld:
    """The rows, and the days on which they are made."""

    cast: Cast
    folder: Path
    chance: Random
    faults: Faults = field(default_factory=Faults)
    refusals: dict[str, str] = field(default_factory=dict)
    """By the line's first two words, what the last one was refused with."""
    _rows: ThroughDatabase = field(init=False)
    _late: list[tuple[date, list[Money]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """The story's world does the work."""
        self._rows = ThroughDatabase(self.cast, folder=self.folder)

    def live_day(self, day: date, *, bills: Sequence[str], drawn: Drawn) -> Iterator[str]:
        """The day and its night; yields each line that happened."""
        if bills:
            sent = [event for line in bills for event in events_of(line)]
            bill = partial(self._rows.send, day, cast("list[InvoiceFileEvent]", sent))
            bill(name=f"{day}")
            yield from bills
            if self.chance.random() < self.faults.invoices_come_twice:
                bill(name=f"{day} again")
        for place, line in enumerate(drawn.sent):
            event = cast(InvoiceFileEvent, events_of(line)[0])
            name = f"{day}-{place}"
            if self._let(line, partial(self._rows.send, day, [event], name=name)):
                yield line
        for line in (*self._regrets(day), *drawn.decided):
            (decided,) = cast("tuple[Given, ...]", events_of(line))
            if self._let(line, partial(self._decide, decided, day)):
                yield line
        yield from self._money(day, drawn.money)
        yield from self._night(day)

    def _regrets(self, day: date) -> Iterator[str]:
        """The night before was wrong."""
        if self.chance.random() < self.faults.wrong_night:
            last = day - timedelta(days=1)
            yield f'undo night {last} not before {day + timedelta(days=7)} "fel"'

    def _let(self, line: str, deed: Callable[[], object]) -> bool:
        """Do it unless the door refuses; whether it was done."""
        try:
            deed()
        except Refused as refused:
            self.refusals[" ".join(line.split()[:2])] = str(refused)
            return False
        return True

    def _decide(self, event: Given, day: date) -> None:
        with transaction.atomic(), connections["default"].cursor() as cursor:
            self._rows.decide(cursor, event, day)

    def _money(self, day: date, lines: Sequence[str]) -> Iterator[str]:
        """The bank's files: at times twice, at times a day late and after the next day's."""
        known = [line for line in lines if self._let(line, partial(self._is_known, line))]
        money = [cast(Money, events_of(line)[0]) for line in known]
        if self.chance.random() < self.faults.files_come_late:
            self._late.append((day, money))
            yield from (f"# on the next day: {line}" for line in known)
            return
        self._rows.tell_of_payments(day, money)
        yield from known
        for earlier, late in self._late:
            self._rows.tell_of_payments(earlier, late)
        self._late.clear()
        if self.chance.random() < self.faults.file_comes_twice:
            self._let("payment file twice", partial(self._rows.tell_of_payments, day, money))

    def _is_known(self, line: str) -> None:
        """Refused when there is no such number to pay by."""
        self._rows.reference_of(cast(Money, events_of(line)[0]))

    def _night(self, day: date) -> Iterator[str]:
        if self._late or self.chance.random() < self.faults.no_night:
            yield "no run"
            return
        if self.chance.random() < self.faults.night_dies:
            yield from self._dying_night(day)
        self._rows.live_night(day)
        if self.chance.random() < self.faults.night_runs_twice:
            before = auditor.rows()
            self._rows.live_night(day)
            assert auditor.rows() == before, "a second run of the night did something"

    def _dying_night(self, day: date) -> Iterator[str]:
        """Its session with the database is lost at a commit; it is run again."""
        place, before = self.chance.randrange(1, 6), self.chance.random() < 0.5
        try:
            with _lost_at(place, before=before):
                self._rows.live_night(day)
        except (DatabaseError, Refused):
            yield f"# the night was lost {'before' if before else 'after'} commit {place}"
        for alias in connections:
            connections[alias].close()
            del connections[alias]
        for _ in range(100):
            try:
                self._rows.live_night(day)
            except AnotherRunIsOn:
                sleep(0.05)
            else:
                return


@contextmanager
def _lost_at(place: int, *, before: bool) -> Iterator[None]:
    """The session is gone just before, or just after, the commit in that place."""
    commit, commits = BaseDatabaseWrapper._commit, count(1)

    def _commit(self: BaseDatabaseWrapper) -> None:
        dies = next(commits) == place
        if dies and before:
            self.connection.close()
        commit(self)
        if dies:
            self.connection.close()

    BaseDatabaseWrapper._commit = _commit
    try:
        yield
    finally:
        BaseDatabaseWrapper._commit = commit
