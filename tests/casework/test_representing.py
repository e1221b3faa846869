"""Who stands for a party: registered at the desk, seen where it matters, and ended.

The one rule: real rows, through the desk that the office's pages use; what is refused leaves
nothing behind.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.db import connections, transaction

from reskontra.casework import desk, installment_plan
from reskontra.casework.decision_kind import FieldsRefused
from reskontra.casework.desk import Effect, Proposal
from reskontra.casework.guardians_list import unguarded
from reskontra.casework.representing import (
    BeforeToday,
    EndsBeforeItBegins,
    EstateHasItsOwn,
    NoSuchRepresentative,
    NotOfThisParty,
    end,
)
from reskontra.domain.deciding import Officer
from reskontra.domain.identity import luhn_digit
from reskontra.domain.refusal import Refused
from reskontra.outgoing.folders import INDEX, PROTECTED
from reskontra.outgoing.send_out import send_out
from reskontra.records import access
from reskontra.records.views import Citizen, StandinView
from tests.build import (
    INVOICED,
    MUNICIPALITY,
    REMINDED,
    Municipality,
    a_co_debtor,
    a_municipality,
    an_invoice,
    one,
    rows,
    sample_policy,
)

ANNA = Officer(subject="anna", name="Anna Ek", roles=frozenset({"case_officer"}))
CARIN = Officer(subject="carin", name="Carin Ås", roles=frozenset({"finance_manager"}))
CHILD = "20120501238" + luhn_digit("120501238")
REGISTERED = date(2025, 5, 5)
WRITTEN = date(2025, 5, 13)
"""Seven working days, the first of them that on which the guardian was registered."""
KARIN = {"kind": "guardian", "name": "Karin Ek", "address": "Nygatan 2; 999 12 Granvik"}
PER = {"kind": "guardian", "name": "Per Ek", "address": "Holmgatan 3; 999 13 Granvik"}


@dataclass
class Town:
    """A child who owes an invoice that has not been paid."""

    lives: Municipality
    folder: Path

    @property
    def child(self) -> int:
        """The party."""
        return int(str(one(f"SELECT id FROM party WHERE identity_number = '{CHILD}'")))

    def sends(self, day: date) -> Path:
        """Let the letters of the day leave; where they lie."""
        sent = send_out(day=day, folder=self.folder, policy=sample_policy())
        assert not sent.failures
        return self.folder / day.isoformat()


@pytest.fixture
def town(db: None, tmp_path: Path) -> Town:
    """The due date has passed, and nobody is registered."""
    lives = a_municipality(tmp_path)
    lives.bill(an_invoice("1001", party=CHILD, recipient={"name": "Nils Ek"}))
    return Town(lives, tmp_path / "print")


def about(kind: str, given: Mapping[str, str]) -> Proposal:
    return Proposal(
        kind=kind,
        party=int(str(one("SELECT party_id FROM invoice WHERE number = '1001'"))),
        invoice=None,
        creditor=MUNICIPALITY,
        given=given,
        reason="Enligt Navet",
    )


def decide(kind: str, given: Mapping[str, str], *, day: date = REGISTERED) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        made = desk.decide(
            cursor, about(kind, given), officer=ANNA, policy=sample_policy(), today=day
        )
    assert not made.waits


def preview(kind: str, given: Mapping[str, str]) -> Effect:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        return desk.preview(
            cursor, about(kind, given), officer=ANNA, policy=sample_policy(), today=REGISTERED
        )


def index(folder: Path) -> list[tuple[str, str, str]]:
    """(what, name, address) of each line."""
    with (folder / INDEX).open(encoding="utf-8", newline="") as stream:
        found = csv.DictReader(stream)
        return sorted((row["letter"], row["name"], row["address"]) for row in found)


def waiting() -> list[str]:
    with connections["default"].cursor() as cursor:
        found = unguarded(cursor, policy=sample_policy(), today=REGISTERED)
        return [each.name for each in found]


def test_nothing_is_written_to_a_child_and_a_person_sees_that_it_waits(town: Town) -> None:
    town.lives.night(REMINDED)
    assert one("SELECT count(*) FROM letter") == 0
    assert waiting() == ["Nils Ek"]
    decide("represent", KARIN)
    assert waiting() == []


def test_the_effect_shows_whom_letters_go_to_and_what_comes_then(town: Town) -> None:
    ((before, after),) = preview("represent", KARIN).changed
    assert before is not None
    assert after is not None
    assert before.coming[0].stopped_by == ("no_guardian",)
    assert (before.readers, [each.name for each in after.readers]) == ((), ["Karin Ek"])
    assert after.coming[0].day == WRITTEN
    assert one("SELECT count(*) FROM representative") == 0


def test_both_guardians_get_the_letter_and_the_child_does_not(town: Town) -> None:
    decide("represent", KARIN)
    decide("represent", PER)
    town.lives.night(WRITTEN)
    folder = town.sends(WRITTEN)
    assert index(folder) == [
        ("reminder", "Karin Ek", "för Nils Ek, Nygatan 2, 999 12 Granvik"),
        ("reminder", "Per Ek", "för Nils Ek, Holmgatan 3, 999 13 Granvik"),
    ]
    assert len(list(folder.glob("*.pdf"))) == 2
    ((data, channel),) = rows("SELECT data, channel FROM letter")
    assert '"name":"Karin Ek"' in str(data)
    assert "Storgatan 1" not in str(data)
    assert channel == "letter"


def standins(party: int, today: date) -> tuple[StandinView, ...]:
    """Who the citizen's own page says gets the letters."""
    return access.invoices(
        citizen=Citizen(party_id=party),
        listing="unpaid",
        sort="due",
        page=1,
        page_size=1,
        today=today,
        policy=sample_policy(),
    ).represented


def test_a_guardian_with_a_protected_identity_is_named_to_nobody_and_has_no_address(
    town: Town,
) -> None:
    decide("represent", {**KARIN, "protected": "yes"})
    decide("represent", {**PER, "protected": "yes"})
    town.lives.night(WRITTEN)
    folder = town.sends(WRITTEN)
    assert index(folder) == []
    hidden = index(folder / PROTECTED)
    assert [address for _, _, address in hidden] == ["", ""]
    assert "Nygatan" not in str(rows("SELECT data FROM letter"))
    found = standins(town.child, WRITTEN)
    assert [(each.kind, each.name) for each in found] == [("guardian", "")] * 2


def test_one_who_is_represented_sees_by_whom(town: Town) -> None:
    decide("represent", KARIN)
    found = standins(town.child, REGISTERED)
    assert [(each.kind, each.instead, each.name) for each in found] == [
        ("guardian", True, "Karin Ek")
    ]
    assert standins(town.child, date(2030, 5, 1)) == ()


def test_a_plan_for_a_child_is_withheld_until_somebody_is_registered(town: Town) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        installment_plan.grant(
            cursor,
            invoices=[1],
            parts=3,
            first_on=date(2025, 5, 9),
            agreed_on=REMINDED,
            reason="–",
            by="A. Ek",
            policy=sample_policy(),
            today=REMINDED,
        )
    sent = send_out(day=REMINDED, folder=town.folder, policy=sample_policy())
    assert (sent.printed, sent.withheld) == (0, 1)
    assert not list(town.folder.rglob("*.pdf"))
    decide("represent", KARIN)
    assert index(town.sends(REGISTERED)) == [
        ("installment_plan", "Karin Ek", "för Nils Ek, Nygatan 2, 999 12 Granvik")
    ]


def test_a_special_representative_gets_a_copy_and_the_person_the_letter(
    db: None, tmp_path: Path
) -> None:
    lives = a_municipality(tmp_path)
    lives.bill(an_invoice("1001", recipient={"name": "Cilla Öst"}))
    given = {**PER, "kind": "special_representative"}
    decide("represent", given, day=INVOICED)
    lives.night(REMINDED)
    folder = Town(lives, tmp_path / "print").sends(REMINDED)
    assert index(folder) == [
        ("copy", "Per Ek", "för Cilla Öst, Holmgatan 3, 999 13 Granvik"),
        ("reminder", "Cilla Öst", "Storgatan 1, 999 10 Granvik"),
    ]
    decide("end_representation", {"who": str(one("SELECT id FROM representative"))})
    assert rows("SELECT last_day, reason FROM representative_ended") == [
        (date(2025, 5, 4), "Enligt Navet")
    ]


def test_a_guardian_is_registered_for_a_child_that_owes_with_another(
    db: None, tmp_path: Path
) -> None:
    lives = a_municipality(tmp_path)
    lives.bill(an_invoice("1001", co_debtors=[a_co_debtor(CHILD)]))
    lives.night(REMINDED)
    assert one("SELECT count(*) FROM letter") == 1
    child = str(one(f"SELECT id FROM party WHERE identity_number = '{CHILD}'"))
    decide("represent", {**KARIN, "whose": child})
    assert rows("SELECT party_id, name FROM representative") == [(int(child), "Karin Ek")]


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"from": "2025-05-04"}, BeforeToday),
        ({"until": "2025-05-04"}, EndsBeforeItBegins),
        ({"kind": "neighbor"}, FieldsRefused),
        ({"address": " ; "}, Refused),
    ],
)
def test_what_cannot_be_registered(
    town: Town, given: Mapping[str, str], refused: type[Refused]
) -> None:
    with pytest.raises(refused):
        preview("represent", {**KARIN, **given})


def test_a_grown_up_has_no_guardian_and_an_estate_has_its_own(db: None, tmp_path: Path) -> None:
    lives = a_municipality(tmp_path)
    lives.bill(an_invoice("1001"))
    with pytest.raises(NotOfThisParty, match="Guardian"):
        preview("represent", KARIN)
    lives.bill(an_invoice("1002", recipient={"estate": True}))
    with pytest.raises(EstateHasItsOwn):
        preview("represent", {**KARIN, "kind": "administrator"})


def test_only_somebody_registered_is_ended(town: Town) -> None:
    decide("represent", KARIN)
    key = int(str(one("SELECT id FROM representative")))
    decide("end_representation", {"who": str(key)})
    with (
        transaction.atomic(),
        connections["default"].cursor() as cursor,
        pytest.raises(NoSuchRepresentative),
    ):
        end(cursor, key=key, reason="–", by="A. Ek", today=REGISTERED)
