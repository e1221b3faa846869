"""The portal's list page, answered in the process, against a view with one query.

    {"job": "pages", "count": 500} -> {"seconds": 4.2, "p99_ms": 12.1, ...}

The one rule: both go through Django's whole handler with the same middleware; only the view
differs. No network and no web server are measured.
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
from django.http import HttpRequest, HttpResponse
from django.urls import path

from bench.watch import Watch

WARM_UP_PAGES = 50
LAST_OF_HUNDRED = 0.99

_ONE_QUERY = (
    "SELECT number, kind, due_date, total_ore FROM invoice WHERE party_id = %s ORDER BY due_date"
)
_PARTIES = """SELECT party_id FROM invoice WHERE mod(party_id, 7) = 0
              GROUP BY party_id ORDER BY party_id LIMIT %s"""


def _bare(request: HttpRequest, party: int) -> HttpResponse:
    with connections["default"].cursor() as cursor:
        cursor.execute(_ONE_QUERY, [party])
        return HttpResponse("\n".join(map(str, cursor.fetchall())))


urlpatterns = [path("bare/<int:party>/", _bare)]


def pages(*, count: int, day: str) -> dict[str, Any]:
    """Sign in as many persons, and let each open the list of unpaid invoices."""
    os.environ["RESKONTRA_TODAY"] = day
    django.setup()
    return _answered(list_pages(count))


def list_pages(count: int) -> list[tuple[str, str]]:
    """(address, cookie) of as many lists as are asked for, after those that warm up."""
    return [("/sv/obetalda/", _session_of(party)) for party in _parties(count)]


def bare_pages(*, count: int) -> dict[str, Any]:
    """The same persons' invoices by one query, as text."""
    django.setup()
    from django.conf import settings

    settings.ROOT_URLCONF = "bench.pages"
    return _answered([(f"/bare/{party}/", "") for party in _parties(count)])


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
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
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
