"""The pages about water: a technician's orders, done on a phone; a house; papers for the police.

    /sv/kontoret/order/<id>/     what to do, begun and done without a script

The one rule: only a technician reports work; everybody of the office may read.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from reskontra.casework import water_orders
from reskontra.casework.water_orders import NoSuchOrder, Work
from reskontra.casework.water_sites import visit, visit_all
from reskontra.domain.refusal import Refused
from reskontra.domain.rules import Policy
from reskontra.office import clock, house, looking, water_pages, words
from reskontra.office.frame import language_of_page, show
from reskontra.office.permission import Desk, field, staff
from reskontra.office.wording import say
from reskontra.records import facilities, photos, water_work
from reskontra.records.water_work import Order

TECHNICIAN = "technician"
FIELDS = ("note", "meter_reading")


class OnlyTechnicians(Refused):
    """Work is reported by a technician; you may read the order."""

    swedish = "Arbetet rapporteras av en tekniker. Du kan läsa ordern."


@staff
@field
@require_GET
def orders(request: HttpRequest, *, desk: Desk) -> HttpResponse:
    """What is to be done, what comes first on top."""
    policy, today, language = house.policy(), clock.today(), language_of_page()
    with transaction.atomic(), connections["default"].cursor() as cursor:
        waiting = water_work.open_orders(cursor)
        keys = {each.facility for each in waiting}
        houses = visit_all(cursor, keys, policy=policy, today=today)
        found = [
            water_pages.card(each, houses[each.facility], today=today, language=language)
            for each in waiting
        ]
    return show(request, "office/orders.html", current="orders", desk=desk, orders=found)


@staff
@field
@require_http_methods(["GET", "POST"])
def order(request: HttpRequest, *, desk: Desk, public_id: UUID) -> HttpResponse:
    """One order: what to do, what stops it, and the form to say that it is done."""
    message = ""
    if request.method == "POST":
        try:
            with transaction.atomic(), connections["default"].cursor() as cursor:
                _report(cursor, request, desk, public_id)
            return redirect("office:order", public_id=public_id)
        except NoSuchOrder:
            return show(request, "office/missing.html", status=404, desk=desk)
        except Refused as refused:
            message = words.refusal(refused, language=language_of_page())
    return _page(request, desk, public_id, message)


def _page(request: HttpRequest, desk: Desk, public_id: UUID, message: str) -> HttpResponse:
    policy, today, language = house.policy(), clock.today(), language_of_page()
    with transaction.atomic(), connections["default"].cursor() as cursor:
        try:
            found, visited = water_orders.the_order(cursor, public_id, policy=policy, today=today)
        except NoSuchOrder:
            return show(request, "office/missing.html", status=404, desk=desk)
        for party in visited.site.premises.owners_on(today):
            looking.looked(cursor, desk, party=party, what=f"order at {visited.place.code}")
        values = water_pages.order_values(cursor, found, visited, today=today, language=language)
    return show(
        request,
        "office/order.html",
        current="orders",
        status=400 if message else 200,
        desk=desk,
        order=values,
        message=message,
        technician=TECHNICIAN in desk.officer.roles,
        decides=not desk.in_the_field,
        given={name: request.POST.get(name, "") for name in FIELDS},
    )


def _report(cursor: CursorWrapper, request: HttpRequest, desk: Desk, public_id: UUID) -> None:
    if TECHNICIAN not in desk.officer.roles:
        raise OnlyTechnicians
    policy, today = house.policy(), clock.today()
    if request.POST.get("deed") == "start":
        water_orders.start(cursor, public_id, by=desk.officer.name, policy=policy, today=today)
        return
    deeds: dict[str, Callable[..., None]] = {
        "done": water_orders.done,
        "not_possible": water_orders.not_possible,
        "found_open": water_orders.found_open,
    }
    deed = deeds.get(request.POST.get("deed", ""))
    if deed is None:
        raise NoSuchOrder
    deed(cursor, public_id, _work(request, desk), policy=policy, today=today)


def _work(request: HttpRequest, desk: Desk) -> Work:
    """What the technician filled in; the photo is kept only when it is one."""
    photo = request.FILES.get("photo")
    name = kind = ""
    if isinstance(photo, UploadedFile) and photo.size:
        if photo.size > photos.MOST_BYTES:
            raise photos.PhotoTooLarge(most=photos.MOST_BYTES // 1024 // 1024)
        name, kind = photos.keep(photo.read())
    note, reading = (request.POST.get(each, "").strip()[:500] for each in FIELDS)
    return Work(by=desk.officer.name, note=note, meter_reading=reading, photo=name, photo_type=kind)


@staff
@field
@require_GET
def photo(request: HttpRequest, *, desk: Desk, public_id: UUID, place: int) -> HttpResponse:
    """The photo of one of the order's events."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        found = water_work.find(cursor, public_id)
        if found is None or not _has_photo(found, place):
            return show(request, "office/missing.html", status=404, desk=desk)
        _looked_at_house(cursor, desk, found, house.policy())
    event = found.events[place]
    response = HttpResponse(photos.read(event.photo), content_type=event.photo_type)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _has_photo(order: Order, place: int) -> bool:
    return place < len(order.events) and bool(order.events[place].photo)


def _looked_at_house(cursor: CursorWrapper, desk: Desk, order: Order, policy: Policy) -> None:
    place = facilities.place(cursor, key=order.facility)
    assert place is not None
    visited = visit(cursor, place=place, policy=policy, today=clock.today())
    for party in visited.site.premises.owners_on(clock.today()):
        looking.looked(cursor, desk, party=party, what=f"photo at {place.code}")


@staff
@field
@require_GET
def facility(request: HttpRequest, *, desk: Desk, public_id: UUID) -> HttpResponse:
    """A house: its owners, its water, each gate and why it is closed, and its orders."""
    policy, today, language = house.policy(), clock.today(), language_of_page()
    with transaction.atomic(), connections["default"].cursor() as cursor:
        place = facilities.place(cursor, public_id=public_id)
        if place is None:
            return show(request, "office/missing.html", status=404, desk=desk)
        visited = visit(cursor, place=place, policy=policy, today=today)
        for party in visited.site.premises.owners_on(today):
            looking.looked(cursor, desk, party=party, what=f"facility {place.code}")
        values = water_pages.house_values(cursor, visited, today=today, language=language)
    return show(
        request, "office/facility.html", desk=desk, house=values, decides=not desk.in_the_field
    )


@staff
@require_GET
def papers(request: HttpRequest, *, desk: Desk, public_id: UUID) -> HttpResponse:
    """What a report to the police needs, on one page to print; once a person has decided it."""
    policy, today, language = house.policy(), clock.today(), language_of_page()
    with transaction.atomic(), connections["default"].cursor() as cursor:
        found = water_work.find(cursor, public_id)
        if found is None or found.reported is None:
            return show(request, "office/missing.html", status=404, desk=desk)
        place = facilities.place(cursor, key=found.facility)
        assert place is not None
        visited = visit(cursor, place=place, policy=policy, today=today)
        for party in visited.site.premises.owners_on(today):
            looking.looked(cursor, desk, party=party, what=f"papers about {place.code}")
        reported = water_work.report_of(cursor, found.key)
        pages = [
            water_pages.order_values(cursor, each, visited, today=today, language=language)
            for each in visited.orders
        ]
        values = water_pages.house_values(cursor, visited, today=today, language=language)
    return show(
        request,
        "office/papers.html",
        desk=desk,
        house=values,
        pages=pages,
        report=reported,
        creditor=policy.creditors[place.creditor],
        title=say("papers.title", language=language),
    )
