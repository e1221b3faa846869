"""The page of a service that is down, asked of real processes whose database nobody answers for.

The one rule: the error is one that a real database, or the lack of one, has made.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys

import pytest
from django.db import DatabaseError, connections

from reskontra.config.failing import is_unreachable

ASK = """
import json, sys
from reskontra.config import wsgi
from django.test import Client
cookie, *paths = sys.argv[1:]
client = Client(raise_request_exception=False, headers={"host": "localhost"})
client.cookies[cookie] = "a" * 32
for path in paths:
    page = client.get(path)
    print(json.dumps([page.status_code, dict(page.headers), page.content.decode()]))
"""


def asked(face: str, cookie: str, *paths: str) -> list[tuple[int, dict[str, str], str]]:
    """Pages of a process of its own, whose database is at a port where nobody listens."""
    with socket.socket() as held:
        held.bind(("localhost", 0))  # bound and not listening: whoever connects is refused
        url = f"postgresql://nobody@localhost:{held.getsockname()[1]}/none"
        said = subprocess.run(
            [sys.executable, "-c", ASK, cookie, *paths],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "DATABASE_URL": url, "RESKONTRA_FACE": face},
        )
    return [tuple(json.loads(line)) for line in said.stdout.splitlines()]


def test_the_portal_says_in_both_languages_that_it_is_down() -> None:
    pages = asked("portal", "session", "/sv/", "/en/obetalda/")
    for status, headers, text in pages:
        assert (status, headers["Retry-After"], headers["Cache-Control"]) == (503, "60", "no-store")
        assert "Försök igen om någon minut" in text
        assert "Please try again in a minute" in text
        assert "Du kan betala som vanligt" in text
        assert "default-src" in headers["Content-Security-Policy"]


def test_the_office_says_so_too_without_a_word_on_paying() -> None:
    ((status, headers, text),) = asked("office", "office", "/sv/kontoret/")
    assert (status, headers["Retry-After"]) == (503, "60")
    assert "Tjänsten är stängd en stund" in text
    assert "betala" not in text


@pytest.mark.parametrize(
    ("sql", "down"),
    [
        ("SELECT pg_terminate_backend(pg_backend_pid())", True),
        ("SET LOCAL statement_timeout = 1; SELECT pg_sleep(5)", False),
        ("SELECT 1 / 0", False),
    ],
)
def test_a_query_that_fails_is_not_a_database_that_is_down(
    db: None, sql: str, *, down: bool
) -> None:
    with pytest.raises(DatabaseError) as raised, connections["portal"].cursor() as cursor:
        cursor.execute(sql)
    connections["portal"].close()
    assert is_unreachable(raised.value) is down
