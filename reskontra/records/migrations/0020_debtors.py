"""Several may owe one invoice: who they are, and what each of them sees of it."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

NIGHTLY, PORTAL = "reskontra_nightly", "reskontra_portal"
PROTECT = django.db.models.deletion.PROTECT

SHARED = "ANY (ARRAY(SELECT d.invoice_id FROM invoice_debtor d WHERE d.party_id = app_party()))"
"""The invoices of others that the asking party owes too: asked once a query, not once a row."""
ON_INVOICE = (
    "claim_state",
    "clearance",
    "handover",
    "hold",
    "interest_relief",
    "step_taken",
    "step_undone",
)
"""Tables whose rows are about one invoice, and so about all who owe it."""
ON_PARENT = {
    "hold_lifted": ("hold_id", "hold"),
    "step_report": ("step_taken_id", "step_taken"),
}


def _rights() -> list[str]:
    """As for every table with a party's rows: see 0002_roles."""
    return [
        f"GRANT USAGE ON invoice_debtor_id_seq TO {NIGHTLY}",
        f"GRANT SELECT, INSERT ON invoice_debtor TO {NIGHTLY}",
        f"GRANT SELECT ON invoice_debtor TO {PORTAL}",
        "ALTER TABLE invoice_debtor ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE invoice_debtor FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY nightly ON invoice_debtor TO {NIGHTLY} USING (true) WITH CHECK (true)",
        f"CREATE POLICY portal ON invoice_debtor FOR SELECT TO {PORTAL}"
        " USING (party_id = app_party())",
    ]


def _shared() -> list[str]:
    """Each who owes an invoice sees what is about it, and of the others nothing at all.

    What an agency is told of the debtors, and finds about one of them, stays with the recipient.
    """
    visible = {"invoice": f"party_id = app_party() OR id = {SHARED}"}
    visible |= dict.fromkeys(ON_INVOICE, f"party_id = app_party() OR invoice_id = {SHARED}")
    for table in ("entry", "invoice_line"):
        visible[table] = (
            f"EXISTS (SELECT 1 FROM invoice WHERE invoice.id = {table}.invoice_id"
            f" AND invoice.party_id = app_party()) OR invoice_id = {SHARED}"
        )
    for table, (key, parent) in ON_PARENT.items():
        visible[table] = (
            f"party_id = app_party() OR {key} = ANY (ARRAY(SELECT p.id FROM {parent} p"
            f" WHERE p.invoice_id = {SHARED}))"
        )
    visible["handover_event"] = (
        "party_id = app_party() OR kind NOT IN ('prepared', 'assessment')"
        f" AND handover_id = ANY (ARRAY(SELECT h.id FROM handover h WHERE h.invoice_id = {SHARED}))"
    )
    return [f"ALTER POLICY portal ON {table} USING ({rule})" for table, rule in visible.items()]


def _documents() -> list[str]:
    """A copy of the invoice for each who owes it, made for that one when asked for."""
    made = (
        "party_id = app_party() AND NOT sent_to_print AND (EXISTS (SELECT 1 FROM invoice"
        " WHERE invoice.party_id = app_party() AND 'invoice:' || invoice.id = letter.key)"
        " OR EXISTS (SELECT 1 FROM invoice_debtor d WHERE d.party_id = app_party()"
        " AND 'invoice:' || d.invoice_id || ':' || d.party_id = letter.key))"
    )
    return [f"ALTER POLICY portal_makes ON letter WITH CHECK ({made})"]


APPEND_ONLY = pgtrigger.compiler.Trigger(
    name="append_only",
    sql=pgtrigger.compiler.UpsertTriggerSql(
        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table',"
        " TG_TABLE_NAME;",
        hash="417ed9d98365239e1bf1d7501ed37ba7f39caea4",
        operation="UPDATE OR DELETE",
        pgid="pgtrigger_append_only_26860",
        table="invoice_debtor",
        when="BEFORE",
    ),
)
DEBTOR = migrations.CreateModel(
    name="InvoiceDebtor",
    fields=[
        (
            "id",
            models.BigAutoField(
                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
            ),
        ),
        ("position", models.SmallIntegerField()),
        ("share_numerator", models.SmallIntegerField(null=True)),
        ("share_denominator", models.SmallIntegerField(null=True)),
        (
            "invoice",
            models.ForeignKey(db_index=False, on_delete=PROTECT, to="records.invoice"),
        ),
        ("party", models.ForeignKey(on_delete=PROTECT, to="records.party")),
    ],
    options={"db_table": "invoice_debtor"},
)


class Migration(migrations.Migration):
    """The table of those who owe besides an invoice's party, and the guards that know it."""

    dependencies = [("records", "0019_plans")]

    operations = [
        DEBTOR,
        migrations.AddField(
            "invoice", "debtors", models.SmallIntegerField(db_default=1, default=1)
        ),
        migrations.AddConstraint(
            "invoice",
            models.CheckConstraint(
                name="invoice_has_a_debtor", condition=models.Q(("debtors__gte", 1))
            ),
        ),
        migrations.AddConstraint(
            "invoicedebtor",
            models.UniqueConstraint(name="debtor_once", fields=("invoice", "party")),
        ),
        migrations.AddConstraint(
            "invoicedebtor",
            models.CheckConstraint(
                name="debtor_share_is_a_share",
                condition=models.Q(
                    models.Q(
                        ("share_denominator__isnull", True), ("share_numerator__isnull", True)
                    ),
                    models.Q(
                        ("share_numerator__gt", 0),
                        ("share_numerator__lt", models.F("share_denominator")),
                    ),
                    _connector="OR",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(model_name="invoicedebtor", trigger=APPEND_ONLY),
        migrations.RunSQL(_rights()),
        migrations.RunSQL(_shared()),
        migrations.RunSQL(_documents()),
    ]
