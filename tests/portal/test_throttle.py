"""Who signs in, asks or opens documents far too often is asked to wait; who reads is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.test import Client, override_settings
from playwright.sync_api import expect

from reskontra.config import environment
from reskontra.portal import clock, house, throttle
from reskontra.records import access
from tests.build import one
from tests.portal import town
from tests.portal.client import signed_in
from tests.portal.portal import SIGN_IN, Portal
from tests.portal.test_pages import axe, on_a_phone, too_wide
from tests.portal.town import BERTIL, CILLA
from tests.records.test_addresses import PAGES

LIMITS = {"sign_in": 2, "ask": 2, "pdf": 2}
FAR, FARTHER, PROXY = "8.8.8.8", "2001:4860:4860::8888", "10.0.0.1"


@pytest.fixture
def limits() -> Iterator[None]:
    """Twice in ten minutes, which begin now."""
    cache.clear()
    with override_settings(RESKONTRA_LIMITS=LIMITS):
        yield
    cache.clear()


@pytest.fixture
def people(db: None, limits: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESKONTRA_TODAY", town.TODAY.isoformat())
    town.live(tmp_path, house.policy())


def client_of(number: str) -> Client:
    (citizen,) = access.parties_for(identity_number=number)
    return signed_in(citizen.party_id)


def page_of(number: str) -> str:
    return f"/sv/faktura/{one('SELECT public_id FROM invoice WHERE number = %s', number)}/"


def statuses(client: Client, *paths: str, **given: str) -> list[int]:
    return [client.get(path, **given).status_code for path in paths]


def test_signing_in_is_limited_for_an_address_that_tells_visitors_apart(
    db: None, limits: None
) -> None:
    tries = ("/sv/logga-in/", "/logga-in/klart/", "/en/logga-in/")
    assert statuses(Client(SERVER_NAME="localhost"), *tries, REMOTE_ADDR=FAR) == [302, 400, 429]
    assert statuses(Client(SERVER_NAME="localhost"), *tries, REMOTE_ADDR=FARTHER)[0] == 302
    assert 429 not in statuses(Client(SERVER_NAME="localhost"), *tries, REMOTE_ADDR=PROXY)
    assert statuses(Client(SERVER_NAME="localhost"), "/sv/", "/sv/fragor/", REMOTE_ADDR=FAR) == [
        200,
        200,
    ]


def test_documents_are_limited_for_a_person_and_pages_are_not(people: None) -> None:
    document, page = f"{page_of('1007')}pdf/", page_of("1007")
    assert statuses(client_of(CILLA), document, document) == [200, 200]
    assert statuses(client_of(CILLA), document, page, "/sv/obetalda/") == [429, 200, 200]
    assert statuses(client_of(BERTIL), page_of("2001")) == [200]


def test_asking_is_limited_and_the_form_is_not(people: None) -> None:
    client, form = client_of(CILLA), f"{page_of('1007')}begar/"
    answers = [client.post(form, {"kind": "objection", "text": "fel"}) for _ in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 429]
    assert client.get(form).status_code == 200


def test_it_says_when_to_come_back_and_then_one_may(
    people: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, document = client_of(CILLA), f"{page_of('1007')}pdf/"
    now = 100 * throttle.WINDOW_SECONDS
    monkeypatch.setattr(clock, "now", lambda: now + 540)
    refused = [client.get(document) for _ in range(3)][-1]
    assert (refused.status_code, refused["Retry-After"]) == (429, "60")
    assert refused["Cache-Control"] == "no-store"
    assert "Vänta en minut" in refused.content.decode()
    monkeypatch.setattr(clock, "now", lambda: now + 600)
    assert client.get(document).status_code == 200


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_is_plain_and_accessible(
    portal: Portal, limits: None, language: str, tmp_path: Path
) -> None:
    page = portal.sign_in(CILLA, language=language)
    document = f"{portal.address}{page_of('1007')}pdf/".replace("/sv/", f"/{language}/")
    for _ in LIMITS:
        page.request.get(document)
    page.goto(document)
    told = {"sv": "Det blev för många försök", "en": "There were too many attempts"}[language]
    expect(page.get_by_role("heading", level=1)).to_contain_text(told)
    assert [*axe(page), *on_a_phone(page), *too_wide(page)] == []
    page.screenshot(path=tmp_path / "too-many.png")
    expect(page.get_by_role("link", name=SIGN_IN[language])).to_have_count(0)


def test_every_document_is_limited() -> None:
    documents = {name for name in PAGES if name.endswith("_pdf")}
    assert documents
    assert documents <= {name for _, name in throttle.LIMITED}
    assert {*throttle.LIMITED.values()} == environment.USUAL_LIMITS.keys()


def test_a_limit_that_would_not_be_in_force_is_refused() -> None:
    assert environment.limits({"RESKONTRA_LIMITS": "pdf=7"})["pdf"] == 7
    for wrong in ("pdf=many", "pdf=0", "pdf", "pdfs=7"):
        with pytest.raises(ImproperlyConfigured, match="RESKONTRA_LIMITS"):
            environment.limits({"RESKONTRA_LIMITS": wrong})
