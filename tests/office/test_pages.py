"""Every page of the office, in both languages: accessible, right HTML, no wider than a phone.

The one rule: a page that can be reached is in `addresses`, the one list of them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import override_settings
from django.urls import URLPattern, URLResolver
from playwright.sync_api import expect

from reskontra.office import house, urls
from tests.office.conftest import Office
from tests.portal.portal import follow
from tests.portal.test_pages import axe, markup_faults, too_wide

WORDS = {
    "sv": ("kontoret", "regler", "lagen", "kampanjer", "beviljar"),
    "en": ("office", "rules", "law", "campaigns", "grants"),
}


def addresses(language: str) -> list[str]:
    """Every page, every sample procedure among them, and those for what is not there."""
    home, rules, *others = WORDS[language]
    base = f"/{language}/{home}"
    versions = [
        f"{base}/{rules}/{each.creditor}/{each.name}/{each.valid_from}/"
        for creditor in house.policy().creditors.values()
        for each in creditor.procedures
    ]
    return [
        f"{base}/{rules}/",
        *(f"{base}/{other}/" for other in others),
        *versions,
        f"{versions[0]}?due=2019-01-01&amount=-3",
        f"{base}/{rules}/nobody/nothing/2020-01-01/",
    ]


VERSIONS = Path(__file__).parents[1] / "stories/policies/versions"
"""A folder with versions that hold, that have held, and with something to ask a lawyer about."""


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_is_accessible_right_and_narrow(
    office: Office, tmp_path: Path, language: str
) -> None:
    page = office.visit(addresses(language)[0].removeprefix(f"/{language}/"), language=language)
    faults: list[str] = []
    titles: list[str] = []
    for place, address in enumerate(addresses(language)):
        answer = page.goto(office.address + address)
        assert answer is not None
        assert answer.status == (404 if "nobody" in address else 200)
        assert page.locator("html").get_attribute("lang") == language
        titles.append(page.title())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        faults += [f"{address}: {fault}" for fault in (*axe(page), *too_wide(page))]
        html = page.request.get(office.address + address).text()
        (tmp_path / f"{place}.html").write_text(html, encoding="utf-8")
    faults += markup_faults(tmp_path)
    assert not faults, "\n".join(faults)
    assert len(titles) == len(set(titles)), "a title says which page it is"


def test_older_versions_and_cautions_are_shown_as_well(office: Office, tmp_path: Path) -> None:
    with override_settings(RESKONTRA_POLICY=VERSIONS):
        page = office.visit("kontoret/regler/granvik/hall/2020-01-01/")
        expect(page.get_by_role("main")).to_contain_text("Äldre fordringar följer versionen")
        asked = page.get_by_role("region", name="Att fråga en jurist om")
        expect(asked).to_contain_text("skuldebrevslagen (1936:81) 5 §")
        assert axe(page) + too_wide(page) == []
        follow(page.get_by_role("link", name="från 1\xa0juli\xa02025"))
        expect(page.get_by_role("main")).to_contain_text("Gäller nu")
        (tmp_path / "page.html").write_text(page.content(), encoding="utf-8")
    assert markup_faults(tmp_path) == []


def test_every_address_says_who_may_open_it() -> None:
    views = [view for each in urls.urlpatterns for view in _views(each)]
    assert len(views) > 5
    assert {view.__dict__.get("permission") for view in views} == {"anyone", "staff"}


def _views(found: URLPattern | URLResolver) -> list[object]:
    if isinstance(found, URLPattern):
        return [found.callback]
    return [view for each in found.url_patterns for view in _views(each)]
