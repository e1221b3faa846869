"""Files of facilities and owners: taken whole or refused with every fault; no debt moves.

The one rule: of a refused file, nothing at all is kept.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from django.db import connections
from jsonschema import Draft202012Validator, FormatChecker

from reskontra.domain.premises import FacilityKind, Premises
from reskontra.formats.problems import FileRefused
from reskontra.formats.recognize import Format, recognize
from reskontra.intake import facilities
from reskontra.nightly.commands import intake
from reskontra.records import as_of
from reskontra.records import facilities as register
from tests.build import (
    WATER,
    Municipality,
    a_co_debtor,
    a_municipality,
    an_invoice,
    one,
    open_ore,
    party_of,
    person,
    rows,
    sample_policy,
    whole_database,
)

DAY = date(2025, 3, 3)
DOCS = Path(__file__).parents[2] / "docs"
SCHEMA, GUIDE = (
    DOCS / "generated/schema/facility_file.json",
    DOCS / "howto/facilities_and_owners.md",
)
IT = FormatChecker()
Record = dict[str, Any]


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """Nobody owes anything."""
    return a_municipality(tmp_path)


def a_facility(code: str = "A-7", **changes: object) -> Record:
    return {
        "record": "facility",
        "creditor": WATER,
        "facility": code,
        "from": "2020-01-01",
        "kind": "single_dwelling",
        "tariff": "standard",
        "address": ["Sjövägen 7", "999 12 Granvik"],
        **changes,
    }


def owners(*places: int, code: str = "A-7", since: str = "2020-01-01", **changes: object) -> Record:
    return {
        "record": "owners",
        "creditor": WATER,
        "facility": code,
        "from": since,
        "owners": [a_co_debtor(person(place)) for place in places],
        **changes,
    }


def a_file(town: Municipality, *records: Record | str) -> Path:
    path = town.folder / f"register-{len(list(town.folder.iterdir()))}.jsonl"
    lines = (each if isinstance(each, str) else json.dumps(each) for each in records)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def take(town: Municipality, *records: Record | str, day: date = DAY) -> facilities.Receipt:
    return facilities.take_in(a_file(town, *records), day=day, policy=sample_policy())


def problems(town: Municipality, *records: Record | str) -> list[tuple[int, str, str]]:
    """(line, field, allowed) of every fault; nothing of the file may be kept."""
    before = whole_database()
    with pytest.raises(FileRefused) as refused:
        take(town, *records)
    assert whole_database() == before
    return [(each.line, each.field, each.allowed) for each in refused.value.problems]


def house() -> Premises:
    with connections["default"].cursor() as cursor:
        return register.premises(cursor, [(WATER, "A-7")])[WATER, "A-7"]


def test_a_facility_is_kept_with_its_owners(town: Municipality) -> None:
    receipt = take(town, a_facility(), owners(1, 2))
    assert (receipt.facilities, receipt.facts, receipt.owners) == (1, 1, 1)
    assert house().owners_on(DAY) == (party_of(1), party_of(2))
    served = house().served_on(DAY)
    assert served is not None
    assert (served.kind, served.tariff) == (FacilityKind.SINGLE_DWELLING, "standard")
    assert house().owners_on(date(2019, 12, 31)) == ()


def test_shares_are_known_and_each_owes_the_whole(town: Municipality) -> None:
    halves = [a_co_debtor(person(place), share="1/2") for place in (1, 2)]
    take(town, a_facility(), owners(owners=halves))
    assert rows("SELECT share_numerator, share_denominator FROM facility_owner") == [(1, 2)] * 2


def test_the_whole_register_may_be_sent_every_night(town: Municipality) -> None:
    take(town, a_facility(), owners(1))
    again = take(town, owners(1, since="2025-03-01"), a_facility(), day=date(2025, 3, 4))
    assert (again.facilities, again.facts, again.owners) == (0, 0, 0)
    known = facilities.take_in(town.folder / "register-0.jsonl", day=DAY, policy=sample_policy())
    assert known.known_already


def test_a_change_of_owner_holds_from_its_day_and_moves_no_debt(town: Municipality) -> None:
    take(town, a_facility(), owners(1))
    town.bill(an_invoice("1001", creditor=WATER, kind="water", facility="A-7"))
    take(town, owners(2, since="2025-05-01"), day=date(2025, 5, 2))
    assert house().owners_on(date(2025, 4, 30)) == (party_of(1),)
    assert house().owners_on(date(2025, 5, 1)) == (party_of(2),)
    assert open_ore("1001") == 30_000
    assert one("SELECT party_id FROM invoice") == party_of(1)
    with connections["default"].cursor() as cursor:
        (loaded,) = as_of.load(
            cursor, as_of.Wanted.invoices([int(str(one("SELECT id FROM invoice")))])
        )
    claim = loaded.claim
    assert claim.premises is not None
    assert claim.premises.answers_for(claim, date(2025, 4, 30))
    assert not claim.premises.answers_for(claim, date(2025, 5, 1))
    assert loaded.next_look_on == date(2025, 5, 2)


def test_nothing_is_changed_before_what_is_known(town: Municipality) -> None:
    take(town, a_facility(), owners(1))
    wanted = "a day after 2020-01-01, the latest change that is known of the facility"
    assert problems(town, owners(2, since="2019-01-01"), a_facility(kind="business")) == [
        (1, "from", wanted),
        (2, "from", wanted),
    ]


def test_every_fault_of_a_file_is_told_at_once(town: Municipality) -> None:
    found = problems(
        town,
        a_facility(kind="palace"),
        owners(1, 1),
        owners(owners=[a_co_debtor(person(1), share="2/3"), a_co_debtor(person(2), share="2/3")]),
        a_facility(address=[]),
        '{"record": "owners"',
    )
    assert [(line, field) for line, field, _ in found] == [
        (1, "kind"),
        (2, "owners[2].identity_number"),
        (3, "owners"),
        (3, "from"),
        (4, "address"),
        (5, "the record"),
    ]


def test_what_only_rows_and_rules_can_tell(town: Municipality) -> None:
    assert problems(
        town,
        a_facility(tariff="summer"),
        owners(1, code="B-1"),
        a_facility("C-1", creditor="municipality"),
    ) == [
        (1, "tariff", "one of standard"),
        (2, "facility", "a facility that this file or an earlier one has"),
        (3, "creditor", "one of water_company"),
    ]


def test_the_command_knows_the_file_by_what_it_holds(town: Municipality) -> None:
    path = a_file(town, a_facility(), owners(1))
    assert recognize(path) is Format.FACILITY_FILE
    said = intake.take_in(path, day=DAY, policy=sample_policy())
    assert said == (f"{path.name}: 1 new facilities, 1 with something changed, 1 with other owners")


def test_what_is_taken_in_keeps_to_the_published_schema_and_what_breaks_it_is_refused(
    town: Municipality,
) -> None:
    schema = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=IT)
    halves = owners(owners=[a_co_debtor(person(place), share="1/2") for place in (1, 2)])
    for record in (a_facility(), halves, example()):
        assert list(schema.iter_errors(record)) == []
    take(town, a_facility(), halves)
    for broken in (
        a_facility(kind="palace"),
        a_facility(address=[]),
        a_facility("C 1", tariff="Summer 1"),
        a_facility(**{"from": "1 May"}),
        owners(owners=[a_co_debtor(person(1), share="a half")]),
        owners(owners=[]),
        owners(1, until="2026-01-01"),
    ):
        assert list(schema.iter_errors(broken))
        assert problems(town, broken)


def example() -> Record:
    """The first record that the guide shows."""
    lines = GUIDE.read_text(encoding="utf-8").splitlines()
    return cast(Record, json.loads(next(each for each in lines if each.startswith("{"))))


def test_an_owner_is_known_to_have_a_protected_identity(town: Municipality) -> None:
    hidden = a_co_debtor(person(1), protected_identity=True, address=[])
    take(town, a_facility(), owners(owners=[hidden]))
    assert [hold.kind for hold in house().held(DAY)] == ["protected_identity"]
