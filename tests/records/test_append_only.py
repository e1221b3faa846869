"""Facts are only ever added: the database refuses to change or remove them, whoever asks.

    UPDATE entry SET amount_ore = 1   -> refused, to the owner of the tables too

The one rule: every table is in one of the two sets below; a new one fails the test until somebody
has said which.
"""

from __future__ import annotations

import psycopg
import pytest
from django.db import DatabaseError, connections, transaction

from tests.build import one, rows

APPEND_ONLY = frozenset(
    {
        "access_record",
        "agency_message",
        "agency_message_note",
        "agency_payout",
        "agency_payout_settled",
        "bank_day",
        "clearance",
        "course_decision",
        "course_proposal",
        "decision",
        "decision_outcome",
        "entry",
        "facility",
        "facility_fact",
        "facility_file",
        "facility_owner",
        "facility_ownership",
        "early_notice",
        "early_notice_claim",
        "early_notice_event",
        "enforcement_case",
        "enforcement_event",
        "handover",
        "handover_event",
        "hold",
        "hold_lifted",
        "installment",
        "interest_relief",
        "notice_confirmed",
        "notice_ended",
        "notice_try",
        "notice_wish",
        "invoice",
        "invoice_debtor",
        "invoice_file",
        "invoice_line",
        "limitation_break",
        "letter",
        "letter_claim",
        "letter_event",
        "letter_file",
        "letter_reader",
        "payment",
        "payment_file",
        "payment_reference",
        "plan",
        "plan_charge",
        "plan_claim",
        "plan_event",
        "payout",
        "payout_event",
        "representative",
        "representative_address",
        "representative_ended",
        "request",
        "request_answer",
        "rule",
        "search_record",
        "step_report",
        "step_taken",
        "step_undone",
        "undoing",
        "police_report",
        "water_fee",
        "water_turn",
        "work_order",
        "work_order_claim",
        "work_order_event",
        "work_order_party",
    }
)
KEPT_IN_STEP = frozenset(
    {
        "agency_message_waiting",
        "claim_state",
        "creditor",
        "letter_waiting",
        "party",
        "plan_in_force",
        "run",
        "run_failure",
        "run_outcome",
    }
)
"""What describes the present, or a run that is on."""
OF_DJANGO = frozenset({"django_migrations", "django_session", "office_session", "portal_session"})

NIGHTLY = "reskontra_nightly"


def attempt(statement: str, *, using: str) -> None:
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute(statement)


def test_every_table_is_classified(schema: None) -> None:
    found = rows(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind IN ('r', 'p')"
    )
    assert {name for (name,) in found} == {*APPEND_ONLY, *KEPT_IN_STEP, *OF_DJANGO}


@pytest.mark.parametrize("table", sorted(APPEND_ONLY))
def test_not_even_the_owner_changes_or_removes_a_fact(town: None, table: str) -> None:
    columns = rows(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0", table
    )
    before = rows(f"SELECT t::text FROM {table} t ORDER BY 1")
    assert before, "an empty table proves nothing"
    for (column,) in columns:
        with pytest.raises(DatabaseError, match="Cannot update or delete rows"):
            attempt(f"UPDATE {table} SET {column} = {column}", using="owner")
    with pytest.raises(DatabaseError, match="Cannot update or delete rows"):
        attempt(f"DELETE FROM {table}", using="owner")
    assert rows(f"SELECT t::text FROM {table} t ORDER BY 1") == before


def test_of_a_claim_the_night_changes_what_is_left_and_the_day_to_look(town: None) -> None:
    assert _may("UPDATE", "claim_state") == {
        *("open_ore", "next_look_on", "needs"),
        *("at_agency", "agency_look_on", "agency_news"),
    }
    with pytest.raises(DatabaseError) as refused:
        attempt("UPDATE claim_state SET due_date = due_date", using="default")
    assert isinstance(refused.value.__cause__, psycopg.errors.InsufficientPrivilege)


@pytest.mark.parametrize("table", sorted(APPEND_ONLY))
def test_the_night_has_no_right_to_change_a_fact(schema: None, table: str) -> None:
    assert _may("UPDATE", table) == set()


def test_the_night_has_no_right_to_remove_anything(schema: None) -> None:
    for table in APPEND_ONLY | KEPT_IN_STEP:
        for right in ("DELETE", "TRUNCATE", "TRIGGER"):
            assert not one("SELECT has_table_privilege(%s, %s, %s)", NIGHTLY, table, right)


def test_what_is_left_is_never_below_zero(town: None) -> None:
    with pytest.raises(DatabaseError, match="claim_never_below_zero"):
        attempt("UPDATE claim_state SET open_ore = -1", using="default")


@pytest.mark.parametrize(
    ("columns", "values", "constraint"),
    [
        ("debit, credit, amount_ore", "'bank', 'bank', 1", "entry_two_accounts"),
        ("debit, credit, amount_ore", "'bank', 'unmatched', 0", "entry_amount_above_zero"),
        ("debit, credit, amount_ore", "'bank', 'unmatched', -1", "entry_amount_above_zero"),
        ("debit, credit, amount_ore", "'bank', 'pocket', 1", "entry_accounts_known"),
    ],
)
def test_an_entry_that_cannot_be_is_refused(
    town: None, columns: str, values: str, constraint: str
) -> None:
    with pytest.raises(DatabaseError, match=constraint):
        attempt(
            f"INSERT INTO entry (creditor_id, kind, value_date, booking_date, cause, {columns})"
            f" VALUES (1, 'payment', '2025-01-01', '2025-01-01', '–', {values})",
            using="default",
        )


def test_no_step_is_taken_twice(town: None) -> None:
    with pytest.raises(DatabaseError, match="step_once"):
        attempt(
            "INSERT INTO step_taken (invoice_id, party_id, step, day, rule_id, run_id)"
            " SELECT invoice_id, party_id, step, day + 1, rule_id, run_id FROM step_taken LIMIT 1",
            using="default",
        )


def _may(right: str, table: str) -> set[str]:
    """The columns of a table that the night's role has this right to."""
    found = rows(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
        " AND has_column_privilege(%s, attrelid, attnum, %s)",
        table,
        NIGHTLY,
        right,
    )
    return {name for (name,) in found}
