"""What every test may ask for: a Django that is set up, and a database that is empty.

    def test_an_invoice_is_kept(db: None) -> None:
        ...

The one rule: a test asks for what it needs. `db` gives empty tables in a real PostgreSQL, whose
schema is made once a session; a test that does not ask for it starts no server.

Each pytest process has a data folder of its own, and so its own server. To run the same tests on
another PostgreSQL, name one in TEST_DATABASE_URL (a user who may create databases and roles).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import django
import psycopg
import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = "/usr/bin/chromium"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")
DATA = Path(tempfile.mkdtemp(prefix="reskontra-test-", dir="/tmp"))
GIVEN_URL = os.environ.get("TEST_DATABASE_URL", "")
OURS = ("RESKONTRA_", "DATABASE_URL", "PORTAL_DATABASE_URL", "NIGHTLY_DATABASE_URL")

for _name in [name for name in os.environ if name.startswith(OURS)]:
    del os.environ[_name]
os.environ |= {"RESKONTRA_DATA": str(DATA), "DJANGO_SETTINGS_MODULE": "reskontra.config.settings"}
if GIVEN_URL:
    os.environ["DATABASE_URL"] = (
        urlsplit(GIVEN_URL)._replace(path=f"/test_reskontra_{WORKER}").geturl()
    )
django.setup()
# A busy machine is slow, not wrong: no test is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

FASTER_THAN_SAFE = ("fsync", "synchronous_commit", "full_page_writes")


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(DATA, ignore_errors=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as Debian packages it: one for each pytest process, which can drive no second."""
    if not Path(CHROMIUM).exists():
        pytest.fail(f"{CHROMIUM} is missing: apt-get install chromium")
    from django.db import connections

    # Playwright keeps an event loop in this thread, which makes Django refuse plain queries here,
    # and hides from it the connections that were open before: a forked child would share them.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    connections.close_all()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def schema() -> Iterator[None]:
    """A database with every migration applied; made once for each pytest process."""
    with server_with_schema():
        yield


@contextmanager
def server_with_schema() -> Iterator[None]:
    """A running server whose database has every migration applied."""
    from django.db import connections

    from reskontra.config import server
    from reskontra.nightly.schema import bring_up_to_date

    if GIVEN_URL:
        _create_database(GIVEN_URL)
    else:
        _make_hasty(server.ensure_running(data=DATA).url())
    bring_up_to_date()
    yield
    connections.close_all()
    server.stop(data=DATA)


@pytest.fixture
def db(schema: None) -> None:
    """Empty tables and no files. Whatever the test commits is removed before the next one."""
    empty()


@pytest.fixture(scope="module")
def db_for_module(schema: None) -> None:
    """As `db`, once for a module whose tests only look; none of them may ask for `db` too."""
    empty()


def empty() -> None:
    """Empty tables and no files."""
    from django.db import connections, transaction

    for connection in connections.all(initialized_only=True):
        if connection.in_atomic_block:
            connection.close()
    with transaction.atomic("owner"), connections["owner"].cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '10s'")
        tables = _tables(cursor)
        cursor.execute(
            " UNION ALL ".join(f"SELECT '{t}' WHERE EXISTS (SELECT FROM {t})" for t in tables)
        )
        if used := [name for (name,) in cursor.fetchall()]:
            cursor.execute(f"TRUNCATE {', '.join(used)} RESTART IDENTITY CASCADE")
        # What was rolled back left no row, but its number is spent.
        cursor.execute(
            "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false)"
            " FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL"
        )
    shutil.rmtree(DATA / "files", ignore_errors=True)


def _tables(cursor: psycopg.Cursor) -> list[str]:
    cursor.execute(
        "SELECT quote_ident(tablename) FROM pg_tables"
        " WHERE schemaname = 'public' AND tablename <> 'django_migrations' ORDER BY 1"
    )
    return [name for (name,) in cursor.fetchall()]


def _make_hasty(url: str) -> None:
    """Let the server forget all when the machine stops: a test's rows need not survive that."""
    with psycopg.connect(url, autocommit=True) as connection:
        for name in FASTER_THAN_SAFE:
            connection.execute(f"ALTER SYSTEM SET {name} = off")
        connection.execute("SELECT pg_reload_conf()")


def _create_database(url: str) -> None:
    name = f"test_reskontra_{WORKER}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
