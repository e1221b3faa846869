"""Pictures of the main pages for the documentation, taken of the portal as it is.

    make pictures       writes them to docs/pictures

The one rule: a picture is never drawn by hand, so it cannot show what is not there.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.portal.portal import Portal
from tests.portal.town import CILLA

SIZES: dict[str, ViewportSize] = {
    "desktop": {"width": 1280, "height": 900},
    "phone": {"width": 360, "height": 740},
}
PNG = b"\x89PNG"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_main_pages_are_pictured(portal: Portal, tmp_path: Path, language: str) -> None:
    folder = Path(os.environ.get("PICTURES") or tmp_path)
    page = portal.sign_in(CILLA, language=language)
    row = page.get_by_role("row").filter(has_text="1004")
    invoice = str(row.locator("a.portal-table__details").get_attribute("href"))
    for name, address in (("unpaid", f"/{language}/obetalda/"), ("invoice", invoice)):
        page.goto(portal.address + address)
        picture(page, folder, f"{name}-{language}")
    assert len([*folder.glob(f"*-{language}-*.png")]) == 2 * len(SIZES)


def picture(page: Page, folder: Path, name: str) -> None:
    """The page as it looks at each size."""
    for size, viewport in SIZES.items():
        page.set_viewport_size(viewport)
        file = folder / f"portal-{name}-{size}.png"
        page.screenshot(path=file)
        assert file.read_bytes().startswith(PNG)
