"""The two letters about the water: to every owner of the house that day, about water alone.

The one rule: what the law asks of them is looked for in the words themselves, in both languages.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connections, transaction

from reskontra.casework import water_findings
from reskontra.casework.water_sites import visit
from reskontra.intake import facilities as intake
from reskontra.outgoing.send_out import send_out
from reskontra.records import facilities
from tests.build import (
    WATER,
    Municipality,
    a_co_debtor,
    a_municipality,
    an_invoice,
    one,
    party_of,
    person,
    rows,
    sample_policy,
)

NIGHTS = (date(2025, 4, 9), date(2025, 4, 24), date(2025, 4, 25))
FOUND = date(2025, 5, 28)


def a_house(town: Municipality, *owners: dict[str, Any], code: str = "A-7") -> None:
    """A house of the register."""
    path = town.folder / f"register-{code}.jsonl"
    common = {"creditor": WATER, "facility": code, "from": "2020-01-01"}
    fact = {
        "record": "facility",
        "kind": "single_dwelling",
        "tariff": "standard",
        "address": ["Sjövägen 7", "999 12 Granvik"],
    }
    records = [common | fact, common | {"record": "owners", "owners": owners}]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    intake.take_in(path, day=date(2025, 3, 3), policy=sample_policy())


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """The first owes for water and waste at a house that the second, in English, owns too."""
    town = a_municipality(tmp_path)
    english = a_co_debtor(person(2), name="Nils Ek", address=["Ån 2"], language="en")
    a_house(town, a_co_debtor(person(1), name="Cilla Ek"), english)
    lines = [
        {"text": "Vatten", "service": "water", "amount_ore": 200_000, "vat_ore": 40_000},
        {"text": "Sopor", "service": "waste", "amount_ore": 100_000, "vat_ore": 20_000},
    ]
    at: dict[str, Any] = {"creditor": WATER, "facility": "A-7"}
    town.bill(
        an_invoice("1001", kind="water", amount_ore=300_000, lines=lines, **at),
        an_invoice("1002", kind="water", amount_ore=50_000, **at),
        an_invoice("1003", kind="waste", amount_ore=90_000, **at),
    )
    for night in NIGHTS:
        town.night(night)
    return town


def letters(step: str) -> dict[int, dict[str, Any]]:
    """By party: what its letter of the step says."""
    found = rows(
        "SELECT party_id, data FROM letter WHERE split_part(key, ':', 2) = %s ORDER BY id", step
    )
    return {party: json.loads(data) for party, data in found}


def notice(town: Municipality) -> dict[int, dict[str, Any]]:
    """The second letters, after the findings."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        place = facilities.place(cursor, key=int(str(one("SELECT id FROM facility"))))
        assert place is not None
        visited = visit(cursor, place=place, policy=sample_policy(), today=FOUND)
        for kind in ("no_health_risk", "alternative_water"):
            water_findings.find(cursor, visited, kind, finding="–", by="A. Ek", today=FOUND)
    town.night(FOUND)
    return letters("disconnection_notice")


def test_every_owner_is_warned_of_the_water_alone(town: Municipality) -> None:
    said = letters("disconnection_warning")
    assert list(said) == [party_of(1), party_of(2)]
    for letter in said.values():
        assert [(each["invoice_number"], each["open_ore"]) for each in letter["claims"]] == [
            ("1001", 200_000),
            ("1002", 50_000),
        ]
        assert (letter["total_ore"], letter["pay_by"]) == (250_000, "2025-05-23")
    assert one("SELECT count(DISTINCT ocr_number) FROM letter WHERE template = 'notice'") == 2


def test_it_says_all_that_one_must_know(town: Municipality) -> None:
    said = letters("disconnection_warning")
    swedish, english = (" ".join(said[party_of(n)]["paragraphs"]) for n in (1, 2))
    for words in (
        "Sjövägen 7, 999 12 Granvik (anläggning A-7)",
        "Pengarna ska ha kommit in senast 23\u00a0maj\u00a02025",
        "2\u00a0256 kr",
        "inom 3 arbetsdagar",
        "visar kvitto",
        "avbetalningsplan",
        "skulden är fel",
        "mark- och miljödomstolen",
        "Ring Kundservice, 0999-123 10, genast om någon som bor där är sjuk",
        "annat vatten",
        "behöver du berätta för dem",
        "43 § lagen (2006:412)",
    ):
        assert words in swedish
    for words in (
        "The money must be in by 23\u00a0May\u00a02025",
        "SEK 2,256",
        "show a receipt",
        "land and environment court",
        "Call Kundservice, 0999-123 10, at once",
        "section 43",
    ):
        assert words in english
    assert "Visa oss kvittot" in said[party_of(1)]["already_paid"]
    assert "Cilla" not in english
    assert person(1)[:8] not in json.dumps(said[party_of(2)])


def test_the_second_letter_states_the_day_and_the_day_before(town: Municipality) -> None:
    said = notice(town)
    assert list(said) == [party_of(1), party_of(2)]
    letter = said[party_of(1)]
    assert letter["pay_by"] == "2025-06-11"
    assert (
        "Vattnet stängs av 12\u00a0juni\u00a02025. Pengarna måste ha kommit in senast dagen före, "
        "11\u00a0juni\u00a02025." in " ".join(letter["paragraphs"])
    )


def test_copies_of_the_unpaid_invoices_go_to_each_in_their_own_name(town: Municipality) -> None:
    send_out(day=NIGHTS[-1], folder=town.folder, policy=sample_policy())
    folder = town.folder / NIGHTS[-1].isoformat()
    for party in (party_of(1), party_of(2)):
        key = one("SELECT public_id FROM letter WHERE party_id = %s AND template = 'notice'", party)
        copies = sorted(each.name.split(".")[1] for each in folder.glob(f"{key}.invoice_*.pdf"))
        assert copies == ["invoice_1001", "invoice_1002"]


def test_a_house_that_is_not_registered_gets_no_letter(db: None, tmp_path: Path) -> None:
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001", creditor=WATER, kind="water", facility="B-1"))
    for night in NIGHTS:
        town.night(night)
    assert letters("disconnection_warning") == {}
