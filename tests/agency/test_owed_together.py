"""Several owe a claim at an agency: it is told of those who may be pursued, and of no other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connections, transaction

from reskontra.formats import agency_case
from reskontra.formats.agency_case import Case
from reskontra.records import handovers, steps
from tests.agency.at_the_agency import HANDED_OVER, LATER, AtTheAgency, handover_of
from tests.build import REMINDED, a_co_debtor, a_municipality, an_invoice, party_of, person
from tests.outgoing.letter_texts import text_of


def a_shared_claim(folder: Path, *, held: int | None = None, **first: Any) -> AtTheAgency:
    """The first person and the second owe 1001 together; it is handed over, and not sent."""
    town = a_municipality(folder)
    town.bill(an_invoice("1001", recipient=first, co_debtors=[a_co_debtor(person(2))]))
    if held is not None:
        hold(held)
    town.night(REMINDED)
    town.night(HANDED_OVER)
    return AtTheAgency(town, folder / "agency")


def hold(place: int) -> None:
    """Everything that the person owes is held for a bankruptcy."""
    new = steps.NewHold(
        party=party_of(place),
        invoice=None,
        kind="bankruptcy",
        first_day=REMINDED,
        last_day=None,
        reason="beslut",
        decided_by="A. Ek",
    )
    with transaction.atomic(), connections["default"].cursor() as cursor:
        steps.add_hold(cursor, new)


def told(place: AtTheAgency) -> list[str]:
    """The identity numbers that the agency is told, in the case's order."""
    text = (place.folder / f"{handover_of('1001').reference}.case.json").read_bytes()
    case = agency_case.read(text, name="case.json")
    assert isinstance(case, Case)
    return [each.identity_number for each in (case.debtor, *case.co_debtors)]


def why_recalled() -> str:
    """Why the claim was called back."""
    with connections["default"].cursor() as cursor:
        return handovers.recall_reason_of(cursor, handover_of("1001").key)


def test_the_case_names_all_who_owe_it(db: None, tmp_path: Path) -> None:
    place = a_shared_claim(tmp_path)
    assert place.send(HANDED_OVER).cases == 1
    assert told(place) == [person(1), person(2)]


@pytest.mark.parametrize(("held", "free"), [(1, 2), (2, 1)])
def test_one_who_is_held_is_not_named(db: None, tmp_path: Path, held: int, free: int) -> None:
    place = a_shared_claim(tmp_path, held=held)
    assert place.send(HANDED_OVER).cases == 1
    assert told(place) == [person(free)]
    assert place.send(LATER).recalls == 0


def test_of_one_with_a_protected_identity_nothing_leaves(db: None, tmp_path: Path) -> None:
    """Neither in the case nor on the copy of the invoice, which was addressed to that one."""
    place = a_shared_claim(tmp_path, protected_identity=True, name="Skyddad Person")
    assert place.send(HANDED_OVER).cases == 1
    assert told(place) == [person(2)]
    (case,), (copy,) = (list(place.folder.glob(f"*.{kind}")) for kind in ("json", "pdf"))
    assert "Skyddad" not in case.read_text(encoding="utf-8")
    assert "Skyddad" not in text_of(copy.read_bytes())
    assert f"Person {person(2)[:8]}" in text_of(copy.read_bytes())


def test_one_who_is_held_afterwards_calls_it_back_and_is_not_named(
    db: None, tmp_path: Path
) -> None:
    place = a_shared_claim(tmp_path)
    place.send(HANDED_OVER)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        new = steps.NewHold(
            party=party_of(2),
            invoice=None,
            kind="debt_restructuring",
            first_day=LATER,
            last_day=None,
            reason="beslut",
            decided_by="A. Ek",
        )
        steps.add_hold(cursor, new)
    assert place.send(LATER).recalls == 1
    assert why_recalled() == "debtor_held"


def test_one_who_is_protected_afterwards_calls_it_back(db: None, tmp_path: Path) -> None:
    place = a_shared_claim(tmp_path)
    place.send(HANDED_OVER)
    place.town.bill(
        an_invoice("1009", party=person(2), recipient={"protected_identity": True}), day=LATER
    )
    assert place.send(LATER).recalls == 1
    assert why_recalled() == "debtor_held"
