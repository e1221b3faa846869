"""The office's addresses, each in the words of its language.

    /sv/kontoret/regler/water_company/water/2020-01-01/
    /en/office/rules/water_company/water/2020-01-01/

The one rule: an address names files and days, never a person.
"""

from __future__ import annotations

from django.urls import include, path
from django.utils import translation
from django.utils.functional import lazy

from reskontra.office import views


def _in_words(sv: str, en: str) -> str:
    return en if translation.get_language() == "en" else sv


words = lazy(_in_words, str)
"""A part of an address, read anew in the language of each page."""

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

urlpatterns = [path(words("kontoret/", "office/"), include((_pages, "office")))]
