"""Narrowing a list, without JavaScript: what is chosen survives sorting and paging."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from reskontra.portal import house, narrowing
from reskontra.records.views import ListFilter
from tests.portal.portal import Portal
from tests.portal.test_pages import axe, too_wide
from tests.portal.town import BERTIL, CILLA


def numbers(page: Page) -> set[str]:
    """The invoices of the page that is shown."""
    found = page.locator("td:has(> a.portal-table__details)").all_inner_texts()
    return {re.findall(r"\d{4}", text)[0] for text in found}


def test_what_is_chosen_survives_sorting_and_paging(portal: Portal) -> None:
    page = portal.sign_in(CILLA, script=False)
    page.goto(f"{portal.address}/sv/betalda/?year=2024&kind=culture")
    expect(page.get_by_label("Fakturans år")).to_have_value("2024")
    expect(page.get_by_text("25 fakturor")).to_be_visible()
    page.get_by_role("columnheader", name="Fakturans belopp").get_by_role("link").click()
    page.get_by_role("link", name=re.compile("^Nästa")).click()
    assert len(numbers(page)) == 5
    page.get_by_label("Fakturans år").select_option("2025")
    page.get_by_role("button", name="Visa", exact=True).click()
    assert numbers(page) == {"1002"}
    heading = page.get_by_role("columnheader", name="Fakturans belopp")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("link", name="Visa alla fakturor").click()
    expect(page.get_by_label("Fakturans år")).to_have_value("")


def test_the_total_is_of_what_was_chosen(portal: Portal) -> None:
    page = portal.sign_in(CILLA, language="en")
    page.get_by_text("Search and filter").click()
    department = page.get_by_label("Department")
    department.select_option("water_company.customer_service")
    page.get_by_role("button", name="Show", exact=True).click()
    assert numbers(page) == {"1004", "1005"}
    expect(page.locator(".portal-total")).to_contain_text("Left to pay of these")
    expect(page.locator(".portal-total__amount")).to_have_text("3,350.00 kr")
    assert [*axe(page), *too_wide(page)] == []


def test_a_number_in_the_other_list_is_one_press_away(portal: Portal) -> None:
    page = portal.sign_in(CILLA)
    page.goto(f"{portal.address}/sv/obetalda/?number=1003")
    assert [*axe(page), *too_wide(page)] == []
    page.get_by_role("link", name="Sök bland de betalda i stället").click()
    assert numbers(page) == {"1003"}
    page.goto(f"{portal.address}/sv/obetalda/?number=2001")
    assert numbers(page) == set()
    theirs = portal.sign_in(BERTIL)
    theirs.goto(f"{portal.address}/sv/obetalda/?number=2001")
    assert numbers(theirs) == {"2001"}


def test_what_means_nothing_leaves_nothing_out() -> None:
    asked = {
        "year": "20x4",
        "kind": "x",
        "department": "water_company.streets",
        "number": "'; \x00",
    }
    assert narrowing.chosen(asked, house.policy()) == ListFilter()
