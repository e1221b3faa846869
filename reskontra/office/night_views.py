"""The office's page about nights: what each did, and the way to undo one.

Example: `/sv/kontoret/natter/` lists the nights that took steps, the latest first.

The one rule: it tells of numbers, and of nobody's claim; what is decided is decided at the desk.
"""

from __future__ import annotations

from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from reskontra.office import house
from reskontra.office.frame import show
from reskontra.office.pages import pages_of
from reskontra.office.permission import Desk, staff
from reskontra.records import nights_told

PAGE = 25


@staff
@require_GET
def nights(request: HttpRequest, *, desk: Desk) -> HttpResponse:
    """The nights that took steps, creditor by creditor, with what has been undone of them."""
    creditors = house.policy().creditors
    with connections["default"].cursor() as cursor:
        pages = pages_of(request, count=nights_told.count(cursor), size=PAGE)
        found = nights_told.page(cursor, limit=PAGE, offset=pages.offset)
    return show(
        request,
        "office/nights.html",
        current="nights",
        desk=desk,
        pages=pages,
        creditors=[
            {"name": each.name, "address": _form_of(each.code)} for each in creditors.values()
        ],
        nights=[
            {
                "day": each.day,
                "creditor": creditors[each.creditor].name,
                "steps": each.steps,
                "letters": each.letters,
                "undone": each.undone,
                "stands": each.undone < each.steps,
                "address": f"{_form_of(each.creditor)}?night={each.day}",
            }
            for each in found
            if each.creditor in creditors
        ],
    )


def _form_of(creditor: str) -> str:
    return reverse("office:decide_of_creditor", args=(creditor, "undo_night"))
