"""The console command as a stranger meets it: its help, its refusals, and the web server it starts.

The one rule: the command is run as a process, as it is in a terminal.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from reskontra.config import server
from reskontra.nightly.cli import VERBS, main


@pytest.fixture
def data() -> Iterator[Path]:
    """A data folder that no other test uses; its server is stopped afterwards."""
    with tempfile.TemporaryDirectory(prefix="rsk", dir="/tmp") as folder:
        yield Path(folder)
        server.stop(data=Path(folder))


def reskontra(*words: str, data: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "reskontra.nightly.cli", *words],
        env=environment(data, **environ),
        capture_output=True,
        text=True,
        check=False,
    )


def environment(data: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {**kept, "RESKONTRA_DATA": str(data), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **more}


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def test_help_names_every_verb_and_makes_nothing(data: Path) -> None:
    said = reskontra("--help", data=data)
    assert said.returncode == 0
    for verb in VERBS:
        assert re.search(rf"^    {verb.replace('_', '-')}\s", said.stdout, re.MULTILINE)
    assert list(data.iterdir()) == []


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([verb.replace("_", "-"), "--help"])
    assert f"usage: reskontra {verb.replace('_', '-')}" in capsys.readouterr().out


def test_an_unknown_verb_is_refused(data: Path) -> None:
    said = reskontra("fly", data=data)
    assert said.returncode == 2
    assert "invalid choice: 'fly'" in said.stderr


def test_migrate_makes_the_schema_once(data: Path) -> None:
    assert "records." in reskontra("migrate", data=data).stdout
    assert reskontra("migrate", data=data).stdout == (
        "0 migrations applied; the schema is up to date.\n"
    )
    assert reskontra("stop", data=data).stdout == f"The database in {data} stopped.\n"
    assert reskontra("stop", data=data).stdout == f"The database in {data} was not running.\n"


def test_processes_that_migrate_at_once_do_not_collide(data: Path) -> None:
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "reskontra.nightly.cli", "migrate"],
            env=environment(data),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(2)
    ]
    said = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sorted(text.splitlines()[-1][0] == "0" for text in said) == [False, True]


def test_a_database_that_does_not_answer_is_refused_in_words(data: Path) -> None:
    url = f"postgresql://nobody@127.0.0.1:{free_port()}/nothing"
    said = reskontra("migrate", data=data, DATABASE_URL=url)
    assert said.returncode == 2
    assert said.stderr.startswith("reskontra: The database does not answer: ")
    said = reskontra("migrate", data=data, DATABASE_URL=url, LC_ALL="sv_SE.UTF-8")
    assert said.stderr.startswith("reskontra: Databasen svarar inte: ")


def test_a_server_of_others_is_not_stopped(data: Path) -> None:
    said = reskontra("stop", data=data, DATABASE_URL="postgresql://db.example/money")
    assert said.returncode == 2
    assert "not ours to stop" in said.stderr


def test_serve_answers_with_the_safe_headers(data: Path) -> None:
    port = free_port()
    web = subprocess.Popen(
        [sys.executable, "-m", "reskontra.nightly.cli", "serve", "--port", str(port)],
        env=environment(data),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        answer = first_answer(f"http://localhost:{port}/sv/", until=time.monotonic() + 60)
    finally:
        web.terminate()
        said = web.communicate(timeout=30)[0]
    assert answer.status_code == 200
    assert f"http://localhost:{port}/" in said
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "script" not in answer.headers["Content-Security-Policy"]


def first_answer(url: str, *, until: float) -> requests.Response:
    while True:
        try:
            return requests.get(url, timeout=10)
        except requests.ConnectionError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
