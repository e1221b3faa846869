"""The page where somebody asks about an invoice, and what becomes of the form.

The one rule: a form leads back to the invoice, where the request and its answer stand.
"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from reskontra.domain.refusal import Refused
from reskontra.portal import asking, clock, house
from reskontra.portal.frame import language_of_page, show
from reskontra.portal.session import signed_in
from reskontra.portal.views import found_or_404
from reskontra.records import access
from reskontra.records.views import Citizen


@signed_in
@require_http_methods(["GET", "POST"])
@found_or_404
def ask(request: HttpRequest, *, citizen: Citizen, public_id: UUID) -> HttpResponseBase:
    """What may be asked for; a form that is filled in becomes a request."""
    policy, today = house.policy(), clock.today()
    detail = access.invoice(citizen=citizen, public_id=public_id, today=today, policy=policy)
    refused = False
    if request.method == "POST":
        try:
            new = asking.read(
                detail, request.POST, invoice=detail.claim.key, policy=policy, today=today
            )
            access.ask(citizen=citizen, new=new)
            return redirect("portal:invoice", public_id=public_id)
        except Refused:
            refused = True
    return _page(request, detail_id=public_id, citizen=citizen, refused=refused)


def _page(
    request: HttpRequest, *, detail_id: UUID, citizen: Citizen, refused: bool
) -> HttpResponse:
    policy, today = house.policy(), clock.today()
    detail = access.invoice(citizen=citizen, public_id=detail_id, today=today, policy=policy)
    values = asking.choices(
        detail,
        policy=policy,
        parts=request.GET.get("parts", ""),
        today=today,
        language=language_of_page(),
    )
    return show(
        request,
        "portal/ask.html",
        current="unpaid",
        status=400 if refused else 200,
        ask=values,
        public_id=detail_id,
        refused=refused,
    )
