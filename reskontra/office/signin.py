"""Staff sign in and out: their own provider says who they are, and which groups they are in.

    /sv/kontoret/logga-in/      -> the provider
    /kontoret/utloggad/         <- the provider, when somebody has signed out there
    /kontoret/inloggad/         <- the provider; groups become roles by RESKONTRA_STAFF_ROLES

The one rule: who is in no group that has a role here does not come in.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from reskontra.domain.deciding import Officer
from reskontra.office import clock, session
from reskontra.office.frame import language_of_page, show
from reskontra.office.permission import anyone
from reskontra.records.sessions import SessionStore
from reskontra.signin import asking, back_channel, oidc
from reskontra.signin.refusals import SignInLost, SignInRefused
from reskontra.signin.relying import Client

logger = logging.getLogger(__name__)


class NoRole(SignInRefused):
    """You are signed in, but none of your groups has a role here. Ask your administrator."""

    swedish = "Du är inloggad, men ingen av dina grupper har en roll här. Fråga din administratör."


@anyone
@require_GET
def welcome(request: HttpRequest) -> HttpResponse:
    """Where staff begin, and where they come when the time is out."""
    return show(request, "office/welcome.html")


@anyone
@require_GET
def sign_in(request: HttpRequest) -> HttpResponse:
    """Send the officer to the provider."""
    if request.get_host() != urlsplit(settings.RESKONTRA_BASE_URL).netloc:
        return HttpResponseRedirect(settings.RESKONTRA_BASE_URL + request.path)
    try:
        url, attempt = asking.ask(
            client(), return_address=_address(), language=language_of_page(), now=clock.now()
        )
    except SignInRefused as refusal:
        return _refused(request, refusal)
    response = HttpResponseRedirect(url)
    found = session.opened(request)
    found[session.ATTEMPT] = attempt.to_session()
    session.keep(found, response)
    return response


@anyone
@require_GET
def come_back(request: HttpRequest) -> HttpResponse:
    """Take the provider's answer, and open the session of the officer."""
    found = session.opened(request)
    kept = found.pop(session.ATTEMPT, None)
    translation.activate(kept["language"] if kept else "sv")
    try:
        if kept is None:
            raise SignInLost("no sign-in under way")
        said = oidc.said_of(
            client(), asking.Attempt(**kept), parameters=request.GET.dict(), now=clock.now()
        )
        officer = officer_of(said)
    except SignInRefused as refusal:
        return _refused(request, refusal)
    told = back_channel.told_by(client(), said).to_session()
    wanted = session.begin(found, officer, told=told)
    response = redirect(wanted or "office:start")
    rotate_token(request)
    session.keep(found, response)
    return response


@anyone
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session here, and at the provider if it has a place for that."""
    page = settings.RESKONTRA_BASE_URL + reverse("office:welcome")
    at_provider = oidc.sign_out_address(client(), return_address=page)
    response = HttpResponseRedirect(at_provider or page)
    session.end(session.opened(request), response)
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@anyone
@csrf_exempt
@require_POST
def signed_out_there(request: HttpRequest) -> HttpResponse:
    """The provider ends sessions: a machine calls, which shows a signed token and no cookie."""
    return back_channel.receive(request, client(), now=clock.now(), sessions=SessionStore)


def officer_of(said: Mapping[str, Any]) -> Officer:
    """Who it is, by the provider's claims; refused when no group has a role here."""
    groups = said.get(settings.STAFF_ROLES_CLAIM, ())
    names = [groups] if isinstance(groups, str) else list(groups)
    roles = frozenset(settings.STAFF_ROLES[name] for name in names if name in settings.STAFF_ROLES)
    if not roles:
        raise NoRole
    subject = str(said["sub"])
    return Officer(subject=subject, name=str(said.get("name") or subject), roles=roles)


def client() -> Client:
    """Who we are to the staff's provider, from the settings."""
    return Client(**settings.STAFF_OIDC)


def _address() -> str:
    return f"{settings.RESKONTRA_BASE_URL}{reverse('office_fixed:signed_in')}"


def _refused(request: HttpRequest, refusal: SignInRefused) -> HttpResponse:
    logger.warning("staff's sign-in refused: %s %s", type(refusal).__name__, refusal.because)
    message = str(refusal) if language_of_page() == "en" else refusal.swedish_text()
    page = show(request, "office/welcome.html", status=400, message=message)
    page["Cache-Control"] = "no-store"
    return page
