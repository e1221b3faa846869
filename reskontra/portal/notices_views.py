"""The pages where one chooses notices by e-mail before the due date, and turns them off.

    /sv/epostbesked/             what is chosen; the form; the code
    /sv/epostbesked/av/?t=…      the link of an e-mail: one press, without signing in

The one rule: whoever holds an address may stop what is sent there, and do nothing else.
"""

from __future__ import annotations

import logging

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from reskontra.domain.representing import is_under_age
from reskontra.portal import clock, house, notices, words
from reskontra.portal.frame import language_of_page, show
from reskontra.portal.session import anyone, signed_in
from reskontra.records.access import own_notices as rows
from reskontra.records.views import Citizen

_log = logging.getLogger(__name__)
ONE_CLICK = "List-Unsubscribe"
"""What a mail program sends by itself when its reader presses stop (RFC 8058)."""


@signed_in
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, *, citizen: Citizen) -> HttpResponse:
    """What is chosen, and how it is changed."""
    standing = rows.standing(citizen=citizen, today=clock.today())
    if request.method == "GET" or _closed(standing):
        return _page(request, standing)
    match request.POST.get("step", ""):
        case "off":
            rows.end(citizen=citizen, today=clock.today())
            return _back("off")
        case "code":
            return _prove(request, standing, citizen=citizen)
        case _:
            return _ask(request, standing, citizen=citizen)


def _closed(standing: rows.Standing) -> bool:
    return bool(_why_closed(standing))


def _ask(request: HttpRequest, standing: rows.Standing, *, citizen: Citizen) -> HttpResponse:
    choice = notices.read(request.POST.dict(), rules=house.municipality().portal.notices)
    if choice is None:
        return _page(request, standing, wrong="address")
    if notices.keep(choice, standing, citizen=citizen, today=clock.today()):
        return _back("saved")
    if notices.too_many(citizen=citizen, now=clock.now()):
        return _page(request, standing, wrong="too_many")
    try:
        notices.ask(choice, citizen=citizen, today=clock.today())
    except OSError as error:
        # The mail server's answer may say the address: only what went wrong goes to the log.
        _log.error("a code could not be sent: %s", type(error).__name__)
        return _page(request, standing, wrong="mail")
    return _back("")


def _prove(request: HttpRequest, standing: rows.Standing, *, citizen: Citizen) -> HttpResponse:
    latest = standing.latest
    if latest is None or not notices.waits(latest, now=clock.now()):
        return _page(request, standing, wrong="expired")
    code = request.POST.get("code", "")
    if notices.prove(code, latest, citizen=citizen, today=clock.today()):
        return _back("saved")
    return _page(request, rows.standing(citizen=citizen, today=clock.today()), wrong="code")


def _back(done: str) -> HttpResponse:
    address = reverse("portal:notices")
    return redirect(f"{address}?done={done}" if done else address)


def _page(request: HttpRequest, standing: rows.Standing, *, wrong: str = "") -> HttpResponse:
    held, language = standing.held, language_of_page()
    rules = house.municipality().portal.notices
    refused = held is not None and held.refused_on is not None and not held.ended
    return show(
        request,
        "portal/notices.html",
        current="notices",
        status=400 if wrong else 200,
        closed=_why_closed(standing),
        held=held if held is not None and held.holds else None,
        refused=words.day(held.refused_on, language=language)
        if held and held.refused_on and refused
        else "",
        refused_address=held.address if held else "",
        waiting=standing.latest if notices.waits(standing.latest, now=clock.now()) else None,
        wrong=wrong,
        done=request.GET.get("done", ""),
        days=rules.days_before,
        filled=_filled(request, standing, language),
    )


def _why_closed(standing: rows.Standing) -> str:
    if not settings.MAIL_OFFERED:
        return "not_offered"
    if standing.protected:
        return "protected"
    if standing.represented:
        return "represented"
    today = clock.today()
    return "under_age" if is_under_age(standing.born, law=house.policy().law, day=today) else ""


def _filled(request: HttpRequest, standing: rows.Standing, language: str) -> dict[str, str]:
    """What the form shows: what was sent, else what holds, else the usual."""
    if request.POST.get("step") == "choose":
        return {name: request.POST.get(name, "") for name in ("address", "days", "language")}
    held = standing.held
    if held is not None and held.holds:
        chosen = {"address": held.address, "days": f"{held.days_before}"}
        return {**chosen, "language": held.language}
    usual = house.municipality().portal.notices.usual
    return {"address": "", "days": f"{usual}", "language": language}


@csrf_exempt
@anyone
@require_http_methods(["GET", "POST"])
def off(request: HttpRequest) -> HttpResponse:
    """One press turns it off; a link that is unknown is answered alike."""
    if request.method == "POST":
        rows.end_by_link(token=request.GET.get("t", ""), today=clock.today())
        if ONE_CLICK in request.POST:
            return HttpResponse(status=204)
    return show(request, "portal/notices_off.html", done=request.method == "POST")
