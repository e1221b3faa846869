"""What a reader of the rules does: looks a procedure up, tries an invoice, checks a value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import expect

from reskontra.domain.campaign import Campaign
from reskontra.domain.rules import Policy
from reskontra.domain.scope import Scope
from reskontra.domain.texts import Reference, Texts
from reskontra.office import house, law, rules
from reskontra.office.wording import WORDING
from reskontra.policy.law_file import SHAPES, WHOLE
from tests.build import MUNICIPALITY, WATER, sample_policy
from tests.office.conftest import Office
from tests.portal.portal import follow, press

TODAY = date(2026, 11, 22)
WATER_PAGE = f"kontoret/regler/{WATER}/water/2020-01-01/"


def water_title() -> str:
    """What the page about water is called; its words are the telling's own."""
    version = house.version(creditor=WATER, name="water", day="2020-01-01")
    assert version is not None
    return rules.title_of(version, house.policy(), language="sv")


@pytest.mark.parametrize("script", [True, False])
def test_a_reader_finds_a_procedure_and_tries_an_invoice(office: Office, *, script: bool) -> None:
    page = office.visit("kontoret/regler/", script=script)
    follow(page.get_by_role("link", name=water_title(), exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text(water_title())
    page.get_by_label("Förfallodag").fill("2026-03-31")
    page.get_by_label("Belopp i kronor").fill("450,50")
    follow(page.get_by_role("button", name="Visa dagarna"))
    example = page.get_by_role("region", name="Ett exempel med dagar")
    expect(example).to_contain_text("450,50")
    reminder = example.get_by_role("listitem").filter(has_text="Påminnelse").first
    expect(reminder).to_contain_text("13\xa0april\xa02026")
    follow(page.get_by_role("link", name="English"))
    expect(page.get_by_role("region", name="An example with days")).to_contain_text("450.50")


def test_what_is_written_wrongly_is_told_beside_the_field(office: Office) -> None:
    page = office.visit(f"{WATER_PAGE}?due=i+morgon&amount=12,345")
    expect(page).to_have_title(
        f"Fel: {water_title()}, water 2020-01-01, "
        "Granviks Vatten och Avfall AB – Kontoret – Granviks kommun"
    )
    expect(page.get_by_role("alert")).to_contain_text("Skriv förfallodagen som en dag")
    expect(page.get_by_label("Förfallodag")).to_have_value("i morgon")
    expect(page.get_by_label("Belopp i kronor")).to_have_accessible_description(
        "Till exempel 1 000 Fel: Skriv ett belopp från 1 öre till 100\xa0000\xa0000 kr, "
        "till exempel 1 000 eller 450,50."
    )


def test_the_file_is_shown_as_it_stands_with_its_digest(office: Office) -> None:
    page = office.visit(WATER_PAGE)
    version = house.version(creditor=WATER, name="water", day="2020-01-01")
    assert version is not None
    expect(page.get_by_text(version.digest)).to_be_visible()
    press(page.get_by_text("Visa filen"))
    assert page.get_by_role("region", name=version.file).inner_text() == version.text


def test_the_picture_has_an_address_of_its_own_and_is_seen(office: Office) -> None:
    page = office.visit(WATER_PAGE)
    picture = page.locator("img.office-picture")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 100")
    answer = page.request.get(office.address + str(picture.get_attribute("src")))
    assert answer.headers["content-type"] == "image/svg+xml; charset=utf-8"
    assert answer.text().startswith("<svg")


def test_no_page_begins_a_session_or_says_anything_inline(office: Office) -> None:
    page = office.visit(WATER_PAGE)
    answer = page.request.get(office.address + f"/sv/{WATER_PAGE}")
    assert "set-cookie" not in answer.headers
    html = answer.text()
    assert "<script" not in html
    assert "style=" not in html


def test_the_address_without_a_language_leads_to_one(office: Office) -> None:
    page = office.visit("kontoret/regler/")
    page.goto(f"{office.address}/kontoret/regler/")
    assert page.url == f"{office.address}/sv/kontoret/regler/"


def test_the_law_page_says_what_ends_and_what_is_not_verified(office: Office) -> None:
    page = office.visit("kontoret/lagen/")
    looks = page.get_by_role("region", name="Värt att se över")
    expect(looks).to_contain_text("gäller till och med 2026-12-31, 39 dagar till")
    rate = page.get_by_role("region", name="Riksbankens referensränta")
    expect(rate).to_contain_text("2,00\xa0%")
    expect(rate).to_contain_text("Inte verifierat")


def test_a_value_past_its_last_day_is_not_shown_as_holding() -> None:
    (rate, *_) = law.law_values(today=date(2030, 1, 1), language="sv")
    assert rate.now is None
    assert rate.last_day
    assert rate.others


def test_every_part_of_a_national_value_has_words() -> None:
    parts = {part for shape in SHAPES.values() for part in shape.parts if part != WHOLE}
    assert {part for part in parts if f"part.{part}" not in WORDING} == set()


@pytest.fixture
def versions(monkeypatch: pytest.MonkeyPatch) -> Policy:
    """The sample with three versions of `rent`, and a campaign that is over."""
    policy = sample_policy()
    creditor = policy.creditors[MUNICIPALITY]
    rent = next(each for each in creditor.procedures if each.name == "rent")
    days = (date(2020, 1, 1), date(2025, 1, 1), date(2027, 1, 1))
    over = Campaign(
        name="late_post",
        label=Texts(sv="Sen post", en="Late post"),
        explanation=Texts(sv="Posten kom sent.", en="The post came late."),
        reference=Reference(title="Beslut"),
        file="municipality/campaigns/late_post.yaml",
        digest="0" * 64,
        first_day=date(2025, 2, 1),
        last_day=date(2025, 3, 31),
        scope=Scope(kinds=frozenset({"rent"})),
        stops=True,
    )
    creditor = replace(
        creditor,
        procedures=tuple(replace(rent, valid_from=day) for day in days),
        campaigns=(over,),
    )
    changed = replace(policy, creditors={MUNICIPALITY: creditor})
    monkeypatch.setattr(house, "policy", lambda: changed)
    return changed


def test_each_version_says_whether_it_holds(versions: Policy) -> None:
    (listed,) = rules.creditor_rules(today=TODAY, language="sv")
    (rent,) = listed.members
    assert [each.state for each in rent.versions] == ["coming", "now", "earlier"]
    assert "2025-01-01" in rent.address, "the one in force is shown first"
    assert [each.current for each in rent.versions] == [False, True, False]


def test_a_campaign_says_whether_it_is_on(versions: Policy) -> None:
    states = {
        day: [
            shown.state
            for _, found in rules.all_campaigns(today=day, language="en")
            for shown in found
        ]
        for day in (date(2025, 1, 1), date(2025, 2, 1), date(2025, 4, 1))
    }
    assert list(states.values()) == [["coming"], ["on"], ["over"]]


def test_who_may_say_yes_is_told_for_each_procedure_that_offers_something() -> None:
    found = dict(rules.all_grants(today=TODAY, language="sv"))
    offers = found["Granviks kommun"]
    assert offers
    assert any("kan säga ja" in said for said in offers[0].sections[0].sentences)
