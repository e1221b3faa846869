"""A browser and the office's pages, on a free port of this machine.

    def test_something(office: Office) -> None:
        page = office.visit("kontoret/regler/")

The one rule: no database is made ready, since no page here may ask for one.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.core.handlers.wsgi import WSGIHandler
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

TODAY = "2026-11-22"
WAIT_MS = 5_000


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
