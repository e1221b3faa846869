"""Several who owe a claim are the respondents of one application, when nothing frees them.

The one rule: real rows, and the files as they are written.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connections, transaction

from reskontra.formats.authority_case import Application
from reskontra.outgoing.application_pdf import application_pdf
from reskontra.records import steps
from reskontra.records.steps import NewHold
from tests.authority.at_the_authority import APPLIED, AtTheAuthority, a_demanded_town
from tests.build import a_co_debtor, party_of, person


def demanded(folder: Path) -> AtTheAuthority:
    return a_demanded_town(folder, co_debtors=[a_co_debtor(person(2)), a_co_debtor(person(3))])


def bankrupt(party: int, *, day: date) -> None:
    new = NewHold(
        party=party,
        invoice=None,
        kind="bankruptcy",
        first_day=day,
        last_day=None,
        reason="kungörelse",
        decided_by="A. Ek",
    )
    with transaction.atomic(), connections["default"].cursor() as cursor:
        steps.add_hold(cursor, new)


def names(application: dict[str, Any]) -> list[str]:
    every = [application["debtor"], *application["co_debtors"]]
    return [each["identity_number"] for each in every]


def test_one_application_names_everybody_who_owes(db: None, tmp_path: Path) -> None:
    place = demanded(tmp_path)
    place.apply()
    application = place.file_of("1001", "application")
    assert names(application) == [person(1), person(2), person(3)]
    assert "De 3 svarandena är solidariskt betalningsskyldiga." in application["ground"]
    assert names(place.file_of("1002", "application")) == [person(1)]
    written = Application.model_validate_json(json.dumps(application))
    assert application_pdf(written).startswith(b"%PDF-")


@pytest.mark.parametrize(("free", "left"), [(2, [1, 3]), (1, [2, 3])])
def test_one_in_bankruptcy_is_not_named(
    db: None, tmp_path: Path, free: int, left: list[int]
) -> None:
    place = demanded(tmp_path)
    place.decide("1001", "enforcement_authority")
    bankrupt(party_of(free), day=APPLIED)
    place.town.night(APPLIED)
    place.send(APPLIED)
    application = place.file_of("1001", "application")
    assert names(application) == [person(each) for each in left]
