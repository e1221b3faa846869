"""Two who owe some invoices together: each sees the claim, and nothing else of the other.

    as_portal(the fifth).execute("SELECT * FROM invoice")
    -> 5001, which is the fifth's, and 4001 and 40017, which are the fourth's too; never 4002

The one rule: every table with a citizen's rows says below whether those who owe share them; a new
one fails the test until somebody has said it.
"""

from __future__ import annotations

from uuid import UUID

import pytest

from reskontra.outgoing import documents
from reskontra.records import access
from tests.build import one, party_of, person, rows, sample_policy
from tests.records.test_row_level_security import (
    NEW_LETTER,
    OWN,
    TODAY,
    citizen,
    is_denied,
    rows_of,
    seen,
)

_OF_INVOICE = "t.invoice_id"
SHARED = {
    "claim_state": _OF_INVOICE,
    "clearance": _OF_INVOICE,
    "entry": _OF_INVOICE,
    "handover": _OF_INVOICE,
    "handover_event": "(SELECT invoice_id FROM handover h WHERE h.id = t.handover_id"
    " AND t.kind NOT IN ('prepared', 'assessment'))",
    "hold": _OF_INVOICE,
    "hold_lifted": "(SELECT invoice_id FROM hold h WHERE h.id = t.hold_id)",
    "interest_relief": _OF_INVOICE,
    "invoice": "t.id",
    "invoice_line": _OF_INVOICE,
    "step_report": "(SELECT invoice_id FROM step_taken s WHERE s.id = t.step_taken_id)",
    "step_taken": _OF_INVOICE,
    "step_undone": _OF_INVOICE,
}
"""Tables whose rows are about an invoice: all who owe it see them. Which invoice a row is about."""
ADDRESSED = frozenset(
    {
        "access_record",
        "course_decision",
        "course_proposal",
        "early_notice",
        "early_notice_claim",
        "early_notice_event",
        "enforcement_case",
        "enforcement_event",
        "installment",
        "facility",
        "facility_fact",
        "facility_owner",
        "facility_ownership",
        "invoice_debtor",
        "letter",
        "letter_claim",
        "letter_event",
        "letter_file",
        "limitation_break",
        "notice_confirmed",
        "notice_ended",
        "notice_try",
        "notice_wish",
        "party",
        "payout",
        "payout_event",
        "plan",
        "plan_charge",
        "plan_claim",
        "plan_event",
        "plan_in_force",
        "representative",
        "representative_ended",
        "request",
        "request_answer",
        "water_fee",
        "water_turn",
        "work_order",
        "work_order_claim",
        "work_order_event",
        "work_order_party",
    }
)
"""Tables whose rows are one person's, also where several owe an invoice: a plan, a course and a
matter before the Enforcement Authority are with one, and limitation runs for each."""


def test_every_table_says_what_those_who_owe_together_share() -> None:
    assert {*SHARED, *ADDRESSED} == set(OWN)


@pytest.mark.parametrize("table", sorted(SHARED))
def test_one_of_two_who_owe_sees_what_is_about_the_invoice(town: None, table: str) -> None:
    """And of the other's no more: neither what holds the other, nor other invoices."""
    shared = {
        row
        for (row,) in rows(
            f"SELECT t::text FROM {table} t WHERE {SHARED[table]} IN"
            " (SELECT invoice_id FROM invoice_debtor WHERE party_id = %s)",
            party_of(5),
        )
    }
    assert shared, "a table without a row that they share proves nothing"
    assert shared.isdisjoint(rows_of(table, party_of(5)))
    assert seen(table, party_of(5)) == rows_of(table, party_of(5)) | shared


@pytest.mark.parametrize("table", sorted(ADDRESSED))
def test_one_of_two_who_owe_sees_nothing_that_is_the_others(town: None, table: str) -> None:
    for place in (4, 5):
        assert seen(table, party_of(place)) == rows_of(table, party_of(place))


@pytest.mark.parametrize("table", sorted(OWN))
def test_the_recipient_sees_nothing_of_one_who_owes_too(town: None, table: str) -> None:
    assert seen(table, party_of(4)) == rows_of(table, party_of(4))
    assert rows_of(table, party_of(5)).isdisjoint(seen(table, party_of(4)))


def test_a_copy_for_one_who_owes_too_is_that_ones_alone(town: None) -> None:
    shared = one("SELECT min(invoice_id) FROM invoice_debtor WHERE party_id = %s", party_of(5))
    is_denied(NEW_LETTER.format("false"), shared, party_of(5), asking=5)
    is_denied(NEW_LETTER.format("false"), f"{shared}:{party_of(4)}", party_of(4), asking=5)
    is_denied(NEW_LETTER.format("false"), f"{shared}:{party_of(1)}", party_of(1), asking=1)


def test_the_door_gives_each_who_owes_a_copy_to_that_one(town: None) -> None:
    """A copy, since what the billing system sent names the recipient; and no word of the other."""
    public_id = one("SELECT public_id FROM invoice WHERE number = '40017'")
    assert isinstance(public_id, UUID)
    for place in (4, 5):
        pdf = documents.invoice_pdf(
            citizen=citizen(place), public_id=public_id, today=TODAY, policy=sample_policy()
        )
        assert pdf.startswith(b"%PDF")
    written = rows("SELECT party_id, data FROM letter WHERE key LIKE 'invoice:%' ORDER BY id DESC")
    for (party, data), (mine, other) in zip(written, ((5, 4), (4, 5)), strict=False):
        assert party == party_of(mine)
        assert person(mine)[:8] in data
        assert person(other)[:8] not in data


def test_a_list_holds_what_one_owes_with_another(town: None) -> None:
    numbers = {}
    for place in (4, 5):
        page = access.invoices(
            citizen=citizen(place),
            listing="unpaid",
            sort="due",
            page=1,
            page_size=50,
            today=TODAY,
            policy=sample_policy(),
        )
        numbers[place] = sorted(row.number for row in page.rows)
    assert numbers == {4: ["4001", "40017", "4002"], 5: ["4001", "40017", "5001"]}


def test_each_is_told_that_they_are_several_and_sees_the_letters_to_oneself(town: None) -> None:
    public_id = one("SELECT public_id FROM invoice WHERE number = '4001'")
    assert isinstance(public_id, UUID)
    details = [
        access.invoice(
            citizen=citizen(place), public_id=public_id, today=TODAY, policy=sample_policy()
        )
        for place in (4, 5)
    ]
    assert [detail.debtors for detail in details] == [2, 2]
    assert [detail.claim.party for detail in details] == [party_of(4), party_of(5)]
    assert [[letter.template for letter in each.letters] for each in details] == [["reminder"]] * 2
    assert details[0].letters[0].public_id != details[1].letters[0].public_id
    assert details[0].steps == details[1].steps != ()
    assert details[0].backs == details[1].backs != ()
