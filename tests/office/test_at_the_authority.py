"""A claim at the Enforcement Authority in a browser: the citizen and the officer are told alike."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.authority.at_the_authority import AtTheAuthority, a_message
from tests.build import a_municipality, an_invoice, one
from tests.office.staff import ANNA, StaffOffice
from tests.portal import town
from tests.portal.portal import Portal, follow
from tests.portal.test_pages import axe, too_wide

NIGHTS = (date(2025, 4, 22), date(2025, 5, 7), date(2025, 5, 23), date(2025, 6, 4))
"""Reminded, demanded, warned, assessed."""
APPLIED, TOLD = date(2025, 6, 5), date(2025, 7, 14)
NUMBER = "9001"


def faults(page: Page) -> list[str]:
    return [*axe(page), *too_wide(page)]


def test_a_verdict_is_told_to_the_citizen_and_to_the_officer(
    town_portal: Portal, desk: StaffOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = a_municipality(tmp_path)
    ours.bill(
        an_invoice(
            NUMBER, party=town.CILLA, kind="mooring", department="property", amount_ore=600_000
        )
    )
    for night in NIGHTS:
        ours.night(night)
    place = AtTheAuthority(ours, tmp_path / "authority")
    monkeypatch.setenv("RESKONTRA_TODAY", NIGHTS[-1].isoformat())

    anna = desk.sign_in(ANNA)
    follow(anna.get_by_role("link", name="Väg att bestämma"))
    follow(anna.get_by_role("link", name="Bestäm hur fordran drivs in"))
    anna.get_by_label("Väg").select_option("enforcement_authority")
    follow(anna.get_by_role("button", name="Visa vad som händer"))
    anna.get_by_label("Varför?").fill("Har inkomst, enligt samtal")
    follow(anna.get_by_role("button", name="Besluta", exact=True))
    expect(anna.get_by_role("main")).to_contain_text("Verkställt")

    ours.night(APPLIED)
    place.send(APPLIED)
    place.hear(a_message("served", NUMBER), a_message("verdict", NUMBER), day=TOLD)
    monkeypatch.setenv("RESKONTRA_TODAY", TOLD.isoformat())
    follow(anna.get_by_role("link", name="Tillbaka till fakturan"))
    now = anna.get_by_role("region", name="Så står det till")
    expect(now).to_contain_text("Hos Kronofogden: utslag eller dom")
    expect(now).to_contain_text("En bedömning: En handläggare har beslutat")
    assert faults(anna) == []

    cilla = town_portal.sign_in(town.CILLA)
    invoice = one("SELECT public_id FROM invoice WHERE number = %s", NUMBER)
    cilla.goto(f"{town_portal.address}/sv/faktura/{invoice}/")
    told = cilla.get_by_role("main")
    expect(told).to_contain_text("Skulden är hos Kronofogden")
    expect(told).to_contain_text("Det är beslutat att skulden ska betalas (utslag eller dom)")
    expect(told).to_contain_text("Betalningsanmärkning")
    expect(told).not_to_contain_text("not_concerned")
    assert faults(cilla) == []
