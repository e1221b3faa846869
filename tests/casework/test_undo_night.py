"""A night that should not have been is undone: as if it had not been, except what is told.

The one rule: real nights, real letters and real money; what is undone twice is undone once.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from reskontra.casework import undo_night
from reskontra.casework.undo_night import (
    AllStands,
    NoSuchNight,
    NothingToUndo,
    Order,
    OtherCount,
    Report,
    TooSoon,
)
from reskontra.domain.refusal import Refused
from reskontra.nightly.cli import main
from reskontra.outgoing import hand_over
from reskontra.outgoing.agency_carrier import FolderCarrier
from reskontra.outgoing.send_out import send_out
from reskontra.records.check import CHECKS, run_check
from tests.build import (
    REMINDED,
    Municipality,
    a_municipality,
    a_payment,
    an_invoice,
    books,
    looked_at_on,
    one,
    open_ore,
    person,
    rows,
    sample_policy,
    steps_taken,
    whole_database,
)

DISCOVERED = REMINDED + timedelta(days=1)
ANEW = date(2025, 4, 14)
HANDED_OVER = date(2025, 4, 24)


def an_order(night: date = REMINDED, **changes: Any) -> Order:
    today = night + timedelta(days=1)
    said: dict[str, Any] = {
        "night": night,
        "reason": "Bankfilen saknade en dag",
        "by": "A. Ek",
        "today": today,
        "not_before": today + timedelta(days=4),
        "policy": sample_policy(),
    }
    return Order(**{**said, **changes})


def undo(night: date = REMINDED, **changes: Any) -> Report:
    order = an_order(night, **changes)
    report = undo_night.undo(order, confirm=len(undo_night.look(order).steps))
    assert report.failures == []
    assert faults() == []
    return report


def faults() -> list[str]:
    return [fault for check in CHECKS for fault in run_check(check)]


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """A parking fine, and a rent whose reminder costs a fee."""
    town = a_municipality(tmp_path)
    town.bill(
        an_invoice("1001", party=person(1)),
        an_invoice("2001", party=person(2), kind="rent", amount_ore=500_000),
    )
    return town


def test_what_would_be_undone_is_shown_and_nothing_changed(town: Municipality) -> None:
    town.night(REMINDED)
    before = whole_database()
    found = undo_night.look(an_order())
    assert found.counts == {
        ("municipality", "general", "reminder"): 1,
        ("municipality", "rent", "reminder"): 1,
    }
    assert (found.letters, found.booked_ore) == ({"waiting": 2}, {"fee": 6_000})
    assert whole_database() == before


def test_letters_that_have_not_left_are_stopped_and_fees_reversed(
    town: Municipality, tmp_path: Path
) -> None:
    town.night(REMINDED)
    done = undo().undone
    assert (done.steps, done.stopped, done.apologies) == (2, 2, 0)
    assert (
        rows("SELECT state, day, note FROM letter_event")
        == [("stopped", DISCOVERED, "Bankfilen saknade en dag")] * 2
    )
    assert books("2001")[-1] == ("undo", "fee_income", "fee_receivable", 6_000)
    assert (open_ore("2001"), looked_at_on("2001")) == (500_000, DISCOVERED)
    assert send_out(day=DISCOVERED, folder=tmp_path, policy=sample_policy()).printed == 0


def test_the_following_night_takes_the_step_anew_on_the_day_decided(
    town: Municipality, tmp_path: Path
) -> None:
    town.night(REMINDED)
    undo()
    for days in range(1, 5):
        town.night(REMINDED + timedelta(days=days))
    assert len(steps_taken()) == 2
    town.night(ANEW)
    assert [day for number, _, day in steps_taken() if number == "2001"] == [REMINDED, ANEW]
    assert (open_ore("2001"), faults()) == (506_000, [])
    assert send_out(day=ANEW, folder=tmp_path, policy=sample_policy()).printed == 2
    undo(ANEW)
    town.night(date(2025, 4, 22))
    assert (len(steps_taken()), open_ore("2001"), faults()) == (6, 506_000, [])


def test_a_letter_that_has_left_is_apologized_for(town: Municipality, tmp_path: Path) -> None:
    town.night(REMINDED)
    send_out(day=REMINDED, folder=tmp_path, policy=sample_policy())
    assert undo().undone.apologies == 2
    assert rows("SELECT count(*) FROM letter WHERE key LIKE 'undone:%'") == [(2,)]
    assert send_out(day=DISCOVERED, folder=tmp_path, policy=sample_policy()).printed == 2


def test_a_fee_that_has_been_paid_meanwhile_is_the_payers_again(town: Municipality) -> None:
    town.night(REMINDED)
    town.pay(a_payment(506_000, "2001", value_date=DISCOVERED), day=DISCOVERED)
    assert open_ore("2001") == 0
    later = DISCOVERED + timedelta(days=4)
    undo(today=later, not_before=later + timedelta(days=1))
    assert books("2001")[-2:] == [
        ("move", "fee_receivable", "overpaid", 6_000),
        ("undo", "fee_income", "fee_receivable", 6_000),
    ]
    assert open_ore("2001") == 0


def test_money_that_paid_the_fee_pays_the_rest_from_its_own_day(town: Municipality) -> None:
    town.night(REMINDED)
    town.pay(a_payment(10_000, "2001", value_date=DISCOVERED), day=DISCOVERED)
    later = DISCOVERED + timedelta(days=4)
    undo(today=later, not_before=later + timedelta(days=1))
    assert open_ore("2001") == 490_000
    assert rows("SELECT value_date, booking_date FROM entry WHERE kind = 'move'") == [
        (DISCOVERED, later)
    ]


def test_a_hand_over_is_called_back_and_what_the_agency_told_goes_with_it(
    town: Municipality, tmp_path: Path
) -> None:
    for night in (REMINDED, HANDED_OVER):
        town.night(night)
    policy, way = sample_policy(), FolderCarrier(tmp_path / "agency")
    order = hand_over.Order(day=HANDED_OVER, policy=policy, carrier_of=lambda *_: way)
    assert hand_over.send(order).cases == 2
    assert main(["report", "1001", "collection-demand", "--by", "X", "--day", "2025-04-25"]) == 0
    today = date(2025, 4, 28)
    done = undo(HANDED_OVER, today=today, not_before=today + timedelta(days=1)).undone
    assert (done.steps, done.recalled) == (3, 2)
    assert (
        rows("SELECT kind, text FROM handover_event WHERE kind = 'recall_asked'")
        == [("recall_asked", "undone")] * 2
    )
    again = hand_over.Order(day=today, policy=policy, carrier_of=lambda *_: way)
    assert hand_over.send(again).recalls == 2


def test_a_step_that_a_later_night_rests_on_is_left(town: Municipality) -> None:
    for night in (REMINDED, HANDED_OVER):
        town.night(night)
    today = date(2025, 4, 28)
    order = an_order(today=today, not_before=today + timedelta(days=1))
    found = undo_night.look(order)
    assert found.steps == []
    assert [(left.number, left.later) for left in found.left] == [
        ("1001", "hand_over"),
        ("2001", "hand_over"),
    ]
    with pytest.raises(AllStands):
        undo_night.undo(order, confirm=0)


def test_an_interest_invoice_is_withdrawn_and_made_anew_under_another_number(
    town: Municipality,
) -> None:
    town.bill(an_invoice("3001", party=person(3), amount_ore=2_000_000))
    town.pay(a_payment(2_000_000, "3001", value_date=date(2025, 6, 2)), day=date(2025, 6, 2))
    night = date(2025, 6, 3)
    town.night(night)
    billed_ore = one("SELECT total_ore FROM invoice WHERE number = 'R3001'")
    assert undo(night, step="late_interest").undone.withdrawn == 1
    assert open_ore("R3001") == 0
    town.night(date(2025, 6, 9))
    assert one("SELECT total_ore FROM invoice WHERE number = 'R3001/2'") == billed_ore
    assert faults() == []


def test_what_is_undone_twice_is_undone_once(town: Municipality) -> None:
    town.night(REMINDED)
    undo()
    before = whole_database()
    with pytest.raises(NothingToUndo):
        undo_night.undo(an_order(), confirm=2)
    assert whole_database() == before


@pytest.mark.parametrize(
    ("changes", "confirm", "refusal"),
    [
        ({"night": date(2025, 4, 8)}, 2, NoSuchNight),
        ({}, 3, OtherCount),
        ({"step": "hand_over"}, 2, NothingToUndo),
        ({"creditor": "water_company"}, 2, NothingToUndo),
        ({"not_before": DISCOVERED}, 2, TooSoon),
    ],
)
def test_what_cannot_be_undone_is_refused(
    town: Municipality, changes: dict[str, Any], confirm: int, refusal: type[Refused]
) -> None:
    town.night(REMINDED)
    with pytest.raises(refusal):
        undo_night.undo(an_order(**changes), confirm=confirm)


def test_the_verb_shows_first_and_undoes_when_the_number_is_repeated(
    town: Municipality, capsys: pytest.CaptureFixture[str]
) -> None:
    town.night(REMINDED)
    about = ["undo", f"{REMINDED}", "--procedure", "rent", "--day", f"{DISCOVERED}"]
    assert main([*about, "--list"]) == 0
    said = capsys.readouterr().out
    assert "1  reminder, rent, municipality" in said
    assert "--confirm 1" in said
    decision = ["--reason", "fel", "--by", "A. Ek"]
    assert main([*about, *decision, "--confirm", "1"]) == 0
    assert "steps: 1" in capsys.readouterr().out
    assert one("SELECT count(*) FROM step_undone") == 1
