"""The municipality's colors and mark, as the browser fetches them.

    /tema.css?v=<digest>    /tema/marke?v=<digest>

The one rule: they come from our own address, so the pages need no inline style.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from reskontra.portal import house
from reskontra.portal.session import anyone


@anyone
@require_GET
def colors(request: HttpRequest) -> HttpResponse:
    """The theme's colors as a style sheet."""
    theme = house.theme()
    if theme is None:
        raise Http404
    return _kept(HttpResponse(theme.css, content_type="text/css; charset=utf-8"))


@anyone
@require_GET
def mark(request: HttpRequest) -> HttpResponse:
    """The theme's mark."""
    theme = house.theme()
    if theme is None or not theme.logo:
        raise Http404
    return _kept(HttpResponse(theme.logo, content_type=theme.logo_type))


def _kept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "public, max-age=3600"
    return response
