"""The office's addresses, each in the words of its language.

    /sv/kontoret/regler/water_company/water/2020-01-01/
    /en/office/rules/water_company/water/2020-01-01/

The one rule: an address names files, days and random ids, never a person.
"""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path
from django.utils import translation
from django.utils.functional import lazy

from reskontra.office import (
    decide_views,
    desk_views,
    night_views,
    signin,
    views,
    water_views,
)


def _in_words(sv: str, en: str) -> str:
    return en if translation.get_language() == "en" else sv


words = lazy(_in_words, str)
"""A part of an address, read anew in the language of each page."""

ONE = "<uuid:public_id>/"
VERSION = "<slug:creditor>/<slug:name>/<str:day>/"

_pages = [
    path(words("regler/", "rules/"), views.rules, name="rules"),
    path(words(f"regler/{VERSION}", f"rules/{VERSION}"), views.procedure, name="procedure"),
    path(
        words(f"regler/{VERSION}stegen.svg", f"rules/{VERSION}steps.svg"),
        views.picture,
        name="picture",
    ),
    path(words("lagen/", "law/"), views.law, name="law"),
    path(words("kampanjer/", "campaigns/"), views.campaigns, name="campaigns"),
    path(words("beviljar/", "grants/"), views.grants, name="grants"),
]

_staff_pages = [
    path("", desk_views.start, name="start"),
    path(words("valkommen/", "welcome/"), signin.welcome, name="welcome"),
    path(words("logga-in/", "sign-in/"), signin.sign_in, name="sign_in"),
    path(words("logga-ut/", "sign-out/"), signin.sign_out, name="sign_out"),
    path(words("sok/", "find/"), desk_views.find, name="find"),
    path(words("arbete/<slug:name>/", "work/<slug:name>/"), desk_views.work_list, name="work"),
    path(words(f"faktura/{ONE}", f"invoice/{ONE}"), desk_views.claim, name="claim"),
    path(words(f"faktura/{ONE}allt/", f"invoice/{ONE}all/"), desk_views.party, name="party"),
    path(
        words(f"faktura/{ONE}beslut/<slug:kind>/", f"invoice/{ONE}decide/<slug:kind>/"),
        decide_views.decide,
        name="decide",
    ),
    path(
        words(
            "borgenar/<slug:creditor>/beslut/<slug:kind>/",
            "creditor/<slug:creditor>/decide/<slug:kind>/",
        ),
        decide_views.decide_of_creditor,
        name="decide_of_creditor",
    ),
    path(words("natter/", "nights/"), night_views.nights, name="nights"),
    path(words("order/", "orders/"), water_views.orders, name="orders"),
    path(words(f"order/{ONE}", f"orders/{ONE}"), water_views.order, name="order"),
    path(
        words(f"order/{ONE}bild/<int:place>/", f"orders/{ONE}photo/<int:place>/"),
        water_views.photo,
        name="photo",
    ),
    path(words(f"order/{ONE}polis/", f"orders/{ONE}police/"), water_views.papers, name="papers"),
    path(words(f"anlaggning/{ONE}", f"facility/{ONE}"), water_views.facility, name="facility"),
    path(words(f"brev/{ONE}", f"letter/{ONE}"), desk_views.letter, name="letter"),
    path(words(f"beslut/{ONE}", f"decision/{ONE}"), decide_views.decision, name="decision"),
    path(words(f"beslut/{ONE}svar/", f"decision/{ONE}answer/"), decide_views.judge, name="judge"),
]
_fixed = [
    path("kontoret/inloggad/", signin.come_back, name="signed_in"),
    path("kontoret/utloggad/", signin.signed_out_there, name="signed_out_there"),
]

CITIZENS_ALONE = settings.RESKONTRA_FACE == "portal"
"""A process that serves citizens has no page for staff: it could reach no rows for them."""

_shown = _pages if CITIZENS_ALONE else [*_staff_pages, *_pages]

urlpatterns = [path(words("kontoret/", "office/"), include((_shown, "office")))]
fixed_urlpatterns = [path("", include(([] if CITIZENS_ALONE else _fixed, "office_fixed")))]
