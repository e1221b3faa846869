"""A collection demand is looked at once more when it leaves, by the nightly command.

The one rule: what the printer gets says what is owed that day, with all of the law's time to pay.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections, transaction

from reskontra.casework import demands
from reskontra.nightly.cli import main
from reskontra.outgoing.folders import pdf_name
from reskontra.outgoing.send_out import send_out
from reskontra.records import steps
from tests.build import (
    REMINDED,
    Municipality,
    a_co_debtor,
    a_municipality,
    a_payment,
    an_invoice,
    books,
    one,
    open_ore,
    party_of,
    person,
    rows,
    sample_policy,
)
from tests.outgoing.letter_texts import text_of

DEMANDED, LEAVES, ANEW = date(2025, 4, 24), date(2025, 4, 25), date(2025, 4, 28)
OWED = 240_000
FEE = 18_000
Said = pytest.CaptureFixture[str]


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """A mooring of 2 400 kr that has been demanded by a night whose letters wait."""
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001", kind="mooring", amount_ore=OWED))
    town.night(REMINDED)
    send_out(day=REMINDED, folder=tmp_path / "print", policy=sample_policy())
    town.banks_are_in(DEMANDED)
    assert main(["nightly", "--day", f"{DEMANDED}", "--no-letters"]) == 0
    return town


def leave(town: Municipality, day: date) -> int:
    town.banks_are_in(day)
    return main(["nightly", "--day", f"{day}"])


def printed(day: date) -> list[str]:
    """What stands in the letters that left on the day."""
    folder = settings.RESKONTRA_DATA / "print" / f"{day}"
    gone = rows(
        "SELECT l.public_id FROM letter l JOIN letter_event e ON e.letter_id = l.id"
        " WHERE e.state = 'printed' AND e.day = %s",
        day,
    )
    sheets = (text_of((folder / pdf_name(key)).read_bytes()) for (key,) in gone)
    return [" ".join(each.replace("\u00a0", " ").split()) for each in sheets]


def stopped() -> list[tuple[str, date]]:
    return rows("SELECT note, day FROM letter_event WHERE state = 'stopped' ORDER BY letter_id")


def test_the_rest_is_demanded_anew_with_its_own_time(town: Municipality, capsys: Said) -> None:
    town.pay(a_payment(100_000, "1001", value_date=DEMANDED), day=DEMANDED)
    assert leave(town, LEAVES) == 0
    assert "  collection demands stopped, no longer true: 1;" in capsys.readouterr().out
    assert printed(LEAVES) == []
    assert open_ore("1001") == OWED - 100_000
    assert leave(town, ANEW) == 0
    (sheet,) = printed(ANEW)
    assert "Att betala Senast 1 580,00 kr 8 maj 2025" in sheet
    assert one("SELECT max(pay_by) FROM step_taken WHERE step = 'collection_demand'") == date(
        2025, 5, 8
    )
    assert stopped() == [(demands.CHANGED.sv, LEAVES)]
    fees = [row for row in books("1001") if row[0] in ("fee", "undo")]
    assert [row[3] for row in fees] == [FEE, FEE, FEE]


def test_what_is_paid_but_for_the_demands_own_fee_is_paid(town: Municipality) -> None:
    town.pay(a_payment(OWED, "1001", value_date=DEMANDED), day=DEMANDED)
    assert leave(town, LEAVES) == 0
    assert printed(LEAVES) == []
    assert open_ore("1001") == 0
    assert leave(town, ANEW) == 0
    assert printed(ANEW) == []


def test_what_is_held_waits_for_its_hold(town: Municipality) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        steps.add_hold(
            cursor,
            steps.NewHold(
                party=party_of(1),
                invoice=None,
                kind="bankruptcy",
                first_day=LEAVES,
                last_day=None,
                reason="beslut",
                decided_by="A. Ek",
            ),
        )
    assert leave(town, LEAVES) == 0
    assert stopped() == [("kravet skickades inte: konkurs", LEAVES)]
    assert leave(town, ANEW) == 0
    assert printed(ANEW) == []


def test_no_demand_leaves_untrue_though_nobody_has_looked(
    town: Municipality, tmp_path: Path
) -> None:
    town.pay(a_payment(100_000, "1001", value_date=DEMANDED), day=DEMANDED)
    sent = send_out(day=DEMANDED, folder=tmp_path / "out", policy=sample_policy())
    assert (sent.printed, sent.kept_back) == (0, 1)
    late = send_out(day=LEAVES, folder=tmp_path / "out", policy=sample_policy())
    assert (late.printed, late.kept_back, late.done) == (0, 1, 1)


def test_a_demand_that_is_true_leaves_on_its_day(town: Municipality, tmp_path: Path) -> None:
    assert demands.recheck(policy=sample_policy(), today=DEMANDED).stopped == 0
    assert send_out(day=DEMANDED, folder=tmp_path / "out", policy=sample_policy()).printed == 1


def test_all_who_owe_are_told_anew(db: None, tmp_path: Path) -> None:
    town = a_municipality(tmp_path)
    together = a_co_debtor(person(2))
    town.bill(an_invoice("1001", kind="mooring", amount_ore=OWED, co_debtors=[together]))
    town.night(REMINDED)
    send_out(day=REMINDED, folder=tmp_path / "print", policy=sample_policy())
    town.night(DEMANDED)
    town.pay(a_payment(100_000, "1001", value_date=DEMANDED), day=DEMANDED)
    found = demands.recheck(policy=sample_policy(), today=LEAVES)
    assert (found.stopped, found.failures) == (1, [])
    assert len(stopped()) == 2
    assert leave(town, ANEW) == 0
    assert len(printed(ANEW)) == 2


def test_a_person_sees_to_one_that_a_later_step_rests_on(town: Municipality, capsys: Said) -> None:
    later = date(2025, 5, 12)
    town.banks_are_in(later)
    assert main(["nightly", "--day", f"{later}", "--no-letters"]) == 0
    assert one("SELECT count(*) FROM step_taken WHERE step = 'authority_warning'") == 1
    assert leave(town, date(2025, 5, 13)) == 1
    assert "  FAILED demand of invoice 1001: kravet hann inte" in capsys.readouterr().out
    assert leave(town, date(2025, 5, 14)) == 0
