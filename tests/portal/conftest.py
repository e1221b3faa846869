"""A browser, the portal and its demo provider, all real, on free ports of this machine.

    def test_something(portal: Portal) -> None:
        page = portal.sign_in(CILLA)

The one rule: a test goes in by the front door, as the person would.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from django.test import override_settings
from playwright.sync_api import Browser
from werkzeug.serving import make_server

from reskontra.domain.texts import Texts
from reskontra.portal import house
from reskontra.signin import demo_provider
from reskontra.signin.brokers import BROKERS
from tests.portal import town
from tests.portal.portal import Portal

START_SECONDS = 20
ABOUT = Texts(sv="Har en påminnelse", en="Has a reminder")


@pytest.fixture
def portal(
    db: None, browser: Browser, provider: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Portal]:
    """The town on 20 April 2025, and the portal that its people sign in to."""
    monkeypatch.setenv("RESKONTRA_TODAY", town.TODAY.isoformat())
    town.live(tmp_path, house.policy())
    cache.clear()
    with (
        serving_portal() as address,
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
            "broker": replace(BROKERS["sweden_connect"], acr_values=()),
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


@contextmanager
def serving_portal(port: int = 0) -> Iterator[str]:
    """The portal in one thread, which lets go of its own database connections at the end."""
    server = make_server("localhost", port, WSGIHandler())

    def work() -> None:
        server.serve_forever()
        connections.close_all()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def provider() -> Iterator[str]:
    """The demo's provider, in a process of its own as in the demo."""
    people = tuple(
        demo_provider.DemoPerson(identity_number=number, name=name, about=ABOUT)
        for number, name in town.NAMES.items()
    )
    yield from a_provider(people)


def a_provider(people: tuple[demo_provider.DemoPerson, ...]) -> Iterator[str]:
    """A provider at which these people can be chosen, until the caller is done with it."""
    port = free_port()
    serve = {"port": port, "persons": people}
    process = get_context("spawn").Process(target=demo_provider.serve, kwargs=serve, daemon=True)
    process.start()
    wait_for(port)
    yield f"http://localhost:{port}"
    process.terminate()
    process.join()
    process.close()


def free_port() -> int:
    """A port at which nothing answers."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return int(free.getsockname()[1])


def wait_for(port: int) -> None:
    """Return when something answers at the port."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection(("localhost", port)):
            return
        time.sleep(0.05)
    pytest.fail(f"no provider answers on port {port}")
