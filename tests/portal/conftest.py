"""A browser, the portal and its demo provider, all real, on free ports of this machine.

    def test_something(portal: Portal) -> None:
        page = portal.sign_in(CILLA)

The one rule: a test goes in by the front door, as the person would.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import override_settings
from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import BaseWSGIServer, make_server

from reskontra.domain.rules import Texts
from reskontra.portal import demo_provider, house
from tests.portal import town
from tests.portal.portal import Portal

CHROMIUM = "/usr/bin/chromium"
ABOUT = Texts(sv="Har en påminnelse", en="Has a reminder")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as Debian packages it."""
    if not Path(CHROMIUM).exists():
        pytest.fail(f"{CHROMIUM} is missing: apt-get install chromium")
    # Playwright keeps an event loop in this thread, which makes Django refuse plain queries here.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def portal(
    db: None, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Portal]:
    """The town on 20 April 2025, and the portal that its people sign in to."""
    monkeypatch.setenv("RESKONTRA_TODAY", town.TODAY.isoformat())
    town.live(tmp_path, house.policy())
    people = tuple(
        demo_provider.DemoPerson(identity_number=number, name=name, about=ABOUT)
        for number, name in town.NAMES.items()
    )
    cache.clear()
    with (
        _serving(demo_provider.server(port=0, persons=people)) as provider,
        _serving(make_server("localhost", 0, _application(), threaded=True)) as address,
        override_settings(**_settings(address, provider)),
    ):
        yield Portal(address=address, provider=provider, browser=browser)
        for context in browser.contexts:
            context.close()


def _settings(address: str, provider: str) -> dict[str, object]:
    sources = {"style-src": ["'self'"], "font-src": ["'self'"], "img-src": ["'self'"]}
    return {
        "RESKONTRA_BASE_URL": address,
        "OIDC": {
            "issuer": provider,
            "client_id": demo_provider.CLIENT_ID,
            "client_secret": "known to all",
            "private_key_file": "",
            "identity_claim": demo_provider.IDENTITY_CLAIM,
            "acr_values": [],
            "demo": True,
        },
        "CONTENT_SECURITY_POLICY": {
            "DIRECTIVES": {
                "default-src": ["'none'"],
                "form-action": ["'self'", provider],
                **sources,
            }
        },
    }


def _application() -> object:
    from django.core.handlers.wsgi import WSGIHandler

    return WSGIHandler()


@contextmanager
def _serving(server: BaseWSGIServer) -> Iterator[str]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
