"""Signing in and out: e-identification gives a personal identity number, and nothing more.

    /sv/logga-in/         -> the provider
    /logga-in/klart/      <- the provider; the number is looked up and forgotten
    /sv/logga-ut/         -> the provider, which signs the person out there too
    /logga-ut/dar/        <- the provider, when somebody has signed out there

The one rule: the number lives only while it is looked up. It is not stored, logged or put in an
address; the session keeps the party's key instead.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib import import_module
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from reskontra.domain.refusal import Refused
from reskontra.domain.texts import Texts
from reskontra.portal import clock, house, session
from reskontra.portal.frame import language_of_page, show
from reskontra.portal.wording import say
from reskontra.records import access
from reskontra.records.views import Citizen
from reskontra.signin import asking, back_channel, oidc
from reskontra.signin.refusals import (
    AnswerNotTrusted,
    LevelTooLow,
    NumberMissing,
    ProviderUnreachable,
    SignInCancelled,
    SignInLost,
    SignInNotSetUp,
    SignInRefused,
)
from reskontra.signin.relying import Client, public_keys

_ATTEMPT = "sign_in"
ADVICE: Mapping[type[Refused], str] = {
    SignInCancelled: "failed.do.cancelled",
    SignInLost: "failed.do.lost",
    SignInNotSetUp: "failed.do.later",
    ProviderUnreachable: "failed.do.later",
    AnswerNotTrusted: "failed.do.not_trusted",
    LevelTooLow: "failed.do.level",
    NumberMissing: "failed.do.number",
    access.PortalClosed: "failed.do.closed",
}
"""What each refusal tells the person to do, by the name of the words."""
IN_VAIN = frozenset({access.PortalClosed})
"""What another try cannot help."""

logger = logging.getLogger(__name__)


@session.anyone
@require_GET
def sign_in(request: HttpRequest) -> HttpResponse:
    """Send the person to the provider of e-identification."""
    if request.get_host() != urlsplit(settings.RESKONTRA_BASE_URL).netloc:
        return HttpResponseRedirect(settings.RESKONTRA_BASE_URL + request.path)
    language = translation.get_language() or "sv"
    try:
        url, attempt = asking.ask(
            client(),
            return_address=_address("signed_in"),
            language=language,
            greeting=_greeting(),
            now=clock.now(),
        )
    except SignInRefused as refusal:
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
            raise SignInLost("no sign-in under way")
        attempt = asking.Attempt(**kept)
        person = oidc.answer(client(), attempt, parameters=request.GET.dict(), now=clock.now())
    except SignInRefused as refusal:
        return _refused(request, refusal)
    return _open(request, person)


def _open(request: HttpRequest, person: oidc.Person) -> HttpResponse:
    """Open the session of the parties that are this person, or say why there is none to open."""
    citizens = access.parties_for(
        identity_number=person.identity_number, earlier_number=person.earlier_number
    )
    if not citizens:
        request.session.flush()
        return redirect("portal:nothing_here")
    try:
        for citizen in citizens:
            access.refuse_closed(citizen=citizen, policy=house.policy(), today=clock.today())
    except access.PortalClosed as refusal:
        request.session.flush()
        return _refused(request, refusal)
    told = back_channel.told_by(client(), person.said).to_session()
    return redirect(session.begin(request, citizens=citizens, told=told) or "portal:unpaid")


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


@session.signed_in
@require_POST
def turn(request: HttpRequest, *, citizen: Citizen) -> HttpResponse:
    """Show the invoices of the other of somebody's two numbers."""
    session.turn(request)
    return redirect("portal:unpaid")


@session.anyone
@csrf_exempt
@require_POST
def signed_out_there(request: HttpRequest) -> HttpResponse:
    """The provider ends sessions: a machine calls, which shows a signed token and no cookie."""
    sessions = import_module(settings.SESSION_ENGINE).SessionStore
    return back_channel.receive(request, client(), now=clock.now(), sessions=sessions)


@session.anyone
@require_GET
def keys(request: HttpRequest) -> HttpResponse:
    """Our public keys, for the provider."""
    return JsonResponse(public_keys(client()))


def client() -> Client:
    """Who we are to the provider, from the settings."""
    return Client(**settings.OIDC)


def _greeting() -> Texts:
    """What to show beside the sign-in, so that nobody signs in to what they did not mean."""
    sv, en = (
        say("greeting", language=language, municipality=house.name()) for language in ("sv", "en")
    )
    return Texts(sv=sv, en=en)


def _address(name: str) -> str:
    return f"{settings.RESKONTRA_BASE_URL}{reverse(f'portal_fixed:{name}')}"


def _refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """Why nobody is signed in, and what to do; the log says which check it was."""
    logger.warning(
        "sign-in refused: %s %s", type(refusal).__name__, getattr(refusal, "because", "")
    )
    message = str(refusal) if language_of_page() == "en" else refusal.swedish_text()
    page = show(
        request,
        "portal/sign_in_failed.html",
        status=400,
        message=message,
        do=ADVICE.get(type(refusal), "failed.do.again"),
        again=type(refusal) not in IN_VAIN,
    )
    page["Cache-Control"] = "no-store"
    return page
