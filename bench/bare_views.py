"""Views with one query, to measure the portal's list page against: a page, and a text.

    /bare/       the invoices of who is signed in, in a table
    /bare/14/    those of party 14, as text, to anybody

The one rule: the page is guarded as the portal's own are, and nothing else of ours is used.
"""

from __future__ import annotations

from typing import Any

from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

from reskontra.portal.session import signed_in
from reskontra.records.views import Citizen

_ONE_QUERY = (
    "SELECT number, kind, due_date, total_ore FROM invoice WHERE party_id = %s ORDER BY due_date"
)
_PAGE = Engine().from_string("""<!doctype html>
<html lang="sv">
<head><meta charset="utf-8"><title>Obetalda fakturor</title></head>
<body>
<h1>Obetalda fakturor</h1>
<table>
  <thead>
    <tr><th>Faktura</th><th>Vad</th><th>Betala senast</th><th>Belopp</th></tr>
  </thead>
  <tbody>
    {% for number, kind, due, ore in invoices %}
    <tr><td>{{ number }}</td><td>{{ kind }}</td><td>{{ due }}</td><td>{{ ore }}</td></tr>
    {% endfor %}
  </tbody>
</table>
</body>
</html>
""")


def _invoices(party: int) -> list[tuple[Any, ...]]:
    with connections["default"].cursor() as cursor:
        cursor.execute(_ONE_QUERY, [party])
        return cursor.fetchall()


def _bare_text(request: HttpRequest, party: int) -> HttpResponse:
    return HttpResponse("\n".join(map(str, _invoices(party))))


def _bare_page(request: HttpRequest, *, citizen: Citizen) -> HttpResponse:
    return HttpResponse(_PAGE.render(Context({"invoices": _invoices(citizen.party_id)})))


urlpatterns = [path("bare/", signed_in(_bare_page)), path("bare/<int:party>/", _bare_text)]
