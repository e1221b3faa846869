"""What an agency pays out meets the bank's money, and what differs waits for a person."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connections, transaction

from reskontra.casework.agency_aside import NotWaiting, set_aside
from reskontra.casework.agency_payouts import (
    NoSuchMoney,
    NoSuchPayout,
    settle_by_hand,
    settle_found,
)
from reskontra.formats.camt_writer import PaymentToWrite
from reskontra.formats.problems import FileRefused
from reskontra.records import agency_messages, remittances
from reskontra.records.queries import unmatched_payments
from tests.agency.at_the_agency import (
    HANDED_OVER,
    LATER,
    AtTheAgency,
    a_handed_over_town,
    a_message,
)
from tests.build import a_payment, ledger, rows

NEXT = date(2025, 5, 14)


@pytest.fixture
def place(db: None, tmp_path: Path) -> AtTheAgency:
    """Two claims at the agency, of which it has been paid 20 000 öre."""
    place = a_handed_over_town(tmp_path)
    place.send(HANDED_OVER)
    place.returns(LATER, a_message("payment", principal_ore=20_000))
    return place


def payout(**said: Any) -> dict[str, Any]:
    """The agency says that it pays us."""
    body = {"amount_ore": 19_000, "kept_ore": 1_000, "payment_reference": "U-7", **said}
    return a_message("payout", message="u1", reference=None, **body)


def money(amount_ore: int, text: str = "utbetalning U-7 april") -> PaymentToWrite:
    """What comes to the bank."""
    return a_payment(amount_ore, "", text=text)


def accounts() -> tuple[int, int, int]:
    """Öre at the agency, its costs, and what found no claim."""
    found = ledger()
    return found.get("agency", 0), found.get("agency_cost", 0), -found.get("unmatched", 0)


@pytest.mark.parametrize("order", ["told, money", "money, told"])
def test_the_same_amount_with_the_reference_settles(place: AtTheAgency, order: str) -> None:
    for each in order.split(", "):
        if each == "told":
            place.returns(NEXT, payout())
        else:
            place.town.pay(money(19_000), day=NEXT)
        settle_found(today=NEXT)
    assert accounts() == (0, 1_000, 0)
    assert settle_found(today=NEXT) == 0
    with connections["default"].cursor() as cursor:
        assert (remittances.open_payouts(cursor), unmatched_payments(cursor)) == ([], [])


@pytest.mark.parametrize(
    ("amount_ore", "text"), [(18_000, "utbetalning U-7"), (19_000, "utbetalning XU-7 U-77")]
)
def test_a_difference_waits_for_a_person_who_says_why(
    place: AtTheAgency, amount_ore: int, text: str
) -> None:
    place.returns(NEXT, payout())
    place.town.pay(money(amount_ore, text), day=NEXT)
    assert settle_found(today=NEXT) == 0
    assert accounts() == (19_000, 1_000, amount_ore)
    ((payment,),) = rows("SELECT payment_id FROM entry WHERE credit = 'unmatched'")
    with transaction.atomic(), connections["default"].cursor() as cursor:
        settle_by_hand(cursor, name="u1", payment=payment, reason="avgift", by="A. Ek", today=NEXT)
    assert accounts() == (19_000 - amount_ore, 1_000, 0)


def test_a_payout_or_money_that_is_not_there_is_refused(place: AtTheAgency) -> None:
    place.returns(NEXT, payout())
    about: dict[str, Any] = {"reason": "avgift", "by": "A. Ek", "today": NEXT}
    with connections["default"].cursor() as cursor:
        with pytest.raises(NoSuchPayout, match="those that do are u1"), transaction.atomic():
            settle_by_hand(cursor, name="u2", payment=1, **about)
        with pytest.raises(NoSuchMoney), transaction.atomic():
            settle_by_hand(cursor, name="u1", payment=10**9, **about)


def test_a_payout_is_about_no_claim(place: AtTheAgency) -> None:
    with pytest.raises(FileRefused, match="reference"):
        place.returns(NEXT, a_message("payout", message="u1", amount_ore=1, payment_reference="U"))


def test_a_message_is_set_aside_by_a_person_with_a_reason(place: AtTheAgency) -> None:
    lost = a_message("state", message="x", reference=None, case_number="1", text="Ny")
    place.returns(LATER, lost)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        set_aside(cursor, name="x", reason="fel kommun", by="A. Ek", today=LATER)
        assert agency_messages.waiting(cursor) == []
    note = ("set_aside", "fel kommun", "A. Ek")
    assert (
        rows("SELECT outcome, reason, decided_by FROM agency_message_note ORDER BY id")[-1] == note
    )
    place.returns(LATER, lost)
    with pytest.raises(NotWaiting), transaction.atomic(), connections["default"].cursor() as cursor:
        set_aside(cursor, name="x", reason="fel kommun", by="A. Ek", today=LATER)
