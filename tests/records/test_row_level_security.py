"""What a citizen's database role can reach: their own rows, in every table there is.

    as_portal(A).execute("SELECT * FROM invoice")   -> A's rows, and never one of B's

Where several owe an invoice: test_owed_together.

The one rule: every table of the database is classified below; a new one fails the test until
somebody has said whose rows it holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, ProgrammingError, connections, transaction
from django.db.backends.utils import CursorWrapper

from reskontra.outgoing import documents
from reskontra.records import access
from reskontra.records.access import NotYours
from reskontra.records.views import Citizen
from tests.build import (
    one,
    party_of,
    person,
    rows,
    sample_policy,
)

OWN = {
    "access_record": "party_id",
    "claim_state": "party_id",
    "clearance": "party_id",
    "course_decision": "party_id",
    "course_proposal": "party_id",
    "early_notice": "party_id",
    "early_notice_claim": "party_id",
    "early_notice_event": "party_id",
    "enforcement_case": "party_id",
    "enforcement_event": "party_id",
    "entry": "(SELECT party_id FROM everything.invoice i WHERE i.id = t.invoice_id)",
    "facility": "(SELECT max(o.party_id) FROM everything.facility_owner o"
    " WHERE o.facility_id = t.id)",
    "facility_fact": "(SELECT max(o.party_id) FROM everything.facility_owner o"
    " WHERE o.facility_id = t.facility_id)",
    "facility_owner": "party_id",
    "facility_ownership": "(SELECT max(o.party_id) FROM everything.facility_owner o"
    " WHERE o.facility_id = t.facility_id)",
    "handover": "party_id",
    "handover_event": "party_id",
    "hold": "party_id",
    "hold_lifted": "party_id",
    "installment": "party_id",
    "interest_relief": "party_id",
    "invoice": "party_id",
    "invoice_debtor": "party_id",
    "invoice_line": "(SELECT party_id FROM everything.invoice i WHERE i.id = t.invoice_id)",
    "letter": "party_id",
    "letter_claim": "party_id",
    "letter_event": "(SELECT party_id FROM everything.letter l WHERE l.id = t.letter_id)",
    "letter_file": "(SELECT party_id FROM everything.letter l WHERE l.id = t.letter_id)",
    "limitation_break": "party_id",
    "notice_confirmed": "party_id",
    "notice_ended": "party_id",
    "notice_try": "party_id",
    "notice_wish": "party_id",
    "party": "id",
    "plan": "party_id",
    "plan_charge": "party_id",
    "plan_claim": "party_id",
    "plan_event": "party_id",
    "plan_in_force": "party_id",
    "payout": "party_id",
    "payout_event": "(SELECT party_id FROM everything.payout p WHERE p.id = t.payout_id)",
    "representative": "party_id",
    "representative_ended": "party_id",
    "request": "party_id",
    "request_answer": "party_id",
    "step_report": "party_id",
    "step_taken": "party_id",
    "step_undone": "party_id",
    "water_fee": "party_id",
    "water_turn": "(SELECT max(o.party_id) FROM everything.work_order_party o"
    " WHERE o.order_id = t.order_id)",
    "work_order": "(SELECT max(o.party_id) FROM everything.work_order_party o"
    " WHERE o.order_id = t.id)",
    "work_order_claim": "party_id",
    "work_order_event": "(SELECT max(o.party_id) FROM everything.work_order_party o"
    " WHERE o.order_id = t.order_id)",
    "work_order_party": "party_id",
}
"""Tables with a citizen's rows, and whose a row is."""
NEVER = frozenset(
    {
        "search_record",
        "agency_message",
        "agency_message_note",
        "agency_message_waiting",
        "agency_payout",
        "agency_payout_settled",
        "bank_day",
        "decision",
        "decision_outcome",
        "facility_file",
        "invoice_file",
        "letter_reader",
        "letter_waiting",
        "payment",
        "payment_file",
        "payment_reference",
        "representative_address",
        "police_report",
        "run",
        "run_failure",
        "run_outcome",
        "undoing",
    }
)
"""Tables that no citizen reads."""
NOBODYS = frozenset({"creditor", "rule", "django_migrations"})
"""Tables that tell nothing of any person."""
THE_FACES = frozenset({"django_session", "office_session", "portal_session"})
"""What each face keeps for itself: sessions are found by their secret key."""
MADE_ON_REQUEST = frozenset(
    {
        "letter",
        "letter_file",
        "notice_confirmed",
        "notice_ended",
        "notice_try",
        "notice_wish",
        "request",
        "request_answer",
    }
)

NO_ROWS: dict[str, set[str]] = {table: set() for table in OWN}
TODAY = date(2025, 6, 2)


def citizen(place: int) -> Citizen:
    return Citizen(party_id=party_of(place))


@contextmanager
def as_portal(party: int | None) -> Iterator[CursorWrapper]:
    """The portal's role, with one party named or none."""
    with transaction.atomic(using="portal"), connections["portal"].cursor() as cursor:
        if party is not None:
            cursor.execute("SELECT set_config('app.party', %s, true)", [str(party)])
        yield cursor


def seen(table: str, party: int | None) -> set[str]:
    """The rows of a table that the portal's role gets, as text; none when it may not ask."""
    with suppress(ProgrammingError), as_portal(party) as cursor:
        cursor.execute(f"SELECT t::text FROM {table} t")
        return {row for (row,) in cursor.fetchall()}
    return set()


def rows_of(table: str, party: int) -> set[str]:
    whose = OWN[table].replace("everything.", "")
    return {r for (r,) in rows(f"SELECT t::text FROM {table} t WHERE {whose} = %s", party)}


def tables() -> set[str]:
    found = rows(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind IN ('r', 'p', 'v', 'm', 'f')"
    )
    return {name for (name,) in found}


def test_every_table_is_classified(schema: None) -> None:
    assert tables() == {*OWN, *NEVER, *NOBODYS, *THE_FACES}


@pytest.mark.parametrize("table", sorted(OWN.keys() - {"invoice_debtor"}))
def test_a_citizen_sees_their_own_rows_and_nobody_elses(town: None, table: str) -> None:
    mine, theirs = (rows_of(table, party_of(place)) for place in (1, 2))
    assert mine
    assert theirs, "a table without the other's rows proves nothing"
    assert seen(table, party_of(1)) == mine


def test_with_nobody_named_no_table_has_a_row(town: None) -> None:
    assert {table: seen(table, None) for table in OWN} == NO_ROWS


@pytest.mark.parametrize("party", [0, -1, 10**9])
def test_with_somebody_named_who_is_not_there_no_table_has_a_row(town: None, party: int) -> None:
    assert {table: seen(table, party) for table in OWN} == NO_ROWS


def test_no_citizen_reads_the_tables_of_files_and_runs(town: None) -> None:
    assert {table: seen(table, party_of(1)) for table in NEVER} == {table: set() for table in NEVER}


@pytest.mark.parametrize(
    "query",
    [
        "SELECT l.id FROM creditor c JOIN letter l ON l.creditor_id = c.id WHERE l.party_id = %s",
        "SELECT e.id FROM rule r, entry e JOIN invoice i ON i.id = e.invoice_id"
        " WHERE i.party_id = %s",
        "WITH all_of_it AS MATERIALIZED (SELECT * FROM claim_state)"
        " SELECT * FROM all_of_it WHERE party_id = %s",
        "SELECT (SELECT max(name) FROM party p WHERE p.id = x) FROM (VALUES (%s)) v (x)"
        " WHERE EXISTS (SELECT FROM party p WHERE p.id = x)",
        "SELECT * FROM invoice WHERE party_id = %s FOR KEY SHARE",
        "SELECT query_to_xml('SELECT * FROM invoice WHERE party_id = ' || %s, false, true, '')"
        "::text WHERE EXISTS (SELECT FROM invoice WHERE party_id <> app_party())",
    ],
)
def test_no_join_or_function_reaches_around(town: None, query: str) -> None:
    found: list[object] = []
    with suppress(ProgrammingError), as_portal(party_of(1)) as cursor:
        cursor.execute(query, [party_of(2)])
        found = cursor.fetchall()
    assert found == []


def test_no_error_tells_of_another_row(town: None) -> None:
    """A condition that fails on a row is only asked of rows that the role may see."""
    with as_portal(party_of(1)) as cursor:
        cursor.execute(
            "SELECT count(*) FROM party WHERE 1 / (CASE WHEN id = %s THEN 0 ELSE 1 END) = 1",
            [party_of(2)],
        )
        assert cursor.fetchone() == (1,)


def test_only_one_function_of_ours_goes_around_the_guard(schema: None) -> None:
    assert rows(
        "SELECT proname, pg_get_function_result(oid) FROM pg_proc WHERE prosecdef"
        " AND pronamespace = 'public'::regnamespace"
    ) == [("party_of", "bigint")]


def test_neither_role_can_go_around_the_guard(schema: None) -> None:
    assert rows(
        "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles"
        " WHERE rolname IN ('reskontra_nightly', 'reskontra_portal') ORDER BY 1"
    ) == [
        ("reskontra_nightly", False, False, False, False),
        ("reskontra_portal", False, False, False, False),
    ]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}", "TRUNCATE {0} CASCADE"],
    ids=["update", "delete", "truncate"],
)
def test_a_citizen_changes_nothing(town: None, statement: str) -> None:
    for table in tables() - THE_FACES:
        column = one(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
            " ORDER BY attnum LIMIT 1",
            table,
        )
        is_denied(statement.format(table, column))


def test_a_citizen_adds_only_documents_of_their_own(town: None) -> None:
    for table in tables() - THE_FACES - MADE_ON_REQUEST:
        is_denied(f"INSERT INTO {table} SELECT * FROM {table} WHERE false")


def is_denied(statement: str, *values: object, asking: int = 1) -> None:
    """The person in the place `asking` may not do it."""
    with pytest.raises(DatabaseError) as refused, as_portal(party_of(asking)) as cursor:
        cursor.execute(statement, values or None)
    assert isinstance(refused.value.__cause__, psycopg.errors.InsufficientPrivilege)


NEW_LETTER = (
    "INSERT INTO letter (key, creditor_id, party_id, template, language, day, total_ore,"
    " ocr_number, sent_to_print, data) SELECT 'invoice:' || %s, 1, %s, 'invoice', 'sv',"
    " '2025-06-01', 1, '', {}, '{{}}'"
)


@pytest.mark.parametrize(("invoice_of", "to"), [(2, 2), (2, 1), (1, 2)])
def test_no_document_can_be_made_for_somebody_else(town: None, invoice_of: int, to: int) -> None:
    is_denied(NEW_LETTER.format("false"), _an_invoice_of(invoice_of), party_of(to))


def test_no_letter_can_be_sent_by_asking(town: None) -> None:
    is_denied(NEW_LETTER.format("true"), _an_invoice_of(1), party_of(1))


def test_no_letter_can_be_made_that_is_not_an_invoice(town: None) -> None:
    is_denied(NEW_LETTER.format("false"), "anything", party_of(1))


def test_no_pdf_can_be_put_on_somebody_elses_letter(town: None) -> None:
    letter = one("SELECT min(id) FROM letter WHERE party_id = %s", party_of(2))
    is_denied(
        "INSERT INTO letter_file (letter_id, digest, template_digest, size_bytes)"
        " VALUES (%s, 'x', 'x', 1)",
        letter,
    )


def test_no_letter_of_ones_own_can_speak_for_somebody_elses_invoice(town: None) -> None:
    theirs = _an_invoice_of(2)
    mine = one("SELECT min(id) FROM letter WHERE party_id = %s", party_of(1))
    is_denied(
        "INSERT INTO letter_claim (letter_id, invoice_id, party_id, step_taken, open_ore)"
        " VALUES (%s, %s, %s, false, 1)",
        mine,
        theirs,
        party_of(1),
    )


def _an_invoice_of(place: int) -> object:
    return one("SELECT min(id) FROM invoice WHERE party_id = %s", party_of(place))


def test_the_party_is_forgotten_when_the_transaction_ends(town: None) -> None:
    with access.as_party(citizen(1)) as cursor:
        cursor.execute("SELECT count(*) FROM invoice")
        assert cursor.fetchone() == (2,)
    assert seen("invoice", None) == set()
    with connections["portal"].cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('app.party', true), '')")
        assert cursor.fetchone() == ("",)


def test_the_party_is_forgotten_after_an_error(town: None) -> None:
    with pytest.raises(NotYours):
        access.letter(citizen=citizen(1), public_id=UUID(int=1))
    assert seen("invoice", None) == set()


def test_the_door_gives_a_citizen_their_own(town: None) -> None:
    me = citizen(1)
    invoice, letter = _public_ids(1)
    detail = access.invoice(citizen=me, public_id=invoice, today=TODAY, policy=sample_policy())
    assert detail.public_id == invoice
    assert documents.letter_pdf(citizen=me, public_id=letter).startswith(b"%PDF")
    pdf = documents.invoice_pdf(citizen=me, public_id=invoice, today=TODAY, policy=sample_policy())
    assert pdf.startswith(b"%PDF")


def test_the_door_refuses_what_is_somebody_elses_as_what_is_not_there(town: None) -> None:
    me, theirs = citizen(1), _public_ids(2)
    for invoice, letter in (theirs, (UUID(int=1), UUID(int=2))):
        with pytest.raises(NotYours):
            access.invoice(citizen=me, public_id=invoice, today=TODAY, policy=sample_policy())
        with pytest.raises(NotYours):
            documents.invoice_pdf(
                citizen=me, public_id=invoice, today=TODAY, policy=sample_policy()
            )
        with pytest.raises(NotYours):
            documents.letter_pdf(citizen=me, public_id=letter)


def _public_ids(place: int) -> tuple[UUID, UUID]:
    """The public ids of an invoice and of a letter of one person."""
    ((invoice, letter),) = rows(
        "SELECT i.public_id, l.public_id FROM invoice i, letter l WHERE l.party_id = i.party_id"
        " AND i.party_id = %s ORDER BY i.id LIMIT 1",
        party_of(place),
    )
    return invoice, letter


def test_a_list_holds_ones_own_invoices_only(town: None) -> None:
    page = access.invoices(
        citizen=citizen(2),
        listing="unpaid",
        sort="due",
        page=1,
        page_size=50,
        today=TODAY,
        policy=sample_policy(),
    )
    assert [row.number for row in page.rows] == ["2001", "20017"]


def test_signing_in_finds_a_party_by_the_whole_number_only(town: None) -> None:
    assert access.parties_for(identity_number=person(1)) == (citizen(1),)
    assert access.parties_for(identity_number=person(3)) == ()
    assert access.parties_for(identity_number="%") == ()
