"""The auditor of lives sees what is wrong: each fault is put into the rows, past all guards.

The one rule: the rows are right before, so that what is told is the fault that was put there.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connections, transaction

from tests.build import REMINDED, a_municipality, a_payment, an_invoice, person
from tests.life import auditor

CUT = """
    INSERT INTO facility (id, creditor_id, code) SELECT 1, min(id), 'A-1' FROM creditor;
    INSERT INTO work_order (id, facility_id, kind, day, reason, note, ordered_by, ordered_on)
    VALUES (1, 1, 'disconnect', '2025-04-11', 'x', '', 'x', '2025-04-11');
    INSERT INTO work_order_claim (order_id, invoice_id, party_id, water_ore)
    SELECT 1, id, party_id, 1 FROM invoice;
    INSERT INTO water_turn (facility_id, order_id, state, day, by)
    VALUES (1, 1, 'off', '2025-04-11', 'x')"""
"""A Friday, a house that nobody owns, and nobody was warned."""

FAULTS = {
    "no part of a claim is below zero": """
        INSERT INTO entry (kind, debit, credit, amount_ore, value_date, booking_date, cause,
                           creditor_id, invoice_id)
        SELECT kind, credit, debit, 2 * amount_ore, value_date, booking_date, 'x', creditor_id,
               invoice_id FROM entry WHERE kind = 'invoice'""",
    "unmatched money is never below zero": """
        UPDATE entry SET debit = 'unmatched' WHERE debit = 'bank'""",
    "the bank account holds what its files say, less what we have paid back": """
        UPDATE bank_day SET total_ore = total_ore + 1""",
    "what a claim is kept with is what its entries leave": """
        UPDATE claim_state SET open_ore = open_ore + 1""",
    "no step is taken twice unless it was undone, or goes again": """
        INSERT INTO step_taken (step, day, pay_by, invoice_id, party_id, rule_id, run_id)
        SELECT step, day, pay_by, invoice_id, party_id, rule_id, run_id FROM step_taken""",
    "the first contact is a reminder": """
        UPDATE step_taken SET step = 'hand_over'""",
    "nobody is reminded before the invoice is overdue": """
        UPDATE step_taken SET day = '2025-03-01'""",
    "nobody is reminded, or handed over, who had paid by the day before": """
        INSERT INTO entry (kind, debit, credit, amount_ore, value_date, booking_date, cause,
                           creditor_id, invoice_id)
        SELECT 'credit', credit, debit, amount_ore, value_date, booking_date, 'x', creditor_id,
               invoice_id FROM entry WHERE kind = 'invoice'""",
    "no letter or hand-over while all of it is in dispute, or its debtor is dead or bankrupt": """
        INSERT INTO hold (kind, first_day, reason, decided_by, recorded_at, invoice_id, party_id)
        SELECT 'dispute', '2025-03-01', 'x', 'x', '2025-01-01', id, party_id FROM invoice""",
    "no fee for a reminder of what is not agreed, none above the ceiling, none twice": """
        INSERT INTO entry (kind, debit, credit, amount_ore, value_date, booking_date, cause,
                           creditor_id, invoice_id)
        SELECT 'fee', 'fee_receivable', 'fee_income', 6001, value_date, booking_date, 'reminder',
               creditor_id, invoice_id FROM entry WHERE kind = 'invoice'""",
    "water is cut only after both findings, for every claim of the order": CUT,
    "water is cut only after two letters, the first of them four weeks before": CUT,
    "water is cut only for what somebody owes who owns the house on the day": CUT,
    "water is never cut on a Friday or a day off, nor for what is not water": CUT,
    "a fee of the water's is charged once for each order": """
        INSERT INTO water_fee (order_id, kind, invoice_id, party_id, amount_ore, tariff,
                               tariff_from, day)
        SELECT 1, 'reconnection', id, party_id, 1, 'x', '2025-01-01', '2025-04-11'
        FROM invoice""",
    "every night's sums close, and nothing failed": """
        UPDATE run SET selected = selected + 1""",
}

PAST_ALL_GUARDS = """
    SET LOCAL session_replication_role = replica;
    DO $$ DECLARE guard record; BEGIN
        FOR guard IN SELECT conname, conrelid::regclass AS held FROM pg_constraint
                     WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
                       AND contype IN ('c', 'u')
        LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', guard.held, guard.conname);
        END LOOP;
        FOR guard IN SELECT indexrelid::regclass AS index FROM pg_index
                     WHERE indisunique AND NOT indisprimary
                       AND indrelid = 'step_taken'::regclass
        LOOP EXECUTE format('DROP INDEX %s', guard.index); END LOOP;
    END $$"""
"""No trigger, check or unique index hinders; all of it is rolled back."""


@pytest.fixture
def town(db: None, tmp_path: Path) -> None:
    """Two invoices: one is reminded of, and one has been paid."""
    town = a_municipality(tmp_path)
    town.bill(
        *(an_invoice(f"{n}", party=person(n), amount_ore=n * 100, kind="rent") for n in (3, 4))
    )
    town.pay(a_payment(400, "4", value_date=REMINDED), day=REMINDED)
    town.night(REMINDED)


def test_what_is_right_is_not_told(town: None) -> None:
    assert auditor.faults() == ()


@pytest.mark.parametrize("holds", FAULTS)
def test_what_is_wrong_is_told(town: None, holds: str) -> None:
    with transaction.atomic("owner"), connections["owner"].cursor() as cursor:
        cursor.execute(PAST_ALL_GUARDS)
        cursor.execute(FAULTS[holds])
        told = auditor.faults()
        transaction.set_rollback(True, using="owner")
    assert any(line.startswith(holds) for line in told)
