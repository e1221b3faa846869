"""Money is paid back: the pay-outs, and what became of each."""

import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models
from django.db.models.deletion import PROTECT

NIGHTLY, PORTAL = "reskontra_nightly", "reskontra_portal"
KINDS = ("approved", "sent", "written", "returned", "withdrawn")
VISIBLE = {
    "payout": "party_id = app_party()",
    "payout_event": "EXISTS (SELECT 1 FROM payout WHERE payout.id = payout_event.payout_id"
    " AND payout.party_id = app_party())",
}


def _rights() -> list[str]:
    """As for every table with a party's rows: see 0002_roles."""
    statements = []
    for table, rule in VISIBLE.items():
        statements += [
            f"GRANT USAGE ON {table}_id_seq TO {NIGHTLY}",
            f"GRANT SELECT, INSERT ON {table} TO {NIGHTLY}",
            f"GRANT SELECT ON {table} TO {PORTAL}",
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY nightly ON {table} TO {NIGHTLY} USING (true) WITH CHECK (true)",
            f"CREATE POLICY portal ON {table} FOR SELECT TO {PORTAL} USING ({rule})",
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


def _id() -> tuple[str, models.Field]:
    return (
        "id",
        models.BigAutoField(
            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
        ),
    )


def _key(to: str, **options: object) -> models.ForeignKey:
    return models.ForeignKey(on_delete=PROTECT, to=f"records.{to}", **options)


def _recorded_at() -> tuple[str, models.Field]:
    now = django.db.models.functions.datetime.Now()
    return ("recorded_at", models.DateTimeField(db_default=now))


PAYOUT = migrations.CreateModel(
    name="Payout",
    fields=[
        _id(),
        (
            "public_id",
            models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid")),
        ),
        ("creditor", _key("creditor", db_index=False)),
        ("party", _key("party", null=True)),
        ("invoice", _key("invoice", null=True)),
        ("payment", _key("payment", null=True)),
        ("amount_ore", models.BigIntegerField()),
        ("account_kind", models.TextField()),
        ("account", models.TextField()),
        ("payee", models.TextField()),
        ("reason", models.TextField()),
        ("decided_by", models.TextField()),
        ("day", models.DateField()),
        _recorded_at(),
    ],
    options={"db_table": "payout"},
)
EVENT = migrations.CreateModel(
    name="PayoutEvent",
    fields=[
        _id(),
        ("payout", _key("payout", db_index=False)),
        ("kind", models.TextField()),
        ("day", models.DateField()),
        ("decided_by", models.TextField()),
        ("note", models.TextField()),
        _recorded_at(),
    ],
    options={"db_table": "payout_event"},
)
OF_AN_INVOICE = models.Q(
    ("invoice__isnull", False), ("party__isnull", False), ("payment__isnull", True)
)
OF_A_PAYMENT = models.Q(
    ("invoice__isnull", True), ("party__isnull", True), ("payment__isnull", False)
)


class Migration(migrations.Migration):
    """The tables, and who may see them."""

    dependencies = [("records", "0020_debtors")]

    operations = [
        PAYOUT,
        EVENT,
        migrations.AddConstraint(
            "payout",
            models.CheckConstraint(
                name="payout_above_zero", condition=models.Q(("amount_ore__gt", 0))
            ),
        ),
        migrations.AddConstraint(
            "payout",
            models.CheckConstraint(
                name="payout_of_one_thing", condition=OF_A_PAYMENT | OF_AN_INVOICE
            ),
        ),
        migrations.AddConstraint(
            "payoutevent",
            models.UniqueConstraint(name="payout_event_once", fields=("payout", "kind")),
        ),
        migrations.AddConstraint(
            "payoutevent",
            models.CheckConstraint(
                name="payout_event_known",
                condition=models.Q(("kind__in", list(KINDS))),
            ),
        ),
        _append_only(
            "payout",
            "payout",
            digest="7804490f7d3d5bf40abd802751364fde32db6c32",
            pgid="pgtrigger_append_only_4b6a0",
        ),
        _append_only(
            "payoutevent",
            "payout_event",
            digest="1a7309e64e8a1a6dab2ce07bc6a7f06dd15ac052",
            pgid="pgtrigger_append_only_35381",
        ),
        migrations.RunSQL(_rights()),
    ]
