"""The office by keyboard alone, with more space in the text, and at 400 %: every page."""

from __future__ import annotations

import pytest

from tests.office.staff import ANNA, CARIN, StaffOffice
from tests.office.test_desk_pages import claim_pages, put_on_hold
from tests.portal.test_reach import all_ways


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_is_used_by_keyboard_alone_and_loses_nothing(
    desk: StaffOffice, language: str
) -> None:
    put_on_hold(desk.sign_in(ANNA), "1007")
    page = desk.sign_in(CARIN, language=language)
    faults: list[str] = []
    kinds: set[str] = set()
    for address in claim_pages(desk, page):
        page.goto(address)
        faults += [f"{address}: {fault}" for fault in all_ways(page, kinds)]
    assert not faults, "\n".join(faults)
