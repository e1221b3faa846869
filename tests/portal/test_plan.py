"""A plan in the portal: on its invoice and on a page of its own, in both languages, on a phone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connections, transaction

from reskontra.casework import installment_plan
from reskontra.portal import house
from reskontra.records import queries
from tests.portal.portal import Portal, follow
from tests.portal.test_pages import axe, markup_faults, too_wide
from tests.portal.town import BERTIL, CILLA, TODAY


@pytest.fixture
def planned(portal: Portal) -> Portal:
    """Cilla pays the rent of April in three parts."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        invoice = queries.find_invoice(cursor, number="1007")[0][0]
        installment_plan.grant(
            cursor,
            invoices=[invoice],
            parts=3,
            first_on=date(2025, 4, 30),
            agreed_on=TODAY,
            reason="svårt att betala allt",
            by="E. Lind",
            policy=house.policy(),
            today=TODAY,
        )
    return portal


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "Betala del 1 av 3, 2 986,00 kr, senast 30 april 2025."),
        ("en", "Pay part 1 of 3, 2,986.00 kr, by 30 April 2025."),
    ],
)
def test_the_plan_tells_what_to_pay_next_and_what_happens_if_it_breaks(
    planned: Portal, tmp_path: Path, language: str, said: str
) -> None:
    page = planned.sign_in(CILLA, language=language)
    follow(page.get_by_role("link", name="1007").first)
    assert "2 986,00" in page.inner_text("main").replace("\u00a0", " ") or language == "en"
    follow(page.get_by_role("link", name="planen" if language == "sv" else "whole plan"))
    told = page.inner_text("main").replace("\u00a0", " ")
    assert said in told
    broken = "Om planen inte hålls" if language == "sv" else "If the plan is not kept"
    assert broken in told
    assert [*axe(page)] == []
    (tmp_path / "plan.html").write_text(page.content(), encoding="utf-8")
    page.screenshot(path=tmp_path / "plan-desktop.png", full_page=True)
    page.set_viewport_size({"width": 360, "height": 740})
    assert [*too_wide(page)] == []
    page.screenshot(path=tmp_path / "plan-phone.png", full_page=True)
    html = page.request.get(page.url).text()
    kept = tmp_path / "pages"
    kept.mkdir()
    (kept / "plan.html").write_text(html, encoding="utf-8")
    assert markup_faults(kept) == []


def test_nobody_elses_plan_is_there(planned: Portal) -> None:
    mine = planned.sign_in(CILLA)
    follow(mine.get_by_role("link", name="1007").first)
    follow(mine.get_by_role("link", name="planen"))
    other = planned.sign_in(BERTIL)
    answer = other.goto(mine.url)
    assert answer is not None
    assert answer.status == 404
