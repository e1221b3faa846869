"""What a night does about water reads everything once, however many houses are closed.

The one rule: houses are closed by the gates, as in real life; only questions are counted here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.casework import water_findings, water_orders, water_turns
from reskontra.casework.water_sites import Visited, visit
from reskontra.domain.water_work import OrderKind
from reskontra.records import facilities
from tests.build import (
    WATER,
    Municipality,
    a_co_debtor,
    a_municipality,
    a_payment,
    an_invoice,
    letters_leave,
    person,
    rows,
    sample_policy,
)
from tests.dunning.test_water_letters import a_house

FOUND, CUT = date(2025, 5, 28), date(2025, 6, 12)
HOUSES = ("A-1", "A-2", "A-3", "A-4")


def visited(cursor: CursorWrapper, code: str, today: date) -> Visited:
    key = facilities.with_code(cursor, creditor=WATER, code=code)
    place = facilities.place(cursor, key=key or 0)
    assert place is not None
    return visit(cursor, place=place, policy=sample_policy(), today=today)


def find(code: str) -> None:
    with transaction.atomic(), connections["default"].cursor() as cursor:
        seen = visited(cursor, code, FOUND)
        for kind in ("no_health_risk", "alternative_water"):
            water_findings.find(cursor, seen, kind, finding="–", by="A. Ek", today=FOUND)


def cut(code: str, *, by: Callable[..., None] | None = None) -> None:
    """The water there is ordered off; and cut, unless it is left at that."""
    policy = sample_policy()
    with transaction.atomic(), connections["default"].cursor() as cursor:
        seen = visited(cursor, code, CUT)
        new = water_orders.NewWork(kind=OrderKind.DISCONNECT, day=CUT, by="A. Ek", reason="–")
        order = water_orders.order_closing(cursor, seen, new, policy=policy, today=CUT)
        if by is not None:
            water_orders.start(cursor, order, by="T. Dal", policy=policy, today=CUT)
            by(cursor, order, water_orders.Work(by="T. Dal"), policy=policy, today=CUT)


def night(day: date) -> tuple[int, list[tuple[str, str, bool]]]:
    """How many questions the night asks of the database, and what it turns."""
    asked: list[str] = []

    def count(execute: Callable[..., object], sql: str, *rest: object) -> object:
        asked.append(sql)
        return execute(sql, *rest)

    connection = connections["default"]
    with transaction.atomic(), connection.cursor() as cursor, connection.execute_wrapper(count):
        turns = water_turns.live(cursor, policy=sample_policy(), today=day)
    return len(asked), [(each.facility, each.kind.value, each.withdrawn) for each in turns]


def a_town(folder: Path) -> Municipality:
    """Four houses whose owners owe for water, and have had both letters."""
    town = a_municipality(folder)
    for place, code in enumerate(HOUSES, 1):
        a_house(town, a_co_debtor(person(place)), code=code)
    town.bill(
        *(
            an_invoice(
                f"100{place}",
                creditor=WATER,
                kind="water",
                amount_ore=300_000,
                facility=code,
                party=person(place),
            )
            for place, code in enumerate(HOUSES, 1)
        )
    )
    for day in (date(2025, 4, 9), date(2025, 4, 24), date(2025, 4, 25)):
        town.night(day)
        letters_leave(day)
    for code in HOUSES:
        find(code)
    town.night(FOUND)
    letters_leave(FOUND)
    town.banks_are_in(CUT)
    return town


def test_a_night_asks_as_much_of_one_closed_house_as_of_many(db: None, tmp_path: Path) -> None:
    town = a_town(tmp_path)
    cut("A-1", by=water_orders.done)
    cut("A-4")
    few, turned = night(CUT)
    assert turned == []
    cut("A-2", by=water_orders.done)
    cut("A-3")
    assert night(CUT) == (few, [])
    town.pay(
        *(a_payment(751_200, number, value_date=CUT) for number in ("1001", "1002")),
        *(a_payment(300_000, number, value_date=CUT) for number in ("1003", "1004")),
        day=CUT,
        creditor=WATER,
    )
    town.banks_are_in(date(2025, 6, 16))
    assert night(date(2025, 6, 16))[1] == [
        ("A-4", "disconnect", True),
        ("A-3", "disconnect", True),
        ("A-1", "reconnect", False),
        ("A-2", "reconnect", False),
    ]
    assert rows("SELECT count(*) FROM work_order WHERE kind = 'reconnect'") == [(2,)]
