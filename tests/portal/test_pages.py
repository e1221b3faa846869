"""Every page, in both languages: accessible (axe), right HTML (vnu), and no wider than a phone.

The one rule: a page that can be reached is in `addresses`, the one list of them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, ViewportSize

from reskontra.portal import measured
from tests.portal.portal import Portal, follow, width_of
from tests.portal.town import CILLA, SHOWN

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
VNU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"

OPEN_TO_ALL = (
    "",
    "fragor/",
    "tillganglighet/",
    "utloggad/",
    "tiden-ute/",
    "inga-fakturor/",
    "epostbesked/av/",
    "finns-inte/",
)
PAGES = (
    "epostbesked/",
    "begart/",
    "vem-har-tittat/",
    "obetalda/",
    "obetalda/?sort=-amount",
    "betalda/",
    "betalda/?page=2",
)
PHONE: ViewportSize = {"width": 320, "height": 640}
RULES = {
    "runOnly": {
        "type": "tag",
        "values": [
            "wcag2a",
            "wcag2aa",
            "wcag21a",
            "wcag21aa",
            "wcag22aa",
            "EN-301-549",
            "EN-301-549v4",
            "best-practice",
        ],
    },
    "rules": {"css-orientation-lock": {"enabled": True}},
}
"""WCAG 2.2 AA and EN 301 549, with the size of what one presses (2.5.8) and the one rule of the
standard that axe-core calls an experiment."""
MUST_RUN = {"target-size", "css-orientation-lock", "color-contrast"}


def addresses(page: Page, portal: Portal, language: str) -> list[str]:
    """Every page that the signed-in person can reach, one invoice of each sort among them."""
    found = []
    for listing in ("obetalda/", "betalda/?sort=-amount"):
        page.goto(f"{portal.address}/{language}/{listing}")
        rows = page.locator("tbody tr")
        for number in SHOWN:
            link = rows.filter(has_text=number).locator("a.portal-table__details")
            if link.count():
                found.append(str(link.get_attribute("href")))
    assert len(found) == len(SHOWN)
    missing = f"/{language}/faktura/{UUID(int=0)}/"
    return [*(f"/{language}/{path}" for path in (*OPEN_TO_ALL, *PAGES)), *found, missing]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_is_accessible_right_and_narrow(
    portal: Portal, tmp_path: Path, language: str
) -> None:
    page = portal.sign_in(CILLA, language=language)
    faults: list[str] = []
    titles: dict[str, str] = {}
    kept = tmp_path / "pages"
    kept.mkdir()
    for place, address in enumerate(addresses(page, portal, language)):
        page.goto(portal.address + address)
        assert page.locator("html").get_attribute("lang") == language
        titles[address.split("?")[0]] = page.title()
        faults += [f"{address}: {fault}" for fault in (*axe(page), *too_wide(page))]
        faults += [f"{address} on a phone: {fault}" for fault in on_a_phone(page)]
        html = page.request.get(portal.address + address).text()
        (kept / f"{place}.html").write_text(html, encoding="utf-8")
    faults += markup_faults(kept)
    if os.environ.get("MEASURED"):
        measured.keep(
            language=language,
            day=datetime.now(tz=UTC).date(),
            pages=len(titles),
            faults=len(faults),
        )
    assert not faults, "\n".join(faults)
    shown = [title for address, title in titles.items() if UUID(int=0).hex[:8] not in address]
    assert len(shown) - len(set(shown)) <= 1, "a title says which page it is"


def test_the_pages_before_signing_in_are_accessible_too(portal: Portal) -> None:
    page = portal.visit("")
    faults = axe(page)
    follow(page.get_by_role("link", name="Logga in med e-legitimation"))
    page.wait_for_url(f"{portal.provider}/**")
    faults += [*axe(page), *too_wide(page)]
    page.goto(f"{portal.address}/logga-in/klart/?state=stolen")
    faults += [*axe(page), *too_wide(page)]
    assert not faults, "\n".join(faults)


def axe(page: Page) -> list[str]:
    """What axe-core finds wrong, and every contrast that it could not make out."""
    if not AXE.exists():
        pytest.fail(f"{AXE} is missing: make setup")
    page.wait_for_load_state()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("rules => axe.run(rules)", RULES)
    asked = ("violations", "passes", "incomplete", "inapplicable")
    assert {rule["id"] for answer in asked for rule in result[answer]} >= MUST_RUN
    unsure = [each for each in result["incomplete"] if each["id"] == "color-contrast"]
    return [
        f"axe {each['id']}: {node['html'][:160]}"
        for each in (*result["violations"], *unsure)
        for node in each["nodes"]
    ]


def on_a_phone(page: Page) -> list[str]:
    """What axe-core finds on a small window, where the page looks otherwise."""
    before = page.viewport_size
    page.set_viewport_size(PHONE)
    found = axe(page)
    if before:
        page.set_viewport_size(before)
    return found


def too_wide(page: Page) -> list[str]:
    """A page must fit 320 px without scrolling sideways (WCAG 1.4.10)."""
    before = page.viewport_size
    page.set_viewport_size(PHONE)
    width = width_of(page)
    if before:
        page.set_viewport_size(before)
    return [f"{width} px wide on a phone"] if width > PHONE["width"] else []


def markup_faults(folder: Path) -> list[str]:
    """What the W3C's checker says of every page in the folder."""
    java = shutil.which("java")
    if java is None or not VNU.exists():
        pytest.fail("apt-get install openjdk-17-jdk-headless, and make setup")
    command = [java, "-jar", str(VNU), "--format", "json", "--errors-only", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"vnu {Path(each.get('url', '')).name}:{each.get('lastLine')}: {each['message']}"
        for each in messages
    ]
