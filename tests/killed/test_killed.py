"""Killed at any commit and run again, the nights leave what undisturbed nights leave.

The one rule: the processes are really killed, and so is the server; `nights.py` does it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reskontra.config import server
from tests.killed.nights import SERVER_DIES_AT

Death = dict[str, object]


@pytest.fixture
def data() -> Iterator[Path]:
    """A data folder whose server nobody misses, and whose database nobody else is using."""
    with tempfile.TemporaryDirectory(prefix="rsk", dir="/tmp") as folder:
        yield Path(folder)
        server.stop(data=Path(folder))


def deaths(*words: str, data: Path) -> list[Death]:
    said = subprocess.run(
        [sys.executable, "-m", "tests.killed.nights", *words],
        env={**os.environ, "RESKONTRA_DATA": str(data), "DATABASE_URL": ""},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in said.stdout.splitlines()]


def test_nights_killed_at_any_commit_leave_the_same(data: Path, tmp_path: Path) -> None:
    found = deaths(str(tmp_path), data=data)
    assert [death for death in found if death["differs"]] == []
    assert len(found) >= 40, "fewer commits than the nights make"
    assert all(int(str(death["rows"])) > 400 for death in found)


def test_nights_whose_server_is_killed_leave_the_same(data: Path, tmp_path: Path) -> None:
    found = deaths(str(tmp_path), "--server", data=data)
    assert [death for death in found if death["differs"]] == []
    assert len(found) == len(SERVER_DIES_AT)
