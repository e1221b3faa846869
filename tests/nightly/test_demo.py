"""The demo as a stranger runs it: the command, its summary, the same life twice, and its portal.

The one rule: the command is run as a process, with a data folder that no other test uses.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import psycopg
import pytest
import requests

from reskontra.config import server
from reskontra.domain.identity import IdentityKind, parse_identity_number
from reskontra.nightly.demo.cast import cast_of
from reskontra.nightly.demo.conduct import CONDUCTS, Conduct, ToPay, planned
from reskontra.nightly.demo.names import chance_of
from reskontra.nightly.demo.people import TEST_BIRTH_NUMBERS, people
from reskontra.nightly.demo.persons import SIGHTS
from reskontra.nightly.demo.plan import Frame
from tests.nightly.test_console import free_port

UNTIL = date(2026, 3, 15)
SMALL = ("--persons", "100", "--months", "4", "--seed", "7", "--until", UNTIL.isoformat())


@pytest.fixture
def folder() -> Iterator[Path]:
    """A place for data folders; the servers there are stopped afterwards."""
    place = Path(tempfile.mkdtemp(prefix="rsk", dir="/tmp"))
    yield place
    for data in place.iterdir():
        server.stop(data=data)
    shutil.rmtree(place)


def demo(*words: str, data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *words, "--data", str(data)],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


COMMAND = (sys.executable, "-m", "reskontra.nightly.cli", "demo")


def environment() -> dict[str, str]:
    """What leads to other data than the demo's is set, for the demo must not follow it."""
    return {
        **os.environ,
        "DATABASE_URL": "postgresql://nobody@db.example/precious",
        "RESKONTRA_DATA": "/nowhere/precious",
        "LC_ALL": "C.UTF-8",
    }


def test_a_small_life_holds_and_is_the_same_when_lived_again(folder: Path) -> None:
    first = demo("--no-serve", *SMALL, data=folder / "a")
    assert first.returncode == 0, first.stdout + first.stderr
    assert re.search(r"([0-9]+) of \1 checks hold", first.stdout)
    assert re.search(r"Sum: debit less credit +0\.00.kr\n", first.stdout)
    for sight in SIGHTS:
        assert sight.about.en in first.stdout
    assert list((folder / "a" / "print").glob("*/digital_mailbox/*.json"))
    assert list((folder / "a" / "payouts").glob("municipality-*.csv"))
    again = demo("--no-serve", *SMALL, data=folder / "b")
    assert told(again) == told(first)
    assert rows(folder / "b") == rows(folder / "a")


def test_the_demo_is_served_and_its_persons_can_be_chosen(folder: Path) -> None:
    port = free_port()
    words = ("--port", str(port), "--persons", "20", "--months", "3", "--until", f"{UNTIL}")
    process = subprocess.Popen(
        [*COMMAND, *words, "--data", str(folder / "a")],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    said = ""
    while "Stop with Ctrl-C" not in said and (line := process.stdout.readline()):
        said += line
    try:
        page = requests.get(f"http://localhost:{port}/en/logga-in/", timeout=10)
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
    assert page.status_code == 200, said
    assert page.url.startswith(f"http://localhost:{port + 1}/"), said
    for name in ("Anna Lindqvist", "Johan Öberg", "Grace Mensah"):
        assert name in page.text
        assert name in said
    assert f"http://localhost:{port}/en/" in said
    assert not server.stop(data=folder / "a"), "the demo should have stopped its database"


def test_a_folder_with_other_data_is_left_alone(folder: Path) -> None:
    precious = folder / "a" / "precious"
    precious.mkdir(parents=True)
    said = demo("--no-serve", *SMALL, data=folder / "a")
    assert said.returncode == 2
    assert "was not made by a demo" in said.stderr
    assert precious.exists()


def test_a_port_in_use_is_refused_before_the_work(folder: Path) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        said = demo("--port", str(port), *SMALL, data=folder / "a")
    assert said.returncode == 2
    assert f"answers at port {port} already" in said.stderr
    assert not (folder / "a").exists()


def test_everybody_has_a_test_number_of_their_own() -> None:
    frame = Frame(seed=1, start=date(2025, 11, 16), until=UNTIL)
    everybody = (*cast_of(frame).inhabitants, *people(count=2000, seed=1, until=UNTIL))
    numbers = [who.identity_number for who in everybody]
    assert len(set(numbers)) == len(numbers)
    for number in numbers:
        found = parse_identity_number(number)
        if found.kind is IdentityKind.PERSON:
            assert int(number[8:11]) in TEST_BIRTH_NUMBERS
        else:
            assert number.startswith("559999")
    assert all(who.address or who.protected_identity for who in everybody)
    assert {who.language for who in everybody} == {"sv", "en"}


@pytest.mark.parametrize("conduct", Conduct)
def test_each_conduct_pays_on_banking_days_and_says_so(conduct: Conduct) -> None:
    asked = ToPay(
        creditor="municipality",
        ocr_number="100164",
        amount_ore=30_000,
        first_day=date(2026, 3, 2),
        due_date=date(2026, 3, 29),
        payer_name="Cilla",
    )
    plan = planned(asked, conduct, chance_of(1, conduct))
    assert all(payment.day.weekday() < 5 for payment in plan.payments)
    assert all(payment.amount_ore > 0 for payment in plan.payments)
    assert bool(plan.payments) == (conduct not in {Conduct.NEVER, Conduct.WHEN_REMINDED})
    assert any(conduct in weights for weights in CONDUCTS.values())


def told(said: subprocess.CompletedProcess[str]) -> list[str]:
    """What was said, without the time and the place."""
    return [line for line in said.stdout.splitlines() if not re.search(r"took|/tmp/", line)]


A_UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
OF_AN_APPLICATION = "[0-9a-f]{64}"
"""The digest of an application's PDF, in which the case's own reference is printed."""


def rows(data: Path) -> dict[str, str]:
    """A digest of each table, without what chance and the clock decide."""
    with psycopg.connect(server.ensure_running(data=data).url()) as connection:
        found = connection.execute(
            "SELECT table_name, string_agg(quote_ident(column_name), ', ' ORDER BY column_name)"
            " FROM information_schema.columns"
            " WHERE table_schema = 'public' AND data_type NOT LIKE 'timestamp%'"
            " AND data_type <> 'uuid' AND table_name NOT LIKE 'django%'"
            " AND column_name NOT IN ('token', 'code_digest')"
            " GROUP BY table_name"
        ).fetchall()
        return {
            table: str(
                connection.execute(
                    "SELECT count(*), md5(string_agg(told, '|' ORDER BY told)) FROM ("
                    f" SELECT regexp_replace(t::text, '{_by_chance(table)}', '', 'g') AS told"
                    f" FROM (SELECT {columns} FROM {table}) t) without_chance"
                ).fetchone()
            )
            for table, columns in found
        }


def _by_chance(table: str) -> str:
    """What of a row's text chance decides."""
    return f"{A_UUID}|{OF_AN_APPLICATION}" if table == "enforcement_event" else A_UUID
