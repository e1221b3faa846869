"""A night that was undone, and the same world where it never ran: alike in all but what is told.

    bill, pay, [the night], pay, [it is undone], a later night

The one rule: whatever was paid, and when, nobody owes or is owed another öre for the wrong night.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.db import connections
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reskontra.casework import undo_night
from reskontra.casework.undo_night import Order
from reskontra.domain.status import statuses
from reskontra.records import as_of
from reskontra.records.check import CHECKS, run_check
from tests.build import (
    Municipality,
    a_municipality,
    a_payment,
    an_invoice,
    person,
    rows,
    sample_policy,
    taken_back_afterwards,
)

NIGHT, UNDONE, LATER = date(2025, 4, 10), date(2025, 4, 22), date(2025, 4, 28)
BEFORE, BETWEEN = date(2025, 4, 7), date(2025, 4, 14)
DUE_DAYS = (date(2025, 3, 20), date(2025, 3, 31), date(2025, 4, 7))


@dataclass(frozen=True, slots=True)
class Owing:
    """An invoice, and what is paid of it before the night and after it, in öre."""

    kind: str
    amount_ore: int
    due: date
    before_ore: int
    after_ore: int
    back: bool
    """Whether the bank takes the later payment back, after the night has been undone."""


def amounts(*ore: int) -> st.SearchStrategy[int]:
    return st.sampled_from(ore)


owings = st.lists(
    st.builds(
        Owing,
        kind=st.sampled_from(["rent", "parking", "childcare"]),
        amount_ore=amounts(30_000, 250_000, 9_000_000),
        due=st.sampled_from(DUE_DAYS),
        before_ore=amounts(0, 0, 10_000, 29_500, 30_000, 9_000_000),
        after_ore=amounts(0, 3_000, 6_000, 30_000, 36_000, 300_000, 9_100_000),
        back=st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


def live(town: Municipality, owed: list[Owing], *, wrong_night: bool) -> dict[str, object]:
    """The same days, with the wrong night that is undone or without it; how all stands then."""
    numbers = [f"{1001 + place}" for place in range(len(owed))]
    town.bill(
        *(
            an_invoice(
                number,
                party=person(place % 2),
                kind=each.kind,
                amount_ore=each.amount_ore,
                due=each.due,
            )
            for place, (number, each) in enumerate(zip(numbers, owed, strict=True))
        )
    )
    pay(town, numbers, [each.before_ore for each in owed], BEFORE)
    if wrong_night:
        town.night(NIGHT)
    pay(town, numbers, [each.after_ore for each in owed], BETWEEN)
    if wrong_night:
        undo()
    back = [each.after_ore if each.back else 0 for each in owed]
    pay(town, numbers, back, UNDONE, reversal=True)
    town.night(LATER)
    assert [fault for check in CHECKS for fault in run_check(check)] == []
    return standing()


def pay(
    town: Municipality, numbers: list[str], ore: list[int], day: date, *, reversal: bool = False
) -> None:
    paid = zip(numbers, ore, strict=True)
    town.pay(
        *(
            a_payment(amount_ore, number, value_date=day, reversal=reversal)
            for number, amount_ore in paid
            if amount_ore
        ),
        day=day,
    )


def undo() -> None:
    order = Order(
        night=NIGHT,
        reason="fel",
        by="A. Ek",
        today=UNDONE,
        not_before=UNDONE + timedelta(days=1),
        policy=sample_policy(),
    )
    if found := undo_night.look(order).steps:
        assert undo_night.undo(order, confirm=len(found)).failures == []


def standing() -> dict[str, object]:
    """By invoice, those withdrawn left out: what is owed of each part, and where it stands."""
    with connections["default"].cursor() as cursor:
        ids = [key for (key,) in rows("SELECT id FROM invoice ORDER BY id")]
        claims = [each.claim for each in as_of.load(cursor, as_of.Wanted.invoices(ids))]
    return {
        claim.number.split("/")[0]: (
            claim.sums.balance,
            claim.sums.paid_ore,
            claim.sums.overpaid_ore,
            claim.sums.fee_ore,
            claim.paid_date,
            sorted((step.name, step.day, step.pay_by) for step in claim.steps_taken),
            statuses(claim, today=LATER),
        )
        for claim in claims
        if not claim.sums.withdrawn_ore
    }


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(owed=[Owing("rent", 30_000, DUE_DAYS[0], 29_500, 3_000, back=True)])
@given(owed=owings)
def test_nobody_owes_or_is_owed_another_ore(db: None, tmp_path: Path, owed: list[Owing]) -> None:
    worlds = []
    for wrong_night in (True, False):
        with taken_back_afterwards():
            town = a_municipality(tmp_path)
            worlds.append(live(town, owed, wrong_night=wrong_night))
    assert worlds[0] == worlds[1]
