"""Who may open a page of the office; every view says so.

    @anyone
    def rules(request): ...

The one rule: a page without a word about who may open it is a fault that a test finds. The rules
say nothing about anybody, so anyone may read them; what is about a person asks for staff.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]

ANYONE = "anyone"


def anyone(view: View[P]) -> View[P]:
    """Say that the page is open to anyone."""
    view.__dict__["permission"] = ANYONE
    return view
