"""Water in Chromium: from the gate to the order, the technician's phone, the money, and on again.

The one rule: what is decided by a page is read back from the rows.
"""

from __future__ import annotations

import struct
import zlib
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from reskontra.nightly import water
from tests.build import (
    WATER,
    Municipality,
    a_co_debtor,
    a_municipality,
    a_payment,
    an_invoice,
    one,
    open_ore,
    person,
    rows,
    sample_policy,
)
from tests.dunning.test_water_letters import a_house
from tests.office.staff import ANNA, TEKLA, StaffOffice
from tests.office.test_desk_pages import open_claim
from tests.portal.test_pages import axe, too_wide

NIGHTS = (date(2025, 4, 22), date(2025, 5, 7), date(2025, 5, 8))
FOUND, ORDERED, CUT = date(2025, 6, 9), date(2025, 6, 23), date(2025, 6, 24)
PAID, BACK = date(2025, 6, 25), date(2025, 6, 26)
PHONE = 360


@pytest.fixture
def house(desk: StaffOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Municipality:
    """A house whose owners have had the first letter; it is the day of the visit."""
    town = a_municipality(tmp_path)
    a_house(town, a_co_debtor(person(1), name="Cilla Ek"), a_co_debtor(person(2), name="Nils Ek"))
    bill = an_invoice("5001", creditor=WATER, kind="water", amount_ore=300_000, facility="A-7")
    town.bill(bill)
    for night in NIGHTS:
        town.night(night)
    monkeypatch.setenv("RESKONTRA_TODAY", FOUND.isoformat())
    return town


def decide(page: Page, reason: str) -> None:
    """See the effect, and decide."""
    page.get_by_role("button", name="Visa vad som händer").click()
    page.get_by_label("Varför?").fill(reason)
    page.get_by_role("button", name="Besluta").click()


def open_house(page: Page) -> None:
    """From the claim to its house."""
    open_claim(page, "5001")
    page.get_by_role("link", name="Vattnet vid anläggning A-7").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Anläggning A-7")


def find(page: Page) -> None:
    """The visit, and a tap nearby."""
    open_house(page)
    expect(page.get_by_role("main")).to_contain_text("Besök eller ring, och registrera")
    page.get_by_role("link", name="Registrera bedömning av hälsan").click()
    page.get_by_label("Vem du talade med").fill("Båda ägarna hemma, friska")
    for label in ("Sjuka", "Vård", "Barn", "Hyresgäster", "Djur", "Kan någons hälsa"):
        page.get_by_label(label).select_option("no")
    decide(page, "Besök i dag")
    open_house(page)
    page.get_by_role("link", name="Registrera annat vatten").click()
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
    page.get_by_role("link", name="Order", exact=True).click()
    fits(page)
    page.get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    fits(page)


def order(anna: Page) -> None:
    """A Friday is refused with its reason; a Tuesday is ordered."""
    open_claim(anna, "5001")
    anna.get_by_role("link", name="Besluta att stänga vattnet").click()
    anna.get_by_label("Vad som ska göras").select_option("disconnect")
    anna.get_by_label("Vilken dag").fill("2025-06-27")
    anna.get_by_role("button", name="Visa vad som händer").click()
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
    tekla.get_by_role("button", name="Påbörja arbetet").click()
    expect(tekla.get_by_role("main")).to_contain_text("Inget hindrar")
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
    tekla.get_by_role("button", name="Utfört").click()


def test_from_the_gate_to_the_order_and_the_water_back(
    desk: StaffOffice, house: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    find(desk.sign_in(ANNA))
    house.night(FOUND)
    assert one("SELECT max(pay_by) FROM letter WHERE template = 'notice'") == ORDERED

    monkeypatch.setenv("RESKONTRA_TODAY", ORDERED.isoformat())
    house.banks_are_in(ORDERED)
    order(desk.sign_in(ANNA))

    monkeypatch.setenv("RESKONTRA_TODAY", CUT.isoformat())
    cut(desk.sign_in(TEKLA, width=PHONE), house)

    house.pay(a_payment(751_200, "5001", value_date=PAID), day=PAID, creditor=WATER)
    house.night(BACK)
    assert len(water.work(day=BACK, policy=sample_policy())) == 1
    assert water.work(day=BACK, policy=sample_policy()) == []

    monkeypatch.setenv("RESKONTRA_TODAY", BACK.isoformat())
    tekla = desk.sign_in(TEKLA, width=PHONE)
    open_order(tekla, "Koppla på vattnet")
    expect(tekla.get_by_role("main")).to_contain_text("Senast 2025-07-01")
    tekla.get_by_role("button", name="Utfört").click()
    expect(tekla.get_by_role("main")).to_contain_text("Utfört")
    assert rows("SELECT state FROM water_turn ORDER BY id") == [("off",), ("on",)]
    assert one("SELECT sum(amount_ore)::int FROM water_fee") == 451_200
    assert open_ore("5001") == 0


def test_an_officer_reads_an_order_and_reports_nothing(
    desk: StaffOffice, house: Municipality
) -> None:
    anna = desk.sign_in(ANNA)
    open_house(anna)
    fits(anna)
    anna.get_by_role("link", name="Beställ en kontroll").click()
    decide(anna, "Se efter")
    anna.get_by_role("link", name="Order", exact=True).click()
    anna.get_by_role("link", name="Kontrollera").click()
    expect(anna.get_by_role("button", name="Utfört")).to_have_count(0)
    assert one("SELECT count(*) FROM access_record WHERE actor = %s", ANNA) != 0
