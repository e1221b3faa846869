"""What is shown when a page failed: that the service is down for a while, or that we were wrong.

    handler500 = failing.failed

The one rule: the page needs nothing that may be what failed: no database, no session.
"""

from __future__ import annotations

import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import server_error

from reskontra.config.server import ServerDidNotStart
from reskontra.portal import house

RETRY_AFTER_SECONDS = 60
"""A database that is restarted, or moved to another machine, is mostly back within it."""
_CONNECTION_FAILED = "08"
_NOT_SERVING = frozenset({"57P01", "57P02", "57P03", "53300"})
"""PostgreSQL stops, has crashed, is starting, or has no connection left."""


def failed(request: HttpRequest) -> HttpResponse:
    """503 and when to try again, if the database cannot be reached; else the page of all errors."""
    error = sys.exc_info()[1]
    if not (error is not None and is_unreachable(error)):
        return server_error(request)
    values = {"contact": None if _is_office(request) else house.municipality().contact}
    page = render(request, "503.html", values, status=503)
    page["Retry-After"] = str(RETRY_AFTER_SECONDS)
    page["Cache-Control"] = "no-store"
    return page


def is_unreachable(error: BaseException) -> bool:
    """Whether it says that nobody answers; a query that took too long was answered."""
    if isinstance(error, ServerDidNotStart):
        return True
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    state = getattr(error.__cause__, "sqlstate", None)
    return state is None or state.startswith(_CONNECTION_FAILED) or state in _NOT_SERVING


def _is_office(request: HttpRequest) -> bool:
    found = request.resolver_match
    here = "office" in found.app_names if found is not None else False
    return here or settings.RESKONTRA_FACE == "office"
