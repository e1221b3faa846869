"""Signing in and out: e-identification gives a personal identity number, and nothing more.

    /sv/logga-in/         -> the provider
    /logga-in/klart/      <- the provider; the number is looked up and forgotten
    /sv/logga-ut/         -> the provider, which signs the person out there too

The one rule: the number lives only while it is looked up. It is not stored, logged or put in an
address; the session keeps the party's key instead.
"""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_GET, require_POST

from reskontra.domain.refusal import Refused
from reskontra.portal import clock, house, session
from reskontra.portal.frame import show
from reskontra.records import access
from reskontra.records.views import Citizen
from reskontra.signin import oidc

_ATTEMPT = "sign_in"


@session.anyone
@require_GET
def sign_in(request: HttpRequest) -> HttpResponse:
    """Send the person to the provider of e-identification."""
    if request.get_host() != urlsplit(settings.RESKONTRA_BASE_URL).netloc:
        return HttpResponseRedirect(settings.RESKONTRA_BASE_URL + request.path)
    language = translation.get_language() or "sv"
    try:
        url, attempt = oidc.ask(
            client(), return_address=_address("signed_in"), language=language, now=clock.now()
        )
    except oidc.SignInRefused as refusal:
        return _refused(request, refusal)
    request.session[_ATTEMPT] = attempt.to_session()
    return HttpResponseRedirect(url)


@session.anyone
@require_GET
def come_back(request: HttpRequest) -> HttpResponse:
    """Take the provider's answer, and open the session of the party with that number."""
    kept = request.session.pop(_ATTEMPT, None)
    translation.activate(kept["language"] if kept else "sv")
    try:
        if kept is None:
            raise oidc.SignInLost
        attempt = oidc.Attempt(**kept)
        number = oidc.answer(client(), attempt, parameters=request.GET.dict(), now=clock.now())
    except oidc.SignInRefused as refusal:
        return _refused(request, refusal)
    citizen = access.party_for(identity_number=number)
    if citizen is None:
        request.session.flush()
        return redirect("portal:nothing_here")
    try:
        access.refuse_closed(citizen=citizen, policy=house.policy(), today=clock.today())
    except access.PortalClosed as refusal:
        request.session.flush()
        return _refused(request, refusal)
    return redirect(session.begin(request, citizen=citizen) or "portal:unpaid")


@session.anyone
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session here, and at the provider if it has a place for that."""
    request.session.flush()
    page = reverse("portal:signed_out")
    at_provider = oidc.sign_out_address(client(), return_address=settings.RESKONTRA_BASE_URL + page)
    response = HttpResponseRedirect(at_provider or page)
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@session.signed_in
@require_POST
def stay(request: HttpRequest, *, citizen: Citizen) -> HttpResponse:
    """Stay signed in for as long again; in a tab of its own, so that nothing written is lost."""
    last = datetime.fromtimestamp(session.ends_at_the_latest(request), tz=UTC)
    return show(request, "portal/stay.html", last=timezone.localtime(last).strftime("%H.%M"))


@session.anyone
@require_GET
def keys(request: HttpRequest) -> HttpResponse:
    """Our public keys, for the provider."""
    return JsonResponse(oidc.public_keys(client()))


def client() -> oidc.Client:
    """Who we are to the provider, from the settings."""
    return oidc.Client(
        issuer=settings.OIDC["issuer"],
        client_id=settings.OIDC["client_id"],
        client_secret=settings.OIDC["client_secret"],
        private_key_file=settings.OIDC["private_key_file"],
        identity_claim=settings.OIDC["identity_claim"],
        acr_values=tuple(settings.OIDC["acr_values"]),
        demo=bool(settings.OIDC.get("demo", False)),
    )


def _address(name: str) -> str:
    return f"{settings.RESKONTRA_BASE_URL}{reverse(f'portal_fixed:{name}')}"


def _refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    language = translation.get_language()
    message = str(refusal) if language == "en" else refusal.swedish_text()
    page = show(request, "portal/sign_in_failed.html", status=400, message=message)
    page["Cache-Control"] = "no-store"
    return page
