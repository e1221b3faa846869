"""The portal as a test visits it.

    page = portal.sign_in(CILLA)

The one rule: each visit is a browser window of its own, with no memory of the ones before.
"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Browser, Locator, Page, expect

from tests.portal import town


@dataclass
class Portal:
    """The portal's address, and a browser to visit it with."""

    address: str
    provider: str
    browser: Browser

    def visit(self, path: str, *, language: str = "sv", script: bool = True) -> Page:
        """A fresh browser window that shows `path`."""
        context = self.browser.new_context(java_script_enabled=script, locale="sv-SE")
        context.set_default_timeout(WAIT_MS)
        page = context.new_page()
        page.goto(f"{self.address}/{language}/{path}")
        return page

    def sign_in(self, number: str, *, language: str = "sv", script: bool = True) -> Page:
        """A fresh window in which the person has signed in; it shows what comes after."""
        page = self.visit("", language=language, script=script)
        follow(page.get_by_role("link", name=SIGN_IN[language]))
        follow(page.get_by_role("button", name=town.NAMES[number]))
        page.wait_for_url(f"{self.address}/{language}/**")
        return page


def follow(leads_away: Locator) -> None:
    """Press what leads to another page, and wait until that page is there, whole."""
    with leads_away.page.expect_navigation():
        leads_away.click()


def press(stays: Locator) -> None:
    """Press what changes something on the page that is open."""
    stays.click()


def width_of(page: Page) -> int:
    """How many pixels the page takes sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


WAIT_MS = 20_000
"""Of a page or of anything on it. Long, since a slow machine is not a fault of the portal's."""
SIGN_IN = {"sv": "Logga in med e-legitimation", "en": "Sign in with e-identification"}

expect.set_options(timeout=WAIT_MS)
