"""The pages where somebody asks about an invoice: the form, the answers to check, the receipt.

    /sv/faktura/<id>/begar/            what is it about?
    /sv/faktura/<id>/begar/?vill=…     a form; sent, it shows the answers; sent again, it is kept
    /sv/faktura/<id>/begart/<id>/      the receipt, with the answer; sent to, it is withdrawn
    /sv/begart/                        all that has been asked for, whatever the invoice

The one rule: nothing is kept before the person has seen what will be sent.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from reskontra.domain.asking import AskedFor
from reskontra.domain.refusal import Refused
from reskontra.portal import answers, asked_for, asking, clock, house
from reskontra.portal.frame import language_of_page, show
from reskontra.portal.session import signed_in
from reskontra.portal.views import found_or_404
from reskontra.portal.wording import say
from reskontra.records import access
from reskontra.records.views import Citizen, InvoiceDetail, NewRequest, RequestRow

LONGEST_LIST = 200
"""The most requests that are shown: those that wait, and the newest."""


@signed_in
@require_http_methods(["GET", "POST"])
@found_or_404
def ask(request: HttpRequest, *, citizen: Citizen, public_id: UUID) -> HttpResponseBase:
    """What may be asked for; a form that is filled in is checked, and becomes a request."""
    policy, today = house.policy(), clock.today()
    detail = access.invoice(citizen=citizen, public_id=public_id, today=today, policy=policy)
    step = request.POST.get("step", "")
    if request.method == "GET" or step == "change":
        return _form(request, detail, refused=False)
    try:
        new = asking.read(
            detail, request.POST, invoice=detail.claim.key, policy=policy, today=today
        )
    except Refused:
        return _form(request, detail, refused=True)
    if step == "send":
        return _kept(request, detail, new, citizen=citizen)
    return _check(request, detail, new)


@signed_in
@require_http_methods(["GET", "POST"])
@found_or_404
def receipt(
    request: HttpRequest, *, citizen: Citizen, public_id: UUID, request_id: UUID
) -> HttpResponseBase:
    """A request as it was sent, and what came of it; sent to, it is withdrawn.

    One that was answered meanwhile shows its answer.
    """
    found = _own_request(citizen, public_id, request_id)
    if request.method == "POST":
        with suppress(access.AnsweredBefore):
            access.withdraw_request(citizen=citizen, row=found, today=clock.today())
        return redirect("portal:receipt", public_id, request_id)
    language = language_of_page()
    return show(
        request,
        "portal/receipt.html",
        current="requests",
        number=found.number,
        public_id=public_id,
        kind=found.kind.value,
        waiting=found.outcome is None,
        asked=asking.asked(found, language=language),
        answers=answers.answers(found, language=language),
        not_kept="again" in request.GET,
    )


@signed_in
@require_GET
def requests(request: HttpRequest, *, citizen: Citizen) -> HttpResponse:
    """All that the person has asked for, with what came of it and what happens next."""
    policy, language = house.policy(), language_of_page()
    found = access.asked_for(
        citizen=citizen, today=clock.today(), policy=policy, limit=LONGEST_LIST
    )
    cards = [asked_for.card(each, policy=policy, language=language) for each in found]
    return show(request, "portal/requests.html", current="requests", requests=cards)


def _own_request(citizen: Citizen, public_id: UUID, request_id: UUID) -> RequestRow:
    detail = access.invoice(
        citizen=citizen, public_id=public_id, today=clock.today(), policy=house.policy()
    )
    found = next((each for each in detail.requests if each.public_id == request_id), None)
    if found is None:
        raise access.NotYours
    return found


def _kept(
    request: HttpRequest, detail: InvoiceDetail, new: NewRequest, *, citizen: Citizen
) -> HttpResponse:
    public_id = detail.row.public_id
    added = access.ask(citizen=citizen, new=new)
    if added.public_id is None:
        # Another who owes it has asked the same today: what they wrote is theirs alone.
        return show(
            request,
            "portal/asked_by_another.html",
            current="unpaid",
            number=detail.row.number,
            public_id=public_id,
        )
    address = reverse("portal:receipt", args=[public_id, added.public_id])
    return redirect(address if added.kept else f"{address}?again=1")


def _check(request: HttpRequest, detail: InvoiceDetail, new: NewRequest) -> HttpResponse:
    """What will be sent, with what it costs."""
    language = language_of_page()
    offered = asking.choices(
        detail,
        policy=house.policy(),
        parts=str(new.parts or ""),
        today=clock.today(),
        language=language,
    )
    cost = offered.cost if new.parts else ""
    return show(
        request,
        "portal/ask_check.html",
        current="unpaid",
        number=detail.row.number,
        public_id=detail.row.public_id,
        kind=new.kind.value,
        filled=answers.filled(request.POST.dict()),
        answers=answers.answers(new, cost=cost, language=language),
    )


def _form(request: HttpRequest, detail: InvoiceDetail, *, refused: bool) -> HttpResponse:
    """The form for what was answered, or the question itself."""
    filled = answers.filled(request.POST.dict())
    wanted = request.GET.get("vill", "")
    values = asking.choices(
        detail,
        policy=house.policy(),
        parts=request.GET.get("parts", filled.parts),
        today=clock.today(),
        language=language_of_page(),
    )
    sent = {each.value: each for each in AskedFor}.get(filled.kind)
    kind = sent or asking.WANTS.get(wanted)
    shown: dict[str, Any] = {
        "current": "unpaid",
        "status": 400 if refused else 200,
        "ask": values,
        "filled": filled,
        "public_id": detail.row.public_id,
        "refused": refused,
    }
    if kind is None or not values.offers(kind):
        return _question(request, detail, lacks_money=wanted == asking.HELP, **shown)
    title = say(f"check.{kind.value}", language=language_of_page())
    return show(request, "portal/ask.html", kind=kind.value, title=title, **shown)


def _question(request: HttpRequest, detail: InvoiceDetail, **shown: Any) -> HttpResponse:
    """What is it about? Whoever cannot pay at all is told whom to speak with."""
    creditor = house.policy().creditors[detail.row.creditor]
    department = creditor.department(detail.row.department)
    contact = department.contact if department else creditor.contact
    return show(request, "portal/ask_what.html", contact=contact, **shown)
