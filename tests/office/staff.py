"""The office as its staff visit it: a town's claims, and three officers who sign in.

    page = desk.sign_in("Anna Ek")

The one rule: each officer has a browser window of their own.
"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from reskontra.domain.texts import Texts
from reskontra.signin.demo_provider import DemoPerson
from tests.portal.portal import WAIT_MS, follow

ANNA, CARIN, TEKLA, ODD = "Anna Ek", "Carin Ås", "Tekla Dal", "Odd Utan"
GROUPS = {ANNA: "officers", CARIN: "managers", TEKLA: "technicians", ODD: "gardeners"}
ROLES = {
    "officers": "case_officer",
    "managers": "finance_manager",
    "technicians": "technician",
}
SIGN_IN = {"sv": "Logga in", "en": "Sign in"}


def officers() -> tuple[DemoPerson, ...]:
    """Who can sign in."""
    return tuple(
        DemoPerson(
            identity_number="",
            name=name,
            about=Texts(sv=group, en=group),
            claims={"name": name, "groups": [group]},
        )
        for name, group in GROUPS.items()
    )


@dataclass
class StaffOffice:
    """The office's address, and a browser to visit it with."""

    address: str
    browser: Browser

    def visit(self, path: str = "", *, language: str = "sv", width: int = 1280) -> Page:
        """A fresh window that shows a page of the office."""
        context = self.browser.new_context(locale="sv-SE", viewport={"width": width, "height": 900})
        context.set_default_timeout(WAIT_MS)
        page = context.new_page()
        home = "office" if language == "en" else "kontoret"
        page.goto(f"{self.address}/{language}/{home}/{path}")
        return page

    def sign_in(self, name: str, *, language: str = "sv", width: int = 1280) -> Page:
        """A fresh window in which the officer has signed in."""
        page = self.visit(language=language, width=width)
        follow(page.get_by_role("link", name=SIGN_IN[language], exact=True))
        follow(page.get_by_role("button", name=name))
        page.wait_for_url(f"{self.address}/{language}/**")
        return page
