"""The server of the data folder: started once, found again, recovered, stopped.

Every test here runs the real PostgreSQL of the wheel in a data folder of its own.

The one rule: what a test starts, it stops.
"""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from reskontra.config import server

START = """
import sys
from pathlib import Path
from reskontra.config import server
print(server.ensure_running(data=Path(sys.argv[1])).url())
"""


@pytest.fixture
def data() -> Iterator[Path]:
    """A data folder with a short path; its server is stopped afterwards."""
    with tempfile.TemporaryDirectory(prefix="rsk", dir="/tmp") as folder:
        yield Path(folder) / "data"
        server.stop(data=Path(folder) / "data")


def ask(url: str, question: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(question).fetchone()
    assert row is not None
    return row[0]


def postmaster_number(data: Path) -> int:
    return int((data / "postgres" / "postmaster.pid").read_text().splitlines()[0])


def test_a_server_is_made_found_and_stopped(data: Path) -> None:
    first = server.ensure_running(data=data)
    number = postmaster_number(data)
    assert ask(first.url(), "SELECT current_user::text") == "reskontra_owner"
    assert ask(first.url(), "SELECT current_database()::text") == "reskontra"

    assert server.ensure_running(data=data) == first
    assert postmaster_number(data) == number

    assert server.stop(data=data) is True
    assert server.stop(data=data) is False
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(first.url())


def test_rows_outlive_the_server(data: Path) -> None:
    url = server.ensure_running(data=data).url()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    server.stop(data=data)
    assert ask(server.ensure_running(data=data).url(), "SELECT answer FROM kept") == 42


def test_a_killed_server_recovers_with_what_was_committed(data: Path) -> None:
    url = server.ensure_running(data=data).url()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    killed = postmaster_number(data)
    os.kill(killed, signal.SIGKILL)

    assert ask(server.ensure_running(data=data).url(), "SELECT answer FROM kept") == 42
    assert postmaster_number(data) != killed


def test_a_pid_file_that_names_a_stranger_is_no_server(data: Path) -> None:
    server.ensure_running(data=data)
    os.kill(postmaster_number(data), signal.SIGKILL)
    file = data / "postgres" / "postmaster.pid"
    lines = file.read_text().splitlines()
    file.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")

    assert ask(server.ensure_running(data=data).url(), "SELECT 1") == 1


def test_processes_that_start_at_once_share_one_server(data: Path) -> None:
    starters = [
        subprocess.Popen(
            [sys.executable, "-c", START, str(data)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    said = {starter.communicate(timeout=60)[0] for starter in starters}
    assert [starter.returncode for starter in starters] == [0, 0, 0, 0]
    assert said == {server.address(data=data).url() + "\n"}


def test_two_that_start_at_once_make_one_system_user(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def getpwnam(name: str) -> str:
        if name not in made:
            raise KeyError(name)
        return name

    def useradd(command: list[str], **_: object) -> None:
        time.sleep(0.2)
        made.append(command[-1])

    monkeypatch.setattr(pwd, "getpwnam", getpwnam)
    monkeypatch.setattr(subprocess, "run", useradd)
    threads = [threading.Thread(target=server._see_to_system_user) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [server.SYSTEM_USER]


def test_a_half_made_cluster_is_made_anew(data: Path) -> None:
    (data / "postgres.new").mkdir(parents=True)
    (data / "postgres.new" / "PG_VERSION").write_text("18\n")
    assert ask(server.ensure_running(data=data).url(), "SELECT 1") == 1


def test_a_long_path_gets_a_short_socket(data: Path) -> None:
    deep = data / ("x" * 100)
    try:
        found = server.ensure_running(data=deep)
        assert ask(found.url(), "SELECT 1") == 1
        assert not found.socket_folder.is_relative_to(deep)
        assert found == server.address(data=deep)
    finally:
        server.stop(data=deep)


def test_a_socket_folder_of_somebody_else_is_refused(data: Path, tmp_path: Path) -> None:
    data.mkdir()
    (data / "socket").symlink_to(tmp_path)
    with pytest.raises(server.SocketFolderTaken):
        server.ensure_running(data=data)


def test_nothing_listens_on_the_network_and_nobody_else_may_enter(data: Path) -> None:
    found = server.ensure_running(data=data)
    assert ask(found.url(), "SHOW listen_addresses") == ""
    assert found.socket_folder.stat().st_mode & 0o077 == 0
    assert (data / "postgres").stat().st_mode & 0o077 == 0


def test_a_server_that_cannot_start_shows_its_log(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.ensure_running(data=data)
    server.stop(data=data)
    monkeypatch.setattr(server, "START_SECONDS", 1)
    monkeypatch.setitem(server.SERVER_SETTINGS, "shared_buffers", "nonsense")
    with pytest.raises(server.ServerDidNotStart, match="shared_buffers"):
        server.ensure_running(data=data)
