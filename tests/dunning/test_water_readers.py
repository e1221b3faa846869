"""Who reads the letters about the water of an owner who owes nothing, and what is sent again.

The one rule: every owner is told, or whoever stands for that owner; and a letter that is sent again
is about the water alone, with days of its own.
"""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connections, transaction

from reskontra.casework import water_warnings
from reskontra.casework.guardians_list import unguarded
from reskontra.casework.representing import Newcomer, represent
from reskontra.casework.returned import letter_returned, moved
from reskontra.casework.water_sites import visit
from reskontra.domain.disconnection import Gate, gates
from reskontra.domain.identity import luhn_digit
from reskontra.intake import facilities as intake
from reskontra.outgoing.folders import INDEX
from reskontra.outgoing.send_out import send_out
from reskontra.records import facilities
from tests.build import (
    WATER,
    Municipality,
    a_co_debtor,
    a_municipality,
    a_payment,
    an_invoice,
    one,
    party_of,
    person,
    rows,
    sample_policy,
)
from tests.dunning.test_water_letters import NIGHTS, a_house, letters, notice

WARNED, CAME_BACK, AGAIN = NIGHTS[-1], date(2025, 5, 5), date(2025, 5, 12)
CHILD = "20120501238" + luhn_digit("120501238")
LINES = [
    {"text": "Vatten", "service": "water", "amount_ore": 200_000, "vat_ore": 40_000},
    {"text": "Sopor", "service": "waste", "amount_ore": 100_000, "vat_ore": 20_000},
]


def owned_with(folder: Path, other: dict[str, Any]) -> Municipality:
    """The first owes for water and waste at a house that another owns too."""
    town = a_municipality(folder)
    a_house(town, a_co_debtor(person(1), name="Cilla Ek"), other)
    town.bill(
        an_invoice(
            "1001",
            creditor=WATER,
            kind="water",
            facility="A-7",
            amount_ore=300_000,
            lines=LINES,
            recipient={"name": "Cilla Ek"},
        )
    )
    return town


def nights(town: Municipality) -> None:
    """Until the first letters about the water have left."""
    for night in NIGHTS:
        town.night(night)
        sends(town, night)


def sends(town: Municipality, day: date) -> list[tuple[str, str, str]]:
    """(what, name, address) of each letter of the day."""
    sent = send_out(day=day, folder=town.folder / "print", policy=sample_policy())
    assert not sent.failures
    index = town.folder / "print" / day.isoformat() / INDEX
    if not index.exists():
        return []
    with index.open(encoding="utf-8", newline="") as stream:
        return [(row["letter"], row["name"], row["address"]) for row in csv.DictReader(stream)]


def stands_for(party: int, kind: str, name: str, *, today: date) -> None:
    """Somebody is registered who stands for the party."""
    new = Newcomer(
        party=party,
        kind=kind,
        name=name,
        address_lines=("Nygatan 2", "999 12 Granvik"),
        protected=False,
        first_day=None,
        last_day=None,
        reason="–",
        by="A. Ek",
    )
    with transaction.atomic(), connections["default"].cursor() as cursor:
        represent(cursor, new, policy=sample_policy(), today=today)


def comes_back(day: date) -> None:
    """The latest letter about the invoice, to the other owner."""
    invoice = int(str(one("SELECT id FROM invoice")))
    with transaction.atomic(), connections["default"].cursor() as cursor:
        letter_returned(
            cursor, invoice=invoice, number="1001", reason="okänd", by="A. Ek", today=day
        )


def lives_elsewhere(party: int, day: date) -> int:
    """Somebody knows where; how many letters were sent again."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        came = moved(
            cursor,
            party=party,
            address_lines=("Ön 2",),
            reason="Navet",
            by="A. Ek",
            policy=sample_policy(),
            today=day,
        )
    assert came.not_resent == ()
    return came.resent


def again(party: int) -> dict[str, Any]:
    """What the latest letter to the party says."""
    found = one("SELECT data FROM letter WHERE party_id = %s ORDER BY id DESC LIMIT 1", party)
    said: dict[str, Any] = json.loads(str(found))
    return said


def warned_gate(day: date) -> str:
    """Why the water may not be cut because of the letters."""
    with connections["default"].cursor() as cursor:
        key = facilities.with_code(cursor, creditor=WATER, code="A-7")
        place = facilities.place(cursor, key=key or 0)
        assert place is not None
        site = visit(cursor, place=place, policy=sample_policy(), today=day).site
    closed = {each.gate: each.closed for each in gates(site, day)}[Gate.WARNED]
    return closed.sv if closed else ""


def test_whoever_stands_for_an_owner_who_owes_nothing_gets_the_letter(
    db: None, tmp_path: Path
) -> None:
    town = owned_with(tmp_path, a_co_debtor(person(2), name="Nils Ek"))
    stands_for(party_of(2), "administrator", "Advokat Bo Lund", today=date(2025, 4, 7))
    stands_for(party_of(1), "special_representative", "Siv Alm", today=date(2025, 4, 7))
    for night in NIGHTS[:2]:
        town.night(night)
        sends(town, night)
    town.night(WARNED)
    told = [(name, address) for _, name, address in sends(town, WARNED)]
    assert ("Advokat Bo Lund", "för Nils Ek, Nygatan 2, 999 12 Granvik") in told
    assert ("Siv Alm", "för Cilla Ek, Nygatan 2, 999 12 Granvik") in told
    assert "Nils Ek" not in [name for name, _ in told]
    assert letters("disconnection_warning")[party_of(2)]["total_ore"] == 200_000


def test_a_child_who_owns_a_house_is_not_written_to_and_its_guardian_is(
    db: None, tmp_path: Path
) -> None:
    town = owned_with(tmp_path, a_co_debtor(CHILD, name="Nils Ek"))
    nights(town)
    child = int(str(one("SELECT id FROM party WHERE identity_number = %s", CHILD)))
    states = (
        "SELECT state FROM letter_event e JOIN letter l ON l.id = letter_id WHERE party_id = %s"
    )
    assert rows(states, child) == [("stopped",)]
    with connections["default"].cursor() as cursor:
        waiting = unguarded(cursor, policy=sample_policy(), today=CAME_BACK)
    assert [(each.name, each.invoices) for each in waiting] == [("Nils Ek", ("1001",))]
    stands_for(child, "guardian", "Karin Ek", today=AGAIN)
    assert [name for _, name, _ in sends(town, AGAIN)] == ["Karin Ek"]
    assert again(child)["pay_by"] == "2025-06-09"
    with connections["default"].cursor() as cursor:
        assert unguarded(cursor, policy=sample_policy(), today=AGAIN) == []
    notice(town)
    assert "Brevet med dagen för avstängning är inte skickat än" in warned_gate(date(2025, 6, 11))
    sends(town, date(2025, 5, 28))
    assert "Tidigaste dagen är 2025-06-12" in warned_gate(date(2025, 6, 11))


def test_what_is_sent_again_is_about_the_water_alone_with_days_of_its_own(
    db: None, tmp_path: Path
) -> None:
    town = owned_with(tmp_path, a_co_debtor(person(2), name="Nils Ek"))
    nights(town)
    comes_back(CAME_BACK)
    assert "En av ägarna har inte fått brev" not in warned_gate(WARNED)
    town.pay(a_payment(50_000, "1001", value_date=CAME_BACK), day=CAME_BACK, creditor=WATER)
    assert lives_elsewhere(party_of(2), AGAIN) == 1
    said = again(party_of(2))
    assert (said["total_ore"], said["pay_by"]) == (150_000, "2025-06-09")
    assert [(each["billed_ore"], each["open_ore"]) for each in said["claims"]] == [
        (200_000, 150_000)
    ]
    words = " ".join(said["paragraphs"])
    assert "senast 9\u00a0juni\u00a02025" in words
    assert "23\u00a0maj" not in words


def test_a_second_letter_that_is_sent_again_names_a_day_that_is_not_before_a_day_off(
    db: None, tmp_path: Path
) -> None:
    town = owned_with(tmp_path, a_co_debtor(person(2), name="Nils Ek"))
    nights(town)
    notice(town)
    sends(town, date(2025, 5, 28))
    comes_back(date(2025, 6, 2))
    assert lives_elsewhere(party_of(2), date(2025, 6, 4)) == 1
    said = again(party_of(2))
    assert (said["total_ore"], said["pay_by"]) == (200_000, "2025-06-23")
    assert "Brevet med dagen för avstängning är inte skickat än" in warned_gate(date(2025, 6, 12))
    sends(town, date(2025, 6, 4))
    assert "Vattnet stängs av 24\u00a0juni\u00a02025." in " ".join(said["paragraphs"])
    assert "Tidigaste dagen är 2025-06-24" in warned_gate(date(2025, 6, 12))


@pytest.mark.parametrize("why", ["sold", "paid for the water"])
def test_nothing_is_sent_again_about_water_that_is_no_longer_in_question(
    db: None, tmp_path: Path, why: str
) -> None:
    town = owned_with(tmp_path, a_co_debtor(person(2), name="Nils Ek"))
    nights(town)
    comes_back(CAME_BACK)
    if why == "sold":
        path = town.folder / "sold.jsonl"
        sold = {"record": "owners", "creditor": WATER, "facility": "A-7", "from": "2025-05-06"}
        path.write_text(json.dumps(sold | {"owners": [a_co_debtor(person(3))]}), encoding="utf-8")
        intake.take_in(path, day=date(2025, 5, 6), policy=sample_policy())
    else:
        town.pay(a_payment(200_000, "1001", value_date=CAME_BACK), day=CAME_BACK, creditor=WATER)
    assert lives_elsewhere(party_of(2), AGAIN) == 0
    assert rows("SELECT key FROM letter WHERE resends_id IS NOT NULL") == []


@pytest.mark.parametrize(("paid_ore", "stopped"), [(200_000, 2), (199_999, 0)])
def test_a_warning_that_waits_does_not_leave_when_the_water_is_paid(
    db: None, tmp_path: Path, paid_ore: int, stopped: int
) -> None:
    town = owned_with(tmp_path, a_co_debtor(person(2), name="Nils Ek"))
    for night in NIGHTS[:2]:
        town.night(night)
        sends(town, night)
    town.night(WARNED)
    town.pay(a_payment(paid_ore, "1001", value_date=WARNED), day=WARNED, creditor=WATER)
    leaves = WARNED + timedelta(days=3)
    assert water_warnings.stop_paid(policy=sample_policy(), today=leaves) == stopped
    assert water_warnings.stop_paid(policy=sample_policy(), today=leaves) == 0
    assert len(sends(town, leaves)) == 2 - stopped
    told = "SELECT note FROM letter_event WHERE state = 'stopped'"
    assert rows(told) == [("the water was paid before it left",)] * stopped
