"""What agencies pay out, claims that they own, and claims that are handed over again."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

NIGHTLY = "reskontra_nightly"
NEW_TABLES = ("agency_payout", "agency_payout_settled")
ACCOUNTS = (
    "receivable",
    "fee_receivable",
    "interest_receivable",
    "bank",
    "agency",
    "agency_cost",
    "sold",
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
    "assignment",
    "remitted",
    "kept",
    "write_down",
    "recovery",
    "move",
    "payout",
    "undo",
)
HAPPENINGS = (
    "prepared",
    "sent",
    "registered",
    "told",
    "recall_wished",
    "recall_asked",
    "recall_sent",
    "demand",
    "step",
    "assessment",
    "cost",
    "payment",
    "taken_back",
    "state",
    "closed",
)
PROTECT = models.PROTECT


def _rights() -> list[str]:
    """No citizen reads them: they are between us and an agency."""
    statements = []
    for table in NEW_TABLES:
        statements += [
            f"GRANT SELECT, INSERT ON {table} TO {NIGHTLY}",
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY nightly ON {table} TO {NIGHTLY} USING (true) WITH CHECK (true)",
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


def _known(
    model: str, name: str, condition: models.Q
) -> list[migrations.operations.base.Operation]:
    constraint = models.CheckConstraint(name=name, condition=condition)
    return [
        migrations.RemoveConstraint(model, name),
        migrations.AddConstraint(model, constraint),
    ]


def _of_one(to: str, **options: bool) -> models.OneToOneField:
    return models.OneToOneField(on_delete=PROTECT, to=f"records.{to}", **options)


PAYOUT = migrations.CreateModel(
    name="AgencyPayout",
    fields=[
        ("agency_message", _of_one("agencymessage", primary_key=True, serialize=False)),
        ("creditor", models.ForeignKey(db_index=False, on_delete=PROTECT, to="records.creditor")),
        ("agency", models.TextField()),
        ("day", models.DateField()),
        ("amount_ore", models.BigIntegerField()),
        ("kept_ore", models.BigIntegerField()),
        ("payment_reference", models.TextField()),
        ("account", models.TextField()),
    ],
    options={"db_table": "agency_payout"},
)
SETTLED = migrations.CreateModel(
    name="AgencyPayoutSettled",
    fields=[
        ("agency_message", _of_one("agencymessage", primary_key=True, serialize=False)),
        ("payment", _of_one("payment", null=True)),
        ("day", models.DateField()),
        ("decided_by", models.TextField()),
        ("reason", models.TextField()),
    ],
    options={"db_table": "agency_payout_settled"},
)


class Migration(migrations.Migration):
    """Two tables, three columns of a hand-over, and the words of new entries and happenings."""

    dependencies = [("records", "0026_agency_looks")]

    operations = [
        migrations.AddField("handover", "after", models.TextField(db_default="")),
        migrations.AddField("handover", "assigned", models.BooleanField(db_default=False)),
        migrations.AddField(
            "handover",
            "rule",
            models.ForeignKey(db_index=False, null=True, on_delete=PROTECT, to="records.rule"),
        ),
        *_known(
            "entry",
            "entry_accounts_known",
            models.Q(("credit__in", list(ACCOUNTS)), ("debit__in", list(ACCOUNTS))),
        ),
        *_known("entry", "entry_kind_known", models.Q(("kind__in", list(KINDS)))),
        *_known("handoverevent", "handover_event_known", models.Q(("kind__in", list(HAPPENINGS)))),
        PAYOUT,
        SETTLED,
        _append_only(
            "agencypayout",
            "agency_payout",
            digest="7822bb971a8b75ed913217f4bcb4a21f36d67d06",
            pgid="pgtrigger_append_only_956d6",
        ),
        _append_only(
            "agencypayoutsettled",
            "agency_payout_settled",
            digest="f881bd2cd1fe9c47861250baa7379a6b91f2d2e8",
            pgid="pgtrigger_append_only_66a3d",
        ),
        migrations.RunSQL(_rights()),
    ]
