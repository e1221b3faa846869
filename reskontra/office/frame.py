"""What is around every page of the office: the header, the menu, the other language.

    show(request, "office/rules.html", current="rules", creditors=…)

The one rule: every page goes through `show`, so no page lacks a language, a title or a way out.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils import translation

from reskontra.office import house
from reskontra.office.permission import Desk
from reskontra.office.wording import say

LANGUAGES = {"sv": "Svenska", "en": "English"}
FIELD_MENU = ("orders",)
STAFF_MENU = ("start", "find", "orders", "nights")
MENU = ("rules", "law", "campaigns", "grants")
"""The pages of the menu, by their names in `urls` and in `wording`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLink:
    """One of the languages, and where this page is in it."""

    code: str
    name: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuItem:
    """One of the menu's pages."""

    title: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Plain values for the header and the menu."""

    municipality: str
    language: str
    languages: tuple[LanguageLink, ...]
    menu: tuple[MenuItem, ...]
    officer: str
    """Who is signed in; empty when nobody is."""
    home: str
    """Where the header's name leads."""


def show(
    request: HttpRequest,
    template: str,
    *,
    current: str = "",
    status: int = 200,
    desk: Desk | None = None,
    **values: object,
) -> HttpResponse:
    """The page made of `template` and `values`; `current` is its place in the menu."""
    language = language_of_page()
    works = desk is not None or settings.RESKONTRA_FACE == "office"
    staffs = FIELD_MENU if desk is not None and desk.in_the_field else STAFF_MENU
    names = (*staffs, *MENU) if works else MENU
    frame = Frame(
        municipality=house.municipality().name,
        language=language,
        languages=tuple(_language_link(request, code, language) for code in LANGUAGES),
        menu=tuple(
            MenuItem(
                title=say(f"menu.{name}", language=language),
                address=reverse(f"office:{name}"),
                current=name == current,
            )
            for name in names
        ),
        officer="" if desk is None else desk.officer.name,
        home=reverse("office:start" if works else "office:rules"),
    )
    return render(request, template, {"frame": frame, **values}, status=status)


def language_of_page() -> str:
    """`sv` or `en`."""
    language = translation.get_language() or "sv"
    return language if language in LANGUAGES else "sv"


def _language_link(request: HttpRequest, code: str, current: str) -> LanguageLink:
    return LanguageLink(
        code=code,
        name=LANGUAGES[code],
        address=_same_page(request, code),
        current=code == current,
    )


def _same_page(request: HttpRequest, code: str) -> str:
    """The page itself in another language; the rules when it has no address there."""
    here = request.get_full_path()
    there = str(translate_url(here, code))
    if there != here or code == language_of_page():
        return there
    with translation.override(code):
        return reverse("office:rules")
