"""What a person does in the portal, from signing in to signing out, with and without JavaScript."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.portal.portal import Portal, follow, width_of
from tests.portal.town import BERTIL, CILLA, NOBODY, UNPRINTABLE

WITH_AND_WITHOUT_SCRIPT = pytest.mark.parametrize("script", [True, False])


def invoice_address(page: Page, number: str) -> str:
    """Where the details of an invoice in the list are."""
    row = page.get_by_role("row").filter(has_text=number)
    address = row.get_by_role("link", name=re.compile("fakturadetaljer")).get_attribute("href")
    assert address
    return address


@WITH_AND_WITHOUT_SCRIPT
def test_a_person_signs_in_reads_an_invoice_and_signs_out(portal: Portal, *, script: bool) -> None:
    page = portal.sign_in(CILLA, script=script)
    expect(page.get_by_role("heading", level=1)).to_have_text("Obetalda fakturor")
    expect(page.locator("table")).to_contain_text("Under indrivning")
    page.goto(portal.address + invoice_address(page, "1004"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Faktura 1004")
    expect(page.get_by_role("main")).to_contain_text("Brevet gäller 2 fakturor")
    follow(page.get_by_role("button", name="Logga ut"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Du är utloggad")
    page.goto(f"{portal.address}/sv/obetalda/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Se dina fakturor och påminnelser")


@WITH_AND_WITHOUT_SCRIPT
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_whole_journey_goes_at_every_width(
    portal: Portal, language: str, *, script: bool
) -> None:
    """From signing in to signing out: a list, an invoice, a document, a request, a receipt."""
    for width, number in ((1280, "1004"), (360, "1006"), (320, "1007")):
        page = portal.sign_in(CILLA, language=language, script=script)
        page.set_viewport_size({"width": width, "height": 740})
        go_through(page, number)
        follow(page.get_by_role("button", name=re.compile("^(Logga ut|Sign out)$")))
        expect(page).to_have_url(f"{portal.address}/{language}/utloggad/")
        fits(page)


def go_through(page: Page, number: str) -> None:
    """Every page that follows from the list, by what stands on each, at the window's width."""
    fits(page)
    follow(page.get_by_role("link", name=number).locator("visible=true").first)
    expect(page.get_by_role("heading", level=1)).to_contain_text(number)
    fits(page)
    document = page.locator("main a.portal-document").first
    assert page.request.get(str(document.evaluate("each => each.href"))).status == 200
    follow(page.locator("a[href$='/begar/']"))
    fits(page)
    follow(page.locator("a[href='?vill=fel']"))
    fits(page)
    page.locator("#wrong-text").fill("Garage")
    follow(page.locator("form:has(#wrong-text) button"))
    expect(page.get_by_role("main")).to_contain_text("Garage")
    fits(page)
    follow(page.locator("button[name=step][value=send]"))
    expect(page).to_have_url(re.compile("/begart/"))
    expect(page.get_by_role("main")).to_contain_text("Garage")
    fits(page)
    follow(page.get_by_role("main").get_by_role("link", name=re.compile("fakturan|invoice")).first)
    expect(page.get_by_role("heading", level=1)).to_contain_text(number)


def fits(page: Page) -> None:
    assert page.viewport_size
    assert width_of(page) <= page.viewport_size["width"]


def test_the_total_is_what_is_left_to_pay_us_and_the_agency_s_share_stands_apart(
    portal: Portal,
) -> None:
    page = portal.sign_in(CILLA)
    expect(page.locator(".portal-total__amount")).to_have_text("13\u00a0488,00 kr")
    expect(page.get_by_text("Dessutom 600,00 kr som betalas till inkassobolaget")).to_be_visible()


def test_a_list_is_sorted_by_its_headings_over_all_its_pages(portal: Portal) -> None:
    page = portal.sign_in(CILLA)
    page.goto(f"{portal.address}/sv/betalda/")
    follow(page.get_by_role("columnheader", name="Fakturans belopp").get_by_role("link"))
    follow(page.get_by_role("columnheader", name="Fakturans belopp").get_by_role("link"))
    heading = page.get_by_role("columnheader", name="Fakturans belopp")
    expect(heading).to_have_attribute("aria-sort", "descending")
    expect(page.locator("tbody tr").first).to_contain_text("1003")
    follow(page.get_by_role("link", name=re.compile("^Nästa")))
    expect(page.locator("tbody tr")).to_have_count(7)


def test_an_invoice_at_the_agency_shows_whom_to_pay_and_not_us(portal: Portal) -> None:
    page = portal.sign_in(CILLA)
    page.goto(portal.address + invoice_address(page, "1001"))
    main = page.get_by_role("main")
    expect(main).to_contain_text("Exempel Inkasso AB")
    expect(main).to_contain_text("9991-4566")
    expect(main).not_to_contain_text("999-1233")
    expect(main.locator(".portal-qr")).to_have_count(0)


def test_a_removed_invoice_is_among_the_paid_and_says_why(portal: Portal) -> None:
    page = portal.sign_in(CILLA)
    page.goto(f"{portal.address}/sv/betalda/?sort=-amount")
    page.goto(portal.address + invoice_address(page, "1002"))
    main = page.get_by_role("main")
    expect(main).to_contain_text("Fakturan var felaktig och har tagits bort")
    expect(main).to_contain_text("Platsen var redan uppsagd")


def test_an_invoice_and_a_reminder_open_as_pdf_that_nothing_keeps(portal: Portal) -> None:
    page = portal.sign_in(CILLA)
    page.goto(portal.address + invoice_address(page, "1004"))
    links = page.locator("a.portal-document")
    expect(links).to_have_count(2)
    for link in links.all():
        answer = page.request.get(portal.address + str(link.get_attribute("href")))
        assert answer.status == 200
        assert answer.body().startswith(b"%PDF-")
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-disposition"].startswith("inline; filename=")


def test_a_document_that_cannot_be_made_is_told_on_a_page(portal: Portal) -> None:
    page = portal.sign_in(BERTIL)
    answer = page.goto(f"{portal.address}{invoice_address(page, UNPRINTABLE)}pdf/")
    assert answer is not None
    assert answer.status == 500
    assert answer.headers["cache-control"] == "no-store"
    expect(page.get_by_role("heading", level=1)).to_have_text("Vi kan inte visa dokumentet just nu")


def test_somebody_elses_invoice_looks_as_if_it_did_not_exist(portal: Portal) -> None:
    mine = portal.sign_in(CILLA)
    theirs = invoice_address(mine, "1004")
    mine.goto(portal.address + theirs)
    letter = str(mine.locator(".portal-letters a").get_attribute("href"))
    page = portal.sign_in(BERTIL)
    missing = page.request.get(f"{portal.address}/sv/faktura/{uuid4()}/")
    for address in (theirs, f"{theirs}pdf/", letter):
        answer = page.request.get(portal.address + address)
        assert answer.status == missing.status == 404
        assert plain(answer.text()) == plain(missing.text())
    own = invoice_address(page, "2001")
    in_own = own + letter.removeprefix(theirs)
    assert page.request.get(portal.address + in_own).status == 404


def plain(text: str) -> str:
    """The page without what differs between any two visits: its address and its form's token."""
    text = re.sub(r'value="[\w]{64}"', "", text)
    return re.sub(r"/faktura/[^\"]*", "", text)


def test_a_person_without_invoices_is_told_why_and_is_not_signed_in(portal: Portal) -> None:
    page = portal.sign_in(NOBODY)
    expect(page.get_by_role("main")).to_contain_text("Det finns inga fakturor till dig här")
    expect(page.get_by_role("main")).to_contain_text("18 månader")
    expect(page.get_by_role("button", name="Logga ut")).to_have_count(0)


def test_a_cancelled_sign_in_says_so_and_offers_another_try(portal: Portal) -> None:
    page = portal.visit("")
    follow(page.get_by_role("link", name="Logga in med e-legitimation"))
    follow(page.get_by_role("link", name="Avbryt inloggningen"))
    expect(page.get_by_role("main")).to_contain_text("Inloggningen avbröts")
    expect(page.get_by_role("link", name="Logga in på nytt")).to_be_visible()


def test_the_answer_to_a_sign_in_of_another_browser_is_refused(portal: Portal) -> None:
    page = portal.visit("")
    page.goto(f"{portal.address}/logga-in/klart/?state=stolen&code=stolen")
    expect(page.get_by_role("main")).to_contain_text("Börja om här")


def test_a_page_asked_for_before_signing_in_comes_after_it(portal: Portal) -> None:
    page = portal.visit("betalda/")
    follow(page.get_by_role("link", name="Logga in med e-legitimation"))
    follow(page.get_by_role("button", name="Cilla Åkesson"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Betalda fakturor")


def test_an_idle_session_ends(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    page = portal.sign_in(CILLA)
    monkeypatch.setattr("reskontra.portal.session.IDLE_SECONDS", -1)
    page.goto(f"{portal.address}/sv/obetalda/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Du har loggats ut")


def test_the_number_is_in_no_address_and_no_session(portal: Portal) -> None:
    from reskontra.records.citizen_sessions import SessionStore
    from reskontra.records.models import PortalSession

    page = portal.visit("")
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    follow(page.get_by_role("link", name="Logga in med e-legitimation"))
    follow(page.get_by_role("button", name="Cilla Åkesson"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Obetalda fakturor")
    kept = [str(SessionStore().decode(row.session_data)) for row in PortalSession.objects.all()]
    assert kept
    assert not [text for text in (*seen, *kept) if CILLA in text or CILLA[2:] in text]
