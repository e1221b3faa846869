"""The Authority's messages: in any order, twice, in pieces, and everything ends alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reskontra.domain.enforcement import State
from reskontra.formats.problems import FileRefused
from reskontra.intake.verdicts import ToldOtherwise, ToldTooEarly, UnknownCreditor
from reskontra.records import agency_messages
from reskontra.records.check import CHECKS, run_check
from tests.authority.at_the_authority import (
    LATER,
    AtTheAuthority,
    a_demanded_town,
    a_message,
    case_of,
)
from tests.build import ledger, open_ore, rows, taken_back_afterwards


@pytest.fixture
def place(db: None, tmp_path: Path) -> AtTheAuthority:
    """Two applications that have been sent."""
    place = a_demanded_town(tmp_path)
    place.apply()
    return place


def waiting() -> list[str]:
    with connections["default"].cursor() as cursor:
        return [each.reason for each in agency_messages.from_authority(cursor)]


def test_it_gets_a_number_and_is_served(place: AtTheAuthority) -> None:
    place.hear(a_message("received", case_number="01-77-25"), a_message("served"))
    assert case_of("1001").case_number == "01-77-25"
    assert case_of("1001").matter.state is State.SERVED


def test_money_that_the_authority_got_in_pays_costs_first(place: AtTheAuthority) -> None:
    before = open_ore("1001")
    place.hear(a_message("payment", amount_ore=100_000))
    assert open_ore("1001") == before - 100_000
    assert place.send(LATER).reductions == 0, "the Authority knows of its own money"


def test_an_unknown_number_waits_until_the_matter_is_known(place: AtTheAuthority) -> None:
    early = a_message("verdict", reference=None, case_number="01-77-25")
    assert place.hear(early).waiting == 1
    assert waiting() == ["no matter at the Enforcement Authority has the number 01-77-25"]
    place.hear(a_message("received", case_number="01-77-25"))
    assert (case_of("1001").matter.state, waiting()) == (State.VERDICT, [])


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"creditor": "nobody"}, UnknownCreditor),
        ({"date": "2025-12-24"}, ToldTooEarly),
        ({"reference": None}, FileRefused),
        ({"record": "forgiven"}, FileRefused),
    ],
)
def test_what_cannot_be_is_refused_whole(
    place: AtTheAuthority, said: dict[str, Any], refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        place.hear(a_message("served"), {**a_message("verdict"), **_without_none(said)})
    assert case_of("1001").matter.state is State.APPLIED


def _without_none(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value or "" for name, value in said.items()}


def test_a_name_used_again_for_something_else_is_refused(place: AtTheAuthority) -> None:
    place.hear(a_message("payment", amount_ore=5_000))
    with pytest.raises(ToldOtherwise):
        place.hear(a_message("payment", amount_ore=6_000))


def everything() -> tuple[dict[str, Any], ...]:
    """A whole life at the Authority, of which any part may come at any time."""
    return (
        a_message("received", case_number="01-77-25"),
        a_message("served"),
        a_message("contested", text="fel båt"),
        a_message("transferred", court="tingsratten"),
        a_message("payment", message="p1", amount_ore=12_000),
        a_message(
            "payment", message="p2", reference=None, case_number="01-77-25", amount_ore=90_000
        ),
        a_message("verdict", reference=None, case_number="01-77-25"),
    )


def what_it_came_to() -> dict[str, Any]:
    case = case_of("1001")
    return {
        "ledger": ledger(),
        "open": open_ore("1001"),
        "state": case.matter.state,
        "holds": sorted(map(str, case.matter.holds())),
        "findings": sorted(map(str, case.matter.findings())),
        "waiting": waiting(),
        "events": sorted(rows("SELECT kind, day, text, amount_ore FROM enforcement_event")),
    }


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_any_order_and_twice_ends_alike(place: AtTheAuthority, data: st.DataObject) -> None:
    messages = everything()
    with taken_back_afterwards():
        place.hear(*messages)
        wanted = what_it_came_to()
    order = data.draw(st.permutations([*messages, *messages]), label="order")
    size = data.draw(st.integers(1, 6), label="size")
    with taken_back_afterwards():
        for at in range(0, len(order), size):
            place.hear(*order[at : at + size])
        assert what_it_came_to() == wanted
        assert [fault for check in CHECKS for fault in run_check(check)] == []
