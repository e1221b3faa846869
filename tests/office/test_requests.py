"""What a citizen asks for is in the office's work list, and its answer on the citizen's page.

The one rule: each kind of request goes the whole way in Chromium, from the form to the answer.
"""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connections, transaction
from playwright.sync_api import Page, expect

from reskontra.casework import desk as deciding
from reskontra.domain.asking import AskedFor
from reskontra.domain.deciding import Officer
from reskontra.domain.refusal import Refused
from reskontra.office import house
from reskontra.records import access, queries, requests
from reskontra.records.requests import NewRequest
from tests.build import one
from tests.office.staff import ANNA, CARIN, StaffOffice
from tests.portal import town
from tests.portal.portal import Portal, follow
from tests.portal.test_pages import axe, too_wide

GRANT, OBJECTION = "Bevilja en begäran", "Besvara en invändning"


def test_each_kind_of_request_is_answered_in_the_office_and_told_in_the_portal(
    town_portal: Portal, desk: StaffOffice
) -> None:
    cilla = town_portal.sign_in(town.CILLA)
    _open(cilla, town_portal, "1007", "Jag kan betala allt, men behöver mer tid")
    follow(cilla.get_by_role("button", name="Be om mer tid"))
    _send(cilla)
    _open(cilla, town_portal, "1007", "Jag kan inte betala allt på en gång")
    follow(cilla.get_by_role("button", name="Be att få betala i 2 delar"))
    _send(cilla)
    _open(cilla, town_portal, "1001", "Jag har redan betalat")
    follow(cilla.get_by_role("button", name="betalningen är på väg"))
    _send(cilla)
    _open(cilla, town_portal, "1005", "Fakturan är fel")
    cilla.get_by_label("Vad är fel?").fill("Vattnet var avstängt")
    follow(cilla.get_by_role("button", name="Skicka invändningen"))
    _send(cilla)

    anna = desk.sign_in(ANNA)
    follow(anna.get_by_role("link", name="Begärt i portalen"))
    expect(anna.get_by_role("main").get_by_role("link", name=GRANT)).to_have_count(3)
    expect(anna.get_by_role("main").get_by_role("link", name=OBJECTION)).to_have_count(1)
    listed = anna.url
    _decide(anna, listed, "1007", "Avslå en begäran", "Mer tid räcker", choose="Avbetalningsplan")
    _decide(anna, listed, "1007", GRANT, "Lön den 25:e", choose="Anstånd")
    _decide(anna, listed, "1001", GRANT, "Kvittot har kommit")
    anna.goto(listed)
    follow(anna.get_by_role("link", name=OBJECTION))
    anna.get_by_label("Vad blir det av den?").select_option("nothing")
    _say(anna, "Avläsningen är riktig")
    anna.goto(listed)
    expect(anna.get_by_role("main")).not_to_contain_text("1007")

    follow(cilla.get_by_role("link", name="Det du bett om"))
    shown = cilla.locator(".portal-request").all_inner_texts()
    told = [" ".join(each.split()) for each in shown]
    assert [_first(each) for each in told] == ["Fakturan", "Betalningen", "Betala", "Mer"]
    objection, reported, parts, time = told
    assert "Nej" in objection
    assert "Avläsningen är riktig" in objection
    assert "Vi väntar några dagar på pengarna" in reported
    assert "Mer tid räcker" in parts
    assert "Ja, det är beviljat" in time
    assert "Till dess skickar vi ingen påminnelse" in time
    assert [*axe(cilla), *too_wide(cilla)] == []


def _first(text: str) -> str:
    return text.split()[0]


def _open(page: Page, portal: Portal, number: str, wants: str) -> None:
    page.goto(f"{portal.address}/sv/obetalda/")
    follow(page.get_by_role("link", name=number).first)
    follow(page.get_by_role("link", name="Behöver du mer tid"))
    follow(page.get_by_role("link", name=wants))


def _send(page: Page) -> None:
    follow(page.get_by_role("button", name="Skicka", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Vi har tagit emot det du skickade")


def _decide(
    page: Page, listed: str, number: str, kind: str, reason: str, *, choose: str = ""
) -> None:
    page.goto(listed)
    follow(page.get_by_role("row").filter(has_text=number).get_by_role("link", name=number).first)
    follow(page.get_by_role("link", name=kind).first)
    if choose:
        asked = page.get_by_label("Vad som begärs")
        words = asked.locator("option").all_inner_texts()
        asked.select_option(next(each for each in words if each.startswith(choose)))
    _say(page, reason)


def _say(page: Page, reason: str) -> None:
    follow(page.get_by_role("button", name="Visa vad som händer"))
    page.get_by_label("Varför?").fill(reason)
    follow(page.get_by_role("button", name="Besluta"))
    expect(page.get_by_role("main")).to_contain_text("Verkställt")


def test_a_decision_about_what_was_withdrawn_meanwhile_is_not_signed(desk: StaffOffice) -> None:
    (citizen,) = access.parties_for(identity_number=town.CILLA)
    with connections["default"].cursor() as cursor:
        invoice = queries.find_invoice(cursor, number="1007")[0][0]
    parts = NewRequest(
        invoice=invoice,
        kind=AskedFor.PLAN,
        day=town.TODAY,
        parts=6,
        first_on=town.TODAY.replace(day=30),
    )
    asked = access.ask(citizen=citizen, new=parts)
    anna = desk.sign_in(ANNA)
    follow(anna.get_by_role("link", name="Begärt i portalen"))
    follow(anna.get_by_role("link", name=GRANT))
    follow(anna.get_by_role("button", name="Visa vad som händer"))
    anna.get_by_label("Varför?").fill("Går bra")
    follow(anna.get_by_role("button", name="Besluta och vänta på underskrift"))
    with transaction.atomic(), connections["default"].cursor() as cursor:
        (row,) = requests.requests_waiting(cursor)
        assert row.public_id == asked.public_id
    access.withdraw_request(citizen=citizen, row=row, today=town.TODAY)

    carin = desk.sign_in(CARIN)
    follow(carin.get_by_role("link", name="Beslut att skriva under"))
    follow(carin.get_by_role("link", name="Granska"))
    expect(carin.get_by_role("button", name="Skriv under")).to_have_count(0)
    assert one("SELECT count(*) FROM plan") == 0
    officer = Officer(subject="carin", name=CARIN, roles=frozenset({"finance_manager"}))
    waiting = UUID(str(one("SELECT public_id FROM decision")))
    with transaction.atomic(), connections["default"].cursor() as cursor, pytest.raises(Refused):
        deciding.sign(cursor, waiting, officer=officer, policy=house.policy(), today=town.TODAY)
