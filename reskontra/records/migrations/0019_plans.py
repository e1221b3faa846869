"""Payment in parts: plans, their claims and parts, what happens to them, and a part's OCR number."""

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

NIGHTLY, PORTAL = "reskontra_nightly", "reskontra_portal"
NUMBERED = ("installment", "plan", "plan_charge", "plan_claim", "plan_event")
TABLES = (*NUMBERED, "plan_in_force")
HAPPENINGS = ("granted", "called", "kept", "late", "broken", "called_off", "ended")
ENDINGS = ("broken", "called_off", "ended")
PROTECT = django.db.models.deletion.PROTECT


def _rights() -> list[str]:
    """As for every table with a party's rows: see 0002_roles."""
    statements = []
    for table in TABLES:
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
        *(f"GRANT USAGE ON {table}_id_seq TO {NIGHTLY}" for table in NUMBERED),
        *statements,
        f"GRANT UPDATE (plan_id) ON plan_in_force TO {NIGHTLY}",
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


def _now() -> models.DateTimeField:
    return models.DateTimeField(db_default=django.db.models.functions.datetime.Now())


PLAN = migrations.CreateModel(
    name="Plan",
    fields=[
        _id(),
        (
            "public_id",
            models.UUIDField(unique=True, db_default=models.Func(function="gen_random_uuid")),
        ),
        ("creditor", _key("creditor", db_index=False)),
        ("party", _key("party")),
        ("granted_on", models.DateField()),
        ("first_on", models.DateField()),
        ("agreed_on", models.DateField()),
        ("rule", _key("rule", db_index=False)),
        ("administered_by", models.TextField()),
        ("agency", models.TextField()),
        ("debt_ore", models.BigIntegerField()),
        ("last_entry", models.BigIntegerField()),
        ("reason", models.TextField()),
        ("decided_by", models.TextField()),
        ("recorded_at", _now()),
    ],
    options={"db_table": "plan"},
)
CLAIM = migrations.CreateModel(
    name="PlanClaim",
    fields=[
        _id(),
        ("plan", _key("plan", db_index=False)),
        ("invoice", _key("invoice")),
        ("party", _key("party", db_index=False)),
        ("hold", models.OneToOneField(on_delete=PROTECT, to="records.hold")),
        ("open_ore", models.BigIntegerField()),
    ],
    options={"db_table": "plan_claim"},
)
IN_FORCE = migrations.CreateModel(
    name="PlanInForce",
    fields=[
        (
            "invoice",
            models.OneToOneField(
                on_delete=PROTECT, primary_key=True, serialize=False, to="records.invoice"
            ),
        ),
        ("plan", _key("plan", null=True)),
        ("party", _key("party")),
    ],
    options={"db_table": "plan_in_force"},
)
PART = migrations.CreateModel(
    name="Installment",
    fields=[
        _id(),
        ("plan", _key("plan", db_index=False)),
        ("party", _key("party", db_index=False)),
        ("ordinal", models.SmallIntegerField()),
        ("due_date", models.DateField()),
        ("amount_ore", models.BigIntegerField()),
        ("fee_ore", models.BigIntegerField()),
        ("interest_ore", models.BigIntegerField()),
        ("ocr_number", models.TextField()),
    ],
    options={"db_table": "installment"},
)
EVENT = migrations.CreateModel(
    name="PlanEvent",
    fields=[
        _id(),
        ("plan", _key("plan", db_index=False)),
        ("party", _key("party", db_index=False)),
        ("kind", models.TextField()),
        ("ordinal", models.SmallIntegerField()),
        ("day", models.DateField()),
        ("reason", models.TextField()),
        ("decided_by", models.TextField()),
        ("recorded_at", _now()),
    ],
    options={"db_table": "plan_event"},
)
CHARGE = migrations.CreateModel(
    name="PlanCharge",
    fields=[
        _id(),
        ("plan", _key("plan", db_index=False)),
        ("party", _key("party", db_index=False)),
        ("invoice", _key("invoice")),
        ("ordinal", models.SmallIntegerField()),
        ("day", models.DateField()),
        ("fee_ore", models.BigIntegerField()),
        ("interest_ore", models.BigIntegerField()),
        ("calculation", models.TextField()),
    ],
    options={"db_table": "plan_charge"},
)
REFERENCE = (
    migrations.AddField("paymentreference", "installment", _key("installment", null=True)),
    migrations.RemoveConstraint("paymentreference", "reference_to_one_thing"),
    migrations.AddConstraint(
        "paymentreference",
        models.CheckConstraint(
            name="reference_to_one_thing",
            condition=models.Q(invoice__isnull=False, letter__isnull=True, installment__isnull=True)
            | models.Q(invoice__isnull=True, letter__isnull=False, installment__isnull=True)
            | models.Q(invoice__isnull=True, letter__isnull=True, installment__isnull=False),
        ),
    ),
)
CONSTRAINTS = (
    migrations.AddConstraint(
        "plan",
        models.CheckConstraint(
            name="plan_agreed_before_granted",
            condition=models.Q(agreed_on__lte=models.F("granted_on")),
        ),
    ),
    migrations.AddConstraint(
        "plan",
        models.CheckConstraint(name="plan_of_some_debt", condition=models.Q(debt_ore__gt=0)),
    ),
    migrations.AddConstraint(
        "planclaim",
        models.UniqueConstraint(name="plan_claim_once", fields=("plan", "invoice")),
    ),
    migrations.AddConstraint(
        "installment",
        models.UniqueConstraint(name="installment_once", fields=("plan", "ordinal")),
    ),
    migrations.AddConstraint(
        "installment",
        models.CheckConstraint(name="installment_above_zero", condition=models.Q(amount_ore__gt=0)),
    ),
    migrations.AddConstraint(
        "planevent",
        models.UniqueConstraint(name="plan_event_once", fields=("plan", "kind", "ordinal")),
    ),
    migrations.AddConstraint(
        "planevent",
        models.UniqueConstraint(
            name="plan_ends_once", fields=("plan",), condition=models.Q(kind__in=list(ENDINGS))
        ),
    ),
    migrations.AddConstraint(
        "planevent",
        models.CheckConstraint(
            name="plan_event_known", condition=models.Q(kind__in=list(HAPPENINGS))
        ),
    ),
    migrations.AddConstraint(
        "plancharge",
        models.UniqueConstraint(name="plan_charge_once", fields=("plan", "invoice", "ordinal")),
    ),
)
TRIGGERS = (
    ("plan", "plan", "7701ac6050545072c5bf67bf5906b8ff911f98ac", "acf80"),
    ("installment", "installment", "4c88cfa099956bbfb689a2146aa3cfb859db4e87", "50fad"),
    ("plancharge", "plan_charge", "cd50258596be567afc21d9238cf6f269b6e40146", "fd263"),
    ("planclaim", "plan_claim", "df4bc0c4e5c55ef3e2a19e1213fae1dfadca7ac0", "6b2ec"),
    ("planevent", "plan_event", "29ee99c208d46ce0b44010b62c1f0b7360a72376", "9f5b6"),
)


class Migration(migrations.Migration):
    """The tables, who may see them, and what an OCR number may stand for."""

    dependencies = [("records", "0018_protected_holds")]

    operations = [
        PLAN,
        CLAIM,
        IN_FORCE,
        PART,
        EVENT,
        CHARGE,
        *REFERENCE,
        *CONSTRAINTS,
        *(
            _append_only(model, table, digest=digest, pgid=f"pgtrigger_append_only_{short}")
            for model, table, digest, short in TRIGGERS
        ),
        migrations.RunSQL(_rights()),
    ]
