"""What two have signed is paid back by the night, in a file, on a banking day and once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from django.db import connections, transaction

from reskontra.casework import desk
from reskontra.casework.desk import Proposal
from reskontra.domain.terms import RefundRules
from reskontra.nightly import payback
from tests.build import (
    MUNICIPALITY,
    a_municipality,
    a_payment,
    an_invoice,
    open_ore,
    party_of,
    person,
    rows,
    sample_policy,
)
from tests.casework.test_desk import ANNA, BERIT

FRIDAY, SATURDAY, MONDAY = date(2025, 4, 4), date(2025, 4, 5), date(2025, 4, 7)


def test_a_signed_pay_out_leaves_with_the_next_banking_days_night(db: None, tmp_path: Path) -> None:
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001", party=person(1)))
    town.pay(a_payment(35_000, "1001"), day=date(2025, 3, 31))
    ((invoice,),) = rows("SELECT id FROM invoice WHERE number = '1001'")
    given = {"account_kind": "account", "account": "8000-1 123 456 7", "payee": "C. Ek"}
    proposal = Proposal(
        kind="pay_out",
        party=party_of(1),
        invoice=invoice,
        creditor=MUNICIPALITY,
        given=given,
        reason="Bad om det",
    )
    with transaction.atomic(), connections["default"].cursor() as cursor:
        policy = sample_policy()
        made = desk.decide(cursor, proposal, officer=ANNA, policy=policy, today=FRIDAY)
        assert made.waits, "whoever orders a pay-out never approves it"
        desk.sign(cursor, made.public_id, officer=BERIT, policy=policy, today=FRIDAY)
    folder = tmp_path / "payouts"
    assert payback.work(day=SATURDAY, policy=policy, into=folder).sent.count == 0
    sent = payback.work(day=MONDAY, policy=policy, into=folder).sent
    assert (sent.count, sent.total_ore) == (1, 5_000)
    assert len(list(folder.glob("*.csv"))) == 1
    assert payback.work(day=MONDAY, policy=policy, into=folder).sent.count == 0


def test_small_sums_pay_the_next_invoice_where_the_rules_say_so(db: None, tmp_path: Path) -> None:
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001", party=person(1)))
    town.pay(a_payment(35_000, "1001"), day=date(2025, 3, 31))
    town.bill(an_invoice("1002", party=person(1), due=date(2025, 4, 30)))
    sample = sample_policy()
    ours = replace(
        sample.creditors[MUNICIPALITY], refunds=RefundRules(next_invoice_below_ore=10_000)
    )
    policy = replace(sample, creditors={**sample.creditors, MUNICIPALITY: ours})
    folder = tmp_path / "payouts"
    assert payback.work(day=MONDAY, policy=sample, into=folder).moved_ore == 0
    assert payback.work(day=MONDAY, policy=policy, into=folder).moved_ore == 5_000
    assert open_ore("1002") == 25_000
