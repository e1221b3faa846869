"""Narrowing a list, without JavaScript: what is chosen survives sorting and paging."""

from __future__ import annotations

import re

import pytest
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpRequest
from playwright.sync_api import Page, expect

from reskontra.portal import house, narrowing, searches
from reskontra.portal.lists import PAGE_SIZE
from reskontra.records.views import ListFilter
from tests.portal.portal import Portal, follow, press
from tests.portal.test_pages import axe, too_wide
from tests.portal.town import BERTIL, CILLA, PAGED


def numbers(page: Page) -> set[str]:
    """The invoices of the page that is shown."""
    found = page.locator("td:has(> a.portal-table__details)").all_inner_texts()
    return {re.findall(r"\d{4}", text)[0] for text in found}


def test_what_is_chosen_survives_sorting_and_paging(portal: Portal) -> None:
    page = portal.sign_in(CILLA, script=False)
    page.goto(f"{portal.address}/sv/betalda/?year=2024&kind=culture")
    expect(page.get_by_label("Fakturans år")).to_have_value("2024")
    expect(page.get_by_text("25 fakturor")).to_be_visible()
    follow(page.get_by_role("columnheader", name="Fakturans belopp").get_by_role("link"))
    follow(page.get_by_role("link", name=re.compile("^Nästa")))
    assert len(numbers(page)) == 5
    page.get_by_label("Fakturans år").select_option("2025")
    follow(page.get_by_role("button", name="Visa", exact=True))
    assert numbers(page) == {"1002"}
    heading = page.get_by_role("columnheader", name="Fakturans belopp")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    follow(page.get_by_role("link", name="Visa alla fakturor"))
    expect(page.get_by_label("Fakturans år")).to_have_value("")


def test_the_total_is_of_what_was_chosen(portal: Portal) -> None:
    page = portal.sign_in(CILLA, language="en")
    press(page.get_by_text("Search and filter"))
    department = page.get_by_label("Department")
    department.select_option("water_company.customer_service")
    follow(page.get_by_role("button", name="Show", exact=True))
    assert numbers(page) == {"1004", "1005"}
    expect(page.locator(".portal-total")).to_contain_text("Left to pay of these")
    expect(page.locator(".portal-total__amount")).to_have_text("3,350.00 kr")
    assert [*axe(page), *too_wide(page)] == []


def search(page: Page, words: str) -> None:
    """Search the list that is shown."""
    form = page.get_by_role("search")
    if not form.is_visible():
        press(page.locator(".portal-narrowing summary"))
    form.get_by_role("searchbox").fill(words)
    follow(form.locator("button"))


def test_a_number_in_the_other_list_is_one_press_away(portal: Portal) -> None:
    page = portal.sign_in(CILLA)
    search(page, "1003")
    assert [*axe(page), *too_wide(page)] == []
    follow(page.get_by_role("link", name="Sök bland de betalda i stället"))
    assert numbers(page) == {"1003"}
    page.goto(f"{portal.address}/sv/obetalda/")
    search(page, "2001")
    assert numbers(page) == set()
    theirs = portal.sign_in(BERTIL)
    theirs.goto(page.url)
    assert numbers(theirs) == {"2001"}, "the search of another leaves nothing out here"


@pytest.mark.parametrize("script", [True, False])
def test_what_is_searched_for_survives_all_and_stands_in_no_address(
    portal: Portal, caplog: pytest.LogCaptureFixture, *, script: bool
) -> None:
    """It may be a personal identity number, and addresses come into logs."""
    caplog.set_level("DEBUG")
    page = portal.sign_in(CILLA, script=script)
    page.goto(f"{portal.address}/sv/betalda/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    search(page, "430")
    every = numbers(page)
    assert len(every) == PAGE_SIZE
    follow(page.get_by_role("columnheader", name="Fakturans belopp").get_by_role("link"))
    follow(page.get_by_role("link", name=re.compile("^Nästa")))
    assert len(numbers(page)) == PAGED - PAGE_SIZE
    follow(page.get_by_role("link", name="English"))
    expect(page.get_by_role("searchbox")).to_have_value("430")
    search(page, f"{CILLA[:8]}-{CILLA[8:]}")
    expect(page.get_by_role("searchbox")).to_have_value(f"{CILLA[:8]}-{CILLA[8:]}")
    assert numbers(page) == set()
    follow(page.get_by_role("link", name="Search among the unpaid"))
    expect(page.get_by_role("searchbox")).to_have_value(f"{CILLA[:8]}-{CILLA[8:]}")
    assert len(asked) > 6
    assert "POST" in caplog.text
    assert not [told for told in (*asked, caplog.text) if "=430" in told or CILLA[8:] in told]


def test_the_oldest_searches_are_forgotten() -> None:
    request = HttpRequest()
    request.session = SessionStore()
    keys = [searches.keep(request, f"{place}") for place in range(searches.MOST_KEPT + 2)]
    words = [searches.words_of(request, key) for key in keys]
    assert words == ["", "", *(f"{place}" for place in range(2, searches.MOST_KEPT + 2))]
    assert searches.keep(request, "") == ""


def test_what_means_nothing_leaves_nothing_out() -> None:
    asked = {"year": "20x4", "kind": "x", "department": "water_company.streets"}
    assert narrowing.chosen(asked, house.policy(), number="'; \x00") == ListFilter()
