"""An invoice far above the earlier ones says so: on its page, and in the reminder of the night."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from reskontra.nightly.cli import main
from tests.build import an_invoice, an_invoice_file
from tests.outgoing.letter_texts import text_of
from tests.portal.portal import Portal, follow
from tests.portal.test_pages import axe, too_wide
from tests.portal.town import CILLA, TODAY

NUMBER, REMINDED = "4001", date(2025, 5, 13)


@pytest.fixture
def high(portal: Portal, tmp_path: Path) -> Portal:
    """Cilla, who is used to 100 kr for culture, is billed 1 500 kr."""
    file = an_invoice_file(
        tmp_path,
        an_invoice(
            NUMBER,
            party=CILLA,
            kind="culture",
            department="culture",
            amount_ore=150_000,
            invoiced=TODAY,
            due=date(2025, 4, 30),
        ),
        name="high.jsonl",
    )
    assert main(["intake", str(file), "--day", f"{TODAY}"]) == 0
    return portal


def test_its_page_says_so_and_lets_one_ask_to_pay_in_parts(high: Portal, tmp_path: Path) -> None:
    page = high.sign_in(CILLA)
    follow(page.get_by_role("link", name=NUMBER).first)
    said = page.inner_text("main")
    assert "Fakturan är mycket högre än dina tidigare. Du kan be att få betala den i delar." in said
    assert [*axe(page)] == []
    page.screenshot(path=tmp_path / "high-desktop.png", full_page=True)
    page.set_viewport_size({"width": 360, "height": 740})
    assert [*too_wide(page)] == []
    page.screenshot(path=tmp_path / "high-phone.png", full_page=True)
    follow(page.get_by_role("link", name="Behöver du mer tid"))
    follow(page.get_by_role("link", name="Jag kan inte betala allt på en gång"))
    follow(page.get_by_role("button", name="Be att få betala i 2 delar"))
    follow(page.get_by_role("button", name="Skicka", exact=True))
    follow(page.get_by_role("link", name="Till fakturan").first)
    assert "Väntar på svar" in page.inner_text("main")
    assert "mycket högre" in page.inner_text("main")


def test_an_ordinary_one_says_nothing(high: Portal) -> None:
    page = high.sign_in(CILLA, language="en")
    follow(page.get_by_role("link", name="1007").first)
    assert "far above" not in page.inner_text("main")


def test_the_nightly_command_writes_it_in_the_reminder(
    high: Portal,
) -> None:
    why = ["--without-bank-files", "a test's own town"]
    main(["nightly", "--day", f"{REMINDED}", *why])
    sheets = (settings.RESKONTRA_DATA / "print" / f"{REMINDED}").glob("*.pdf")
    said = [" ".join(text_of(each.read_bytes()).split()) for each in sheets]
    assert any(
        f"Faktura {NUMBER} är mycket högre än dina tidigare. Du kan be att få betala i delar."
        in each
        for each in said
    )
