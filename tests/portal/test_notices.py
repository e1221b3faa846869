"""Notices by e-mail are chosen in the portal, proved by a code, and turned off by one press.

The one rule: the code is read where the person would read it, in the e-mail that came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings
from playwright.sync_api import Page, expect

from reskontra.domain.identity import luhn_digit
from reskontra.portal.notices import CODES_AN_HOUR, TRIES
from reskontra.records import access
from reskontra.records.access import own_notices
from reskontra.records.views import Citizen
from tests.build import a_municipality, an_invoice, one, party_of, person, rows
from tests.dunning.test_water_readers import stands_for
from tests.nightly.mailbox import Mailbox, body_of, mail_server
from tests.portal.client import signed_in
from tests.portal.portal import Portal, follow
from tests.portal.test_pages import axe, markup_faults, too_wide
from tests.portal.town import BERTIL, CILLA, TODAY

ADDRESS = "cilla@example.se"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    box = Mailbox()
    with mail_server(box) as found, override_settings(**found):
        yield box


def citizen(number: str) -> Citizen:
    (found,) = access.parties_for(identity_number=number)
    return found


def ask_for_a_code(page: Page, address: str = ADDRESS) -> None:
    follow(page.get_by_role("link", name="E-postbesked"))
    page.get_by_label("E-postadress").fill(address)
    page.get_by_label("Hur många dagar före?").select_option("10")
    follow(page.get_by_role("button", name="Skicka en kod till adressen"))


def code_of(mailbox: Mailbox) -> str:
    (found,) = re.findall(r"\b\d{6}\b", body_of(mailbox.taken[-1]))
    return str(found)


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_it_is_chosen_proved_changed_and_turned_off(
    portal: Portal, mailbox: Mailbox, tmp_path: Path
) -> None:
    page = portal.sign_in(CILLA)
    ask_for_a_code(page, "cilla")
    expect(page.get_by_role("alert")).to_contain_text("Skriv en hel e-postadress")
    ask_for_a_code(page)
    expect(page.get_by_role("main")).to_contain_text(f"Vi har skickat en kod till {ADDRESS}")
    assert own_notices.standing(citizen=citizen(CILLA), today=TODAY).held is None
    faults = [*axe(page), *too_wide(page)]
    kept = tmp_path / "pages"
    kept.mkdir()
    (kept / "code.html").write_text(page.content(), encoding="utf-8")
    code = code_of(mailbox)
    page.get_by_label("Kod, sex siffror").fill(other_than(code))
    follow(page.get_by_role("button", name="Bekräfta adressen"))
    expect(page.get_by_role("alert")).to_contain_text("Koden stämmer inte")
    faults += [*axe(page), *too_wide(page)]
    page.get_by_label("Kod, sex siffror").fill(f"{code[:3]} {code[3:]}")
    follow(page.get_by_role("button", name="Bekräfta adressen"))
    expect(page.get_by_role("status")).to_contain_text("Ditt val är sparat")
    expect(page.get_by_role("main")).to_contain_text(f"Du får besked 10 dagar före, till {ADDRESS}")
    faults += [*axe(page), *too_wide(page)]
    (kept / "held.html").write_text(page.content(), encoding="utf-8")
    assert faults == []
    assert markup_faults(kept) == []

    page.get_by_label("Hur många dagar före?").select_option("2")
    follow(page.get_by_role("button", name="Spara"))
    expect(page.get_by_role("main")).to_contain_text("Du får besked 2 dagar före")
    assert len(mailbox.taken) == 1, "an address that is proved needs no second code"
    follow(page.get_by_role("button", name="Sluta skicka"))
    expect(page.get_by_role("status")).to_contain_text("Du får inga fler besked")
    standing = own_notices.standing(citizen=citizen(CILLA), today=TODAY)
    assert standing.held is not None
    assert not standing.held.holds


def test_a_code_lives_for_so_many_tries_and_so_many_are_sent(
    portal: Portal, mailbox: Mailbox
) -> None:
    page = portal.sign_in(CILLA)
    ask_for_a_code(page)
    code = code_of(mailbox)
    for _ in range(TRIES):
        page.get_by_label("Kod, sex siffror").fill(other_than(code))
        follow(page.get_by_role("button", name="Bekräfta adressen"))
    expect(page.get_by_role("alert")).to_contain_text("Koden gäller inte längre")
    assert page.get_by_label("Kod, sex siffror").count() == 0
    for _ in range(CODES_AN_HOUR):
        ask_for_a_code(page)
    expect(page.get_by_role("alert")).to_contain_text("Försök igen senare")
    assert len(mailbox.taken) == CODES_AN_HOUR
    assert rows("SELECT 1 FROM notice_confirmed") == []


def test_a_code_that_cannot_be_sent_is_said_and_no_log_has_the_address(
    portal: Portal, mailbox: Mailbox, caplog: pytest.LogCaptureFixture
) -> None:
    mailbox.answers = {ADDRESS: f"550 {ADDRESS} is unknown"}
    page = portal.sign_in(CILLA)
    ask_for_a_code(page)
    expect(page.get_by_role("alert")).to_contain_text("Vi kunde inte skicka koden just nu")
    assert "SMTPRecipientsRefused" in caplog.text
    assert ADDRESS not in caplog.text


def test_a_link_turns_it_off_without_signing_in_by_a_press_or_by_the_mail_program(
    portal: Portal, mailbox: Mailbox
) -> None:
    for number, token in ((CILLA, "opaque-1"), (BERTIL, "opaque-2")):
        new = own_notices.NewWish(
            address=ADDRESS, days_before=5, language="sv", token=token, code_digest=""
        )
        own_notices.wish(citizen=citizen(number), new=new, today=TODAY)
    page = portal.visit("epostbesked/av/?t=opaque-1")
    assert one("SELECT count(*) FROM notice_ended") == 0, "a link that is only opened does nothing"
    assert [*axe(page), *too_wide(page)] == []
    follow(page.get_by_role("button", name="Sluta skicka"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Nu skickas inga fler besked")
    assert [*axe(page), *too_wide(page)] == []
    off = f"{portal.address}/sv/epostbesked/av/?t="
    one_click: dict[str, str | float | bool] = {"List-Unsubscribe": "One-Click"}
    assert page.request.post(f"{off}opaque-2", form=one_click).status == 204
    assert page.request.post(f"{off}nobody", form=one_click).status == 204
    assert rows("SELECT by_link FROM notice_ended") == [(True,), (True,)]
    for number in (CILLA, BERTIL):
        held = own_notices.standing(citizen=citizen(number), today=TODAY).held
        assert held is not None
        assert held.ended


CHILD = "20120501238" + luhn_digit("120501238")


@pytest.mark.parametrize(
    ("number", "stands_in", "offered", "said"),
    [
        (person(1), "", True, "Skicka en kod"),
        (person(1), "", False, "just nu"),
        (person(1), "administrator", True, "Någon annan får dina brev"),
        (CHILD, "", True, "Du är inte myndig"),
        (CHILD, "guardian", True, "Någon annan får dina brev"),
    ],
)
def test_who_gets_no_notices_is_told_why_and_can_choose_none(
    db: None, tmp_path: Path, number: str, stands_in: str, said: str, *, offered: bool
) -> None:
    recipient = {"identity_number": number}
    a_municipality(tmp_path).bill(an_invoice("1001", recipient=recipient))
    me = party_of(1) if number == person(1) else one("SELECT id FROM party")
    if stands_in:
        stands_for(int(str(me)), stands_in, "Bo Lund", today=TODAY)
    client, form = signed_in(int(str(me))), {"address": ADDRESS, "days": "5", "language": "sv"}
    with override_settings(MAIL_OFFERED=offered):
        assert said in client.get("/sv/epostbesked/").content.decode()
        if said != "Skicka en kod":
            assert said in client.post("/sv/epostbesked/", form).content.decode()
    assert rows("SELECT 1 FROM notice_wish") == []
