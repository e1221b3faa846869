"""Asking in the portal: what may be chosen, what comes of it, and who may not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import DatabaseError, ProgrammingError, connections, transaction
from playwright.sync_api import Page, expect

from reskontra.casework import requests as answering
from reskontra.domain.asking import AskedFor
from reskontra.portal import house
from reskontra.records import access, queries, requests
from reskontra.records.requests import NewRequest
from tests.build import one, rows
from tests.portal.portal import Portal, follow
from tests.portal.test_pages import axe, markup_faults, too_wide
from tests.portal.town import BERTIL, CILLA, TODAY


def test_a_plan_is_seen_first_asked_for_and_answered(portal: Portal, tmp_path: Path) -> None:
    page = portal.sign_in(CILLA)
    follow(page.get_by_role("link", name="1007").first)
    follow(page.get_by_role("link", name="Behöver du mer tid"))
    follow(page.get_by_role("link", name="Jag kan betala allt, men behöver mer tid"))
    assert "Ränta räknas också under anståndet" in page.inner_text("main")
    follow(page.get_by_role("link", name="Be att få betala i delar i stället"))
    page.get_by_label("Antal delar").select_option("4")
    follow(page.get_by_role("button", name="Visa delarna"))
    told = page.inner_text("main").replace("\u00a0", " ")
    assert "2 282,00" in told
    assert "Det kostar 170,00 kr i avgift, och 93,09 kr i ränta" in told
    assert "är räntan referensräntan plus 6 procentenheter (nu 9 %), dag för dag" in told
    assert [*axe(page)] == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert [*too_wide(page)] == []
    kept = tmp_path / "pages"
    kept.mkdir()
    (kept / "ask.html").write_text(page.request.get(page.url).text(), encoding="utf-8")
    assert markup_faults(kept) == []
    page.locator("#plan-why").fill("lägre inkomst i vår")
    page.screenshot(path=tmp_path / "ask-phone.png", full_page=True)
    follow(page.get_by_role("button", name="Be att få betala i 4 delar"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Kontrollera innan du skickar")
    assert "lägre inkomst i vår" in page.inner_text("main")
    assert rows("SELECT 1 FROM request") == [], "nothing is kept before it is sent"
    page.screenshot(path=tmp_path / "check-phone.png", full_page=True)
    assert [*axe(page), *too_wide(page)] == []
    follow(page.get_by_role("button", name="Skicka"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Vi har tagit emot det du skickade")
    assert "Väntar på svar" in page.inner_text("main")
    assert [*axe(page), *too_wide(page)] == []
    page.screenshot(path=tmp_path / "receipt-phone.png", full_page=True)
    theirs = portal.sign_in(BERTIL)
    assert theirs.request.get(page.url).status == 404
    follow(page.get_by_role("link", name="Till fakturan").first)
    assert "Väntar på svar" in page.inner_text("main")

    assert answering.answer_by_rule(policy=house.policy(), today=TODAY) == 0
    with transaction.atomic(), connections["default"].cursor() as cursor:
        (waiting,) = requests.requests_waiting(cursor)
        assert (waiting.number, waiting.parts, waiting.text) == ("1007", 4, "lägre inkomst i vår")
        answering.grant(
            cursor, waiting, by="E. Lind", reason="", policy=house.policy(), today=TODAY
        )
    page.reload()
    told = page.inner_text("main").replace("\u00a0", " ")
    assert "Ja, det är beviljat" in told
    assert "2 282,00" in told
    assert "Visa hela planen" in told


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_question_leads_to_the_right_request_and_to_nothing_that_is_not_given(
    portal: Portal, tmp_path: Path, language: str
) -> None:
    page = portal.sign_in(CILLA, language=language)
    kept = tmp_path / "pages"
    kept.mkdir()
    leads: dict[str, list[str]] = {}
    for number in ("1007", "1001"):
        page.goto(f"{portal.address}/{language}/obetalda/")
        follow(page.get_by_role("link", name=number).first)
        page.goto(f"{page.url}begar/")
        question = page.url
        links = page.locator(".portal-wants a").all()
        leads[number] = [str(each.get_attribute("href")) for each in links]
        for wanted in ("", *leads[number]):
            page.goto(question + wanted)
            assert [*axe(page), *too_wide(page)] == []
            assert page.get_by_role("main").locator("form[method=post]").count() <= 1
            name = f"{number}{wanted.partition('=')[2]}.html"
            (kept / name).write_text(page.content(), encoding="utf-8")
    assert markup_faults(kept) == []
    assert leads["1007"] == [
        f"?vill={each}" for each in ("betalat", "mer-tid", "delar", "fel", "hjalp")
    ]
    assert leads["1001"] == [f"?vill={each}" for each in ("betalat", "delar", "fel", "hjalp")]
    page.goto(f"{question}?vill=mer-tid")
    assert page.get_by_label("Ny sista dag").count() == 0, "what is not given has no form"


def test_an_objection_waits_and_its_answer_is_told(portal: Portal) -> None:
    page = portal.sign_in(CILLA, language="en")
    follow(page.get_by_role("link", name="1007").first)
    follow(page.get_by_role("link", name="Do you need more time"))
    follow(page.get_by_role("link", name="The invoice is wrong"))
    page.get_by_label("What is wrong?").fill("The garage is not mine")
    page.get_by_label("How many kronor is it about").fill("450 000")
    follow(page.get_by_role("button", name="Send the objection"))
    expect(page.get_by_role("alert")).to_contain_text("is at most the invoice's")
    assert [*axe(page), *too_wide(page)] == []
    page.get_by_label("How many kronor is it about").fill("450.00")
    follow(page.get_by_role("button", name="Send the objection"))
    follow(page.get_by_role("button", name="Change"))
    expect(page.get_by_label("What is wrong?")).to_have_value("The garage is not mine")
    follow(page.get_by_role("button", name="Send the objection"))
    follow(page.get_by_role("button", name="Send", exact=True))
    with transaction.atomic(), connections["default"].cursor() as cursor:
        (waiting,) = requests.requests_waiting(cursor)
        assert waiting.amount_ore == 45_000
        with pytest.raises(answering.NeedsADecision):
            answering.grant(
                cursor, waiting, by="E. Lind", reason="", policy=house.policy(), today=TODAY
            )
        answering.decline(cursor, waiting, by="E. Lind", reason="Hyran är rätt.", today=TODAY)
    page.reload()
    assert "Hyran är rätt." in page.inner_text("main")
    follow(page.get_by_role("link", name="Back to the invoice").first)
    assert "Hyran är rätt." in page.inner_text("main")


def test_a_payment_under_way_is_granted_by_rule_once(portal: Portal) -> None:
    page = portal.sign_in(CILLA)
    follow(page.get_by_role("link", name="1001").first)
    follow(page.get_by_role("link", name="Behöver du mer tid"))
    follow(page.get_by_role("link", name="Jag har redan betalat"))
    form = page.url
    for _ in range(2):
        page.goto(form)
        page.get_by_label("Vilken dag betalade du?").fill("2025-04-18")
        follow(page.get_by_role("button", name="betalningen är på väg"))
        follow(page.get_by_role("button", name="Skicka"))
        again = page.inner_text("main")
    assert "bara det första är sparat" in again
    assert rows("SELECT until, amount_ore FROM request") == [(date(2025, 4, 18), 60_000)]
    assert answering.answer_by_rule(policy=house.policy(), today=TODAY) == 1
    assert rows("SELECT kind, first_day, last_day FROM hold WHERE kind = 'payment_reported'") == [
        ("payment_reported", TODAY, date(2025, 4, 24))
    ]


def test_what_is_asked_for_is_on_one_page_and_can_be_withdrawn_until_answered(
    portal: Portal, tmp_path: Path
) -> None:
    page = portal.sign_in(CILLA)
    follow(page.get_by_role("link", name="Det du bett om"))
    assert "Du har inte bett om något" in page.inner_text("main")
    _object(page, portal, "1007", "Garaget är inte mitt")
    follow(page.get_by_role("link", name="Allt du har bett om"))
    told = page.inner_text("main")
    assert "Väntar på Granviks kommun" in told
    assert "En handläggare läser vad du har skrivit" in told
    follow(page.get_by_role("link", name="ta tillbaka"))
    follow(page.get_by_role("button", name="Ta tillbaka"))
    assert "Du har tagit tillbaka det" in page.inner_text("main")
    assert page.get_by_role("button", name="Ta tillbaka").count() == 0
    with connections["default"].cursor() as cursor:
        assert requests.requests_waiting(cursor) == ()
        assert requests.waiting_count(cursor) == 0

    _object(page, portal, "1007", "Förrådet är inte mitt")
    assert "bara det första" not in page.inner_text("main"), "what is withdrawn is not in the way"
    stale = page.url
    with transaction.atomic(), connections["default"].cursor() as cursor:
        (waiting,) = requests.requests_waiting(cursor)
        answering.decline(cursor, waiting, by="E. Lind", reason="Det ingår i hyran.", today=TODAY)
    follow(page.get_by_role("button", name="Ta tillbaka"))
    assert page.url == stale
    assert "Det ingår i hyran." in page.inner_text("main"), "an answer is not taken back"
    follow(page.get_by_role("link", name="Allt du har bett om"))
    states = page.locator(".govuk-tag").all_inner_texts()
    assert states == ["Nej", "Du har tagit tillbaka det"], "the newest first"
    assert [*axe(page), *too_wide(page)] == []
    kept = tmp_path / "pages"
    kept.mkdir()
    (kept / "requests.html").write_text(page.request.get(page.url).text(), encoding="utf-8")
    assert markup_faults(kept) == []
    theirs = portal.sign_in(BERTIL)
    follow(theirs.get_by_role("link", name="Det du bett om"))
    assert "Du har inte bett om något" in theirs.inner_text("main")


def _object(page: Page, portal: Portal, number: str, text: str) -> None:
    page.goto(f"{portal.address}/sv/obetalda/")
    follow(page.get_by_role("link", name=number).first)
    follow(page.get_by_role("link", name="Behöver du mer tid"))
    follow(page.get_by_role("link", name="Fakturan är fel"))
    page.get_by_label("Vad är fel?").fill(text)
    follow(page.get_by_role("button", name="Skicka invändningen"))
    follow(page.get_by_role("button", name="Skicka", exact=True))


def test_a_person_is_told_when_a_request_was_withdrawn_meanwhile(portal: Portal) -> None:
    (citizen,) = access.parties_for(identity_number=CILLA)
    with connections["default"].cursor() as cursor:
        invoice = queries.find_invoice(cursor, number="1007")[0][0]
    new = NewRequest(invoice=invoice, kind=AskedFor.OBJECTION, day=TODAY, text="fel")
    access.ask(citizen=citizen, new=new)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        (waiting,) = requests.requests_waiting(cursor)
        access.withdraw_request(citizen=citizen, row=waiting, today=TODAY)
        with pytest.raises(access.AnsweredBefore):
            answering.decline(cursor, waiting, by="E. Lind", reason="nej", today=TODAY)


def test_the_portals_role_withdraws_its_own_and_answers_nothing_else(portal: Portal) -> None:
    (bertil,), (cilla,) = (access.parties_for(identity_number=each) for each in (BERTIL, CILLA))
    with connections["default"].cursor() as cursor:
        invoice = queries.find_invoice(cursor, number="2001")[0][0]
    new = NewRequest(invoice=invoice, kind=AskedFor.OBJECTION, day=TODAY, text="fel")
    access.ask(citizen=bertil, new=new)
    answer = (
        "INSERT INTO request_answer (request_id, party_id, outcome, reason, decided_by, day)"
        " SELECT %s, %s, %s, %s, %s, '2025-04-20'"
    )
    key = one("SELECT id FROM request")
    for citizen, values in (
        (cilla, (key, cilla.party_id, "withdrawn", "", "self_service")),
        (cilla, (key, bertil.party_id, "withdrawn", "", "self_service")),
        (bertil, (key, bertil.party_id, "granted", "", "self_service")),
        (bertil, (key, bertil.party_id, "withdrawn", "sagt", "self_service")),
        (bertil, (key, bertil.party_id, "withdrawn", "", "E. Lind")),
    ):
        with pytest.raises(ProgrammingError), access.as_party(citizen) as cursor:
            cursor.execute(answer, values)


def test_the_portals_role_asks_for_its_own_party_alone(portal: Portal) -> None:
    (citizen,) = access.parties_for(identity_number=CILLA)
    with connections["default"].cursor() as cursor:
        other = queries.find_invoice(cursor, number="2001")[0][0]
    theirs = one("SELECT party_id FROM invoice WHERE id = %s", other)
    add = (
        "INSERT INTO request (party_id, invoice_id, kind, day, text)"
        " VALUES (%s, %s, 'objection', '2025-04-20', 'x')"
    )
    for party in (citizen.party_id, theirs):
        with pytest.raises(ProgrammingError), access.as_party(citizen) as portal_cursor:
            portal_cursor.execute(add, [party, other])
    with pytest.raises(DatabaseError), access.as_party(citizen) as portal_cursor:
        portal_cursor.execute("INSERT INTO request_answer SELECT 1, 1, 'granted', '', '', now()")
