"""What citizens ask for in the portal: the one table that its role adds rows to for itself."""

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

NIGHTLY, PORTAL = "reskontra_nightly", "reskontra_portal"
KINDS = ("deferral", "plan", "payment_reported", "objection")
OUTCOMES = ("granted", "declined")
PROTECT = django.db.models.deletion.PROTECT


def _rights() -> list[str]:
    """A citizen adds requests about the invoices they see, and reads them and their answers."""
    statements = []
    for table in ("request", "request_answer"):
        statements += [
            f"GRANT SELECT, INSERT ON {table} TO {NIGHTLY}",
            f"GRANT SELECT ON {table} TO {PORTAL}",
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY nightly ON {table} TO {NIGHTLY} USING (true) WITH CHECK (true)",
            f"CREATE POLICY portal ON {table} FOR SELECT TO {PORTAL}"
            " USING (party_id = app_party())",
        ]
    return [
        *statements,
        f"GRANT INSERT ON request TO {PORTAL}",
        f"GRANT USAGE ON request_id_seq TO {NIGHTLY}, {PORTAL}",
        f"CREATE POLICY portal_asks ON request FOR INSERT TO {PORTAL} WITH CHECK ("
        "party_id = app_party() AND EXISTS (SELECT 1 FROM invoice WHERE invoice.id = invoice_id))",
    ]


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


def _key(to: str, **options: bool) -> models.ForeignKey:
    return models.ForeignKey(on_delete=PROTECT, to=f"records.{to}", **options)


def _now() -> models.DateTimeField:
    return models.DateTimeField(db_default=django.db.models.functions.datetime.Now())


REQUEST = migrations.CreateModel(
    name="Request",
    fields=[
        (
            "id",
            models.BigAutoField(
                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
            ),
        ),
        (
            "public_id",
            models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid")),
        ),
        ("party", _key("party")),
        ("invoice", _key("invoice")),
        ("kind", models.TextField()),
        ("day", models.DateField()),
        ("until", models.DateField(null=True)),
        ("parts", models.SmallIntegerField(null=True)),
        ("first_on", models.DateField(null=True)),
        ("amount_ore", models.BigIntegerField(null=True)),
        ("text", models.TextField(default="")),
        ("recorded_at", _now()),
    ],
    options={"db_table": "request"},
)
ANSWER = migrations.CreateModel(
    name="RequestAnswer",
    fields=[
        (
            "request",
            models.OneToOneField(
                on_delete=PROTECT, primary_key=True, serialize=False, to="records.request"
            ),
        ),
        ("party", _key("party", db_index=False)),
        ("outcome", models.TextField()),
        ("reason", models.TextField()),
        ("decided_by", models.TextField()),
        ("day", models.DateField()),
        ("recorded_at", _now()),
    ],
    options={"db_table": "request_answer"},
)


class Migration(migrations.Migration):
    """The tables, and who may add to them."""

    dependencies = [("records", "0027_agency_rest")]

    operations = [
        REQUEST,
        ANSWER,
        migrations.AddConstraint(
            "request",
            models.UniqueConstraint(name="request_once_a_day", fields=("invoice", "kind", "day")),
        ),
        migrations.AddConstraint(
            "request",
            models.CheckConstraint(
                name="request_kind_known", condition=models.Q(kind__in=list(KINDS))
            ),
        ),
        migrations.AddConstraint(
            "request",
            models.CheckConstraint(
                name="request_amount_above_zero",
                condition=models.Q(amount_ore__isnull=True) | models.Q(amount_ore__gt=0),
            ),
        ),
        migrations.AddConstraint(
            "requestanswer",
            models.CheckConstraint(
                name="request_outcome_known", condition=models.Q(outcome__in=list(OUTCOMES))
            ),
        ),
        _append_only(
            "request",
            "request",
            digest="d4d442e05445046c575dffb81c3f1fa97fbc2e52",
            pgid="pgtrigger_append_only_37abb",
        ),
        _append_only(
            "requestanswer",
            "request_answer",
            digest="dbf5e554de2285ded83754edf91ea824194386c1",
            pgid="pgtrigger_append_only_ff7da",
        ),
        migrations.RunSQL(_rights()),
    ]
