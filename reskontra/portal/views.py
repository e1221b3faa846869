"""The portal's pages: each reads what it shows, makes it to text and hands it to a template.

Example: `/sv/faktura/<id>/` shows one invoice; the same address answers 404 to anybody else.

The one rule: a signed-in page asks `records.access` with the citizen, and "not yours" looks exactly
like "does not exist".
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from reskontra.dunning.timeline import timeline
from reskontra.outgoing import documents
from reskontra.outgoing.rendering import NotRendered
from reskontra.portal import clock, house, measured, narrowing, searches, words
from reskontra.portal.asking import asked, said_of_high
from reskontra.portal.detail import invoice_values
from reskontra.portal.frame import language_of_page, show
from reskontra.portal.limits import limits
from reskontra.portal.lists import PAGE_SIZE, address, chosen_page, chosen_sort, list_values
from reskontra.portal.looks import LOOKS, look_values
from reskontra.portal.plan import plan_values
from reskontra.portal.represented import represented_lines
from reskontra.portal.session import anyone, citizen_of, signed_in
from reskontra.portal.water import at_house
from reskontra.portal.wording import say
from reskontra.portal.wording.questions import QUESTIONS, STAGES
from reskontra.records import access
from reskontra.records.views import Citizen, InvoiceDetail

P = ParamSpec("P")
_log = logging.getLogger(__name__)


@anyone
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """What the portal is; a signed-in person goes straight to the unpaid invoices."""
    if citizen_of(request) is not None:
        return redirect("portal:unpaid")
    names = [creditor.name for creditor in house.policy().creditors.values()]
    creditors = words.listing(names, language=language_of_page())
    return show(request, "portal/start.html", current="start", creditors=creditors)


@anyone
@require_GET
def questions(request: HttpRequest) -> HttpResponse:
    """Questions and answers, with the limits in force."""
    language = language_of_page()
    rules = house.municipality().portal
    told = {
        "municipality": house.municipality().name,
        "registered": words.span(rules.payment_registered_within, language=language),
        "paper": words.span(rules.paper_arrives_within, language=language),
        "e_invoice": words.span(rules.e_invoice_within, language=language),
    }
    answers = [
        (name, say(f"q.{name}", language=language), say(f"a.{name}", language=language, **told))
        for name in QUESTIONS
    ]
    return show(
        request,
        "portal/questions.html",
        current="questions",
        answers=answers,
        limits=limits(house.policy(), language=language),
        creditors=house.policy().creditors.values(),
        stages=[
            say(f"stage.{each}", language=language, name=house.municipality().contact.name)
            for each in STAGES
        ],
    )


@signed_in
@require_GET
def looks(request: HttpRequest, *, citizen: Citizen) -> HttpResponse:
    """Who of the staff has looked at one's data, as what and why."""
    language = language_of_page()
    found = access.looks(citizen=citizen, limit=LOOKS)
    shown = [look_values(each, house.policy(), language=language) for each in found]
    return show(request, "portal/looks.html", current="looks", looks=shown)


@anyone
@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """How well the service can be used by all: what the law wants said, from what was measured."""
    language = language_of_page()
    found, published = measured.last(), settings.RESKONTRA_PUBLISHED_ON
    return show(
        request,
        "portal/accessibility.html",
        address=settings.RESKONTRA_BASE_URL.partition("//")[2],
        published=words.day(published, language=language) if published else "",
        measured=found,
        day=words.day(found.day, language=language) if found else "",
    )


@anyone
@require_GET
def timed_out(request: HttpRequest) -> HttpResponse:
    """The session has ended by itself."""
    return show(request, "portal/timed_out.html")


@anyone
@require_GET
def signed_out(request: HttpRequest) -> HttpResponse:
    """The person has signed out."""
    return show(request, "portal/signed_out.html")


@anyone
@require_GET
def nothing_here(request: HttpRequest) -> HttpResponse:
    """The sign-in worked, but no invoice here is addressed to that number."""
    found = limits(house.policy(), language=language_of_page())
    return show(request, "portal/nothing_here.html", limits=found)


@signed_in
@require_http_methods(["GET", "POST"])
def invoices(request: HttpRequest, *, citizen: Citizen, listing: str) -> HttpResponse:
    """The list of unpaid or of paid invoices; the form that narrows it leads to its address."""
    if request.method == "POST":
        return redirect(_narrowed(request, listing))
    language = language_of_page()
    sort, search = chosen_sort(listing, request.GET.get("sort", "")), request.GET.get("search", "")
    only = narrowing.chosen(request.GET, house.policy(), number=searches.words_of(request, search))
    found = access.invoices(
        citizen=citizen,
        listing=listing,
        sort=sort,
        page=chosen_page(request.GET.get("page", "")),
        page_size=PAGE_SIZE,
        today=clock.today(),
        policy=house.policy(),
        only=only,
    )
    values = list_values(
        found,
        listing=listing,
        sort=sort,
        only=only,
        search=search if only.number else "",
        policy=house.policy(),
        today=clock.today(),
        language=language,
    )
    return show(
        request,
        "portal/list.html",
        current=listing,
        list=values,
        name=found.name,
        represented=represented_lines(found.represented, policy=house.policy(), language=language),
        limits=limits(house.policy(), language=language),
    )


def _narrowed(request: HttpRequest, listing: str) -> str:
    """The address of what the form asks for, without what was typed."""
    form = request.POST
    only = narrowing.chosen(form, house.policy(), number=form.get("number", ""))
    kept = narrowing.asked_for(only, search=searches.keep(request, only.number))
    return request.path + address(chosen_sort(listing, form.get("sort", "")), kept)


def found_or_404(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Answer 404, always alike, when the invoice or the letter is not this person's.

    A document that cannot be made is told to the person, and to the operator's log.
    """

    @wraps(view)
    def tried(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except access.NotYours:
            return not_found(request)
        except NotRendered:
            # What stands in it is the person's own: only where it was goes to the log.
            _log.exception("no PDF could be made at %s", request.path)
            return show(request, "portal/no_document.html", status=500)

    return tried


@signed_in
@require_GET
@found_or_404
def invoice(request: HttpRequest, *, citizen: Citizen, public_id: UUID) -> HttpResponse:
    """One invoice."""
    detail = _detail(citizen, public_id)
    items = timeline(detail, policy=house.policy(), today=clock.today())
    language = language_of_page()
    values = invoice_values(
        detail, items=items, policy=house.policy(), today=clock.today(), language=language
    )
    current = "paid" if values.settled else "unpaid"
    return show(
        request,
        "portal/invoice.html",
        current=current,
        invoice=values,
        asked=[asked(each, language=language) for each in detail.requests],
        water=at_house(
            detail,
            access.house(citizen=citizen, public_id=public_id),
            policy=house.policy(),
            today=clock.today(),
            language=language,
        ),
        high=said_of_high(detail, policy=house.policy(), today=clock.today(), language=language),
    )


@signed_in
@require_GET
@found_or_404
def plan(request: HttpRequest, *, citizen: Citizen, public_id: UUID) -> HttpResponse:
    """One installment plan."""
    found, language = access.plan(citizen=citizen, public_id=public_id), language_of_page()
    policy = house.policy()
    caption = say(
        "plan.caption",
        language=language,
        day=words.day(found.agreed_on, language=language),
        creditor=policy.creditors[found.creditor].name,
    )
    values = plan_values(found, policy=policy, today=clock.today(), language=language)
    return show(request, "portal/plan.html", current="unpaid", plan=values, caption=caption)


@signed_in
@require_GET
@found_or_404
def invoice_pdf(request: HttpRequest, *, citizen: Citizen, public_id: UUID) -> HttpResponse:
    """The invoice as it was sent."""
    detail = _detail(citizen, public_id)
    content = documents.invoice_pdf(
        citizen=citizen, public_id=public_id, today=clock.today(), policy=house.policy()
    )
    return _pdf(content, name=f"faktura-{detail.row.number}")


@signed_in
@require_GET
@found_or_404
def letter_pdf(
    request: HttpRequest, *, citizen: Citizen, public_id: UUID, letter_id: UUID
) -> HttpResponse:
    """A letter about the invoice, as it was sent."""
    letters = {letter.public_id: letter for letter in _detail(citizen, public_id).letters}
    if letter_id not in letters:
        return not_found(request)
    content = documents.letter_pdf(citizen=citizen, public_id=letter_id)
    letter = letters[letter_id]
    name = say(f"letter.{letter.template}", language="sv").lower().replace("å", "a")
    return _pdf(content, name=f"{name}-{letter.day.isoformat()}")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for every address that leads nowhere, or nowhere for this person."""
    page = show(request, "portal/missing.html", status=404)
    page["Cache-Control"] = "no-store"
    return page


def _detail(citizen: Citizen, public_id: UUID) -> InvoiceDetail:
    return access.invoice(
        citizen=citizen, public_id=public_id, today=clock.today(), policy=house.policy()
    )


def _pdf(content: bytes, *, name: str) -> HttpResponse:
    """A PDF that opens in the browser, and is saved under a name that says what it is."""
    safe = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in name)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{safe}.pdf"'
    return response
