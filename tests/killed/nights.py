"""Three nights of a small municipality, killed at any commit and lived again.

    python -m tests.killed.nights FOLDER            the process dies, at each commit in turn
    python -m tests.killed.nights FOLDER --server   the database server dies instead, now and then

prints one JSON line for each death: where it was, and in what the rows and files that were there
in the end differ from those of nights in peace. `rows.py` says what counts as the same.

A child process lives the nights and is killed (SIGKILL: nothing is tidied up) just before or just
after its n-th commit; a second child lives them to the end. Each pair has a database of its own,
copied from the one that the settings name, which holds some invoices.

The one rule: this process opens no connection of Django's before it forks, so no child shares one.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path

import django
import psycopg
from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

from reskontra.config import server
from reskontra.domain.calendar import is_working_day
from reskontra.domain.letter import from_json
from reskontra.dunning import daily
from reskontra.nightly.schema import bring_up_to_date
from reskontra.outgoing import rendering
from reskontra.outgoing import send_out as sending
from reskontra.outgoing.payment_code import payment_code
from tests.build import a_municipality, a_payment, an_invoice, person, run_day, sample_policy
from tests.killed import bank, rows

NIGHTS = (date(2025, 4, 7), date(2025, 4, 9), date(2025, 4, 24))
CHUNK_PARTIES = 5
BATCH_LETTERS = 7
PERSONS = 30
SERVER_DIES_AT = (4, 9)

BEFORE, AFTER = "before", "after"
Deed = Callable[[], None]
Point = tuple[int, str]
Death = dict[str, object]


def bill(folder: Path) -> None:
    """Thirty persons owe something, the first two invoices; those from 16 on pay in time."""
    bring_up_to_date()
    town = a_municipality(folder)
    numbers = [(f"{1000 + place}", place) for place in range(1, PERSONS + 1)]
    town.bill(
        an_invoice("2001", party=person(1), kind="culture", due=date(2025, 4, 2)),
        *(
            an_invoice(
                number,
                party=person(place),
                kind="rent" if place % 3 == 0 else "parking",
                amount_ore=bank.LARGE_ORE if number in bank.LARGE else bank.SMALL_ORE,
            )
            for number, place in numbers
        ),
    )
    town.pay(*(a_payment(bank.SMALL_ORE, number) for number, place in numbers if place > 15))


def live(folder: Path, files: Path) -> None:
    """The nights, each with its bank file before it and its letters after it."""
    daily.CHUNK_PARTIES = CHUNK_PARTIES
    sending.BATCH_LETTERS = BATCH_LETTERS
    for night, file in zip(NIGHTS, bank.files(files), strict=True):
        bank.take_in(file, day=night)
        with suppress(daily.DayHasPassed):
            run_day(night)
            sending.send_out(day=night, folder=folder / "print", policy=sample_policy())


def kill_at(place: int, moment: str, *, how: Deed) -> None:
    """Let the night, or what it works with, die at its commit in this place."""
    commit = BaseDatabaseWrapper._commit
    commits = multiprocessing.Value("i")  # shared by the processes of a night

    def _commit(self: BaseDatabaseWrapper) -> None:
        with commits.get_lock():
            commits.value += 1
            now = commits.value == place
        if now and moment == BEFORE:
            how()
        commit(self)
        if now and moment == AFTER:
            how()

    BaseDatabaseWrapper._commit = _commit


def die() -> None:
    """End this process and those that it has begun at once, as when the power fails."""
    os.killpg(0, signal.SIGKILL)


def kill_server() -> None:
    """End the database server at once."""
    pid_file = settings.RESKONTRA_DATA / "postgres" / "postmaster.pid"
    os.kill(int(pid_file.read_text().split()[0]), signal.SIGKILL)


class Home:
    """A database and a folder for one life.

    The copy is made of files, after a checkpoint: of a copy by the log (PostgreSQL's default), a
    crash forgets the values that its sequences have given since.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder / name
        self.database = f"killed_{name}"
        self.folder.mkdir(parents=True)

    def __enter__(self) -> Home:
        with _admin() as connection:
            template = settings.DATABASES["owner"]["NAME"]
            made = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
            connection.execute(made.format(sql.Identifier(self.database), sql.Identifier(template)))
        return self

    def __exit__(self, *_: object) -> None:
        with _admin() as connection:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)")
            connection.execute(drop.format(sql.Identifier(self.database)))
        shutil.rmtree(self.folder)

    def do(self, *deeds: Deed) -> bool:
        """Do it in a child process; whether that came to its end."""
        self._wait_until_left()
        child = os.fork()
        if child == 0:
            _in_child(self.database, self.folder, deeds)
        _, status = os.waitpid(child, 0)
        return status == 0

    def _wait_until_left(self) -> None:
        """A server notices a moment late that the one it worked for is dead."""
        while True:
            with _admin() as connection:
                left = connection.execute(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = %s", [self.database]
                ).fetchone()
            if left == (0,):
                return
            time.sleep(0.01)

    def told(self) -> list[str]:
        """Every row and file that is there in the end."""
        kept = self.folder / "told.json"
        assert self.do(lambda: rows.tell(self.folder, kept))
        told: list[str] = json.loads(kept.read_text(encoding="utf-8"))
        return told

    def learn_codes(self) -> None:
        """Draw the letters' payment codes here, so that no child need draw them all again."""
        kept = self.folder / "letters.json"
        assert self.do(lambda: rows.tell_letters(kept))
        for data in json.loads(kept.read_text(encoding="utf-8")):
            payment_code(rendering._usingqr(from_json(data)))


def _admin() -> psycopg.Connection[tuple[object, ...]]:
    if settings.DATABASE_IS_OURS:
        server.ensure_running(data=settings.RESKONTRA_DATA)
    found = settings.DATABASES["owner"]
    return psycopg.connect(
        dbname="postgres",
        user=found["USER"],
        password=found["PASSWORD"] or None,
        host=found["HOST"],
        port=found["PORT"] or None,
        autocommit=True,
    )


def _in_child(database: str, folder: Path, deeds: tuple[Deed, ...]) -> None:
    code = 1
    os.setpgrp()
    try:
        for alias in connections:
            connections.databases[alias]["NAME"] = database
        settings.STORAGES["default"]["OPTIONS"]["location"] = folder / "files"
        for deed in deeds:
            deed()
        code = 0
    except psycopg.OperationalError:
        code = 2
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(code)


def deaths(folder: Path, how: Deed, points: Iterator[Point]) -> Iterator[Death]:
    """Live in peace, then die at each point; what differs in the end. Ends at a point not met."""
    files = folder / "bank"
    files.mkdir()
    with Home(folder, "peace") as home:
        assert home.do(lambda: live(home.folder, files))
        peace = home.told()
        home.learn_codes()
    for place, moment in points:
        with Home(folder, f"{moment}_{place}") as home:
            again = partial(live, home.folder, files)
            if home.do(partial(kill_at, place, moment, how=how), again):
                return
            assert home.do(again)
            told = home.told()
        differs = sorted(set(told) ^ set(peace)) or ([] if told == peace else ["twice the same"])
        yield {"point": f"{moment} commit {place}", "rows": len(told), "differs": differs[:10]}


def main(folder: Path, *, server_dies: bool) -> None:
    """Print the deaths as they come."""
    django.setup()
    # Read once, for all the children: the rules, and the holidays.
    sample_policy()
    assert all(map(is_working_day, NIGHTS))
    with_invoices = os.fork()
    if with_invoices == 0:
        bill(folder)
        os._exit(0)
    assert os.waitpid(with_invoices, 0)[1] == 0
    if server_dies:
        points = ((place, BEFORE) for place in SERVER_DIES_AT)
        found = deaths(folder, kill_server, points)
    else:
        everywhere = ((place, moment) for place in count(1) for moment in (BEFORE, AFTER))
        found = deaths(folder, die, everywhere)
    for death in found:
        print(json.dumps(death), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), server_dies="--server" in sys.argv)
