"""Work lists that need more than one row to be shown: read page by page, and counted by SQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connections, transaction

from reskontra.casework.decisions import clear
from reskontra.domain.terms import RefundRules
from reskontra.office.work import LISTS, Asked, Row
from tests.authority.at_the_authority import LATER, a_demanded_town, a_message, invoice_of
from tests.build import MUNICIPALITY, a_municipality, a_payment, an_invoice, person, sample_policy

OLD = date(2022, 6, 15)
NEAR = date(2025, 4, 10)
"""Three years after OLD is within the law's first warning time."""


def count(name: str, today: date) -> int:
    with connections["default"].cursor() as cursor:
        return LISTS[name].count(Asked(cursor=cursor, policy=sample_policy(), today=today))


def page(name: str, today: date, *, limit: int = 25, offset: int = 0) -> list[Row]:
    with connections["default"].cursor() as cursor:
        asked = Asked(
            cursor=cursor, policy=sample_policy(), today=today, limit=limit, offset=offset
        )
        return list(LISTS[name].rows(asked))


def test_a_claim_that_waits_for_a_finding_is_listed_until_it_is_made(
    db: None, tmp_path: Path
) -> None:
    place = a_demanded_town(tmp_path)
    assert count("gates", LATER) == 0, "a course that is not decided is on its own list"
    place.apply()
    place.hear(a_message("served"), a_message("verdict"))
    for days in range(1, 8):
        place.town.night(LATER + timedelta(days=days))
    day = LATER + timedelta(days=8)
    (row,) = page("gates", day)
    assert (row.waiting.number, row.needs) == ("1001", ("officer_decision",))
    assert count("gates", day) == 1
    with transaction.atomic(), connections["default"].cursor() as cursor:
        clear(
            cursor,
            invoice=invoice_of("1001"),
            kind="officer_decision",
            finding="Har inkomst",
            by="A. Ek",
            roles={"case_officer"},
            policy=sample_policy(),
            day=day,
        )
    assert count("gates", day) == 0


def test_claims_near_limitation_come_page_by_page_without_those_interrupted(
    db: None, tmp_path: Path
) -> None:
    town = a_municipality(tmp_path)
    due = OLD + timedelta(days=30)
    town.bill(
        *(
            an_invoice(each, party=person(1), kind="culture", invoiced=OLD, due=due)
            for each in ("1001", "1002", "1003", "1004")
        )
    )
    town.pay(a_payment(10_000, "1003", value_date=date(2024, 5, 2)), day=date(2024, 5, 2))
    assert count("limitation", NEAR) == 3
    shown = [page("limitation", NEAR, limit=1, offset=at)[0].waiting for at in range(3)]
    assert [each.number for each in shown] == ["1001", "1002", "1004"]
    assert {each.day for each in shown} == {date(2025, 6, 15)}


@pytest.mark.parametrize(
    ("rules", "listed"),
    [
        (RefundRules(), 1),
        (RefundRules(kept_below_ore=6_000), 0),
        (RefundRules(bound_kinds=frozenset({"parking"})), 0),
    ],
)
def test_what_the_rules_keep_waits_for_nobody(
    db: None, tmp_path: Path, rules: RefundRules, listed: int
) -> None:
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001"))
    town.pay(a_payment(35_000, "1001"), day=date(2025, 3, 31))
    sample = sample_policy()
    ours = replace(sample.creditors[MUNICIPALITY], refunds=rules)
    policy = replace(sample, creditors={**sample.creditors, MUNICIPALITY: ours})
    with connections["default"].cursor() as cursor:
        asked = Asked(cursor=cursor, policy=policy, today=NEAR)
        assert LISTS["overpaid"].count(asked) == len(LISTS["overpaid"].rows(asked)) == listed
