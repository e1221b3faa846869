"""Decisions about the water at a house: findings, orders to technicians, a report to the police.

Each is made from an invoice that names the house, and holds for everything owed for water there.
The one rule: the water is closed only by the decision of a named officer, through every gate of
section 43.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.backends.utils import CursorWrapper

from reskontra.casework import water_findings, water_orders, water_police, water_turns
from reskontra.casework.decision_kind import About, Case, Choices, Field, FieldType, Kind
from reskontra.casework.water_sites import Visited, visit_invoice
from reskontra.domain.disconnection import (
    ALTERNATIVE_WATER,
    RECEIPT_SHOWN,
    RECEIPT_WITHOUT_MONEY,
)
from reskontra.domain.premises import MULTI_DWELLING_DECISION
from reskontra.domain.texts import Texts
from reskontra.domain.water_work import OrderKind
from reskontra.records import facilities

FACILITY_WIDE = (
    ALTERNATIVE_WATER,
    MULTI_DWELLING_DECISION,
    RECEIPT_SHOWN,
    RECEIPT_WITHOUT_MONEY,
)
NONE_THERE = "none"
YES_NO: Choices = {"no": Texts(sv="Nej", en="No"), "yes": Texts(sv="Ja", en="Yes")}
CLOSING: Mapping[str, Texts] = {
    OrderKind.DISCONNECT.value: Texts(sv="Stäng av vattnet", en="Turn the water off"),
    OrderKind.THROTTLE.value: Texts(sv="Stryp vattnet", en="Throttle the water"),
}


def _visited(cursor: CursorWrapper, case: Case) -> Visited:
    assert case.claim is not None
    return visit_invoice(cursor, claim=case.claim, policy=case.policy, today=case.today)


def _has_house(cursor: CursorWrapper, case: Case) -> bool:
    """Whether the invoice is for water at a registered house of a creditor that disconnects."""
    rules = case.policy.creditors[case.creditor].water
    if case.claim is None or rules is None or not case.claim.services & rules.services:
        return False
    return facilities.of_invoice(cursor, case.claim.key) is not None


def _asked(name: str, label: Texts) -> Field:
    return Field(name=name, label=label, type=FieldType.CHOICE, choices=lambda cursor, case: YES_NO)


def _health(cursor: CursorWrapper, case: Case) -> None:
    there = (name for name in water_findings.ASKED if case.words(name) == "yes")
    found = water_findings.Health(
        seen_on=case.day("seen_on") or case.today,
        by=case.by,
        how=case.words("how"),
        there=frozenset(there),
        risk=case.words("risk") == "yes",
    )
    water_findings.find_health(cursor, _visited(cursor, case), found, today=case.today)


HEALTH = Kind(
    name="health_finding",
    about=About.INVOICE,
    fields=(
        Field(
            name="seen_on",
            label=Texts(sv="Dagen då du såg eller frågade", en="The day you saw or asked"),
            type=FieldType.DAY,
            usual=lambda case: case.today.isoformat(),
        ),
        Field(
            name="how",
            label=Texts(sv="Vem du talade med, och vad du såg", en="Whom you met and what you saw"),
        ),
        *(_asked(name, label) for name, label in water_findings.ASKED.items()),
        _asked(
            "risk",
            Texts(sv="Kan någons hälsa ta skada?", en="Could anybody's health be harmed?"),
        ),
    ),
    carry_out=_health,
    offered=_has_house,
)


def _kinds(cursor: CursorWrapper, case: Case) -> Choices:
    return {name: case.policy.clearance_kinds[name] for name in FACILITY_WIDE}


def _find(cursor: CursorWrapper, case: Case) -> None:
    visited = _visited(cursor, case)
    kind = case.words("kind")
    finding = f"{case.words('what')}. {case.reason}".strip()
    water_findings.find(cursor, visited, kind, finding=finding, by=case.by, today=case.today)
    if kind == RECEIPT_SHOWN:
        # The clock of the reconnection starts when the receipt is confirmed, not when night comes.
        water_turns.bring_back(cursor, _visited(cursor, case), case.policy, case.today)


FINDING = Kind(
    name="water_finding",
    about=About.INVOICE,
    fields=(
        Field(
            name="kind",
            label=Texts(sv="Vad som är bedömt", en="What has been found"),
            type=FieldType.CHOICE,
            choices=_kinds,
        ),
        Field(
            name="what",
            label=Texts(sv="Vad det är", en="What it is"),
            hint=Texts(
                sv="Till exempel: tappställe 150 m bort, eller kvitto från banken 2025-06-16",
                en="For example: a tap 150 m away, or a receipt of the bank of 2025-06-16",
            ),
        ),
    ),
    carry_out=_find,
    offered=_has_house,
)


def _day_of(case: Case) -> date:
    return case.day("day") or case.today


def _close(cursor: CursorWrapper, case: Case) -> None:
    new = water_orders.NewWork(
        kind=OrderKind(case.words("work")),
        day=_day_of(case),
        by=case.by,
        reason=case.reason,
        note=case.words("note"),
    )
    water_orders.order_closing(
        cursor, _visited(cursor, case), new, policy=case.policy, today=case.today
    )


DAY = Field(
    name="day",
    label=Texts(sv="Vilken dag", en="Which day"),
    type=FieldType.DAY,
    usual=lambda case: case.today.isoformat(),
)
NOTE = Field(
    name="note",
    label=Texts(sv="Till teknikern", en="To the technician"),
    hint=Texts(sv="Till exempel var ventilen sitter", en="For example where the valve is"),
    required=False,
)
CLOSE = Kind(
    name="order_closing",
    about=About.INVOICE,
    fields=(
        Field(
            name="work",
            label=Texts(sv="Vad som ska göras", en="What is to be done"),
            type=FieldType.CHOICE,
            choices=lambda cursor, case: CLOSING,
        ),
        DAY,
        NOTE,
    ),
    carry_out=_close,
    offered=_has_house,
)


def _inspect(cursor: CursorWrapper, case: Case) -> None:
    new = water_orders.NewWork(
        kind=OrderKind.INSPECT,
        day=_day_of(case),
        by=case.by,
        reason=case.reason,
        note=case.words("note"),
    )
    water_orders.order_inspection(cursor, _visited(cursor, case), new, today=case.today)


INSPECT = Kind(
    name="order_inspection",
    about=About.INVOICE,
    fields=(DAY, NOTE),
    carry_out=_inspect,
    offered=_has_house,
)


def _withdraw(cursor: CursorWrapper, case: Case) -> None:
    for order in _visited(cursor, case).open_orders:
        water_orders.withdraw(
            cursor,
            order.public_id,
            by=case.by,
            why=case.reason,
            policy=case.policy,
            today=case.today,
        )


def _has_order(cursor: CursorWrapper, case: Case) -> bool:
    return _has_house(cursor, case) and bool(_visited(cursor, case).open_orders)


WITHDRAW = Kind(
    name="withdraw_order",
    about=About.INVOICE,
    fields=(),
    carry_out=_withdraw,
    offered=_has_order,
)


def _police(cursor: CursorWrapper, case: Case) -> None:
    water_police.report(
        cursor, _visited(cursor, case), by=case.by, reason=case.reason, today=case.today
    )


def _was_opened(cursor: CursorWrapper, case: Case) -> bool:
    return _has_house(cursor, case) and water_police.unanswered(_visited(cursor, case)) is not None


POLICE = Kind(
    name="police_report",
    about=About.INVOICE,
    fields=(),
    carry_out=_police,
    offered=_was_opened,
)

KINDS = (HEALTH, FINDING, CLOSE, INSPECT, WITHDRAW, POLICE)
