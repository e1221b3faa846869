"""What is around every page: the header, the menu, and the same page in the other language.

    show(request, "portal/start.html", current="start")

The one rule: every page goes through `show`, so no page lacks a language, a title or a way out.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation

from reskontra.domain.texts import Contact
from reskontra.portal import house, session

LANGUAGES = {"sv": "Svenska", "en": "English"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLink:
    """One of the languages, and where this page is in it."""

    code: str
    name: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Plain values for the header and the footer."""

    municipality: str
    contact: Contact
    colors: str
    """Where the municipality's own colors are; empty when they are the portal's."""
    mark: str
    signed_in: bool
    number_shown: str
    """`now` or `earlier`, for whoever has two numbers and sees the invoices of one of them."""
    tells_by_mail: bool
    """There is a mail server, so notices before the due date are offered."""
    current: str
    language: str
    languages: tuple[LanguageLink, ...]


def show(
    request: HttpRequest, template: str, *, current: str = "", status: int = 200, **values: object
) -> HttpResponse:
    """The page made of `template` and `values`; `current` is its place in the menu."""
    theme, language = house.theme(), language_of_page()
    signed_in = session.citizen_of(request) is not None
    frame = Frame(
        municipality=house.name(),
        contact=house.municipality().contact,
        colors=f"{reverse('portal_fixed:colors')}?v={theme.digest}" if theme else "",
        mark=(
            f"{reverse('portal_fixed:mark')}?v={theme.digest}"
            if theme and theme.logo
            else static("house/mark.svg")
        ),
        signed_in=signed_in,
        number_shown=session.number_shown(request) if signed_in else "",
        tells_by_mail=settings.MAIL_OFFERED,
        current=current,
        language=language,
        languages=tuple(_language_link(request, code, language) for code in LANGUAGES),
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
    """The page itself in another language, with its sorting and its page number kept."""
    _, first, rest = (*request.get_full_path().split("/", 2), "")[:3]
    if first in LANGUAGES:
        return f"/{code}/{rest}"
    with translation.override(code):
        return reverse("portal:start")
