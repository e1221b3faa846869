"""Who may open a page of the office; every view says so.

    @anyone
    def rules(request): ...

    @staff
    def claim(request, *, desk, public_id): ...

The one rule: a page without a word about who may open it is a fault that a test finds. The rules
say nothing about anybody, so anyone may read them; what is about a person asks for staff. Who works
in the field alone is led to the orders from every other page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from reskontra.domain.deciding import Officer
from reskontra.office import session
from reskontra.records.sessions import SessionStore

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]

ANYONE = "anyone"
STAFF = "staff"
FIELD_ROLES = frozenset({"technician"})
"""Roles that work in the field: they see orders and houses, and nobody's claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who sits at the desk, and their session."""

    officer: Officer
    session: SessionStore

    @property
    def in_the_field(self) -> bool:
        """Whether all that they do is field work, for which they need orders and nothing else."""
        return self.officer.roles <= FIELD_ROLES


def anyone(view: View[P]) -> View[P]:
    """Say that the page is open to anyone."""
    view.__dict__["permission"] = ANYONE
    return view


def staff(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open the page only to somebody of the office, given as `desk`; let nothing be kept of it."""

    @wraps(view)
    def guarded(request: HttpRequest, /, **kwargs: object) -> HttpResponse:
        found = session.opened(request)
        officer = session.officer_of(found)
        if officer is None:
            return _ask_to_sign_in(request, found)
        session.seen(found)
        desk = Desk(officer=officer, session=found)
        theirs = not desk.in_the_field or view.__dict__.get("field", False)
        response = view(request, desk=desk, **kwargs) if theirs else redirect("office:orders")
        response["Cache-Control"] = "no-store"
        session.keep(found, response)
        return response

    guarded.__dict__["permission"] = STAFF
    return guarded


def field(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Say, under `staff`, that those who work in the field alone may open the page too."""
    view.__dict__["field"] = True
    return view


def _ask_to_sign_in(request: HttpRequest, found: SessionStore) -> HttpResponse:
    """Remember the page, and say where to sign in."""
    found.flush()
    response = redirect("office:welcome")
    if request.method == "GET":
        found[session.RETURN_TO] = request.path
        session.keep(found, response)
    return response
