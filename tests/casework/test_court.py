"""A claim goes to court, and comes back, by the desk and its roles.

The one rule: real rows, through the desk that the office's pages use.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connections, transaction

from reskontra.casework import desk
from reskontra.casework.court import (
    InCourtAlready,
    NothingForTheCourt,
    NotInCourt,
    PartIsDisputed,
    end,
)
from reskontra.casework.desk import Decided, Proposal
from reskontra.casework.dispute import dispute
from reskontra.domain.court_case import CourtCase, NotSinceLater, Outcome, read_reason
from reskontra.domain.deciding import Officer
from tests.build import (
    MUNICIPALITY,
    REMINDED,
    Municipality,
    a_municipality,
    a_payment,
    an_invoice,
    one,
    open_ore,
    rows,
    sample_policy,
)

TODAY = date(2025, 4, 10)
JUDGED = date(2025, 6, 2)
ANNA = Officer(subject="anna", name="Anna Ek", roles=frozenset({"case_officer"}))
CASE = {
    "court": "Norrköpings  tingsrätt",
    "number": "T 1234-25",
    "since": "2025-04-08",
    "interim": "yes",
}
TEXT = "Norrköpings tingsrätt, mål T 1234-25, sedan 2025-04-08, med interimistiskt beslut"


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """An invoice of 300 kr, reminded of with a fee."""
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001", kind="rent"))
    town.night(REMINDED)
    return town


def decided(kind: str, given: dict[str, str], day: date = TODAY) -> Decided:
    proposal = Proposal(
        kind=kind, party=1, invoice=1, creditor=MUNICIPALITY, given=given, reason="dom i målet"
    )
    with transaction.atomic(), connections["default"].cursor() as cursor:
        return desk.decide(cursor, proposal, officer=ANNA, policy=sample_policy(), today=day)


def test_what_is_known_of_the_case_is_the_holds_reason(town: Municipality) -> None:
    decided("court_case", CASE)
    assert rows("SELECT kind, first_day, last_day, reason, decided_by FROM hold") == [
        ("court_case", TODAY, None, TEXT, "Anna Ek")
    ]
    assert read_reason(TEXT) == CourtCase(
        court="Norrköpings tingsrätt", number="T 1234-25", since=date(2025, 4, 8), interim=True
    )
    with pytest.raises(InCourtAlready, match="since 2025-04-10"):
        decided("court_case", CASE)


def test_a_case_of_a_day_to_come_is_refused(town: Municipality) -> None:
    with pytest.raises(NotSinceLater, match="2025-04-11"):
        decided("court_case", {**CASE, "since": "2025-04-11"})


def test_what_is_rejected_is_credited_with_all_that_it_has_cost(town: Municipality) -> None:
    town.pay(a_payment(10_000, "1001", value_date=TODAY), day=TODAY)
    owed_ore = open_ore("1001")
    assert owed_ore > 20_000, "the reminder has cost something"
    decided("court_case", CASE)
    decided("court_case_ended", {"outcome": "rejected"}, day=JUDGED)
    assert open_ore("1001") == 0
    assert one("SELECT sum(amount_ore) FROM entry WHERE cause = 'dom i målet'") == owed_ore
    assert rows("SELECT last_day, reason FROM hold_lifted") == [(date(2025, 6, 1), "dom i målet")]


@pytest.mark.parametrize("outcome", ["upheld", "withdrawn"])
def test_what_is_not_rejected_is_owed_as_before(town: Municipality, outcome: str) -> None:
    owed_ore = open_ore("1001")
    decided("court_case", CASE)
    decided("court_case_ended", {"outcome": outcome}, day=JUDGED)
    assert open_ore("1001") == owed_ore
    assert one("SELECT count(*) FROM hold_lifted") == 1
    with pytest.raises(NotInCourt):
        decided("court_case_ended", {"outcome": outcome}, day=JUDGED)


def test_a_disputed_part_is_settled_before_all_is_credited(town: Municipality) -> None:
    decided("court_case", CASE)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        dispute(
            cursor,
            invoice=1,
            amount_ore=10_000,
            reason="en del",
            by="A. Ek",
            policy=sample_policy(),
            today=TODAY,
        )
    with pytest.raises(PartIsDisputed), connections["default"].cursor() as cursor:
        end(
            cursor,
            invoice=1,
            outcome=Outcome.REJECTED,
            reason="dom",
            by="A. Ek",
            policy=sample_policy(),
            today=JUDGED,
        )


def test_nothing_waits_for_a_court_when_nothing_is_left(town: Municipality) -> None:
    town.pay(a_payment(open_ore("1001"), "1001", value_date=TODAY), day=TODAY)
    with pytest.raises(NothingForTheCourt):
        decided("court_case", CASE)


def test_a_reason_in_other_words_is_no_case() -> None:
    assert read_reason("överklagat") is None
    case = CourtCase(court="Svea hovrätt, avd. 2", number="Ö 1-26", since=date(2026, 1, 2))
    assert read_reason(case.text) == case
