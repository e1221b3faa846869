"""The pages of a long list: which one is shown, and where the others are.

    pages_of(request, count=260, size=25)  -> Pages(page=1, pages=11, offset=0, …)

The one rule: a page that does not exist is the nearest that does.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Where in a list one is."""

    page: int
    pages: int
    count: int
    offset: int
    previous: str
    next: str


def pages_of(request: HttpRequest, *, count: int, size: int) -> Pages:
    """The page that the address asks for."""
    last = max(1, -(-count // size))
    said = request.GET.get("page", "1")
    page = min(max(1, int(said) if said.isascii() and said.isdigit() else 1), last)
    return Pages(
        page=page,
        pages=last,
        count=count,
        offset=(page - 1) * size,
        previous=f"?page={page - 1}" if page > 1 else "",
        next=f"?page={page + 1}" if page < last else "",
    )
