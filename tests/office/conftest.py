"""A browser and the office's pages, on a free port of this machine.

    def test_something(office: Office) -> None:
        page = office.visit("kontoret/regler/")

    def test_something_else(desk: StaffOffice) -> None:
        page = desk.sign_in(ANNA)

The one rule: for the pages about rules no database is made ready, since none may ask for one.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from django.test import override_settings
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from reskontra.config.sign_in import staff_broker
from reskontra.domain.texts import Texts
from reskontra.office import house
from reskontra.signin import demo_provider
from reskontra.signin.brokers import BROKERS
from tests.office.staff import ROLES, StaffOffice, officers
from tests.portal import town
from tests.portal.conftest import a_provider
from tests.portal.portal import WAIT_MS, Portal

TODAY = "2026-11-22"


@dataclass
class Office:
    """The office's address, and a browser to visit it with."""

    address: str
    browser: Browser

    def visit(self, path: str, *, language: str = "sv", script: bool = True) -> Page:
        """A fresh browser window that shows `path`."""
        context = self.browser.new_context(java_script_enabled=script, locale="sv-SE")
        context.set_default_timeout(WAIT_MS)
        page = context.new_page()
        page.goto(f"{self.address}/{language}/{path}")
        return page


@pytest.fixture
def office(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """The office on a day on which every sample rule is in force."""
    monkeypatch.setenv("RESKONTRA_TODAY", TODAY)
    server = make_server("localhost", 0, WSGIHandler(), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Office(address=f"http://localhost:{server.server_port}", browser=browser)
    for context in browser.contexts:
        context.close()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def staff_provider() -> Iterator[str]:
    """The provider that staff sign in by, in a process of its own."""
    yield from a_provider(officers())


@pytest.fixture
def desk(
    db: None, browser: Browser, staff_provider: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[StaffOffice]:
    """The town of the portal's tests on 20 April 2025, and the office that works with it."""
    monkeypatch.setenv("RESKONTRA_TODAY", town.TODAY.isoformat())
    town.live(tmp_path, house.policy())
    cache.clear()
    server = make_server("localhost", 0, WSGIHandler())

    def work() -> None:
        server.serve_forever()
        connections.close_all()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    address = f"http://localhost:{server.server_port}"
    with override_settings(**_settings(address, staff_provider)):
        yield StaffOffice(address=address, browser=browser)
        for context in browser.contexts:
            context.close()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def citizens_provider() -> Iterator[str]:
    """The provider that the town's people sign in by."""
    people = tuple(
        demo_provider.DemoPerson(identity_number=number, name=name, about=Texts(sv="–", en="–"))
        for number, name in town.NAMES.items()
    )
    yield from a_provider(people)


@pytest.fixture
def town_portal(desk: StaffOffice, citizens_provider: str) -> Iterator[Portal]:
    """The portal of the same town, beside its office."""
    settings = _settings(desk.address, citizens_provider)
    broker = replace(BROKERS["sweden_connect"], acr_values=())
    citizens = {**settings["STAFF_OIDC"], "broker": broker}
    policy = settings["CONTENT_SECURITY_POLICY"]
    policy["DIRECTIVES"]["form-action"] = [
        "'self'",
        citizens_provider,
        django_settings.STAFF_OIDC["issuer"],
    ]
    with override_settings(OIDC=citizens, CONTENT_SECURITY_POLICY=policy):
        yield Portal(address=desk.address, provider=citizens_provider, browser=desk.browser)


def _settings(address: str, provider: str) -> dict[str, Any]:
    own = ["'self'"]
    return {
        "RESKONTRA_BASE_URL": address,
        "STAFF_ROLES": ROLES,
        "STAFF_OIDC": {
            "issuer": provider,
            "client_id": demo_provider.CLIENT_ID,
            "client_secret": "known to all",
            "private_key_file": "",
            "broker": staff_broker(roles_claim="groups", acr_values=[]),
            "demo": True,
        },
        "CONTENT_SECURITY_POLICY": {
            "DIRECTIVES": {
                "default-src": ["'none'"],
                "style-src": own,
                "font-src": own,
                "img-src": own,
                "form-action": [*own, provider],
            }
        },
    }
