"""A half is disputed: asked in the portal, answered in the office, lived by the night."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from reskontra.dunning import daily
from reskontra.office import house
from tests.build import one, rows
from tests.office.staff import ANNA, StaffOffice
from tests.portal import town
from tests.portal.portal import Portal, follow

HANDED_OVER = date(2025, 4, 24)
"""The day after the reminder's last day to pay."""


def test_a_citizen_disputes_half_and_the_rest_goes_on(
    town_portal: Portal, desk: StaffOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    cilla = town_portal.sign_in(town.CILLA)
    follow(cilla.get_by_role("link", name="1005").first)
    invoice = cilla.url
    follow(cilla.get_by_role("link", name="Behöver du mer tid"))
    follow(cilla.get_by_role("link", name="Fakturan är fel"))
    cilla.get_by_label("Vad är fel?").fill("Vattnet var avstängt halva tiden")
    cilla.get_by_label("Hur många kronor gäller det").fill("175")
    follow(cilla.get_by_role("button", name="Skicka invändningen"))
    follow(cilla.get_by_role("button", name="Skicka", exact=True))
    expect(cilla.get_by_role("main")).to_contain_text("Väntar på svar")

    anna = desk.sign_in(ANNA)
    follow(anna.get_by_role("link", name="Begärt i portalen"))
    follow(anna.get_by_role("link", name="Besvara en invändning"))
    expect(anna.get_by_label("Vad som begärs")).to_contain_text("Vattnet var avstängt")
    anna.get_by_label("Vad blir det av den?").select_option("tried")
    follow(anna.get_by_role("button", name="Visa vad som händer"))
    after = anna.locator(".office-side__half--after")
    expect(after).to_contain_text("175,00\N{NO-BREAK SPACE}kr bestrids och väntar")
    anna.get_by_label("Varför?").fill("Vi frågar driften och svarar inom två veckor")
    follow(anna.get_by_role("button", name="Besluta", exact=True))
    expect(anna.get_by_role("main")).to_contain_text("Verkställt")
    assert rows("SELECT kind, amount_ore FROM hold") == [("dispute", 17_500)]
    assert rows("SELECT outcome FROM request_answer") == [("granted",)]

    order = daily.Order(
        day=HANDED_OVER, policy=house.policy(), without_bank_files="a test's own town"
    )
    assert daily.run(order).failures == ()
    monkeypatch.setenv("RESKONTRA_TODAY", HANDED_OVER.isoformat())
    handed = "SELECT count(*) FROM handover h JOIN invoice i ON i.id = h.invoice_id"
    assert one(f"{handed} WHERE i.number = '1005'") == 1
    cilla.goto(invoice)
    told = cilla.get_by_role("main")
    expect(told).to_contain_text("Du har invänt mot 175,00")
    expect(told).to_contain_text("Vi har tagit upp din invändning")
    expect(told).to_contain_text("Vi frågar driften")
    follow(anna.get_by_role("link", name="Tillbaka till fakturan"))
    now = anna.get_by_role("region", name="Så står det till")
    expect(now).to_contain_text("175,00\N{NO-BREAK SPACE}kr bestrids och väntar")
    expect(now).to_contain_text("Under indrivning")
