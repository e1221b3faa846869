"""Two minutes before the session ends the page says so, and one press extends it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from reskontra.portal import session
from tests.portal.portal import Portal, press
from tests.portal.test_pages import ROOT, axe, too_wide
from tests.portal.town import CILLA

STYLE = ROOT / "reskontra/portal/styles/_session.scss"
WARNED_SECONDS = 120
LATER = "document.getAnimations().forEach(each => { each.currentTime = %d * 1000; })"


def test_the_warning_comes_in_time_and_one_press_extends(portal: Portal, tmp_path: Path) -> None:
    warned_after = session.IDLE_SECONDS - WARNED_SECONDS
    page = portal.sign_in(CILLA)
    stay = page.get_by_role("button", name="Fortsätt vara inloggad")
    page.evaluate(LATER % (warned_after - 1))
    expect(stay).to_be_hidden()
    page.evaluate(LATER % (warned_after + 1))
    expect(stay).to_be_visible()
    page.screenshot(path=tmp_path / "warning.png")
    assert [*axe(page), *too_wide(page)] == []
    with page.context.expect_page() as opened:
        press(stay)
    told = opened.value
    expect(told.get_by_role("heading", level=1)).to_have_text("Du är fortfarande inloggad")
    expect(page.get_by_role("heading", level=1)).to_have_text("Obetalda fakturor")
    assert [*axe(told), *too_wide(told)] == []


def test_the_style_counts_what_the_session_does() -> None:
    assert f" {session.IDLE_SECONDS - WARNED_SECONDS}s " in STYLE.read_text(encoding="utf-8")
