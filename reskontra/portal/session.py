"""Who is signed in: what the session keeps, for how long, and who may open a page.

    @signed_in
    def invoice(request, *, citizen, public_id): ...

    @anyone
    def questions(request): ...

Whoever had a coordination number before the personal identity number may be two parties here. The
session then keeps the keys of both, and each page is about one of them: `turn` changes which.

The one rule: the session keeps the party's key, never the personal identity number. It ends after
15 minutes without a page and after 60 minutes in all, whichever comes first. A warning comes two
minutes before (`_session.scss` counts them, so no JavaScript is needed), and one press extends.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import resolve

from reskontra.portal import clock
from reskontra.records.views import Citizen

IDLE_SECONDS = 15 * 60
LONGEST_SECONDS = 60 * 60

_PARTY = "party"
_OTHER = "other_party"
_EARLIER = "earlier_party"
_SIGNED_IN_AT = "signed_in_at"
_SEEN_AT = "seen_at"
_RETURN_TO = "return_to"
_RETURN_PARTY = "return_party"

P = ParamSpec("P")


def begin(request: HttpRequest, *, citizens: Sequence[Citizen], told: Mapping[str, object]) -> str:
    """Sign somebody in under a new session key; the path that was asked for before, or "".

    `citizens` is the party of their number, and then that of an earlier one. `told` is how the
    provider names the sign-in, so that it can end it. Sessions of others whose time is out are
    forgotten at the same time.
    """
    wanted = str(request.session.pop(_RETURN_TO, ""))
    keys = [citizen.party_id for citizen in citizens]
    whose = request.session.pop(_RETURN_PARTY, keys[0])
    request.session.clear_expired()
    request.session.cycle_key()
    now = clock.now()
    request.session.update({_PARTY: keys[0], _SIGNED_IN_AT: now, _SEEN_AT: now, **told})
    if len(keys) > 1:
        request.session.update({_OTHER: keys[1], _EARLIER: keys[1]})
    if whose != keys[0] and whose in keys:
        turn(request)
    return wanted if whose in keys else ""


def turn(request: HttpRequest) -> None:
    """Let the pages be about the other of somebody's two numbers; nothing when there is one."""
    if _OTHER in request.session:
        kept = request.session
        kept[_PARTY], kept[_OTHER] = kept[_OTHER], kept[_PARTY]


def number_shown(request: HttpRequest) -> str:
    """`now` or `earlier`: which of two numbers the pages are about; "" when there is one."""
    if _OTHER not in request.session:
        return ""
    return "earlier" if request.session[_PARTY] == request.session[_EARLIER] else "now"


def citizen_of(request: HttpRequest) -> Citizen | None:
    """Who is signed in; None when nobody is, or when the time is out."""
    party = request.session.get(_PARTY)
    return Citizen(party_id=party) if party is not None and not _timed_out(request) else None


def ends_at_the_latest(request: HttpRequest) -> int:
    """When the signed-in person is signed out whatever they press, in seconds since 1970."""
    return int(request.session[_SIGNED_IN_AT]) + LONGEST_SECONDS


def signed_in(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Open the page only to a signed-in person, given as `citizen`; let nothing be kept of it."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        citizen = citizen_of(request)
        if citizen is None:
            return _ask_to_sign_in(request)
        request.session[_SEEN_AT] = clock.now()
        kwargs["citizen"] = citizen
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    return _permit(guarded, "signed in")


def anyone(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Say that the page is open to anyone; every address states one or the other."""
    return _permit(view, "anyone")


def _permit(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase], who: str
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    view.__dict__["permission"] = who
    return view


def _timed_out(request: HttpRequest) -> bool:
    now = clock.now()
    idle = now - int(request.session.get(_SEEN_AT, 0))
    whole = now - int(request.session.get(_SIGNED_IN_AT, 0))
    return idle > IDLE_SECONDS or whole > LONGEST_SECONDS


def _ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Remember the page for the same person, and say why it is not shown."""
    party = request.session.get(_PARTY)
    timed_out = party is not None
    request.session.flush()
    if request.method == "GET" and not _is_document(request):
        request.session[_RETURN_TO] = request.path
        if timed_out:
            request.session[_RETURN_PARTY] = party
    return redirect("portal:timed_out" if timed_out else "portal:start")


def _is_document(request: HttpRequest) -> bool:
    """A PDF is opened in a tab of its own: signing in should lead to a page, not to a file."""
    name = resolve(request.path_info).url_name or ""
    return name.endswith("_pdf")
