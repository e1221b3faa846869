"""What the whole policy language needs: marks, facilities, fee invoices, reports and relief."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

NIGHTLY, PORTAL = "reskontra_nightly", "reskontra_portal"
ADDED = ("interest_relief", "step_report")
KINDS = (
    "invoice",
    "interest",
    "fee",
    "late_interest",
    "payment",
    "reversal",
    "credit",
    "withdrawal",
    "write_off",
)


def _rights() -> list[str]:
    """As for every table with a party's rows: see 0002_roles."""
    statements = [f"GRANT USAGE ON interest_relief_id_seq TO {NIGHTLY}"]
    for table in ADDED:
        statements += [
            f"GRANT SELECT, INSERT ON {table} TO {NIGHTLY}",
            f"GRANT SELECT ON {table} TO {PORTAL}",
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY nightly ON {table} TO {NIGHTLY} USING (true) WITH CHECK (true)",
            f"CREATE POLICY portal ON {table} FOR SELECT TO {PORTAL}"
            " USING (party_id = app_party())",
        ]
    return statements


def _append_only(
    model: str, table: str, *, digest: str, pgid: str
) -> pgtrigger.migrations.AddTrigger:
    sql = pgtrigger.compiler.UpsertTriggerSql(
        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table',"
        " TG_TABLE_NAME;",
        hash=digest,
        operation="UPDATE OR DELETE",
        pgid=pgid,
        table=table,
        when="BEFORE",
    )
    trigger = pgtrigger.compiler.Trigger(name="append_only", sql=sql)
    return pgtrigger.migrations.AddTrigger(model_name=model, trigger=trigger)


NOW = django.db.models.functions.datetime.Now()
PROTECT = django.db.models.deletion.PROTECT


class Migration(migrations.Migration):
    """Columns, tables, and who may see them."""

    dependencies = [("records", "0003_letter_failures")]

    operations = [
        migrations.AddField(
            "invoice",
            "marks",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), db_default=[], default=list, size=None
            ),
        ),
        migrations.AddField("invoice", "facility", models.TextField(db_default="", default="")),
        migrations.AddField(
            "invoice",
            "fee_for",
            models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=PROTECT,
                related_name="fee_invoices",
                to="records.invoice",
            ),
        ),
        migrations.AddIndex(
            "invoice",
            models.Index(
                condition=models.Q(("fee_for__isnull", False)),
                fields=["fee_for"],
                name="invoice_fee_for",
            ),
        ),
        migrations.RemoveConstraint("entry", "entry_kind_known"),
        migrations.AddConstraint(
            "entry",
            models.CheckConstraint(
                name="entry_kind_known", condition=models.Q(("kind__in", list(KINDS)))
            ),
        ),
        migrations.RemoveConstraint("clearance", "clearance_once"),
        migrations.AlterField(
            "handover", "invoice", models.ForeignKey(on_delete=PROTECT, to="records.invoice")
        ),
        migrations.AddConstraint(
            "handover",
            models.UniqueConstraint(name="handover_once", fields=("invoice", "agency", "day")),
        ),
        migrations.AlterField(
            "steptaken",
            "run",
            models.ForeignKey(null=True, on_delete=PROTECT, to="records.run"),
        ),
        migrations.CreateModel(
            name="StepReport",
            fields=[
                (
                    "step_taken",
                    models.OneToOneField(
                        on_delete=PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="records.steptaken",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(db_index=False, on_delete=PROTECT, to="records.party"),
                ),
                ("reported_by", models.TextField()),
                ("rate", models.TextField()),
                ("note", models.TextField()),
                ("recorded_at", models.DateTimeField(db_default=NOW)),
            ],
            options={"db_table": "step_report"},
        ),
        migrations.CreateModel(
            name="InterestRelief",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("invoice", models.ForeignKey(on_delete=PROTECT, to="records.invoice")),
                (
                    "party",
                    models.ForeignKey(db_index=False, on_delete=PROTECT, to="records.party"),
                ),
                ("day", models.DateField()),
                ("first_day", models.DateField()),
                ("last_day", models.DateField(null=True)),
                ("share_numerator", models.IntegerField()),
                ("share_denominator", models.IntegerField()),
                ("reason", models.TextField()),
                ("reference", models.TextField()),
                ("decided_by", models.TextField()),
                ("recorded_at", models.DateTimeField(db_default=NOW)),
            ],
            options={"db_table": "interest_relief"},
        ),
        migrations.AddConstraint(
            "interestrelief",
            models.CheckConstraint(
                name="relief_ends_after_start",
                condition=models.Q(
                    ("last_day__isnull", True),
                    ("last_day__gte", models.F("first_day")),
                    _connector="OR",
                ),
            ),
        ),
        migrations.AddConstraint(
            "interestrelief",
            models.CheckConstraint(
                name="relief_is_a_share",
                condition=models.Q(
                    ("share_numerator__gt", 0),
                    ("share_numerator__lte", models.F("share_denominator")),
                ),
            ),
        ),
        _append_only(
            "interestrelief",
            "interest_relief",
            digest="d2cdc712505f59d9a55b94fc251962285cde64a9",
            pgid="pgtrigger_append_only_accd1",
        ),
        _append_only(
            "stepreport",
            "step_report",
            digest="914e2d4b74d51f63bf94ac9ac8d1cecbb2bb452c",
            pgid="pgtrigger_append_only_7c1ef",
        ),
        migrations.RunSQL(_rights()),
    ]
