"""What people of the office decide, and as what somebody looked at whose data."""

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

NIGHTLY = "reskontra_nightly"
TABLES = ("decision", "decision_outcome")
PROTECT = django.db.models.deletion.PROTECT


def _rights() -> list[str]:
    """As for every table that is not for citizens: see 0002_roles."""
    statements = []
    for table in TABLES:
        statements += [
            f"GRANT USAGE ON {table}_id_seq TO {NIGHTLY}",
            f"GRANT SELECT, INSERT ON {table} TO {NIGHTLY}",
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY nightly ON {table} TO {NIGHTLY} USING (true) WITH CHECK (true)",
        ]
    return statements


SEARCHES = [
    "CREATE INDEX party_by_name ON party USING gin (to_tsvector('simple', name))",
    "CREATE INDEX invoice_by_number ON invoice (number)",
    "CREATE INDEX handover_event_by_case ON handover_event (case_number) WHERE case_number <> ''",
    "CREATE INDEX handover_event_by_ocr ON handover_event (ocr_number) WHERE ocr_number <> ''",
    "CREATE INDEX handover_event_recalls ON handover_event (handover_id)"
    " WHERE kind = 'recall_sent'",
    "CREATE INDEX payment_reference_by_ocr ON payment_reference (ocr_number)",
    "CREATE INDEX entry_unmatched ON entry (payment_id)"
    " WHERE credit = 'unmatched' OR debit = 'unmatched'",
    "CREATE INDEX letter_event_failed ON letter_event (letter_id) WHERE state = 'failed'",
    "CREATE INDEX claim_state_without_a_day ON claim_state (invoice_id)"
    " WHERE open_ore > 0 AND next_look_on IS NULL",
]
"""So that a search, or a list of what waits, costs what is found and not what is owed."""


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


def _now() -> models.DateTimeField:
    return models.DateTimeField(db_default=django.db.models.functions.datetime.Now())


DECISION = migrations.CreateModel(
    name="Decision",
    fields=[
        _id(),
        (
            "public_id",
            models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid")),
        ),
        ("kind", models.TextField()),
        ("fields", models.TextField()),
        ("reason", models.TextField()),
        ("made_by", models.TextField()),
        ("made_by_name", models.TextField()),
        ("day", models.DateField()),
        ("made_at", _now()),
        ("creditor", _key("creditor", db_index=False)),
        ("invoice", _key("invoice", null=True)),
        ("party", _key("party")),
    ],
    options={"db_table": "decision"},
)
OUTCOME = migrations.CreateModel(
    name="DecisionOutcome",
    fields=[
        _id(),
        ("outcome", models.TextField()),
        ("officer", models.TextField()),
        ("officer_name", models.TextField()),
        ("day", models.DateField()),
        ("reason", models.TextField()),
        ("recorded_at", _now()),
        ("decision", _key("decision")),
    ],
    options={"db_table": "decision_outcome"},
)
KNOWN = ["waiting", "signed", "refused", "withdrawn", "carried_out"]
ENDS = ["refused", "withdrawn", "carried_out"]


class Migration(migrations.Migration):
    """The tables, who may see them, and the indexes that the office searches by."""

    dependencies = [("records", "0015_held_part")]

    operations = [
        migrations.AddField("accessrecord", "role", models.TextField(db_default="")),
        DECISION,
        OUTCOME,
        migrations.AddConstraint(
            "decisionoutcome",
            models.CheckConstraint(
                name="decision_outcome_known", condition=models.Q(("outcome__in", KNOWN))
            ),
        ),
        migrations.AddConstraint(
            "decisionoutcome",
            models.UniqueConstraint(name="decision_outcome_once", fields=("decision", "outcome")),
        ),
        migrations.AddConstraint(
            "decisionoutcome",
            models.UniqueConstraint(
                name="decision_ends_once",
                fields=("decision",),
                condition=models.Q(("outcome__in", ENDS)),
            ),
        ),
        _append_only(
            "decision",
            "decision",
            digest="b6506414a7e5b4fe17b8922dada1bd38df310543",
            pgid="pgtrigger_append_only_09b38",
        ),
        _append_only(
            "decisionoutcome",
            "decision_outcome",
            digest="51f350f9d68ffcb6fb58bab849afa4a120c70ee2",
            pgid="pgtrigger_append_only_8c722",
        ),
        migrations.RunSQL(_rights()),
        migrations.RunSQL(SEARCHES),
        migrations.RunSQL(
            "CREATE INDEX decision_waiting ON decision_outcome (decision_id)"
            " WHERE outcome = 'waiting'"
        ),
    ]
