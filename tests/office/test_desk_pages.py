"""Two officers in Chromium: one decides above her limit, the other signs; and what each page shows.

The one rule: what is decided by a page is read back from the rows.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.db import connections
from django.test import override_settings
from playwright.sync_api import Page, expect

import reskontra.outgoing
from reskontra.casework.decision_kind import About
from reskontra.casework.decision_kinds import KINDS
from reskontra.domain.claim import Status
from reskontra.domain.ledger import EntryKind, LedgerAccount
from reskontra.office import house
from reskontra.office.looking import PURPOSES
from reskontra.office.wording import WORDING
from reskontra.office.work import LISTS, Asked
from reskontra.portal.looks import look_values
from reskontra.portal.wording import WORDING as PORTAL_WORDING
from reskontra.records import access
from tests.build import one, rows
from tests.office.staff import ANNA, CARIN, ODD, TEKLA, StaffOffice
from tests.portal import town
from tests.portal.portal import follow, width_of
from tests.portal.test_pages import axe, too_wide

TEMPLATES = Path(str(reskontra.outgoing.__file__)).parent / "templates/letters"


PICTURES = os.environ.get("PICTURES", "")
"""A folder for pictures of what the tests see, when somebody wants them."""
OFFICE = {"sv": "kontoret/faktura", "en": "office/invoice"}


def picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


def open_claim(page: Page, number: str) -> None:
    """Search for an invoice, as one does who has it in hand."""
    follow(page.get_by_role("link", name="Sök", exact=True))
    page.get_by_label("Fakturanummer").fill(number)
    follow(page.get_by_role("button", name="Sök"))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Faktura {number}")


def put_on_hold(page: Page, number: str, until: str = "") -> None:
    """Fill the form in, see the effect, and decide."""
    open_claim(page, number)
    follow(page.get_by_role("link", name="Spärra krav"))
    page.get_by_label("Varför").select_option("investigation")
    page.get_by_label("Sista dag").fill(until)
    follow(page.get_by_role("button", name="Visa vad som händer"))
    page.get_by_label("Varför?").fill("Ringde i dag")
    follow(page.get_by_role("button", name="Besluta"))


def test_one_decides_above_her_limit_and_the_other_signs(desk: StaffOffice) -> None:
    anna = desk.sign_in(ANNA)
    put_on_hold(anna, "1007")
    expect(anna.get_by_role("main")).to_contain_text("Du har själv fattat beslutet")
    expect(anna.get_by_role("button", name="Skriv under")).to_have_count(0)
    assert one("SELECT count(*) FROM hold WHERE kind = 'investigation'") == 0

    carin = desk.sign_in(CARIN)
    follow(carin.get_by_role("link", name="Beslut att skriva under"))
    follow(carin.get_by_role("link", name="Granska: Spärra krav"))
    expect(carin.get_by_role("region", name="Det här händer")).to_contain_text("Vi utreder ärendet")
    follow(carin.get_by_role("button", name="Skriv under"))
    expect(carin.get_by_role("main")).to_contain_text("Verkställt")
    assert rows("SELECT kind, reason, decided_by FROM hold WHERE kind = 'investigation'") == [
        ("investigation", "Ringde i dag", "Anna Ek, Carin Ås")
    ]


def test_one_grants_a_plan_over_her_limit_and_the_other_signs_it(desk: StaffOffice) -> None:
    anna = desk.sign_in(ANNA)
    open_claim(anna, "1007")
    follow(anna.get_by_role("link", name="Bevilja avbetalningsplan"))
    anna.get_by_label("Antal delar").fill("6")
    follow(anna.get_by_role("button", name="Visa vad som händer"))
    after = anna.locator(".office-side__half--after")
    expect(after).to_contain_text("Avbetalningsplan")
    expect(anna.get_by_role("main")).to_contain_text("behöver en underskrift av: Ekonomichefen")
    anna.get_by_label("Varför?").fill("Har förlorat jobbet")
    follow(anna.get_by_role("button", name="Besluta och vänta på underskrift"))
    assert one("SELECT count(*) FROM hold WHERE kind = 'installment_plan'") == 0

    carin = desk.sign_in(CARIN)
    follow(carin.get_by_role("link", name="Beslut att skriva under"))
    follow(carin.get_by_role("link", name="Granska: Bevilja avbetalningsplan"))
    follow(carin.get_by_role("button", name="Skriv under"))
    expect(carin.get_by_role("main")).to_contain_text("Verkställt")
    assert rows("SELECT kind, decided_by FROM hold WHERE kind = 'installment_plan'") == [
        ("installment_plan", "Anna Ek, Carin Ås")
    ]


def test_what_ones_role_allows_is_done_and_shown_to_be(desk: StaffOffice) -> None:
    page = desk.sign_in(ANNA)
    put_on_hold(page, "1007", until="2025-06-30")
    expect(page.get_by_role("main")).to_contain_text("Verkställt")
    follow(page.get_by_role("link", name="Tillbaka till fakturan"))
    expect(page.get_by_role("region", name="Så står det till")).to_contain_text("2025-06-30")


def test_nobody_refuses_what_they_have_decided_themselves(desk: StaffOffice) -> None:
    anna = desk.sign_in(ANNA)
    put_on_hold(anna, "1007")
    anna.evaluate("document.querySelector('button[value=withdraw]').value = 'refuse'")
    anna.get_by_label("Varför tar du tillbaka?").fill("ändrade mig")
    follow(anna.get_by_role("button", name="Ta tillbaka"))
    expect(anna.get_by_role("alert")).to_contain_text("någon annan måste skriva under")
    assert rows("SELECT outcome FROM decision_outcome") == [("waiting",)]


def test_each_look_at_a_person_is_recorded_with_its_purpose(desk: StaffOffice) -> None:
    page = desk.sign_in(ANNA)
    follow(page.get_by_role("link", name="Sök", exact=True))
    page.get_by_label("Fakturanummer").fill(town.BERTIL)
    page.get_by_label("Varför söker du?").select_option("contact")
    follow(page.get_by_role("button", name="Sök"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Faktura 2001")
    assert town.BERTIL not in page.url
    follow(page.get_by_role("link", name="Allt för Bertil Öberg"))
    assert rows("SELECT actor, role, purpose FROM access_record") == [
        ("Anna Ek", "case_officer", "contact")
    ]
    follow(page.get_by_role("link", name="Sök", exact=True))
    page.get_by_label("Fakturanummer").fill("Åkesson")
    follow(page.get_by_role("button", name="Sök"))
    assert rows("SELECT actor, purpose, sought_by, words, found FROM search_record") == [
        ("Anna Ek", "contact", "identity", "", 1),
        ("Anna Ek", "contact", "name", "Åkesson", 1),
    ]


def test_who_has_no_role_does_not_come_in(desk: StaffOffice) -> None:
    page = desk.visit()
    follow(page.get_by_role("link", name="Logga in", exact=True))
    follow(page.get_by_role("button", name=ODD))
    expect(page.get_by_role("alert")).to_contain_text("ingen av dina grupper har en roll")
    page.goto(f"{desk.address}/sv/kontoret/")
    expect(page.get_by_role("link", name="Logga in", exact=True)).to_be_visible()


def test_a_technician_is_led_to_the_orders_from_every_page_about_claims(
    desk: StaffOffice,
) -> None:
    page = desk.sign_in(TEKLA)
    expect(page.get_by_role("heading", level=1)).to_have_text("Order")
    expect(page.get_by_role("link", name="Sök", exact=True)).to_have_count(0)
    invoice = one("SELECT public_id FROM invoice WHERE number = '1007'")
    home = f"{desk.address}/sv/kontoret"
    for path in ("sok/", "natter/", f"faktura/{invoice}/", f"faktura/{invoice}/beslut/hold/"):
        page.goto(f"{home}/{path}")
        assert page.url.endswith("/sv/kontoret/order/"), path
    assert rows("SELECT * FROM access_record") == []


def test_what_is_filled_in_wrongly_is_told_beside_the_field(desk: StaffOffice) -> None:
    page = desk.sign_in(ANNA)
    open_claim(page, "1007")
    follow(page.get_by_role("link", name="Spärra krav"))
    page.get_by_label("Sista dag").fill("i morgon")
    follow(page.get_by_role("button", name="Visa vad som händer"))
    expect(page.get_by_role("alert")).to_contain_text("Fyll i fältet")
    expect(page.get_by_label("Sista dag")).to_have_accessible_description(
        "Lämna tomt om spärren ska gälla tills någon häver den. "
        "Fel: 'i morgon' är ingen dag. Skriv den som 2025-05-31."
    )


def test_signing_out_ends_the_session(desk: StaffOffice) -> None:
    page = desk.sign_in(ANNA)
    follow(page.get_by_role("button", name="Logga ut Anna Ek"))
    expect(page.get_by_role("link", name="Logga in", exact=True)).to_be_visible()
    assert one("SELECT count(*) FROM office_session") == 0


def claim_pages(desk: StaffOffice, page: Page) -> list[str]:
    """Every page for staff that has something on it."""
    base = page.url.rstrip("/")
    invoice = one("SELECT public_id FROM invoice WHERE number = '1007'")
    letter = "faktura" if "/sv/" in base else "invoice"
    decide = "beslut" if "/sv/" in base else "decide"
    made = "beslut" if "/sv/" in base else "decision"
    whole = "allt" if "/sv/" in base else "all"
    work = "arbete" if "/sv/" in base else "work"
    nights = "natter" if "/sv/" in base else "nights"
    of = "borgenar" if "/sv/" in base else "creditor"
    find = "sok" if "/sv/" in base else "find"
    claim = f"{base}/{letter}/{invoice}"
    decision = one("SELECT public_id FROM decision LIMIT 1")
    return [
        f"{base}/",
        f"{base}/{find}/",
        f"{base}/{work}/signatures/",
        f"{base}/{work}/unmatched/",
        f"{claim}/",
        f"{claim}/{whole}/",
        f"{claim}/{decide}/hold/",
        f"{claim}/{decide}/relieve_interest/",
        f"{base}/{nights}/",
        f"{base}/{of}/municipality/{decide}/undo_night/?night=2025-04-09",
        f"{base}/{made}/{decision}/",
    ]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_is_accessible_and_no_wider_than_its_window(
    desk: StaffOffice, language: str, width: int
) -> None:
    put_on_hold(desk.sign_in(ANNA), "1007")
    page = desk.sign_in(CARIN, language=language, width=width)
    faults: list[str] = []
    for address in claim_pages(desk, page):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        faults += [f"{address}: {fault}" for fault in (*axe(page), *too_wide(page))]
    assert not faults, "\n".join(faults)


def test_the_one_who_was_looked_at_sees_by_whom_and_why(desk: StaffOffice) -> None:
    page = desk.sign_in(ANNA)
    open_claim(page, "1007")
    (me,) = access.parties_for(identity_number=town.CILLA)
    (look,) = access.looks(citizen=me, limit=10)
    shown = look_values(look, house.policy(), language="sv")
    assert (shown.who, shown.why) == (
        "Handläggaren, Granviks kommun",
        "Handläggning av en faktura",
    )
    with override_settings(STAFF_NAMES_SHOWN=True):
        named = look_values(look, house.policy(), language="sv")
    assert named.who == "Handläggaren, Anna Ek, Granviks kommun"
    (him,) = access.parties_for(identity_number=town.BERTIL)
    assert access.looks(citizen=him, limit=10) == ()


def test_every_event_letter_and_status_of_a_claim_has_words() -> None:
    templates = {path.name.split(".")[0] for path in TEMPLATES.glob("*.sv.typ")}
    named = {
        *(f"entry.{each.value}" for each in EntryKind),
        *(f"account.{each.value}" for each in LedgerAccount),
        *(f"letter.{each}" for each in templates),
        *(f"status.{each.value}" for each in Status),
        *(f"work.{each}" for each in LISTS),
        *(f"work.{each}.lead" for each in LISTS),
        *(f"find.purpose.{each}" for each in PURPOSES),
    }
    assert named - set(WORDING) == set()


def test_each_purpose_of_the_office_is_told_to_the_one_looked_at() -> None:
    assert {f"looks.purpose.{each}" for each in PURPOSES} - set(PORTAL_WORDING) == set()


@pytest.mark.parametrize("name", sorted(LISTS))
def test_every_list_can_be_counted_and_read(desk: StaffOffice, name: str) -> None:
    with connections["default"].cursor() as cursor:
        asked = Asked(cursor=cursor, policy=house.policy(), today=town.TODAY)
        assert len(LISTS[name].rows(asked)) == LISTS[name].count(asked)


def test_every_decision_has_a_form(desk: StaffOffice) -> None:
    page = desk.sign_in(ANNA)
    invoice = one("SELECT public_id FROM invoice WHERE number = '1007'")
    home = f"{desk.address}/sv/kontoret/faktura/{invoice}/beslut"
    ours = f"{desk.address}/sv/kontoret/borgenar/municipality/beslut"
    answers = {
        kind.name: page.request.get(
            f"{ours if kind.about is About.CREDITOR else home}/{kind.name}/"
        ).status
        for kind in KINDS.values()
    }
    assert answers == dict.fromkeys(KINDS, 200)


def test_who_has_died_owes_nothing_until_somebody_answers_for_the_estate(
    desk: StaffOffice,
) -> None:
    page = desk.sign_in(ANNA)
    open_claim(page, "1007")
    follow(page.get_by_role("link", name="Personen har dött"))
    follow(page.get_by_role("button", name="Visa vad som händer"))
    page.get_by_label("Varför?").fill("Skatteverket har meddelat det")
    follow(page.get_by_role("button", name="Besluta"))
    follow(page.get_by_role("link", name="Att göra"))
    follow(page.get_by_role("link", name="Dödsbon utan någon som svarar"))
    expect(page.get_by_role("main")).to_contain_text("Cilla Åkesson")
    assert rows("SELECT kind, invoice_id FROM hold WHERE kind = 'death'") == [("death", None)]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_who_stands_for_the_party_is_registered_and_seen_by_both(
    desk: StaffOffice, language: str
) -> None:
    page = desk.sign_in(ANNA)
    open_claim(page, "1007")
    claim = page.url
    follow(page.get_by_role("link", name="Registrera en ställföreträdare"))
    page.get_by_label("Vad är hen?").select_option("administrator")
    page.get_by_label("Namn").fill("Advokat Bo Lund")
    page.get_by_label("Adress").fill("Nygatan 2; 999 12 Granvik")
    picture(page, "represent-form")
    follow(page.get_by_role("button", name="Visa vad som händer"))
    after = page.locator(".office-side__half--after").first
    expect(after).to_contain_text("Advokat Bo Lund (Förvaltare), i stället för parten")
    picture(page, "represent-effect")
    page.get_by_label("Varför?").fill("Tingsrättens beslut")
    follow(page.get_by_role("button", name="Besluta"))
    expect(page.get_by_role("main")).to_contain_text("Verkställt")
    page.goto(claim)
    told = page.get_by_role("region", name="Ställföreträdare")
    expect(told).to_contain_text("Nygatan 2, 999 12 Granvik. Brev går dit i stället.")
    expect(told).to_contain_text("Registrerad av Anna Ek: Tingsrättens beslut")
    page.goto(claim.replace("/sv/kontoret/faktura", f"/{language}/" + OFFICE[language]))
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        picture(page, f"represent-claim-{language}-{width}")
        assert width_of(page) <= width
    expect(page.get_by_role("main")).to_contain_text("Advokat Bo Lund")


def test_a_night_is_undone_by_two_and_the_citizens_are_told(desk: StaffOffice) -> None:
    anna = desk.sign_in(ANNA)
    follow(anna.get_by_role("link", name="Nätter"))
    follow(anna.get_by_role("link", name="Se vad som görs ogjort").first)
    follow(anna.get_by_role("button", name="Visa vad som händer"))
    expect(anna.get_by_role("main")).to_contain_text("steg räknas som inte tagna")
    anna.get_by_label("Varför?").fill("Bankfilen saknade en dag")
    follow(anna.get_by_role("button", name="Besluta och vänta på underskrift"))
    assert one("SELECT count(*) FROM step_undone") == 0

    carin = desk.sign_in(CARIN)
    carin.goto(anna.url)
    carin.evaluate("document.querySelector('input[name=seen]').value = 'something else'")
    follow(carin.get_by_role("button", name="Skriv under"))
    expect(carin.get_by_role("alert")).to_contain_text("inte längre det du fick se")
    follow(carin.get_by_role("button", name="Skriv under"))
    expect(carin.get_by_role("region", name="Vad som hände")).to_contain_text("Brev med ursäkt")
    assert one("SELECT count(*) > 0 FROM step_undone") is True
    follow(carin.get_by_role("link", name="Nätter").first)
    expect(carin.get_by_role("main")).to_contain_text("Allt är ogjort")
