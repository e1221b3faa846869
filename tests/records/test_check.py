"""Each thing that must always hold is found broken when somebody breaks it behind our back.

The one rule: every check has a fault planted for it, with the guards of the database turned off.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import connections, transaction

from reskontra.casework import installment_plan
from reskontra.dunning.looks import wrong_looks
from reskontra.nightly.cli import main
from reskontra.records.check import CHECKS, run_check
from tests.build import (
    INVOICED,
    REMINDED,
    Municipality,
    a_municipality,
    a_payment,
    an_invoice,
    person,
    sample_policy,
)

FAULTS = {
    "what is left of each claim": "UPDATE claim_state SET open_ore = open_ore + 1",
    "no part of a claim": (
        "INSERT INTO entry (creditor_id, kind, debit, credit, amount_ore, value_date, booking_date,"
        " cause, invoice_id) VALUES (1, 'payment', 'overpaid', 'receivable', 99999,"
        " '2025-04-01', '2025-04-01', '–', 1)"
    ),
    "a claim is written down once": (
        "INSERT INTO entry (creditor_id, kind, debit, credit, amount_ore, value_date, booking_date,"
        " cause, invoice_id) VALUES (1, 'write_down', 'expected_loss', 'written_down', 99999,"
        " '2025-04-01', '2025-04-01', '–', 1)"
    ),
    "a claim that an agency owns": (
        "INSERT INTO entry (creditor_id, kind, debit, credit, amount_ore, value_date, booking_date,"
        " cause, invoice_id) VALUES (1, 'assignment', 'sold', 'receivable', 100,"
        " '2025-04-01', '2025-04-01', '–', 1)"
    ),
    "what is booked to the bank": "UPDATE payment SET payment_file_id = 1",
    "nothing was done before": "UPDATE step_taken SET day = day - 1 WHERE id = 1",
    "a plan is in force until": "UPDATE plan_in_force SET plan_id = NULL",
    "the parts of a plan are": "UPDATE installment SET amount_ore = amount_ore + 1",
    "every step is taken by": "UPDATE step_taken SET run_id = NULL WHERE id = 1",
    "a step is taken anew": (
        "WITH decided AS (INSERT INTO undoing (run_id, procedure, step, day, not_before, reason,"
        " decided_by) SELECT id, '', '', day, day + 1, '–', '–' FROM run RETURNING id, day)"
        " INSERT INTO step_undone (step_taken_id, undoing_id, invoice_id, party_id, day,"
        " not_before, reason) SELECT t.id, d.id, t.invoice_id, t.party_id, t.day - 1, t.day + 1,"
        " '–' FROM step_taken t, decided d WHERE t.id = 1"
    ),
    "an invoice of our own": "UPDATE invoice SET fee_for_id = 1 WHERE id = 2",
    "an invoice knows how many": "UPDATE invoice SET debtors = 2 WHERE id = 1",
    "a letter waits until": "UPDATE letter_waiting SET waits = NOT waits",
    "an address is hidden": "UPDATE party SET protected_identity = true WHERE id = 1",
    "every run closes": "UPDATE run SET selected = selected + 1",
    "a letter speaks only": "UPDATE letter SET party_id = party_id % 2 + 1 WHERE id = 1",
    "no letter is left behind": (
        "INSERT INTO letter_event (letter_id, state, day, note)"
        " SELECT id, 'failed', day, 'NotRendered: a sign that no font has' FROM letter LIMIT 1"
    ),
    "every table with a party's rows": "ALTER TABLE hold NO FORCE ROW LEVEL SECURITY",
}
"""How a check's title begins -> what breaks it."""


@pytest.fixture
def town(db: None, tmp_path: Path) -> Municipality:
    """Two persons reminded, one of whom has paid something; two bank files."""
    town = a_municipality(tmp_path)
    town.bill(an_invoice("1001", party=person(1)), an_invoice("1002", party=person(2)))
    town.bill(an_invoice("1003", party=person(3), due=date(2025, 5, 30)))
    with transaction.atomic(), connections["default"].cursor() as cursor:
        installment_plan.grant(
            cursor,
            invoices=[3],
            parts=2,
            first_on=date(2025, 4, 28),
            agreed_on=INVOICED,
            reason="sjuk",
            by="E. Lind",
            policy=sample_policy(),
            today=date(2025, 3, 28),
        )
    town.pay(day=date(2025, 3, 30))
    town.pay(a_payment(10_000, "1002"))
    town.night(REMINDED)
    return town


def faults(title: str) -> list[str]:
    (check,) = (each for each in CHECKS if each.title.startswith(title))
    return run_check(check)


def test_every_check_has_a_fault_planted_for_it() -> None:
    untried = [each.title for each in CHECKS if not each.title.startswith(tuple(FAULTS))]
    assert untried == []


@pytest.mark.parametrize("title", FAULTS)
def test_a_planted_fault_is_found(town: Municipality, title: str) -> None:
    assert faults(title) == []
    with transaction.atomic("owner"), connections["owner"].cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(FAULTS[title])
    try:
        assert faults(title)
        assert main(["check", "--day", f"{REMINDED}"]) == 1
    finally:
        with connections["owner"].cursor() as cursor:
            cursor.execute("ALTER TABLE hold FORCE ROW LEVEL SECURITY")


def test_a_claim_that_would_never_be_looked_at_is_found(
    town: Municipality, capsys: pytest.CaptureFixture[str]
) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("UPDATE claim_state SET next_look_on = NULL WHERE invoice_id = 1")
    assert list(wrong_looks(day=REMINDED, policy=sample_policy())) == [
        "invoice id 1: kept None, right 2025-04-24"
    ]
    assert main(["check", "--day", f"{REMINDED}"]) == 1
    assert "invoice id 1: kept None, right 2025-04-24" in capsys.readouterr().out


def test_where_all_is_well_the_command_says_so(
    town: Municipality, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--day", f"{REMINDED}"]) == 0
    said = capsys.readouterr().out
    assert said.endswith("All checks hold.\n")
    assert said.count("\nok ") == len(CHECKS)
