"""What the portal answers to one who asks for an address of somebody else: 404, always alike.

    GET /sv/faktura/<an invoice of the second>/brev/<a letter of the first>/    by the first
    -> the same bytes as for an invoice that does not exist

The addresses are those of `portal/urls.py` that hold an id, so that a new one is here by itself;
the ids are all that the database has, of whatever table. Every request is a real one, by a real
session, and as the portal's database role alone.

The one rule: who may see an id is told by its row, never by the page that shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.db import connections
from django.http import HttpResponse
from django.test import override_settings
from django.urls import URLPattern, reverse
from django.urls.converters import UUIDConverter
from django.utils import translation
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reskontra.config.environment import USUAL_LIMITS
from reskontra.portal import urls as portal_urls
from tests.build import one, party_of, person, rows
from tests.portal.client import signed_in
from tests.records.conftest import TODAY
from tests.records.test_owed_together import SHARED
from tests.records.test_row_level_security import NEVER, OWN

Pages = dict[str, tuple[str, ...]]
CITIZENS = (1, 2, 4, 5)
FORMS: tuple[dict[str, str], ...] = (
    {"kind": "objection", "step": "send", "text": "fel"},
    {"kind": "installment_plan", "parts": "3"},
    {"kind": "deferral", "step": "send", "until": "2025-06-20", "text": "sjuk"},
    {"step": "change"},
    {},
)
ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
POSTED = frozenset({"portal:ask", "portal:receipt"})
"""What is sent to."""
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
LINK = re.compile(r'(?:href|action)="(/[^"?#]*)')


def pages_with_ids() -> Pages:
    """Every address of the portal that holds an id: its name, and what its ids are called."""
    found = {}
    for branch in (*portal_urls.urlpatterns, *portal_urls.fixed_urlpatterns):
        for page in branch.url_patterns:
            assert isinstance(page, URLPattern)
            if page.pattern.converters:
                found[f"{branch.app_name}:{page.name}"] = tuple(page.pattern.converters)
            for kind in page.pattern.converters.values():
                assert isinstance(kind, UUIDConverter), "an id must mean nothing to others"
    return found


PAGES = pages_with_ids()


def ids_of(place: int) -> set[UUID]:
    """The ids of what the person may see: their own, and what they owe together with another."""
    party, found = party_of(place), set()
    for table in tables_with_ids() & OWN.keys():
        whose = OWN[table].replace("everything.", "")
        found |= {
            each for (each,) in rows(f"SELECT public_id FROM {table} t WHERE {whose} = {party}")
        }
    for table in tables_with_ids() & SHARED.keys():
        shared = (
            f"SELECT public_id FROM {table} t WHERE {SHARED[table]} IN"
            f" (SELECT invoice_id FROM invoice_debtor WHERE party_id = {party})"
        )
        found |= {each for (each,) in rows(shared)}
    return found


def tables_with_ids() -> set[str]:
    """The tables whose rows have an id that an address may hold."""
    found = rows(
        "SELECT table_name FROM information_schema.columns"
        " WHERE table_schema = 'public' AND data_type = 'uuid'",
        using="owner",
    )
    return {name for (name,) in found}


class Visitor:
    """One who is signed in, in a browser of their own."""

    def __init__(self, place: int) -> None:
        self.place = place
        self.ids = ids_of(place)
        self._client = signed_in(party_of(place))

    def get(self, address: str) -> HttpResponse:
        """The answer to GET, by the portal's own database role."""
        with connections["default"].execute_wrapper(refuse):
            return self._client.get(address)

    def post(self, address: str, form: dict[str, str]) -> HttpResponse:
        """The answer to POST, by the portal's own database role."""
        with connections["default"].execute_wrapper(refuse):
            return self._client.post(address, form)

    def own(self) -> Iterator[tuple[str, str]]:
        """Every address reached by following links from the lists, and its page's name."""
        waiting = [address_of(f"portal:{name}", language="sv") for name in ("unpaid", "paid")]
        seen = set(waiting)
        while waiting:
            address = waiting.pop()
            answer = self.get(address)
            assert answer.status_code == 200, address
            yield address, answer.resolver_match.view_name
            html = "" if "pdf" in answer["Content-Type"] else answer.content.decode()
            linked = {each for each in LINK.findall(html) if ID.search(each)}
            waiting += linked - seen
            seen |= linked


def refuse(*_: object) -> None:
    pytest.fail("the portal asks by another role than its own")


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The town's day, and as many tries as one wants."""
    monkeypatch.setenv("RESKONTRA_TODAY", TODAY.isoformat())
    endless = dict.fromkeys(USUAL_LIMITS, 10**9)
    with override_settings(RESKONTRA_LIMITS=endless):
        yield


@pytest.fixture(scope="module")
def visitors(town: None) -> tuple[Visitor, ...]:
    return tuple(Visitor(place) for place in CITIZENS)


@pytest.fixture(scope="module")
def every_id(town: None) -> list[UUID]:
    """Every id in the database."""
    found = (rows(f"SELECT public_id FROM {each}", using="owner") for each in tables_with_ids())
    return sorted(key for table in found for (key,) in table)


def test_each_reaches_every_such_page_of_their_own_and_nobody_elses(
    visitors: tuple[Visitor, ...],
) -> None:
    reached = set()
    for visitor in visitors:
        found = {address: name for address, name in visitor.own() if ID.search(address)}
        reached |= {*found.values()}
        shown = {UUID(each) for address in found for each in ID.findall(address)}
        assert shown, "one who sees nothing proves nothing"
        assert shown <= visitor.ids
    assert reached == PAGES.keys()


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_somebody_elses_is_answered_as_what_does_not_exist(
    visitors: tuple[Visitor, ...], every_id: list[UUID], data: st.DataObject
) -> None:
    visitor = data.draw(st.sampled_from(visitors))
    name = data.draw(st.sampled_from(sorted(PAGES)))
    ids = st.sampled_from(every_id) | st.uuids(version=4)
    asked = data.draw(st.tuples(*(ids for _ in PAGES[name])))
    assume(not visitor.ids.issuperset(asked))
    form = data.draw(st.none() | st.sampled_from(FORMS))
    language = data.draw(st.sampled_from(["sv", "en"]))
    query = data.draw(st.sampled_from(["", "?parts=3", "?again=1"]))
    before = one("SELECT count(*) FROM request")
    nowhere = tuple(UUID(int=place + 1, version=4) for place in range(len(asked)))
    told, expected = (
        answered(visitor, f"{address_of(name, *each, language=language)}{query}", form)
        for each in (asked, nowhere)
    )
    assert told == expected
    assert told[0] == (404 if form is None or name in POSTED else 405)
    assert one("SELECT count(*) FROM request") == before


def address_of(name: str, *ids: UUID, language: str) -> str:
    """The address of the page in that language."""
    with translation.override(language):
        return reverse(name, kwargs=dict(zip(PAGES.get(name, ()), ids, strict=True)))


def answered(
    visitor: Visitor, path: str, form: dict[str, str] | None
) -> tuple[int, dict[str, str], str]:
    """Status, headers and body, but for the ids that were asked for and the form's token."""
    answer = visitor.get(path) if form is None else visitor.post(path, form)
    body = TOKEN.sub("", ID.sub("<id>", answer.content.decode()))
    for other in {*CITIZENS} - {visitor.place}:
        assert person(other)[:8] not in body
    return answer.status_code, dict(answer.headers), body


def test_no_id_is_of_a_table_that_nobody_has_placed(town: None) -> None:
    assert tables_with_ids() <= OWN.keys() | NEVER
