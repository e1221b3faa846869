"""The agency's messages: in any order, twice, stopped anywhere, and the books end alike.

The one rule: whatever comes, exactly one is told to be paid.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from reskontra.domain.handover import HandoverState
from reskontra.formats.problems import FileRefused
from reskontra.intake.returns import MessageChanged, NotYetHappened, UnknownAgency
from reskontra.records import agency_messages
from tests.agency.at_the_agency import (
    HANDED_OVER,
    LATER,
    AtTheAgency,
    a_handed_over_town,
    a_message,
    handover_of,
    registered,
)
from tests.build import (
    a_payment,
    books,
    ledger,
    open_ore,
    rows,
    steps_taken,
)


@pytest.fixture
def place(db: None, tmp_path: Path) -> AtTheAgency:
    """Two claims at the agency."""
    place = a_handed_over_town(tmp_path)
    place.send(HANDED_OVER)
    return place


def waiting() -> list[str]:
    """Why each message that waits does."""
    with connections["default"].cursor() as cursor:
        return [each.reason for each in agency_messages.waiting(cursor)]


def test_the_agency_registers_the_claim(place: AtTheAgency) -> None:
    place.returns(LATER, registered())
    found = handover_of("1001")
    assert (found.state, found.case_number) == (HandoverState.REGISTERED, "77-1001")


def test_money_paid_there_lowers_the_claim_and_its_costs_are_not_ours(place: AtTheAgency) -> None:
    place.returns(LATER, a_message("payment", principal_ore=20_000, agency_ore=18_000))
    assert open_ore("1001") == 10_000
    assert books("1001")[1:] == [("payment", "agency", "receivable", 20_000)]
    assert handover_of("1001").pays_agency


def test_too_much_paid_there_is_the_payers(place: AtTheAgency) -> None:
    place.returns(LATER, a_message("payment", principal_ore=31_000))
    assert (open_ore("1001"), ledger()["overpaid"]) == (0, -1_000)
    assert place.send(LATER).recalls == 0


def test_a_payment_taken_back_there_is_owed_again(place: AtTheAgency) -> None:
    place.returns(LATER, a_message("payment", message="p1", principal_ore=20_000))
    place.returns(LATER, a_message("taken_back", message="b1", payment="p1"))
    assert open_ore("1001") == 30_000
    assert books("1001")[2:] == [("reversal", "receivable", "agency", 20_000)]
    assert place.send(LATER).told == 0, "the agency knows what it has told"


def test_a_payment_is_taken_back_there_once_and_after_it_has_come(place: AtTheAgency) -> None:
    back = a_message("taken_back", message="b1", payment="p1")
    place.returns(LATER, back)
    assert waiting() == ["no payment called p1 is known of the claim"]
    place.returns(LATER, a_message("payment", message="p1", principal_ore=20_000))
    assert (open_ore("1001"), waiting()) == (30_000, [])
    place.returns(LATER, a_message("taken_back", message="b2", payment="p1"))
    assert (open_ore("1001"), waiting()) == (
        30_000,
        ["the payment p1 has been taken back before"],
    )


def test_what_was_too_much_goes_first_when_it_is_taken_back(place: AtTheAgency) -> None:
    place.returns(
        LATER,
        a_message("payment", message="p1", principal_ore=20_000),
        a_message("payment", message="p2", principal_ore=20_000),
    )
    assert (open_ore("1001"), ledger()["overpaid"]) == (0, -10_000)
    place.returns(LATER, a_message("taken_back", message="b1", payment="p1"))
    assert (open_ore("1001"), ledger()["overpaid"], ledger()["agency"]) == (10_000, 0, 20_000)


@pytest.mark.parametrize("reason", ["returned", "uncollectable"])
def test_a_claim_that_is_sent_back_is_ours_again(place: AtTheAgency, reason: str) -> None:
    place.returns(LATER, a_message("closed", reason=reason))
    assert not handover_of("1001").pays_agency
    assert open_ore("1001") == 30_000


def test_the_demand_is_a_step_with_its_day(place: AtTheAgency) -> None:
    place.returns(LATER, a_message("demand", pay_by=f"{LATER + timedelta(days=10)}"))
    assert ("1001", "collection_demand", LATER) in steps_taken()
    assert waiting() == []


def test_a_step_that_was_not_open_waits_with_its_reason(place: AtTheAgency) -> None:
    place.returns(LATER, a_message("step", step="enforcement"))
    (reason,) = waiting()
    assert reason.startswith("enforcement cannot have been taken for invoice 1001")


def test_what_names_no_claim_waits_until_the_claim_is_known(place: AtTheAgency) -> None:
    early = a_message("payment", reference=None, case_number="77-1001", principal_ore=5_000)
    assert place.returns(LATER, early).waiting == 1
    assert waiting() == ["no claim at Exempel Inkasso AB has the case number 77-1001"]
    place.returns(LATER, registered())
    assert (open_ore("1001"), waiting()) == (25_000, [])


def test_what_cannot_be_read_is_refused_whole(place: AtTheAgency) -> None:
    with pytest.raises(FileRefused, match="line 2: pay_by"):
        place.returns(LATER, registered(), a_message("demand", pay_by="2025-01-01"))
    assert rows("SELECT 1 FROM agency_message") == []


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"agency": "Annat Inkasso AB"}, UnknownAgency),
        ({"creditor": "nobody"}, UnknownAgency),
        ({"date": f"{LATER + timedelta(days=1)}"}, NotYetHappened),
    ],
)
def test_what_is_not_about_us_or_of_today_is_refused(
    place: AtTheAgency, said: dict[str, Any], refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        place.returns(LATER, a_message("state", text="Under utredning", **said))


def test_a_name_used_again_for_something_else_is_refused(place: AtTheAgency) -> None:
    place.returns(LATER, a_message("payment", principal_ore=5_000))
    with pytest.raises(MessageChanged):
        place.returns(LATER, a_message("payment", principal_ore=6_000))
    assert open_ore("1001") == 25_000


def test_money_after_a_recall_is_booked_and_we_stay_the_ones_to_pay(place: AtTheAgency) -> None:
    place.town.pay(a_payment(30_000, "1001"), day=LATER)
    place.send(LATER)
    place.returns(LATER, a_message("payment", principal_ore=30_000), registered())
    assert ledger()["overpaid"] == -30_000
    assert not handover_of("1001").pays_agency
    place.returns(LATER, a_message("closed", reason="withdrawn"))
    assert handover_of("1001").state is HandoverState.CLOSED
