"""The portal's list page, answered in the process, against bare views with one query.

    {"job": "pages", "count": 500} -> {"seconds": 4.2, "p99_ms": 12.1, ...}

The one rule: all go through Django's whole handler with the same middleware; only the view
differs. A bare page is for who is signed in, as ours, and keeps the session alive as ours does: one
query asks for their invoices, and a template of twenty lines shows them. A bare text is for
anybody, and is no page. No network and no web server are measured.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from http import HTTPStatus
from types import SimpleNamespace
from typing import Any
from wsgiref.util import setup_testing_defaults

import django
from django.db import connections

from bench.watch import Watch

WARM_UP_PAGES = 50
LAST_OF_HUNDRED = 0.99

_PARTIES = """SELECT party_id FROM invoice WHERE mod(party_id, 7) = 0
              GROUP BY party_id ORDER BY party_id LIMIT %s"""


def pages(*, count: int, day: str) -> dict[str, Any]:
    """Sign in as many persons, and let each open the list of unpaid invoices."""
    os.environ["RESKONTRA_TODAY"] = day
    django.setup()
    return _answered(list_pages(count))


def list_pages(count: int) -> list[tuple[str, str]]:
    """(address, cookie) of as many lists as are asked for, after those that warm up."""
    return _signed_in("/sv/obetalda/", count)


def _signed_in(address: str, count: int) -> list[tuple[str, str]]:
    return [(address, _session_of(party)) for party in _parties(count)]


def bare_pages(*, count: int) -> dict[str, Any]:
    """The same persons' invoices by one query, as a page of those who are signed in."""
    _only_bare()
    return _answered(_signed_in("/bare/", count))


def bare_texts(*, count: int) -> dict[str, Any]:
    """The same persons' invoices by one query, as text, for anybody."""
    _only_bare()
    return _answered([(f"/bare/{party}/", "") for party in _parties(count)])


def _only_bare() -> None:
    django.setup()
    from django.conf import settings

    settings.ROOT_URLCONF = "bench.bare_views"


def _parties(count: int) -> list[int]:
    with connections["default"].cursor() as cursor:
        cursor.execute(_PARTIES, [count + WARM_UP_PAGES])
        return [party for (party,) in cursor.fetchall()]


def _session_of(party: int) -> str:
    from reskontra.portal.session import begin
    from reskontra.records.citizen_sessions import SessionStore
    from reskontra.records.views import Citizen

    store = SessionStore()
    store.create()
    begin(SimpleNamespace(session=store), citizens=[Citizen(party_id=party)], told={})
    store.save()
    return f"session={store.session_key}"


def _answered(asked: list[tuple[str, str]]) -> dict[str, Any]:
    from reskontra.config.wsgi import application

    warm_up = min(WARM_UP_PAGES, len(asked) // 2)
    for address, cookie in asked[:warm_up]:
        _answer(application, address, cookie)
    took = []
    with Watch() as watch:
        for address, cookie in asked[warm_up:]:
            start = time.perf_counter()
            _answer(application, address, cookie)
            took.append(time.perf_counter() - start)
    return {**watch.found, "count": len(took), "p99_ms": last_of_hundred(took) * 1000}


def last_of_hundred(took: Iterable[float]) -> float:
    """What 99 of 100 are within."""
    in_order = sorted(took)
    return in_order[int(len(in_order) * LAST_OF_HUNDRED)]


def _answer(application: Callable[..., Iterable[bytes]], address: str, cookie: str) -> None:
    said: list[str] = []
    environ: dict[str, Any] = {"PATH_INFO": address, "HTTP_COOKIE": cookie}
    setup_testing_defaults(environ)
    environ["HTTP_HOST"] = "localhost"
    body = b"".join(application(environ, lambda status, headers: said.append(status)))
    if not said[0].startswith(str(HTTPStatus.OK.value)) or not body:
        raise AssertionError(said, address)
