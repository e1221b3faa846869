"""The office's pages for staff: what waits, whom it is about, and how it stands.

Example: `/sv/kontoret/faktura/<id>/` is one claim.

The one rule: whoever opens what is about a person is recorded before it is shown.
"""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods

from reskontra.casework import desk as casework
from reskontra.casework.returned import UNKNOWN_ADDRESS
from reskontra.domain.identity import NotIdentityNumber, parse_identity_number
from reskontra.office import claims, clock, forms, house, looking, session, words, work
from reskontra.office.frame import language_of_page, show
from reskontra.office.pages import pages_of
from reskontra.office.permission import Desk, staff
from reskontra.office.represented import represented_lines
from reskontra.office.wording import say, say_or_show
from reskontra.outgoing import documents
from reskontra.records import debtors, decisions, facilities, search, steps
from reskontra.records.search import Hit

PAGE = 25


@staff
@require_GET
def start(request: HttpRequest, *, desk: Desk) -> HttpResponse:
    """What waits, list by list."""
    with connections["default"].cursor() as cursor:
        asked = work.Asked(cursor=cursor, policy=house.policy(), today=clock.today())
        found = work.counts(asked)
    return show(request, "office/start.html", current="start", desk=desk, lists=found)


@staff
@require_GET
def work_list(request: HttpRequest, *, desk: Desk, name: str) -> HttpResponse:
    """One list, page by page."""
    if name not in work.LISTS:
        return show(request, "office/missing.html", status=404, desk=desk)
    desk.session[session.PURPOSE] = looking.USUAL
    listed, language, policy = work.LISTS[name], language_of_page(), house.policy()
    with connections["default"].cursor() as cursor:
        asked = work.Asked(cursor=cursor, policy=policy, today=clock.today(), language=language)
        pages = pages_of(request, count=listed.count(asked), size=PAGE)
        there = replace(asked, limit=PAGE, offset=pages.offset)
        found = listed.rows(there)
        rows = [
            {
                "row": row.waiting,
                "decision": row.decision,
                "kind": row.kind,
                "suggested": row.suggested,
                "form": _form_of_creditor(row),
                "letter": row.letter,
                "letter_title": say_or_show("letter", row.letter.template, language=language)
                if row.letter
                else "",
                "title": words.called(policy.decision_kinds, row.kind, language=language)
                if row.kind
                else "",
                "amount": words.kronor(row.waiting.amount_ore, language=language)
                if row.waiting.amount_ore
                else "",
                "needs": [
                    words.called(policy.clearance_kinds, each, language=language)
                    for each in row.needs
                ],
            }
            for row in found
        ]
    return show(
        request,
        "office/work.html",
        current="start",
        desk=desk,
        list=name,
        title=say(f"work.{name}", language=language),
        lead=say(f"work.{name}.lead", language=language),
        rows=rows,
        worded=any(row.needs or row.waiting.words for row in found),
        summed=any(row.waiting.amount_ore for row in found),
        pages=pages,
    )


def _form_of_creditor(row: work.Row) -> str:
    """Where what is about nobody's claim is decided, with it filled in."""
    if not row.creditor:
        return ""
    address = reverse("office:decide_of_creditor", args=(row.creditor, row.kind))
    return f"{address}?{urlencode([row.given])}"


@staff
@require_http_methods(["GET", "POST"])
def find(request: HttpRequest, *, desk: Desk) -> HttpResponse:
    """Search by a number, a name, or, sent apart from any address, an identity number."""
    asked = request.POST.get("q", "").strip()
    hits: list[Hit] = []
    error = ""
    if request.method == "POST":
        purpose = request.POST.get("purpose", "")
        if purpose not in looking.PURPOSES:
            error = say("find.purpose.error", language=language_of_page())
        elif not asked:
            error = say("find.error", language=language_of_page())
        else:
            desk.session[session.PURPOSE] = purpose
            with transaction.atomic(), connections["default"].cursor() as cursor:
                sought_by, hits = _hits(cursor, asked)
                looking.searched(cursor, desk, sought_by=sought_by, words=asked, found=len(hits))
    if len({each.party for each in hits}) == 1 and len(hits) == 1:
        return redirect("office:claim", public_id=hits[0].public_id)
    return show(
        request,
        "office/find.html",
        current="find",
        desk=desk,
        asked=asked,
        error=error,
        hits=hits,
        searched=request.method == "POST" and not error,
        purposes=looking.PURPOSES,
        purpose=looking.purpose_of(desk),
        status=400 if error else 200,
    )


def _hits(cursor: CursorWrapper, asked: str) -> tuple[str, list[Hit]]:
    """What was searched by, and what was found."""
    try:
        number = parse_identity_number(asked).number
    except NotIdentityNumber:
        found = search.by_number(cursor, asked)
        return ("number", found) if found else ("name", search.by_name(cursor, asked))
    found = search.by_identity(cursor, number)
    return "identity", found or search.by_number(cursor, asked)


@staff
@require_GET
def claim(request: HttpRequest, *, desk: Desk, public_id: UUID) -> HttpResponse:
    """One claim: how it stands, its story, its books, its letters, its decisions."""
    language, policy, today = language_of_page(), house.policy(), clock.today()
    with transaction.atomic(), connections["default"].cursor() as cursor:
        subject = search.subject(cursor, public_id)
        if subject is None:
            return show(request, "office/missing.html", status=404, desk=desk)
        owing = debtors.parties_of(cursor, subject.invoice)
        for whose in owing:
            looking.looked(cursor, desk, party=whose, what=f"invoice {subject.number}")
        values = claims.claim_values(cursor, subject, policy=policy, today=today, language=language)
        case = casework.case_of(
            cursor, forms.proposal_about(subject, ""), policy=policy, today=today
        )
        at = facilities.of_invoice(cursor, subject.invoice)
        offered = forms.offered(cursor, case, language=language)
        represented = represented_lines(
            cursor, owing, policy=policy, today=today, language=language
        )
    return show(
        request,
        "office/claim.html",
        desk=desk,
        subject=subject,
        creditor=policy.creditors[subject.creditor].name,
        claim=values,
        represented=represented,
        house=at,
        offered=offered,
    )


@staff
@require_GET
def party(request: HttpRequest, *, desk: Desk, public_id: UUID) -> HttpResponse:
    """All that somebody owes, and has owed."""
    language, policy, today = language_of_page(), house.policy(), clock.today()
    with transaction.atomic(), connections["default"].cursor() as cursor:
        subject = search.subject(cursor, public_id)
        if subject is None:
            return show(request, "office/missing.html", status=404, desk=desk)
        looking.looked(cursor, desk, party=subject.party, what="all invoices")
        count, _ = search.claims_of(cursor, subject.party, limit=1, offset=0)
        pages = pages_of(request, count=count, size=PAGE)
        _, lines = claims.claim_lines(
            cursor,
            subject.party,
            limit=PAGE,
            offset=pages.offset,
            policy=policy,
            today=today,
            language=language,
        )
        made = decisions.of_party(cursor, subject.party)
        holds = claims.hold_lines(
            cursor, subject.party, policy=policy, today=today, language=language
        )
        represented = represented_lines(
            cursor, [subject.party], policy=policy, today=today, language=language
        )
        lost = steps.open_holds(cursor, party=subject.party, kind=UNKNOWN_ADDRESS)
    return show(
        request,
        "office/party.html",
        desk=desk,
        subject=subject,
        lines=lines,
        pages=pages,
        holds=holds,
        represented=represented,
        address_unknown=bool(lost),
        decisions=[claims.decision_line(each, policy, language=language) for each in made],
    )


@staff
@require_GET
def letter(request: HttpRequest, *, desk: Desk, public_id: UUID) -> HttpResponse:
    """A letter as PDF."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        found = search.letter(cursor, public_id)
        if found is None:
            return show(request, "office/missing.html", status=404, desk=desk)
        key, whose, _ = found
        looking.looked(cursor, desk, party=whose, what="letter")
        pdf = documents.letter_copy(cursor, letter=key)
    return HttpResponse(pdf, content_type="application/pdf")
