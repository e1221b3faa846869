"""A night may be undone: the decision, the steps undone by it, and the same step taken anew."""

import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models
from django.db.models.deletion import PROTECT

NIGHTLY, PORTAL = "reskontra_nightly", "reskontra_portal"
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
    "write_down",
    "recovery",
    "move",
    "payout",
    "undo",
)
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
    "bank_out",
    "written_down",
)


def _rights() -> list[str]:
    """As for every table with a party's rows: see 0002_roles. The decision names an officer."""
    statements = [f"GRANT USAGE ON undoing_id_seq TO {NIGHTLY}"]
    for table in ("undoing", "step_undone"):
        statements.append(f"GRANT SELECT, INSERT ON {table} TO {NIGHTLY}")
    return [
        *statements,
        "ALTER TABLE step_undone ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE step_undone FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY nightly ON step_undone TO {NIGHTLY} USING (true) WITH CHECK (true)",
        f"GRANT SELECT ON step_undone TO {PORTAL}",
        f"CREATE POLICY portal ON step_undone FOR SELECT TO {PORTAL}"
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


def _key(to: str, **options: object) -> models.ForeignKey:
    return models.ForeignKey(on_delete=PROTECT, to=f"records.{to}", **options)


def _known(name: str, condition: models.Q) -> list[object]:
    return [
        migrations.RemoveConstraint("entry", name),
        migrations.AddConstraint("entry", models.CheckConstraint(name=name, condition=condition)),
    ]


UNDOING = migrations.CreateModel(
    name="Undoing",
    fields=[
        (
            "id",
            models.BigAutoField(
                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
            ),
        ),
        ("run", _key("run", db_index=False)),
        ("creditor", _key("creditor", db_index=False, null=True)),
        ("procedure", models.TextField()),
        ("step", models.TextField()),
        ("day", models.DateField()),
        ("not_before", models.DateField()),
        ("reason", models.TextField()),
        ("decided_by", models.TextField()),
        (
            "recorded_at",
            models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
        ),
    ],
    options={"db_table": "undoing"},
)
STEP_UNDONE = migrations.CreateModel(
    name="StepUndone",
    fields=[
        (
            "step_taken",
            models.OneToOneField(
                on_delete=PROTECT, primary_key=True, serialize=False, to="records.steptaken"
            ),
        ),
        ("undoing", _key("undoing")),
        ("invoice", _key("invoice")),
        ("party", _key("party", db_index=False)),
        ("day", models.DateField()),
        ("not_before", models.DateField()),
        ("reason", models.TextField()),
    ],
    options={"db_table": "step_undone"},
)


class Migration(migrations.Migration):
    """The tables, who may see them, and the entries of what is undone, moved or paid back."""

    dependencies = [("records", "0016_decisions")]

    operations = [
        UNDOING,
        STEP_UNDONE,
        *_known("entry_kind_known", models.Q(("kind__in", list(KINDS)))),
        *_known(
            "entry_accounts_known",
            models.Q(("credit__in", list(ACCOUNTS)), ("debit__in", list(ACCOUNTS))),
        ),
        migrations.AlterField(
            "invoice", "interest_for", _key("invoice", null=True, related_name="interest_invoices")
        ),
        migrations.AddField(
            "steptaken",
            "again_after",
            _key("stepundone", null=True, db_index=False, related_name="taken_again"),
        ),
        migrations.RemoveConstraint("steptaken", "step_once"),
        migrations.AddConstraint(
            "steptaken",
            models.UniqueConstraint(
                name="step_once",
                fields=("invoice", "step", "again_after"),
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            "undoing",
            models.UniqueConstraint(
                name="undoing_once",
                fields=("run", "creditor", "procedure", "step", "day"),
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            "undoing",
            models.CheckConstraint(
                name="taken_anew_after", condition=models.Q(("not_before__gt", models.F("day")))
            ),
        ),
        _append_only(
            "undoing",
            "undoing",
            digest="e1e7b3559c0eb82bc1ca70f1bc99306ff3e1d51f",
            pgid="pgtrigger_append_only_e75f8",
        ),
        _append_only(
            "stepundone",
            "step_undone",
            digest="a76deb75712d0e3cb541e2ea64f9a8785321b7a7",
            pgid="pgtrigger_append_only_d0131",
        ),
        migrations.RunSQL(_rights()),
    ]
