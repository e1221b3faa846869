"""How often one may do what costs something: sign in, ask, open a document.

    the 121st document within ten minutes   -> 429, a page that says when to come back

A signed-in person is counted as such, whatever browser they use; before that it is the visitor's
address, as the web server knows it (`reskontra serve --trusted-proxy`). An address that means
something inside a machine room alone is that of a proxy, and nobody is counted by it.

The one rule: a limit is far above what a person needs, and never stops the reading of a page.
"""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from reskontra.portal import clock
from reskontra.portal.frame import show
from reskontra.portal.session import citizen_of

WINDOW_SECONDS = 10 * 60
LIMITED = {
    ("GET", "portal:sign_in"): "sign_in",
    ("GET", "portal_fixed:signed_in"): "sign_in",
    ("POST", "portal:ask"): "ask",
    ("POST", "portal:receipt"): "ask",
    ("POST", "portal:notices"): "ask",
    ("GET", "portal:invoice_pdf"): "pdf",
    ("GET", "portal:letter_pdf"): "pdf",
}
"""What is counted, by its name in `RESKONTRA_LIMITS`."""

Answer = Callable[[HttpRequest], HttpResponseBase]


class Throttle:
    """Django's middleware: it counts before the view is asked, and answers in its stead."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing is known yet of which page it is."""
        return self._answer(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """The page that says that it is too much, or none to go on."""
        what = LIMITED.get((str(request.method), request.resolver_match.view_name))
        who = _who(request) if what else ""
        if not what or not who or _count(what, who) <= settings.RESKONTRA_LIMITS[what]:
            return None
        return _too_many(request)


def _who(request: HttpRequest) -> str:
    """Whom to count; empty when there is nobody to tell from all others."""
    citizen = citizen_of(request)
    if citizen is not None:
        return f"party-{citizen.party_id}"
    address = str(request.META.get("REMOTE_ADDR", ""))
    return f"address-{address}" if address and ip_address(address).is_global else ""


def _count(what: str, who: str) -> int:
    """How many times in these ten minutes, this one with them."""
    key = f"throttle:{what}:{who}:{clock.now() // WINDOW_SECONDS}"
    cache.add(key, 0, timeout=WINDOW_SECONDS)
    return int(cache.incr(key))


def _too_many(request: HttpRequest) -> HttpResponse:
    left = WINDOW_SECONDS - clock.now() % WINDOW_SECONDS
    page = show(request, "portal/too_many.html", status=429, minutes=-(-left // 60))
    page["Retry-After"] = str(left)
    page["Cache-Control"] = "no-store"
    return page
