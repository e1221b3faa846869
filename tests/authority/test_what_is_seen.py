"""What the one who owes sees of the Enforcement Authority, and of a debt that has lapsed.

The one rule: a record of non-payment is told of only when there is one.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connections

from reskontra.portal.detail import InvoiceValues, invoice_values
from reskontra.records.detail import detail_of
from tests.authority.at_the_authority import (
    APPLIED,
    LATER,
    AtTheAuthority,
    a_demanded_town,
    a_message,
    invoice_of,
)
from tests.build import sample_policy


@pytest.fixture
def place(db: None, tmp_path: Path) -> AtTheAuthority:
    """Two applications that have been sent."""
    place = a_demanded_town(tmp_path)
    place.apply()
    return place


def seen(today: date, *, language: str = "sv") -> InvoiceValues:
    """The page of the invoice."""
    policy = sample_policy()
    with connections["default"].cursor() as cursor:
        detail = detail_of(cursor, invoice_of("1001"), today=today, asking=())
    return invoice_values(detail, items=(), policy=policy, today=today, language=language)


def test_what_has_happened_what_it_costs_and_what_can_be_done(place: AtTheAuthority) -> None:
    page = seen(APPLIED)
    assert page.authority is not None
    assert page.authority.stands.startswith("Vi har ansökt hos Kronofogden")
    assert page.authority.costs.replace("\N{NO-BREAK SPACE}", " ") == "680,00"
    assert "tingsrätten" in page.authority.can
    assert page.authority.record.startswith("Ingen.")
    assert page.sentences[0].startswith("Skulden är hos Kronofogden.")
    assert page.pay_us is not None, "the money is paid to us"


def test_a_record_is_told_of_from_the_verdict(place: AtTheAuthority) -> None:
    place.hear(a_message("served"), a_message("verdict"))
    page = seen(LATER, language="en")
    assert page.authority is not None
    assert "June" in page.authority.record
    assert "2028" in page.authority.record
    assert page.authority.stands.endswith("(a verdict).")


def test_nobody_is_asked_to_pay_what_has_lapsed(place: AtTheAuthority) -> None:
    place.hear(a_message("ended", reason="not_served"))
    page = seen(date(2028, 6, 1))
    assert page.pay_us is None
    assert not page.late
    assert page.sentences == (
        "Skulden är preskriberad sedan 3\N{NO-BREAK SPACE}mars\N{NO-BREAK SPACE}2028. "
        "Du behöver inte betala den.",
    )
