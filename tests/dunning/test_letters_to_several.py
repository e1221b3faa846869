"""Several who owe an invoice get a letter each, in their own language, and bear one fee."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reskontra.casework import undo_night
from reskontra.outgoing.send_out import send_out
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


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """The first person and the second owe a rent together; the first another alone."""
    town = a_municipality(tmp_path)
    second = a_co_debtor(person(2), name="Nils Ek", address=["Ån 2"], language="en")
    town.bill(
        an_invoice("1001", kind="rent", co_debtors=[second], marks=["tenant"]),
        an_invoice("1002", kind="rent", marks=["tenant"]),
        an_invoice("1003", party=person(3)),
    )
    town.night(REMINDED)
    return town


def letters() -> Iterator[tuple[int, dict[str, Any]]]:
    """(party, data) of the reminders to the two, in the order that they were written."""
    for party, data in rows(
        "SELECT party_id, data FROM letter WHERE party_id = ANY(%s) ORDER BY id",
        [party_of(1), party_of(2)],
    ):
        yield party, json.loads(data)


def test_each_gets_a_letter_of_what_that_one_owes(town: Municipality) -> None:
    said = [(party, [row["invoice_number"] for row in data["claims"]]) for party, data in letters()]
    mine = [numbers for party, numbers in said if party == party_of(1)]
    assert sorted(number for numbers in mine for number in numbers) == ["1001", "1002"]
    assert [numbers for party, numbers in said if party == party_of(2)] == [["1001"]]


def test_no_word_of_the_other_is_in_a_letter(town: Municipality) -> None:
    for party, data in letters():
        other = "Nils Ek" if party == party_of(1) else f"Person {person(1)[:8]}"
        assert other not in json.dumps(data, ensure_ascii=False)


def test_each_is_told_of_the_others_in_that_ones_language(town: Municipality) -> None:
    told = {party: data["paragraphs"] for party, data in letters() if "1001" in json.dumps(data)}
    assert any("Ni är flera som ska betala faktura 1001" in each for each in told[party_of(1)])
    assert any("Several of you are to pay invoice 1001" in each for each in told[party_of(2)])
    assert one("SELECT count(*) FROM letter WHERE data LIKE '%flera som ska betala%1003%'") == 0


def test_the_fee_is_one_and_the_step_is_one(town: Municipality) -> None:
    fees = [row for row in books("1001") if row[0] == "fee"]
    assert len(fees) == 1
    fee_ore = fees[0][3]
    assert {
        data["claims"][0]["fee_ore"] for _, data in letters() if "1001" in json.dumps(data)
    } == {fee_ore}
    assert (
        one(
            "SELECT count(*) FROM step_taken t JOIN invoice i ON i.id = t.invoice_id"
            " WHERE i.number = '1001'"
        )
        == 1
    )


def test_the_letter_to_the_other_has_a_number_of_its_own_that_pays_the_claim(
    town: Municipality,
) -> None:
    numbers = rows("SELECT ocr_number FROM letter WHERE template <> 'invoice'")
    assert len(set(numbers)) == len(numbers)
    number = one("SELECT ocr_number FROM letter WHERE party_id = %s", party_of(2))
    left_ore = open_ore("1001")
    town.pay(
        a_payment(left_ore, reference=number, value_date=date(2025, 4, 14)), day=date(2025, 4, 14)
    )
    assert open_ore("1001") == 0


def test_what_is_paid_by_one_stops_the_letter_to_the_other(
    town: Municipality, tmp_path: Path
) -> None:
    town.pay(a_payment(open_ore("1001"), "1001", value_date=REMINDED), day=REMINDED)
    sent = send_out(day=date(2025, 4, 10), folder=tmp_path / "print", policy=sample_policy())
    assert sent.stopped >= 1
    assert (
        one(
            "SELECT e.state FROM letter l JOIN letter_event e ON e.letter_id = l.id"
            " WHERE l.party_id = %s",
            party_of(2),
        )
        == "stopped"
    )


def test_a_night_undone_stops_the_letters_to_all(town: Municipality) -> None:
    order = undo_night.Order(
        night=REMINDED,
        reason="fel",
        by="E. Lind",
        today=date(2025, 4, 10),
        not_before=date(2025, 4, 11),
        policy=sample_policy(),
    )
    undo_night.undo(order, confirm=len(undo_night.look(order).steps))
    assert rows("SELECT DISTINCT state FROM letter_event") == [("stopped",)]
    assert one("SELECT count(*) FROM letter_event") == one("SELECT count(*) FROM letter")
    town.night(date(2025, 4, 11))
    again = one("SELECT count(*) FROM letter WHERE party_id = %s", party_of(2))
    assert again == 2
