"""A case in court: registered in the office, seen on the claim's page, and ended there.

The one rule: what was filled in is what stands on the page, in either language.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.office.staff import ANNA, StaffOffice
from tests.office.test_desk_pages import OFFICE, open_claim, picture
from tests.portal.portal import follow
from tests.portal.test_pages import too_wide

SAID = {
    "sv": "Norrköpings tingsrätt, mål T 1234-25, sedan 2025-04-10, med interimistiskt beslut",
    "en": "Norrköpings tingsrätt, case T 1234-25, since 2025-04-10, with an interim order",
}


@pytest.mark.parametrize("width", [1280, 360])
def test_a_case_is_registered_seen_and_ended(desk: StaffOffice, width: int) -> None:
    page = desk.sign_in(ANNA, width=width)
    open_claim(page, "1005")
    claim = page.url
    follow(page.get_by_role("link", name="Registrera ett mål i domstol"))
    page.get_by_label("Vilken domstol").fill("Norrköpings tingsrätt")
    page.get_by_label("Målnummer").fill("T 1234-25")
    page.get_by_label("Hos domstolen sedan").fill("2025-04-10")
    page.get_by_label("Finns ett interimistiskt beslut?").select_option("yes")
    picture(page, f"court-form-{width}")
    follow(page.get_by_role("button", name="Visa vad som händer"))
    expect(page.locator(".office-side__half--after")).to_contain_text(SAID["sv"])
    assert [*too_wide(page)] == []
    page.get_by_label("Varför?").fill("stämning från tingsrätten")
    follow(page.get_by_role("button", name="Besluta", exact=True))
    expect(page.get_by_role("main")).to_contain_text("Verkställt")
    for language in ("en", "sv"):
        page.goto(claim.replace("/sv/kontoret/faktura", f"/{language}/{OFFICE[language]}"))
        expect(page.get_by_role("main")).to_contain_text(SAID[language])
        picture(page, f"court-claim-{language}-{width}")
        assert [*too_wide(page)] == []
    follow(page.get_by_role("link", name="Registrera hur målet slutade"))
    page.get_by_label("Hur slutade målet?").select_option("rejected")
    picture(page, f"court-end-{width}")
    follow(page.get_by_role("button", name="Visa vad som händer"))
    expect(page.locator(".office-side__half--after")).to_contain_text("Krediterad")
    picture(page, f"court-effect-{width}")
