"""Two roles that processes work as, and what each may see.

`reskontra_nightly` works the files and the nights: it sees every row, adds rows, and changes
only what is kept in step or describes a run. `reskontra_portal` sees the rows of one party: the
one named by `app.party` in the transaction. With no party named it sees nothing. The owner of
the tables is bound by the same policies, and no process signs in as it.
"""

from django.db import migrations

NIGHTLY, PORTAL = "reskontra_nightly", "reskontra_portal"

BY_PARTY = (
    "access_record",
    "claim_state",
    "clearance",
    "handover",
    "hold",
    "hold_lifted",
    "invoice",
    "letter",
    "letter_claim",
    "step_taken",
)
BY_INVOICE = ("entry", "invoice_line")
BY_LETTER = ("letter_event", "letter_file")
NOT_FOR_CITIZENS = ("payment", "payment_reference", "run_failure")
WITHOUT_PARTY = (
    "bank_day",
    "creditor",
    "invoice_file",
    "payment_file",
    "rule",
    "run",
    "run_outcome",
)
SHOWN_TO_ALL = ("creditor", "rule")
MADE_ON_REQUEST = {
    "letter": (
        "party_id = app_party() AND NOT sent_to_print AND EXISTS (SELECT 1 FROM invoice"
        " WHERE invoice.party_id = app_party() AND 'invoice:' || invoice.id = letter.key)"
    ),
    "letter_file": (
        "EXISTS (SELECT 1 FROM letter WHERE letter.id = letter_id"
        " AND letter.party_id = app_party())"
    ),
}
"""A copy of an invoice that its recipient asks for is made at that moment, and kept."""


def _roles() -> list[str]:
    statements = []
    for role in (NIGHTLY, PORTAL):
        statements += [
            f"DO $$ BEGIN CREATE ROLE {role} LOGIN; "
            "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$",
            f"GRANT {role} TO CURRENT_USER",
            f"GRANT USAGE ON SCHEMA public TO {role}",
        ]
    return statements


def _grants() -> list[str]:
    shown = ", ".join(("party", *BY_PARTY, *BY_INVOICE, *BY_LETTER, *SHOWN_TO_ALL))
    made = ", ".join(MADE_ON_REQUEST)
    tables = ", ".join(
        ("party", *BY_PARTY, *BY_INVOICE, *BY_LETTER, *NOT_FOR_CITIZENS, *WITHOUT_PARTY)
    )
    return [
        f"GRANT SELECT, INSERT ON {tables} TO {NIGHTLY}",
        f"GRANT UPDATE ON party, run, run_outcome, run_failure TO {NIGHTLY}",
        f"GRANT UPDATE (open_ore, next_look_on) ON claim_state TO {NIGHTLY}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {NIGHTLY}",
        f"GRANT SELECT ON {shown} TO {PORTAL}",
        f"GRANT INSERT ON {made} TO {PORTAL}",
        f"GRANT USAGE ON letter_id_seq TO {PORTAL}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON django_session TO {PORTAL}",
        f"GRANT SELECT ON django_migrations TO {NIGHTLY}, {PORTAL}",
    ]


def _policies() -> list[str]:
    visible = {"party": "id = app_party()"}
    visible |= dict.fromkeys(BY_PARTY, "party_id = app_party()")
    for table in BY_INVOICE:
        visible[table] = _through("invoice", table)
    for table in BY_LETTER:
        visible[table] = _through("letter", table)
    statements = []
    for table in (*visible, *NOT_FOR_CITIZENS):
        statements += [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY nightly ON {table} TO {NIGHTLY} USING (true) WITH CHECK (true)",
        ]
    for table, rule in visible.items():
        statements.append(f"CREATE POLICY portal ON {table} FOR SELECT TO {PORTAL} USING ({rule})")
    for table, rule in MADE_ON_REQUEST.items():
        statements.append(
            f"CREATE POLICY portal_makes ON {table} FOR INSERT TO {PORTAL} WITH CHECK ({rule})"
        )
    return statements


def _through(parent: str, table: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM {parent} WHERE {parent}.id = {table}.{parent}_id"
        f" AND {parent}.party_id = app_party())"
    )


WHO_ASKS = [
    """CREATE FUNCTION app_party() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
       RETURN nullif(current_setting('app.party', true), '')::bigint""",
    """CREATE FUNCTION party_of(wanted text) RETURNS bigint
       LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
       RETURN (SELECT id FROM party WHERE identity_number = wanted)""",
    "REVOKE ALL ON FUNCTION party_of(text) FROM PUBLIC",
    f"GRANT EXECUTE ON FUNCTION party_of(text) TO {PORTAL}, {NIGHTLY}",
]
"""`party_of` lets the portal find who signed in, before any party is named; it gives an id only."""

SIGN_IN_LOOKUP = ["CREATE POLICY sign_in ON party FOR SELECT TO CURRENT_USER USING (true)"]


class Migration(migrations.Migration):
    """Roles, rights and row-level security."""

    dependencies = [("records", "0001_tables"), ("sessions", "0001_initial")]

    operations = [
        migrations.RunSQL(statements)
        for statements in (_roles(), WHO_ASKS, _grants(), _policies(), SIGN_IN_LOOKUP)
    ]
