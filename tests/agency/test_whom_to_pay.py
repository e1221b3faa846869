"""What the citizen is told: exactly one to pay, whatever happens and in whatever order.

The one rule: it is the page's own values that are looked at, by the citizen's own door.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.db import connections, transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from reskontra.casework.recalls import NotAtAgency, recall
from reskontra.dunning.timeline import timeline
from reskontra.portal.detail import InvoiceValues, invoice_values
from reskontra.records import access
from reskontra.records.views import Citizen
from tests.agency.at_the_agency import (
    HANDED_OVER,
    LATER,
    OCR,
    AtTheAgency,
    a_handed_over_town,
    a_message,
    handover_of,
    registered,
)
from tests.build import a_payment, party_of, rows, sample_policy

MESSAGES: dict[str, dict[str, Any]] = {
    "registered": {},
    "payment": {"principal_ore": 12_000},
    "cost": {"cost_ore": 18_000},
    "state": {"text": "Ny"},
    "closed": {"reason": "returned"},
}
HAPPENINGS = (*MESSAGES, "recall", "paid to us", "night")
EXAMPLES = 24


def page(number: str = "1001") -> InvoiceValues:
    """The page of an invoice, as its recipient gets it."""
    citizen, policy = Citizen(party_id=party_of(1)), sample_policy()
    ((public_id,),) = rows("SELECT public_id FROM invoice WHERE number = %s", number)
    detail = access.invoice(citizen=citizen, public_id=public_id, today=LATER, policy=policy)
    items = timeline(detail, policy=policy, today=LATER)
    return invoice_values(detail, items=items, policy=policy, today=LATER, language="sv")


def payee(number: str) -> str:
    """Whom the page says to pay; refuses two, and nobody while something is left to pay."""
    told = page(number)
    payees = [name for name in ("pay_us", "pay_agency") if getattr(told, name) is not None]
    assert len(payees) == (0 if told.settled else 1)
    return payees[0] if payees else ""


@pytest.fixture
def place(db: None, tmp_path: Path) -> AtTheAgency:
    """Two claims at the agency."""
    place = a_handed_over_town(tmp_path)
    place.send(HANDED_OVER)
    return place


def test_the_agency_with_its_giro_and_reference(place: AtTheAgency) -> None:
    before = page().pay_agency
    assert before is not None
    assert (before.bankgiro, before.ocr_number) == ("9991-4566", "")
    place.returns(LATER, registered())
    after = page().pay_agency
    assert after is not None
    assert after.ocr_number == OCR


def test_after_a_recall_us_again_and_the_timeline_says_so(place: AtTheAgency) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        key = handover_of("1001").invoice
        recall(cursor, invoice=key, number="1001", reason="avtal", day=LATER)
    told = page()
    assert told.pay_agency is None
    assert told.pay_us is not None
    assert "tillbaka hos oss" in repr(told.timeline)


def happen(place: AtTheAgency, what: str, number: str) -> None:
    """One thing that may happen, on our side or theirs."""
    if what == "recall":
        with suppress(NotAtAgency), transaction.atomic(), connections["default"].cursor() as cursor:
            key = handover_of(number).invoice
            recall(cursor, invoice=key, number=number, reason="avtal", day=LATER)
    elif what == "paid to us":
        place.town.pay(a_payment(10_000, number), day=LATER)
    elif what == "night":
        place.send(LATER)
    elif what == "registered":
        place.returns(LATER, registered(number))
    else:
        place.returns(LATER, a_message(what, number, **MESSAGES[what]))


def test_never_two_to_pay(db: None, tmp_path: Path) -> None:
    place = a_handed_over_town(tmp_path, *(f"{2000 + n}" for n in range(EXAMPLES)))
    place.send(HANDED_OVER)
    numbers = iter(range(2000, 2000 + EXAMPLES))

    @settings(max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate])
    @given(order=st.lists(st.sampled_from(HAPPENINGS), min_size=1, max_size=7))
    def live(order: list[str]) -> None:
        number, ours = f"{next(numbers)}", False
        for what in order:
            happen(place, what, number)
            now = payee(number)
            assert not (ours and now == "pay_agency"), "what has come back does not leave again"
            ours = ours or now == "pay_us"

    live()
