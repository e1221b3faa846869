"""Water in Chromium: from the gate to the order, the technician's phone, the money, and on again.

The one rule: what is decided by a page is read back from the rows.
"""

from __future__ import annotations

import struct
import zlib
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from reskontra.nightly.cli import main
from tests.build import (
    WATER,
    Municipality,
    a_co_debtor,
    a_municipality,
    a_payment,
    an_invoice,
    one,
    open_ore,
    rows,
)
from tests.dunning.test_water_letters import a_house
from tests.office.staff import ANNA, TEKLA, StaffOffice
from tests.office.test_desk_pages import open_claim
from tests.portal.portal import Portal, follow
from tests.portal.test_owed_together import PICTURES, picture
from tests.portal.test_pages import axe, too_wide
from tests.portal.town import BERTIL, CILLA, NAMES, TODAY, UNPRINTABLE

NIGHTS = (date(2025, 4, 22), date(2025, 5, 7), date(2025, 5, 8))
FOUND, ORDERED, CUT = date(2025, 6, 9), date(2025, 6, 23), date(2025, 6, 24)
PAID, BACK = date(2025, 6, 25), date(2025, 6, 26)
PHONE = 360
PAPERS = {"sv": "kontoret/order/{}/polis/", "en": "office/orders/{}/police/"}


@pytest.fixture
def house(desk: StaffOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Municipality:
    """A house whose owners have had the first letter; it is the day of the visit."""
    folder = tmp_path / "house"
    folder.mkdir()
    town = a_municipality(folder)
    owners = [a_co_debtor(each, name=NAMES[each]) for each in (CILLA, BERTIL)]
    a_house(town, *owners)
    bill = an_invoice(
        "5001",
        party=CILLA,
        creditor=WATER,
        kind="water",
        amount_ore=300_000,
        facility="A-7",
        recipient={"name": NAMES[CILLA]},
    )
    town.bill(bill)
    # No letter of ours can print this one, and a night that cannot ends red.
    town.pay(a_payment(710_000, UNPRINTABLE, value_date=TODAY), day=TODAY)
    for night in NIGHTS:
        lives(town, night)
    monkeypatch.setenv("RESKONTRA_TODAY", FOUND.isoformat())
    return town


def lives(town: Municipality, day: date) -> None:
    """The night as an operator lets it happen, with its bank files in."""
    town.banks_are_in(day)
    assert main(["nightly", "--day", f"{day}"]) == 0


def decide(page: Page, reason: str) -> None:
    """See the effect, and decide."""
    follow(page.get_by_role("button", name="Visa vad som händer"))
    page.get_by_label("Varför?").fill(reason)
    follow(page.get_by_role("button", name="Besluta"))


def open_house(page: Page) -> None:
    """From the claim to its house."""
    open_claim(page, "5001")
    follow(page.get_by_role("link", name="Vattnet vid anläggning A-7"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Anläggning A-7")


def find(page: Page) -> None:
    """The visit, and a tap nearby."""
    open_house(page)
    expect(page.get_by_role("main")).to_contain_text("Besök eller ring, och registrera")
    follow(page.get_by_role("link", name="Registrera bedömning av hälsan"))
    page.get_by_label("Vem du talade med").fill("Båda ägarna hemma, friska")
    for label in ("Sjuka", "Vård", "Barn", "Hyresgäster", "Djur", "Kan någons hälsa"):
        page.get_by_label(label).select_option("no")
    decide(page, "Besök i dag")
    open_house(page)
    follow(page.get_by_role("link", name="Registrera annat vatten"))
    page.get_by_label("Vad som är bedömt").select_option("alternative_water")
    page.get_by_label("Vad det är").fill("Vattenpost 120 m bort")
    decide(page, "Ordnat med driften")


def a_photo() -> bytes:
    """The least PNG there is."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\x00\x30\x60\x90")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def fits(page: Page) -> None:
    """Nothing is wider than the phone, and nothing hinders anybody."""
    assert too_wide(page) == []
    assert axe(page) == []


def open_order(page: Page, title: str) -> None:
    """The technician's list, and the order in it."""
    follow(page.get_by_role("link", name="Order", exact=True))
    fits(page)
    follow(page.get_by_role("link", name=title))
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    fits(page)
    picture(page, f"water-order-{title.split()[0]}-360")


def order(anna: Page) -> None:
    """A Friday is refused with its reason; a Tuesday is ordered."""
    open_claim(anna, "5001")
    follow(anna.get_by_role("link", name="Besluta att stänga vattnet"))
    anna.get_by_label("Vad som ska göras").select_option("disconnect")
    anna.get_by_label("Vilken dag").fill("2025-06-27")
    follow(anna.get_by_role("button", name="Visa vad som händer"))
    expect(anna.get_by_role("alert")).to_contain_text("dagen före en ledig dag")
    anna.get_by_label("Vilken dag").fill(CUT.isoformat())
    anna.get_by_label("Till teknikern").fill("Ventilen sitter vid grinden")
    decide(anna, "Sista utvägen")
    assert rows("SELECT kind, day, ordered_by FROM work_order") == [("disconnect", CUT, ANNA)]


def cut(tekla: Page, house: Municipality) -> None:
    """Nothing can be begun before the money is read, nor a file that is no photo be sent."""
    open_order(tekla, "Stäng av vattnet")
    expect(tekla.get_by_role("main")).to_contain_text("Bankens filer till och med 2025-06-23")
    expect(tekla.get_by_role("button", name="Påbörja arbetet")).to_have_count(0)
    house.banks_are_in(CUT)
    tekla.reload()
    follow(tekla.get_by_role("button", name="Påbörja arbetet"))
    expect(tekla.get_by_role("main")).to_contain_text("Inget hindrar")
    expect(tekla.get_by_role("main")).to_contain_text("Pengarna lästes en sista gång")
    tekla.get_by_label("Mätarställning").fill("1 482")
    send(tekla, b"no photo")
    expect(tekla.get_by_role("alert")).to_contain_text("Filen är ingen bild")
    expect(tekla.get_by_label("Mätarställning")).to_have_value("1 482")
    send(tekla, a_photo())
    expect(tekla.get_by_role("img", name="Teknikerns bild")).to_be_visible()
    fits(tekla)
    assert rows("SELECT state FROM water_turn") == [("off",)]
    assert rows("SELECT kind, amount_ore FROM water_fee") == [("disconnection", 225_600)]


def send(tekla: Page, photo: bytes) -> None:
    """It is done, and this is how it looks."""
    file = {"name": "x.png", "mimeType": "image/png", "buffer": photo}
    tekla.get_by_label("Bild").set_input_files(file)  # type: ignore[arg-type]
    follow(tekla.get_by_role("button", name="Utfört"))


def own_page(portal: Portal, *, width: int = 1280, language: str = "sv") -> Locator:
    """What the owner who owes it is told of the water, on the page of the invoice."""
    page = portal.sign_in(CILLA, language=language)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{portal.address}/{language}/faktura/{address_of('5001')}/")
    picture(page, f"water-owner-{language}-{width}")
    assert too_wide(page) == []
    assert axe(page) == []
    return page.locator("section[aria-labelledby=water-title]")


def address_of(number: str) -> object:
    """The id in the address of the invoice."""
    return one("SELECT public_id FROM invoice WHERE number = %s", number)


def test_from_the_gate_to_the_order_and_the_water_back(
    town_portal: Portal, desk: StaffOffice, house: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    find(desk.sign_in(ANNA))
    lives(house, FOUND)
    assert one("SELECT max(pay_by) FROM letter WHERE template = 'notice'") == ORDERED
    expect(own_page(town_portal)).to_contain_text("Vattnet kan stängas av från 24\u00a0juni")

    monkeypatch.setenv("RESKONTRA_TODAY", ORDERED.isoformat())
    house.banks_are_in(ORDERED)
    anna = desk.sign_in(ANNA)
    order(anna)
    open_house(anna)
    expect(anna.get_by_role("main")).to_contain_text("De läses en gång till samma morgon")

    monkeypatch.setenv("RESKONTRA_TODAY", CUT.isoformat())
    cut(desk.sign_in(TEKLA, width=PHONE), house)
    for width, language in ((1280, "sv"), (PHONE, "sv"), (PHONE, "en")):
        expect(own_page(town_portal, width=width, language=language)).to_contain_text("7")
    expect(own_page(town_portal)).to_contain_text("Tillsammans 7\u00a0512,00 kr")

    house.pay(a_payment(751_200, "5001", value_date=PAID), day=PAID, creditor=WATER)
    lives(house, BACK)
    lives(house, BACK)
    assert one("SELECT count(*) FROM work_order WHERE kind = 'reconnect'") == 1

    monkeypatch.setenv("RESKONTRA_TODAY", BACK.isoformat())
    expect(own_page(town_portal)).to_contain_text("Vattnet kopplas på senast 1\u00a0juli\u00a02025")
    tekla = desk.sign_in(TEKLA, width=PHONE)
    open_order(tekla, "Koppla på vattnet")
    expect(tekla.get_by_role("main")).to_contain_text("Senast 2025-07-01")
    follow(tekla.get_by_role("button", name="Utfört"))
    expect(tekla.get_by_role("main")).to_contain_text("Utfört")
    assert rows("SELECT state FROM water_turn ORDER BY id") == [("off",), ("on",)]
    assert one("SELECT sum(amount_ore)::int FROM water_fee") == 451_200
    assert open_ore("5001") == 0
    expect(own_page(town_portal)).to_have_count(0)


def test_an_officer_reads_an_order_and_reports_nothing(
    desk: StaffOffice, house: Municipality
) -> None:
    anna = desk.sign_in(ANNA)
    open_house(anna)
    fits(anna)
    follow(anna.get_by_role("link", name="Beställ en kontroll"))
    decide(anna, "Se efter")
    follow(anna.get_by_role("link", name="Order", exact=True))
    follow(anna.get_by_role("link", name="Kontrollera"))
    expect(anna.get_by_role("button", name="Utfört")).to_have_count(0)
    assert one("SELECT count(*) FROM access_record WHERE actor = %s", ANNA) != 0


def test_somebody_else_opens_it_and_the_papers_for_the_police_are_gathered(
    town_portal: Portal, desk: StaffOffice, house: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    find(desk.sign_in(ANNA))
    lives(house, FOUND)
    monkeypatch.setenv("RESKONTRA_TODAY", ORDERED.isoformat())
    house.banks_are_in(ORDERED)
    order(desk.sign_in(ANNA))
    monkeypatch.setenv("RESKONTRA_TODAY", CUT.isoformat())
    cut(desk.sign_in(TEKLA, width=PHONE), house)

    monkeypatch.setenv("RESKONTRA_TODAY", PAID.isoformat())
    anna = desk.sign_in(ANNA)
    open_house(anna)
    follow(anna.get_by_role("link", name="Beställ en kontroll"))
    decide(anna, "Grannen har ringt")
    tekla = desk.sign_in(TEKLA, width=PHONE)
    open_order(tekla, "Kontrollera")
    picture(tekla, "water-inspect-360")
    tekla.get_by_label("Anteckning").fill("Plomben är bruten och ventilen öppen")
    photo = {"name": "x.png", "mimeType": "image/png", "buffer": a_photo()}
    tekla.get_by_label("Bild").set_input_files(photo)  # type: ignore[arg-type]
    follow(tekla.get_by_role("button", name="Någon annan har öppnat"))
    expect(tekla.get_by_role("main")).to_contain_text("Öppnat av någon annan")
    expect(tekla.get_by_role("link", name="polisanmälas")).to_have_count(0)
    fits(tekla)
    assert rows("SELECT kind, amount_ore FROM water_fee ORDER BY id DESC LIMIT 1") == [
        ("unauthorized_opening", 500_000)
    ]
    expect(own_page(town_portal)).to_contain_text("Någon annan än vi har öppnat vattnet")
    assert one("SELECT count(*) FROM police_report") == 0

    gathers_papers(desk.sign_in(ANNA))
    for width, language in ((1280, "sv"), (PHONE, "sv"), (1280, "en")):
        page = desk.sign_in(ANNA, language=language, width=width)
        shows_papers(page, language, width)


def gathers_papers(anna: Page) -> None:
    """From the work list to the decision; nothing is reported by itself."""
    follow(anna.get_by_role("link", name="Vatten som någon annan öppnat"))
    fits(anna)
    follow(anna.get_by_role("link", name="5001").first)
    follow(anna.get_by_role("link", name="Vattnet vid anläggning A-7"))
    follow(anna.get_by_role("link", name="Kontrollera"))
    follow(anna.get_by_role("link", name="Besluta om det ska polisanmälas"))
    decide(anna, "Plomben bruten andra gången")
    assert rows("SELECT decided_by, reason FROM police_report") == [
        (ANNA, "Plomben bruten andra gången")
    ]


def shows_papers(page: Page, language: str, width: int) -> None:
    """All that the police need, on one page to print."""
    order = one("SELECT public_id FROM work_order WHERE kind = 'inspect'")
    home = page.url.split(f"/{language}/")[0]
    page.goto(f"{home}/{language}/{PAPERS[language].format(order)}")
    main = page.get_by_role("main")
    for words in (
        "Plomben bruten andra gången",
        "559999-9017",
        "Sjövägen 7",
        NAMES[CILLA],
        TEKLA,
        "Plomben är bruten och ventilen öppen",
        "5\u00a0000,00" if language == "sv" else "5,000.00",
    ):
        expect(main).to_contain_text(words)
    fits(page)
    picture(page, f"water-papers-{language}-{width}")
    if PICTURES:
        page.pdf(path=f"{PICTURES}/water-papers-{language}.pdf", format="A4")
