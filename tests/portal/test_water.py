"""The page of an owner whose water is in question: what stops it, until when, and whom to call.

The one rule: it is read as the citizen who asks; the other owner, and a new one, see their own.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connections, transaction

from reskontra.casework import water_findings, water_orders
from reskontra.casework.water_sites import visit
from reskontra.domain.water_work import OrderKind
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
    return town


def page(today: date, *, number: str = "1001", place: int = 1) -> AtHouse | None:
    """What the page of the invoice says of the water to the person in the place."""
    public_id = rows("SELECT public_id FROM invoice WHERE number = %s", number)[0][0]
    me, policy = citizen(place), sample_policy()
    detail = access.invoice(citizen=me, public_id=public_id, today=today, policy=policy)
    ahead = access.water_ahead(citizen=me, public_id=public_id)
    return at_house(detail, ahead, policy=policy, today=today, language="sv")


def cut(town: Municipality) -> None:
    """The findings, the second letter, the order and the work."""
    policy = sample_policy()
    with transaction.atomic(), connections["default"].cursor() as cursor:
        key = facilities.with_code(cursor, creditor=WATER, code="A-7")
        place = facilities.place(cursor, key=key or 0)
        assert place is not None
        seen = visit(cursor, place=place, policy=policy, today=FOUND)
        for kind in ("no_health_risk", "alternative_water"):
            water_findings.find(cursor, seen, kind, finding="–", by="A. Ek", today=FOUND)
    town.night(FOUND)
    town.banks_are_in(CUT)
    with transaction.atomic(), connections["default"].cursor() as cursor:
        seen = visit(cursor, place=place, policy=policy, today=CUT)
        new = water_orders.NewWork(kind=OrderKind.DISCONNECT, day=CUT, by="A. Ek", reason="–")
        order = water_orders.order_closing(cursor, seen, new, policy=policy, today=CUT)
        water_orders.start(cursor, order, by="T. Dal", policy=policy, today=CUT)
        work = water_orders.Work(by="T. Dal")
        water_orders.done(cursor, order, work, policy=policy, today=CUT)


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
