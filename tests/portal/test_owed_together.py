"""Two who owe an invoice each see it in the portal, told that they are several and no more."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from reskontra.portal import house
from tests.build import Municipality, a_co_debtor, a_payment, an_invoice, ocr_of, rows
from tests.portal import town
from tests.portal.portal import Portal, follow, width_of
from tests.portal.test_journeys import invoice_address
from tests.portal.town import BERTIL, CILLA, NAMES

PICTURES = os.environ.get("PICTURES", "")
"""A folder for pictures of what the tests see, when somebody wants them."""
TOGETHER = {
    "sv": "Ni är flera som ska betala den här fakturan.",
    "en": "Several of you are to pay this invoice.",
}

ASK = "begar/?vill=fel"
OBJECT = {"sv": "Skicka invändningen", "en": "Send the objection"}
ANOTHER = {"sv": "En sådan begäran finns redan", "en": "There is such a request already"}


@pytest.fixture
def together(portal: Portal, tmp_path: Path) -> Municipality:
    """Cilla owes 4001 together with Bertil, who owes 2001 alone."""
    folder = tmp_path / "together"
    folder.mkdir()
    them = Municipality(folder, house.policy())
    them.bill(
        an_invoice(
            "4001",
            party=CILLA,
            kind="rent",
            invoiced=town.TODAY,
            due=town.TODAY.replace(month=5),
            recipient={"name": NAMES[CILLA]},
            co_debtors=[a_co_debtor(BERTIL, name=NAMES[BERTIL], language="sv")],
        ),
        day=town.TODAY,
    )
    return them


def picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("who", "other"), [(CILLA, BERTIL), (BERTIL, CILLA)])
def test_each_sees_the_invoice_and_not_who_the_other_is(
    portal: Portal, together: Municipality, who: str, other: str, language: str
) -> None:
    page = portal.sign_in(who, language=language)
    page.goto(portal.address + address_of(page, "4001"))
    main = page.get_by_role("main")
    expect(main).to_contain_text(TOGETHER[language])
    expect(main).to_contain_text(ocr_of("4001"))
    assert NAMES[other] not in page.content()
    assert other not in page.content()
    picture(page, f"together-{language}-{'cilla' if who == CILLA else 'bertil'}")
    page.set_viewport_size({"width": 360, "height": 800})
    assert width_of(page) <= 360
    picture(page, f"together-{language}-{'cilla' if who == CILLA else 'bertil'}-360")


def address_of(page: Page, number: str) -> str:
    """Where the invoice's page is, in whichever language the list is."""
    row = page.get_by_role("row").filter(has_text=number)
    address = row.locator("a").first.get_attribute("href")
    assert address
    return address


def test_paid_by_one_it_is_paid_for_the_other(portal: Portal, together: Municipality) -> None:
    together.pay(a_payment(30_000, "4001", value_date=town.TODAY), day=town.TODAY)
    page = portal.sign_in(BERTIL)
    page.goto(f"{portal.address}/sv/betalda/")
    page.goto(portal.address + invoice_address(page, "4001"))
    main = page.get_by_role("main")
    expect(main).to_contain_text("Fakturan är betald.")
    expect(main).to_contain_text("Det gäller för alla er som skulle betala fakturan.")
    picture(page, "together-paid")


def test_nobody_sees_what_the_other_owes_alone(portal: Portal, together: Municipality) -> None:
    page = portal.sign_in(BERTIL)
    expect(page.locator("table")).to_contain_text("4001")
    expect(page.locator("table")).to_contain_text("2001")
    expect(page.locator("table")).not_to_contain_text("1007")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_who_asks_second_is_told_that_another_has_asked_and_nothing_of_what(
    portal: Portal, together: Municipality, language: str
) -> None:
    words = {CILLA: "hyran gäller garaget", BERTIL: "jag bor inte kvar"}
    for who in words:
        page = portal.sign_in(who, language=language)
        page.goto(portal.address + address_of(page, "4001") + ASK)
        page.locator("#wrong-text").fill(words[who])
        follow(page.get_by_role("button", name=OBJECT[language]))
        follow(page.locator("button[name=step][value=send]"))
    expect(page.get_by_role("heading", level=1)).to_have_text(ANOTHER[language])
    told = page.content()
    assert not [said for said in (NAMES[CILLA], CILLA, words[CILLA]) if said in told]
    assert rows("SELECT text FROM request") == [(words[CILLA],)]
    picture(page, f"another-{language}")
    page.set_viewport_size({"width": 360, "height": 800})
    assert width_of(page) <= 360
    picture(page, f"another-{language}-360")
