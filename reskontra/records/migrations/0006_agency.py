"""What happens to a claim at a collection agency: events, and the agency's messages as they came."""

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

NIGHTLY, PORTAL = "reskontra_nightly", "reskontra_portal"
NUMBERED = ("agency_message", "agency_message_note", "handover_event")
ACCOUNTS = (
    "receivable",
    "fee_receivable",
    "interest_receivable",
    "bank",
    "agency",
    "unmatched",
    "overpaid",
    "income",
    "fee_income",
    "interest_income",
    "credited",
    "withdrawn",
    "written_off",
    "expected_loss",
    "written_down",
)
HAPPENINGS = (
    "prepared",
    "sent",
    "registered",
    "told",
    "recall_asked",
    "recall_sent",
    "demand",
    "step",
    "assessment",
    "cost",
    "payment",
    "state",
    "closed",
)
PROTECT = django.db.models.deletion.PROTECT


def _rights() -> list[str]:
    """As for every table with a party's rows: see 0002_roles. Messages are not for citizens."""
    statements = []
    for table in NUMBERED:
        statements += [
            f"GRANT USAGE ON {table}_id_seq TO {NIGHTLY}",
            f"GRANT SELECT, INSERT ON {table} TO {NIGHTLY}",
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY nightly ON {table} TO {NIGHTLY} USING (true) WITH CHECK (true)",
        ]
    return [
        *statements,
        f"GRANT SELECT ON handover_event TO {PORTAL}",
        f"CREATE POLICY portal ON handover_event FOR SELECT TO {PORTAL}"
        " USING (party_id = app_party())",
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


def _id() -> tuple[str, models.Field]:
    return (
        "id",
        models.BigAutoField(
            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
        ),
    )


def _key(to: str, **options: bool) -> models.ForeignKey:
    return models.ForeignKey(on_delete=PROTECT, to=f"records.{to}", **options)


MESSAGE = migrations.CreateModel(
    name="AgencyMessage",
    fields=[
        _id(),
        ("creditor", _key("creditor", db_index=False)),
        ("agency", models.TextField()),
        ("message", models.TextField()),
        ("kind", models.TextField()),
        ("data", models.TextField()),
        ("file", models.TextField()),
        ("line", models.IntegerField()),
        ("received_date", models.DateField()),
    ],
    options={"db_table": "agency_message"},
)
NOTE = migrations.CreateModel(
    name="AgencyMessageNote",
    fields=[
        _id(),
        ("agency_message", _key("agencymessage")),
        ("outcome", models.TextField()),
        ("reason", models.TextField()),
        ("decided_by", models.TextField()),
        ("day", models.DateField()),
    ],
    options={"db_table": "agency_message_note"},
)
EVENT = migrations.CreateModel(
    name="HandoverEvent",
    fields=[
        _id(),
        ("handover", _key("handover", db_index=False)),
        ("party", _key("party", db_index=False)),
        ("key", models.TextField()),
        ("kind", models.TextField()),
        ("day", models.DateField()),
        ("principal_ore", models.BigIntegerField(db_default=0)),
        ("fee_ore", models.BigIntegerField(db_default=0)),
        ("interest_ore", models.BigIntegerField(db_default=0)),
        ("agency_ore", models.BigIntegerField(db_default=0)),
        ("case_number", models.TextField(db_default="")),
        ("ocr_number", models.TextField(db_default="")),
        ("text", models.TextField(db_default="")),
        ("last_entry", models.BigIntegerField(db_default=0)),
        ("agency_message", _key("agencymessage", db_index=False, null=True)),
        (
            "recorded_at",
            models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
        ),
    ],
    options={"db_table": "handover_event"},
)


class Migration(migrations.Migration):
    """The tables, who may see them, and the ledger account of money that an agency has."""

    dependencies = [("records", "0005_write_down")]

    operations = [
        migrations.AddField(
            "handover",
            "public_id",
            models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid")),
        ),
        migrations.RemoveConstraint("entry", "entry_accounts_known"),
        migrations.AddConstraint(
            "entry",
            models.CheckConstraint(
                name="entry_accounts_known",
                condition=models.Q(("credit__in", list(ACCOUNTS)), ("debit__in", list(ACCOUNTS))),
            ),
        ),
        MESSAGE,
        NOTE,
        EVENT,
        migrations.AddConstraint(
            "agencymessage",
            models.UniqueConstraint(
                name="agency_message_once", fields=("creditor", "agency", "message")
            ),
        ),
        migrations.AddConstraint(
            "agencymessagenote",
            models.CheckConstraint(
                name="message_outcome_known",
                condition=models.Q(("outcome__in", ["placed", "waiting", "set_aside"])),
            ),
        ),
        migrations.AddConstraint(
            "handoverevent",
            models.UniqueConstraint(name="handover_event_once", fields=("handover", "key")),
        ),
        migrations.AddConstraint(
            "handoverevent",
            models.CheckConstraint(
                name="handover_event_known",
                condition=models.Q(("kind__in", list(HAPPENINGS))),
            ),
        ),
        _append_only(
            "agencymessage",
            "agency_message",
            digest="7dbe6f473dfa8ad75583469bb58245af33e444db",
            pgid="pgtrigger_append_only_12b24",
        ),
        _append_only(
            "agencymessagenote",
            "agency_message_note",
            digest="c85b8c259dde8585c63590777f9ff7cf6700d5c0",
            pgid="pgtrigger_append_only_9cb6a",
        ),
        _append_only(
            "handoverevent",
            "handover_event",
            digest="c454b3e704b4a0a7a13597701f308f7086704e4c",
            pgid="pgtrigger_append_only_95d1e",
        ),
        migrations.RunSQL(_rights()),
    ]
