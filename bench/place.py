"""A PostgreSQL of our own in a folder that is thrown away, and copies of one ledger in it.

    with Place.made() as place:
        place.make_ledger(claims=100_000, due=100_000, day=date(2026, 3, 6))
        with place.copy("ledger_100000") as url: ...

The one rule: a measurement writes to a copy, so each one finds the ledger as it was made.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import psycopg
from psycopg import sql

from reskontra.config import server

LEDGER = Path(__file__).with_name("ledger.sql")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The folder and the server in it."""

    folder: Path
    server: server.Server

    @classmethod
    @contextmanager
    def made(cls) -> Iterator[Place]:
        """The server, stopped and removed at the end whatever happens."""
        folder = Path(tempfile.mkdtemp(prefix="reskontra-bench-", dir="/tmp"))
        try:
            yield cls(folder=folder, server=server.ensure_running(data=folder))
        finally:
            server.stop(data=folder)
            shutil.rmtree(folder, ignore_errors=True)

    def make_ledger(self, *, claims: int, due: int, day: date) -> str:
        """A database with so many open claims; its name."""
        name = f"ledger_{claims}"
        self._create(name, template="template0")
        url = self.server.url(database=name)
        subprocess.run(
            [sys.executable, "-m", "reskontra.nightly.cli", "migrate"],
            env=os.environ | {"DATABASE_URL": url, "RESKONTRA_DATA": str(self.folder)},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        with psycopg.connect(url, autocommit=True, cursor_factory=psycopg.ClientCursor) as owner:
            owner.execute("SET synchronous_commit = off")
            owner.execute(LEDGER.read_text(), {"claims": claims, "due": due, "day": day})
            owner.execute("VACUUM ANALYZE")
        return name

    @contextmanager
    def copy(self, ledger: str) -> Iterator[str]:
        """The address of a copy of the ledger, which is dropped afterwards."""
        name = f"copy_of_{ledger}"
        self._create(name, template=ledger)
        try:
            yield self.server.url(database=name)
        finally:
            self._run("DROP DATABASE {} WITH (FORCE)", name)

    def _create(self, name: str, *, template: str) -> None:
        # A copy of the files ends with a checkpoint, so none of the copying is left to be
        # written while a measurement runs.
        self._run("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy", name, template)

    def _run(self, statement: str, *names: str) -> None:
        with psycopg.connect(self.server.url(database="postgres"), autocommit=True) as owner:
            owner.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
