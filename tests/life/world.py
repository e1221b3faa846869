"""The world of a life: a story's, in whose days things go wrong.

    world.live_day(day, bills=(...), drawn=drawn, wrong=wrong) -> the lines that doors let through

The one rule: what a door refuses has not happened, and leaves nothing; whatever else goes wrong is
a fault of ours, and ends the life.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
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
from tests.life.wrong import Wrong


@dataclass(slots=True)
class LifeWorld:
    """The rows, and the days on which they are made."""

    cast: Cast
    folder: Path
    refusals: dict[str, str] = field(default_factory=dict)
    """By the line's first two words, what the last one was refused with."""
    _rows: ThroughDatabase = field(init=False)
    _late: list[tuple[date, list[Money]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """The story's world does the work."""
        self._rows = ThroughDatabase(self.cast, folder=self.folder)

    def live_day(
        self, day: date, *, bills: Sequence[str], drawn: Drawn, wrong: Wrong
    ) -> Iterator[str]:
        """The day and its night; yields each line that happened."""
        if bills:
            sent = [event for line in bills for event in events_of(line)]
            bill = partial(self._rows.send, day, cast("list[InvoiceFileEvent]", sent))
            bill(name=f"{day}")
            yield from bills
            if wrong.invoices_twice:
                bill(name=f"{day} again")
        for place, line in enumerate(drawn.sent):
            event = cast(InvoiceFileEvent, events_of(line)[0])
            name = f"{day}-{place}"
            if self._let(line, partial(self._rows.send, day, [event], name=name)):
                yield line
        for line in drawn.decided:
            (decided,) = cast("tuple[Given, ...]", events_of(line))
            if self._let(line, partial(self._decide, decided, day)):
                yield line
        yield from self._money(day, drawn.money, wrong)
        self._night(day, wrong)

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

    def _money(self, day: date, lines: Sequence[str], wrong: Wrong) -> Iterator[str]:
        """The bank's files: at times twice, at times a day late and after the next day's."""
        known = [line for line in lines if self._let(line, partial(self._is_known, line))]
        money = [cast(Money, events_of(line)[0]) for line in known]
        yield from known
        if wrong.files_late:
            self._late.append((day, money))
            return
        self._rows.tell_of_payments(day, money)
        for earlier, late in self._late:
            self._rows.tell_of_payments(earlier, late)
        self._late.clear()
        if wrong.file_twice:
            self._let("payment file twice", partial(self._rows.tell_of_payments, day, money))

    def _is_known(self, line: str) -> None:
        """Refused when there is no such number to pay by."""
        self._rows.reference_of(cast(Money, events_of(line)[0]))

    def _night(self, day: date, wrong: Wrong) -> None:
        if wrong.no_night or wrong.files_late:
            return
        if wrong.lost_at:
            self._lost_night(day, wrong)
        self._rows.live_night(day)
        if wrong.night_twice:
            before = auditor.rows()
            self._rows.live_night(day)
            assert auditor.rows() == before, "a second run of the night did something"

    def _lost_night(self, day: date, wrong: Wrong) -> None:
        """Its session with the database is lost at a commit; it is run again."""
        with suppress(DatabaseError, Refused), _lost_at(wrong.lost_at, before=wrong.lost_before):
            self._rows.live_night(day)
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
