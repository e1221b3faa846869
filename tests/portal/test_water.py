"""The page of an owner whose water is in question: what stops it, until when, and whom to call.

The one rule: it is read as the citizen who asks; the other owner, and a new one, see their own.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework import water_findings, water_orders
from reskontra.casework.water_sites import Visited, visit
from reskontra.domain.water_work import OrderKind
from reskontra.intake import facilities as intake
from reskontra.nightly import water
from reskontra.portal.water import AtHouse, at_house
from reskontra.records import access, facilities
from tests.build import (
    WATER,
    Municipality,
    a_co_debtor,
    a_municipality,
    a_payment,
    an_invoice,
    letters_leave,
    one,
    party_of,
    person,
    rows,
    sample_policy,
)
from tests.dunning.test_water_letters import a_house
from tests.records.test_row_level_security import as_portal, citizen

FOUND, CUT, BACK = date(2025, 5, 28), date(2025, 6, 12), date(2025, 6, 16)
TABLES = ("facility", "facility_fact", "work_order", "work_order_event", "water_turn")


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """The first owes for water at a house that the second owns too; both have been warned."""
    town = a_municipality(tmp_path)
    a_house(town, a_co_debtor(person(1)), a_co_debtor(person(2)))
    a_house(town, a_co_debtor(person(3)), code="B-1")
    town.bill(
        an_invoice("1001", creditor=WATER, kind="water", amount_ore=300_000, facility="A-7"),
        an_invoice("1003", creditor=WATER, kind="waste", party=person(3), facility="B-1"),
    )
    for night in (date(2025, 4, 9), date(2025, 4, 24), date(2025, 4, 25)):
        town.night(night)
        letters_leave(night)
    return town


def page(today: date, *, number: str = "1001", place: int = 1) -> AtHouse | None:
    """What the page of the invoice says of the water to the person in the place."""
    public_id = rows("SELECT public_id FROM invoice WHERE number = %s", number)[0][0]
    me, policy = citizen(place), sample_policy()
    detail = access.invoice(citizen=me, public_id=public_id, today=today, policy=policy)
    house = access.house(citizen=me, public_id=public_id)
    return at_house(detail, house, policy=policy, today=today, language="sv")


def visited(cursor: CursorWrapper, today: date) -> Visited:
    """The house, as the office sees it."""
    key = facilities.with_code(cursor, creditor=WATER, code="A-7")
    place = facilities.place(cursor, key=key or 0)
    assert place is not None
    return visit(cursor, place=place, policy=sample_policy(), today=today)


def find(kind: str, today: date) -> None:
    """A person finds it at the house."""
    with transaction.atomic(), connections["default"].cursor() as cursor:
        seen = visited(cursor, today)
        water_findings.find(cursor, seen, kind, finding="–", by="A. Ek", today=today)


def cut(town: Municipality, kind: OrderKind = OrderKind.DISCONNECT) -> None:
    """The findings, the second letter, the order and the work."""
    policy = sample_policy()
    for found in ("no_health_risk", "alternative_water"):
        find(found, FOUND)
    town.night(FOUND)
    letters_leave(FOUND)
    town.banks_are_in(CUT)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        new = water_orders.NewWork(kind=kind, day=CUT, by="A. Ek", reason="–")
        seen = visited(cursor, CUT)
        order = water_orders.order_closing(cursor, seen, new, policy=policy, today=CUT)
        water_orders.start(cursor, order, by="T. Dal", policy=policy, today=CUT)
        work = water_orders.Work(by="T. Dal")
        water_orders.done(cursor, order, work, policy=policy, today=CUT)


def opened_by_another() -> None:
    """A technician who looks finds the water on."""
    policy = sample_policy()
    with transaction.atomic(), connections["default"].cursor() as cursor:
        new = water_orders.NewWork(kind=OrderKind.INSPECT, day=BACK, by="A. Ek", reason="–")
        order = water_orders.order_inspection(cursor, visited(cursor, BACK), new, today=BACK)
        work = water_orders.Work(by="T. Dal", note="plomben var bruten")
        water_orders.found_open(cursor, order, work, policy=policy, today=BACK)


def sold(town: Municipality) -> None:
    """The third buys the house."""
    owned = {"record": "owners", "creditor": WATER, "facility": "A-7", "from": f"{BACK}"}
    path = town.folder / "sold.jsonl"
    path.write_text(json.dumps(owned | {"owners": [a_co_debtor(person(3))]}), encoding="utf-8")
    intake.take_in(path, day=BACK, policy=sample_policy())


def test_it_says_what_stops_it_until_when_and_whom_to_call(town: Municipality) -> None:
    said = page(date(2025, 4, 28))
    assert said is not None
    assert "betald senast 23\u00a0maj\u00a02025" in said.stands
    assert "avbetalningsplan" in said.stops
    assert "Kundservice, 0999-123 10" in said.call


def test_it_follows_the_water_off_and_on(town: Municipality) -> None:
    cut(town)
    said = page(CUT)
    assert said is not None
    assert said.stands.startswith("Vattnet är avstängt. Det är på igen inom 3 arbetsdagar")
    town.pay(a_payment(751_200, "1001", value_date=CUT), day=CUT, creditor=WATER)
    town.night(BACK)
    water.work(day=BACK, policy=sample_policy())
    said = page(BACK)
    assert said is not None
    assert said.stands == "Vattnet kopplas på senast 19\u00a0juni\u00a02025."


def test_while_it_is_off_the_debt_and_both_fees_are_told_and_how_to_show_a_receipt(
    town: Municipality,
) -> None:
    cut(town)
    said = page(CUT)
    assert said is not None
    assert [(each.label, each.amount) for each in said.owed] == [
        ("Skuld för vatten och avlopp", "3\u00a0000,00 kr"),
        ("Avgift för avstängning", "2\u00a0256,00 kr"),
        ("Avgift för att koppla på igen", "2\u00a0256,00 kr"),
        ("Tillsammans", "7\u00a0512,00 kr"),
    ]
    assert "Visa oss kvittot, 0999-123 10" in said.receipt
    assert said.where.startswith("Fakturor som är lämnade till inkasso betalar du till")
    town.pay(a_payment(600_000, "1001", value_date=CUT), day=CUT, creditor=WATER)
    said = page(BACK)
    assert said is not None
    assert said.owed[-1].amount == "1\u00a0512,00 kr"


def test_a_receipt_that_a_person_has_confirmed_brings_it_back_before_the_money(
    town: Municipality,
) -> None:
    cut(town)
    find("receipt_shown", BACK)
    water.work(day=BACK, policy=sample_policy())
    said = page(BACK)
    assert said is not None
    assert said.stands == "Vattnet kopplas på senast 19\u00a0juni\u00a02025."
    assert (said.owed, said.receipt) == ((), "")


def test_water_that_is_throttled_runs_and_costs_nothing_to_open(town: Municipality) -> None:
    cut(town, OrderKind.THROTTLE)
    said = page(CUT)
    assert said is not None
    assert said.stands.startswith("Vattnet är strypt: det rinner, men mindre än vanligt.")
    assert [each.amount for each in said.owed] == ["3\u00a0000,00 kr"] * 2
    town.pay(a_payment(300_000, "1001", value_date=CUT), day=CUT, creditor=WATER)
    town.night(BACK)
    (turn,) = water.work(day=BACK, policy=sample_policy())
    with transaction.atomic(), connections["default"].cursor() as cursor:
        (order,) = visited(cursor, BACK).open_orders
        work = water_orders.Work(by="T. Dal")
        water_orders.done(cursor, order.public_id, work, policy=sample_policy(), today=BACK)
    assert (turn.kind, one("SELECT count(*) FROM water_fee")) == (OrderKind.RECONNECT, 0)
    assert page(BACK) is None


def test_an_opening_by_another_is_told_with_its_fee(town: Municipality) -> None:
    cut(town)
    opened_by_another()
    said = page(BACK)
    assert said is not None
    assert "Det kostar 5\u00a0000,00 kr enligt taxan" in said.stands
    assert "vi kan stänga av vattnet igen" in said.stands
    assert "plomben" not in said.stands


def test_a_new_owner_sees_nothing_of_the_old_ones_debt_and_has_the_water_back(
    town: Municipality,
) -> None:
    cut(town)
    sold(town)
    town.night(BACK)
    (turn,) = water.work(day=BACK, policy=sample_policy())
    assert (turn.kind, turn.withdrawn) == (OrderKind.RECONNECT, False)
    with pytest.raises(access.NotYours):
        page(BACK, place=3)
    assert page(BACK) is None
    with connections["default"].cursor() as cursor:
        site = visited(cursor, BACK).site
    assert site.due(BACK) == ()
    assert one("SELECT party_id FROM invoice WHERE number = '1001'") == party_of(1)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        (order,) = visited(cursor, BACK).open_orders
        work = water_orders.Work(by="T. Dal")
        water_orders.done(cursor, order.public_id, work, policy=sample_policy(), today=BACK)
    assert rows("SELECT kind FROM water_fee") == [("disconnection",)]


def test_of_waste_nothing_is_said_of_the_water(town: Municipality) -> None:
    assert page(date(2025, 4, 28), number="1003", place=3) is None


def test_one_owner_never_sees_anothers_house_nor_who_owns_it(town: Municipality) -> None:
    cut(town)
    for table in TABLES:
        for place, count in ((1, 1), (2, 1)):
            with as_portal(party_of(place)) as cursor:
                cursor.execute(f"SELECT count(*) FROM {table}")
                assert cursor.fetchone()[0] >= count, table
        with as_portal(party_of(3)) as cursor:
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone()[0] == (1 if table.startswith("facility") else 0), table
    for place in (1, 2, 3):
        with as_portal(party_of(place)) as cursor:
            cursor.execute("SELECT DISTINCT party_id FROM facility_owner")
            assert cursor.fetchall() == [(party_of(place),)]
    assert one("SELECT count(*) FROM facility_owner") == 3
