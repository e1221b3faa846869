"""By keyboard alone, with more space in the text, and at 400 %: every page, and a whole journey."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from reskontra.portal import session
from tests.portal.portal import SIGN_IN, Portal
from tests.portal.reach import ENLARGED, WIDE, enlarged, lost, spaced, walked
from tests.portal.test_pages import addresses
from tests.portal.test_session_warning import LATER, WARNED_SECONDS
from tests.portal.town import CILLA, NAMES

MOST_PRESSES = 200


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_is_used_by_keyboard_alone_and_loses_nothing(
    portal: Portal, language: str
) -> None:
    page = portal.sign_in(CILLA, language=language)
    faults: list[str] = []
    kinds: set[str] = set()
    for address in addresses(page, portal, language):
        page.goto(portal.address + address)
        faults += [f"{address}: {fault}" for fault in all_ways(page, kinds)]
    assert "SUMMARY.govuk-details__summary" in kinds
    assert not faults, "\n".join(faults)


def test_in_the_readers_own_colours_the_focus_is_seen(portal: Portal) -> None:
    page = portal.sign_in(CILLA)
    faults: list[str] = []
    kinds: set[str] = set()
    for address in addresses(page, portal, "sv"):
        page.goto(portal.address + address)
        page.emulate_media(forced_colors="active")
        faults += [f"{address}: {fault}" for fault in walked(page, kinds)]
    assert not faults, "\n".join(faults)


def all_ways(page: Page, kinds: set[str]) -> list[str]:
    """What is wrong with the page that is shown, which is left wide and as it was."""
    faults = []
    for size in (ENLARGED, WIDE):
        page.set_viewport_size(size)
        faults += walked(page, kinds)
    faults += [*enlarged(page), *lost(page), *spaced(page)]
    page.set_viewport_size(WIDE)
    page.evaluate("document.adoptedStyleSheets = []")
    return faults


def test_the_warning_before_the_session_ends_covers_nothing_that_is_used(portal: Portal) -> None:
    page = portal.sign_in(CILLA)
    faults: list[str] = []
    for size in (ENLARGED, WIDE):
        page.set_viewport_size(size)
        page.evaluate(LATER % (session.IDLE_SECONDS - WARNED_SECONDS + 1))
        faults += walked(page, set())
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_whole_journey_needs_no_mouse(portal: Portal, language: str) -> None:
    page = portal.visit("", language=language)
    faults: list[str] = []
    kinds: set[str] = set()
    go_by_keys(page, page.get_by_role("link", name=SIGN_IN[language]))
    go_by_keys(page, page.get_by_role("button", name=NAMES[CILLA]))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null"), "the menu is skipped"
    tab_to(page, page.locator(".portal-narrowing summary"))
    page.keyboard.press("Enter")
    write(page, page.get_by_role("searchbox"), "1007")
    go_by_keys(page, page.get_by_role("search").locator("button"))
    expect(page.locator("tbody tr")).to_have_count(1)
    go_by_keys(page, page.locator("a.portal-table__details"))
    go_by_keys(page, page.locator("a[href$='/begar/']"))
    faults += all_ways(page, kinds)
    go_by_keys(page, page.locator("a[href='?vill=delar']"))
    faults += all_ways(page, kinds)
    write(page, page.locator("#parts"), "4")
    go_by_keys(page, page.locator("form[method=get] button"))
    expect(page.locator("#parts")).to_have_value("4")
    go_by_keys(page, page.locator(".govuk-back-link"))
    go_by_keys(page, page.locator("a[href='?vill=fel']"))
    write(page, page.locator("#wrong-text"), "Garage")
    go_by_keys(page, page.locator("form:has(#wrong-text) button"))
    faults += all_ways(page, kinds)
    go_by_keys(page, page.locator("button[name=step][value=send]"))
    faults += all_ways(page, kinds)
    expect(page.get_by_role("main")).to_contain_text("Garage")
    go_by_keys(page, page.locator("header form button"))
    page.wait_for_url("**/utloggad/")
    assert not faults, "\n".join(faults)


def go_by_keys(page: Page, wanted: Locator) -> None:
    """Tab to it from where the focus is, press it, and come to the next page."""
    tab_to(page, wanted)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page: Page, wanted: Locator, words: str) -> None:
    """Tab to it from where the focus is, and type."""
    tab_to(page, wanted)
    page.keyboard.type(words)


def tab_to(page: Page, wanted: Locator) -> None:
    for _ in range(MOST_PRESSES):
        if wanted.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not lead to {wanted}")
